/* model/triage.c - screening of referrals on receipt. */
#include "triage.h"

#include "contact.h"
#include "referral.h"

void model_triage_begin(struct model *model, uint32_t number) {
    const struct model_contact *referral = model_contact_at(model, number);
    const bool is_screened = model->teams[referral->team].plan->triage_roles != 0;
    if (is_screened && !referral->in_hospital && referral->kind != CONTACT_HANDOVER) {
        model_contact_join(model, model_contact_open_errand(model, number, CONTACT_TRIAGE), model->now);
    }
}

/* Needs may be added to a referral or taken back; what it was received for stays with the screening. */
static uint32_t key_of(const struct model_contact *screening, enum world_purpose purpose) {
    return world_purpose_key(purpose, (unsigned)__builtin_ctz(screening->asked), 0);
}

double model_triage_hours(struct model *model, const struct model_contact *screening) {
    const uint32_t person = model_person_at(model, screening->person)->who.number;
    return world_person_amount(&model->random, person, key_of(screening, WORLD_TRIAGE_WORK),
                               &model->teams[screening->team].plan->triage.minutes) /
           60;
}

double model_triage_hours_ahead(struct model *model, const struct model_contact *contact) {
    const struct model_contact *errand =
        contact->errand == DES_NO_RECORD ? NULL : model_contact_at(model, contact->errand);
    const bool is_ahead = errand != NULL && errand->kind == CONTACT_TRIAGE && errand->state == CONTACT_WAITING;
    return is_ahead ? model_triage_hours(model, errand) : 0;
}

/* One number decides against both shares, so a list that is long never keeps somebody waiting who would be resolved. */
static bool is_resolved(struct model *model, const struct model_contact *screening) {
    const struct svc_triage *plan = &model->teams[screening->team].plan->triage;
    const bool is_long = plan->long_list >= 0 && model->waiting[screening->team] > (size_t)plan->long_list;
    const uint32_t person = model_person_at(model, screening->person)->who.number;
    const world_needs asked = model_contact_at(model, screening->held)->asked;
    return !(asked >> model->inputs->world->care_need & 1) &&
           world_person_chance(&model->random, person, key_of(screening, WORLD_TRIAGE),
                               is_long ? plan->resolves_when_long : plan->resolves);
}

void model_triage_end(struct model *model, uint32_t number) {
    const bool resolved = is_resolved(model, model_contact_at(model, number));
    const uint32_t referral = model_contact_end_errand(model, number);
    if (resolved) {
        model_referral_advise(model, referral);
    }
}

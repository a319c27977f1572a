/* model/visit.c - travel, and visits in vain. */
#include "visit.h"

#include "contact.h"
#include "followup.h"

/* Commissioning and triage are done at the desk. */
static bool is_visit(const struct model *model, const struct model_contact *contact) {
    return model->teams[contact->team].plan->visits && contact->kind != CONTACT_COMMISSIONING &&
           contact->kind != CONTACT_TRIAGE;
}

double model_visit_travel_hours(const struct model *model, const struct model_contact *contact) {
    const struct model_person *person = model_person_at(model, contact->person);
    return is_visit(model, contact) ? model->teams[contact->team].plan->travel_hours[person->who.locality] : 0;
}

/* Visits until one succeeds are geometric: 1 / (1 - missed_visit) on average. */
double model_visit_expected_travel_hours(const struct model *model, const struct model_contact *contact) {
    return model_visit_travel_hours(model, contact) / (1 - model->inputs->world->missed_visit);
}

static uint32_t key_of(const struct model_contact *contact) {
    const unsigned attempt = contact->followups_done + contact->missed;
    return contact->kind == CONTACT_FOLLOWUP
               ? world_purpose_key(WORLD_MISSED_FOLLOWUP, model_followup_need(contact), attempt)
               : world_purpose_key(WORLD_MISSED_ASSESSMENT, (unsigned)__builtin_ctz(contact->asked), attempt);
}

bool model_visit_is_missed(struct model *model, const struct model_contact *contact) {
    const double probability = model->inputs->world->missed_visit;
    const uint32_t person = model_person_at(model, contact->person)->who.number;
    return is_visit(model, contact) && world_person_chance(&model->random, person, key_of(contact), probability);
}

uint32_t model_visit_miss(struct model *model, uint32_t number) {
    model_contact_at(model, number)->missed++;
    return model_contact_open_errand(model, number, CONTACT_MISSED);
}

/* model/contact.c - pieces of work for people: opened, waiting on a list, closed. */
#include "contact.h"

#include "base/err.h"
#include "book.h"
#include "caseload.h"
#include "incidence.h"
#include "journey.h"
#include "watch.h"

uint32_t model_contact_open(struct model *model, uint32_t person_number, size_t team, enum model_contact_kind kind,
                            const struct model_request *request) {
    const uint32_t number = des_pool_take(&model->contacts);
    struct model_contact *contact = model_contact_at(model, number);
    struct model_person *person = model_person_at(model, person_number);
    contact->person = person_number;
    contact->errand = contact->held = DES_NO_RECORD;
    contact->next_contact = person->first_contact;
    contact->team = (uint16_t)team;
    contact->kind = kind;
    contact->stream = (uint8_t)request->stream;
    contact->priority = (uint8_t)request->priority;
    contact->in_hospital = person->is_inpatient;
    person->first_contact = number;
    model_journey_touch(model, person_number);
    return number;
}

bool model_contact_is_assessment(const struct model_contact *contact) {
    return contact->kind == CONTACT_FIRST || contact->kind == CONTACT_SECOND || contact->kind == CONTACT_HANDOVER;
}

bool model_contact_has_assessment(const struct model *model, const struct model_person *person) {
    for (uint32_t c = person->first_contact; c != DES_NO_RECORD; c = model_contact_at(model, c)->next_contact) {
        if (model_contact_is_assessment(model_contact_at(model, c))) {
            return true;
        }
    }
    return false;
}

static void unlink_from_person(struct model *model, uint32_t number) {
    struct model_contact *contact = model_contact_at(model, number);
    uint32_t *link = &model_person_at(model, contact->person)->first_contact;
    while (*link != number) {
        err_require(*link != DES_NO_RECORD);
        link = &model_contact_at(model, *link)->next_contact;
    }
    *link = contact->next_contact;
    model_journey_touch(model, contact->person);
}

static double target_days(const struct world *world, const struct svc_team *plan, enum model_class class,
                          unsigned priority) {
    return class == CLASS_FOLLOWUP ? plan->followup_target_days
           : class == CLASS_TRIAGE ? plan->triage.target_days
                                   : world_priority(world, priority)->target_days;
}

struct svc_list *model_contact_list(const struct world *world, const struct svc_team *plan) {
    struct svc_class classes[CLASS_COUNT * WORLD_PRIORITIES_MAX];
    const size_t count = CLASS_COUNT * world->priorities.count;
    for (unsigned i = 0; i < count; i++) {
        const unsigned priority = i % (unsigned)world->priorities.count;
        const double days = target_days(world, plan, i / (unsigned)world->priorities.count, priority);
        classes[i] = (struct svc_class){des_clock_span(days, DES_DAY), priority};
    }
    return svc_list_new(plan->discipline, plan->crew_kind_count, classes, count);
}

/* First come, first served holds inside a class only if all of it has one target. */
static enum model_class class_of(const struct model_contact *contact) {
    switch (contact->kind) {
    case CONTACT_FOLLOWUP:
        return CLASS_FOLLOWUP;
    case CONTACT_COMMISSIONING:
        return CLASS_COMMISSIONING;
    case CONTACT_TRIAGE:
        return CLASS_TRIAGE;
    default:
        return contact->in_hospital ? CLASS_ASSESSMENT_IN_HOSPITAL : CLASS_ASSESSMENT;
    }
}

static void enlist(struct model *model, uint32_t number) {
    struct model_contact *contact = model_contact_at(model, number);
    const size_t class = class_of(contact) * model->inputs->world->priorities.count + contact->priority;
    const size_t crew = contact->errand == DES_NO_RECORD ? contact->crew_kind : SVC_ON_HOLD;
    contact->entry = svc_list_join(model->teams[contact->team].list, crew, class, contact->since, number);
}

/* On hold, or no longer, with the clock it had. */
static void enlist_anew(struct model *model, uint32_t number) {
    const struct model_contact *contact = model_contact_at(model, number);
    svc_list_remove(model->teams[contact->team].list, contact->entry);
    enlist(model, number);
}

uint32_t model_contact_open_errand(struct model *model, uint32_t held_number, enum model_contact_kind kind) {
    const uint32_t number = des_pool_take(&model->contacts);
    struct model_contact *errand = model_contact_at(model, number), *held = model_contact_at(model, held_number);
    err_require(held->state == CONTACT_WAITING && held->errand == DES_NO_RECORD);
    *errand = (struct model_contact){.person = held->person,
                                     .errand = DES_NO_RECORD,
                                     .held = held_number,
                                     .team = held->team,
                                     .stream = held->stream,
                                     .priority = held->priority,
                                     .kind = kind,
                                     .asked = held->asked,
                                     .needs = held->needs,
                                     .crew_kind = held->crew_kind};
    held->errand = number;
    enlist_anew(model, held_number);
    return number;
}

uint32_t model_contact_end_errand(struct model *model, uint32_t errand) {
    const uint32_t held = model_contact_at(model, errand)->held;
    des_pool_give(&model->contacts, errand);
    model_contact_at(model, held)->errand = DES_NO_RECORD;
    enlist_anew(model, held);
    return held;
}

void model_contact_drop_errand(struct model *model, uint32_t held_number, enum model_reason reason) {
    struct model_contact *held = model_contact_at(model, held_number);
    const uint32_t number = held->errand;
    if (number == DES_NO_RECORD) {
        return;
    }
    struct model_contact *errand = model_contact_at(model, number);
    held->errand = DES_NO_RECORD;
    if (errand->state == CONTACT_WORKING) {
        model_watch_contact(model, MODEL_FACT_WORK_ENDS, number, reason);
        errand->person = errand->held = DES_NO_RECORD;
        return;
    }
    model_contact_leave_list(model, number, reason);
    des_pool_give(&model->contacts, number);
}

static unsigned crew_kind_for(const struct svc_team *plan, const struct model_contact *contact) {
    return contact->kind == CONTACT_TRIAGE
               ? svc_team_triage_kind(plan)
               : svc_team_crew_kind(plan, contact->needs, model_contact_is_assessment(contact));
}

void model_contact_join(struct model *model, uint32_t number, des_time since) {
    struct model_contact *contact = model_contact_at(model, number);
    contact->crew_kind = (uint8_t)crew_kind_for(model->teams[contact->team].plan, contact);
    contact->since = since;
    contact->state = CONTACT_WAITING;
    enlist(model, number);
    if (!contact->is_known) {
        contact->is_known = true;
        model_watch_contact(model, MODEL_FACT_WAIT_BEGINS, number, MODEL_REASON_NONE);
    }
    if (model_contact_is_assessment(contact)) {
        model->waiting[contact->team]++;
        model_journey_wait(model, contact->person, +1);
        model_book_waiting(model, contact, +1);
    } else if (contact->kind == CONTACT_FOLLOWUP) {
        model_book_team_shift(model, ACCOUNT_FOLLOWUPS_WAITING, contact->team, +1);
    }
}

void model_contact_leave_list(struct model *model, uint32_t number, enum model_reason reason) {
    struct model_contact *contact = model_contact_at(model, number);
    err_require(contact->state == CONTACT_WAITING);
    svc_list_remove(model->teams[contact->team].list, contact->entry);
    contact->state = CONTACT_NEW;
    if (reason != MODEL_REASON_NONE) {
        contact->is_known = false;
        model_watch_contact(model, MODEL_FACT_WAIT_ENDS, number, reason);
    }
    if (model_contact_is_assessment(contact)) {
        model->waiting[contact->team]--;
        model_journey_wait(model, contact->person, -1);
        model_book_waiting(model, contact, -1);
    } else if (contact->kind == CONTACT_FOLLOWUP) {
        model_book_team_shift(model, ACCOUNT_FOLLOWUPS_WAITING, contact->team, -1);
    }
}

void model_contact_close(struct model *model, uint32_t number, enum model_reason reason) {
    struct model_contact *contact = model_contact_at(model, number);
    err_require(contact->state != CONTACT_WORKING);
    if (contact->state == CONTACT_WAITING) {
        if (model_contact_is_assessment(contact)) {
            model->teams[contact->team].left++;
        }
        model_contact_leave_list(model, number, reason);
    }
    model_contact_drop_errand(model, number, reason);
    model_caseload_leave(model, number);
    model_unschedule(model, &contact->event);
    unlink_from_person(model, number);
    contact->state = CONTACT_NEW; /* who looks through all records takes it for nobody's */
    des_pool_give(&model->contacts, number);
}

void model_contact_bereave(struct model *model, uint32_t number, enum model_reason reason) {
    struct model_contact *contact = model_contact_at(model, number);
    if (contact->state == CONTACT_WORKING) {
        model_watch_contact(model, MODEL_FACT_WORK_ENDS, number, reason);
        model_caseload_leave(model, number);
        unlink_from_person(model, number);
        contact->person = DES_NO_RECORD;
        return;
    }
    if (contact->state == CONTACT_WAITING && model_contact_is_assessment(contact)) {
        model_book_left(model, contact, ACCOUNT_DIED_WAITING);
        model_incidence_leave(model, contact, MODEL_CAUSE_DIED);
    }
    model_contact_close(model, number, reason);
}

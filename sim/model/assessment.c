/* model/assessment.c - what an assessment is counted as, what it finds and sets going. */
#include "assessment.h"

#include "book.h"
#include "care.h"
#include "caseload.h"
#include "contact.h"
#include "followup.h"
#include "hospital.h"
#include "incidence.h"
#include "referral.h"
#include "tally.h"
#include "target.h"
#include "watch.h"

/* The subjects are those of model_wait_subjects; MODEL_ALL follows when the run is over. */
static void count_wait(struct model *model, const struct model_contact *contact, des_time waited) {
    const size_t *first = model->chart.first_wait, bin = des_histogram_bin(&model->waits, waited);
    des_histogram_add(&model->waits, first[MODEL_TEAM] + contact->team, bin);
    des_histogram_add(&model->waits, first[MODEL_STREAM] + contact->stream, bin);
    if (!contact->in_hospital) {
        const unsigned locality = model_person_at(model, contact->person)->who.locality;
        des_histogram_add(&model->waits, first[MODEL_LOCALITY] + locality, bin);
        des_histogram_add(&model->waits, first[MODEL_PRIORITY] + contact->priority, bin);
    }
}

static void book(struct model *model, const struct model_contact *contact, des_time waited, double hours) {
    const double target = world_priority(model->inputs->world, contact->priority)->target_days;
    const bool is_within = waited <= des_clock_span(target, DES_DAY);
    model_book_seen(model, contact, waited, is_within);
    model_book_subject(model, ACCOUNT_ASSESSMENTS, MODEL_ALL, 0, 1);
    model_book_subject(model, ACCOUNT_FIRST_SEEN, MODEL_ALL, 0, !model_person_at(model, contact->person)->was_assessed);
    if (contact->kind == CONTACT_SECOND) {
        model_book_second(model, contact, hours * DES_HOUR * (double)contact->crew.count);
    }
}

void model_assessment_begin(struct model *model, uint32_t number, double hours) {
    struct model_contact *contact = model_contact_at(model, number);
    struct model_person *person = model_person_at(model, contact->person);
    const des_time waited = model->now - contact->since;
    book(model, contact, waited, hours);
    person->was_assessed = true;
    model_watch_tell(model, MODEL_FACT_ASSESSED, person);
    person->known_to |= UINT64_C(1) << model->teams[contact->team].plan->organisation_index;
    person->taken |= contact->needs;
    person->referred |= contact->needs;
    model->teams[contact->team].seen++;
    model_incidence_leave(model, contact, MODEL_CAUSE_SEEN);
    model_target_count(model, contact, waited);
    if (contact->kind == CONTACT_SECOND) {
        model_tally_second(model, person);
    }
    if (model->period > 0) {
        count_wait(model, contact, waited);
    }
    model_caseload_join(model, number);
    model_referral_withdraw(model, contact->person);
}

/* Needs outside the remit that the team notices and that nobody has been asked to meet. */
static world_needs recognise(struct model *model, uint32_t number, size_t team) {
    const struct model_person *person = model_person_at(model, number);
    const world_needs hidden =
        person->needs & ~person->taken & ~person->referred & ~world_needs_of(model->inputs->world->commissioning_need);
    world_needs found = WORLD_NO_NEEDS;
    for (world_needs rest = hidden; rest != WORLD_NO_NEEDS; rest &= rest - 1) {
        const uint32_t key = world_purpose_key(WORLD_RECOGNISED, (unsigned)__builtin_ctz(rest), 0);
        if (world_person_chance(&model->random, person->who.number, key, model->teams[team].plan->recognises)) {
            found |= rest & (~rest + 1);
        }
    }
    return found;
}

/* Needs found in hospital are referred at discharge; but a need for care at once, for nobody goes home without it. */
static void refer_on(struct model *model, uint32_t number, size_t team, const struct model_request *request) {
    struct model_person *person = model_person_at(model, number);
    const world_needs found = recognise(model, number, team);
    world_needs at_once = found;
    if (person->is_inpatient) {
        at_once &= world_needs_of(model->inputs->world->care_need);
        person->held_back |= found & ~at_once;
        person->referred |= found;
    }
    model_referral_make(model, number, at_once, request);
}

static void begin_help(struct model *model, const struct model_assessed *assessed) {
    for (world_needs needs = assessed->needs; needs != WORLD_NO_NEEDS; needs &= needs - 1) {
        const unsigned n = (unsigned)__builtin_ctz(needs);
        if (n == model->inputs->world->care_need) {
            model_care_decide(model, assessed->person, assessed->team, &assessed->request);
        } else {
            model_followup_begin(model, assessed, n);
        }
    }
}

void model_assessment_end(struct model *model, uint32_t number) {
    const struct model_contact *contact = model_contact_at(model, number);
    const bool is_commissioning = contact->kind == CONTACT_COMMISSIONING;
    const struct model_assessed assessed = {
        .person = contact->person,
        .team = contact->team,
        .needs = contact->needs,
        .request = {contact->stream, contact->priority},
        .followups_drawn = contact->followups_drawn,
    };
    model_contact_close(model, number, MODEL_REASON_NONE);
    if (is_commissioning) {
        model_care_broker(model, assessed.person);
    } else {
        begin_help(model, &assessed);
        refer_on(model, assessed.person, assessed.team, &assessed.request);
    }
    model_hospital_settle(model, assessed.person);
}

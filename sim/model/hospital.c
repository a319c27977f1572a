/* model/hospital.c - a stay ends when the person is ready, has been seen, and care at home can begin. */
#include "hospital.h"

#include "book.h"
#include "contact.h"
#include "followup.h"
#include "journey.h"
#include "onset.h"
#include "person.h"
#include "tally.h"
#include "watch.h"
#include "work.h"

/* A stay that began at a time until now. */
static void begin_stay(struct model *model, uint32_t number, unsigned stream, enum world_purpose purpose,
                       des_time since) {
    struct model_person *person = model_person_at(model, number);
    const double days = world_person_amount(&model->random, person->who.number, purpose,
                                            &model->inputs->world->hospital.length_of_stay_days);
    person->is_inpatient = true;
    person->is_ready = false;
    model_journey_touch(model, number);
    person->hospital_stream = (uint8_t)stream;
    const des_time ready = since + des_clock_span(days, DES_DAY);
    person->discharge = model_schedule(model, EVENT_DISCHARGE, ready > model->now ? ready : model->now, number);
    person->stay = model_watch_instance(model);
    model_watch_span(model, MODEL_FACT_STAY_BEGINS, person, person->stay, MODEL_REASON_NONE);
}

void model_hospital_arrive(struct model *model, uint32_t number, des_time since) {
    begin_stay(model, number, model_person_at(model, number)->who.stream, WORLD_LENGTH_OF_STAY, since);
}

struct model_request model_hospital_request(const struct model *model, uint32_t number) {
    const struct model_person *person = model_person_at(model, number);
    const unsigned urgent = model->inputs->world->discharge_priority;
    return (struct model_request){
        .stream = person->hospital_stream,
        .priority = person->who.priority < urgent ? person->who.priority : urgent,
    };
}

/* The need with which people are admitted begins anew: help for it that was on its way ends. A crew at work on nothing
 * else ends its piece of work for nobody. */
static void let_go(struct model *model, uint32_t number, unsigned need) {
    uint32_t c = model_person_at(model, number)->first_contact;
    while (c != DES_NO_RECORD) {
        struct model_contact *contact = model_contact_at(model, c);
        const uint32_t next = contact->next_contact;
        const bool is_at_work = model_contact_is_assessment(contact) && contact->state == CONTACT_WORKING;
        const world_needs others = contact->needs & ~world_needs_of(need);
        if ((contact->kind == CONTACT_FOLLOWUP || is_at_work) && others == WORLD_NO_NEEDS) {
            model_contact_bereave(model, c, MODEL_REASON_ADMITTED);
        } else if (is_at_work) {
            contact->needs = others;
        }
        c = next;
    }
}

/* What the person waited for elsewhere is taken off the lists; the needs that were asked for. */
static world_needs leave_lists(struct model *model, uint32_t number) {
    world_needs asked = WORLD_NO_NEEDS;
    uint32_t c = model_person_at(model, number)->first_contact;
    while (c != DES_NO_RECORD) {
        struct model_contact *contact = model_contact_at(model, c);
        const uint32_t next = contact->next_contact;
        if (contact->state == CONTACT_WAITING && contact->kind == CONTACT_FOLLOWUP) {
            model_followup_put_off(model, c);
        } else if (contact->state == CONTACT_WAITING && model_contact_is_assessment(contact)) {
            asked |= contact->asked;
            model_referral_interrupt(model, c);
        }
        c = next;
    }
    return asked;
}

/* The need with which people are referred in hospital, which they may have had before. */
static void add_need(struct model *model, uint32_t number, unsigned need) {
    struct model_person *person = model_person_at(model, number);
    const world_needs added = world_needs_of(need);
    const bool may_need_care = person->care == CARE_NONE;
    if (may_need_care) {
        model_onset_gather(model, person);
    }
    person->needs |= added;
    person->met &= ~added;
    person->taken &= ~added;
    person->referred &= ~added;
    if (may_need_care) {
        model_onset_schedule(model, number);
    }
}

void model_hospital_admit(struct model *model, uint32_t number) {
    struct model_person *person = model_person_at(model, number);
    const struct world *world = model->inputs->world;
    person->admission = DES_NO_EVENT;
    if (person->is_inpatient) {
        return;
    }
    model_watch_tell(model, MODEL_FACT_ADMITTED, person);
    const struct world_admitted admitted =
        world_person_draw_admitted(world, &model->random, person->who.number, model_person_age(model, person));
    let_go(model, number, admitted.presents);
    const world_needs asked = leave_lists(model, number), care = world_needs_of(world->care_need);
    begin_stay(model, number, world->admission_stream, WORLD_ADMITTED_STAY, model->now);
    person->held_back |= asked & ~care;
    add_need(model, number, admitted.presents);
    const struct model_request request = {world->admission_stream, admitted.priority};
    model_referral_make(model, number, world_needs_of(admitted.presents), &request);
    model_referral_make(model, number, asked & care, &request);
}

void model_hospital_ready(struct model *model, uint32_t number) {
    struct model_person *person = model_person_at(model, number);
    person->discharge = DES_NO_EVENT;
    person->is_ready = true;
    model_watch_tell(model, MODEL_FACT_READY, person);
    model_hospital_settle(model, number);
}

static enum model_delay cause_of_delay(const struct model *model, const struct model_person *person) {
    if (!person->is_inpatient || !person->is_ready) {
        return DELAY_NONE;
    }
    if (model_contact_has_assessment(model, person)) {
        return DELAY_ASSESSMENT;
    }
    return person->care == CARE_ASKED || person->care == CARE_AGREED ? DELAY_CARE : DELAY_NONE;
}

static void book_delay(struct model *model, const struct model_person *person, double change) {
    if (person->delay == DELAY_NONE) {
        return;
    }
    model_book_person_shift(model, ACCOUNT_BEDS_DELAYED, &person->who, change);
    model_book_person_shift(model, person->delay == DELAY_CARE ? ACCOUNT_BEDS_CARE : ACCOUNT_BEDS_ASSESSMENT,
                            &person->who, change);
    if (person->counts_for_indicator) {
        model_book_all_shift(model, ACCOUNT_BEDS_INDICATOR, change);
    }
}

static void set_delay(struct model *model, struct model_person *person, enum model_delay delay) {
    if (delay == person->delay) {
        return;
    }
    model_tally_delay(model, person);
    if (person->delay == DELAY_NONE && delay != DELAY_NONE) {
        const double from_years = model->inputs->world->hospital.indicator_from_years;
        person->counts_for_indicator = model_person_age(model, person) >= from_years;
        model_book_person(model, ACCOUNT_DISCHARGES_DELAYED, &person->who, 1);
    }
    book_delay(model, person, -1);
    person->delay = delay;
    book_delay(model, person, +1);
}

static void discharge(struct model *model, uint32_t number) {
    struct model_person *person = model_person_at(model, number);
    const struct model_request request = model_hospital_request(model, number);
    const world_needs needs = person->held_back;
    model_watch_tell(model, MODEL_FACT_WENT_HOME, person);
    model_watch_span(model, MODEL_FACT_STAY_ENDS, person, person->stay, MODEL_REASON_NONE);
    person->is_inpatient = person->is_ready = false;
    model_journey_touch(model, number);
    person->held_back = WORLD_NO_NEEDS;
    model_followup_take_up(model, number);
    model_referral_make(model, number, needs, &request);
    model_person_settle(model, number);
}

void model_hospital_settle(struct model *model, uint32_t number) {
    struct model_person *person = model_person_at(model, number);
    if (!person->is_inpatient) {
        model_person_settle(model, number);
        return;
    }
    set_delay(model, person, cause_of_delay(model, person));
    if (person->is_ready && person->delay == DELAY_NONE) {
        discharge(model, number);
    }
}

void model_hospital_bereave(struct model *model, uint32_t number) {
    struct model_person *person = model_person_at(model, number);
    set_delay(model, person, DELAY_NONE);
    if (person->is_inpatient) {
        model_watch_span(model, MODEL_FACT_STAY_ENDS, person, person->stay, MODEL_REASON_DIED);
    }
}

/* model/care.c - the way to funded care and through it. */
#include "care.h"

#include <math.h>

#include "base/err.h"
#include "book.h"
#include "care_home.h"
#include "care_state.h"
#include "hospital.h"
#include "journey.h"
#include "person.h"
#include "supply.h"
#include "tally.h"
#include "watch.h"

static uint32_t number_of(const struct model *model, uint32_t person) {
    return model_person_at(model, person)->who.number;
}

static bool has_chance(struct model *model, uint32_t person, enum world_purpose purpose, double probability) {
    return world_person_chance(&model->random, number_of(model, person), purpose, probability);
}

static des_time draw_span(struct model *model, uint32_t person, enum world_purpose purpose, const struct des_dist *dist,
                          des_time unit) {
    return des_clock_span(world_person_amount(&model->random, number_of(model, person), purpose, dist), unit);
}

/* By age now: who was 64 at referral may be 65 when the need begins. */
static const struct world_care_band *plan_for(const struct model *model, uint32_t person) {
    const struct world *world = model->inputs->world;
    const double age = model_person_age(model, model_person_at(model, person));
    const struct world_care_band *plan = world_care_band(world, world_band_of_age(world, age));
    err_require(plan != NULL); /* checked when the scenario was read */
    return plan;
}

static void schedule_step(struct model *model, uint32_t number, des_time span) {
    struct model_person *person = model_person_at(model, number);
    err_require(person->care_step == DES_NO_EVENT);
    person->care_step = model_schedule(model, EVENT_CARE, span == DES_NEVER ? DES_NEVER : model->now + span, number);
}

static void schedule_end(struct model *model, uint32_t number, des_time until) {
    struct model_person *person = model_person_at(model, number);
    model_unschedule(model, &person->care_end);
    person->care_until = until;
    person->care_end = model_schedule(model, EVENT_CARE_END, until, number);
}

static double draw_hours(struct model *model, uint32_t number) {
    return world_person_amount(&model->random, number_of(model, number), WORLD_CARE_HOURS,
                               &model->inputs->world->care.hours_per_week);
}

static des_time later(const struct model *model, des_time span) {
    return span == DES_NEVER ? DES_NEVER : model->now + span;
}

void model_care_begin(struct model *model, uint32_t number) {
    struct model_person *person = model_person_at(model, number);
    const des_time lasts = draw_span(model, number, WORLD_CARE_WEEKS, &plan_for(model, number)->weeks, DES_WEEK);
    const world_needs care = world_needs_of(model->inputs->world->care_need);
    person->needs |= care;
    person->taken &= ~care;
    person->referred &= ~care;
    model_care_state_enter(model, number, CARE_HIDDEN, draw_hours(model, number));
    schedule_end(model, number, later(model, lasts));
    model_tally_begin(model, number);
    model_watch_tell(model, MODEL_FACT_NEEDS_CARE, person);
}

void model_care_ask(struct model *model, uint32_t number) {
    model_care_state_enter(model, number, CARE_ASKED, model_person_at(model, number)->care_hours);
    model_book_person(model, ACCOUNT_CARE_REQUESTS, &model_person_at(model, number)->who, 1);
}

/* Helped otherwise. Followed until the need would have ended, and at least as long as everybody is, so that the same
 * stretch of life is compared in every scenario; who asks again in that time does so by the usual way in, with a need
 * that lasts its full time from then. */
static void prevent(struct model *model, uint32_t number, double return_per_year) {
    struct model_person *person = model_person_at(model, number);
    model_care_state_enter(model, number, CARE_PREVENTED, person->care_hours);
    model_journey_help(model, number);
    model_unschedule(model, &person->care_end);
    model_book_person(model, ACCOUNT_PREVENTED, &person->who, 1);
    if (return_per_year <= 0) {
        return;
    }
    const double years = world_person_exponential(&model->random, person->who.number, WORLD_RETURN) / return_per_year;
    const des_time again = later(model, des_clock_span(years, DES_YEAR));
    if (again <= person->care_until || again <= person->window_end) {
        person->care_step = model_schedule(model, EVENT_CARE, again, number);
    }
}

static void reduce(struct model *model, uint32_t number, const struct des_dist *hours) {
    struct model_person *person = model_person_at(model, number);
    const double drawn = world_person_amount(&model->random, person->who.number, WORLD_REDUCE_HOURS, hours);
    const double less = fmin(drawn, person->care_hours);
    model_book_person(model, ACCOUNT_REDUCED, &person->who, 1);
    model_book_person(model, ACCOUNT_REDUCED_HOURS, &person->who, less);
    model_care_state_enter(model, number, person->care, person->care_hours - less);
}

/* A delay is a postponement: the need ends as much later as the package starts. */
static void put_off(struct model *model, uint32_t number, const struct des_dist *weeks) {
    struct model_person *person = model_person_at(model, number);
    model_book_person(model, ACCOUNT_DELAYED, &person->who, 1);
    person->put_off = draw_span(model, number, WORLD_DELAY_WEEKS, weeks, DES_WEEK);
    if (person->care_until != DES_NEVER) {
        schedule_end(model, number, person->care_until + person->put_off);
    }
}

/* Effects of an assessment led by occupational therapy; a person answers to them once. True when prevented. */
static bool apply_effect(struct model *model, uint32_t number, const struct svc_effect *effect) {
    struct model_person *person = model_person_at(model, number);
    if (person->has_answered) {
        return false;
    }
    person->has_answered = true;
    if (has_chance(model, number, WORLD_PREVENT, effect->prevent)) {
        prevent(model, number, effect->return_per_year);
        return true;
    }
    if (has_chance(model, number, WORLD_REDUCE, effect->reduce)) {
        reduce(model, number, &effect->reduce_hours);
    }
    if (has_chance(model, number, WORLD_DELAY, effect->delay)) {
        put_off(model, number, &effect->delay_weeks);
    }
    return false;
}

void model_care_decide(struct model *model, uint32_t number, size_t team, const struct model_request *request) {
    const struct svc_team *plan = model->teams[team].plan;
    if (model_person_at(model, number)->care == CARE_HIDDEN) { /* found by the team itself, not asked for before */
        model_care_ask(model, number);
    }
    if (model_person_at(model, number)->care != CARE_ASKED) { /* the need ended while the crew was at work */
        return;
    }
    const struct svc_effect *effect = &plan->effect;
    if (effect->prevent + effect->reduce + effect->delay > 0 && apply_effect(model, number, effect)) {
        return;
    }
    model_care_state_enter(model, number, CARE_AGREED, model_person_at(model, number)->care_hours);
    if (plan->remit_needs >> model->inputs->world->commissioning_need & 1) {
        model_care_broker(model, number);
    } else {
        model_referral_commission(model, number, request);
    }
}

static void await_start(struct model *model, uint32_t number) {
    schedule_step(model, number,
                  draw_span(model, number, WORLD_BROKERAGE, &model->inputs->world->care.brokerage_days, DES_DAY));
}

void model_care_broker(struct model *model, uint32_t number) {
    struct model_person *person = model_person_at(model, number);
    if (person->care != CARE_AGREED) { /* the need ended while the package was being commissioned */
        return;
    }
    if (person->put_off > 0) {
        model_care_state_enter(model, number, CARE_PUT_OFF, person->care_hours);
        schedule_step(model, number, person->put_off);
    } else {
        await_start(model, number);
    }
}

static void start_package(struct model *model, uint32_t number) {
    const struct model_person *person = model_person_at(model, number);
    model_journey_help(model, number);
    model_supply_leave(model, number);
    model_care_state_enter(model, number, CARE_ACTIVE, person->care_hours);
    model_book_person(model, ACCOUNT_CARE_STARTS, &person->who, 1);
    model_watch_tell(model, MODEL_FACT_CARE, person);
    model_hospital_settle(model, number);
}

void model_care_supply(struct model *model) {
    for (uint32_t next; (next = model_supply_next(model)) != SVC_NOBODY;) {
        start_package(model, next);
    }
}

static void stop(struct model *model, uint32_t number) {
    struct model_person *person = model_person_at(model, number);
    const bool makes_room = person->care == CARE_ACTIVE || person->supply_entry != SVC_NOBODY;
    model_unschedule(model, &person->care_step);
    model_unschedule(model, &person->care_end);
    model_supply_leave(model, number);
    model_care_state_enter(model, number, CARE_ENDED, person->care_hours);
    if (makes_room) {
        model_care_supply(model);
    }
}

/* A package that would start before day one is one of the stock that is in payment on day one. */
static void try_start(struct model *model, uint32_t number) {
    if (model->now < 0) {
        stop(model, number);
        model_hospital_settle(model, number);
    } else if (model_supply_has_room(model, number)) {
        start_package(model, number);
    } else {
        model_supply_join(model, number);
        model_care_supply(model); /* a more urgent package may find room where one that waits does not */
    }
}

/* Asks, for the first time or again, by the way in that is meant for it; in hospital by that of the stay. */
static void request_care(struct model *model, uint32_t number) {
    model_care_begin(model, number);
    const struct model_person *person = model_person_at(model, number);
    const struct model_request at_home = {model->inputs->world->request_stream, person->who.priority};
    const struct model_request request = person->is_inpatient ? model_hospital_request(model, number) : at_home;
    model_referral_make(model, number, world_needs_of(model->inputs->world->care_need), &request);
}

void model_care_step(struct model *model, uint32_t number) {
    struct model_person *person = model_person_at(model, number);
    person->care_step = DES_NO_EVENT;
    switch (person->care) {
    case CARE_NONE:
    case CARE_PREVENTED:
        request_care(model, number);
        break;
    case CARE_PUT_OFF:
        model_care_state_enter(model, number, CARE_AGREED, person->care_hours);
        await_start(model, number);
        break;
    case CARE_AGREED:
        try_start(model, number);
        break;
    default:
        err_require(false && "a step is due only where a state has a next one");
    }
}

/* A request that comes to nothing: given up, or ended by itself or by death before the package started. */
static void book_unserved(struct model *model, const struct model_person *person) {
    if (person->care == CARE_ASKED || person->care == CARE_AGREED || person->care == CARE_PUT_OFF) {
        model_book_person(model, ACCOUNT_CARE_NEVER_STARTED, &person->who, 1);
    }
}

void model_care_end(struct model *model, uint32_t number) {
    struct model_person *person = model_person_at(model, number);
    if (person->care == CARE_HOME) {
        model_care_home_leave(model, number);
        return;
    }
    const world_needs care = world_needs_of(model->inputs->world->care_need);
    person->care_end = DES_NO_EVENT;
    book_unserved(model, person);
    stop(model, number);
    person->held_back &= ~care;
    person->met |= care;
    model_referral_withdraw_care(model, number);
    model_care_home_try(model, number);
    model_hospital_settle(model, number);
}

void model_care_give_up(struct model *model, uint32_t number) {
    const struct model_person *person = model_person_at(model, number);
    book_unserved(model, person);
    model_care_state_enter(model, number, CARE_GIVEN_UP, person->care_hours);
}

void model_care_stop(struct model *model, uint32_t number) {
    book_unserved(model, model_person_at(model, number));
    stop(model, number);
}

void model_care_enrol(struct model *model, uint32_t number) {
    model_care_state_enter(model, number, CARE_ACTIVE, draw_hours(model, number));
    des_stream_seek(&model->random, WORLD_CARE_RESIDUAL, number_of(model, number));
    const double weeks = des_dist_draw_residual(&plan_for(model, number)->weeks, &model->random);
    schedule_end(model, number, later(model, des_clock_span(weeks, DES_WEEK)));
    model_tally_begin(model, number);
}

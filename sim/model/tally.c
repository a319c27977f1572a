/* model/tally.c - hours of care by what became of them, person by person. */
#include "tally.h"

#include <stdlib.h>

#include "base/mem.h"
#include "person.h"

static des_time later_of(des_time a, des_time b) {
    return a > b ? a : b;
}

static des_time earlier_of(des_time a, des_time b) {
    return a < b ? a : b;
}

static struct model_tally *tally_of(const struct model *model, const struct model_person *person) {
    return person->tally != DES_NO_RECORD ? des_pool_at(&model->open_tallies, person->tally) : NULL;
}

/* The first thing to compare about a person begins the tally. */
static struct model_tally *begun_tally_of(struct model *model, struct model_person *person) {
    if (person->tally == DES_NO_RECORD) {
        person->tally = des_pool_take(&model->open_tallies);
    }
    return tally_of(model, person);
}

void model_tally_begin(struct model *model, uint32_t number) {
    if (!model->is_compared) {
        return;
    }
    struct model_person *person = model_person_at(model, number);
    struct model_tally *tally = begun_tally_of(model, person);
    tally->since = model->now;
    tally->has_returned = tally->hours_needed > 0;
    if (!tally->has_returned) {
        tally->hours_needed = person->care_hours;
        tally->first_end = person->care_until;
        tally->began = model->now;
        tally->dies = model_person_time_at_age(person, person->who.death_age);
        tally->band = world_band_of_age(model->inputs->world, model_person_age(model, person));
    }
}

/* Seconds of [from, to) before a moment. */
static double seconds_before(des_time from, des_time to, des_time moment) {
    return (double)later_of(earlier_of(to, moment) - from, 0);
}

/* A need lasts its time from its beginning; what lies behind that end is there because the package was put off on
 * purpose, or because somebody for whom it was prevented has asked again. */
static void enter_needed(struct model_tally *tally, des_time from, des_time to) {
    const double within = seconds_before(from, to, tally->first_end);
    tally->amounts[TALLY_NEEDED] += tally->hours_needed * within;
    tally->amounts[tally->has_returned ? TALLY_AFTER_RETURN : TALLY_AFTER_PUT_OFF] +=
        tally->hours_needed * ((double)(to - from) - within);
}

static void enter_state(const struct model_person *person, struct model_tally *tally, des_time from, des_time to) {
    const double seconds = (double)(to - from);
    switch (person->care) {
    case CARE_HIDDEN:
    case CARE_ASKED:
    case CARE_AGREED:
    case CARE_GIVEN_UP:
        tally->amounts[TALLY_HELD_UP] += person->care_hours * seconds;
        break;
    case CARE_PUT_OFF:
        tally->amounts[TALLY_PUT_OFF] += person->care_hours * seconds;
        break;
    case CARE_ACTIVE:
        tally->was_served = true;
        break;
    case CARE_PREVENTED: {
        const double hours = tally->hours_needed * seconds_before(from, to, tally->first_end);
        tally->amounts[TALLY_NEEDED] += hours;
        tally->amounts[TALLY_PREVENTED] += hours;
        return;
    }
    default:
        return;
    }
    enter_needed(tally, from, to);
    tally->amounts[TALLY_REDUCED] += (tally->hours_needed - person->care_hours) * seconds;
}

void model_tally_care(struct model *model, struct model_person *person) {
    struct model_tally *tally = tally_of(model, person);
    if (tally == NULL) {
        return;
    }
    const des_time from = later_of(tally->since, 0), to = later_of(model->now, 0);
    tally->since = model->now;
    if (from < to) {
        enter_state(person, tally, from, to);
    }
}

void model_tally_second(struct model *model, struct model_person *person) {
    if (model->is_compared && model->period > 0) {
        begun_tally_of(model, person)->amounts[TALLY_SECOND_ASSESSMENTS]++;
    }
}

void model_tally_delay(struct model *model, struct model_person *person) {
    const des_time from = later_of(person->delayed_since, 0), to = later_of(model->now, 0);
    person->delayed_since = model->now;
    if (model->is_compared && person->delay != DELAY_NONE && from < to) {
        begun_tally_of(model, person)->amounts[person->delay == DELAY_CARE ? TALLY_BEDS_CARE : TALLY_BEDS_ASSESSMENT] +=
            (double)(to - from);
    }
}

/* Somebody helped otherwise is let go before the need would have ended, or dies before. */
static void enter_rest_of_prevention(const struct model *model, const struct model_person *person,
                                     struct model_tally *tally) {
    const des_time death = model_person_time_at_age(person, person->who.death_age);
    const des_time until = earlier_of(earlier_of(tally->first_end, death), model->inputs->end);
    const des_time from = later_of(model->now, 0);
    if (person->care == CARE_PREVENTED && from < until) {
        enter_state(person, tally, from, until);
    }
}

static bool is_empty(const struct model_tally *tally) {
    for (size_t i = 0; i < TALLY_AMOUNTS; i++) {
        if (tally->amounts[i] != 0) {
            return false;
        }
    }
    return true;
}

void model_tally_close(struct model *model, struct model_person *person) {
    model_tally_care(model, person);
    model_tally_delay(model, person);
    struct model_tally *tally = tally_of(model, person);
    if (tally == NULL) {
        return;
    }
    enter_rest_of_prevention(model, person, tally);
    if (!is_empty(tally)) {
        tally->number = person->who.number;
        tally->came = person->came;
        tally->has_died = person->has_died;
        model->tallies = mem_grown(model->tallies, model->tally_count, &model->tally_capacity, sizeof *model->tallies);
        model->tallies[model->tally_count++] = *tally;
    }
    des_pool_give(&model->open_tallies, person->tally);
    person->tally = DES_NO_RECORD;
}

static int compare_numbers(const void *a, const void *b) {
    const uint32_t one = ((const struct model_tally *)a)->number, other = ((const struct model_tally *)b)->number;
    return (one > other) - (one < other);
}

void model_tally_finish(struct model *model) {
    if (!model->is_compared) {
        return;
    }
    bool *is_used = des_pool_used(&model->people);
    for (uint32_t i = 0; i < model->people.count; i++) {
        if (is_used[i]) {
            model_tally_close(model, model_person_at(model, i));
        }
    }
    free(is_used);
    if (model->tally_count > 0) {
        qsort(model->tallies, model->tally_count, sizeof *model->tallies, compare_numbers);
    }
}

/* model/journey.c - the clock of the whole way from first contact to the last help. */
#include "journey.h"

#include <string.h>

#include "base/mem.h"
#include "book.h"

enum model_stage model_journey_stage(const struct model_person *person) {
    if (person->journey.waits > 0) {
        return person->was_assessed ? STAGE_FURTHER_WAIT : STAGE_FIRST_WAIT;
    }
    if (person->care == CARE_AGREED) {
        return STAGE_PACKAGE_WAIT;
    }
    if (person->is_inpatient) {
        return STAGE_HOSPITAL;
    }
    return person->first_contact != DES_NO_RECORD || person->care == CARE_PUT_OFF ? STAGE_HELP : STAGE_NONE;
}

void model_journey_touch(struct model *model, uint32_t number) {
    struct model_journey *journey = &model_person_at(model, number)->journey;
    if (!journey->is_touched) {
        journey->is_touched = true;
        model->touched =
            mem_grown(model->touched, model->touched_count, &model->touched_capacity, sizeof *model->touched);
        model->touched[model->touched_count++] = number;
    }
}

void model_journey_wait(struct model *model, uint32_t number, int change) {
    struct model_journey *journey = &model_person_at(model, number)->journey;
    journey->waits = (uint16_t)(journey->waits + change);
    model_journey_touch(model, number);
}

static void bring_up_to_date(const struct model *model, struct model_journey *journey) {
    journey->spent[journey->stage] += model->now - journey->since;
    journey->since = model->now;
}

static void count_length(struct model *model, const struct world_person *who, des_time length) {
    const size_t *first = model->chart.first_journey;
    if (model->period > 0) {
        const size_t bin = des_histogram_bin(&model->journeys, length);
        des_histogram_add(&model->journeys, first[MODEL_LOCALITY] + who->locality, bin);
        des_histogram_add(&model->journeys, first[MODEL_STREAM] + who->stream, bin);
    }
}

_Static_assert((int)STAGE_NONE == 0 && (int)ACCOUNT_JOURNEY_HELP_SECONDS == (int)ACCOUNT_JOURNEYS + (int)STAGE_HELP,
               "accounts in the order of stages, and the first in place of none");

static void book(struct model *model, const struct model_person *person) {
    if (!person->journey.was_helped) {
        model_book_callers(model, &person->who, ACCOUNT_JOURNEYS_WITHOUT_HELP, (const double[]){1}, 1);
        return;
    }
    des_time length = 0;
    double amounts[STAGE_COUNT] = {1};
    for (unsigned s = STAGE_NONE + 1; s < STAGE_COUNT; s++) {
        amounts[s] = (double)person->journey.helped[s];
        length += person->journey.helped[s];
    }
    model_book_callers(model, &person->who, ACCOUNT_JOURNEYS, amounts, STAGE_COUNT);
    count_length(model, &person->who, length);
}

static void look_at(struct model *model, struct model_person *person) {
    struct model_journey *journey = &person->journey;
    const enum model_stage stage = model_journey_stage(person);
    journey->is_touched = false;
    if (stage == journey->stage) {
        return;
    }
    if (journey->stage == STAGE_NONE) {
        *journey = (struct model_journey){.since = model->now, .waits = journey->waits};
    } else {
        bring_up_to_date(model, journey);
    }
    if (stage == STAGE_NONE) {
        book(model, person);
    }
    journey->stage = stage;
}

void model_journey_resume(struct model *model, uint32_t number, des_time since) {
    struct model_person *person = model_person_at(model, number);
    person->journey.stage = model_journey_stage(person);
    person->journey.since = since;
}

void model_journey_settle(struct model *model) {
    for (size_t i = 0; i < model->touched_count; i++) {
        struct model_person *person = model_person_at(model, model->touched[i]);
        if (person->journey.is_touched) { /* or it was given back, or is a number that stands here twice */
            look_at(model, person);
        }
    }
    model->touched_count = 0;
}

void model_journey_help(struct model *model, uint32_t number) {
    struct model_journey *journey = &model_person_at(model, number)->journey;
    bring_up_to_date(model, journey);
    memcpy(journey->helped, journey->spent, sizeof journey->helped);
    journey->was_helped = true;
}

void model_journey_end(struct model *model, uint32_t number) {
    struct model_person *person = model_person_at(model, number);
    if (person->journey.stage != STAGE_NONE) {
        book(model, person);
    }
    person->journey = (struct model_journey){.stage = STAGE_NONE};
}

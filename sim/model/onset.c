/* model/onset.c - the onset of a need for care: an accumulating hazard that waiting speeds up and help slows down. */
#include "onset.h"

#include <math.h>

#include "person.h"

static double multiplier(const struct model *model, const struct model_person *person) {
    const struct world_care *care = &model->inputs->world->care;
    return model_person_has_unmet_needs(model, person) ? care->waiting_multiplier : care->protection_multiplier;
}

static bool can_begin(const struct model *model, const struct model_person *person) {
    const struct world *world = model->inputs->world;
    return !(person->needs >> world->care_need & 1) && !world_hazard_is_none(&world->onset);
}

void model_onset_gather(struct model *model, struct model_person *person) {
    if (!can_begin(model, person)) {
        return;
    }
    const struct world_hazard *onset = &model->inputs->world->onset;
    const double age = model_person_age(model, person);
    person->onset_gathered += multiplier(model, person) * (world_hazard_accumulated(onset, age) -
                                                           world_hazard_accumulated(onset, person->onset_age));
    person->onset_age = age;
}

void model_onset_schedule(struct model *model, uint32_t number) {
    struct model_person *person = model_person_at(model, number);
    if (!can_begin(model, person)) {
        return;
    }
    model_unschedule(model, &person->care_step);
    const double missing = fmax(person->who.onset_threshold - person->onset_gathered, 0);
    const double rate = multiplier(model, person);
    const double age =
        rate > 0 ? world_hazard_age_at(&model->inputs->world->onset, person->onset_age, missing / rate) : INFINITY;
    const des_time due = model_person_time_at_age(person, age);
    if (due <= person->window_end) {
        person->care_step = model_schedule(model, EVENT_CARE, due > model->now ? due : model->now, number);
    }
}

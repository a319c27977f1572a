/* model/care_home.c - who goes to a care home, and for how long. */
#include "care_home.h"

#include "book.h"
#include "care_state.h"
#include "person.h"

static void stay(struct model *model, uint32_t number, double days) {
    struct model_person *person = model_person_at(model, number);
    const des_time span = des_clock_span(days, DES_DAY);
    model_care_state_enter(model, number, CARE_HOME, 0);
    person->care_until = span == DES_NEVER ? DES_NEVER : model->now + span;
    person->care_end = model_schedule(model, EVENT_CARE_END, person->care_until, number);
}

/* Who would enter before day one is one of those who live there on day one. Whether a need for care at home ends so is
 * the person's fate, whether it was funded or not; a need that was prevented has no end, until the person asks again. */
void model_care_home_try(struct model *model, uint32_t number) {
    const struct world *world = model->inputs->world;
    const struct model_person *person = model_person_at(model, number);
    const struct world_care_home_band *plan =
        world_care_home_band(world, world_band_of_age(world, model_person_age(model, person)));
    if (model->now < 0 || plan == NULL ||
        !world_person_chance(&model->random, person->who.number, WORLD_CARE_HOME, plan->probability)) {
        return;
    }
    model_book_person(model, ACCOUNT_HOME_ADMISSIONS, &person->who, 1);
    stay(model, number,
         world_person_amount(&model->random, person->who.number, WORLD_CARE_HOME_STAY, &world->care_homes.stay_days));
}

void model_care_home_leave(struct model *model, uint32_t number) {
    model_care_state_enter(model, number, CARE_ENDED, 0);
    model_person_settle(model, number);
}

void model_care_home_enrol(struct model *model, uint32_t number) {
    des_stream_seek(&model->random, WORLD_CARE_HOME_STAY, model_person_at(model, number)->who.number);
    stay(model, number, des_dist_draw_residual(&model->inputs->world->care_homes.stay_days, &model->random));
}

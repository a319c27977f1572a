/* tests/model/test_mechanisms_supply.c - who is next when hours of home care can be had again. */
#include "sim/model/supply.h"

#include "sim/model/care.h"
#include "sim/model/care_state.h"
#include "sim/model/check.h"
#include "sim/model/journey.h"
#include "tests/model/fixture.h"

enum { CARE = 4, AFFORDABLE = 11 };

static struct model *model_with_nobody(struct trial *trial) {
    *trial = (struct trial){.count = 0};
    trial_add(trial, "tests/scenarios/valley-stock.cfg",
              "world = { care = { bands = ( { age_band = 'adult'; stock_per_1000 = 0; }, { age_band = 'old'; "
              "stock_per_1000 = 0; } ); }; streams = ( { name = 'community'; rates = ( { age_band = 'adult'; "
              "per_1000_per_year = 0; }, { age_band = 'old'; per_1000_per_year = 0; } ); }, { name = 'school'; rates = "
              "( { age_band = 'child'; per_1000_per_year = 0; } ); }, { name = 'hospital'; rates = ( { age_band = "
              "'adult'; per_1000_per_year = 0; }, { age_band = 'old'; per_1000_per_year = 0; } ); } ); };");
    struct model *model = model_new(&trial->entries[0].inputs);
    model_run(model, 1, true);
    des_ledger_clear(model->ledger, 0);
    model->now = model->period_start = 3 * (des_time)DES_DAY;
    for (size_t t = 0; t < model->inputs->service->teams.count; t++) {
        svc_roster_clear(model->teams[t].roster);
        svc_roster_settle(model->teams[t].roster, model->now);
    }
    model->supply_limit = AFFORDABLE;
    return model;
}

/* Somebody whose package of so many hours a week could start now. */
static uint32_t person_whose_turn_it_is(struct model *model, uint32_t who, double hours) {
    const uint32_t number = des_pool_take(&model->people);
    struct model_person *person = model_person_at(model, number);
    person->who = (struct world_person){.number = who, .band = 1, .age_years = 61, .death_age = INFINITY};
    person->who.needs = person->needs = person->taken = person->referred = world_needs_of(CARE);
    person->came = model->now;
    person->first_contact = DES_NO_RECORD;
    person->supply_entry = SVC_NOBODY;
    person->care_until = DES_NEVER;
    model->persons++;
    model_care_state_enter(model, number, CARE_AGREED, hours);
    model_care_step(model, number);
    return number;
}

static void who_leaves_the_head_of_the_list_lets_a_smaller_package_start(void **state) {
    (void)state;
    struct trial trial;
    struct model *model = model_with_nobody(&trial);
    const uint32_t first = person_whose_turn_it_is(model, 71, 6.5), large = person_whose_turn_it_is(model, 72, 9),
                   small = person_whose_turn_it_is(model, 73, 4.25), last = person_whose_turn_it_is(model, 74, 1);
    assert_int_equal(model_person_at(model, first)->care, CARE_ACTIVE);
    assert_int_equal(model_person_at(model, small)->care, CARE_AGREED); /* 10.75 hours, but not before the large one */
    model_care_end(model, large);
    model_journey_settle(model);
    model_check_all(model);
    assert_int_equal(model_person_at(model, small)->care, CARE_ACTIVE);
    assert_int_equal(model_person_at(model, last)->care, CARE_AGREED);
    model_free(model);
    scn_scenario_free(&trial.scenarios[0]);
}

static void packages_that_make_the_limit_together_all_start(void **state) {
    (void)state;
    struct trial trial;
    struct model *model = model_with_nobody(&trial);
    model->supply_limit = 0.3;
    person_whose_turn_it_is(model, 75, 0.1);
    person_whose_turn_it_is(model, 76, 0.1);
    const uint32_t third = person_whose_turn_it_is(model, 77, 0.1), fourth = person_whose_turn_it_is(model, 78, 0.1);
    assert_int_equal(model_person_at(model, third)->care, CARE_ACTIVE);
    assert_int_equal(model_person_at(model, fourth)->care, CARE_AGREED);
    model_free(model);
    scn_scenario_free(&trial.scenarios[0]);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_leaves_the_head_of_the_list_lets_a_smaller_package_start),
        cmocka_unit_test(packages_that_make_the_limit_together_all_start),
    };
    return run_chosen(tests, argc, argv);
}

/* tests/model/test_split.c - differences between scenarios, taken apart person by person. */
#include "model/split.h"
#include "tests/model/fixture.h"

static const char *const valley = "tests/scenarios/valley.cfg";
static const char *const fewer_social_workers =
    "teams = ( { name = 'Social work'; staff = ( { role = 'social_worker'; fte = 1.7; } ); } );";
enum { REPLICATIONS = 4 };

/* A team in front of social work, with these probabilities of an effect. The caller frees it. */
static char *front_door(double prevent, double reduce, double delay) {
    return mem_format(
        "teams = ( { name = 'Pair'; organisation = 'council'; localities = [ 'all' ]; streams = [ 'care' ]; "
        "only_without_service = true; precedence = 1; list_limit = 6; remit = ( { need = 'care'; roles = [ 'ot' ]; }, "
        "{ need = 'equipment'; } ); staff = ( { role = 'ot'; fte = 2; } ); recognises = 0.8; "
        "effect = { prevent = %g; return_per_year = 0.9; reduce = %g; reduce_hours = 2.3; delay = %g; "
        "delay_weeks = 9; }; } );",
        prevent, reduce, delay);
}

static double part_of(const struct trial *trial, size_t scenario, const char *key, uint32_t replication) {
    const struct expt_outcome *outcome = &trial->results.outcomes[scenario];
    for (size_t i = 0; i < outcome->split_count; i++) {
        for (size_t p = 0; p < outcome->splits[i].part_count; p++) {
            if (strcmp(outcome->splits[i].parts[p].key, key) == 0) {
                return outcome->splits[i].parts[p].values[replication];
            }
        }
    }
    print_error("no part %s\n", key);
    fail();
    return NAN;
}

/* The parts against the difference of the measure itself, which is added up elsewhere. */
static void check_sums(const struct trial *trial, size_t scenario) {
    const struct expt_outcome *outcome = &trial->results.outcomes[scenario];
    assert_int_equal(outcome->split_count, 3);
    for (size_t i = 0; i < outcome->split_count; i++) {
        const struct column column = of_all(outcome->splits[i].measure);
        for (uint32_t r = 0; r < trial->results.replications; r++) {
            double sum = 0;
            for (size_t p = 0; p < outcome->splits[i].part_count; p++) {
                sum += outcome->splits[i].parts[p].values[r];
            }
            const double before = value_of(trial, 0, column, r), after = value_of(trial, scenario, column, r);
            assert_within(sum, after - before, 1e-10 * (1 + before));
        }
    }
}

static void parts_sum_to_the_difference_in_every_replication(void **state) {
    (void)state;
    struct trial trial;
    char *pair = front_door(0.31, 0.37, 0.23);
    trial_run(&trial, valley, REPLICATIONS,
              (const char *const[]){
                  "", pair, fewer_social_workers,
                  "world = { death_multiplier = 1.4; streams = ( { name = 'school'; growth_per_year = 0.5; } ); };",
                  NULL});
    for (size_t s = 1; s < 4; s++) {
        check_sums(&trial, s);
    }
    free(pair);
    trial_end(&trial);
}

static void assert_no_effects(const struct trial *trial, uint32_t replication) {
    static const char *const keys[] = {"prevented", "reduced", "put_off", "other_people"};
    for (size_t k = 0; k < sizeof keys / sizeof keys[0]; k++) {
        assert_true(part_of(trial, 1, keys[k], replication) == 0);
    }
}

static void longer_lists_for_care_hold_it_up_and_are_there_on_day_one(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, REPLICATIONS, (const char *const[]){"", fewer_social_workers, NULL});
    for (uint32_t r = 0; r < REPLICATIONS; r++) {
        assert_no_effects(&trial, r);
        assert_above(-1, part_of(&trial, 1, "held_up", r));
        assert_above(0, part_of(&trial, 1, "died_first", r));
        assert_above(part_of(&trial, 1, "day_one", r), 1);
    }
    trial_end(&trial);
}

/* Nobody waits on day one, and care is assessed as before: the wait for help with other needs makes care needed sooner. */
static void longer_lists_for_other_help_bring_care_forward(void **state) {
    (void)state;
    static const char begins[] = "run = { warm_up_days = 0; }; world = { care = { waiting_multiplier = 5; }; };";
    char *fewer = mem_format("%s teams = ( { name = 'Rehab'; staff = ( { role = 'ot'; fte = 0.8; } ); }, { name = 'OT "
                             "North'; staff = ( { role = 'ot'; fte = 0.6; } ); } );",
                             begins);
    struct trial trial;
    trial_run(&trial, valley, REPLICATIONS, (const char *const[]){begins, fewer, NULL});
    for (uint32_t r = 0; r < REPLICATIONS; r++) {
        assert_no_effects(&trial, r);
        assert_true(part_of(&trial, 1, "day_one", r) == 0);
        assert_above(part_of(&trial, 1, "brought_forward", r), 1);
    }
    check_sums(&trial, 1);
    free(fewer);
    trial_end(&trial);
}

static void each_effect_has_a_part_of_its_own(void **state) {
    (void)state;
    static const char *const keys[] = {"prevented", "reduced", "put_off"};
    char *overlays[] = {front_door(0, 0, 0), front_door(0.5, 0, 0), front_door(0, 0.5, 0), front_door(0, 0, 0.5)};
    struct trial trial;
    trial_run(&trial, valley, REPLICATIONS,
              (const char *const[]){overlays[0], overlays[1], overlays[2], overlays[3], NULL});
    for (size_t s = 1; s < 4; s++) {
        for (uint32_t r = 0; r < REPLICATIONS; r++) {
            for (size_t k = 0; k < 3; k++) {
                assert_true(k + 1 == s ? part_of(&trial, s, keys[k], r) < -1 : part_of(&trial, s, keys[k], r) == 0);
            }
        }
    }
    for (size_t i = 0; i < 4; i++) {
        free(overlays[i]);
    }
    trial_end(&trial);
}

/* Everybody's package is smaller by what was taken off, for as long as it is in payment or waited for. */
static void what_is_taken_off_is_what_the_part_says(void **state) {
    (void)state;
    char *without = front_door(0, 0, 0), *with = front_door(0, 1, 0);
    struct trial trial;
    trial_run(&trial, valley, REPLICATIONS, (const char *const[]){without, with, NULL});
    for (uint32_t r = 0; r < REPLICATIONS; r++) {
        const double needed = value_of(&trial, 1, of_all("care_needed_hours_per_week"), r) -
                              value_of(&trial, 0, of_all("care_needed_hours_per_week"), r);
        assert_near(part_of(&trial, 1, "reduced", r), needed, 1e-9);
    }
    free(without);
    free(with);
    trial_end(&trial);
}

static void people_of_one_scenario_only_are_told_apart(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, REPLICATIONS,
              (const char *const[]){"",
                                    "world = { streams = ( { name = 'care'; rates = ( { age_band = 'old'; "
                                    "per_1000_per_year = 60; } ); } ); };",
                                    NULL});
    for (uint32_t r = 0; r < REPLICATIONS; r++) {
        assert_above(part_of(&trial, 1, "other_people", r), 1);
    }
    trial_end(&trial);
}

/* Another life table, and packages that last longer: no service has brought anything forward. */
static void another_life_or_length_of_need_is_not_put_down_to_waiting(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, REPLICATIONS,
              (const char *const[]){
                  "", "world = { death_multiplier = 1.7; };",
                  "world = { care = { bands = ( { age_band = 'old'; weeks = { mean = 71; }; } ); }; };", NULL});
    for (uint32_t r = 0; r < REPLICATIONS; r++) {
        assert_above(0, part_of(&trial, 1, "other_people", r));
        assert_true(part_of(&trial, 1, "brought_forward", r) == 0);
        assert_above(part_of(&trial, 2, "other_people", r), 10);
    }
    trial_end(&trial);
}

/* Rehab in the council's organisation spares the steps between the two, and adds steps between Rehab and hospital. */
static void second_assessments_are_spared_or_added(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, REPLICATIONS,
              (const char *const[]){"", "teams = ( { name = 'Rehab'; organisation = 'council'; } );", NULL});
    for (uint32_t r = 0; r < REPLICATIONS; r++) {
        assert_above(-5, part_of(&trial, 1, "spared", r));
        assert_above(part_of(&trial, 1, "added", r), 5);
    }
    check_sums(&trial, 1);
    trial_end(&trial);
}

static void where_one_organisation_parts_every_second_assessment_is_added(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, REPLICATIONS,
              (const char *const[]){"teams = ( { name = 'Acute OT'; organisation = 'joined'; }, { name = 'Rehab'; "
                                    "organisation = 'joined'; }, { name = 'OT North'; organisation = 'joined'; }, { "
                                    "name = 'OT South'; organisation = 'joined'; }, { name = 'Social work'; "
                                    "organisation = 'joined'; } );",
                                    "", NULL});
    for (uint32_t r = 0; r < REPLICATIONS; r++) {
        const double apart = value_of(&trial, 1, of_all("second_assessments_per_year"), r);
        assert_above(apart, 100);
        assert_true(part_of(&trial, 1, "spared", r) == 0);
        assert_near(part_of(&trial, 1, "added", r), apart, 1e-12);
    }
    trial_end(&trial);
}

/* Who is ready after 0.1 days is assessed for half a day, then waits 9.5 or 12.75 days for the package. */
static void delays_are_split_by_what_people_wait_for(void **state) {
    (void)state;
    static const char inpatients[] = "world = { streams = ( { name = 'ward'; further = ( { need = 'care'; probability "
                                     "= 1; } ); rates = ( { age_band "
                                     "= 'everybody'; per_1000_per_year = 500; } ); } ); care = { brokerage_days = %g; "
                                     "}; needs = ( { name = 'acute'; "
                                     "assessment_hours = %g; } ); hospital = { length_of_stay_days = 0.1; }; };";
    char *usual = mem_format(inpatients, 9.5, 5.0), *slower = mem_format(inpatients, 12.75, 17.0);
    struct trial trial;
    trial_run(&trial, "tests/scenarios/ward.cfg", 2, (const char *const[]){usual, slower, NULL});
    for (uint32_t r = 0; r < 2; r++) {
        const double people = value_of(&trial, 0, of_all("persons_per_year"), r);
        assert_near(part_of(&trial, 1, "waiting_care", r), 3.25 * people, 1e-9);
        assert_near(part_of(&trial, 1, "waiting_assessment", r), 0.5 * people, 1e-9);
    }
    free(usual);
    free(slower);
    trial_end(&trial);
}

static void every_part_says_what_it_means(void **state) {
    (void)state;
    size_t count;
    const struct model_split *splits = model_splits(&count);
    for (size_t i = 0; i < count; i++) {
        assert_in_range(splits[i].part_count, 2, MODEL_PARTS_MAX);
        for (size_t p = 0; p < splits[i].part_count; p++) {
            const struct model_part *part = &splits[i].parts[p];
            assert_true(strlen(part->key) > 3 && strlen(part->name) > 3 && strlen(part->meaning) > 20);
            assert_true(part->meaning[strlen(part->meaning) - 1] == '.');
        }
    }
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_sum_to_the_difference_in_every_replication),
        cmocka_unit_test(longer_lists_for_care_hold_it_up_and_are_there_on_day_one),
        cmocka_unit_test(longer_lists_for_other_help_bring_care_forward),
        cmocka_unit_test(each_effect_has_a_part_of_its_own),
        cmocka_unit_test(what_is_taken_off_is_what_the_part_says),
        cmocka_unit_test(people_of_one_scenario_only_are_told_apart),
        cmocka_unit_test(another_life_or_length_of_need_is_not_put_down_to_waiting),
        cmocka_unit_test(second_assessments_are_spared_or_added),
        cmocka_unit_test(where_one_organisation_parts_every_second_assessment_is_added),
        cmocka_unit_test(delays_are_split_by_what_people_wait_for),
        cmocka_unit_test(every_part_says_what_it_means),
    };
    return run_chosen(tests, argc, argv);
}

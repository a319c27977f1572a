/* tests/experiment/test_gather.c - results as they are laid out, taken in and closed. */
#include "../../sim/experiment/gather.h"
#include "model/split.h"
#include "tests/model/fixture.h"

static const char *const valley = "tests/scenarios/valley.cfg";

/* Thirteen months and a bit, from the middle of one. */
static const char *const window = "run = { start_date = '2014-11-17'; end_date = '2015-12-05'; warm_up_days = 40; }; "
                                  "world = { follow_days = 40; };";

static const char *const pair = "run = { start_date = '2014-11-17'; end_date = '2015-12-05'; warm_up_days = 40; }; "
                                "world = { follow_days = 40; }; teams = ( { name = 'Pair'; organisation = 'council'; "
                                "localities = [ 'all' ]; streams = [ 'care' ]; only_without_service = true; "
                                "precedence = 1; recognises = 0.9; remit = ( { need = 'care'; roles = [ 'ot' ]; } ); "
                                "staff = ( { role = 'ot'; fte = 1; } ); effect = { prevent = 0.5; return_per_year = 0; "
                                "}; } );";

static void prepare(struct trial *trial, struct expt_study *study, struct expt_gather *gather) {
    trial_prepare(trial, valley, (const char *const[]){window, pair, NULL});
    *study = study_of(trial, 5);
    expt_gather_init(gather, study, &trial->results);
}

/* Runs a replication of both scenarios and takes it in. */
static void take(const struct trial *trial, struct expt_gather *gather, uint32_t replication) {
    struct model *models[2];
    for (size_t s = 0; s < 2; s++) {
        models[s] = model_new(&trial->entries[s].inputs);
        model_split_expect(models[s]);
        model_run(models[s], replication, false);
    }
    expt_gather_take(gather, models);
    model_free(models[0]);
    model_free(models[1]);
}

static void the_calendar_of_results_is_that_of_the_window(void **state) {
    (void)state;
    struct trial trial;
    struct expt_study study;
    struct expt_gather gather;
    prepare(&trial, &study, &gather);
    assert_int_equal(trial.results.month_count, 14);
    assert_int_equal(trial.results.year_count, 1);
    assert_int_equal(trial.results.years[0], 2014);
    assert_string_equal(trial.results.months[0], "2014-11");
    assert_string_equal(trial.results.months[2], "2015-01");
    assert_string_equal(trial.results.months[13], "2015-12");
    expt_gather_finish(&gather);
    assert_int_equal(trial.results.replications, 0);
    trial_end(&trial);
}

static void columns_are_described_as_the_measures_are(void **state) {
    (void)state;
    struct trial trial;
    struct expt_study study;
    struct expt_gather gather;
    prepare(&trial, &study, &gather);
    const struct expt_outcome *outcome = &trial.results.outcomes[1];
    struct model_column *columns;
    assert_int_equal(model_columns(&trial.entries[1].inputs, &columns), outcome->column_count);
    for (size_t c = 0; c < outcome->column_count; c++) {
        const struct model_measure *measure = columns[c].measure;
        assert_string_equal(outcome->columns[c].measure, measure->key);
        assert_string_equal(outcome->columns[c].definition, measure->definition);
        assert_string_equal(outcome->columns[c].unit, measure->unit);
        assert_string_equal(outcome->columns[c].subject, columns[c].subject_name);
        assert_string_equal(outcome->columns[c].dimension, model_dimension_name(columns[c].dimension));
        assert_int_equal(outcome->columns[c].better, measure->better);
        assert_int_equal(outcome->columns[c].headline, measure->headline && columns[c].dimension == MODEL_ALL);
    }
    model_columns_free(columns, outcome->column_count);
    expt_gather_finish(&gather);
    trial_end(&trial);
}

static void a_scenario_says_whether_it_rests_on_effects(void **state) {
    (void)state;
    struct trial trial;
    struct expt_study study;
    struct expt_gather gather;
    prepare(&trial, &study, &gather);
    assert_false(trial.results.outcomes[0].has_effect);
    assert_true(trial.results.outcomes[1].has_effect);
    expt_gather_finish(&gather);
    trial_end(&trial);
}

/* Values stand side by side, replication by replication, though more were laid out for. */
static void what_was_taken_in_stands_side_by_side(void **state) {
    (void)state;
    struct trial trial;
    struct expt_study study;
    struct expt_gather gather;
    prepare(&trial, &study, &gather);
    take(&trial, &gather, 4);
    take(&trial, &gather, 1);
    expt_gather_finish(&gather);
    assert_int_equal(trial.results.replications, 2);
    for (size_t s = 0; s < 2; s++) {
        struct model *model = model_new(&trial.entries[s].inputs);
        struct model_column *columns;
        const size_t count = model_columns(&trial.entries[s].inputs, &columns);
        for (uint32_t r = 0; r < 2; r++) {
            model_run(model, r == 0 ? 4 : 1, false);
            for (size_t c = 0; c < count; c++) {
                const double value = model_column_value(model, &columns[c], 0, 13);
                assert_memory_equal(&trial.results.outcomes[s].values[c * 2 + r], &value, sizeof value);
            }
        }
        model_columns_free(columns, count);
        model_free(model);
    }
    trial_end(&trial);
}

static void people_events_and_waits_are_those_of_all_replications(void **state) {
    (void)state;
    struct trial trial;
    struct expt_study study;
    struct expt_gather gather;
    prepare(&trial, &study, &gather);
    take(&trial, &gather, 2);
    const struct expt_outcome *outcome = &trial.results.outcomes[0];
    const uint64_t persons = outcome->persons, events = outcome->events;
    uint64_t seen = 0, seen_twice = 0;
    for (size_t b = 0; b < gather.waits[0].bins; b++) {
        seen += gather.waits[0].counts[b];
    }
    take(&trial, &gather, 2);
    assert_int_equal(outcome->persons, 2 * persons);
    assert_int_equal(outcome->events, 2 * events);
    expt_gather_finish(&gather);
    for (size_t b = 0; b < outcome->waits.bins; b++) {
        seen_twice += outcome->waits.counts[b];
    }
    assert_true(seen > 1000 && persons > seen && events > persons);
    assert_int_equal(seen_twice, 2 * seen);
    assert_near(outcome->waits.bin_days, 1, 1e-12);
    trial_end(&trial);
}

static uint64_t seen_after(const struct expt_waits *waits, size_t days) {
    uint64_t seen = 0;
    for (size_t b = days; b < waits->bins; b++) {
        seen += waits->counts[b];
    }
    return seen;
}

/* Who waits on day one is seen that day: after 20 days at most in the first scenario, after 2,500, 7,801 and 8,947 in
 * the second. The last bin, which has no end, stays empty. */
static void each_scenario_tells_waits_apart_for_as_long_as_its_people_can_wait(void **state) {
    (void)state;
    static const char *const list = "tests/scenarios/queue-starting-list.cfg";
    char here[4096];
    assert_non_null(getcwd(here, sizeof here));
    char *longer =
        mem_format("world = { starting_list_file = '%s/tests/scenarios/queue-starting-list-long.csv'; };", here);
    struct trial trial;
    trial_run(&trial, list, 3, (const char *const[]){"", longer, NULL});
    const struct expt_waits *first = &trial.results.outcomes[0].waits, *second = &trial.results.outcomes[1].waits;
    assert_int_equal(first->bins, 20 + 26 + 2);
    assert_int_equal(second->bins, 8947 + 26 + 2);
    assert_int_equal(trial.results.outcomes[1].incidence.bins, second->bins);
    assert_int_equal(seen_after(first, 20), 3);
    assert_int_equal(seen_after(second, 7801), 6);
    assert_int_equal(second->counts[8947], 3);
    assert_int_equal(seen_after(second, 8948), 0);
    assert_within(mean_of(&trial, 1, of_all("wait_median")), 7801.5, 1e-9);
    assert_within(mean_of(&trial, 1, of_all("journey_p90")), 8947.7, 1e-9);
    trial_end(&trial);
    free(longer);
}

static void only_monthly_columns_have_months(void **state) {
    (void)state;
    struct trial trial;
    struct expt_study study;
    struct expt_gather gather;
    prepare(&trial, &study, &gather);
    take(&trial, &gather, 3);
    expt_gather_finish(&gather);
    const struct expt_outcome *outcome = &trial.results.outcomes[0];
    for (size_t c = 0; c < outcome->column_count; c++) {
        assert_true(outcome->columns[c].monthly || outcome->months[c * 14].count == 0);
    }
    const size_t referrals = column_at(&trial, 0, of_all("referrals_per_year"));
    const size_t contacts = column_at(&trial, 0, of_all("contacts_per_year"));
    assert_int_equal(outcome->months[referrals * 14 + 13].count, 1);
    assert_int_equal(outcome->months[contacts * 14].count, 0);
    assert_int_equal(outcome->years[contacts].count, 1);
    trial_end(&trial);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_calendar_of_results_is_that_of_the_window),
        cmocka_unit_test(columns_are_described_as_the_measures_are),
        cmocka_unit_test(a_scenario_says_whether_it_rests_on_effects),
        cmocka_unit_test(what_was_taken_in_stands_side_by_side),
        cmocka_unit_test(people_events_and_waits_are_those_of_all_replications),
        cmocka_unit_test(each_scenario_tells_waits_apart_for_as_long_as_its_people_can_wait),
        cmocka_unit_test(only_monthly_columns_have_months),
    };
    return run_chosen(tests, argc, argv);
}

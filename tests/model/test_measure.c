/* tests/model/test_measure.c - the table of measures, and how columns add up: over subjects, over months
 * and years. */
#include "model/measure.h"
#include "tests/model/additions.h"
#include "tests/model/everything.h"

static const char *const valley = "tests/scenarios/valley.cfg";
enum { REPLICATIONS = 2 };

static void every_measure_is_named_defined_and_has_a_unit(void **state) {
    (void)state;
    size_t count;
    const struct model_measure *measures = model_measures(&count);
    assert_true(count > 30);
    for (size_t i = 0; i < count; i++) {
        const struct model_measure *measure = &measures[i];
        assert_true(strlen(measure->key) > 3 && strlen(measure->name) > 3 && strlen(measure->unit) > 0);
        assert_true(measure->definition[strlen(measure->definition) - 1] == '.');
        assert_true(strlen(measure->definition) > 20 && measure->decimals[0] == '%');
        assert_true(measure->better >= -1 && measure->better <= 1);
        assert_true(measure->dimensions >> MODEL_ALL & 1);
        assert_int_equal(measure->dimensions >> MODEL_DIMENSIONS, 0);
        assert_non_null(measure->formula);
        for (size_t j = 0; j < i; j++) {
            assert_string_not_equal(measure->key, measures[j].key);
            assert_string_not_equal(measure->name, measures[j].name);
        }
    }
}

/* Ends that a reader takes at their word. */
static void keys_say_the_unit_they_are_in(void **state) {
    (void)state;
    size_t count;
    const struct model_measure *measures = model_measures(&count);
    for (size_t i = 0; i < count; i++) {
        if (strstr(measures[i].key, "_cost_") != NULL) {
            assert_non_null(strstr(measures[i].unit, "GBP"));
        }
        if (strstr(measures[i].key, "_per_year") != NULL) {
            assert_non_null(strstr(measures[i].unit, "a year"));
        }
        if (strstr(measures[i].key, "hours_per_week") != NULL) {
            assert_string_equal(measures[i].unit, "hours a week");
        }
        const bool is_ratio = strstr(measures[i].key, "_equity_") != NULL;
        const bool is_time = strncmp(measures[i].key, "wait_", 5) == 0 || strncmp(measures[i].key, "journey_", 8) == 0;
        if (is_ratio || is_time) {
            assert_string_equal(measures[i].unit, is_ratio ? "ratio" : "days");
        }
    }
}

static void dimensions_have_names_of_their_own(void **state) {
    (void)state;
    for (unsigned d = 0; d < MODEL_DIMENSIONS; d++) {
        assert_true(strlen(model_dimension_name(d)) > 0);
        for (unsigned e = 0; e < d; e++) {
            assert_string_not_equal(model_dimension_name(d), model_dimension_name(e));
        }
    }
}

static void no_two_columns_are_about_the_same(void **state) {
    (void)state;
    struct trial trial = {.count = 0};
    trial_add(&trial, valley, "");
    struct model_column *columns;
    const size_t count = model_columns(&trial.entries[0].inputs, &columns);
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < i; j++) {
            assert_false(columns[i].measure == columns[j].measure && columns[i].dimension == columns[j].dimension &&
                         strcmp(columns[i].subject_name, columns[j].subject_name) == 0);
        }
    }
    model_columns_free(columns, count);
    trial_end(&trial);
}

static void a_role_that_nobody_in_a_team_has_has_no_column(void **state) {
    (void)state;
    struct trial trial;
    trial_run(
        &trial, valley, 1,
        (const char *const[]){"teams = ( { name = 'Rehab'; staff = ( { role = 'assistant'; fte = 0; } ); } );", NULL});
    const struct expt_outcome *outcome = &trial.results.outcomes[0];
    assert_true(expt_column_find(outcome, "utilisation", "role", "Rehab / ot") >= 0);
    assert_int_equal(expt_column_find(outcome, "utilisation", "role", "Rehab / assistant"), -1);
    assert_int_equal(expt_column_find(outcome, "utilisation", "role", "Rehab / social_worker"), -1);
    assert_int_equal(expt_column_find(outcome, "wait_mean", "role", "Rehab / ot"), -1);
    trial_end(&trial);
}

static void parts_add_up_to_the_whole(void **state) {
    (void)state;
    struct trial trial;
    char *all = everything_with_pair("effect = { prevent = 0.2; return_per_year = 0.9; reduce = 0.3; reduce_hours = 2; "
                                     "delay = 0.4; delay_weeks = 9; };");
    trial_run(&trial, valley, REPLICATIONS, (const char *const[]){all, NULL});
    for (size_t i = 0; i < sizeof additions / sizeof additions[0]; i++) {
        for (uint32_t r = 0; r < REPLICATIONS; r++) {
            const double whole = sum_over(&trial, additions[i].measure, additions[i].whole, r);
            if (!(whole > 0)) {
                print_error("nothing of %s of %s\n", additions[i].measure, additions[i].whole);
            }
            assert_true(whole > 0);
            assert_near(sum_over(&trial, additions[i].measure, additions[i].parts, r), whole, 1e-9);
        }
    }
    free(all);
    trial_end(&trial);
}

/* Inpatients, here of the acute team alone, are in the sums over teams, and not in the total. */
static void referrals_of_all_teams_are_those_at_home_and_in_hospital(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, REPLICATIONS,
              (const char *const[]){"world = { streams = ( { name = 'hospital'; further = (); } ); "
                                    "care = { bands = ( { age_band = 'adult'; onset_per_year = 0; }, "
                                    "{ age_band = 'old'; onset_per_year = 0; } ); }; };",
                                    NULL});
    for (uint32_t r = 0; r < REPLICATIONS; r++) {
        assert_near(sum_over(&trial, "referrals_per_year", "team", r),
                    value_of(&trial, 0, of_all("referrals_per_year"), r) +
                        value_of(&trial, 0, of_team("referrals_per_year", "Acute OT"), r),
                    1e-12);
    }
    trial_end(&trial);
}

/* Where the parts are more than the whole, inpatients are among them. */
static void definitions_say_where_people_in_hospital_count(void **state) {
    (void)state;
    static const char *const keys[] = {"referrals_per_year", "seen_per_year"};
    static const char *const dimensions[] = {"organisation", "team",   "locality", "age band",
                                             "priority",     "stream", "route"};
    struct trial trial;
    trial_run(&trial, valley, 1, (const char *const[]){"", NULL});
    for (size_t k = 0; k < 2; k++) {
        const struct expt_column *column = &trial.results.outcomes[0].columns[column_at(&trial, 0, of_all(keys[k]))];
        const char *where = strstr(column->definition, "count under");
        const double whole = sum_over(&trial, keys[k], "all", 0);
        assert_non_null(where);
        for (size_t d = 0; d < sizeof dimensions / sizeof dimensions[0]; d++) {
            const bool has_more = sum_over(&trial, keys[k], dimensions[d], 0) > 1.01 * whole;
            assert_true(!has_more || strstr(where, dimensions[d]) != NULL);
        }
    }
    trial_end(&trial);
}

/* Received = seen + left + died + how the list has grown, for each team. */
static void people_in_are_people_out_and_people_inside(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, "tests/scenarios/queue.cfg", 1,
              (const char *const[]){"run = { warm_up_days = 0; }; world = { death_multiplier = 10; "
                                    "streams = ( { name = 'door'; rates = ( { age_band = 'everybody'; "
                                    "per_1000_per_year = 90000; } ); } ); leaving = { resolved_per_week = 0.01; "
                                    "declined_per_week = 0.02; }; };",
                                    NULL});
    const double years = 120 / 365.25;
    const double gone = mean_of(&trial, 0, of_all("seen_per_year")) + mean_of(&trial, 0, of_all("resolved_per_year")) +
                        mean_of(&trial, 0, of_all("declined_per_year")) +
                        mean_of(&trial, 0, of_all("died_waiting_per_year"));
    const double inside = (mean_of(&trial, 0, of_all("referrals_per_year")) - gone) * years;
    assert_above(mean_of(&trial, 0, of_all("died_waiting_per_year")), 10);
    assert_within(inside, round(inside), 1e-6);
    /* A list that grows from nothing has half its length at the end on average, nearly: the load is 1.03.
     */
    assert_above(inside, mean_of(&trial, 0, of_all("list_people")));
    trial_end(&trial);
}

static void staff_work_between_no_and_all_of_their_time(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, 1, (const char *const[]){"run = { end_date = '2016-01-01'; };", NULL});
    const struct expt_outcome *outcome = &trial.results.outcomes[0];
    size_t looked_at = 0;
    for (size_t c = 0; c < outcome->column_count; c++) {
        const bool is_meant = strcmp(outcome->columns[c].measure, "utilisation") == 0;
        for (size_t m = 0; is_meant && m < 24; m++, looked_at++) {
            const struct stat_moments *month = &outcome->months[c * 24 + m], *year = &outcome->years[c * 2 + m / 12];
            const double utilisation = stat_moments_mean(outcome->columns[c].monthly ? month : year);
            assert_true(utilisation >= 0 && utilisation <= 100 + 1e-9);
        }
    }
    assert_true(looked_at >= 24 * 15);
    trial_end(&trial);
}

static bool is_flow(const struct expt_column *column) {
    return strstr(column->measure, "_per_year") != NULL;
}

/* 2014 and 2015: 365 days each, so that flows of years are those of months, weighted by their days. */
static void months_add_up_to_years_and_years_to_the_window(void **state) {
    (void)state;
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    struct trial trial;
    trial_run(&trial, valley, 1, (const char *const[]){"run = { end_date = '2016-01-01'; };", NULL});
    const struct expt_outcome *outcome = &trial.results.outcomes[0];
    for (size_t c = 0; c < outcome->column_count; c++) {
        const double first = stat_moments_mean(&outcome->years[c * 2]),
                     second = stat_moments_mean(&outcome->years[c * 2 + 1]);
        if (!is_flow(&outcome->columns[c])) {
            continue;
        }
        assert_within((first + second) / 2, outcome->values[c], 1e-9 * (1 + outcome->values[c]));
        double sum = 0;
        for (size_t m = 0; outcome->columns[c].monthly && m < 12; m++) {
            sum += days[m] / 365.0 * stat_moments_mean(&outcome->months[c * 24 + m]);
        }
        assert_within(outcome->columns[c].monthly ? sum : first, first, 1e-9 * (1 + first));
    }
    trial_end(&trial);
}

static void percentiles_of_waits_exist_over_the_window_only(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, 1, (const char *const[]){"run = { end_date = '2016-01-01'; };", NULL});
    const double median = mean_of(&trial, 0, of_all("wait_median")), mean = mean_of(&trial, 0, of_all("wait_mean"));
    assert_above(mean_of(&trial, 0, of_all("wait_p90")), mean);
    assert_above(mean, median); /* many are seen soon, few wait long */
    assert_nan(year_of(&trial, 0, of_all("wait_median"), 0));
    assert_true(year_of(&trial, 0, of_all("wait_mean"), 0) > 0);
    trial_end(&trial);
}

static void histograms_hold_everybody_who_was_seen(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, 2, (const char *const[]){"", NULL});
    const struct expt_waits *waits = &trial.results.outcomes[0].waits;
    for (size_t s = 0; s < waits->subjects; s++) {
        double people = 0, days = 0;
        for (size_t b = 0; b < waits->bins; b++) {
            people += (double)waits->counts[s * waits->bins + b];
            days += (double)waits->counts[s * waits->bins + b] * ((double)b + 0.5) * waits->bin_days;
        }
        if (strcmp(waits->dimensions[s], "team") == 0 || strcmp(waits->dimensions[s], "priority") == 0) {
            const struct column seen = {"seen_per_year", waits->dimensions[s], waits->names[s]};
            assert_within(people, 2 * mean_of(&trial, 0, seen) * 365 / 365.25, 1e-6);
        }
        const struct column wait = {"wait_mean", waits->dimensions[s], waits->names[s]};
        if (people > 100) { /* a bin is a day wide, and waits fall mostly at openings */
            assert_within(days / people, mean_of(&trial, 0, wait), 1);
        }
    }
    trial_end(&trial);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_measure_is_named_defined_and_has_a_unit),
        cmocka_unit_test(keys_say_the_unit_they_are_in),
        cmocka_unit_test(dimensions_have_names_of_their_own),
        cmocka_unit_test(no_two_columns_are_about_the_same),
        cmocka_unit_test(a_role_that_nobody_in_a_team_has_has_no_column),
        cmocka_unit_test(parts_add_up_to_the_whole),
        cmocka_unit_test(referrals_of_all_teams_are_those_at_home_and_in_hospital),
        cmocka_unit_test(definitions_say_where_people_in_hospital_count),
        cmocka_unit_test(people_in_are_people_out_and_people_inside),
        cmocka_unit_test(staff_work_between_no_and_all_of_their_time),
        cmocka_unit_test(months_add_up_to_years_and_years_to_the_window),
        cmocka_unit_test(percentiles_of_waits_exist_over_the_window_only),
        cmocka_unit_test(histograms_hold_everybody_who_was_seen),
    };
    return run_chosen(tests, argc, argv);
}

/* tests/command/test_table.c - results as tables for a terminal of 100 columns. */
#include "sim/command/table.h"

#include "tests/command/capture.h"
#include "tests/command/invented.h"
#include "tests/command/program.h"

static void print_means(FILE *out, const void *results) {
    cmd_table_means(out, results);
}

static void print_differences(FILE *out, const void *results) {
    cmd_table_differences(out, results);
}

static void print_years(FILE *out, const void *results) {
    cmd_table_years(out, results);
}

static void print_targets(FILE *out, const void *study) {
    cmd_table_targets(out, study);
}

static void (*const tables[])(FILE *, const void *) = {print_means, print_differences, print_years};

static void assert_narrow(const struct expt_results *results) {
    for (size_t t = 0; t < sizeof tables / sizeof tables[0]; t++) {
        char *text = captured(tables[t], results);
        if (text_widest(text) > 100) {
            print_error("%s", text);
            fail();
        }
        free(text);
    }
}

static void no_table_is_wider_than_100_columns(void **state) {
    (void)state;
    static const size_t counts[] = {1, 2, 3, 5, 7};
    for (size_t c = 0; c < sizeof counts / sizeof counts[0]; c++) {
        struct expt_results results;
        invented_make(&results, counts[c], 3 + 4 * counts[c], 30);
        assert_narrow(&results);
        expt_results_free(&results);
    }
}

static void long_names_make_no_table_wider(void **state) {
    (void)state;
    struct expt_results results;
    invented_make(&results, 5, 10, 30);
    for (size_t i = 0; i < 5; i++) {
        text_replace(&results.outcomes[i].name, "everything-integrated-in-the-whole-of-Perth-and-Kinross-\xc3\xa9");
        text_replace(&results.outcomes[i].columns[0].name, "Wait from the day of the referral to the first assessment");
    }
    assert_narrow(&results);
    expt_results_free(&results);
}

static void big_numbers_make_no_table_wider_and_do_not_touch(void **state) {
    (void)state;
    struct expt_results results;
    invented_make(&results, 3, 10, 30);
    for (size_t i = 0; i < 3; i++) {
        invented_level(&results, i, "staff_cost_gbp_per_year", 271828 * (double)(i + 1));
        for (size_t y = 0; y < 10; y++) {
            invented_year(&results, i, "care_hours_per_week", "all", (double[2]){2014 + (double)y, 314159});
        }
    }
    assert_narrow(&results);
    char *text = captured(print_years, &results);
    assert_int_equal(text_count(text, " 314,159"), 30);
    free(text);
    expt_results_free(&results);
}

static void every_scenario_has_its_column_of_means(void **state) {
    (void)state;
    struct expt_results results;
    invented_make(&results, 7, 2, 4);
    for (size_t i = 0; i < 7; i++) {
        invented_level(&results, i, "list_people", 1000 * (double)(i + 1));
    }
    char *text = captured(print_means, &results);
    for (size_t i = 0; i < 7; i++) {
        const size_t column = invented_column(&results, i, "list_people", "all");
        char *name = mem_format(" plan-%zu", i);
        char *mean =
            mem_format(" %zu,%03.0f", i + 1, expt_column_summary(&results, i, column).mean - 1000 * (double)(i + 1));
        assert_int_equal(text_count(text, name), 1);
        assert_true(text_count(text, mean) >= 1);
        free(name);
        free(mean);
    }
    assert_int_equal(text_count(text, "People waiting for assessment"), 3);
    free(text);
    expt_results_free(&results);
}

/* A rise of 250 on average: 251 and 249 by turns; lower is better, so it never is. */
static void a_difference_shows_sign_interval_and_probability(void **state) {
    (void)state;
    struct expt_results results;
    invented_make(&results, 2, 2, 4);
    invented_level(&results, 0, "list_people", 1000);
    invented_level(&results, 1, "list_people", 1250);
    invented_level(&results, 0, "care_not_met_hours_per_week", 3000);
    invented_level(&results, 1, "care_not_met_hours_per_week", 1500);
    char *text = captured(print_differences, &results);
    assert_non_null(strstr(text, "from plan-0"));
    assert_non_null(strstr(text, " +250 [248, 252]   0%\n"));
    assert_non_null(strstr(text, " -1,500 [-1,502, -1,498] 100%\n"));
    free(text);
    expt_results_free(&results);
}

static void a_difference_without_interval_or_counterpart_is_a_dash(void **state) {
    (void)state;
    struct expt_results results;
    invented_make(&results, 2, 2, 1);
    invented_level(&results, 0, "list_people", 1000);
    invented_level(&results, 1, "list_people", 1000);
    text_replace(&results.outcomes[1].columns[0].measure, "wait_renamed");
    char *text = captured(print_differences, &results);
    assert_non_null(strstr(text, "[-, -]"));
    const char *row = strstr(text, "Wait to first assessment, mean");
    assert_int_equal(strncmp(strchr(row, '\n') - 2, " -", 2), 0);
    free(text);
    expt_results_free(&results);
}

static void level_is_zero(struct expt_results *results, size_t i, const char *measure) {
    const size_t column = invented_column(results, i, measure, "all");
    memset(results->outcomes[i].values + column * results->replications, 0, results->replications * sizeof(double));
}

static void a_measure_that_is_nothing_everywhere_has_no_row(void **state) {
    (void)state;
    struct expt_results results;
    invented_make(&results, 2, 2, 4);
    level_is_zero(&results, 0, "list_people");
    char *one = captured(print_means, &results);
    level_is_zero(&results, 1, "list_people");
    char *both = captured(print_means, &results), *differences = captured(print_differences, &results);
    assert_non_null(strstr(one, "People waiting for assessment"));
    assert_null(strstr(both, "People waiting for assessment"));
    assert_null(strstr(differences, "People waiting for assessment"));
    free(one);
    free(both);
    free(differences);
    expt_results_free(&results);
}

/* 0.1 is less than a person, so no direction is claimed for it. */
static void a_difference_that_prints_as_nothing_has_no_probability(void **state) {
    (void)state;
    struct expt_results results;
    invented_make(&results, 2, 2, 4);
    for (size_t i = 0; i < 2; i++) {
        const size_t column = invented_column(&results, i, "list_people", "all");
        for (size_t k = 0; k < 4; k++) {
            results.outcomes[i].values[column * 4 + k] = 1000 + 0.1 * (double)i;
        }
    }
    char *text = captured(print_differences, &results);
    const char *row = strstr(text, "People waiting for assessment");
    assert_non_null(row);
    assert_int_equal(strncmp(strchr(row, '\n') - 2, " -", 2), 0);
    free(text);
    expt_results_free(&results);
}

static void what_rests_on_assumptions_has_an_asterisk_and_a_note(void **state) {
    (void)state;
    struct expt_results results;
    invented_make(&results, 2, 2, 4);
    char *before = captured(print_means, &results);
    results.outcomes[1].has_effect = true;
    char *after = captured(print_means, &results);
    assert_int_equal(text_count(before, "*"), 0);
    assert_non_null(strstr(after, "Care funded *"));
    assert_null(strstr(after, "Wait to first assessment, mean *"));
    assert_non_null(strstr(after, "\n* rests on assumed effect sizes"));
    free(before);
    free(after);
    expt_results_free(&results);
}

static void the_first_and_the_last_year_are_always_shown(void **state) {
    (void)state;
    for (size_t years = 2; years <= 40; years++) {
        struct expt_results results;
        invented_make(&results, 2, years, 2);
        char *text = captured(print_years, &results);
        char *last = mem_format(" %zu\n", 2013 + years);
        assert_non_null(strstr(text, " 2014 "));
        assert_non_null(strstr(text, last));
        assert_in_range(text_widest(text), 36, 100);
        free(last);
        free(text);
        expt_results_free(&results);
    }
}

static void ten_years_are_shown_one_by_one(void **state) {
    (void)state;
    struct expt_results results;
    invented_make(&results, 2, 10, 2);
    char *text = captured(print_years, &results);
    for (int year = 2014; year < 2024; year++) {
        char *want = mem_format(" %d", year);
        assert_int_equal(text_count(text, want), 1);
        free(want);
    }
    free(text);
    expt_results_free(&results);
}

static void a_single_year_has_no_path(void **state) {
    (void)state;
    struct expt_results results;
    invented_make(&results, 2, 1, 2);
    char *text = captured(print_years, &results);
    assert_string_equal(text, "");
    free(text);
    expt_results_free(&results);
}

static void years_that_do_not_begin_in_january_say_so(void **state) {
    (void)state;
    struct expt_results results;
    invented_make(&results, 2, 2, 2);
    char *plain = captured(print_years, &results);
    memcpy(results.months[0], "2014-04", 8);
    char *april = captured(print_years, &results);
    assert_null(strstr(plain, "2014-"));
    assert_non_null(strstr(april, "from 2014-04\n"));
    free(plain);
    free(april);
    expt_results_free(&results);
}

static const struct fixture_measure target_met = {
    .key = "target_met", .name = "Seen within the targets", .unit = "%", .decimals = "%.1f", .better = 1};

/* One scenario with a target of 80 in a hundred; so many were seen in time in each of four runs. */
static char *targets_text(const double reached[4]) {
    static const char *const where[2] = {"target", "nine weeks"};
    struct world_target target = {.name = mem_text("nine weeks"), .days = 63, .share = 0.8};
    struct scn_scenario scenario = {.world.targets = {&target, 1, NULL}};
    struct cmd_study study = {.read = &scenario, .count = 1};
    invented_make(&study.results, 1, 2, 4);
    column_make(&study.results, 0, &target_met, where, 1);
    struct expt_outcome *outcome = &study.results.outcomes[0];
    memcpy(outcome->values + (outcome->column_count - 1) * 4, reached, 4 * sizeof *reached);
    char *text = captured(print_targets, &study);
    expt_results_free(&study.results);
    free(target.name);
    return text;
}

static void a_target_is_held_against_the_share_reached(void **state) {
    (void)state;
    char *met = targets_text((const double[4]){81.5, 79.5, 80, 90}),
         *not = targets_text((const double[4]){70, 81, 79, 71});
    char *nobody = targets_text((const double[4]){NAN, NAN, NAN, NAN});
    assert_non_null(strstr(met, "plan-0\n  nine weeks "));
    assert_non_null(strstr(met, " 63 days        80 %      82.8 %        3 of 4  met\n"));
    assert_non_null(strstr(not, " 75.2 %        1 of 4  not met\n"));
    assert_non_null(strstr(nobody, " -        0 of 4  nobody\n"));
    assert_in_range(text_widest(met), 80, 100);
    free(met);
    free(not );
    free(nobody);
}

static void scenarios_without_targets_have_no_table_of_them(void **state) {
    (void)state;
    struct scn_scenario scenario = {.world.targets = {NULL, 0, NULL}};
    struct cmd_study study = {.read = &scenario, .count = 1};
    invented_make(&study.results, 1, 2, 4);
    char *text = captured(print_targets, &study);
    assert_string_equal(text, "");
    free(text);
    expt_results_free(&study.results);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_table_is_wider_than_100_columns),
        cmocka_unit_test(long_names_make_no_table_wider),
        cmocka_unit_test(big_numbers_make_no_table_wider_and_do_not_touch),
        cmocka_unit_test(every_scenario_has_its_column_of_means),
        cmocka_unit_test(a_difference_shows_sign_interval_and_probability),
        cmocka_unit_test(a_difference_without_interval_or_counterpart_is_a_dash),
        cmocka_unit_test(a_measure_that_is_nothing_everywhere_has_no_row),
        cmocka_unit_test(a_difference_that_prints_as_nothing_has_no_probability),
        cmocka_unit_test(what_rests_on_assumptions_has_an_asterisk_and_a_note),
        cmocka_unit_test(the_first_and_the_last_year_are_always_shown),
        cmocka_unit_test(ten_years_are_shown_one_by_one),
        cmocka_unit_test(a_target_is_held_against_the_share_reached),
        cmocka_unit_test(scenarios_without_targets_have_no_table_of_them),
        cmocka_unit_test(a_single_year_has_no_path),
        cmocka_unit_test(years_that_do_not_begin_in_january_say_so),
    };
    return run_chosen(tests, argc, argv);
}

/* tests/command/test_words.c - what a table does not say: in sentences. */
#include "sim/command/words.h"

#include "tests/command/capture.h"
#include "tests/command/invented.h"
#include "tests/command/program.h"

static void print_held_up(FILE *out, const void *results) {
    cmd_words_held_up(out, results);
}

static void print_stability(FILE *out, const void *results) {
    cmd_words_stability(out, results);
}

static void print_precision(FILE *out, const void *results) {
    cmd_words_precision(out, results);
}

static void print_assumptions(FILE *out, const void *results) {
    cmd_words_assumptions(out, results);
}

/* One paragraph on one line; the caller frees it. */
static char *said(void (*print)(FILE *, const void *), const struct expt_results *results) {
    char *text = captured(print, results);
    assert_true(text_widest(text) <= 100);
    for (char *at = strstr(text, "\n  "); at != NULL; at = strstr(at, "\n  ")) {
        memmove(at, at + 2, strlen(at + 2) + 1);
    }
    return text;
}

/* What is said of funded care and care not met that differ so much from the baseline; the caller frees it. */
static char *said_of_care(double funded, double not_met) {
    struct expt_results results;
    invented_make(&results, 2, 2, 30);
    const double levels[2][2] = {{9137, 1063}, {9137 + funded, 1063 + not_met}};
    for (size_t i = 0; i < 2; i++) {
        invented_level(&results, i, "care_hours_per_week", levels[i][0]);
        invented_level(&results, i, "care_not_met_hours_per_week", levels[i][1]);
        invented_level(&results, i, "care_needed_hours_per_week", levels[i][0] + levels[i][1]);
    }
    char *text = said(print_held_up, &results);
    expt_results_free(&results);
    return text;
}

static void assert_said_of_care(const double differences[2], const char *want) {
    char *text = said_of_care(differences[0], differences[1]);
    if (strstr(text, want) == NULL) {
        print_error("%s", text);
        fail();
    }
    free(text);
}

static void a_fall_in_funded_care_that_is_not_met_is_no_saving(void **state) {
    (void)state;
    assert_said_of_care((const double[2]){-305, 305}, "is care not met, and no saving.");
    assert_said_of_care((const double[2]){-305, 371}, "is care not met, and no saving.");
}

static void a_fall_that_is_not_met_in_part_is_a_saving_in_part(void **state) {
    (void)state;
    assert_said_of_care((const double[2]){-305, 113}, "The part of the fall that is care not met is no saving.");
}

static void a_fall_while_more_is_met_is_all_saved(void **state) {
    (void)state;
    assert_said_of_care((const double[2]){-305, -47}, "no part of the fall in funded care is people who merely wait.");
}

static void a_change_that_may_be_chance_is_called_neither_fall_nor_rise(void **state) {
    (void)state;
    assert_said_of_care((const double[2]){-0.1, 80}, "neither clearly falls nor clearly rises");
    assert_said_of_care((const double[2]){41, 80}, "Funded care rises.");
}

/* Needed care falls by 40 on average, but by -960 to 1040 by turns. */
static void a_fall_of_need_that_may_be_chance_is_no_saving(void **state) {
    (void)state;
    struct expt_results results;
    invented_make(&results, 2, 2, 30);
    for (size_t i = 0; i < 2; i++) {
        invented_level(&results, i, "care_hours_per_week", 9137 - 305 * (double)i);
        invented_level(&results, i, "care_not_met_hours_per_week", 1063 + 265 * (double)i);
        invented_level(&results, i, "care_needed_hours_per_week", 10200 - 40 * (double)i);
    }
    const size_t column = invented_column(&results, 1, "care_needed_hours_per_week", "all");
    for (size_t k = 0; k < 30; k++) {
        results.outcomes[1].values[column * 30 + k] += k % 2 == 0 ? 999 : -999;
    }
    char *text = said(print_held_up, &results);
    assert_non_null(strstr(text, "needed falls by 40 (95 % interval -340 to 420)"));
    assert_non_null(strstr(text, "is care not met, and no saving."));
    free(text);
    expt_results_free(&results);
}

static void needed_funded_and_not_met_stand_in_one_sentence(void **state) {
    (void)state;
    char *text = said_of_care(-305, 113);
    assert_non_null(strstr(text,
                           "- plan-1 against plan-0, home care in hours a week: needed falls by 192 (95 % interval "
                           "192 to 192); of it funded falls by 305 (95 % interval 305 to 305) and not met rises "
                           "by 113 (95 % interval 113 to 113)."));
    free(text);
    text = said_of_care(-305, 0.2);
    assert_non_null(strstr(text, "not met hardly changes (95 % interval 0 to 1)"));
    free(text);
}

static void a_study_without_the_measures_of_care_says_nothing_of_them(void **state) {
    (void)state;
    struct expt_results results;
    invented_make(&results, 2, 2, 30);
    text_replace(&results.outcomes[1].columns[invented_column(&results, 1, "care_hours_per_week", "all")].measure, "x");
    char *text = said(print_held_up, &results);
    assert_string_equal(text, "");
    free(text);
    expt_results_free(&results);
}

/* One load for each year. */
static void load_set(struct expt_results *results, size_t i, const char *team, const double *loads) {
    for (size_t y = 0; y < results->year_count; y++) {
        invented_year(results, i, "offered_load", team, (double[2]){2014 + (double)y, loads[y]});
    }
}

static void lists_that_do_not_stabilise_name_the_first_team_and_year(void **state) {
    (void)state;
    struct expt_results results;
    invented_make(&results, 2, 4, 30);
    load_set(&results, 0, "Forfar", (const double[4]){91, 93, 97, 99.9});
    load_set(&results, 0, "Auchterarder", (const double[4]){91, 93, 97, 99.9});
    load_set(&results, 1, "Forfar", (const double[4]){91, 93, 97, 103});
    load_set(&results, 1, "Auchterarder", (const double[4]){91, 93, 100, 107});
    invented_year(&results, 1, "list_people", "all", (double[2]){2014, 312});
    invented_year(&results, 1, "list_people", "all", (double[2]){2017, 2718.3});
    invented_year(&results, 1, "wait_mean", "all", (double[2]){2014, 17.6});
    invented_year(&results, 1, "wait_mean", "all", (double[2]){2017, 98.2});
    char *text = said(print_stability, &results);
    assert_string_equal(text,
                        "- plan-0: demand stays below capacity in every team and year.\n"
                        "- plan-1: the lists do not stabilise. Demand reaches capacity in 2 of 2 teams, first in "
                        "Auchterarder (2016). From 2014 to 2017 people waiting go from 312 to 2,718, the mean wait "
                        "from 18 to 98 days: read the path, not the mean.\n");
    free(text);
    expt_results_free(&results);
}

/* The team of one scenario closes before day one, that of the other after two years. */
static void a_team_that_is_closed_has_no_load(void **state) {
    (void)state;
    struct expt_results results;
    invented_make(&results, 2, 4, 30);
    load_set(&results, 0, "Forfar", (const double[4]){NAN, NAN, NAN, NAN});
    load_set(&results, 0, "Auchterarder", (const double[4]){91, 93, 97, 103});
    load_set(&results, 1, "Forfar", (const double[4]){91, 93, NAN, NAN});
    load_set(&results, 1, "Auchterarder", (const double[4]){NAN, NAN, 97, 98});
    char *text = said(print_stability, &results);
    assert_non_null(strstr(text, "Demand reaches capacity in 1 of 1 teams, first in Auchterarder (2017)"));
    assert_non_null(strstr(text, "plan-1: demand stays below capacity in every team and year."));
    free(text);
    expt_results_free(&results);
}

static void load_over_window(struct expt_results *results, size_t i, const char *team, double load) {
    const size_t column = invented_column(results, i, "offered_load", team);
    for (size_t k = 0; k < results->replications; k++) {
        results->outcomes[i].values[column * results->replications + k] = load;
    }
}

static void teams_far_over_capacity_are_named_with_their_load(void **state) {
    (void)state;
    struct expt_results results;
    invented_make(&results, 2, 2, 30);
    load_over_window(&results, 0, "Forfar", 129.9);
    load_over_window(&results, 0, "Auchterarder", NAN);
    load_over_window(&results, 1, "Forfar", 143);
    load_over_window(&results, 1, "Auchterarder", 217);
    char *text = said(print_stability, &results);
    assert_null(strstr(text, "plan-0: demand is far over"));
    assert_non_null(strstr(text, "plan-1: demand is far over capacity in Forfar (143 %), Auchterarder (217 %)."));
    assert_int_equal(text_count(text, "far over"), 1);
    free(text);
    expt_results_free(&results);
}

static const struct fixture_measure delayed_beds_assessment = {.key = "delayed_beds_assessment",
                                                               .name = "Beds of people who wait for an assessment",
                                                               .unit = "beds",
                                                               .decimals = "%.0f",
                                                               .better = -1};

/* What is said when beds go from one number to another. */
static char *said_of_beds(double first, double last) {
    static const char *const all[2] = {"all", "all"};
    struct expt_results results;
    invented_make(&results, 1, 2, 4);
    column_make(&results, 0, &delayed_beds_assessment, all, 1);
    load_set(&results, 0, "Forfar", (const double[2]){91, 104});
    invented_year(&results, 0, "delayed_beds_assessment", "all", (const double[2]){2014, first});
    invented_year(&results, 0, "delayed_beds_assessment", "all", (const double[2]){2015, last});
    char *text = said(print_stability, &results);
    expt_results_free(&results);
    return text;
}

static void beds_without_a_bound_are_told(void **state) {
    (void)state;
    static const struct {
        double first, last;
        bool is_told;
    } cases[] = {{31, 94, true}, {31, 92, false}, {5, 19, false}, {0, 21, true}, {94, 31, false}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char *text = said_of_beds(cases[i].first, cases[i].last);
        assert_int_equal(strstr(text, "people stay in hospital until they have been assessed") != NULL,
                         cases[i].is_told);
        free(text);
    }
}

static void lists_that_grow_for_a_time_are_not_said_to_grow_for_ever(void **state) {
    (void)state;
    struct expt_results results;
    invented_make(&results, 1, 4, 30);
    load_set(&results, 0, "Forfar", (const double[4]){91, 104, 97, 93});
    load_set(&results, 0, "Auchterarder", (const double[4]){91, 101, 97, 99});
    char *text = said(print_stability, &results);
    assert_non_null(strstr(text,
                           "- plan-0: the lists grow for a time. Demand reaches capacity in 2 of 2 teams, first in "
                           "Forfar (2015); in the last year it is below capacity again."));
    free(text);
    expt_results_free(&results);
}

static void a_window_of_a_year_or_less_claims_no_path(void **state) {
    (void)state;
    struct expt_results results;
    invented_make(&results, 1, 1, 30);
    invented_year(&results, 0, "offered_load", "Forfar", (double[2]){2014, 123});
    char *text = said(print_stability, &results);
    assert_non_null(strstr(text, "first in Forfar (2014). One year cannot show the path"));
    assert_null(strstr(text, "From 2014 to 2014"));
    free(text);
    expt_results_free(&results);
    invented_make(&results, 1, 0, 30);
    text = said(print_stability, &results);
    assert_non_null(strstr(text, "shorter than a year"));
    free(text);
    expt_results_free(&results);
}

static void few_replications_are_called_few(void **state) {
    (void)state;
    static const struct {
        size_t scenarios;
        uint32_t replications;
        const char *want;
    } cases[] = {{2, 1, "one pair of runs says little"},
                 {1, 1, "One replication says nothing"},
                 {2, 19, "- 19 replications are few: intervals are wide"},
                 {1, 7, "- 7 replications are few. Run more"},
                 {2, 20, ""}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct expt_results results;
        invented_make(&results, cases[i].scenarios, 2, cases[i].replications);
        char *text = said(print_precision, &results);
        assert_non_null(strstr(text, cases[i].want));
        assert_int_equal(*text == '\0', *cases[i].want == '\0');
        free(text);
        expt_results_free(&results);
    }
}

static void only_scenarios_with_assumed_effects_are_said_to_rest_on_them(void **state) {
    (void)state;
    struct expt_results results;
    invented_make(&results, 3, 2, 2);
    results.outcomes[2].has_effect = true;
    char *text = said(print_assumptions, &results);
    assert_non_null(strstr(text, "- * plan-2 rests on assumed effect sizes"));
    assert_int_equal(text_count(text, "rests on"), 1);
    free(text);
    expt_results_free(&results);
}

/* In 2015 funded care falls by 200, and 60 hours more are not met; in 2014 both fall. */
static void years_in_which_care_is_not_met_are_told(void **state) {
    (void)state;
    struct expt_results results;
    invented_make(&results, 2, 2, 30);
    for (size_t i = 0; i < 2; i++) {
        invented_level(&results, i, "care_hours_per_week", 9137. - 305. * (double)i);
        invented_level(&results, i, "care_not_met_hours_per_week", 1063. - 47. * (double)i);
        invented_level(&results, i, "care_needed_hours_per_week", 10200. - 352. * (double)i);
        invented_year(&results, i, "care_hours_per_week", "all", (const double[2]){2014, 9000. - 100. * (double)i});
        invented_year(&results, i, "care_hours_per_week", "all", (const double[2]){2015, 9100. - 200. * (double)i});
        invented_year(&results, i, "care_not_met_hours_per_week", "all",
                      (const double[2]){2014, 1000. - 150. * (double)i});
        invented_year(&results, i, "care_not_met_hours_per_week", "all",
                      (const double[2]){2015, 1100. + 60. * (double)i});
    }
    char *text = said(print_held_up, &results);
    assert_non_null(strstr(text, "In 1 of 2 years less was funded and more was not met (60 hours more in 2015)"));
    free(text);
    expt_results_free(&results);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_fall_in_funded_care_that_is_not_met_is_no_saving),
        cmocka_unit_test(a_fall_that_is_not_met_in_part_is_a_saving_in_part),
        cmocka_unit_test(a_fall_while_more_is_met_is_all_saved),
        cmocka_unit_test(a_change_that_may_be_chance_is_called_neither_fall_nor_rise),
        cmocka_unit_test(a_fall_of_need_that_may_be_chance_is_no_saving),
        cmocka_unit_test(years_in_which_care_is_not_met_are_told),
        cmocka_unit_test(needed_funded_and_not_met_stand_in_one_sentence),
        cmocka_unit_test(a_study_without_the_measures_of_care_says_nothing_of_them),
        cmocka_unit_test(lists_that_do_not_stabilise_name_the_first_team_and_year),
        cmocka_unit_test(a_team_that_is_closed_has_no_load),
        cmocka_unit_test(teams_far_over_capacity_are_named_with_their_load),
        cmocka_unit_test(beds_without_a_bound_are_told),
        cmocka_unit_test(lists_that_grow_for_a_time_are_not_said_to_grow_for_ever),
        cmocka_unit_test(a_window_of_a_year_or_less_claims_no_path),
        cmocka_unit_test(few_replications_are_called_few),
        cmocka_unit_test(only_scenarios_with_assumed_effects_are_said_to_rest_on_them),
    };
    return run_chosen(tests, argc, argv);
}

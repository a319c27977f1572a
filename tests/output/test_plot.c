/* tests/output/test_plot.c - the CSVs behind the figures. */
#include "output/plot.h"

#include "tests/output/detail.h"
#include "tests/output/fixture.h"
#include "tests/output/table.h"

static void what_is_said_once_stands_on_the_first_line(void **state) {
    (void)state;
    struct expt_results results;
    fixture_results_make(&results);
    char *text = table_of(&results, out_plot_targets);
    const char *caption = strstr(text, "caremix 0.0.7 \xC2\xB7 seed 20140917 \xC2\xB7 30 replications\n");
    assert_non_null(caption);
    assert_true(caption < line_find(text, "2,"));
    assert_null(strstr(caption + 1, "caremix"));
    assert_null(strchr(text, '"'));
    free(text);
    expt_results_free(&results);
}

static void the_axis_of_waits_covers_the_slowest_scenario(void **state) {
    (void)state;
    struct expt_results results;
    fixture_results_make(&results);
    char *text = table_of(&results, out_plot_waits);
    double most = 0, share_at_end = 1;
    for (const char *line = strchr(text, '\n') + 1; *line; line = strchr(line, '\n') + 1) {
        const double days = field_number(line, 2), share = field_number(line, 3);
        if (days >= most) {
            share_at_end = fmin(days > most ? 100 : share_at_end, share);
            most = days;
        }
        assert_true(share >= 0 && share <= 100);
    }
    assert_near(most, 200, 1e-12);
    assert_true(share_at_end >= 95);
    free(text);
    expt_results_free(&results);
}

static void a_band_of_care_hours_is_the_middle_80_percent(void **state) {
    (void)state;
    struct expt_results results;
    fixture_results_make(&results);
    char *text = table_of(&results, out_plot_care_hours);
    const char *line = line_find(text, "1,3,Skill mix at the front door,,2016-05,");
    int column = expt_column_find(&results.outcomes[2], "care_hours_per_week", "all", "all");
    const struct stat_moments *month = &results.outcomes[2].months[(size_t)column * 120 + 28];
    assert_near(field_number(line, 5), 2016 + 4.5 / 12, 1e-9);
    assert_near(field_number(line, 6), month->mean, 1e-9);
    assert_near(field_number(line, 7), month->mean - 1.2816 * sqrt(stat_moments_variance(month)), 1e-8);
    assert_near(field_number(line, 8), month->mean + 1.2816 * sqrt(stat_moments_variance(month)), 1e-8);
    free(text);
    expt_results_free(&results);
}

static void both_panels_of_care_hours_have_one_scale(void **state) {
    (void)state;
    struct expt_results results;
    fixture_results_make(&results);
    char *text = table_of(&results, out_plot_care_hours);
    const char *upper = line_find(text, "1,2,"), *lower = line_find(text, "2,2,");
    const double tall = field_number(upper, 11) - field_number(upper, 10);
    const double small = field_number(lower, 11) - field_number(lower, 10);
    assert_near(field_number(upper, 12), field_number(lower, 12), 1e-12);
    assert_true(small >= tall / 3 && tall >= small / 3);
    assert_near(field_number(lower, 10), 0, 1e-12);
    free(text);
    expt_results_free(&results);
}

static void labels_of_lines_that_end_together_stand_apart(void **state) {
    (void)state;
    struct expt_results results;
    fixture_results_make(&results);
    char *text = table_of(&results, out_plot_care_hours);
    double places[3];
    for (int i = 0; i < 3; i++) {
        char *begin = mem_format("2,%d,%s,,2023-12,", i + 1, fixture_titles[i]);
        const char *line = line_find(text, begin);
        places[i] = field_number(line, 9);
        assert_true(places[i] >= field_number(line, 10) && places[i] <= field_number(line, 11));
        free(begin);
    }
    assert_true(places[0] - places[1] > 500 && places[1] - places[2] > 500);
    assert_nan(field_number(line_find(text, "2,1,Separate services,,2023-11,"), 9));
    free(text);
    expt_results_free(&results);
}

static void a_difference_is_percent_of_the_baseline(void **state) {
    (void)state;
    struct expt_results results;
    fixture_results_make(&results);
    char *text = table_of(&results, out_plot_differences);
    const double baseline = expt_column_summary(&results, 0, 0).mean;
    const struct stat_summary difference = expt_column_difference(&results, 1, 0).difference;
    const char *line = line_find(text, "2,Integrated teams,1,Wait to first assessment\xE2\x80\x9A mean,");
    assert_near(field_number(line, 4), 100 * difference.mean / baseline, 1e-9);
    assert_near(field_number(line, 5), 100 * difference.low / baseline, 1e-9);
    assert_non_null(strstr(text, ",Care funded*,"));
    assert_null(strstr(text, "Packages prevented")); /* none in the baseline: no percent of it */
    assert_non_null(strstr(text, "No row where the baseline is 0."));
    assert_non_null(strstr(text, "* assumed effect on care in \xE2\x80\x9CSkill mix at the front door\xE2\x80\x9D."));
    assert_null(strstr(text, "Referrals")); /* no headline measure */
    free(text);
    expt_results_free(&results);
}

static void a_difference_beyond_the_axis_is_told_in_words(void **state) {
    (void)state;
    struct expt_results results;
    fixture_results_make(&results);
    for (size_t k = 0; k < FIXTURE_REPLICATIONS; k++) {
        results.outcomes[1].values[k] = 8 * results.outcomes[0].values[k];
    }
    char *text = table_of(&results, out_plot_differences);
    const char *line = line_find(text, "2,Integrated teams,1,");
    assert_near(field_number(line, 4), 100, 1e-12);
    assert_non_null(strstr(line, ",lower is better,'+700%,"));
    free(text);
    expt_results_free(&results);
}

static void teams_are_rows_in_order_of_appearance(void **state) {
    (void)state;
    struct expt_results results;
    fixture_results_make(&results);
    char *text = table_of(&results, out_plot_utilisation);
    line_find(text, "1,Separate services,1,NHS community,");
    line_find(text, "3,Skill mix at the front door,2,NHS acute,");
    line_find(text, "2,Integrated teams,7,Perth City,");
    line_find(text, "3,Skill mix at the front door,11,Front door pair,");
    free(text);
    expt_results_free(&results);
}

static void one_replication_has_no_interval_and_says_so(void **state) {
    (void)state;
    struct expt_results results;
    fixture_results_make(&results);
    results.replications = 1;
    char *text = table_of(&results, out_plot_targets);
    assert_non_null(strstr(text, "one replication\xE2\x80\x9A so there is no interval"));
    assert_nan(field_number(line_find(text, "2,"), 5));
    free(text);
    expt_results_free(&results);
}

static void delayed_beds_have_a_panel_for_each_cause_on_one_scale(void **state) {
    (void)state;
    struct expt_results results;
    fixture_results_make(&results);
    detail_add(&results);
    char *text = table_of(&results, out_plot_delayed_beds);
    const char *whole = line_find(text, "1,1,"), *cause = line_find(text, "3,1,");
    assert_near(field_number(whole, 12), field_number(cause, 12), 1e-12);
    assert_true(field_number(cause, 11) >= field_number(whole, 11) / 2);
    assert_near(field_number(cause, 10), 0, 1e-12);
    free(text);
    expt_results_free(&results);
}

static void delayed_beds_without_causes_have_one_panel(void **state) {
    (void)state;
    struct expt_results results;
    fixture_results_make(&results);
    detail_add(&results);
    for (size_t i = 0; i < FIXTURE_SCENARIOS; i++) {
        const int column = expt_column_find(&results.outcomes[i], "delayed_beds_care", "all", "all");
        text_replace(&results.outcomes[i].columns[column].measure, "another");
    }
    char *text = table_of(&results, out_plot_delayed_beds);
    line_find(text, "1,3,");
    assert_null(strstr(text, "\n2,1,"));
    free(text);
    expt_results_free(&results);
}

static void delayed_beds_that_nobody_lies_in_are_not_drawn(void **state) {
    (void)state;
    struct expt_results results;
    fixture_results_make(&results);
    detail_add(&results);
    for (size_t i = 0; i < FIXTURE_SCENARIOS; i++) {
        const int column = expt_column_find(&results.outcomes[i], "delayed_beds", "all", "all");
        memset(&results.outcomes[i].months[(size_t)column * 120], 0, 120 * sizeof(struct stat_moments));
    }
    char *text = table_of(&results, out_plot_delayed_beds);
    assert_string_equal(strchr(text, '\n'), "\n");
    free(text);
    expt_results_free(&results);
}

static void equity_is_told_behind_the_title_in_the_key(void **state) {
    (void)state;
    struct expt_results results;
    fixture_results_make(&results);
    detail_add(&results);
    char *text = table_of(&results, out_plot_equity);
    const int column = expt_column_find(&results.outcomes[1], "wait_equity_locality", "all", "all");
    char *begin = mem_format("2,Integrated teams (%.2f times),3,Highland Perthshire,",
                             expt_column_summary(&results, 1, (size_t)column).mean);
    const int wait = expt_column_find(&results.outcomes[1], "wait_mean", "locality", "Highland Perthshire");
    assert_near(field_number(line_find(text, begin), 4), expt_column_summary(&results, 1, (size_t)wait).mean, 1e-9);
    free(begin);
    free(text);
    expt_results_free(&results);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_said_once_stands_on_the_first_line),
        cmocka_unit_test(the_axis_of_waits_covers_the_slowest_scenario),
        cmocka_unit_test(a_band_of_care_hours_is_the_middle_80_percent),
        cmocka_unit_test(both_panels_of_care_hours_have_one_scale),
        cmocka_unit_test(labels_of_lines_that_end_together_stand_apart),
        cmocka_unit_test(a_difference_is_percent_of_the_baseline),
        cmocka_unit_test(a_difference_beyond_the_axis_is_told_in_words),
        cmocka_unit_test(teams_are_rows_in_order_of_appearance),
        cmocka_unit_test(one_replication_has_no_interval_and_says_so),
        cmocka_unit_test(delayed_beds_have_a_panel_for_each_cause_on_one_scale),
        cmocka_unit_test(delayed_beds_without_causes_have_one_panel),
        cmocka_unit_test(delayed_beds_that_nobody_lies_in_are_not_drawn),
        cmocka_unit_test(equity_is_told_behind_the_title_in_the_key),
    };
    return run_chosen(tests, argc, argv);
}

/* tests/output/test_plot.c - the CSVs behind the figures. */
#include "output/plot.h"

#include "tests/output/fixture.h"
#include "tests/support.h"

/* The table of one figure as text; the caller frees it. */
static char *table_of(const struct expt_results *results, void (*write)(struct out_plot *plot)) {
    struct out_plot plot;
    char *written = NULL, *text;
    size_t length;
    FILE *out = open_memstream(&written, &length);
    out_plot_init(&plot, out, results);
    plot.version = "0.0.7";
    plot.seed = 20140917;
    write(&plot);
    out_plot_free(&plot);
    fclose(out);
    text = mem_text(written);
    free(written);
    return text;
}

/* The field of that number (from 0) in the line of a table. */
static double field_number(const char *line, size_t field) {
    for (; field > 0; field--) {
        line = strchr(line, ',') + 1;
    }
    return *line == ',' || *line == '\n' ? NAN : strtod(line, NULL);
}

static const char *line_find(const char *text, const char *begin) {
    char *sought = mem_format("\n%s", begin);
    const char *found = strstr(text, sought);
    free(sought);
    assert_non_null(found);
    return found + 1;
}

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

static void a_team_without_a_value_in_any_scenario_has_no_row(void **state) {
    (void)state;
    struct expt_results results;
    fixture_results_make(&results);
    const int closed = expt_column_find(&results.outcomes[0], "utilisation", "team", "NHS community");
    for (size_t k = 0; k < FIXTURE_REPLICATIONS; k++) {
        results.outcomes[0].values[(size_t)closed * FIXTURE_REPLICATIONS + k] = NAN;
    }
    char *text = table_of(&results, out_plot_utilisation);
    assert_null(strstr(text, "NHS community"));
    line_find(text, "3,Skill mix at the front door,1,NHS acute,");
    line_find(text, "3,Skill mix at the front door,10,Front door pair,");
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
        cmocka_unit_test(a_team_without_a_value_in_any_scenario_has_no_row),
        cmocka_unit_test(one_replication_has_no_interval_and_says_so),
    };
    return run_chosen(tests, argc, argv);
}

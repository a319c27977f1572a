/* tests/output/test_plot_bars.c - the CSVs behind the figures uses and journey. */
#include "output/plot.h"

#include "tests/output/detail.h"
#include "tests/output/table.h"

enum { PART = 3, LOW = 5, HIGH, LENGTH, LENGTH_LOW, LENGTH_HIGH, MARK };

static struct stat_summary summary_of(const struct expt_results *results, size_t scenario, const char *measure) {
    const int column = expt_column_find(&results->outcomes[scenario], measure, "all", "all");
    assert_true(column >= 0);
    return expt_column_summary(results, scenario, (size_t)column);
}

static void parts_stand_behind_each_other_and_fill_the_bar(void **state) {
    (void)state;
    struct expt_results results;
    fixture_results_make(&results);
    detail_add(&results);
    char *text = table_of(&results, out_plot_uses);
    double end = 0, length = 0;
    for (const char *line = line_find(text, "2,"); line[0] == '2'; line = strchr(line, '\n') + 1) {
        assert_near(field_number(line, LOW), end, 1e-9);
        end = field_number(line, HIGH);
        length = field_number(line, LENGTH);
    }
    assert_near(end, length, 1e-9);
    const char *line = line_find(text, "2,Integrated teams,,2,Follow-up,");
    assert_near(field_number(line, HIGH) - field_number(line, LOW),
                summary_of(&results, 1, "use_followup_hours_per_year").mean, 1e-6);
    free(text);
    expt_results_free(&results);
}

static void a_use_that_nobody_has_is_left_out(void **state) {
    (void)state;
    struct expt_results results;
    fixture_results_make(&results);
    detail_add(&results);
    for (size_t i = 0; i < FIXTURE_SCENARIOS; i++) {
        const int lost = expt_column_find(&results.outcomes[i], "lost_hours_per_year", "all", "all");
        const int column = expt_column_find(&results.outcomes[i], "use_missed_hours_per_year", "all", "all");
        text_replace(&results.outcomes[i].columns[lost].measure, "another");
        memset(results.outcomes[i].values + (size_t)column * FIXTURE_REPLICATIONS, 0,
               FIXTURE_REPLICATIONS * sizeof(double));
    }
    char *text = table_of(&results, out_plot_uses);
    assert_null(strstr(text, ",Missed visits,"));          /* nought everywhere */
    assert_null(strstr(text, ",Sickness and vacancies,")); /* no such measure */
    assert_non_null(strstr(text, ",8,Spare,"));            /* keeps its place, and so its colour */
    free(text);
    expt_results_free(&results);
}

static void a_use_of_one_scenario_alone_is_nought_in_the_others(void **state) {
    (void)state;
    struct expt_results results;
    fixture_results_make(&results);
    detail_add(&results);
    const int column = expt_column_find(&results.outcomes[2], "use_triage_hours_per_year", "all", "all");
    text_replace(&results.outcomes[2].columns[column].measure, "another");
    char *text = table_of(&results, out_plot_uses);
    const char *line = line_find(text, "3,Skill mix at the front door,,4,Triage,");
    assert_near(field_number(line, LOW), field_number(line, HIGH), 1e-12);
    free(text);
    expt_results_free(&results);
}

static void a_journey_carries_its_interval_and_the_clock_of_a_referral(void **state) {
    (void)state;
    struct expt_results results;
    fixture_results_make(&results);
    detail_add(&results);
    char *text = table_of(&results, out_plot_journey);
    const char *line = line_find(text, "1,Separate services,,1,First wait,");
    assert_near(field_number(line, LENGTH_LOW), summary_of(&results, 0, "journey_mean").low, 1e-9);
    assert_near(field_number(line, LENGTH_HIGH), summary_of(&results, 0, "journey_mean").high, 1e-9);
    assert_near(field_number(line, MARK), summary_of(&results, 0, "wait_mean").mean, 1e-9);
    free(text);
    expt_results_free(&results);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_stand_behind_each_other_and_fill_the_bar),
        cmocka_unit_test(a_use_that_nobody_has_is_left_out),
        cmocka_unit_test(a_use_of_one_scenario_alone_is_nought_in_the_others),
        cmocka_unit_test(a_journey_carries_its_interval_and_the_clock_of_a_referral),
    };
    return run_chosen(tests, argc, argv);
}

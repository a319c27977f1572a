/* tests/output/test_plot_split.c - the CSV behind the figure split. */
#include "output/plot.h"

#include "tests/output/detail.h"
#include "tests/output/table.h"

enum { ROW = 4, KIND = 6, FROM, TO, LOW, HIGH, NUMBER, AXIS_LOW, AXIS_HIGH, AXIS_STEP };

static double care(const struct expt_results *results, size_t scenario) {
    const int column = expt_column_find(&results->outcomes[scenario], "care_hours_per_week", "all", "all");
    return expt_column_summary(results, scenario, (size_t)column).mean;
}

/* Line of a row in a panel. */
static const char *row_line(const char *text, char panel, int row) {
    for (const char *line = strchr(text, '\n') + 1; *line; line = strchr(line, '\n') + 1) {
        if (line[0] == panel && (int)field_number(line, ROW) == row) {
            return line;
        }
    }
    fail();
    return NULL;
}

static void parts_lead_from_the_baseline_to_the_scenario(void **state) {
    (void)state;
    struct expt_results results;
    fixture_results_make(&results);
    detail_add(&results);
    char *text = table_of(&results, out_plot_split);
    double level = care(&results, 0);
    assert_near(field_number(row_line(text, '2', 1), TO), level, 1e-9);
    for (int part = 0; part < DETAIL_PARTS; part++) {
        const char *line = row_line(text, '2', part + 2);
        assert_near(field_number(line, FROM), level, 1e-9);
        level += expt_part_summary(&results, &results.outcomes[2].splits[0].parts[part]).mean;
        assert_near(field_number(line, TO), level, 1e-9);
    }
    assert_near(level, care(&results, 2), 1e-9);
    assert_near(field_number(row_line(text, '2', DETAIL_PARTS + 2), TO), level, 1e-9);
    free(text);
    expt_results_free(&results);
}

static void what_is_no_saving_is_told_apart(void **state) {
    (void)state;
    static const int kinds[] = {0, 1, 1, 1, 2, 2, 1, 0};
    struct expt_results results;
    fixture_results_make(&results);
    detail_add(&results);
    char *text = table_of(&results, out_plot_split);
    for (int row = 1; row <= 8; row++) {
        assert_near(field_number(row_line(text, '1', row), KIND), kinds[row - 1], 0);
    }
    assert_non_null(strstr(row_line(text, '1', 5), ",5,Held up by waiting,2,"));
    free(text);
    expt_results_free(&results);
}

static void a_part_has_its_interval_around_its_end(void **state) {
    (void)state;
    struct expt_results results;
    fixture_results_make(&results);
    detail_add(&results);
    char *text = table_of(&results, out_plot_split);
    const struct stat_summary part = expt_part_summary(&results, &results.outcomes[1].splits[0].parts[1]);
    const char *line = row_line(text, '1', 3);
    assert_near(field_number(line, TO) - field_number(line, LOW), part.half_width, 1e-6);
    assert_near(field_number(line, HIGH) - field_number(line, TO), part.half_width, 1e-6);
    assert_nan(field_number(row_line(text, '1', 1), LOW));
    free(text);
    expt_results_free(&results);
}

static void a_part_that_changes_nothing_anywhere_is_left_out(void **state) {
    (void)state;
    struct expt_results results;
    fixture_results_make(&results);
    detail_add(&results);
    for (size_t i = 1; i < FIXTURE_SCENARIOS; i++) {
        memset(results.outcomes[i].splits[0].parts[4].values, 0, FIXTURE_REPLICATIONS * sizeof(double));
    }
    char *text = table_of(&results, out_plot_split);
    assert_null(strstr(text, "Died first"));
    assert_non_null(strstr(row_line(text, '2', 6), ",6,Found sooner,"));
    free(text);
    expt_results_free(&results);
}

static void the_axis_is_one_and_begins_where_bars_differ(void **state) {
    (void)state;
    struct expt_results results;
    fixture_results_make(&results);
    detail_add(&results);
    char *text = table_of(&results, out_plot_split);
    const double low = field_number(row_line(text, '1', 1), AXIS_LOW);
    const double high = field_number(row_line(text, '1', 1), AXIS_HIGH);
    assert_true(low > 10000);
    for (const char *line = strchr(text, '\n') + 1; *line; line = strchr(line, '\n') + 1) {
        assert_near(field_number(line, AXIS_LOW), low, 1e-12);
        assert_near(field_number(line, AXIS_HIGH), high, 1e-12);
        assert_true(field_number(line, TO) > low && field_number(line, TO) < high);
    }
    free(text);
    expt_results_free(&results);
}

static void without_splits_there_is_nothing_to_draw(void **state) {
    (void)state;
    struct expt_results results;
    fixture_results_make(&results);
    char *text = table_of(&results, out_plot_split);
    assert_string_equal(strchr(text, '\n'), "\n");
    free(text);
    expt_results_free(&results);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_lead_from_the_baseline_to_the_scenario),
        cmocka_unit_test(what_is_no_saving_is_told_apart),
        cmocka_unit_test(a_part_has_its_interval_around_its_end),
        cmocka_unit_test(a_part_that_changes_nothing_anywhere_is_left_out),
        cmocka_unit_test(the_axis_is_one_and_begins_where_bars_differ),
        cmocka_unit_test(without_splits_there_is_nothing_to_draw),
    };
    return run_chosen(tests, argc, argv);
}

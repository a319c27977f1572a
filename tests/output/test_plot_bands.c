/* tests/output/test_plot_bands.c - the CSV behind the figure bands. */
#include "output/plot.h"

#include "tests/output/detail.h"
#include "tests/output/table.h"

enum { X = 6, LOW, HIGH, AXIS_HIGH, AXIS_STEP };

static double month_mean(const struct expt_results *results, size_t scenario, const char *band, size_t month) {
    const int column = expt_column_find(&results->outcomes[scenario], "waiting_in_band", "wait band", band);
    assert_true(column >= 0);
    return results->outcomes[scenario].months[(size_t)column * results->month_count + month].mean;
}

/* Line of a month of a band in a scenario; all months of a band stand together. */
static const char *month_line(const char *text, const char *scenario, const char *band, size_t month) {
    const char *line = line_find(text, scenario);
    char *name = mem_format(",%s,", band);
    line = strstr(line, name);
    assert_non_null(line);
    while (line[-1] != '\n') {
        line--;
    }
    for (; month > 0; month--) {
        line = strchr(line, '\n') + 1;
    }
    free(name);
    return line;
}

static void bands_lie_on_the_longer_ones(void **state) {
    (void)state;
    struct expt_results results;
    fixture_results_make(&results);
    detail_add(&results);
    char *text = table_of(&results, out_plot_bands);
    const double longest = month_mean(&results, 1, "over 52 weeks", 17);
    const double longer = month_mean(&results, 1, "18-52 weeks", 17);
    const char *line = month_line(text, "2,", "over 52 weeks", 17);
    assert_near(field_number(line, LOW), 0, 0);
    assert_near(field_number(line, HIGH), longest, 1e-9);
    line = month_line(text, "2,", "18-52 weeks", 17);
    assert_near(field_number(line, LOW), longest, 1e-9);
    assert_near(field_number(line, HIGH), longest + longer, 1e-9);
    assert_near(field_number(line, X), 2015.5, 1e-9); /* the end of June */
    free(text);
    expt_results_free(&results);
}

static void all_panels_have_the_axis_of_the_fullest(void **state) {
    (void)state;
    struct expt_results results;
    fixture_results_make(&results);
    detail_add(&results);
    char *text = table_of(&results, out_plot_bands);
    double most = 0;
    for (const char *line = strchr(text, '\n') + 1; *line; line = strchr(line, '\n') + 1) {
        most = fmax(most, field_number(line, HIGH));
        assert_near(field_number(line, AXIS_HIGH), 1500, 1e-12);
        assert_near(field_number(line, AXIS_STEP), 500, 1e-12);
    }
    assert_true(most > 1000 && most < 1500);
    free(text);
    expt_results_free(&results);
}

static void a_panel_tells_how_many_wait_in_the_end(void **state) {
    (void)state;
    struct expt_results results;
    fixture_results_make(&results);
    detail_add(&results);
    char *text = table_of(&results, out_plot_bands);
    const double people = month_mean(&results, 2, "18-52 weeks", 119) + month_mean(&results, 2, "over 52 weeks", 119);
    char *expected = mem_format("at the end\xE2\x80\x9A %.0f over 18 weeks,1,0-1 weeks,", people);
    assert_non_null(strstr(line_find(text, "3,Skill mix at the front door,,"), expected));
    assert_null(strstr(strstr(text, expected) + 1, expected));
    free(expected);
    free(text);
    expt_results_free(&results);
}

static void a_scenario_without_bands_has_no_panel(void **state) {
    (void)state;
    struct expt_results results;
    fixture_results_make(&results);
    detail_add(&results);
    for (size_t i = 0; i < DETAIL_BANDS; i++) {
        const int column = expt_column_find(&results.outcomes[1], "waiting_in_band", "wait band", detail_bands[i]);
        text_replace(&results.outcomes[1].columns[column].measure, "another");
    }
    char *text = table_of(&results, out_plot_bands);
    line_find(text, "1,Separate services,");
    line_find(text, "2,Skill mix at the front door,");
    assert_null(strstr(text, "Integrated teams"));
    free(text);
    expt_results_free(&results);
}

static void bands_are_those_of_the_results(void **state) {
    (void)state;
    struct expt_results results;
    fixture_results_make(&results);
    detail_add(&results);
    for (size_t s = 0; s < results.outcome_count; s++) {
        struct expt_column *columns = results.outcomes[s].columns;
        const int first = expt_column_find(&results.outcomes[s], "waiting_in_band", "wait band", "0-1 weeks");
        const int late = expt_column_find(&results.outcomes[s], "waiting_in_band", "wait band", "18-52 weeks");
        text_replace(&columns[first].subject, "less than a week");
        text_replace(&columns[late].subject, "19-52 weeks");
    }
    char *text = table_of(&results, out_plot_bands);
    month_line(text, "1,", "less than a week", 119);
    assert_non_null(strstr(month_line(text, "3,", "less than a week", 0), " at the end,1,less than a week,"));
    assert_null(strstr(text, "0-1 weeks"));
    free(text);
    expt_results_free(&results);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bands_lie_on_the_longer_ones),
        cmocka_unit_test(all_panels_have_the_axis_of_the_fullest),
        cmocka_unit_test(a_panel_tells_how_many_wait_in_the_end),
        cmocka_unit_test(a_scenario_without_bands_has_no_panel),
        cmocka_unit_test(bands_are_those_of_the_results),
    };
    return run_chosen(tests, argc, argv);
}

/* tests/output/test_plot_incidence.c - the CSV behind the figure incidence. */
#include "output/plot.h"

#include "tests/output/detail.h"
#include "tests/output/table.h"

enum { PART = 4, DAYS = 6, LOW, HIGH, FEW_FROM, AXIS_END };

static double shares_until(const struct expt_incidence *of, size_t causes, size_t bin) {
    double share = 0;
    for (size_t cause = 0; cause < causes; cause++) {
        share += of->shares[cause * of->bins + bin];
    }
    return 100 * share;
}

static void areas_fill_a_hundred_percent_on_every_day(void **state) {
    (void)state;
    struct expt_results results;
    fixture_results_make(&results);
    detail_add(&results);
    char *text = table_of(&results, out_plot_incidence);
    size_t lines = 0;
    for (const char *line = strchr(text, '\n') + 1; *line; line = strchr(line, '\n') + 1) {
        const struct expt_incidence *of = &results.outcomes[(size_t)field_number(line, 0) - 1].incidence;
        const size_t part = (size_t)field_number(line, PART), days = (size_t)field_number(line, DAYS);
        const double low = days > 0 ? shares_until(of, part - 1, days - 1) : 0;
        assert_within(field_number(line, LOW), low, 1e-7);
        if (part > DETAIL_CAUSES) {
            assert_near(field_number(line, HIGH), 100, 1e-12);
        } else if (days > 0) {
            assert_within(field_number(line, HIGH), shares_until(of, part, days - 1), 1e-7);
        }
        lines++;
    }
    assert_true(lines > 3 * 5 * 100);
    free(text);
    expt_results_free(&results);
}

/* Of the slowest scenario 0.0139 leave a day: 97 % are gone after ln(0.03) / ln(1 - 0.0139) = 250.5 days. */
static void the_axis_ends_where_97_percent_have_gone(void **state) {
    (void)state;
    struct expt_results results;
    fixture_results_make(&results);
    detail_add(&results);
    char *text = table_of(&results, out_plot_incidence);
    assert_near(field_number(line_find(text, "1,"), AXIS_END), 300, 1e-12);
    free(text);
    expt_results_free(&results);
}

static void the_axis_is_no_longer_than_two_years(void **state) {
    (void)state;
    struct expt_results results;
    fixture_results_make(&results);
    detail_add(&results);
    for (size_t i = 0; i < DETAIL_CAUSES * DETAIL_BINS; i++) {
        results.outcomes[1].incidence.shares[i] /= 2;
        results.outcomes[1].incidence.at_risk[i / DETAIL_CAUSES] += 4177;
    }
    char *text = table_of(&results, out_plot_incidence);
    assert_near(field_number(line_find(text, "1,"), AXIS_END), 730, 1e-12);
    free(text);
    expt_results_free(&results);
}

static void what_is_not_known_is_not_drawn(void **state) {
    (void)state;
    struct expt_results results;
    double last = 0;
    fixture_results_make(&results);
    detail_add(&results);
    for (size_t bin = 143; bin < DETAIL_BINS; bin++) {
        results.outcomes[0].incidence.at_risk[bin] = 0;
    }
    char *text = table_of(&results, out_plot_incidence);
    for (const char *line = line_find(text, "1,"); line[0] == '1'; line = strchr(line, '\n') + 1) {
        last = fmax(last, field_number(line, DAYS));
    }
    assert_near(last, 143, 1e-12);
    free(text);
    expt_results_free(&results);
}

/* 9173 people of whom 0.0189 or 0.0239 leave a day: fewer than 100 still wait after 237 and 187 days. */
static void nobody_left_waiting_is_known_for_ever(void **state) {
    (void)state;
    struct expt_results results;
    double last = 0;
    fixture_results_make(&results);
    detail_add(&results);
    for (size_t bin = 0; bin < DETAIL_BINS; bin++) {
        struct expt_incidence *of = &results.outcomes[2].incidence;
        of->shares[3 * DETAIL_BINS + bin] = bin < 61 ? 0.001 : 1 - shares_until(of, 3, bin) / 100;
        of->at_risk[bin] = bin < 61 ? 7013 : 0;
    }
    results.outcomes[2].incidence.shares[3 * DETAIL_BINS + 60] =
        1 - shares_until(&results.outcomes[2].incidence, 3, 60) / 100;
    char *text = table_of(&results, out_plot_incidence);
    for (const char *line = line_find(text, "3,"); line[0] == '3'; line = strchr(line, '\n') + 1) {
        last = fmax(last, field_number(line, DAYS));
    }
    assert_near(last, 300, 1e-12);
    free(text);
    expt_results_free(&results);
}

/* A run as short as its longest wait has no bins for the days behind it. */
static void nobody_left_waiting_is_known_behind_the_last_bin(void **state) {
    (void)state;
    enum { BINS = 17 };
    struct expt_results results;
    double last = 0;
    fixture_results_make(&results);
    detail_add(&results);
    struct expt_incidence *of = &results.outcomes[2].incidence;
    for (size_t i = 0; i < DETAIL_CAUSES * BINS; i++) {
        of->shares[i] = i < BINS && i >= 13 ? 1 : 0;
    }
    of->bins = BINS;
    for (size_t bin = 0; bin < BINS; bin++) {
        of->at_risk[bin] = bin < 14 ? 7013 : 0;
    }
    char *text = table_of(&results, out_plot_incidence);
    for (const char *line = line_find(text, "3,"); line[0] == '3'; line = strchr(line, '\n') + 1) {
        last = fmax(last, field_number(line, DAYS));
    }
    assert_near(last, 300, 1e-12);
    assert_non_null(strstr(text, "18 weeks on: 100% seen\xE2\x80\x9A 0% waiting"));
    free(text);
    expt_results_free(&results);
}

static void the_reader_is_told_where_few_people_still_wait(void **state) {
    (void)state;
    struct expt_results results;
    fixture_results_make(&results);
    detail_add(&results);
    char *text = table_of(&results, out_plot_incidence);
    assert_nan(field_number(line_find(text, "1,"), FEW_FROM));
    assert_near(field_number(line_find(text, "2,"), FEW_FROM), 237, 1e-12);
    assert_near(field_number(line_find(text, "3,"), FEW_FROM), 187, 1e-12);
    assert_non_null(strstr(text, "Pale: fewer than 100 still waited"));
    free(text);
    expt_results_free(&results);
}

static void a_panel_tells_what_is_known_after_18_weeks(void **state) {
    (void)state;
    struct expt_results results;
    fixture_results_make(&results);
    detail_add(&results);
    const struct expt_incidence *of = &results.outcomes[2].incidence;
    char *text = table_of(&results, out_plot_incidence);
    char *expected =
        mem_format("3,Skill mix at the front door,,18 weeks on: %.0f%% seen\xE2\x80\x9A %.0f%% waiting,1,Seen,",
                   shares_until(of, 1, 125), 100 - shares_until(of, DETAIL_CAUSES, 125));
    line_find(text, expected);
    free(expected);
    free(text);
    expt_results_free(&results);
}

/* Few of a million are still enough to tell the shares of all. */
static void few_people_are_enough_when_nearly_all_have_gone(void **state) {
    (void)state;
    struct expt_results results;
    fixture_results_make(&results);
    detail_add(&results);
    for (size_t i = 0; i < FIXTURE_SCENARIOS; i++) {
        for (size_t bin = 0; bin < DETAIL_BINS; bin++) {
            results.outcomes[i].incidence.at_risk[bin] = bin < 270 ? 107 : 93;
        }
    }
    char *text = table_of(&results, out_plot_incidence);
    assert_near(field_number(line_find(text, "1,"), FEW_FROM), 270, 1e-12);
    assert_nan(field_number(line_find(text, "3,"), FEW_FROM));
    free(text);
    expt_results_free(&results);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(areas_fill_a_hundred_percent_on_every_day),
        cmocka_unit_test(the_axis_ends_where_97_percent_have_gone),
        cmocka_unit_test(the_axis_is_no_longer_than_two_years),
        cmocka_unit_test(what_is_not_known_is_not_drawn),
        cmocka_unit_test(nobody_left_waiting_is_known_for_ever),
        cmocka_unit_test(nobody_left_waiting_is_known_behind_the_last_bin),
        cmocka_unit_test(the_reader_is_told_where_few_people_still_wait),
        cmocka_unit_test(few_people_are_enough_when_nearly_all_have_gone),
        cmocka_unit_test(a_panel_tells_what_is_known_after_18_weeks),
    };
    return run_chosen(tests, argc, argv);
}

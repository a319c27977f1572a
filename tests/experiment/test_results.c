/* tests/experiment/test_results.c - looking things up in the results of a study. */
#include <stdlib.h>

#include "base/mem.h"
#include "experiment/study.h"
#include "tests/support.h"

static struct expt_column column_make(const char *measure, const char *subject, int better) {
    return (struct expt_column){.measure = mem_text(measure),
                                .name = mem_text(""),
                                .unit = mem_text("days"),
                                .definition = mem_text(""),
                                .dimension = mem_text("team"),
                                .subject = mem_text(subject),
                                .better = better,
                                .decimals = mem_text("%.1f")};
}

/* Two scenarios of four replications; the second lists its columns in another order and has one of its own. */
static void results_make(struct expt_results *results) {
    static const double values[2][8] = {{10, 12, 17, NAN, 1, 2, 3, 4}, {1, 2, 3, 4, 7, 12, 11, 5}};
    static const char *const subjects[2][2] = {{"North", "South"}, {"West", "North"}};
    *results = (struct expt_results){.outcome_count = 2, .replications = 4};
    results->outcomes = mem_zeroed(2, sizeof *results->outcomes);
    for (size_t i = 0; i < 2; i++) {
        struct expt_outcome *outcome = &results->outcomes[i];
        outcome->name = mem_text("name");
        outcome->title = mem_text("title");
        outcome->columns = mem_zeroed(2, sizeof *outcome->columns);
        outcome->column_count = 2;
        outcome->values = mem_zeroed(8, sizeof *outcome->values);
        for (size_t j = 0; j < 2; j++) {
            outcome->columns[j] = column_make("wait_mean", subjects[i][j], -1);
        }
        for (size_t j = 0; j < 8; j++) {
            outcome->values[j] = values[i][j];
        }
    }
}

static void a_column_is_found_by_measure_dimension_and_subject(void **state) {
    (void)state;
    struct expt_results results;
    results_make(&results);
    assert_int_equal(expt_column_find(&results.outcomes[1], "wait_mean", "team", "North"), 1);
    assert_int_equal(expt_column_find(&results.outcomes[1], "wait_mean", "team", "South"), -1);
    assert_int_equal(expt_column_find(&results.outcomes[1], "wait_mean", "locality", "North"), -1);
    assert_int_equal(expt_column_find(&results.outcomes[1], "wait_p90", "team", "North"), -1);
    expt_results_free(&results);
    assert_int_equal(results.outcome_count, 0);
}

static void a_sorted_column_is_the_one_that_was_found_without(void **state) {
    (void)state;
    static const char *const subjects[] = {"East", "North", "South", "West", "Zeal"};
    static const char *const measures[] = {"a", "wait_mean", "z"};
    struct expt_results results;
    results_make(&results);
    for (size_t o = 0; o < 2; o++) {
        const struct expt_outcome plain = results.outcomes[o];
        expt_column_sort(&results.outcomes[o]);
        for (size_t i = 0; i < 15; i++) {
            assert_int_equal(expt_column_find(&results.outcomes[o], measures[i % 3], "team", subjects[i / 3]),
                             expt_column_find(&plain, measures[i % 3], "team", subjects[i / 3]));
        }
        assert_int_equal(expt_column_find(&results.outcomes[o], "wait_mean", "locality", "North"), -1);
    }
    expt_results_free(&results);
}

static void a_summary_passes_over_what_does_not_exist(void **state) {
    (void)state;
    struct expt_results results;
    results_make(&results);
    const struct stat_summary summary = expt_column_summary(&results, 0, 0);
    assert_int_equal(summary.count, 3);
    assert_near(summary.mean, 13, 1e-14);
    assert_near(expt_column_summary(&results, 0, 1).mean, 2.5, 1e-14);
    assert_aborts(expt_column_summary(&results, 0, 2));
    assert_aborts(expt_column_summary(&results, 2, 0));
    expt_results_free(&results);
}

static void a_difference_pairs_the_same_subject_by_replication(void **state) {
    (void)state;
    struct expt_results results;
    results_make(&results);
    const struct expt_difference difference = expt_column_difference(&results, 1, 1);
    assert_true(difference.exists);
    assert_int_equal(difference.difference.count, 3);
    assert_near(difference.difference.mean, -3, 1e-14); /* -3, 0, -6 */
    assert_near(difference.probability_better, 2.5 / 3, 1e-14);
    expt_results_free(&results);
}

static void a_subject_that_the_baseline_lacks_has_no_difference(void **state) {
    (void)state;
    struct expt_results results;
    results_make(&results);
    const struct expt_difference difference = expt_column_difference(&results, 1, 0);
    assert_false(difference.exists);
    assert_int_equal(difference.difference.count, 0);
    assert_nan(difference.difference.mean);
    assert_nan(difference.probability_better);
    expt_results_free(&results);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_column_is_found_by_measure_dimension_and_subject),
        cmocka_unit_test(a_sorted_column_is_the_one_that_was_found_without),
        cmocka_unit_test(a_summary_passes_over_what_does_not_exist),
        cmocka_unit_test(a_difference_pairs_the_same_subject_by_replication),
        cmocka_unit_test(a_subject_that_the_baseline_lacks_has_no_difference),
    };
    return run_chosen(tests, argc, argv);
}

/* tests/stats/test_summary.c - what is reported of one measure over the replications. */
#include "stats/summary.h"

#include <string.h>

#include "tests/support.h"

/* Sorted: 0.93, 1.6, 2.385, 5.275, 6.11. Type 7: position share * 4 from the smallest. */
static const double values[] = {2.385, 6.11, NAN, 5.275, 0.93, 1.6};
static const double baseline[] = {1.385, 7.11, 3.5, NAN, 0.43, 1.6};
enum { COUNT = 6 };

static void a_summary_has_mean_interval_and_percentiles(void **state) {
    (void)state;
    struct stat_summary summary = stat_summary_of(values, COUNT);
    double squares = 0, mean = (2.385 + 6.11 + 5.275 + 0.93 + 1.6) / 5;
    for (size_t i = 0; i < COUNT; i++) {
        squares += isnan(values[i]) ? 0 : (values[i] - mean) * (values[i] - mean);
    }
    double half_width = 2.776445105 * sqrt(squares / 4 / 5); /* t at 0.975 with 4 degrees of freedom */
    assert_int_equal(summary.count, 5);
    assert_near(summary.mean, mean, 1e-14);
    assert_near(summary.half_width, half_width, 1e-9);
    assert_near(summary.low, mean - half_width, 1e-8);
    assert_near(summary.high, mean + half_width, 1e-8);
    assert_near(summary.p10, 0.93 + 0.4 * (1.6 - 0.93), 1e-14);
    assert_near(summary.p90, 5.275 + 0.6 * (6.11 - 5.275), 1e-14);
}

static void summing_up_changes_nothing(void **state) {
    (void)state;
    double copy[COUNT];
    memcpy(copy, values, sizeof copy);
    stat_summary_of(copy, COUNT);
    assert_memory_equal(copy, values, sizeof copy);
}

static void one_value_has_no_interval(void **state) {
    (void)state;
    struct stat_summary summary = stat_summary_of(values, 1);
    assert_int_equal(summary.count, 1);
    assert_near(summary.mean, 2.385, 0);
    assert_near(summary.p10, 2.385, 0);
    assert_near(summary.p90, 2.385, 0);
    assert_nan(summary.half_width);
    assert_nan(summary.low);
    assert_nan(summary.high);
}

static void no_value_has_nothing(void **state) {
    (void)state;
    const double none[] = {NAN, NAN};
    struct stat_summary summary = stat_summary_of(none, 2);
    assert_int_equal(summary.count, 0);
    assert_nan(summary.mean);
    assert_nan(summary.half_width);
    assert_nan(summary.p10);
    assert_nan(summary.p90);
    assert_int_equal(stat_summary_of(NULL, 0).count, 0);
}

static void differences_are_paired_and_broken_pairs_left_out(void **state) {
    (void)state;
    const double differences[] = {1.0, -1.0, 0.5, 0.0};
    struct stat_summary want = stat_summary_of(differences, 4);
    struct stat_summary got = stat_summary_of_difference(values, baseline, COUNT);
    assert_int_equal(got.count, 4);
    assert_near(got.mean, 0.125, 1e-14);
    assert_near(got.half_width, want.half_width, 1e-13);
    assert_near(got.p10, want.p10, 1e-13);
    assert_near(got.p90, want.p90, 1e-13);
}

static void the_better_one_is_the_lower_or_the_higher(void **state) {
    (void)state;
    assert_near(stat_probability_better(values, baseline, COUNT, +1), 2.5 / 4, 0);
    assert_near(stat_probability_better(values, baseline, COUNT, -1), 1.5 / 4, 0);
    assert_nan(stat_probability_better(values, baseline, COUNT, 0));
    assert_nan(stat_probability_better(values + 2, baseline + 2, 1, 1));
    assert_aborts(stat_probability_better(values, baseline, COUNT, 2));
}

static void last_digits_make_nobody_better(void **state) {
    (void)state;
    const double tenths[] = {0.1 + 0.2, -0.1 - 0.2}, rounded[] = {0.3, -0.3};
    assert_true(tenths[0] > rounded[0] && tenths[1] < rounded[1]);
    assert_near(stat_probability_better(tenths, rounded, 1, +1), 0.5, 0);
    assert_near(stat_probability_better(tenths + 1, rounded + 1, 1, +1), 0.5, 0);
    const double same[] = {300 + 2.9e-7, -300 - 2.9e-7}, both[] = {300, -300};
    assert_near(stat_probability_better(same, both, 2, +1), 0.5, 0);
    assert_near(stat_summary_of_difference(same, both, 2).p90, 0, 0);
    const double more[] = {300 + 3.1e-7, 1e-300, INFINITY, -300 + 3.1e-7}, less[] = {300, 0, 1, -300};
    assert_near(stat_probability_better(more, less, 4, +1), 1, 0);
    assert_near(stat_probability_better(more, less, 4, -1), 0, 0);
    assert_true(stat_summary_of_difference(more, less, 1).mean > 3e-7);
}

/* 0.2: two of the three remainders are given away, the largest first. */
static void rounded_parts_sum_to_the_rounded_sum(void **state) {
    (void)state;
    double parts[] = {-12.37, 4.61, 8.03, -0.07};
    stat_round_to_sum(parts, 4, 0.5);
    const double sum = parts[0] + parts[1] + parts[2] + parts[3];
    assert_near(sum, 0, 1e-12); /* of 0.2 */
    assert_near(parts[0], -12.5, 1e-12);
    assert_near(parts[1], 4.5, 1e-12);
    assert_near(parts[2], 8, 1e-12);
    assert_near(parts[3], 0, 1e-12);
    double thirds[] = {10.0 / 3, 10.0 / 3, 10.0 / 3};
    stat_round_to_sum(thirds, 3, 1);
    assert_near(thirds[0] + thirds[1] + thirds[2], 10, 1e-12);
    assert_near(thirds[0], 4, 1e-12); /* the first of equal remainders */
    double whole[] = {3, -2, 0};
    stat_round_to_sum(whole, 3, 1);
    assert_true(whole[0] == 3 && whole[1] == -2 && whole[2] == 0);
    stat_round_to_sum(NULL, 0, 1);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_summary_has_mean_interval_and_percentiles),
        cmocka_unit_test(summing_up_changes_nothing),
        cmocka_unit_test(one_value_has_no_interval),
        cmocka_unit_test(no_value_has_nothing),
        cmocka_unit_test(differences_are_paired_and_broken_pairs_left_out),
        cmocka_unit_test(the_better_one_is_the_lower_or_the_higher),
        cmocka_unit_test(last_digits_make_nobody_better),
        cmocka_unit_test(rounded_parts_sum_to_the_rounded_sum),
    };
    return run_chosen(tests, argc, argv);
}

/* tests/engine/test_histogram.c - how often a length of time fell into each bin. */
#include "engine/histogram.h"

#include "tests/support.h"

static void count(struct des_histogram *histogram, size_t subject, des_time span) {
    des_histogram_add(histogram, subject, des_histogram_bin(histogram, span));
}

static void a_span_falls_into_its_bin_and_long_ones_into_the_last(void **state) {
    (void)state;
    struct des_histogram histogram;
    des_histogram_init(&histogram, 2, 4, 10);
    count(&histogram, 1, 0);
    count(&histogram, 1, 9);
    count(&histogram, 1, 10);
    count(&histogram, 1, 39);
    count(&histogram, 1, 40);
    count(&histogram, 1, INT64_MAX);
    const uint64_t want[] = {0, 0, 0, 0, 2, 1, 0, 3};
    assert_memory_equal(histogram.counts, want, sizeof want);
    assert_int_equal(des_histogram_total(&histogram, 0), 0);
    assert_int_equal(des_histogram_total(&histogram, 1), 6);
    des_histogram_free(&histogram);
}

static void quantiles_are_linear_inside_a_bin(void **state) {
    (void)state;
    struct des_histogram histogram;
    des_histogram_init(&histogram, 1, 10, 100);
    for (int i = 0; i < 4; i++) {
        count(&histogram, 0, 230);
        count(&histogram, 0, 710 + i);
    }
    assert_near(des_histogram_quantile(&histogram, 0, 0), 200, 0);
    assert_near(des_histogram_quantile(&histogram, 0, 0.25), 250, 0);
    assert_near(des_histogram_quantile(&histogram, 0, 0.5), 300, 0);
    assert_near(des_histogram_quantile(&histogram, 0, 0.875), 775, 0);
    assert_near(des_histogram_quantile(&histogram, 0, 1), 800, 0);
    des_histogram_free(&histogram);
}

static void nothing_counted_has_no_quantile(void **state) {
    (void)state;
    struct des_histogram histogram;
    des_histogram_init(&histogram, 2, 3, 7);
    count(&histogram, 0, 5);
    assert_nan(des_histogram_quantile(&histogram, 1, 0.5));
    des_histogram_clear(&histogram);
    assert_nan(des_histogram_quantile(&histogram, 0, 0.5));
    des_histogram_free(&histogram);
}

static void merging_adds_the_counts(void **state) {
    (void)state;
    struct des_histogram one, other;
    des_histogram_init(&one, 2, 3, 7);
    des_histogram_init(&other, 2, 3, 7);
    count(&one, 0, 8);
    count(&other, 0, 9);
    count(&other, 1, 20);
    des_histogram_merge(&one, &other);
    const uint64_t want[] = {0, 2, 0, 0, 0, 1};
    assert_memory_equal(one.counts, want, sizeof want);
    assert_int_equal(des_histogram_total(&other, 0), 1);
    des_histogram_free(&one);
    des_histogram_free(&other);
}

static void folding_adds_the_counts_of_others_to_one(void **state) {
    (void)state;
    struct des_histogram histogram;
    des_histogram_init(&histogram, 4, 3, 7);
    count(&histogram, 0, 2);
    count(&histogram, 1, 8);
    count(&histogram, 2, 9);
    count(&histogram, 2, 100);
    count(&histogram, 3, 6);
    des_histogram_fold(&histogram, 3, 1, 2);
    const uint64_t want[] = {1, 0, 0, 0, 1, 0, 0, 1, 1, 1, 2, 1};
    assert_memory_equal(histogram.counts, want, sizeof want);
    des_histogram_fold(&histogram, 0, 3, 1);
    assert_int_equal(des_histogram_total(&histogram, 0), 5);
    assert_aborts(des_histogram_fold(&histogram, 2, 1, 2));
    assert_aborts(des_histogram_fold(&histogram, 0, 3, 2));
    assert_aborts(des_histogram_fold(&histogram, 4, 0, 1));
    des_histogram_free(&histogram);
}

static void what_cannot_be_counted_is_refused(void **state) {
    (void)state;
    struct des_histogram one, other;
    des_histogram_init(&one, 2, 3, 7);
    des_histogram_init(&other, 2, 4, 7);
    assert_aborts(count(&one, 2, 0));
    assert_aborts(count(&one, 0, -1));
    assert_aborts(des_histogram_merge(&one, &other));
    assert_aborts(des_histogram_quantile(&one, 0, 1.1));
    des_histogram_free(&one);
    des_histogram_free(&other);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_span_falls_into_its_bin_and_long_ones_into_the_last),
        cmocka_unit_test(quantiles_are_linear_inside_a_bin),
        cmocka_unit_test(nothing_counted_has_no_quantile),
        cmocka_unit_test(merging_adds_the_counts),
        cmocka_unit_test(folding_adds_the_counts_of_others_to_one),
        cmocka_unit_test(what_cannot_be_counted_is_refused),
    };
    return run_chosen(tests, argc, argv);
}

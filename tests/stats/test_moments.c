/* tests/stats/test_moments.c - mean and variance of numbers as they come. */
#include "stats/moments.h"

#include "tests/support.h"

static struct stat_moments moments_of(const double *numbers, size_t count) {
    struct stat_moments moments = {.count = 0};
    for (size_t i = 0; i < count; i++) {
        stat_moments_add(&moments, numbers[i]);
    }
    return moments;
}

/* Their sum is 14.7. */
static const double sample[] = {2.385, 6.11, 5.275, 0.93};

static void mean_and_variance_are_those_of_the_textbook(void **state) {
    (void)state;
    struct stat_moments moments = moments_of(sample, 4);
    double squares = 2.385 * 2.385 + 6.11 * 6.11 + 5.275 * 5.275 + 0.93 * 0.93;
    assert_near(stat_moments_mean(&moments), 3.675, 1e-14);
    assert_near(stat_moments_variance(&moments), (squares - 14.7 * 14.7 / 4) / 3, 1e-13);
}

static void a_large_offset_costs_no_digits(void **state) {
    (void)state;
    double shifted[4];
    for (size_t i = 0; i < 4; i++) {
        shifted[i] = sample[i] + 1e9;
    }
    struct stat_moments moments = moments_of(sample, 4);
    struct stat_moments far = moments_of(shifted, 4);
    assert_near(stat_moments_variance(&far), stat_moments_variance(&moments), 1e-6);
}

/* Student's t at 0.975 with 3 degrees of freedom is 3.182446305; at 0.95, 2.353363435 (any printed table). */
static void half_width_follows_student(void **state) {
    (void)state;
    struct stat_moments moments = moments_of(sample, 4);
    double error = sqrt(stat_moments_variance(&moments) / 4);
    assert_near(stat_moments_half_width(&moments, 0.95), 3.182446305 * error, 1e-9);
    assert_near(stat_moments_half_width(&moments, 0.90), 2.353363435 * error, 1e-9);
}

static void one_value_has_no_spread_and_none_has_no_mean(void **state) {
    (void)state;
    struct stat_moments none = moments_of(NULL, 0);
    assert_nan(stat_moments_mean(&none));
    assert_nan(stat_moments_variance(&none));
    assert_nan(stat_moments_half_width(&none, 0.95));
    struct stat_moments one = moments_of(sample, 1);
    assert_near(stat_moments_mean(&one), 2.385, 0);
    assert_nan(stat_moments_variance(&one));
    assert_nan(stat_moments_half_width(&one, 0.95));
}

static void values_that_do_not_exist_are_passed_over(void **state) {
    (void)state;
    const double gaps[] = {NAN, 2.385, 6.11, NAN, 5.275, 0.93};
    struct stat_moments with = moments_of(gaps, 6);
    struct stat_moments without = moments_of(sample, 4);
    assert_int_equal(with.count, 4);
    assert_near(stat_moments_mean(&with), stat_moments_mean(&without), 0);
    assert_near(stat_moments_variance(&with), stat_moments_variance(&without), 0);
}

static void a_confidence_of_one_is_refused(void **state) {
    (void)state;
    struct stat_moments moments = moments_of(sample, 4);
    assert_aborts(stat_moments_half_width(&moments, 1));
    assert_aborts(stat_moments_half_width(&moments, 0));
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mean_and_variance_are_those_of_the_textbook),
        cmocka_unit_test(a_large_offset_costs_no_digits),
        cmocka_unit_test(half_width_follows_student),
        cmocka_unit_test(one_value_has_no_spread_and_none_has_no_mean),
        cmocka_unit_test(values_that_do_not_exist_are_passed_over),
        cmocka_unit_test(a_confidence_of_one_is_refused),
    };
    return run_chosen(tests, argc, argv);
}

/* tests/stats/test_agreement.c - whether two samples of independent runs agree but for chance. */
#include "stats/agreement.h"

#include "tests/support.h"

static struct stat_moments moments_of(const double *numbers, size_t count) {
    struct stat_moments moments = {.count = 0};
    for (size_t i = 0; i < count; i++) {
        stat_moments_add(&moments, numbers[i]);
    }
    return moments;
}

static const double one[] = {2.385, 6.11, 5.275, 0.93}, other[] = {7.2, 9.4, 8.15};

/* By hand t = 3.336783706 with 4.381185217 degrees of freedom; twice the tail, by summing Student's density over 200,000
 * steps, is 0.0251972. */
static void means_are_held_against_both_spreads(void **state) {
    (void)state;
    const struct stat_moments a = moments_of(one, 4), b = moments_of(other, 3);
    assert_near(stat_agreement_of_means(&a, &b), 0.0251972, 1e-5);
    assert_near(stat_agreement_of_means(&b, &a), 0.0251972, 1e-5);
}

static void equal_means_agree(void **state) {
    (void)state;
    static const double constant[] = {3, 3, 3}, around[] = {2, 3, 4};
    const struct stat_moments a = moments_of(constant, 3), c = moments_of(around, 3);
    assert_near(stat_agreement_of_means(&a, &c), 1, 0);
    assert_near(stat_agreement_of_means(&a, &a), 1, 0);
}

/* C(6,3) = 20, C(5,2) = 10 and C(60,30) = 118264581564861424. */
static void constants_are_parted_by_chance_when_there_are_few(void **state) {
    (void)state;
    const struct stat_moments three = {.count = 3, .mean = 1}, other_three = {.count = 3, .mean = 2};
    const struct stat_moments two = {.count = 2, .mean = 2};
    const struct stat_moments many = {.count = 30, .mean = 1}, other_many = {.count = 30, .mean = 2};
    assert_near(stat_agreement_of_means(&three, &other_three), 0.1, 1e-12);
    assert_near(stat_agreement_of_means(&three, &two), 0.2, 1e-12);
    assert_near(stat_agreement_of_means(&many, &other_many), 2 / 1.18264581564861424e17, 1e-9);
}

static void one_run_has_no_spread(void **state) {
    (void)state;
    const struct stat_moments a = moments_of(one, 1), b = moments_of(other, 3);
    assert_nan(stat_agreement_of_means(&a, &b));
    assert_nan(stat_agreement_of_means(&b, &a));
}

/* 0 of 3 against 2 of 3: both in the other's three of six runs, C(3,2)/C(6,2) = 3/15, twice that is 0.4. 0 of 30 against
 * 30 of 30: 2/C(60,30). 1 of 4 against 2 of 4: the tail is (C(4,0)C(4,3) + C(4,1)C(4,2))/C(8,3) = 28/56. */
static void counts_follow_fisher(void **state) {
    (void)state;
    assert_near(stat_agreement_of_counts(0, 2, 3), 0.4, 1e-12);
    assert_near(stat_agreement_of_counts(2, 0, 3), 0.4, 1e-12);
    assert_near(stat_agreement_of_counts(0, 30, 30), 2 / 1.18264581564861424e17, 1e-9);
    assert_near(stat_agreement_of_counts(1, 2, 4), 1, 1e-12);
    assert_near(stat_agreement_of_counts(3, 3, 3), 1, 1e-12);
    assert_aborts(stat_agreement_of_counts(4, 2, 3));
}

static void an_interval_gives_its_sample_back(void **state) {
    (void)state;
    const struct stat_moments from = moments_of(one, 4);
    const struct stat_moments back = stat_agreement_sample(4, 3.675, stat_moments_half_width(&from, 0.95), 0.95);
    assert_int_equal(back.count, 4);
    assert_near(stat_moments_mean(&back), 3.675, 0);
    assert_near(stat_moments_variance(&back), stat_moments_variance(&from), 1e-12);
    const struct stat_moments single = stat_agreement_sample(1, 3.675, NAN, 0.95);
    assert_near(stat_moments_mean(&single), 3.675, 0);
    assert_nan(stat_moments_variance(&single));
    const struct stat_moments none = stat_agreement_sample(0, NAN, NAN, 0.95);
    assert_nan(stat_moments_mean(&none));
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(means_are_held_against_both_spreads),
        cmocka_unit_test(equal_means_agree),
        cmocka_unit_test(constants_are_parted_by_chance_when_there_are_few),
        cmocka_unit_test(one_run_has_no_spread),
        cmocka_unit_test(counts_follow_fisher),
        cmocka_unit_test(an_interval_gives_its_sample_back),
    };
    return run_chosen(tests, argc, argv);
}

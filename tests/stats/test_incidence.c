/* tests/stats/test_incidence.c - cumulative incidence with competing causes, worked out by hand. */
#include "stats/incidence.h"

#include "tests/support.h"

enum { SEEN, DIED, LEFT, CAUSES };
enum { BINS = 5 };

struct example {
    uint64_t left[CAUSES * BINS], censored[BINS];
    double shares[CAUSES * BINS];
    uint64_t at_risk[BINS];
};

static void work_out(struct example *example) {
    const struct stat_incidence_counts counts = {
        .causes = CAUSES, .bins = BINS, .left = example->left, .stride = BINS, .censored = example->censored};
    stat_incidence_of(&counts, example->shares, example->at_risk);
}

/* Ten people. In the first bin two are seen, one dies, one is censored behind them; three of the six left are seen in
 * the second; of the last three one leaves in the third and two are censored. */
static struct example ten_people(void) {
    return (struct example){.left = {2, 3, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0}, .censored = {1, 0, 2, 0, 0}};
}

static void shares_are_those_of_the_estimate_by_hand(void **state) {
    (void)state;
    struct example ten = ten_people();
    work_out(&ten);
    static const double want[CAUSES * BINS] = {
        0.2, 0.2 + 0.7 * 3 / 6, 0.55, 0.55, 0.55, 0.1, 0.1, 0.1, 0.1, 0.1, 0, 0, 0.35 / 3, 0.35 / 3, 0.35 / 3};
    for (size_t i = 0; i < CAUSES * BINS; i++) {
        assert_within(ten.shares[i], want[i], 1e-15);
    }
}

static void those_at_risk_are_those_still_there_when_the_bin_begins(void **state) {
    (void)state;
    struct example ten = ten_people();
    work_out(&ten);
    static const uint64_t want[BINS] = {10, 6, 3, 0, 0};
    assert_memory_equal(ten.at_risk, want, sizeof want);
}

/* Of seven, three leave in the bin in which four are censored: three sevenths, not three of a smaller number. */
static void who_leaves_in_a_bin_leaves_before_anybody_is_censored(void **state) {
    (void)state;
    struct example seven = {.left = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0}, .censored = {0, 0, 0, 4, 0}};
    work_out(&seven);
    assert_near(seven.shares[LEFT * BINS + 3], 3.0 / 7, 1e-15);
    assert_true(seven.shares[LEFT * BINS + 2] == 0);
    assert_int_equal(seven.at_risk[4], 0);
}

/* Forgetting those who still wait would say that everybody was seen; that each had been seen, that nobody waits. */
static void censored_people_are_neither_forgotten_nor_taken_to_have_left(void **state) {
    (void)state;
    struct example few = {.left = {4, 0, 0, 0, 0}, .censored = {0, 13, 0, 0, 0}};
    work_out(&few);
    assert_near(few.shares[SEEN * BINS + 4], 4.0 / 17, 1e-15);
}

/* Without censoring a share is a count over all. */
static void without_censoring_shares_are_counts_over_all(void **state) {
    (void)state;
    struct example all = {.left = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9}};
    work_out(&all);
    double sum = 0;
    for (size_t c = 0; c < CAUSES; c++) {
        double left = 0;
        for (size_t b = 0; b < BINS; b++) {
            left += (double)all.left[c * BINS + b];
            assert_within(all.shares[c * BINS + b], left / 77, 1e-14);
        }
        sum += all.shares[c * BINS + BINS - 1];
    }
    assert_near(sum, 1, 1e-14);
}

static void nobody_at_all_leaves_nothing_but_noughts(void **state) {
    (void)state;
    struct example nobody = {.left = {0}};
    work_out(&nobody);
    for (size_t i = 0; i < CAUSES * BINS; i++) {
        assert_true(nobody.shares[i] == 0);
    }
    assert_int_equal(nobody.at_risk[0], 0);
}

/* Counts of several subjects may lie between those of one. */
static void counts_may_lie_apart(void **state) {
    (void)state;
    static const uint64_t left[] = {5, 1, 99, 99, 0, 2, 99, 99}, censored[] = {0, 2};
    const struct stat_incidence_counts counts = {
        .causes = 2, .bins = 2, .left = left, .stride = 4, .censored = censored};
    double shares[4];
    uint64_t at_risk[2];
    stat_incidence_of(&counts, shares, at_risk);
    assert_near(shares[1], 0.6, 1e-15);
    assert_near(shares[3], 0.2, 1e-15);
    assert_int_equal(at_risk[1], 5);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shares_are_those_of_the_estimate_by_hand),
        cmocka_unit_test(those_at_risk_are_those_still_there_when_the_bin_begins),
        cmocka_unit_test(who_leaves_in_a_bin_leaves_before_anybody_is_censored),
        cmocka_unit_test(censored_people_are_neither_forgotten_nor_taken_to_have_left),
        cmocka_unit_test(without_censoring_shares_are_counts_over_all),
        cmocka_unit_test(nobody_at_all_leaves_nothing_but_noughts),
        cmocka_unit_test(counts_may_lie_apart),
    };
    return run_chosen(tests, argc, argv);
}

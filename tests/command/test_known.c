/* tests/command/test_known.c - verdicts on known answers. */
#include "sim/command/known.h"

#include "tests/support.h"

/* Twenty replications of this mean, spread evenly about it: a standard deviation of 0.1 x sqrt(20 / 19). */
static struct cmd_known known_of(double theory, double mean, double spread) {
    struct cmd_known known = {.theory = theory};
    for (int i = 0; i < 20; i++) {
        stat_moments_add(&known.values, mean + (i % 2 == 0 ? spread : -spread));
    }
    return known;
}

/* Half of the interval is 3.8834 (Student's 99.95 % point, 19 degrees of freedom) times 0.1 / sqrt(19) = 0.08909. */
static void a_number_holds_where_theory_lies_in_a_narrow_interval(void **state) {
    (void)state;
    struct cmd_known known = known_of(4, 4.089, 0.1);
    assert_int_equal(cmd_known_verdict(&known), CMD_HOLDS);
    known = known_of(4, 3.911, 0.1);
    assert_int_equal(cmd_known_verdict(&known), CMD_HOLDS);
    known = known_of(4, 4.0892, 0.1);
    assert_int_equal(cmd_known_verdict(&known), CMD_OFF);
    known = known_of(4, 3.9108, 0.1);
    assert_int_equal(cmd_known_verdict(&known), CMD_OFF);
}

static void an_interval_wider_than_a_twentieth_proves_nothing(void **state) {
    (void)state;
    struct cmd_known known = known_of(1.79, 1.79, 0.1);
    assert_int_equal(cmd_known_verdict(&known), CMD_HOLDS);
    known = known_of(1.77, 1.77, 0.1);
    assert_int_equal(cmd_known_verdict(&known), CMD_WIDE);
}

static void without_theory_or_runs_there_is_no_verdict(void **state) {
    (void)state;
    struct cmd_known known = known_of(NAN, 1, 0.1);
    assert_int_equal(cmd_known_verdict(&known), CMD_NO_THEORY);
    known = known_of(INFINITY, 1, 0.1);
    assert_int_equal(cmd_known_verdict(&known), CMD_NO_THEORY);
    known = (struct cmd_known){.theory = 1};
    assert_int_equal(cmd_known_verdict(&known), CMD_NO_THEORY);
}

/* Source: binomial sums in exact arithmetic: the first number up to which 0.0005, and 0.9995, lie. */
static void as_many_seeds_must_cover_as_binomial_numbers_make_plausible(void **state) {
    (void)state;
    static const uint32_t rows[][3] = {{20, 15, 20}, {100, 87, 100}, {200, 179, 198}, {1000, 926, 971}};
    for (size_t i = 0; i < 4; i++) {
        const struct cmd_known_range range = cmd_known_covers(rows[i][0]);
        assert_int_equal(range.low, rows[i][1]);
        assert_int_equal(range.high, rows[i][2]);
    }
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_number_holds_where_theory_lies_in_a_narrow_interval),
        cmocka_unit_test(an_interval_wider_than_a_twentieth_proves_nothing),
        cmocka_unit_test(without_theory_or_runs_there_is_no_verdict),
        cmocka_unit_test(as_many_seeds_must_cover_as_binomial_numbers_make_plausible),
    };
    return run_chosen(tests, argc, argv);
}

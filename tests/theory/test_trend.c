/* tests/theory/test_trend.c - people expected where residents become more or fewer. */
#include "tests/support.h"
#include "theory/trend.h"

static const double years[] = {2014.5, 2015.5, 2016.5}, persons[] = {1000, 1200, 900};

/* By hand: level at 1,000 until mid-2014, then up by 100 until new year: 500 + (1000 + 1100) / 4. */
static void residents_are_linear_between_the_middles_of_years(void **state) {
    (void)state;
    const struct theory_trend trend = {years, persons, 3, 0.05, 0, 2014};
    assert_near(theory_trend_expected(&trend, 2014, 2015), 0.05 * (500 + 525), 1e-12);
    assert_near(theory_trend_expected(&trend, 2015, 2016), 0.05 * (575 + 562.5), 1e-12);
    assert_near(theory_trend_expected(&trend, 2017, 2019.25), 0.05 * 900 * 2.25, 1e-12);
}

/* The integral of 1.07^t over a year is 0.07 / log 1.07. */
static void growth_is_compound(void **state) {
    (void)state;
    const struct theory_trend trend = {years, persons, 1, 0.3, 0.07, 2014};
    assert_near(theory_trend_expected(&trend, 2014, 2015), 300 * 0.07 / log(1.07), 1e-9);
    assert_near(theory_trend_expected(&trend, 2016, 2017), 300 * 1.07 * 1.07 * 0.07 / log(1.07), 1e-9);
}

/* The parts of a time sum to the whole. */
static void years_add_up(void **state) {
    (void)state;
    const struct theory_trend trend = {years, persons, 3, 0.11, -0.04, 2014.3};
    assert_near(theory_trend_expected(&trend, 2014.3, 2015.1) + theory_trend_expected(&trend, 2015.1, 2018),
                theory_trend_expected(&trend, 2014.3, 2018), 1e-10);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(residents_are_linear_between_the_middles_of_years),
        cmocka_unit_test(growth_is_compound),
        cmocka_unit_test(years_add_up),
    };
    return run_chosen(tests, argc, argv);
}

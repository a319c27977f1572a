/* tests/theory/test_filling.c - how many are there where each stays for a time of their own. */
#include "tests/support.h"
#include "theory/filling.h"
#include "theory/span.h"

static const struct theory_span weeks = {THEORY_EXPONENTIAL, 20, 0}, day = {THEORY_CONSTANT, 3, 0};

/* At a rate r from 0 on, for 20 weeks each, the mean over [0, T) is 20 r (1 - (1 - exp(-T / 20)) 20 / T). */
static void an_empty_place_fills_up_exponentially(void **state) {
    (void)state;
    const struct theory_inflow inflow = {0, 100, 3};
    const double mean =
        theory_filling_mean(&inflow, 1, (struct theory_stay){theory_span_exceeds, &weeks}, (const double[]){0, 17.3});
    assert_near(mean, 60 * (1 - (1 - exp(-17.3 / 20)) * 20 / 17.3), 1e-9);
}

/* Those who come in [1, 2) and [4, 6) and stay for three: over [3, 5) the first are there till 4 and on down to nobody at
 * 5, the others from 4 on: 0.7 (1 + 0.5) / 2 and 1.9 0.5 / 2. */
static void each_inflow_is_there_for_as_long_as_it_stays(void **state) {
    (void)state;
    const struct theory_inflow inflows[] = {{1, 2, 0.7}, {4, 6, 1.9}};
    const double mean =
        theory_filling_mean(inflows, 2, (struct theory_stay){theory_span_exceeds, &day}, (const double[]){3, 5});
    assert_near(mean, 0.7 * 0.75 + 1.9 * 0.25, 1e-6);
}

/* After a long time the number is rate times mean, whatever the spread. */
static void the_spread_is_forgotten_in_the_end(void **state) {
    (void)state;
    const struct theory_span gamma = {THEORY_GAMMA, 7, 1.3};
    const struct theory_inflow inflow = {0, 1000, 1.1};
    const double mean =
        theory_filling_mean(&inflow, 1, (struct theory_stay){theory_span_exceeds, &gamma}, (const double[]){700, 750});
    assert_near(mean, 7.7, 1e-6);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_place_fills_up_exponentially),
        cmocka_unit_test(each_inflow_is_there_for_as_long_as_it_stays),
        cmocka_unit_test(the_spread_is_forgotten_in_the_end),
    };
    return run_chosen(tests, argc, argv);
}

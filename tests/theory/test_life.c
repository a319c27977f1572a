/* tests/theory/test_life.c - survival by a life table. */
#include "tests/support.h"
#include "theory/life.h"

static const struct theory_death deaths[] = {{0, 0.003}, {65, 0.02}, {75, 0.06}, {82.5, 0.15}};

static void one_rate_is_exponential(void **state) {
    (void)state;
    const struct theory_life life = {deaths, 4, 30, 50};
    assert_near(theory_life_alive(&life, 7.3), exp(-0.003 * 7.3), 1e-12);
    assert_near(theory_life_alive(&life, 0), 1, 1e-12);
}

/* Between 65 and 75, after 5 years: those below 70 have met one rate; those above have met 0.06 for age - 70 years. */
static void people_meet_the_rates_of_the_ages_they_reach(void **state) {
    (void)state;
    const struct theory_life life = {deaths, 4, 65, 75};
    const double below = 0.5 * exp(-0.1), above = 0.1 * exp(-0.1) * (1 - exp(-0.04 * 5)) / 0.04;
    assert_near(theory_life_alive(&life, 5), below + above, 1e-12);
}

/* Against a sum over a hundred thousand ages, each walked through the table in steps of its own. */
static void the_mean_over_ages_is_exact(void **state) {
    (void)state;
    const struct theory_life life = {deaths, 4, 58, 91};
    double sum = 0;
    const int ages = 100000;
    for (int i = 0; i < ages; i++) {
        const double from = 58 + 33 * (i + 0.5) / ages, to = from + 13.7;
        double met = 0;
        for (size_t d = 0; d < 4; d++) {
            const double next = d < 3 ? deaths[d + 1].from_years : 1000;
            met += deaths[d].per_year * fmax(0, fmin(to, next) - fmax(from, deaths[d].from_years));
        }
        sum += exp(-met) / ages;
    }
    assert_near(theory_life_alive(&life, 13.7), sum, 1e-8);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_rate_is_exponential),
        cmocka_unit_test(people_meet_the_rates_of_the_ages_they_reach),
        cmocka_unit_test(the_mean_over_ages_is_exact),
    };
    return run_chosen(tests, argc, argv);
}

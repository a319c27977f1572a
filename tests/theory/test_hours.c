/* tests/theory/test_hours.c - queues that stand still while the doors are closed. */
#include "tests/support.h"
#include "theory/hours.h"

static void a_working_hour_is_as_long_as_the_week_makes_it(void **state) {
    (void)state;
    assert_near(theory_hours_wait(&(struct theory_hours){9, 7.5}, 3.1), 3.1 * 168 / 37.5, 1e-12);
}

/* Seven and a half hours of work each: everybody has a day, so k people ahead are k days: 24 E[N (N - 1) / 2] / E[N], which
 * is 12 m for a Poisson number of mean m. */
static void people_who_take_a_day_each_are_seen_one_a_day(void **state) {
    (void)state;
    const struct theory_weekend weekend = {{9, 7.5}, 1.7, 7.5, 1};
    assert_near(theory_weekend_wait(&weekend), 24 + 9 + 12 * 1.7, 1e-12);
}

/* Two who take a quarter of a day: the first two on Monday at opening, the next two a quarter later, the ninth on Tuesday.
 * Places above 12 count for less than 1e-9 at a mean of 0.8. */
static void work_that_does_not_fit_goes_on_the_next_day(void **state) {
    (void)state;
    const struct theory_weekend weekend = {{8, 6}, 0.8, 1.5, 2};
    static const double begins[] = {0, 0, 1.5, 1.5, 3, 3, 4.5, 4.5, 24, 24, 25.5, 25.5, 27};
    double term = exp(-0.8), not_beyond = 0, sum = 0;
    for (unsigned k = 0; k < 13; k++) {
        not_beyond += term;
        sum += (1 - not_beyond) * begins[k];
        term *= 0.8 / (k + 1);
    }
    assert_near(theory_weekend_wait(&weekend), 32 + sum / 0.8, 1e-9);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_working_hour_is_as_long_as_the_week_makes_it),
        cmocka_unit_test(people_who_take_a_day_each_are_seen_one_a_day),
        cmocka_unit_test(work_that_does_not_fit_goes_on_the_next_day),
    };
    return run_chosen(tests, argc, argv);
}

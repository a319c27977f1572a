/* tests/model/test_queueing.c - what theory says of lists beyond the known answers of `caremix selftest`.
 * Every check allows four standard errors of the mean over replications, after making sure that these are
 * small: for one check the chance of a false alarm is about one in two thousand (Student, 19 degrees of
 * freedom), and the seed is fixed. */
#include "tests/model/fixture.h"

static const char *const queue = "tests/scenarios/queue.cfg";
enum { REPLICATIONS = 20 };

/* Mean agrees with theory, and the error is small enough for that to mean something. */
static void agree(const struct trial *trial, struct column column, double theory, double error_allowed) {
    const double error = error_of(trial, 0, column);
    assert_above(error_allowed * theory, error);
    assert_within(mean_of(trial, 0, column), theory, 4 * error);
}

/* Nobody is seen, nearly: one assessment takes 2,000 hours. With the hazard h (1 + a w) in week w the time on the list is
 * sqrt(pi / (2 a h)) exp(h / (2 a)) erfc(sqrt(h / (2 a))) weeks on average: the integral of exp(-h (w + a w w / 2)). */
static void a_list_that_people_leave_ever_faster_is_as_long_as_their_patience(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, queue, REPLICATIONS,
              (const char *const[]){"run = { warm_up_days = 100; }; world = { leaving = { resolved_per_week = 0.12; "
                                    "declined_per_week = 0.18; rise_per_week = 0.7; }; needs = ( { name = 'help'; "
                                    "assessment_hours = 200; } ); }; teams = ( { name = 'Team'; "
                                    "remit = ( { need = 'help'; pace = 10; } ); } );",
                                    NULL});
    const double h = 0.3, a = 0.7, per_week = 8 * 168;
    const double weeks = sqrt(M_PI / (2 * a * h)) * exp(h / (2 * a)) * erfc(sqrt(h / (2 * a)));
    agree(&trial, of_all("list_people"), per_week * weeks, 0.01);
    agree(&trial, of_all("resolved_per_year"), 0.4 * per_week * 365.25 / 7, 0.01);
    agree(&trial, of_all("declined_per_year"), 0.6 * per_week * 365.25 / 7, 0.01);
    trial_end(&trial);
}

/* List = rate x wait; people at the edges of the window are too few to matter: a wait is a share of a
 * thousandth of it. */
static void the_list_is_the_rate_of_referral_times_the_wait(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, queue, 3, (const char *const[]){"", NULL});
    for (uint32_t r = 0; r < 3; r++) {
        const double rate = value_of(&trial, 0, of_all("referrals_per_year"), r);
        const double wait = value_of(&trial, 0, of_all("wait_mean"), r);
        assert_near(value_of(&trial, 0, of_all("list_people"), r), rate * wait / 365.25, 0.002);
    }
    trial_end(&trial);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_list_that_people_leave_ever_faster_is_as_long_as_their_patience),
        cmocka_unit_test(the_list_is_the_rate_of_referral_times_the_wait),
    };
    return run_chosen(tests, argc, argv);
}

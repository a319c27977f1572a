/* tests/model/test_queueing.c - scenarios that are textbook queues, against their closed forms.
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

/* Probability of waiting for one of c servers at an offered load of a erlangs. Source: Erlang (1917). */
static double erlang_c(unsigned c, double a) {
    double blocking = 1;
    for (unsigned k = 1; k <= c; k++) {
        blocking = a * blocking / (k + a * blocking);
    }
    return blocking / (1 - a / c * (1 - blocking));
}

/* The target is 0.01 days: P(W <= t) = 1 - rho exp(-(mu - lambda) t). */
static void one_server_waits_as_the_queue_m_m_1(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, queue, REPLICATIONS,
              (const char *const[]){"world = { priorities = ( { name = 'routine'; target_days = 0.01; } ); };", NULL});
    agree(&trial, of_all("wait_mean"), 0.8 / (10 - 8) / 24, 0.03);
    agree(&trial, of_all("within_target"), 100 * (1 - 0.8 * exp(-2 * 0.24)), 0.01);
    agree(&trial, of_all("utilisation"), 80, 0.01);
    agree(&trial, of_all("list_people"), 0.8 * 0.8 / (1 - 0.8), 0.03);
    trial_end(&trial);
}

static void four_servers_wait_as_erlang_c_says(void **state) {
    (void)state;
    struct trial trial;
    const double per_hour = 8.5, service_hours = 0.4;
    trial_run(
        &trial, queue, REPLICATIONS,
        (const char *const[]){"world = { needs = ( { name = 'help'; assessment_hours = { dist = 'exponential'; "
                              "mean = 0.4; }; } ); streams = ( { name = 'door'; rates = ( { age_band = 'everybody'; "
                              "per_1000_per_year = 74511; } ); } ); }; teams = ( { name = 'Team'; "
                              "staff = ( { role = 'ot'; fte = 4; } ); } );",
                              NULL});
    const double load = per_hour * service_hours;
    agree(&trial, of_all("wait_mean"), erlang_c(4, load) * service_hours / (4 - load) / 24, 0.03);
    agree(&trial, of_all("utilisation"), 100 * load / 4, 0.01);
    trial_end(&trial);
}

static void work_of_any_spread_waits_as_pollaczek_and_khinchine_say(void **state) {
    (void)state;
    struct trial trial;
    const double cv = 1.3, mean = 0.09, per_hour = 8;
    trial_run(&trial, queue, REPLICATIONS,
              (const char *const[]){"world = { needs = ( { name = 'help'; assessment_hours = { dist = 'lognormal'; "
                                    "mean = 0.09; cv = 1.3; }; } ); };",
                                    NULL});
    const double hours = per_hour * mean * mean * (1 + cv * cv) / 2 / (1 - per_hour * mean);
    agree(&trial, of_all("wait_mean"), hours / 24, 0.03);
    trial_end(&trial);
}

/* Two priorities, at a load of 0.32 and 0.48. */
static void run_priorities(struct trial *trial, const char *discipline) {
    char *overlay = mem_format("world = { streams = ( { name = 'door'; priorities = ( { priority = 'urgent'; "
                               "share = 0.4; }, { priority = 'routine'; share = 0.6; } ); } ); }; "
                               "teams = ( { name = 'Team'; queue = '%s'; } );",
                               discipline);
    trial_run(trial, queue, REPLICATIONS, (const char *const[]){overlay, NULL});
    free(overlay);
}

/* Work in progress that somebody who comes must wait for: rate x second moment of the work / 2. */
static const double work_left_hours = 8 * 2 * 0.1 * 0.1 / 2;

static void strict_priority_waits_as_cobham_says(void **state) {
    (void)state;
    struct trial trial;
    run_priorities(&trial, "priority");
    agree(&trial, of_priority("wait_mean", "urgent"), work_left_hours / (1 - 0.32) / 24, 0.03);
    agree(&trial, of_priority("wait_mean", "routine"), work_left_hours / (1 - 0.32) / (1 - 0.8) / 24, 0.03);
    trial_end(&trial);
}

/* Source: Kleinrock (1964), Naval Research Logistics Quarterly 11(3), 329-341; targets of 1 and 10 days. */
static void accumulating_priority_waits_as_kleinrock_says(void **state) {
    (void)state;
    struct trial trial;
    run_priorities(&trial, "accumulating");
    const double unordered = work_left_hours / (1 - 0.8), slopes = 1.0 / 10;
    const double routine = unordered / (1 - 0.32 * (1 - slopes));
    const double urgent = unordered - 0.48 * routine * (1 - slopes);
    agree(&trial, of_priority("wait_mean", "routine"), routine / 24, 0.03);
    agree(&trial, of_priority("wait_mean", "urgent"), urgent / 24, 0.03);
    trial_end(&trial);
}

/* Mean number waiting when each leaves at the rate theta: birth and death, summed from an empty system. */
static double erlang_a_waiting(unsigned c, double lambda, double mu, double theta) {
    double weight = 1, sum = 1, waiting = 0;
    for (unsigned n = 1; n < 1000; n++) {
        weight *= lambda / (n <= c ? n * mu : c * mu + (n - c) * theta);
        sum += weight;
        waiting += n > c ? weight * (n - c) : 0;
    }
    return waiting / sum;
}

/* Three servers, a day each, at a load of 1.1; people wait a week on average before they give up. */
static void an_overloaded_list_settles_where_erlang_a_says(void **state) {
    (void)state;
    struct trial trial;
    trial_run(
        &trial, queue, REPLICATIONS,
        (const char *const[]){"run = { end_date = '2020-01-01'; warm_up_days = 100; }; "
                              "world = { leaving = { resolved_per_week = 0.75; declined_per_week = 0.25; }; "
                              "needs = ( { name = 'help'; assessment_hours = { dist = 'exponential'; mean = 24; }; "
                              "} ); streams = ( { name = 'door'; rates = ( { age_band = 'everybody'; "
                              "per_1000_per_year = 1205.325; } ); } ); }; teams = ( { name = 'Team'; "
                              "staff = ( { role = 'ot'; fte = 3; } ); } );",
                              NULL});
    const double waiting = erlang_a_waiting(3, 3.3, 1, 1.0 / 7);
    agree(&trial, of_all("list_people"), waiting, 0.02);
    agree(&trial, of_all("resolved_per_year"), 0.75 / 7 * 365.25 * waiting, 0.02);
    agree(&trial, of_all("declined_per_year"), 0.25 / 7 * 365.25 * waiting, 0.02);
    trial_end(&trial);
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

/* Everybody is seen by one team and then by another. Source: Jackson (1957), Operations Research 5(4),
 * 518-521. */
static void two_teams_in_series_wait_as_two_queues_apart(void **state) {
    (void)state;
    struct trial trial;
    trial_run(
        &trial, queue, REPLICATIONS,
        (const char *const[]){"world = { needs = ( { name = 'more'; assessment_hours = { dist = 'exponential'; "
                              "mean = 0.0875; }; roles = [ 'ot' ]; } ); streams = ( { name = 'door'; "
                              "further = ( { need = 'more'; probability = 1; } ); } ); }; "
                              "teams = ( { name = 'Team'; recognises = 1; }, { name = 'Second'; "
                              "organisation = 'other'; localities = [ 'all' ]; streams = [ 'all' ]; visits = false; "
                              "remit = ( { need = 'more'; } ); staff = ( { role = 'ot'; fte = 1; } ); "
                              "recognises = 0; queue = 'fifo'; always_open = true; } );",
                              NULL});
    agree(&trial, of_team("wait_mean", "Team"), 0.8 / (10 - 8) / 24, 0.03);
    agree(&trial, of_team("wait_mean", "Second"), 0.7 / (1 / 0.0875 - 8) / 24, 0.03);
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

/* Packages start at 3 a week and last 20 weeks, exponentially; none is in payment on day one. The mean over
 * a window of T is 60 (1 - (1 - exp(-T / 20)) 20 / T). Source: the queue M(t)/G/infinity, Eick, Massey and
 * Whitt (1993), Operations Research 41(4), 731-742. */
static void packages_fill_up_as_a_queue_without_limit_does(void **state) {
    (void)state;
    struct trial trial;
    trial_run(
        &trial, queue, REPLICATIONS,
        (const char *const[]){"world = { streams = ( { name = 'door'; presents = ( { need = 'help'; probability = 0; "
                              "}, { need = 'care'; probability = 1; } ); rates = ( { age_band = 'everybody'; "
                              "per_1000_per_year = 156.536; } ); } ); care = { bands = ( { age_band = 'everybody'; "
                              "stock_per_1000 = 0; onset_per_year = 0; weeks = { dist = 'exponential'; mean = 20; }; "
                              "} ); }; }; teams = ( { name = 'Team'; remit = ( { need = 'care'; }, "
                              "{ need = 'commissioning'; } ); } );",
                              NULL});
    const double weeks = 120.0 / 7;
    agree(&trial, of_all("care_packages"), 60 * (1 - (1 - exp(-weeks / 20)) * 20 / weeks), 0.04);
    trial_end(&trial);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_server_waits_as_the_queue_m_m_1),
        cmocka_unit_test(four_servers_wait_as_erlang_c_says),
        cmocka_unit_test(work_of_any_spread_waits_as_pollaczek_and_khinchine_say),
        cmocka_unit_test(strict_priority_waits_as_cobham_says),
        cmocka_unit_test(accumulating_priority_waits_as_kleinrock_says),
        cmocka_unit_test(an_overloaded_list_settles_where_erlang_a_says),
        cmocka_unit_test(a_list_that_people_leave_ever_faster_is_as_long_as_their_patience),
        cmocka_unit_test(two_teams_in_series_wait_as_two_queues_apart),
        cmocka_unit_test(the_list_is_the_rate_of_referral_times_the_wait),
        cmocka_unit_test(packages_fill_up_as_a_queue_without_limit_does),
    };
    return run_chosen(tests, argc, argv);
}

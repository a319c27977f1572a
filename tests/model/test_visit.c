/* tests/model/test_visit.c - travel, and visits in vain. Where chance decides, four standard errors are allowed, as in
 * test_queueing.c. */
#include "tests/model/fixture.h"

static const char *const queue = "tests/scenarios/queue.cfg";
static const char *const valley = "tests/scenarios/valley.cfg";
enum { REPLICATIONS = 12 };

/* The queue with work of six minutes, an hour's travel each way, and servers for everybody at once. */
static char *visits(const char *missed_visit) {
    return mem_format("world = { missed_visit = %s; needs = ( { name = 'help'; assessment_hours = 0.1; } ); }; "
                      "teams = ( { name = 'Team'; visits = true; staff = ( { role = 'ot'; fte = 90; } ); } );",
                      missed_visit);
}

/* Attempts until one succeeds are 1 / (1 - p) on average; each in vain costs two hours, of the crew and of the wait.
 * 8 people an hour. */
static void visits_in_vain_are_those_of_a_geometric_number(void **state) {
    (void)state;
    const double p = 0.28, in_vain = p / (1 - p), per_year = 8 * 24 * 365.25;
    struct trial trial;
    char *overlay = visits("0.28");
    trial_run(&trial, queue, REPLICATIONS, (const char *const[]){overlay, NULL});
    assert_agrees(&trial, of_all("wait_mean"), in_vain * 2 / 24, 0.01);
    assert_agrees(&trial, of_all("use_missed_hours_per_year"), per_year * in_vain * 2, 0.01);
    assert_agrees(&trial, of_all("use_travel_hours_per_year"), per_year * 2, 0.01);
    assert_near(mean_of(&trial, 0, of_all("demand_hours_per_year")),
                mean_of(&trial, 0, of_all("referrals_per_year")) * (0.1 + 2 / (1 - p)), 1e-9);
    assert_near(mean_of(&trial, 0, of_all("seen_per_year")), mean_of(&trial, 0, of_all("referrals_per_year")), 1e-3);
    free(overlay);
    trial_end(&trial);
}

/* Nobody waits where nothing fails; with failures, waits are whole pairs of hours. */
static void each_visit_in_vain_is_the_travel_there_and_back(void **state) {
    (void)state;
    struct trial trial;
    char *never = visits("0"), *often = visits("0.5");
    trial_run(&trial, queue, 1, (const char *const[]){never, often, NULL});
    assert_true(mean_of(&trial, 0, of_all("wait_mean")) == 0);
    assert_true(mean_of(&trial, 0, of_all("use_missed_hours_per_year")) == 0);
    const double pairs =
        mean_of(&trial, 1, of_all("wait_mean")) * 12 * mean_of(&trial, 1, of_all("seen_per_year")) * 120 / 365.25;
    assert_near(pairs, round(pairs), 1e-9);
    assert_above(pairs, 1000);
    free(never);
    free(often);
    trial_end(&trial);
}

static void missed_visits_lose_time_and_lengthen_lists(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, 6, (const char *const[]){"", "world = { missed_visit = 0.2; };", NULL});
    assert_rises(&trial, 1, of_team("wait_mean", "OT South"));
    assert_rises(&trial, 1, of_team("list_people", "OT South"));
    assert_rises(&trial, 1, of_team("demand_hours_per_year", "OT South"));
    assert_rises(&trial, 1, of_team("use_missed_hours_per_year", "OT South"));
    assert_stays(&trial, 1, of_team("wait_mean", "Acute OT")); /* which visits nobody */
    assert_stays(&trial, 1, of_all("persons_per_year"));
    trial_end(&trial);
}

/* With staff enough, follow-ups and joint assessments included. */
static void demand_counts_what_missed_visits_will_lose(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, 6,
              (const char *const[]){"world = { missed_visit = 0.3; }; teams = ( { name = 'Rehab'; crew = [ 'ot', "
                                    "'assistant' ]; staff = ( { role = 'ot'; fte = 9; }, { role = 'assistant'; "
                                    "fte = 6; } ); } );",
                                    NULL});
    const struct column utilisation = of_team("utilisation", "Rehab");
    const double worked =
        mean_of(&trial, 0, utilisation) / 100 * mean_of(&trial, 0, of_team("capacity_hours_per_year", "Rehab"));
    assert_near(worked, mean_of(&trial, 0, of_team("demand_hours_per_year", "Rehab")), 0.03);
    assert_above(mean_of(&trial, 0, of_team("use_missed_hours_per_year", "Rehab")), 0.07 * worked);
    trial_end(&trial);
}

static void a_probability_of_nought_changes_nothing(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, 2,
              (const char *const[]){"", "world = { missed_visit = 0; leaving = { rise_per_week = 0; }; };", NULL});
    assert_same_results(&trial, 0, 1);
    trial_end(&trial);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(visits_in_vain_are_those_of_a_geometric_number),
        cmocka_unit_test(each_visit_in_vain_is_the_travel_there_and_back),
        cmocka_unit_test(missed_visits_lose_time_and_lengthen_lists),
        cmocka_unit_test(demand_counts_what_missed_visits_will_lose),
        cmocka_unit_test(a_probability_of_nought_changes_nothing),
    };
    return run_chosen(tests, argc, argv);
}

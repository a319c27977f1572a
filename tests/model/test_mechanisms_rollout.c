/* tests/model/test_mechanisms_rollout.c - teams that open and close on dates, in whole runs with the same people. */
#include "model/model.h"
#include "tests/model/fixture.h"

static const char *const valley = "tests/scenarios/valley.cfg", *const queue = "tests/scenarios/queue.cfg";
enum { REPLICATIONS = 6 };

/* Rehabilitation of the valley by a team of its own that works from July on. */
#define FROM_JULY(settings)                                                                                            \
    "{ name = 'Rehab from July'; organisation = 'nhs'; localities = [ 'all' ]; from_years = 16; streams = [ 'all' ]; " \
    "remit = ( { need = 'rehabilitation'; } ); opens = '2014-07-01'; recognises = 0.8; " settings " }"
#define UNTIL_JULY "{ name = 'Rehab'; closes = '2014-07-01'; }"
#define SAME_STAFF "staff = ( { role = 'ot'; fte = 2.4; }, { role = 'assistant'; fte = 1; } );"

static void dates_outside_the_run_change_nothing(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, 2,
              (const char *const[]){"",
                                    "teams = ( { name = 'Rehab'; opens = '2013-01-01'; closes = '2015-01-01'; }, "
                                    "{ name = 'OT North'; opens = '1999-05-17'; }, "
                                    "{ name = 'OT South'; closes = '2031-02-28'; } );",
                                    NULL});
    assert_same_results(&trial, 0, 1);
    trial_end(&trial);
}

/* Nobody works up to 8 January: a weekend, then holidays. Then a team takes over that is always open and needs no time,
 * and sees at once who waits and who comes. What people have waited is what stood on the list of the first team. */
static void time_on_the_list_of_a_closed_team_counts_when_people_are_seen(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, queue, 3,
              (const char *const[]){
                  "run = { start_date = '2014-01-04'; end_date = '2014-01-11'; warm_up_days = 0; "
                  "holidays = [ '2014-01-06', '2014-01-07' ]; }; world = { needs = ( { name = 'help'; "
                  "assessment_hours = 0; } ); }; teams = ( { name = 'Team'; always_open = false; "
                  "closes = '2014-01-08'; }, { name = 'Next'; organisation = 'other'; localities = [ 'all' ]; "
                  "streams = [ 'all' ]; visits = false; remit = ( { need = 'help'; } ); staff = ( { role = 'ot'; "
                  "fte = 1; } ); recognises = 0; always_open = true; opens = '2014-01-08'; } );",
                  NULL});
    for (uint32_t r = 0; r < 3; r++) {
        const double years = 7 / 365.25, seen = value_of(&trial, 0, of_team("seen_per_year", "Next"), r) * years;
        const double days = value_of(&trial, 0, of_team("list_people", "Team"), r) * 7;
        assert_above(days, 500);
        assert_near(value_of(&trial, 0, of_team("wait_mean", "Next"), r) * seen, days, 1e-12);
        assert_near(seen, value_of(&trial, 0, of_all("persons_per_year"), r) * years, 1e-12);
        assert_near(value_of(&trial, 0, of_all("referrals_per_year"), r) * years, seen, 1e-12);
        assert_above(seen, value_of(&trial, 0, of_team("referrals_per_year", "Next"), r) * years + 500);
        assert_true(value_of(&trial, 0, of_team("list_people", "Next"), r) == 0);
    }
    trial_end(&trial);
}

/* 181 days of 2014 before July, 184 from July on. */
static void a_team_is_paid_and_on_duty_while_it_is_open(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, 2,
              (const char *const[]){"", "teams = ( " UNTIL_JULY ", " FROM_JULY(SAME_STAFF) " );", NULL});
    const double cost = 2.4 * 52 + 1 * 36, unit = 365.25 / 365;
    assert_near(mean_of(&trial, 0, of_team("staff_cost_per_year", "Rehab")), cost, 1e-12);
    assert_near(mean_of(&trial, 1, of_team("staff_cost_per_year", "Rehab")), cost * 181 / 365.25 * unit, 1e-12);
    assert_near(mean_of(&trial, 1, of_team("staff_cost_per_year", "Rehab from July")), cost * 184 / 365.25 * unit,
                1e-12);
    const double first = mean_of(&trial, 1, of_team("capacity_hours_per_year", "Rehab"));
    const double second = mean_of(&trial, 1, of_team("capacity_hours_per_year", "Rehab from July"));
    assert_near(first + second, mean_of(&trial, 0, of_team("capacity_hours_per_year", "Rehab")), 1e-12);
    assert_near(first / second, 128.0 / 131, 1e-12); /* working days */
    for (uint32_t r = 0; r < 2; r++) {
        assert_above(100 + 1e-9, value_of(&trial, 1, of_team("utilisation", "Rehab"), r));
    }
    assert_stays(&trial, 1, of_all("persons_per_year"));
    trial_end(&trial);
}

static void the_same_staff_under_another_name_serve_as_before(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, REPLICATIONS,
              (const char *const[]){
                  "", "teams = ( " UNTIL_JULY ", " FROM_JULY(SAME_STAFF) " );",
                  "teams = ( " UNTIL_JULY ", " FROM_JULY("staff = ( { role = 'ot'; fte = 5; } );") " );", NULL});
    const double seen = mean_of(&trial, 0, of_team("seen_per_year", "Rehab"));
    assert_near(mean_of(&trial, 1, of_team("seen_per_year", "Rehab")) +
                    mean_of(&trial, 1, of_team("seen_per_year", "Rehab from July")),
                seen, 0.01);
    assert_near(mean_of(&trial, 1, of_all("wait_mean")), mean_of(&trial, 0, of_all("wait_mean")), 0.1);
    assert_falls(&trial, 2, of_all("list_people"));
    for (size_t m = 0; m < 12; m++) { /* by the end of June, at midnight, everybody has moved */
        const bool is_open = m < 6;
        assert_true(is_open == (month_of(&trial, 1, of_team("list_people", "Rehab"), m) > 0));
        assert_true(is_open == (month_of(&trial, 1, of_team("list_people", "Rehab from July"), m) == 0));
    }
    trial_end(&trial);
}

/* Demand moves with people: what the two teams have of it together is as much as one would have had. */
static void demand_moves_with_those_who_wait(void **state) {
    (void)state;
    struct trial trial;
    static const char few[] = "world = { leaving = { resolved_per_week = 0; declined_per_week = 0; }; "
                              "care = { bands = ( { age_band = 'adult'; onset_per_year = 0; }, { age_band = 'old'; "
                              "onset_per_year = 0; } ); }; }; ";
    char *one = mem_format("%s", few);
    char *two = mem_format("%s teams = ( %s, %s );", few, UNTIL_JULY, FROM_JULY(SAME_STAFF));
    trial_run(&trial, valley, 2, (const char *const[]){one, two, NULL});
    const double whole = mean_of(&trial, 0, of_team("demand_hours_per_year", "Rehab"));
    const double first = mean_of(&trial, 1, of_team("demand_hours_per_year", "Rehab"));
    const double second = mean_of(&trial, 1, of_team("demand_hours_per_year", "Rehab from July"));
    assert_near(first + second, whole, 0.01);
    assert_above(second, first); /* those who waited or were helped in June are now work of the second team */
    free(one);
    free(two);
    trial_end(&trial);
}

/* Its list was filled in the warm-up; day one finds it in the next team. */
static void a_team_that_closes_before_day_one_has_no_values(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, 2,
              (const char *const[]){"teams = ( { name = 'Rehab'; closes = '2014-01-01'; staff = ( { role = 'ot'; "
                                    "fte = 1; } ); }, { name = 'Next'; organisation = 'nhs'; localities = [ 'all' ]; "
                                    "streams = [ 'all' ]; opens = '2014-01-01'; recognises = 0.8; remit = ( { need = "
                                    "'rehabilitation'; } ); " SAME_STAFF " } );",
                                    NULL});
    assert_nan(mean_of(&trial, 0, of_team("utilisation", "Rehab")));
    assert_nan(mean_of(&trial, 0, of_team("wait_mean", "Rehab")));
    assert_nan(mean_of(&trial, 0, of_team("offered_load", "Rehab")));
    assert_true(mean_of(&trial, 0, of_team("staff_cost_per_year", "Rehab")) == 0);
    assert_true(mean_of(&trial, 0, of_team("list_people", "Rehab")) == 0);
    assert_above(mean_of(&trial, 0, of_team("wait_mean", "Next")), 30); /* of the year before */
    trial_end(&trial);
}

#define JOIN_NORTH                                                                                                     \
    "{ name = 'Joined North'; organisation = 'joined'; localities = [ 'North' ]; streams = [ 'all' ]; opens = "        \
    "'2013-09-02'; closes = '2014-09-01'; precedence = 1; recognises = 0.9; remit = ( { need = 'equipment'; }, "       \
    "{ need = 'rehabilitation'; pace = 1.2; } ); staff = ( { role = 'ot'; fte = 1.6; } ); }"
#define PAIR                                                                                                           \
    "{ name = 'Pair'; organisation = 'council'; localities = [ 'all' ]; streams = [ 'care', 'community' ]; "           \
    "only_without_service = true; precedence = 2; list_limit = 6; crew = [ 'ot', 'assistant' ]; recognises = 0.9; "    \
    "remit = ( { need = 'care'; roles = [ 'ot' ]; }, { need = 'equipment'; }, { need = 'rehabilitation'; } ); "        \
    "staff = ( { role = 'ot'; fte = 1.3; }, { role = 'assistant'; fte = 1; } ); opens = '2014-03-05'; "                \
    "closes = '2014-11-01'; effect = { prevent = 0.3; return_per_year = 4; }; }"
#define CARE_FROM_APRIL                                                                                                \
    "{ name = 'Social work'; closes = '2014-04-01'; }, { name = 'Care managers'; organisation = 'joined'; "            \
    "localities = [ 'all' ]; streams = [ 'all' ]; opens = '2014-04-01'; recognises = 0.7; remit = ( { need = 'care'; " \
    "}, { need = 'commissioning'; } ); staff = ( { role = 'social_worker'; fte = 1.9; } ); }"

/* Changes in the warm-up and after it, splits, merges, limits, a crew, work of every kind on the way. */
static void everything_holds_through_many_changes(void **state) {
    (void)state;
    struct trial trial;
    trial_prepare(&trial, valley,
                  (const char *const[]){"run = { opening_hour = 0; }; teams = ( " UNTIL_JULY
                                        ", " FROM_JULY(SAME_STAFF) ", " JOIN_NORTH ", " PAIR ", " CARE_FROM_APRIL " );",
                                        NULL});
    trial_go_checked(&trial, 1);
    assert_above(mean_of(&trial, 0, of_team("seen_per_year", "Joined North")), 50);
    assert_above(mean_of(&trial, 0, of_team("seen_per_year", "Pair")), 20);
    assert_above(mean_of(&trial, 0, of_team("seen_per_year", "Care managers")), 50);
    trial_end(&trial);
}

/* Work begins at midnight; teams change on a Saturday and on the Monday behind it. Nobody begins on Monday in a team that
 * closes then: the checks would see who waits for it. */
static void teams_change_before_doors_open(void **state) {
    (void)state;
    struct trial trial;
    trial_prepare(
        &trial, valley,
        (const char *const[]){
            "run = { opening_hour = 0; end_date = '2014-04-01'; }; teams = ( { name = 'OT North'; closes = "
            "'2014-03-10'; staff = ( { role = 'ot'; fte = 1; } ); }, { name = 'Rehab'; closes = '2014-03-08'; "
            "}, { name = 'Joined'; organisation = 'joined'; localities = [ 'all' ]; streams = [ 'all' ]; "
            "opens = '2014-03-08'; recognises = 0.8; remit = ( { need = 'rehabilitation'; }, { need = "
            "'equipment'; }, { need = 'adaptation'; } ); staff = ( { role = 'ot'; fte = 5; } ); } );",
            NULL});
    trial_go_checked(&trial, 2);
    assert_above(month_of(&trial, 0, of_team("list_people", "OT North"), 1), 1);
    trial_end(&trial);
}

/* The teams that open stand before those that close, and the other way round. */
static void the_order_of_teams_in_the_file_means_nothing_to_who_moves(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, 2,
              (const char *const[]){
                  "teams = ( " JOIN_NORTH ", " FROM_JULY(SAME_STAFF) ", " UNTIL_JULY ", " CARE_FROM_APRIL " );",
                  "teams = ( " CARE_FROM_APRIL ", " UNTIL_JULY ", " FROM_JULY(SAME_STAFF) ", " JOIN_NORTH " );", NULL});
    assert_same_by_name(&trial, 0, 1);
    assert_above(mean_of(&trial, 0, of_team("seen_per_year", "Joined North")), 50);
    trial_end(&trial);
}

static void a_team_may_close_when_the_window_ends(void **state) {
    (void)state;
    assert_invariants_hold(
        valley, "run = { end_date = '2014-02-01'; }; teams = ( { name = 'OT North'; closes = '2014-02-01'; } );", 1000);
}

/* Those admitted did not come by the way in of inpatients, by which alone the acute teams take people. */
static void help_begun_in_hospital_is_handed_on_by_the_way_in_of_inpatients(void **state) {
    (void)state;
    assert_invariants_hold(
        valley,
        "run = { end_date = '2014-04-01'; }; world = { needs = ( { name = 'acute'; lead_days = 90; } ); "
        "hospital = { admissions = ( { age_band = 'old'; per_year = 2; } ); admission_stream = 'hospital'; }; "
        "}; teams = ( { name = 'Acute OT'; closes = '2014-03-03'; }, { name = 'Acute two'; organisation = "
        "'nhs'; localities = [ 'all' ]; from_years = 16; streams = [ 'hospital' ]; visits = false; recognises "
        "= 0.9; remit = ( { need = 'acute'; } ); staff = ( { role = 'ot'; fte = 4; } ); opens = '2014-03-03'; "
        "} );",
        1000);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_outside_the_run_change_nothing),
        cmocka_unit_test(time_on_the_list_of_a_closed_team_counts_when_people_are_seen),
        cmocka_unit_test(a_team_is_paid_and_on_duty_while_it_is_open),
        cmocka_unit_test(the_same_staff_under_another_name_serve_as_before),
        cmocka_unit_test(demand_moves_with_those_who_wait),
        cmocka_unit_test(a_team_that_closes_before_day_one_has_no_values),
        cmocka_unit_test(everything_holds_through_many_changes),
        cmocka_unit_test(teams_change_before_doors_open),
        cmocka_unit_test(the_order_of_teams_in_the_file_means_nothing_to_who_moves),
        cmocka_unit_test(a_team_may_close_when_the_window_ends),
        cmocka_unit_test(help_begun_in_hospital_is_handed_on_by_the_way_in_of_inpatients),
    };
    return run_chosen(tests, argc, argv);
}

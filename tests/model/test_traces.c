/* tests/model/test_traces.c - rare branches by a script, every step known to the second. Needs take 2 hours of work (help), 5
 * (acute), 7 (care, commissioning apart), brokerage 9 1/2 days, a stay 4 1/4 days; teams never close and nobody waits unless a
 * test says so. */
#include "tests/model/trace.h"
#include "world/absence.h"

enum { NEED_HELP, NEED_ACUTE, NEED_CARE };

static void somebody_whose_package_was_prevented_asks_again_and_dies_before_it_starts(void **state) {
    (void)state;
    struct trace trace = {.count = 0};
    const des_time came = 1 * DES_DAY, decided = came + 7 * DES_HOUR, again = decided + 30 * DES_DAY,
                   died = came + 34 * DES_DAY;
    const uint32_t person = trace_arrival(&trace, FOR_CARE, came);
    trace_say(&trace, WORLD_PREVENT, person, 0.49);
    trace_say(&trace, WORLD_RETURN, person, scripted_exponential(2 * des_clock_units(30 * DES_DAY, DES_YEAR)));
    trace_death(&trace, person, died - came);
    trace_play(&trace, "teams = ( { name = 'Care'; effect = { prevent = 0.5; return_per_year = 2; }; } );");
    assert_trace(&trace, {MODEL_FACT_CAME, person, came}, {MODEL_FACT_NEEDS_CARE, person, came},
                 {MODEL_FACT_WAIT_BEGINS, person, came}, {MODEL_FACT_ASSESSED, person, came},
                 {MODEL_FACT_NEEDS_CARE, person, again}, {MODEL_FACT_WAIT_BEGINS, person, again},
                 {MODEL_FACT_ASSESSED, person, again}, {MODEL_FACT_GONE, person, died});
}

/* Travel takes an hour each way; help is there when the visit is over. */
static void a_visit_fails_twice_and_the_third_succeeds(void **state) {
    (void)state;
    struct trace trace = {.count = 0};
    const des_time came = 3 * DES_DAY;
    const uint32_t person = trace_arrival(&trace, BY_DOOR, came);
    trace_say(&trace, world_purpose_key(WORLD_MISSED_ASSESSMENT, NEED_HELP, 0), person, 0.39);
    trace_say(&trace, world_purpose_key(WORLD_MISSED_ASSESSMENT, NEED_HELP, 1), person, 0.01);
    trace_say(&trace, world_purpose_key(WORLD_MISSED_ASSESSMENT, NEED_HELP, 2), person, 0.41);
    trace_play(&trace, "world = { missed_visit = 0.4; }; teams = ( { name = 'Team'; visits = true; } );");
    assert_trace(&trace, {MODEL_FACT_CAME, person, came}, {MODEL_FACT_WAIT_BEGINS, person, came},
                 {MODEL_FACT_ASSESSED, person, came + 4 * DES_HOUR}, {MODEL_FACT_HELPED, person, came + 8 * DES_HOUR},
                 {MODEL_FACT_GONE, person, came + 8 * DES_HOUR});
}

/* A post is empty for a week from day 2; on day 9 who comes to it is ill, for three days: nobody is seen until day 12. */
static void a_new_holder_of_a_post_is_ill_from_the_first_day(void **state) {
    (void)state;
    struct trace trace = {.count = 0};
    const uint32_t post = world_absence_post("Team", "ot", 0);
    const double days_between_spells = 365.25 - 3;
    trace_say(&trace, WORLD_VACANT_AT_BEGIN, post, 0.99);
    trace_say(&trace, WORLD_LEAVING, post, scripted_exponential(2 / 365.25));
    trace_say(&trace, world_purpose_key(WORLD_LEAVING, 0, 2), post, scripted_exponential(9));
    trace_say(&trace, WORLD_SICK_AT_BEGIN, post, 0.99);
    trace_say(&trace, WORLD_SICK_GAP, post, scripted_exponential(9 / days_between_spells));
    trace_say(&trace, world_purpose_key(WORLD_SICK_GAP, 0, 2), post, scripted_exponential(9));
    const uint32_t person = trace_arrival(&trace, BY_DOOR, 3 * DES_DAY);
    trace_play(&trace, "world = { roles = ( { name = 'ot'; sickness_spells_per_year = 1; sickness_days = 3; "
                       "leavers_per_year = 1; recruitment_weeks = 1; } ); }; teams = ( { name = 'Team'; staff = ( { "
                       "role = 'ot'; fte = 1; } ); } );");
    assert_trace(&trace, {MODEL_FACT_CAME, person, 3 * DES_DAY}, {MODEL_FACT_WAIT_BEGINS, person, 3 * DES_DAY},
                 {MODEL_FACT_ASSESSED, person, 12 * DES_DAY}, {MODEL_FACT_HELPED, person, 12 * DES_DAY + 2 * DES_HOUR},
                 {MODEL_FACT_GONE, person, 12 * DES_DAY + 2 * DES_HOUR});
}

/* Screening takes two hours; after one of them the person is admitted, and screened anew when back. */
static void somebody_is_admitted_while_the_referral_is_screened(void **state) {
    (void)state;
    struct trace trace = {.count = 0};
    const des_time came = 5 * DES_DAY, admitted = came + 1 * DES_HOUR, home = admitted + 4 * DES_DAY + 6 * DES_HOUR,
                   seen = home + 2 * DES_HOUR;
    const uint32_t person = trace_arrival(&trace, BY_DOOR, came);
    trace_admission(&trace, person, admitted - came);
    trace_say(&trace, world_purpose_key(WORLD_TRIAGE, NEED_HELP, 0), person, 0.5);
    trace_play(&trace, "world = { hospital = { admission_stream = 'ward'; admissions = ( { age_band = 'everybody'; "
                       "per_year = 1; } ); }; }; teams = ( { name = 'Team'; triage = { minutes = 120; role = 'ot'; "
                       "resolves = 0.5; }; } );");
    assert_trace(&trace, {MODEL_FACT_CAME, person, came}, {MODEL_FACT_WAIT_BEGINS, person, came},
                 {MODEL_FACT_ADMITTED, person, admitted}, {MODEL_FACT_WAIT_ENDS, person, admitted},
                 {MODEL_FACT_WAIT_BEGINS, person, admitted}, {MODEL_FACT_ASSESSED, person, admitted},
                 {MODEL_FACT_WENT_HOME, person, home}, {MODEL_FACT_WAIT_BEGINS, person, home},
                 {MODEL_FACT_ASSESSED, person, seen}, {MODEL_FACT_HELPED, person, seen + 2 * DES_HOUR},
                 {MODEL_FACT_GONE, person, seen + 2 * DES_HOUR});
}

/* Of two whose packages are put off by two weeks one dies before they are over; the other gets the package behind them and
 * brokerage, and keeps it for the sixty weeks, longer than the window. */
static void of_two_whose_packages_are_put_off_one_dies_first(void **state) {
    (void)state;
    struct trace trace = {.count = 0};
    const des_time came = 1 * DES_DAY, later = 2 * DES_DAY, died = 10 * DES_DAY,
                   starts = later + 7 * DES_HOUR + 14 * DES_DAY + 9 * DES_DAY + 12 * DES_HOUR;
    const uint32_t one = trace_arrival(&trace, FOR_CARE, came), other = trace_arrival(&trace, FOR_CARE, later);
    trace_say(&trace, WORLD_DELAY, one, 0.2);
    trace_say(&trace, WORLD_DELAY, other, 0.2);
    trace_death(&trace, one, died - came);
    trace_play(&trace,
               "teams = ( { name = 'Care'; effect = { return_per_year = 1; delay = 0.3; delay_weeks = 2; }; } );");
    assert_trace(&trace, {MODEL_FACT_CAME, one, came}, {MODEL_FACT_NEEDS_CARE, one, came},
                 {MODEL_FACT_WAIT_BEGINS, one, came}, {MODEL_FACT_ASSESSED, one, came}, {MODEL_FACT_CAME, other, later},
                 {MODEL_FACT_NEEDS_CARE, other, later}, {MODEL_FACT_WAIT_BEGINS, other, later},
                 {MODEL_FACT_ASSESSED, other, later}, {MODEL_FACT_GONE, one, died}, {MODEL_FACT_CARE, other, starts});
}

static const char *const one_who_may_travel_in_vain = "world = { missed_visit = 0.4; }; teams = ( { name = 'Team'; "
                                                      "visits = true; staff = ( { role = 'ot'; fte = 1; } ); } );";

/* The crew is back after two hours, for nobody; then it goes to the next. */
static void somebody_dies_while_a_crew_travels_in_vain(void **state) {
    (void)state;
    struct trace trace = {.count = 0};
    const des_time came = 3 * DES_DAY, back = came + 2 * DES_HOUR;
    const uint32_t dies = trace_arrival(&trace, BY_DOOR, came), next = trace_arrival(&trace, BY_DOOR, came + 60);
    trace_say(&trace, world_purpose_key(WORLD_MISSED_ASSESSMENT, NEED_HELP, 0), dies, 0.1);
    trace_say(&trace, world_purpose_key(WORLD_MISSED_ASSESSMENT, NEED_HELP, 0), next, 0.9);
    trace_death(&trace, dies, DES_HOUR);
    trace_play(&trace, one_who_may_travel_in_vain);
    assert_trace(&trace, {MODEL_FACT_CAME, dies, came}, {MODEL_FACT_WAIT_BEGINS, dies, came},
                 {MODEL_FACT_CAME, next, came + 60}, {MODEL_FACT_WAIT_BEGINS, next, came + 60},
                 {MODEL_FACT_WAIT_ENDS, dies, came + DES_HOUR}, {MODEL_FACT_GONE, dies, came + DES_HOUR},
                 {MODEL_FACT_ASSESSED, next, back}, {MODEL_FACT_HELPED, next, back + 4 * DES_HOUR},
                 {MODEL_FACT_GONE, next, back + 4 * DES_HOUR});
    assert_true(trace.sums[ACCOUNT_USE_MISSED_SECONDS] == 2 * DES_HOUR);
}

/* The screening goes on for nobody; the next one is screened, and resolved with advice. */
static void somebody_declines_while_the_referral_is_screened(void **state) {
    (void)state;
    struct trace trace = {.count = 0};
    const des_time came = 3 * DES_DAY, free = came + 2 * DES_HOUR, advised = free + 2 * DES_HOUR;
    const uint32_t declines = trace_arrival(&trace, BY_DOOR, came), next = trace_arrival(&trace, BY_DOOR, came + 60);
    trace_decline(&trace, declines, DES_HOUR);
    trace_say(&trace, world_purpose_key(WORLD_TRIAGE, NEED_HELP, 0), next, 0.49);
    trace_play(&trace,
               "world = { leaving = { declined_per_week = 0.01; }; }; teams = ( { name = 'Team'; triage = { minutes = "
               "120; role = 'ot'; resolves = 0.5; }; staff = ( { role = 'ot'; fte = 1; } ); } );");
    assert_trace(&trace, {MODEL_FACT_CAME, declines, came}, {MODEL_FACT_WAIT_BEGINS, declines, came},
                 {MODEL_FACT_CAME, next, came + 60}, {MODEL_FACT_WAIT_BEGINS, next, came + 60},
                 {MODEL_FACT_WAIT_ENDS, declines, came + DES_HOUR}, {MODEL_FACT_GONE, declines, came + DES_HOUR},
                 {MODEL_FACT_WAIT_ENDS, next, advised}, {MODEL_FACT_HELPED, next, advised},
                 {MODEL_FACT_GONE, next, advised});
    assert_true(trace.sums[ACCOUNT_DECLINED] == 1 && trace.sums[ACCOUNT_TRIAGED_OUT] == 1);
    assert_true(trace.sums[ACCOUNT_USE_TRIAGE_SECONDS] == 4 * DES_HOUR);
}

/* At midnight the team closes; the other, whom people visit, sees the person at once, with the clock of the first. */
static void a_team_closes_while_its_crew_travels_in_vain(void **state) {
    (void)state;
    struct trace trace = {.count = 0};
    const des_time closes = 9 * DES_DAY, came = closes - DES_HOUR;
    const uint32_t person = trace_arrival(&trace, BY_DOOR, came);
    trace_say(&trace, world_purpose_key(WORLD_MISSED_ASSESSMENT, NEED_HELP, 0), person, 0.1);
    trace_play(&trace,
               "world = { missed_visit = 0.4; }; teams = ( { name = 'Team'; visits = true; closes = '2014-01-10'; }, { "
               "name = 'Second'; organisation = 'one'; localities = [ 'all' ]; streams = [ 'all' ]; visits = false; "
               "remit = ( { need = 'help'; } ); staff = ( { role = 'ot'; fte = 1; } ); recognises = 0; always_open = "
               "true; } );");
    assert_trace(&trace, {MODEL_FACT_CAME, person, came}, {MODEL_FACT_WAIT_BEGINS, person, came},
                 {MODEL_FACT_WAIT_BEGINS, person, closes}, /* with the clock it had */
                 {MODEL_FACT_ASSESSED, person, closes}, {MODEL_FACT_HELPED, person, closes + 2 * DES_HOUR},
                 {MODEL_FACT_GONE, person, closes + 2 * DES_HOUR});
    assert_true(trace.sums[ACCOUNT_WAIT_SECONDS] == DES_HOUR);
    assert_true(trace.sums[ACCOUNT_USE_MISSED_SECONDS] == DES_HOUR); /* what lies behind the closing is not counted */
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(somebody_whose_package_was_prevented_asks_again_and_dies_before_it_starts),
        cmocka_unit_test(a_visit_fails_twice_and_the_third_succeeds),
        cmocka_unit_test(a_new_holder_of_a_post_is_ill_from_the_first_day),
        cmocka_unit_test(somebody_is_admitted_while_the_referral_is_screened),
        cmocka_unit_test(of_two_whose_packages_are_put_off_one_dies_first),
        cmocka_unit_test(somebody_dies_while_a_crew_travels_in_vain),
        cmocka_unit_test(somebody_declines_while_the_referral_is_screened),
        cmocka_unit_test(a_team_closes_while_its_crew_travels_in_vain),
    };
    return run_chosen(tests, argc, argv);
}

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
                 {MODEL_FACT_REFERRED, person, came}, {MODEL_FACT_ASSESSED, person, came},
                 {MODEL_FACT_NEEDS_CARE, person, again}, {MODEL_FACT_REFERRED, person, again},
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
    assert_trace(&trace, {MODEL_FACT_CAME, person, came}, {MODEL_FACT_REFERRED, person, came},
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
    assert_trace(&trace, {MODEL_FACT_CAME, person, 3 * DES_DAY}, {MODEL_FACT_REFERRED, person, 3 * DES_DAY},
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
    assert_trace(&trace, {MODEL_FACT_CAME, person, came}, {MODEL_FACT_REFERRED, person, came},
                 {MODEL_FACT_ADMITTED, person, admitted}, {MODEL_FACT_LEFT, person, admitted},
                 {MODEL_FACT_REFERRED, person, admitted}, {MODEL_FACT_ASSESSED, person, admitted},
                 {MODEL_FACT_WENT_HOME, person, home}, {MODEL_FACT_REFERRED, person, home},
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
                 {MODEL_FACT_REFERRED, one, came}, {MODEL_FACT_ASSESSED, one, came}, {MODEL_FACT_CAME, other, later},
                 {MODEL_FACT_NEEDS_CARE, other, later}, {MODEL_FACT_REFERRED, other, later},
                 {MODEL_FACT_ASSESSED, other, later}, {MODEL_FACT_GONE, one, died}, {MODEL_FACT_CARE, other, starts});
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(somebody_whose_package_was_prevented_asks_again_and_dies_before_it_starts),
        cmocka_unit_test(a_visit_fails_twice_and_the_third_succeeds),
        cmocka_unit_test(a_new_holder_of_a_post_is_ill_from_the_first_day),
        cmocka_unit_test(somebody_is_admitted_while_the_referral_is_screened),
        cmocka_unit_test(of_two_whose_packages_are_put_off_one_dies_first),
    };
    return run_chosen(tests, argc, argv);
}

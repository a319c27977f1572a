/* tests/model/test_ties_life.c - events of one person's life that fall into one second: death, stays in hospital, care; and
 * the ends of months and of the run. Played by a script: work takes 2 hours (help), 5 (acute), 7 (care). */
#include "tests/model/trace.h"

static const des_time work = 2 * DES_HOUR;
static const char *const one_therapist = "teams = ( { name = 'Team'; staff = ( { role = 'ot'; fte = 1; } ); } );";
enum { DAY = DES_DAY };

/* ---- death ---- */

static void help_that_ends_in_the_second_of_death_was_given(void **state) {
    (void)state;
    struct trace trace = {.count = 0};
    const des_time came = 3 * DAY;
    const uint32_t person = trace_arrival(&trace, BY_DOOR, came);
    trace_death(&trace, person, work);
    trace_play(&trace, one_therapist);
    assert_trace(&trace, {MODEL_FACT_CAME, person, came}, {MODEL_FACT_WAIT_BEGINS, person, came},
                 {MODEL_FACT_ASSESSED, person, came}, {MODEL_FACT_HELPED, person, came + work},
                 {MODEL_FACT_GONE, person, came + work});
    assert_true(trace.sums[ACCOUNT_JOURNEYS] == 1 && trace.sums[ACCOUNT_CONTACTS] == 1);
}

static void who_dies_as_doors_open_dies_with_a_crew_at_work(void **state) {
    (void)state;
    struct trace trace = {.count = 0};
    const des_time night = 1 * DAY + 22 * DES_HOUR, opening = 2 * DAY + 9 * DES_HOUR;
    const uint32_t dies = trace_arrival(&trace, BY_DOOR, night), next = trace_arrival(&trace, BY_DOOR, night + 60);
    trace_death(&trace, dies, opening - night);
    trace_play(&trace,
               "run = { opening_hour = 9; }; teams = ( { name = 'Team'; always_open = false; staff = ( { role = 'ot'; "
               "fte = 1; client_hours_per_fte_year = 2000; } ); } );");
    assert_true(trace_has(&trace, MODEL_FACT_ASSESSED, dies, opening));
    assert_true(trace_has(&trace, MODEL_FACT_GONE, dies, opening));
    assert_true(trace_has(&trace, MODEL_FACT_ASSESSED, next, opening + work)); /* the crew ends its work for nobody */
    assert_true(trace.sums[ACCOUNT_DIED_WAITING] == 0);
}

static void who_dies_in_the_second_of_discharge_has_gone_home(void **state) {
    (void)state;
    struct trace trace = {.count = 0};
    const des_time came = 3 * DAY, home = came + 4 * DAY + 6 * DES_HOUR;
    const uint32_t person = trace_arrival(&trace, TO_WARD, came);
    trace_death(&trace, person, home - came);
    trace_play(&trace,
               "world = { streams = ( { name = 'ward'; further = ( { need = 'help'; probability = 1; } ); } ); };");
    assert_trace(&trace, {MODEL_FACT_CAME, person, came}, {MODEL_FACT_WAIT_BEGINS, person, came},
                 {MODEL_FACT_ASSESSED, person, came}, {MODEL_FACT_WENT_HOME, person, home},
                 {MODEL_FACT_WAIT_BEGINS, person, home}, {MODEL_FACT_ASSESSED, person, home},
                 {MODEL_FACT_GONE, person, home});
}

/* ---- hospital ---- */

static void who_is_assessed_in_the_second_of_readiness_was_not_delayed(void **state) {
    (void)state;
    struct trace trace = {.count = 0};
    const des_time came = 3 * DAY, home = came + 5 * DES_HOUR;
    const uint32_t person = trace_arrival(&trace, TO_WARD, came);
    char *overlay = mem_format("world = { hospital = { length_of_stay_days = %.17g; }; };", 5.0 / 24);
    trace_play(&trace, overlay);
    free(overlay);
    assert_true(trace_has(&trace, MODEL_FACT_WENT_HOME, person, home));
    assert_true(trace.sums[ACCOUNT_DISCHARGES_DELAYED] == 0);
}

/* Assessment in hospital 5 hours, care 7, brokerage 9 1/2 days: the tenth day, on which the person is ready. */
static void a_package_that_starts_in_the_second_of_readiness_delays_the_discharge_by_no_time(void **state) {
    (void)state;
    struct trace trace = {.count = 0};
    const des_time came = 3 * DAY, home = came + 10 * DAY;
    const uint32_t person = trace_arrival(&trace, TO_WARD, came);
    trace_play(&trace,
               "world = { hospital = { length_of_stay_days = 10; }; streams = ( { name = 'ward'; further = ( { need = "
               "'care'; probability = 1; } ); } ); };");
    assert_true(trace_has(&trace, MODEL_FACT_CARE, person, home));
    assert_true(trace_has(&trace, MODEL_FACT_WENT_HOME, person, home));
    assert_true(trace.sums[ACCOUNT_DISCHARGES_DELAYED] == 1);
    assert_true(trace.sums[ACCOUNT_BEDS_DELAYED] == 0);
}

/* ---- care ---- */

/* Seven hours of assessment, nine and a half days of brokerage: as long as the need lasts. */
static void a_package_starts_in_the_second_in_which_its_need_ends(void **state) {
    (void)state;
    struct trace trace = {.count = 0};
    const des_time came = 3 * DAY, tie = came + 9 * DAY + 19 * DES_HOUR;
    const uint32_t person = trace_arrival(&trace, FOR_CARE, came);
    char *overlay =
        mem_format("world = { care = { bands = ( { age_band = 'everybody'; stock_per_1000 = 0; onset_per_year = "
                   "0; weeks = %.17g; } ); }; };",
                   des_clock_units(tie - came, DES_WEEK));
    trace_play(&trace, overlay);
    free(overlay);
    assert_trace(&trace, {MODEL_FACT_CAME, person, came}, {MODEL_FACT_NEEDS_CARE, person, came},
                 {MODEL_FACT_WAIT_BEGINS, person, came}, {MODEL_FACT_ASSESSED, person, came},
                 {MODEL_FACT_CARE, person, tie}, {MODEL_FACT_GONE, person, tie});
    assert_true(trace.sums[ACCOUNT_CARE_STARTS] == 1 && trace.sums[ACCOUNT_CARE_HOURS] == 0);
}

static void a_need_that_ends_as_its_assessment_does_is_agreed_and_never_arranged(void **state) {
    (void)state;
    struct trace trace = {.count = 0};
    const des_time came = 3 * DAY, tie = came + 42 * DES_HOUR;
    const uint32_t person = trace_arrival(&trace, FOR_CARE, came);
    char *overlay = mem_format("world = { needs = ( { name = 'care'; assessment_hours = 42; } ); care = { bands = ( { "
                               "age_band = 'everybody'; stock_per_1000 = 0; onset_per_year = "
                               "0; weeks = %.17g; } ); }; }; teams = ( { name = 'Care'; effect = { prevent = 0; "
                               "return_per_year = 1; reduce = 1; reduce_hours = 2; }; } );",
                               des_clock_units(tie - came, DES_WEEK));
    trace_play(&trace, overlay);
    free(overlay);
    assert_true(trace_has(&trace, MODEL_FACT_GONE, person, tie));
    assert_true(trace.sums[ACCOUNT_REDUCED] == 1); /* the assessment counts */
    assert_true(trace.sums[ACCOUNT_CARE_STARTS] == 0 && trace.sums[ACCOUNT_CARE_NEVER_STARTED] == 1);
}

static void who_dies_as_the_need_ends_enters_no_care_home(void **state) {
    (void)state;
    for (int is_dying = 0; is_dying < 2; is_dying++) {
        struct trace trace = {.count = 0};
        const des_time came = 3 * DAY, tie = came + 28 * DAY;
        const uint32_t person = trace_arrival(&trace, FOR_CARE, came);
        trace_death(&trace, person, is_dying ? tie - came : 4000 * DAY);
        trace_play(&trace,
                   "world = { care = { bands = ( { age_band = 'everybody'; stock_per_1000 = 0; onset_per_year = 0; "
                   "weeks = 4; } ); }; care_homes = { stay_days = 9; bands = ( { age_band = 'everybody'; probability "
                   "= 1; } ); }; };");
        assert_true(trace_has(&trace, MODEL_FACT_GONE, person, is_dying ? tie : tie + 9 * DAY));
        assert_true(trace.sums[ACCOUNT_HOME_ADMISSIONS] == !is_dying);
    }
}

/* Packages of 5 hours last 52 weeks. Of the 5 hours that become free at the end of 2014 none are left to be given. */
static void hours_that_become_free_are_held_against_the_new_limit(void **state) {
    (void)state;
    for (int limit = 0; limit <= 5; limit += 5) {
        struct trace trace = {.count = 0};
        const des_time new_year = 365 * DAY;
        const uint32_t one = trace_arrival(&trace, FOR_CARE, new_year - 52 * DES_WEEK),
                       waits = trace_arrival(&trace, FOR_CARE, 300 * DAY);
        char *overlay =
            mem_format("run = { end_date = '2015-03-01'; }; world = { care = { supply = ( { year = 2014; "
                       "hours_per_week = 5; }, { year = 2015; hours_per_week = %d; } ); bands = ( { age_band = "
                       "'everybody'; stock_per_1000 = 0; onset_per_year = 0; weeks = 52; } ); }; };",
                       limit);
        trace_play(&trace, overlay);
        free(overlay);
        assert_true(trace_has(&trace, MODEL_FACT_GONE, one, new_year));
        assert_true(trace_has(&trace, MODEL_FACT_CARE, waits, new_year) == (limit == 5));
    }
}

/* ---- months, and the end ---- */

/* Day one closes the warm-up, which here has no length; the first of February closes January. */
static void who_comes_at_the_first_second_of_a_month_is_counted_in_the_one_before(void **state) {
    (void)state;
    struct trace trace = {.count = 0};
    trace_arrival(&trace, BY_DOOR, 31 * DAY - 1);
    trace_arrival(&trace, BY_DOOR, 31 * DAY);
    trace_arrival(&trace, BY_DOOR, 31 * DAY + 1);
    trace_play(&trace, one_therapist);
    assert_true(trace.comers[0] == 0 && trace.comers[1] == 2 && trace.comers[2] == 1);
}

static void nothing_happens_in_the_second_in_which_the_run_ends(void **state) {
    (void)state;
    struct trace trace = {.count = 0};
    const des_time end = 181 * DAY; /* 1 July */
    const uint32_t at_work = trace_arrival(&trace, BY_DOOR, end - work),
                   dies = trace_arrival(&trace, BY_DOOR, end - DES_HOUR);
    trace_arrival(&trace, BY_DOOR, end);
    trace_death(&trace, dies, DES_HOUR);
    trace_play(&trace, one_therapist);
    assert_trace(&trace, {MODEL_FACT_CAME, at_work, end - work}, {MODEL_FACT_WAIT_BEGINS, at_work, end - work},
                 {MODEL_FACT_ASSESSED, at_work, end - work}, {MODEL_FACT_CAME, dies, end - DES_HOUR},
                 {MODEL_FACT_WAIT_BEGINS, dies, end - DES_HOUR});
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(help_that_ends_in_the_second_of_death_was_given),
        cmocka_unit_test(who_dies_as_doors_open_dies_with_a_crew_at_work),
        cmocka_unit_test(who_dies_in_the_second_of_discharge_has_gone_home),
        cmocka_unit_test(who_is_assessed_in_the_second_of_readiness_was_not_delayed),
        cmocka_unit_test(a_package_that_starts_in_the_second_of_readiness_delays_the_discharge_by_no_time),
        cmocka_unit_test(a_package_starts_in_the_second_in_which_its_need_ends),
        cmocka_unit_test(a_need_that_ends_as_its_assessment_does_is_agreed_and_never_arranged),
        cmocka_unit_test(who_dies_as_the_need_ends_enters_no_care_home),
        cmocka_unit_test(hours_that_become_free_are_held_against_the_new_limit),
        cmocka_unit_test(who_comes_at_the_first_second_of_a_month_is_counted_in_the_one_before),
        cmocka_unit_test(nothing_happens_in_the_second_in_which_the_run_ends),
    };
    return run_chosen(tests, argc, argv);
}

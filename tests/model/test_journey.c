/* tests/model/test_journey.c - the clock of the whole journey: journeys whose every hour is known. */
#include "tests/model/fixture.h"

static const char *const queue = "tests/scenarios/queue.cfg", *const valley = "tests/scenarios/valley.cfg";

static const char *const stages[] = {"journey_first_wait_mean", "journey_further_wait_mean",
                                     "journey_package_wait_mean", "journey_hospital_mean", "journey_help_mean"};
enum { STAGES = sizeof stages / sizeof stages[0] };

/* Days in each stage on average, and in all. */
static void assert_journey(const struct trial *trial, const double days[STAGES]) {
    double sum = 0;
    for (size_t s = 0; s < STAGES; s++) {
        assert_within(mean_of(trial, 0, of_all(stages[s])), days[s], 1e-9);
        sum += days[s];
    }
    assert_within(mean_of(trial, 0, of_all("journey_mean")), sum, 1e-9);
}

/* One person needs help (2 hours; in place after 10 days) and, found then, a gadget (half an hour; in place after 3
 * days, then two follow-ups of a quarter of an hour with 8 days between them). Who meets the gadget is on duty from
 * nine for little more than an hour.
 *
 *   January             everybody is on holiday: referred to Team, waits
 *   Mon  3 Feb   9:00   Team assesses                                    first wait ends
 *               11:00   ... and refers to Other, who have gone home      further wait begins
 *   Tue  4 Feb   9:00   Other assess                                     further wait ends
 *                9:30   ... the gadget is ordered
 *   Fri  7 Feb   9:30   it is there: first follow-up, to 9:45
 *   Thu 13 Feb  11:00   help is in place
 *   Sat 15 Feb   9:45   the second follow-up falls due, on a weekend
 *   Mon 17 Feb   9:00   it happens
 *                9:15   the gadget is in use: nothing is open any more   journey ends */
static const char *const two_teams =
    "run = { warm_up_days = 0; opening_hour = 9; replications = 1; seed = %d; holidays = [ %s ]; };"
    "world = { needs = ( { name = 'help'; assessment_hours = 2; lead_days = 10; },"
    "  { name = 'gadget'; assessment_hours = 0.5; lead_days = 3; followups = 2; followup_hours = 0.25;"
    "    followup_gap_days = 8; roles = [ 'ot' ]; } );"
    "  streams = ( { name = 'door'; further = ( { need = 'gadget'; probability = 1; } );"
    "    rates = ( { age_band = 'everybody'; per_1000_per_year = 3; } ); } ); };"
    "teams = ( { name = 'Team'; always_open = false; recognises = 1; },"
    "  { name = 'Other'; organisation = 'two'; localities = [ 'all' ]; streams = [ 'all' ]; visits = false;"
    "    remit = ( { need = 'gadget'; } ); staff = ( { role = 'ot'; fte = 0.2; } ); recognises = 0; } );";

static void a_journey_through_two_teams_is_known_to_the_hour(void **state) {
    (void)state;
    char *holidays = weekdays((struct des_date){2014, 1, 1}, (struct des_date){2014, 2, 1});
    char *overlay = mem_format(two_teams, 37, holidays);
    struct trial trial;
    trial_run(&trial, queue, 1, (const char *const[]){overlay, NULL});
    assert_near(mean_of(&trial, 0, of_all("persons_per_year")), 365.25 / 120, 1e-12); /* one, in January */
    const double first = mean_of(&trial, 0, of_team("wait_mean", "Team"));
    assert_above(first, 3);
    assert_near(mean_of(&trial, 0, of_team("wait_mean", "Other")), 22.0 / 24, 1e-12);
    assert_near(mean_of(&trial, 0, of_all("journeys_per_year")), 365.25 / 120, 1e-12);
    assert_true(mean_of(&trial, 0, of_all("journeys_without_help_per_year")) == 0);
    assert_journey(&trial, (const double[STAGES]){first, 22.0 / 24, 0, 0, 14 + 0.25 / 24 - 22.0 / 24});
    trial_end(&trial);
    free(overlay);
    free(holidays);
}

/* Everybody comes to hospital, where help is given in 2 hours, care is assessed in 3 and arranged in 12 days: until then
 * nobody goes home, though all are ready after 10. Nobody waits for staff, for there are more than there is work. */
static const char *const home_with_care =
    "run = { warm_up_days = 0; };"
    "world = { needs = ( { name = 'help'; assessment_hours = 2; }, { name = 'care'; assessment_hours = 3; } );"
    "  streams = ( { name = 'door'; inpatient = true; further = ( { need = 'care'; probability = 1; } );"
    "    rates = ( { age_band = 'everybody'; per_1000_per_year = 300; } ); },"
    "    { name = 'request'; presents = ( { need = 'care'; probability = 1; } );"
    "      priorities = ( { priority = 'routine'; share = 1; } );"
    "      rates = ( { age_band = 'everybody'; per_1000_per_year = 0; } ); } );"
    "  care = { request_stream = 'request'; brokerage_days = 12;"
    "    bands = ( { age_band = 'everybody'; stock_per_1000 = 0; onset_per_year = 0; weeks = 60; } ); };"
    "  hospital = { length_of_stay_days = 10; }; };"
    "teams = ( { name = 'Team'; recognises = 1; staff = ( { role = 'ot'; fte = 30; } ); },"
    "  { name = 'Care'; organisation = 'two'; localities = [ 'all' ]; streams = [ 'all' ]; visits = false;"
    "    remit = ( { need = 'care'; }, { need = 'commissioning'; } ); always_open = true;"
    "    staff = ( { role = 'ot'; fte = 30; } ); recognises = 0; } );";

static void a_journey_from_hospital_to_a_package_is_known_to_the_hour(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, queue, 2, (const char *const[]){home_with_care, NULL});
    assert_above(mean_of(&trial, 0, of_all("journeys_per_year")), 150);
    assert_journey(&trial, (const double[STAGES]){0, 0, 12, 5.0 / 24, 0});
    assert_within(mean_of(&trial, 0, of_all("journey_p90")), 12.9, 1e-9); /* all in the day from 12 on */
    assert_within(mean_of(&trial, 0, of_stream("journey_median", "door")), 12.5, 1e-9);
    assert_near(mean_of(&trial, 0, of_all("journeys_per_year")), mean_of(&trial, 0, of_all("care_starts_per_year")),
                1e-12);
    trial_end(&trial);
}

/* Help takes 2 hours and 10 days and no waiting. The gadget and the lift, found then, are nobody's work before the end
 * of April: whoever gives up waiting for both has had a journey of 10 days and 2 hours all the same. */
static const char *const in_vain =
    "run = { warm_up_days = 0; opening_hour = 9; holidays = [ %s ]; };"
    "world = { leaving = { declined_per_week = 0.5; }; needs = ( { name = 'help'; assessment_hours = 2; lead_days = "
    "10; "
    "}, { name = 'gadget'; assessment_hours = 30; roles = [ 'ot' ]; }, { name = 'lift'; assessment_hours = 30; roles = "
    "[ "
    "'ot' ]; } ); streams = ( { name = 'door'; further = ( { need = 'gadget'; probability = 1; }, { need = 'lift'; "
    "probability = 1; } ); rates = ( { age_band = 'everybody'; per_1000_per_year = 500; } ); } ); };"
    "teams = ( { name = 'Team'; recognises = 1; staff = ( { role = 'ot'; fte = 30; } ); },"
    "  { name = 'Other'; organisation = 'two'; localities = [ 'all' ]; streams = [ 'all' ]; visits = false;"
    "    remit = ( { need = 'gadget'; } ); recognises = 0;"
    "    staff = ( { role = 'ot'; fte = 1; client_hours_per_fte_year = 10; } ); },"
    "  { name = 'Third'; organisation = 'three'; localities = [ 'all' ]; streams = [ 'all' ]; visits = false;"
    "    remit = ( { need = 'lift'; } ); recognises = 0;"
    "    staff = ( { role = 'ot'; fte = 1; client_hours_per_fte_year = 10; } ); } );";

static void what_was_waited_for_in_vain_is_no_part_of_the_journey(void **state) {
    (void)state;
    char *holidays = weekdays((struct des_date){2014, 1, 1}, (struct des_date){2014, 4, 30});
    char *overlay = mem_format(in_vain, holidays);
    struct trial trial;
    trial_run(&trial, queue, 2, (const char *const[]){overlay, NULL});
    assert_above(mean_of(&trial, 0, of_all("journeys_per_year")), 300);
    assert_within(mean_of(&trial, 0, of_all("journey_mean")), 10 + 2.0 / 24, 1e-9);
    assert_above(mean_of(&trial, 0, of_all("journey_further_wait_mean")), 5); /* of those 10, until they gave up */
    assert_above(mean_of(&trial, 0, of_all("journey_help_mean")), 0.5);
    trial_end(&trial);
    free(overlay);
    free(holidays);
}

/* A package that is not needed because the assessment, of 3 hours, has helped otherwise. */
static void a_package_prevented_is_help(void **state) {
    (void)state;
    struct trial trial;
    trial_run(
        &trial, queue, 1,
        (const char *const[]){
            "world = { needs = ( { name = 'care'; assessment_hours = 3; } ); streams = ( { name = 'door'; presents "
            "= ( { need = 'care'; probability = 1; } ); rates = ( { age_band = 'everybody'; per_1000_per_year = "
            "300; } ); } ); care = { bands = ( { age_band = 'everybody'; stock_per_1000 = 0; onset_per_year = 0; "
            "weeks = 60; } ); }; }; teams = ( { name = 'Team'; remit = ( { need = 'care'; }, { need = "
            "'commissioning'; } ); staff = ( { role = 'ot'; fte = 30; } ); effect = { prevent = 1; "
            "return_per_year = 0; }; } );",
            NULL});
    assert_above(mean_of(&trial, 0, of_all("journeys_per_year")), 200);
    assert_near(mean_of(&trial, 0, of_all("journeys_per_year")), mean_of(&trial, 0, of_all("prevented_per_year")),
                1e-12);
    assert_true(mean_of(&trial, 0, of_all("journeys_without_help_per_year")) == 0);
    assert_journey(&trial, (const double[STAGES]){0, 0, 0, 0, 3.0 / 24});
    trial_end(&trial);
}

/* Three people wait on day one, for 20, 10 and 3.5 days; each takes an hour from nine on, and the first has care then. */
static void who_waits_on_day_one_has_been_on_the_way_since_the_referral(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, "tests/scenarios/queue-starting-list.cfg", 2, (const char *const[]){"", NULL});
    const double wait = (20 + 9. / 24 + 10 + 10. / 24 + 3.5 + 11. / 24) / 3;
    assert_journey(&trial, (const double[STAGES]){wait, 0, 0, 0, 1. / 24});
    assert_near(mean_of(&trial, 0, of_all("wait_mean")), wait, 1e-12);
    trial_end(&trial);
}

/* Team opens on the last day, for work that takes longer: whoever has come has left again, or is still there. */
static void a_journey_on_which_nothing_was_met_is_counted_apart(void **state) {
    (void)state;
    char *holidays = weekdays((struct des_date){2014, 1, 1}, (struct des_date){2014, 4, 30});
    char *overlay = mem_format("run = { warm_up_days = 0; holidays = [ %s ]; }; world = { needs = ( { name = 'help'; "
                               "assessment_hours = 30; } ); leaving = { resolved_per_week = 0.1; declined_per_week = "
                               "0.2; }; streams = ( { name = 'door'; rates = ( { age_band = 'everybody'; "
                               "per_1000_per_year = 900; } ); } ); }; teams = ( { name = 'Team'; always_open = false; "
                               "staff = ( { role = 'ot'; client_hours_per_fte_year = 10; } ); } );",
                               holidays);
    struct trial trial;
    trial_run(&trial, queue, 1, (const char *const[]){overlay, NULL});
    assert_above(mean_of(&trial, 0, of_all("resolved_per_year")), 100);
    assert_near(mean_of(&trial, 0, of_all("journeys_without_help_per_year")),
                mean_of(&trial, 0, of_all("resolved_per_year")) + mean_of(&trial, 0, of_all("declined_per_year")),
                1e-12);
    assert_true(mean_of(&trial, 0, of_all("journeys_per_year")) == 0);
    assert_nan(mean_of(&trial, 0, of_all("journey_mean")));
    trial_end(&trial);
    free(overlay);
    free(holidays);
}

static void stages_sum_to_the_journey(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, 2, (const char *const[]){"", NULL});
    const struct expt_outcome *outcome = &trial.results.outcomes[0];
    size_t looked_at = 0;
    for (size_t c = 0; c < outcome->column_count; c++) {
        const struct expt_column *column = &outcome->columns[c];
        for (uint32_t r = 0; strcmp(column->measure, "journey_mean") == 0 && r < 2; r++, looked_at++) {
            double sum = 0;
            for (size_t s = 0; s < STAGES; s++) {
                sum += value_of(&trial, 0, (struct column){stages[s], column->dimension, column->subject}, r);
            }
            assert_near(sum, outcome->values[c * 2 + r], 1e-13);
        }
    }
    assert_int_equal(looked_at, 2 * (1 + 2 + 3 + 4));
    trial_end(&trial);
}

/* Whoever comes to need care when all is done begins a second journey. */
static void care_needed_later_is_a_journey_of_its_own(void **state) {
    (void)state;
    static const char *const with_onset =
        "world = { care = { bands = ( { age_band = 'adult'; onset_per_year = %d; }, { age_band = 'old'; "
        "onset_per_year = %d; } ); }; }; teams = ( { name = 'Social work'; staff = ( { role = 'social_worker'; fte = "
        "30; } ); } );";
    char *never = mem_format(with_onset, 0, 0), *soon = mem_format(with_onset, 1, 1);
    struct trial trial;
    trial_run(&trial, valley, 4, (const char *const[]){never, soon, NULL});
    assert_above(1.02 * mean_of(&trial, 0, of_all("persons_per_year")),
                 mean_of(&trial, 0, of_all("journeys_per_year")) +
                     mean_of(&trial, 0, of_all("journeys_without_help_per_year")));
    assert_above(mean_of(&trial, 1, of_all("journeys_per_year")), 1.1 * mean_of(&trial, 1, of_all("persons_per_year")));
    trial_end(&trial);
    free(never);
    free(soon);
}

static void each_mechanism_lengthens_its_own_stage(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, 6,
              (const char *const[]){"", "world = { care = { brokerage_days = 60; }; };",
                                    "world = { hospital = { length_of_stay_days = 40; }; };",
                                    "world = { needs = ( { name = 'equipment'; lead_days = 70; } ); };", NULL});
    assert_rises(&trial, 1, of_stream("journey_package_wait_mean", "care"));
    assert_rises(&trial, 2, of_stream("journey_hospital_mean", "hospital"));
    assert_stays(&trial, 2, of_stream("journey_hospital_mean", "school"));
    assert_rises(&trial, 3, of_stream("journey_help_mean", "school"));
    assert_rises(&trial, 3, of_stream("journey_median", "school"));
    trial_end(&trial);
}

static void slower_staff_lengthen_the_waits(void **state) {
    (void)state;
    struct trial trial;
    trial_run(
        &trial, valley, 6,
        (const char *const[]){"", "teams = ( { name = 'Rehab'; staff = ( { role = 'ot'; fte = 1.7; } ); } );", NULL});
    assert_rises(&trial, 1, of_stream("journey_first_wait_mean", "community"));
    assert_rises(&trial, 1, of_all("journey_further_wait_mean"));
    assert_rises(&trial, 1, of_all("journey_p90"));
    assert_rises(&trial, 1, of_all("journey_mean"));
    trial_end(&trial);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_journey_through_two_teams_is_known_to_the_hour),
        cmocka_unit_test(a_journey_from_hospital_to_a_package_is_known_to_the_hour),
        cmocka_unit_test(what_was_waited_for_in_vain_is_no_part_of_the_journey),
        cmocka_unit_test(a_package_prevented_is_help),
        cmocka_unit_test(who_waits_on_day_one_has_been_on_the_way_since_the_referral),
        cmocka_unit_test(a_journey_on_which_nothing_was_met_is_counted_apart),
        cmocka_unit_test(stages_sum_to_the_journey),
        cmocka_unit_test(care_needed_later_is_a_journey_of_its_own),
        cmocka_unit_test(each_mechanism_lengthens_its_own_stage),
        cmocka_unit_test(slower_staff_lengthen_the_waits),
    };
    return run_chosen(tests, argc, argv);
}

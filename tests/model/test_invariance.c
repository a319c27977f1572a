/* tests/model/test_invariance.c - what changes nothing, what holds when everything happens at once, and one journey whose
 * every step is known. */
#include "tests/model/diary.h"
#include "tests/model/everything.h"

static const char *const valley = "tests/scenarios/valley.cfg";
#define REHAB_SCREENS "triage = { minutes = 20; role = 'assistant'; resolves = 0.1; };"

static void invariants_hold_with_every_mechanism_on(void **state) {
    (void)state;
    char *all = everything("", "");
    assert_invariants_hold(valley, all, 5000);
    free(all);
}

/* Admitted with a need for which they are being assessed or helped at home already. */
static void invariants_hold_when_people_are_admitted_with_a_need_that_they_have(void **state) {
    (void)state;
    assert_invariants_hold(
        valley,
        "world = { missed_visit = 0.4; streams = ( { name = 'hospital'; presents = ( { need = "
        "'rehabilitation'; probability = 1; } ); } ); needs = ( { name = 'rehabilitation'; "
        "assessment_hours = 40; } ); hospital = { admission_stream = 'hospital'; admissions = ( { age_band "
        "= 'adult'; per_year = 2; }, { age_band = 'old'; per_year = 5; } ); }; }; "
        "teams = ( { name = 'Rehab'; staff = ( { role = 'ot'; fte = 60; } ); } );",
        5000);
}

static void title_and_question_change_nothing(void **state) {
    (void)state;
    struct trial trial;
    char *one = everything("", ""), *other = mem_format("title = 'Dale'; question = 'Which?'; %s", one);
    trial_run(&trial, valley, 2, (const char *const[]){one, other, NULL});
    assert_string_equal(trial.scenarios[1].title, "Dale");
    assert_same_results(&trial, 0, 1);
    free(one);
    free(other);
    trial_end(&trial);
}

/* NHS teams stand before the council's, or behind them and social work. */
static void the_order_of_teams_means_nothing_with_every_mechanism_on(void **state) {
    (void)state;
    struct trial trial = {.count = 0};
    char *before = everything("{ name = 'Rehab'; " REHAB_SCREENS " },", ""),
         *behind = everything(NHS_TEAMS(REHAB_SCREENS) ",", "");
    trial_add(&trial, valley, before);
    trial_add(&trial, "tests/scenarios/valley-council.cfg", behind);
    assert_string_equal(svc_team(&trial.scenarios[1].service, 0)->name, "OT North");
    trial_go(&trial, 3);
    assert_above(mean_of(&trial, 0, of_all("care_waiting_supply")), 1);
    assert_same_by_name(&trial, 0, 1);
    free(before);
    free(behind);
    trial_end(&trial);
}

static void one_organisation_assesses_nobody_twice_with_every_mechanism_on(void **state) {
    (void)state;
    struct trial trial;
    char *apart = everything("", ""),
         *joined =
             everything("{ name = 'Acute OT'; organisation = 'one'; }, { name = 'Rehab'; organisation = 'one'; }, "
                        "{ name = 'OT South'; organisation = 'one'; }, { name = 'Social work'; organisation = 'one'; "
                        "}, ",
                        "organisation = 'one';");
    trial_run(&trial, valley, 4, (const char *const[]){apart, joined, NULL});
    for (uint32_t r = 0; r < 4; r++) {
        assert_above(value_of(&trial, 0, of_all("second_assessments_per_year"), r), 100);
        assert_true(value_of(&trial, 1, of_all("second_assessments_per_year"), r) == 0);
        assert_true(value_of(&trial, 1, of_all("second_share"), r) == 0);
    }
    free(apart);
    free(joined);
    trial_end(&trial);
}

/* Where nobody waits for staff or leaves, everybody is assessed as often, whether the record is trusted or not; where
 * people wait, more of them stay to be assessed again. */
static void one_organisation_assesses_people_as_often_where_nobody_waits(void **state) {
    (void)state;
    static const char without_waits[] =
        "world = { leaving = { resolved_per_week = 0; declined_per_week = 0; }; }; teams = ( { name = 'Acute OT'; "
        "organisation = '%s'; staff = ( { role = 'ot'; fte = 60; } ); }, { name = 'Rehab'; organisation = '%s'; staff "
        "= "
        "( { role = 'ot'; fte = 60; } ); }, { name = 'OT North'; organisation = '%s'; staff = ( { role = 'ot'; fte = "
        "60; } ); }, { name = 'OT South'; organisation = '%s'; staff = ( { role = 'ot'; fte = 60; } ); }, { name = "
        "'Social work'; organisation = '%s'; staff = ( { role = 'social_worker'; fte = 60; } ); } );";
    struct trial trial;
    char *apart = mem_format(without_waits, "a", "b", "c", "c", "d"),
         *joined = mem_format(without_waits, "a", "a", "a", "a", "a");
    trial_run(&trial, valley, 2, (const char *const[]){apart, joined, NULL});
    for (uint32_t r = 0; r < 2; r++) {
        const double often = value_of(&trial, 0, of_all("assessments_per_person"), r);
        assert_above(often, 1.3);
        assert_near(value_of(&trial, 1, of_all("assessments_per_person"), r), often, 0.002);
    }
    assert_above(mean_of(&trial, 0, of_all("second_assessments_per_year")), 300);
    free(apart);
    free(joined);
    trial_end(&trial);
}

static void effects_of_nought_are_no_effects(void **state) {
    (void)state;
    struct trial trial;
    char *without = everything_with_pair(""),
         *nought = everything_with_pair(
             "effect = { prevent = 0; return_per_year = 0.9; reduce = 0; reduce_hours = 2.3; delay = 0; "
             "delay_weeks = 9; };"),
         *some = everything_with_pair("effect = { prevent = 0.2; return_per_year = 0.9; };");
    trial_run(&trial, valley, 2, (const char *const[]){without, nought, some, NULL});
    assert_same_results(&trial, 0, 1);
    assert_rises(&trial, 2, of_all("prevented_per_year"));
    free(without);
    free(nought);
    free(some);
    trial_end(&trial);
}

/* One person, referred to Team for help (2 hours of work, in place after 10 days, then a follow-up of 45 minutes), has a
 * need for care besides, which lasts six weeks from day one (3 hours of work, arranged in 4 1/2 days, 5 hours a week).
 * Getting to know a person takes half an hour. Team are on duty from nine for 3 hours and 50 minutes, Care day and night.
 *
 *   Wed  1 Jan   0:00   referred to Team: waits
 *   Mon  6 Jan   0:00   day one; the need for care begins
 *                9:00   Team assesses (first contact), has waited 5 3/8 days
 *               11:30   ... and refers to Care, which assesses at once (second contact, and a second assessment)
 *               15:00   ... a package is arranged
 *   Sat 11 Jan   3:00   the package starts
 *   Thu 16 Jan  11:30   help is in place: follow-up by Team (third contact)
 *               12:15   nothing else is open: a journey of 15 days and 12 1/4 hours ends
 *   Mon 17 Feb   0:00   care is no longer needed, after 36 7/8 days in payment: the person is let go */
static const char *const one_person =
    "run = { start_date = '2014-01-06'; end_date = '2014-04-01'; warm_up_days = 0; replications = 1; opening_hour = 9; "
    "};"
    "world = { starting_list_file = '%s/tests/scenarios/journey-starting-list.csv'; assessment_hours = 0.5;"
    "  needs = ( { name = 'help'; assessment_hours = 2; lead_days = 10; followups = 1; followup_hours = 0.75;"
    "    followup_gap_days = 1; }, { name = 'care'; assessment_hours = 3; } );"
    "  streams = ( { name = 'door'; further = ( { need = 'care'; probability = 1; } );"
    "    shocks = ( { from = '2014-01-01'; to = '2015-01-01'; multiplier = 0; } ); } );"
    "  care = { brokerage_days = 4.5; bands = ( { age_band = 'everybody'; stock_per_1000 = 0; onset_per_year = 0;"
    "    weeks = 6; } ); }; };"
    "teams = ( { name = 'Team'; always_open = false; recognises = 1; },"
    "  { name = 'Care'; organisation = 'two'; localities = [ 'all' ]; streams = [ 'all' ]; visits = false;"
    "    remit = ( { need = 'care'; }, { need = 'commissioning'; } ); staff = ( { role = 'ot'; fte = 1; } );"
    "    recognises = 0; always_open = true; } );";

enum { STEPS_MAX = 24 };

struct step {
    enum model_fact fact;
    des_time time;
};

struct steps {
    size_t count;
    struct step steps[STEPS_MAX];
};

static void write_down(void *context, const struct model_note *note) {
    struct steps *steps = context;
    assert_int_equal(note->person, world_person_number_of_starter(0));
    assert_true(steps->count < STEPS_MAX);
    steps->steps[steps->count++] = (struct step){note->fact, note->time};
}

static void assert_steps(const struct trial *trial) {
    static const struct step expected[] = {
        {MODEL_FACT_WAS_THERE, 0},
        {MODEL_FACT_NEEDS_CARE, 0},
        {MODEL_FACT_WAIT_BEGINS, 0},
        {MODEL_FACT_WAIT_ENDS, 9 * DES_HOUR},
        {MODEL_FACT_WORK_BEGINS, 9 * DES_HOUR},
        {MODEL_FACT_ASSESSED, 9 * DES_HOUR},
        {MODEL_FACT_WORK_ENDS, 11 * DES_HOUR + DES_HOUR / 2},
        {MODEL_FACT_WAIT_BEGINS, 11 * DES_HOUR + DES_HOUR / 2},
        {MODEL_FACT_WAIT_ENDS, 11 * DES_HOUR + DES_HOUR / 2},
        {MODEL_FACT_WORK_BEGINS, 11 * DES_HOUR + DES_HOUR / 2},
        {MODEL_FACT_ASSESSED, 11 * DES_HOUR + DES_HOUR / 2},
        {MODEL_FACT_WORK_ENDS, 15 * DES_HOUR},
        {MODEL_FACT_PACKAGE_BEGINS, 5 * DES_DAY + 3 * DES_HOUR},
        {MODEL_FACT_CARE, 5 * DES_DAY + 3 * DES_HOUR},
        {MODEL_FACT_WAIT_BEGINS, 10 * DES_DAY + 11 * DES_HOUR + DES_HOUR / 2},
        {MODEL_FACT_WAIT_ENDS, 10 * DES_DAY + 11 * DES_HOUR + DES_HOUR / 2},
        {MODEL_FACT_WORK_BEGINS, 10 * DES_DAY + 11 * DES_HOUR + DES_HOUR / 2},
        {MODEL_FACT_WORK_ENDS, 10 * DES_DAY + 12 * DES_HOUR + DES_HOUR / 4},
        {MODEL_FACT_HELPED, 10 * DES_DAY + 12 * DES_HOUR + DES_HOUR / 4},
        {MODEL_FACT_PACKAGE_ENDS, 42 * DES_DAY},
        {MODEL_FACT_GONE, 42 * DES_DAY},
    };
    struct steps steps = {.count = 0};
    struct model *model = model_new(&trial->entries[0].inputs);
    model_watch(model, write_down, &steps);
    model_run(model, 1, true);
    model_free(model);
    assert_int_equal(steps.count, sizeof expected / sizeof expected[0]);
    for (size_t i = 0; i < steps.count; i++) {
        assert_int_equal(steps.steps[i].fact, expected[i].fact);
        assert_int_equal(steps.steps[i].time, expected[i].time);
    }
}

static void assert_amounts(const struct trial *trial) {
    static const struct {
        const char *measure;
        double value; /* of days, or a year of 365.25 days in a window of 85 */
    } amounts[] = {
        {"wait_mean", 5.375 / 2},
        {"journey_mean", 15 + 12.25 / 24},
        {"journey_first_wait_mean", 5.375},
        {"journey_package_wait_mean", 4.5},
        {"journey_help_mean", 15 + 12.25 / 24 - 5.375 - 4.5},
        {"assessments_per_person", 2},
        {"second_hours_per_year", 3.5 * 365.25 / 85},
        {"contacts_per_year", 3 * 365.25 / 85},
        {"use_followup_hours_per_year", 0.75 * 365.25 / 85},
        {"care_hours_per_week", 5 * 36.875 / 85},
        {"care_hidden_hours_per_week", 5 * 11.5 / 24 / 85},
        {"care_unmet_hours_per_week", 5 * (4.5 + 3.5 / 24) / 85},
    };
    for (size_t i = 0; i < sizeof amounts / sizeof amounts[0]; i++) {
        assert_near(mean_of(trial, 0, of_all(amounts[i].measure)), amounts[i].value, 1e-9);
    }
}

static void one_journey_is_known_to_the_second(void **state) {
    (void)state;
    char here[4096];
    assert_non_null(getcwd(here, sizeof here));
    char *overlay = mem_format(one_person, here);
    struct trial trial;
    trial_run(&trial, "tests/scenarios/queue.cfg", 1, (const char *const[]){overlay, NULL});
    assert_steps(&trial);
    assert_amounts(&trial);
    free(overlay);
    trial_end(&trial);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(invariants_hold_with_every_mechanism_on),
        cmocka_unit_test(invariants_hold_when_people_are_admitted_with_a_need_that_they_have),
        cmocka_unit_test(title_and_question_change_nothing),
        cmocka_unit_test(the_order_of_teams_means_nothing_with_every_mechanism_on),
        cmocka_unit_test(one_organisation_assesses_nobody_twice_with_every_mechanism_on),
        cmocka_unit_test(one_organisation_assesses_people_as_often_where_nobody_waits),
        cmocka_unit_test(effects_of_nought_are_no_effects),
        cmocka_unit_test(one_journey_is_known_to_the_second),
    };
    return run_chosen(tests, argc, argv);
}

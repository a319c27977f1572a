/* tests/model/test_mechanisms_admission.c - emergency admissions: who leaves which list, what goes on in hospital and
 * after it. Where chance decides, four standard errors are allowed: one false alarm in 16,000. */
#include "tests/model/diary.h"

static const char *const ward = "tests/scenarios/ward.cfg", *const valley = "tests/scenarios/valley.cfg";
static const double years = 243 / 365.25;

/* People who come from home or ask for care, of whom many are admitted within the days for which they are followed. The
 * caller frees it. */
static char *admitted(double follow_days, double stay_days, double requests, const char *world, const char *teams) {
    return mem_format(
        "world = { follow_days = %g; streams = ( { name = 'door'; rates = ( { age_band = 'everybody'; "
        "per_1000_per_year = 1500; } ); }, { name = 'request'; rates = ( { age_band = 'everybody'; "
        "per_1000_per_year = %g; } ); } ); hospital = { length_of_stay_days = %g; "
        "admission_stream = 'ward'; admissions = ( { age_band = 'everybody'; per_year = 4; } ); }; %s }; %s",
        follow_days, requests, stay_days, world, teams);
}

/* Weekdays of a stretch of 2014 as holidays; then "more". The caller frees it. */
static char *closed(struct des_date from, struct des_date until, const char *more) {
    char *holidays = weekdays(from, until), *overlay = mem_format("run = { holidays = [ %s ]; }; %s", holidays, more);
    free(holidays);
    return overlay;
}

/* Everybody but hospital staff is on holiday until 1 July. Stays last 4.25 days.
 *
 *   January     persons are referred to Team
 *   later       some are admitted: they leave the list, and are referred to Acute, who see them at once
 *   4.25 days   after that they go home and are referred to Team again, as urgent as discharges are
 *   1 July      Team see everybody at one moment, those admitted as urgent ones who have waited since they went home */
static char *until_july(const char *more) {
    return closed((struct des_date){2014, 1, 1}, (struct des_date){2014, 7, 1}, more);
}

static void who_is_admitted_leaves_the_list_and_returns_with_a_new_clock(void **state) {
    (void)state;
    char *overlay = admitted(40, 4.25, 0, "", "teams = ( { name = 'Team'; always_open = false; } );");
    char *all = until_july(overlay);
    struct trial trial;
    struct diary diary;
    trial_run(&trial, ward, 1, (const char *const[]){all, NULL});
    diary_keep(&diary, ward, all, 1);
    const double came = (double)diary_count(&diary, MODEL_FACT_CAME);
    const double away = (double)diary_count(&diary, MODEL_FACT_ADMITTED);
    double waited = 0;
    for (uint32_t p = 0; p < DIARY_PEOPLE; p++) {
        if (diary_has(&diary, p, MODEL_FACT_ADMITTED)) {
            const des_time home = diary_time(&diary, p, MODEL_FACT_WENT_HOME);
            assert_int_equal(home - diary_time(&diary, p, MODEL_FACT_ADMITTED), diary_days(4.25));
            waited += des_clock_units(diary_days(181) - home, DES_DAY);
        }
    }
    assert_true(away > 20 && came > away + 20);
    assert_near(mean_of(&trial, 0, of_team("admitted_per_year", "Team")) * years, away, 1e-12);
    assert_near(mean_of(&trial, 0, of_team("referrals_per_year", "Acute")) * years, away, 1e-12);
    assert_near(mean_of(&trial, 0, of_team("referrals_per_year", "Team")) * years, came + away, 1e-12);
    assert_near(mean_of(&trial, 0, of_priority("referrals_per_year", "urgent")) * years, away, 1e-12);
    assert_near(mean_of(&trial, 0, of_priority("wait_mean", "urgent")), waited / away, 1e-9);
    assert_near(mean_of(&trial, 0, of_priority("seen_per_year", "routine")) * years, came - away, 1e-12);
    diary_end(&diary);
    free(overlay);
    free(all);
    trial_end(&trial);
}

/* At home nobody is assessed for care before July; in hospital that goes on beside the acute assessment: 7 hours and 9.5
 * days of brokerage after the admission the package starts. */
static void care_is_assessed_in_hospital_at_once(void **state) {
    (void)state;
    char *overlay =
        admitted(40, 4.25, 900, "",
                 "teams = ( { name = 'Care'; streams = [ 'ward' ]; }, { name = 'Care at home'; organisation = 'four'; "
                 "localities = [ 'all' ]; streams = [ 'request', 'door' ]; visits = false; remit = ( { need = 'care'; "
                 "}, { need = 'commissioning'; } ); recognises = 0; staff = ( { role = 'ot'; fte = 9; } ); } );");
    char *all = until_july(overlay);
    struct trial trial;
    struct diary diary;
    trial_run(&trial, ward, 1, (const char *const[]){all, NULL});
    diary_keep(&diary, ward, all, 1);
    size_t in_hospital = 0;
    for (uint32_t p = 0; p < DIARY_PEOPLE; p++) {
        if (diary_has(&diary, p, MODEL_FACT_ADMITTED) && diary_has(&diary, p, MODEL_FACT_NEEDS_CARE)) {
            const des_time start = diary_time(&diary, p, MODEL_FACT_ADMITTED) + diary_days(9.5) + 7 * DES_HOUR;
            assert_int_equal(diary_time(&diary, p, MODEL_FACT_CARE), start);
            assert_int_equal(diary_time(&diary, p, MODEL_FACT_WENT_HOME), start);
            in_hospital++;
        }
    }
    assert_above((double)in_hospital, 10);
    assert_near(mean_of(&trial, 0, of_team("admitted_per_year", "Care at home")) * years, (double)in_hospital, 1e-12);
    assert_near(mean_of(&trial, 0, of_all("care_requests_per_year")) * years,
                (double)diary_count(&diary, MODEL_FACT_NEEDS_CARE), 1e-12);
    diary_end(&diary);
    free(overlay);
    free(all);
    trial_end(&trial);
}

static const char *const one_follow_up =
    "needs = ( { name = 'help'; lead_days = 20; followups = 1; followup_hours = 3; followup_gap_days = 1; } );";

/* Help takes 2 hours of assessment, 20 days to be in place, and a follow-up of 3 hours then. Whoever is in hospital when
 * it falls due, for 30 days, has it at home at once after that. */
static void follow_ups_that_fall_due_rest_until_discharge(void **state) {
    (void)state;
    char *overlay = admitted(15, 30, 0, one_follow_up, "");
    struct diary diary;
    diary_keep(&diary, ward, overlay, 1);
    for (uint32_t p = 0; p < DIARY_PEOPLE; p++) {
        if (diary_has(&diary, p, MODEL_FACT_CAME)) {
            const des_time from = diary_has(&diary, p, MODEL_FACT_ADMITTED)
                                      ? diary_time(&diary, p, MODEL_FACT_WENT_HOME)
                                      : diary_time(&diary, p, MODEL_FACT_CAME) + 2 * DES_HOUR + diary_days(20);
            const bool was_seen =
                diary_time(&diary, p, MODEL_FACT_ADMITTED) > diary_time(&diary, p, MODEL_FACT_ASSESSED);
            assert_true(was_seen);
            assert_int_equal(diary_time(&diary, p, MODEL_FACT_HELPED), from + 3 * DES_HOUR);
        }
    }
    assert_above((double)diary_count(&diary, MODEL_FACT_ADMITTED), 10);
    diary_end(&diary);
    free(overlay);
}

/* Team are on holiday in February and until 10 March: follow-ups that fell due wait for them, and none is had in hospital. */
static void follow_ups_that_wait_rest_until_discharge(void **state) {
    (void)state;
    char *overlay = admitted(80, 23, 0, one_follow_up, "teams = ( { name = 'Team'; always_open = false; } );");
    char *all = closed((struct des_date){2014, 2, 1}, (struct des_date){2014, 3, 10}, overlay);
    struct diary diary;
    diary_keep(&diary, ward, all, 1);
    size_t in_hospital = 0; /* when Team come back */
    for (uint32_t p = 0; p < DIARY_PEOPLE; p++) {
        if (!diary_has(&diary, p, MODEL_FACT_ADMITTED)) {
            continue;
        }
        const des_time due = diary_time(&diary, p, MODEL_FACT_ASSESSED) + 2 * DES_HOUR + diary_days(20);
        const des_time admitted = diary_time(&diary, p, MODEL_FACT_ADMITTED);
        if (diary_days(31) < due && due < admitted && admitted < diary_days(68)) {
            const des_time home = diary_time(&diary, p, MODEL_FACT_WENT_HOME);
            assert_true(diary_time(&diary, p, MODEL_FACT_HELPED) >= home + 3 * DES_HOUR);
            in_hospital += home > diary_days(69);
        }
    }
    assert_above((double)in_hospital, 8);
    diary_end(&diary);
    free(all);
    free(overlay);
}

/* 4 a year for 40 days: 1 - exp(-4 * 40 / 365.25) of those who came; nobody dies. */
static void people_are_admitted_once_at_their_rate_while_they_are_followed(void **state) {
    (void)state;
    char *overlay = admitted(40, 4.25, 9000, "", "");
    struct diary diary;
    diary_keep(&diary, ward, overlay, 1);
    for (uint32_t p = 0; p < DIARY_PEOPLE; p++) {
        const struct diary_page *page = &diary.pages[p];
        assert_true(page->times[MODEL_FACT_ADMITTED] <= 1);
        if (page->times[MODEL_FACT_ADMITTED] == 1) {
            const des_time after = page->first[MODEL_FACT_ADMITTED] - page->first[MODEL_FACT_CAME];
            assert_true(0 <= after && after <= diary_days(40));
        }
    }
    const double came = (double)diary_count(&diary, MODEL_FACT_CAME), share = 1 - exp(-4 * 40 / 365.25);
    assert_above(came, 700);
    assert_within((double)diary_count(&diary, MODEL_FACT_ADMITTED), came * share, 4 * sqrt(came * share * (1 - share)));
    diary_end(&diary);
    free(overlay);
}

/* People who come from home: whoever is in hospital already cannot be admitted. */
static void the_same_people_are_admitted_whatever_the_service(void **state) {
    (void)state;
    static const char by_ambulance[] =
        "run = { end_date = '2014-07-01'; }; world = { streams = ( { name = 'hospital'; rates = ( { age_band = "
        "'adult'; "
        "per_1000_per_year = 0; }, { age_band = 'old'; per_1000_per_year = 0; } ); } ); hospital = { admission_stream "
        "= "
        "'hospital'; admissions = ( { age_band = 'adult'; per_year = 0.4; }, { age_band = 'old'; per_year = 1.7; } ); "
        "}; }; teams = ( { name = 'Rehab'; staff = ( { role = 'ot'; fte = %s; } ); }, { name = 'OT North'; staff = ( "
        "{ role = 'ot'; fte = %s; } ); queue = '%s'; }, { name = 'Social work'; staff = ( { role = 'social_worker'; "
        "fte = %s; } ); } );";
    char *slow = mem_format(by_ambulance, "0.7", "0.9", "fifo", "1.1"),
         *fast = mem_format(by_ambulance, "12", "9", "priority", "14");
    struct diary slowly, swiftly;
    diary_keep(&slowly, valley, slow, 3);
    diary_keep(&swiftly, valley, fast, 3);
    for (uint32_t p = 0; p < DIARY_PEOPLE; p++) {
        assert_int_equal(diary_time(&slowly, p, MODEL_FACT_ADMITTED), diary_time(&swiftly, p, MODEL_FACT_ADMITTED));
    }
    assert_above((double)diary_count(&slowly, MODEL_FACT_ADMITTED), 200);
    assert_above((double)diary_count(&swiftly, MODEL_FACT_ASSESSED),
                 1.1 * (double)diary_count(&slowly, MODEL_FACT_ASSESSED));
    diary_end(&slowly);
    diary_end(&swiftly);
    free(slow);
    free(fast);
}

/* Days for which the people of valley-starting-list.csv had waited. */
static const double days_waited[] = {61, 147.5, 12, 33, 2.25, 9, 410, 0, 88, 40};
enum { STARTERS = sizeof days_waited / sizeof days_waited[0] };

static void look_at_starters(void *context, const struct model_note *note) {
    size_t *admitted = context;
    for (uint32_t i = 0; note->fact == MODEL_FACT_ADMITTED && i < STARTERS; i++) {
        if (note->person == world_person_number_of_starter(i)) {
            assert_true(des_clock_units(note->time, DES_DAY) <= 20 - days_waited[i]);
            (*admitted)++;
        }
    }
}

static void who_waits_on_day_one_is_followed_from_their_referral(void **state) {
    (void)state;
    struct scn_scenario scenario;
    size_t admitted = 0;
    trial_read(
        &scenario, "tests/scenarios/valley-starting-list.cfg",
        "run = { end_date = '2014-02-01'; }; world = { follow_days = 20; hospital = { admission_stream = "
        "'hospital'; admissions = ( { age_band = 'child'; per_year = 10; }, { age_band = 'adult'; per_year = "
        "10; }, { age_band = 'old'; per_year = 10; } ); }; }; teams = ( { name = 'Acute OT'; from_years = 0; } );");
    const struct model_inputs inputs = inputs_of(&scenario);
    struct model *model = model_new(&inputs);
    model_watch(model, look_at_starters, &admitted);
    for (uint32_t r = 1; r <= 30; r++) {
        model_run(model, r, false);
    }
    assert_in_range(admitted, 15, 60); /* four may be, within 57 days in all, at 10 a year: some 40 in 30 runs */
    model_free(model);
    scn_scenario_free(&scenario);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_is_admitted_leaves_the_list_and_returns_with_a_new_clock),
        cmocka_unit_test(care_is_assessed_in_hospital_at_once),
        cmocka_unit_test(follow_ups_that_fall_due_rest_until_discharge),
        cmocka_unit_test(follow_ups_that_wait_rest_until_discharge),
        cmocka_unit_test(people_are_admitted_once_at_their_rate_while_they_are_followed),
        cmocka_unit_test(the_same_people_are_admitted_whatever_the_service),
        cmocka_unit_test(who_waits_on_day_one_is_followed_from_their_referral),
    };
    return run_chosen(tests, argc, argv);
}

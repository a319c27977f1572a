/* tests/model/test_mechanisms_hospital.c - inpatients: seen by the acute team, then home with their
 * referrals. */
#include "sim/model/state.h"
#include "tests/model/fixture.h"

enum { REPLICATIONS = 6 };

static void run(struct trial *trial, const char *baseline, const char *changed) {
    trial_run(trial, "tests/scenarios/valley-inpatients.cfg", REPLICATIONS,
              (const char *const[]){baseline, changed, NULL});
}

static void inpatients_are_referred_home_when_medically_ready(void **state) {
    (void)state;
    struct trial trial;
    run(&trial,
        "run = { warm_up_days = 0; end_date = '2014-03-01'; }; "
        "world = { hospital = { length_of_stay_days = 10; }; };",
        "run = { warm_up_days = 0; end_date = '2014-03-01'; }; "
        "world = { hospital = { length_of_stay_days = 58; }; };");
    assert_falls(&trial, 1, of_organisation("referrals_per_year", "council"));
    assert_falls(&trial, 1, of_team("referrals_per_year", "Rehab"));
    assert_above(12,
                 mean_of(&trial, 1, of_organisation("referrals_per_year", "council"))); /* the first two days of all */
    assert_stays(&trial, 1, of_team("seen_per_year", "Acute OT"));
    trial_end(&trial);
}

static void nobody_is_referred_home_before_the_acute_team_has_seen_them(void **state) {
    (void)state;
    struct trial trial;
    run(&trial, "run = { warm_up_days = 0; };",
        "run = { warm_up_days = 0; }; teams = ( { name = 'Acute OT'; staff = ( { role = 'ot'; "
        "fte = 0.2; }, { role = 'assistant'; fte = 0; } ); } );");
    assert_falls(&trial, 1, of_organisation("referrals_per_year", "council"));
    assert_rises(&trial, 1, of_team("list_people", "Acute OT"));
    /* at most three tenths of those seen need equipment, and go to the council */
    for (uint32_t r = 0; r < REPLICATIONS; r++) {
        assert_above(0.45 * value_of(&trial, 1, of_team("seen_per_year", "Acute OT"), r),
                     value_of(&trial, 1, of_organisation("referrals_per_year", "council"), r));
    }
    trial_end(&trial);
}

/* Of those seen, so many have the need and so many of those are recognised. */
static void needs_found_in_hospital_become_referrals_at_discharge(void **state) {
    (void)state;
    struct trial trial;
    run(&trial, "", "teams = ( { name = 'Acute OT'; recognises = 0; } );");
    const double seen = mean_of(&trial, 0, of_team("seen_per_year", "Acute OT"));
    const double error = sqrt(0.3 * 0.9 * (1 - 0.3 * 0.9) / (REPLICATIONS * seen));
    /* Found by the acute team or, later, by rehabilitation; four standard errors: one false alarm in
     * 16,000. */
    const double found = 0.3 * (0.9 + 0.1 * 0.15 * 0.9 * 0.8);
    assert_within(mean_of(&trial, 0, of_organisation("referrals_per_year", "council")) / seen, found, 4 * error);
    assert_true(mean_of(&trial, 1, of_organisation("referrals_per_year", "council")) == 0);
    assert_true(mean_of(&trial, 1, of_team("referrals_per_year", "Rehab")) == 0);
    trial_end(&trial);
}

static void referrals_at_discharge_have_at_least_their_priority(void **state) {
    (void)state;
    struct trial trial;
    run(&trial, "world = { hospital = { discharge_priority = 'low'; }; };",
        "world = { hospital = { discharge_priority = 'urgent'; }; };");
    const double all = mean_of(&trial, 0, of_all("referrals_per_year"));
    const double urgent = mean_of(&trial, 0, of_priority("referrals_per_year", "urgent"));
    assert_within(urgent / all, 0.4, 4 * sqrt(0.4 * 0.6 / (REPLICATIONS * all))); /* one false alarm in 16,000 */
    assert_true(mean_of(&trial, 0, of_priority("referrals_per_year", "low")) == 0);
    assert_true(mean_of(&trial, 1, of_priority("referrals_per_year", "medium")) == 0);
    assert_near(mean_of(&trial, 1, of_priority("referrals_per_year", "urgent")), all, 0.02);
    trial_end(&trial);
}

/* They would hide how long people at home wait. */
static void inpatients_count_for_their_team_and_stream_only(void **state) {
    (void)state;
    struct trial trial;
    run(&trial, "teams = ( { name = 'Acute OT'; recognises = 0; } );", "");
    assert_true(mean_of(&trial, 0, of_all("referrals_per_year")) == 0);
    assert_true(mean_of(&trial, 0, of_all("list_people")) == 0);
    assert_nan(mean_of(&trial, 0, of_all("wait_mean")));
    assert_nan(mean_of(&trial, 0, of_all("wait_median")));
    const double team = mean_of(&trial, 0, of_team("referrals_per_year", "Acute OT"));
    assert_above(team, 500);
    assert_near(mean_of(&trial, 0, of_stream("referrals_per_year", "hospital")), team, 1e-12);
    assert_near(mean_of(&trial, 0, of_organisation("referrals_per_year", "nhs")), team, 1e-12);
    assert_above(mean_of(&trial, 0, of_team("wait_mean", "Acute OT")), 0.1);
    trial_end(&trial);
}

static void nobody_gives_up_waiting_in_hospital(void **state) {
    (void)state;
    struct trial trial;
    run(&trial,
        "world = { leaving = { resolved_per_week = 0.5; declined_per_week = 0.5; }; }; "
        "teams = ( { name = 'Acute OT'; staff = ( { role = 'ot'; fte = 2; } ); } );",
        "");
    assert_above(mean_of(&trial, 0, of_team("list_people", "Acute OT")), 10);
    assert_true(mean_of(&trial, 0, of_team("resolved_per_year", "Acute OT")) == 0);
    assert_true(mean_of(&trial, 0, of_team("declined_per_year", "Acute OT")) == 0);
    assert_above(mean_of(&trial, 0, of_team("declined_per_year", "Rehab")), 1);
    trial_end(&trial);
}

/* Nobody leaves in time to ask at home. */
static void who_comes_to_need_care_in_hospital_asks_for_it_there(void **state) {
    (void)state;
    struct trial trial;
    run(&trial, "",
        "world = { care = { bands = ( { age_band = 'old'; onset_per_year = 2; } ); };"
        "  hospital = { length_of_stay_days = 900; }; };");
    assert_above(mean_of(&trial, 1, of_all("care_requests_per_year")), 100);
    assert_above(mean_of(&trial, 1, of_all("care_starts_per_year")), 50);
    assert_true(mean_of(&trial, 1, of_all("referrals_per_year")) == 0);
    trial_end(&trial);
}

/* Everybody is ready at once and seen at once, and comes to hospital again while help from the first stay is on its way
 * or is being given. */
static void who_is_admitted_again_is_seen_again_and_helped_with_one_need_once(void **state) {
    (void)state;
    struct scn_scenario scenario;
    trial_read(&scenario, "tests/scenarios/valley-inpatients.cfg",
               "run = { end_date = '2014-04-01'; }; world = { needs = ( { name = 'acute'; lead_days = 20; followups = "
               "2; followup_hours = 5; followup_gap_days = 9; } ); missed_visit = 0.3; hospital = { "
               "length_of_stay_days = 1; admissions = ( { age_band = 'adult'; per_year = 9; }, { age_band = 'old'; "
               "per_year = 9; } ); admission_stream = 'hospital'; }; }; teams = ( { name = 'Acute OT'; visits = true; "
               "staff = ( { role = 'ot'; fte = 12; } ); } );");
    const struct model_inputs inputs = inputs_of(&scenario);
    struct model *model = model_new(&inputs);
    model_run(model, 0, true);
    const size_t acute = model_account_cell(&model->chart, ACCOUNT_SEEN, MODEL_TEAM, 0);
    const size_t all = model_account_cell(&model->chart, ACCOUNT_PERSONS, MODEL_ALL, 0);
    const double seen = des_ledger_sum(model->ledger, acute, 1, inputs.months);
    const double came = des_ledger_sum(model->ledger, all, 1, inputs.months);
    assert_above(seen, 1.25 * came);
    model_free(model);
    scn_scenario_free(&scenario);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(inpatients_are_referred_home_when_medically_ready),
        cmocka_unit_test(nobody_is_referred_home_before_the_acute_team_has_seen_them),
        cmocka_unit_test(needs_found_in_hospital_become_referrals_at_discharge),
        cmocka_unit_test(referrals_at_discharge_have_at_least_their_priority),
        cmocka_unit_test(inpatients_count_for_their_team_and_stream_only),
        cmocka_unit_test(nobody_gives_up_waiting_in_hospital),
        cmocka_unit_test(who_comes_to_need_care_in_hospital_asks_for_it_there),
        cmocka_unit_test(who_is_admitted_again_is_seen_again_and_helped_with_one_need_once),
    };
    return run_chosen(tests, argc, argv);
}

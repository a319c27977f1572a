/* tests/model/test_mechanisms_staff.c - what staff have time for and what work takes: each mechanism moved
 * alone, the same people. */
#include "tests/model/valley.h"

static double hours_worked(const struct trial *trial, size_t scenario, struct column who) {
    who.measure = "utilisation";
    const double utilisation = mean_of(trial, scenario, who);
    who.measure = "capacity_hours_per_year";
    return utilisation / 100 * mean_of(trial, scenario, who);
}

static void a_slower_pace_keeps_staff_busier(void **state) {
    (void)state;
    struct trial trial;
    two(&trial, "", "teams = ( { name = 'Acute OT'; remit = ( { need = 'acute'; pace = 1.2; } ); } );");
    assert_rises(&trial, 1, of_team("utilisation", "Acute OT"));
    assert_stays(&trial, 1, of_team("referrals_per_year", "Acute OT"));
    /* Of 5.3 hours the 4 that are work on the need take a fifth longer, getting to know the person does
     * not. */
    const double ratio =
        hours_worked(&trial, 1, of_team("", "Acute OT")) / hours_worked(&trial, 0, of_team("", "Acute OT"));
    assert_near(ratio, (1.3 + 1.2 * 4) / (1.3 + 4), 0.005);
    trial_end(&trial);
}

/* With nothing to know a person by and no travel, all work is work on the need. */
static void follow_ups_go_at_the_pace_of_the_team_too(void **state) {
    (void)state;
    static const char overlay[] = "world = { assessment_hours = 0; }; teams = ( { name = 'Rehab'; visits = false; "
                                  "remit = ( { need = 'rehabilitation'; pace = %s; } ); "
                                  "staff = ( { role = 'ot'; fte = 9; } ); } );";
    struct trial trial;
    char *usual = mem_format(overlay, "1"), *slow = mem_format(overlay, "1.5");
    two(&trial, usual, slow);
    const struct column rehab = of_team("", "Rehab");
    assert_near(hours_worked(&trial, 1, rehab) / hours_worked(&trial, 0, rehab), 1.5, 0.005);
    free(usual);
    free(slow);
    trial_end(&trial);
}

/* Where there are staff enough, what is asked for is done: assessments by one or by a whole crew,
 * follow-ups, travel. */
static void demand_is_the_work_that_will_be_done(void **state) {
    (void)state;
    static const char overlay[] = "teams = ( { name = 'Rehab'; staff = ( { role = 'ot'; fte = 9; }, "
                                  "{ role = 'assistant'; fte = 6; } ); %s } );";
    struct trial trial;
    char *alone = mem_format(overlay, ""), *joint = mem_format(overlay, "crew = [ 'ot', 'assistant' ];");
    two(&trial, alone, joint);
    for (size_t s = 0; s < 2; s++) { /* follow-ups at their mean: some 6,000 of them, cv 0.5 */
        assert_near(hours_worked(&trial, s, of_team("", "Rehab")),
                    mean_of(&trial, s, of_team("demand_hours_per_year", "Rehab")), 0.04);
    }
    assert_rises(&trial, 1, of_team("demand_hours_per_year", "Rehab"));
    const double both = mean_of(&trial, 1, of_team("second_hours_per_year", "Rehab"));
    assert_near(both, 2 * mean_of(&trial, 0, of_team("second_hours_per_year", "Rehab")), 0.02);
    free(alone);
    free(joint);
    trial_end(&trial);
}

static void travel_takes_staff_time_where_staff_visit(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, REPLICATIONS,
              (const char *const[]){
                  "", "world = { localities = ( { name = 'South'; travel_minutes = 26; } ); };",
                  "teams = ( { name = 'OT South'; visits = false; } );",
                  "teams = ( { name = 'OT South'; travel = ( { locality = 'South'; minutes = 1; } ); } );", NULL});
    assert_rises(&trial, 1, of_team("demand_hours_per_year", "OT South"));
    assert_rises(&trial, 1, of_team("wait_mean", "OT South"));
    assert_stays(&trial, 1, of_team("contacts_per_year", "Acute OT"));
    assert_falls(&trial, 2, of_team("utilisation", "OT South"));
    assert_falls(&trial, 3, of_team("utilisation", "OT South"));
    assert_above(mean_of(&trial, 3, of_team("utilisation", "OT South")),
                 mean_of(&trial, 2, of_team("utilisation", "OT South")));
    trial_end(&trial);
}

static void more_follow_ups_are_more_contacts(void **state) {
    (void)state;
    struct trial trial;
    two(&trial, "",
        "world = { needs = ( { name = 'equipment'; followups = { dist = 'poisson'; mean = 2; }; "
        "} ); }; teams = ( { name = 'OT South'; staff = ( { role = 'ot'; fte = 5; } ); } );");
    assert_rises(&trial, 1, of_team("contacts_per_year", "OT South"));
    assert_stays(&trial, 1, of_team("contacts_per_year", "Acute OT"));
    trial_end(&trial);
}

/* Hours follow FTE within half a second a day; the window's own working days differ a little from the
 * average of the calendar, over which the hours of a year are spread. */
static void capacity_is_fte_times_hours(void **state) {
    (void)state;
    struct trial trial;
    two(&trial, "teams = ( { name = 'Rehab'; staff = ( { role = 'ot'; fte = 4; } ); } );",
        "teams = ( { name = 'Rehab'; staff = ( { role = 'ot'; fte = 5.25; } ); } );");
    const struct column hours = of_role("capacity_hours_per_year", "Rehab / ot");
    assert_near(mean_of(&trial, 1, hours) / mean_of(&trial, 0, hours), 5.25 / 4, 1e-5);
    assert_near(mean_of(&trial, 0, hours), 4 * 1100, 0.01);
    assert_near(mean_of(&trial, 0, of_role("capacity_hours_per_year", "Social work / social_worker")), 2.6 * 1060,
                0.01);
    trial_end(&trial);
}

static void holidays_spread_the_same_hours_over_fewer_days(void **state) {
    (void)state;
    struct trial trial;
    two(&trial, "run = { end_date = '2016-01-01'; };",
        "run = { end_date = '2016-01-01'; holidays = [ '2014-05-05', '2014-05-06', '2014-05-07', "
        "'2014-08-04', '2014-08-05', '2015-05-04', '2015-05-05', '2015-05-06', '2015-08-03', "
        "'2015-08-04', '2016-05-02' ]; };");
    const struct column hours = of_all("capacity_hours_per_year");
    assert_near(mean_of(&trial, 1, hours), mean_of(&trial, 0, hours), 0.01);
    trial_end(&trial);
}

static void nothing_begins_in_a_month_of_holidays(void **state) {
    (void)state;
    struct trial trial;
    two(&trial, "",
        "run = { holidays = [ '2014-02-03', '2014-02-04', '2014-02-05', '2014-02-06', "
        "'2014-02-07', '2014-02-10', '2014-02-11', '2014-02-12', '2014-02-13', '2014-02-14', "
        "'2014-02-17', '2014-02-18', '2014-02-19', '2014-02-20', '2014-02-21', '2014-02-24', "
        "'2014-02-25', '2014-02-26', '2014-02-27', '2014-02-28' ]; };");
    assert_true(month_of(&trial, 1, of_all("seen_per_year"), 1) == 0);
    assert_true(month_of(&trial, 1, of_all("persons_per_year"), 1) > 0);
    assert_nan(month_of(&trial, 1, of_all("utilisation"), 1));
    assert_true(month_of(&trial, 0, of_all("seen_per_year"), 1) > 0);
    assert_above(month_of(&trial, 1, of_all("list_people"), 1), month_of(&trial, 0, of_all("list_people"), 1));
    trial_end(&trial);
}

/* The last of May 2014 is a Saturday, and the first month of the window. */
static void nothing_begins_at_a_weekend(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, REPLICATIONS,
              (const char *const[]){"run = { start_date = '2014-05-31'; end_date = '2014-07-01'; };", NULL});
    assert_true(month_of(&trial, 0, of_all("seen_per_year"), 0) == 0);
    assert_true(month_of(&trial, 0, of_all("persons_per_year"), 0) > 0);
    assert_nan(month_of(&trial, 0, of_all("utilisation"), 0));
    assert_true(month_of(&trial, 0, of_all("seen_per_year"), 1) > 0);
    trial_end(&trial);
}

static void both_of_a_joint_crew_work_the_same_time(void **state) {
    (void)state;
    struct trial trial;
    static const char alone[] = "world = { roles = ( { name = 'ot'; stands_in_for = []; } ); }; "
                                "teams = ( { name = 'Acute OT'; staff = ( { role = 'ot'; fte = 4; }, "
                                "{ role = 'assistant'; fte = 4; } ); %s } );";
    char *baseline = mem_format(alone, ""), *joint = mem_format(alone, "crew = [ 'ot', 'assistant' ];");
    two(&trial, baseline, joint);
    const double ot = hours_worked(&trial, 1, of_role("", "Acute OT / ot"));
    const double assistant = hours_worked(&trial, 1, of_role("", "Acute OT / assistant"));
    assert_near(assistant, ot, 1e-9);
    assert_near(ot + assistant, 2 * hours_worked(&trial, 0, of_team("", "Acute OT")), 0.01);
    free(baseline);
    free(joint);
    trial_end(&trial);
}

static const char *const assistants_only = /* in Rehab */
    "teams = ( { name = 'Rehab'; remit = ( { need = 'rehabilitation'; "
    "roles = [ 'assistant' ]; } ); } );";

static void a_stand_in_helps_only_where_the_file_says_so(void **state) {
    (void)state;
    struct trial trial;
    char *nobody_stands_in =
        mem_format("world = { roles = ( { name = 'ot'; stands_in_for = []; } ); }; %s", assistants_only);
    two(&trial, assistants_only, nobody_stands_in);
    assert_above(mean_of(&trial, 0, of_role("utilisation", "Rehab / ot")), 50);
    assert_true(mean_of(&trial, 1, of_role("utilisation", "Rehab / ot")) == 0);
    assert_rises(&trial, 1, of_team("wait_mean", "Rehab"));
    free(nobody_stands_in);
    trial_end(&trial);
}

static void a_remit_that_nobody_can_work_on_is_refused(void **state) {
    (void)state;
    struct scn_scenario scenario;
    struct err_list err;
    err_list_init(&err);
    assert_false(overlay_read(valley,
                              "world = { roles = ( { name = 'ot'; stands_in_for = []; } ); }; "
                              "teams = ( { name = 'Rehab'; remit = ( { need = 'rehabilitation'; "
                              "roles = [ 'assistant' ]; } ); staff = ( { role = 'assistant'; drop = true; } ); } );",
                              &scenario, &err));
    assert_true(err.count > 0 &&
                strstr(err.complaints[0].text, "nobody on its staff may work on 'rehabilitation'") != NULL);
    scn_scenario_free(&scenario);
    err_list_free(&err);
}

static void more_staff_wait_less_and_cost_what_they_cost(void **state) {
    (void)state;
    struct trial trial;
    two(&trial, "", "teams = ( { name = 'OT North'; staff = ( { role = 'ot'; fte = 2.8; } ); } );");
    assert_falls(&trial, 1, of_team("wait_mean", "OT North"));
    assert_falls(&trial, 1, of_team("list_people", "OT North"));
    assert_falls(&trial, 1, of_team("wait_p90", "OT North"));
    assert_near(mean_of(&trial, 0, of_team("staff_cost_per_year", "OT North")), 1.8 * 52 + 0.5 * 36, 1e-9);
    assert_near(difference_of(&trial, 1, of_all("staff_cost_per_year")).mean, 52, 1e-9);
    trial_end(&trial);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_slower_pace_keeps_staff_busier),
        cmocka_unit_test(follow_ups_go_at_the_pace_of_the_team_too),
        cmocka_unit_test(demand_is_the_work_that_will_be_done),
        cmocka_unit_test(travel_takes_staff_time_where_staff_visit),
        cmocka_unit_test(more_follow_ups_are_more_contacts),
        cmocka_unit_test(capacity_is_fte_times_hours),
        cmocka_unit_test(holidays_spread_the_same_hours_over_fewer_days),
        cmocka_unit_test(nothing_begins_in_a_month_of_holidays),
        cmocka_unit_test(nothing_begins_at_a_weekend),
        cmocka_unit_test(both_of_a_joint_crew_work_the_same_time),
        cmocka_unit_test(a_stand_in_helps_only_where_the_file_says_so),
        cmocka_unit_test(a_remit_that_nobody_can_work_on_is_refused),
        cmocka_unit_test(more_staff_wait_less_and_cost_what_they_cost),
    };
    return run_chosen(tests, argc, argv);
}

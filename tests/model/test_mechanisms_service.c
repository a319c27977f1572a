/* tests/model/test_mechanisms_service.c - what teams do to waits and work: each mechanism moved alone, the same people. */
#include "tests/model/fixture.h"

static const char *const valley = "tests/scenarios/valley.cfg";
enum { REPLICATIONS = 6 };

static void two(struct trial *trial, const char *baseline, const char *changed) {
    trial_run(trial, valley, REPLICATIONS, (const char *const[]){baseline, changed, NULL});
}

static double hours_worked(const struct trial *trial, size_t scenario, struct column who) {
    who.measure = "utilisation";
    const double utilisation = mean_of(trial, scenario, who);
    who.measure = "capacity_hours_per_year";
    return utilisation / 100 * mean_of(trial, scenario, who);
}

static void a_slower_pace_keeps_staff_busier(void **state) {
    (void)state;
    struct trial trial;
    two(&trial, "", "teams = ( { name = \"Acute OT\"; remit = ( { need = \"acute\"; pace = 1.2; } ); } );");
    assert_rises(&trial, 1, of_team("utilisation", "Acute OT"));
    assert_stays(&trial, 1, of_team("referrals_per_year", "Acute OT"));
    /* Of 5.3 hours the 4 that are work on the need take a fifth longer, getting to know the person does not. */
    const double ratio = hours_worked(&trial, 1, of_team("", "Acute OT")) / hours_worked(&trial, 0, of_team("", "Acute OT"));
    assert_near(ratio, (1.3 + 1.2 * 4) / (1.3 + 4), 0.005);
    trial_end(&trial);
}

static void travel_takes_staff_time_where_staff_visit(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, REPLICATIONS, (const char *const[]){
        "", "world = { localities = ( { name = \"South\"; travel_minutes = 26; } ); };",
        "teams = ( { name = \"OT South\"; visits = false; } );",
        "teams = ( { name = \"OT South\"; travel = ( { locality = \"South\"; minutes = 1; } ); } );", NULL});
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
    two(&trial, "", "world = { needs = ( { name = \"equipment\"; followups = { dist = \"poisson\"; mean = 2; }; } ); };"
                    "teams = ( { name = \"OT South\"; staff = ( { role = \"ot\"; fte = 5; } ); } );");
    assert_rises(&trial, 1, of_team("contacts_per_year", "OT South"));
    assert_stays(&trial, 1, of_team("contacts_per_year", "Acute OT"));
    trial_end(&trial);
}

static const char *const nobody_recognises =
    "world = { care = { bands = ( { age_band = \"adult\"; onset_per_year = 0; }, { age_band = \"old\"; onset_per_year = 0; } ); }; };"
    "teams = ( { name = \"Acute OT\"; recognises = 0; }, { name = \"Rehab\"; recognises = 0; }, { name = \"OT North\"; recognises = 0; },"
    "  { name = \"OT South\"; recognises = 0; }, { name = \"Social work\"; recognises = 0; } );";

static void without_recognition_nobody_is_referred_on(void **state) {
    (void)state;
    struct trial trial;
    two(&trial, "", nobody_recognises);
    assert_above(mean_of(&trial, 0, of_all("second_assessments_per_year")), 100);
    assert_true(mean_of(&trial, 1, of_all("second_assessments_per_year")) == 0);
    for (uint32_t r = 0; r < REPLICATIONS; r++) { /* one referral each, and inpatients are not in the total */
        assert_near(value_of(&trial, 1, of_all("referrals_per_year"), r),
                    value_of(&trial, 1, of_all("persons_per_year"), r) -
                        value_of(&trial, 1, of_stream("persons_per_year", "hospital"), r), 1e-12);
    }
    trial_end(&trial);
}

static void one_organisation_hands_over_and_assesses_nobody_twice(void **state) {
    (void)state;
    struct trial trial;
    two(&trial, "",
        "teams = ( { name = \"Acute OT\"; organisation = \"joined\"; }, { name = \"Rehab\"; organisation = \"joined\"; },"
        "  { name = \"OT North\"; organisation = \"joined\"; }, { name = \"OT South\"; organisation = \"joined\"; },"
        "  { name = \"Social work\"; organisation = \"joined\"; } );");
    assert_true(mean_of(&trial, 1, of_all("second_assessments_per_year")) == 0);
    assert_true(mean_of(&trial, 1, of_all("second_hours_per_year")) == 0);
    assert_falls(&trial, 1, of_all("demand_hours_per_year"));
    assert_falls(&trial, 1, of_team("utilisation", "Rehab"));
    assert_above(mean_of(&trial, 0, of_all("second_hours_per_year")), 500);
    trial_end(&trial);
}

/* Hours follow FTE within half a second a day; the window's own working days differ a little from the average of the
 * calendar, over which the hours of a year are spread. */
static void capacity_is_fte_times_hours(void **state) {
    (void)state;
    struct trial trial;
    two(&trial, "teams = ( { name = \"Rehab\"; staff = ( { role = \"ot\"; fte = 4; } ); } );",
        "teams = ( { name = \"Rehab\"; staff = ( { role = \"ot\"; fte = 5.25; } ); } );");
    const struct column hours = of_role("capacity_hours_per_year", "Rehab / ot");
    assert_near(mean_of(&trial, 1, hours) / mean_of(&trial, 0, hours), 5.25 / 4, 1e-5);
    assert_near(mean_of(&trial, 0, hours), 4 * 1100, 0.01);
    assert_near(mean_of(&trial, 0, of_role("capacity_hours_per_year", "Social work / social_worker")), 2.6 * 1060, 0.01);
    trial_end(&trial);
}

static void holidays_spread_the_same_hours_over_fewer_days(void **state) {
    (void)state;
    struct trial trial;
    two(&trial, "run = { end_date = \"2016-01-01\"; };",
        "run = { end_date = \"2016-01-01\"; holidays = [ \"2014-05-05\", \"2014-05-06\", \"2014-05-07\", \"2014-08-04\","
        "  \"2014-08-05\", \"2015-05-04\", \"2015-05-05\", \"2015-05-06\", \"2015-08-03\", \"2015-08-04\", \"2016-05-02\" ]; };");
    const struct column hours = of_all("capacity_hours_per_year");
    assert_near(mean_of(&trial, 1, hours), mean_of(&trial, 0, hours), 0.01);
    trial_end(&trial);
}

static void nothing_begins_in_a_month_of_holidays(void **state) {
    (void)state;
    struct trial trial;
    two(&trial, "",
        "run = { holidays = [ \"2014-02-03\", \"2014-02-04\", \"2014-02-05\", \"2014-02-06\", \"2014-02-07\", \"2014-02-10\","
        "  \"2014-02-11\", \"2014-02-12\", \"2014-02-13\", \"2014-02-14\", \"2014-02-17\", \"2014-02-18\", \"2014-02-19\","
        "  \"2014-02-20\", \"2014-02-21\", \"2014-02-24\", \"2014-02-25\", \"2014-02-26\", \"2014-02-27\", \"2014-02-28\" ]; };");
    assert_true(month_of(&trial, 1, of_all("seen_per_year"), 1) == 0);
    assert_true(month_of(&trial, 1, of_all("persons_per_year"), 1) > 0);
    assert_nan(month_of(&trial, 1, of_all("utilisation"), 1));
    assert_true(month_of(&trial, 0, of_all("seen_per_year"), 1) > 0);
    assert_above(month_of(&trial, 1, of_all("list_people"), 1), month_of(&trial, 0, of_all("list_people"), 1));
    trial_end(&trial);
}

/* The first of March 2014 is a Saturday. */
static void nothing_begins_at_a_weekend(void **state) {
    (void)state;
    struct trial trial;
    two(&trial, "run = { start_date = \"2014-03-01\"; end_date = \"2014-03-03\"; };",
        "run = { start_date = \"2014-03-03\"; end_date = \"2014-03-05\"; };");
    assert_true(mean_of(&trial, 0, of_all("seen_per_year")) == 0);
    assert_true(mean_of(&trial, 0, of_all("persons_per_year")) > 0);
    assert_true(mean_of(&trial, 1, of_all("seen_per_year")) > 0);
    trial_end(&trial);
}

static void both_of_a_joint_crew_work_the_same_time(void **state) {
    (void)state;
    struct trial trial;
    static const char alone[] =
        "world = { roles = ( { name = \"ot\"; stands_in_for = []; } ); };"
        "teams = ( { name = \"Acute OT\"; staff = ( { role = \"ot\"; fte = 4; }, { role = \"assistant\"; fte = 4; } ); %s } );";
    char *baseline = mem_format(alone, ""), *joint = mem_format(alone, "crew = [ \"ot\", \"assistant\" ];");
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
    "teams = ( { name = \"Rehab\"; remit = ( { need = \"rehabilitation\"; roles = [ \"assistant\" ]; } ); } );";

static void a_stand_in_helps_only_where_the_file_says_so(void **state) {
    (void)state;
    struct trial trial;
    char *nobody_stands_in = mem_format("world = { roles = ( { name = \"ot\"; stands_in_for = []; } ); }; %s", assistants_only);
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
                              "world = { roles = ( { name = \"ot\"; stands_in_for = []; } ); };"
                              "teams = ( { name = \"Rehab\"; remit = ( { need = \"rehabilitation\"; roles = [ \"assistant\" ]; } );"
                              "  staff = ( { role = \"assistant\"; drop = true; } ); } );", &scenario, &err));
    assert_true(err.count > 0 && strstr(err.complaints[0].text, "nobody on its staff may work on 'rehabilitation'") != NULL);
    scn_scenario_free(&scenario);
    err_list_free(&err);
}

/* The textbook queue at a load of 1.2 for four months: lists grow to weeks. */
static char *overloaded(const char *discipline) {
    return mem_format(
        "world = { priorities = ( { name = \"urgent\"; target_days = 3; }, { name = \"routine\"; target_days = 9; } );"
        "  needs = ( { name = \"help\"; assessment_hours = { dist = \"exponential\"; mean = 2.4; }; } );"
        "  streams = ( { name = \"door\"; priorities = ( { priority = \"urgent\"; share = 0.3; },"
        "    { priority = \"routine\"; share = 0.7; } ); rates = ( { age_band = \"everybody\"; per_1000_per_year = 4383; } ); } ); };"
        "teams = ( { name = \"Team\"; queue = \"%s\"; } );", discipline);
}

static void disciplines_share_out_the_wait_of_an_overload(void **state) {
    (void)state;
    static const char *const names[] = {"fifo", "priority", "accumulating", "due_date"};
    struct trial trial = {.count = 0};
    double urgent[4], routine[4];
    for (size_t i = 0; i < 4; i++) {
        char *overlay = overloaded(names[i]);
        trial_add(&trial, "tests/scenarios/queue.cfg", overlay);
        free(overlay);
    }
    trial_go(&trial, 4);
    for (size_t i = 0; i < 4; i++) {
        urgent[i] = mean_of(&trial, i, of_priority("wait_mean", "urgent"));
        routine[i] = mean_of(&trial, i, of_priority("wait_mean", "routine"));
    }
    assert_near(urgent[0], routine[0], 0.05); /* first come, first served knows no priorities */
    assert_above(0.1 * urgent[0], urgent[1]); /* strictly first: hardly any wait, and the others pay for it */
    assert_above(routine[1], routine[2]);
    assert_near(urgent[2] / routine[2], 3.0 / 9, 0.15); /* accumulating: waits like targets */
    assert_within(routine[3] - urgent[3], 9 - 3, 1);     /* due date: targets apart, however long the list */
    assert_above(urgent[3], urgent[2]);
    trial_end(&trial);
}

static char *with_spill(const char *settings_of_north, const char *settings_of_spill) {
    return mem_format(
        "teams = ( { name = \"OT North\"; %s },"
        "  { name = \"Spill\"; organisation = \"council\"; localities = [ \"North\" ]; streams = [ \"all\" ]; recognises = 0.8;"
        "    remit = ( { need = \"equipment\"; }, { need = \"adaptation\"; } ); staff = ( { role = \"ot\"; fte = 1; } ); %s } );",
        settings_of_north, settings_of_spill);
}

static void a_full_list_sends_people_to_the_next_team(void **state) {
    (void)state;
    struct trial trial;
    char *open = with_spill("", ""), *limited = with_spill("list_limit = 3;", "");
    two(&trial, open, limited);
    assert_true(mean_of(&trial, 0, of_team("referrals_per_year", "Spill")) == 0);
    assert_above(mean_of(&trial, 1, of_team("referrals_per_year", "Spill")), 20);
    assert_above(mean_of(&trial, 0, of_team("list_people", "OT North")), 3);
    for (size_t m = 0; m < 12; m++) {
        assert_above(3.0000001, month_of(&trial, 1, of_team("list_people", "OT North"), m));
    }
    free(open);
    free(limited);
    trial_end(&trial);
}

static void precedence_comes_before_file_order(void **state) {
    (void)state;
    struct trial trial;
    char *behind = with_spill("", ""), *before = with_spill("", "precedence = 1;");
    two(&trial, behind, before);
    assert_true(mean_of(&trial, 0, of_team("referrals_per_year", "Spill")) == 0);
    assert_true(mean_of(&trial, 1, of_team("referrals_per_year", "OT North")) == 0);
    assert_above(mean_of(&trial, 1, of_team("referrals_per_year", "Spill")), 300);
    free(behind);
    free(before);
    trial_end(&trial);
}

static void a_team_takes_only_those_who_come_its_way(void **state) {
    (void)state;
    struct trial trial;
    char *school = mem_format("teams = ( { name = \"OT North\"; streams = [ \"community\", \"hospital\", \"care\" ]; },"
        "  { name = \"School OT\"; organisation = \"council\"; localities = [ \"North\" ]; streams = [ \"school\" ]; recognises = 0;"
        "    remit = ( { need = \"equipment\"; }, { need = \"adaptation\"; } ); staff = ( { role = \"ot\"; fte = 1; } ); } );");
    two(&trial, "", school);
    assert_falls(&trial, 1, of_team("referrals_per_year", "OT North"));
    for (uint32_t r = 0; r < REPLICATIONS; r++) {
        const double moved = value_of(&trial, 0, of_team("referrals_per_year", "OT North"), r) -
                             value_of(&trial, 1, of_team("referrals_per_year", "OT North"), r);
        assert_above(value_of(&trial, 1, of_team("referrals_per_year", "School OT"), r), 10);
        assert_within(moved, value_of(&trial, 1, of_team("referrals_per_year", "School OT"), r), 10);
    }
    free(school);
    trial_end(&trial);
}

static void more_staff_wait_less_and_cost_what_they_cost(void **state) {
    (void)state;
    struct trial trial;
    two(&trial, "", "teams = ( { name = \"OT North\"; staff = ( { role = \"ot\"; fte = 2.8; } ); } );");
    assert_falls(&trial, 1, of_team("wait_mean", "OT North"));
    assert_falls(&trial, 1, of_team("list_people", "OT North"));
    assert_falls(&trial, 1, of_team("wait_p90", "OT North"));
    assert_near(mean_of(&trial, 0, of_team("staff_cost_gbp_per_year", "OT North")), 1.8 * 52000 + 0.5 * 36000, 1e-9);
    assert_near(difference_of(&trial, 1, of_all("staff_cost_gbp_per_year")).mean, 52000, 1e-9);
    trial_end(&trial);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_slower_pace_keeps_staff_busier),
        cmocka_unit_test(travel_takes_staff_time_where_staff_visit),
        cmocka_unit_test(more_follow_ups_are_more_contacts),
        cmocka_unit_test(without_recognition_nobody_is_referred_on),
        cmocka_unit_test(one_organisation_hands_over_and_assesses_nobody_twice),
        cmocka_unit_test(capacity_is_fte_times_hours),
        cmocka_unit_test(holidays_spread_the_same_hours_over_fewer_days),
        cmocka_unit_test(nothing_begins_in_a_month_of_holidays),
        cmocka_unit_test(nothing_begins_at_a_weekend),
        cmocka_unit_test(both_of_a_joint_crew_work_the_same_time),
        cmocka_unit_test(a_stand_in_helps_only_where_the_file_says_so),
        cmocka_unit_test(a_remit_that_nobody_can_work_on_is_refused),
        cmocka_unit_test(disciplines_share_out_the_wait_of_an_overload),
        cmocka_unit_test(a_full_list_sends_people_to_the_next_team),
        cmocka_unit_test(precedence_comes_before_file_order),
        cmocka_unit_test(a_team_takes_only_those_who_come_its_way),
        cmocka_unit_test(more_staff_wait_less_and_cost_what_they_cost),
    };
    return run_chosen(tests, argc, argv);
}

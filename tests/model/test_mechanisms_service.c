/* tests/model/test_mechanisms_service.c - who is referred where and who is next: each mechanism moved
 * alone, the same people. */
#include "tests/model/valley.h"

static void a_target_for_follow_ups_gives_them_their_place(void **state) {
    (void)state;
    struct trial trial;
    two(&trial, "teams = ( { name = 'OT North'; followup_target_days = 200; } );",
        "teams = ( { name = 'OT North'; followup_target_days = 2; } );");
    assert_falls(&trial, 1, of_team("followups_waiting", "OT North"));
    assert_rises(&trial, 1, of_team("list_people", "OT North"));
    trial_end(&trial);
}

/* One team for help and for care, which takes no time: a need for care that arises on the list joins the
 * referral that is there, with its clock. Once seen people are protected. */
static void a_need_that_arises_on_the_list_joins_the_referral_there(void **state) {
    (void)state;
    static const char overlay[] =
        "world = { needs = ( { name = 'help'; assessment_hours = { dist = 'exponential'; "
        "mean = 2.4; }; }, { name = 'care'; assessment_hours = 0; } ); "
        "streams = ( { name = 'door'; rates = ( { age_band = 'everybody'; "
        "per_1000_per_year = 4383; } ); } ); care = { protection_multiplier = 0; "
        "bands = ( { age_band = 'everybody'; stock_per_1000 = 0; onset_per_year = %s; weeks = 10; "
        "} ); }; follow_days = 20; }; teams = ( { name = 'Team'; remit = ( { need = 'help'; }, "
        "{ need = 'care'; }, { need = 'commissioning'; } ); } );";
    struct trial trial;
    char *none = mem_format(overlay, "0"), *many = mem_format(overlay, "10");
    trial_run(&trial, "tests/scenarios/queue.cfg", 2, (const char *const[]){none, many, NULL});
    assert_above(mean_of(&trial, 1, of_all("care_requests_per_year")),
                 0.2 * mean_of(&trial, 0, of_all("seen_per_year")));
    for (uint32_t r = 0; r < 2; r++) {
        assert_near(value_of(&trial, 1, of_all("wait_mean"), r), value_of(&trial, 0, of_all("wait_mean"), r), 0.01);
        assert_near(value_of(&trial, 1, of_all("referrals_per_year"), r),
                    value_of(&trial, 0, of_all("referrals_per_year"), r), 0.005);
    }
    free(none);
    free(many);
    trial_end(&trial);
}

static const char *const nobody_recognises =
    "world = { care = { bands = ( { age_band = 'adult'; onset_per_year = 0; }, "
    "{ age_band = 'old'; onset_per_year = 0; } ); }; }; teams = ( { name = 'Acute OT'; "
    "recognises = 0; }, { name = 'Rehab'; recognises = 0; }, "
    "{ name = 'OT North'; recognises = 0; }, { name = 'OT South'; recognises = 0; }, "
    "{ name = 'Social work'; recognises = 0; } );";

static void without_recognition_nobody_is_referred_on(void **state) {
    (void)state;
    struct trial trial;
    two(&trial, "", nobody_recognises);
    assert_above(mean_of(&trial, 0, of_all("second_assessments_per_year")), 100);
    assert_true(mean_of(&trial, 1, of_all("second_assessments_per_year")) == 0);
    /* one referral each, and inpatients are not in the total */
    for (uint32_t r = 0; r < REPLICATIONS; r++) {
        assert_near(value_of(&trial, 1, of_all("referrals_per_year"), r),
                    value_of(&trial, 1, of_all("persons_per_year"), r) -
                        value_of(&trial, 1, of_stream("persons_per_year", "hospital"), r),
                    1e-12);
    }
    trial_end(&trial);
}

static void one_organisation_hands_over_and_assesses_nobody_twice(void **state) {
    (void)state;
    struct trial trial;
    two(&trial, "",
        "teams = ( { name = 'Acute OT'; organisation = 'joined'; }, "
        "{ name = 'Rehab'; organisation = 'joined'; }, { name = 'OT North'; "
        "organisation = 'joined'; }, { name = 'OT South'; organisation = 'joined'; }, "
        "{ name = 'Social work'; organisation = 'joined'; } );");
    assert_true(mean_of(&trial, 1, of_all("second_assessments_per_year")) == 0);
    assert_true(mean_of(&trial, 1, of_all("second_hours_per_year")) == 0);
    assert_falls(&trial, 1, of_all("demand_hours_per_year"));
    assert_falls(&trial, 1, of_team("utilisation", "Rehab"));
    assert_above(mean_of(&trial, 0, of_all("second_hours_per_year")), 500);
    trial_end(&trial);
}

/* The textbook queue at a load of 1.2 for four months: lists grow to weeks. */
static char *overloaded(const char *discipline) {
    return mem_format("world = { priorities = ( { name = 'urgent'; target_days = 3; }, "
                      "{ name = 'routine'; target_days = 9; } ); needs = ( { name = 'help'; "
                      "assessment_hours = { dist = 'exponential'; mean = 2.4; }; } ); "
                      "streams = ( { name = 'door'; priorities = ( { priority = 'urgent'; share = 0.3; }, "
                      "{ priority = 'routine'; share = 0.7; } ); rates = ( { age_band = 'everybody'; "
                      "per_1000_per_year = 4383; } ); } ); }; teams = ( { name = 'Team'; queue = '%s'; } );",
                      discipline);
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
    assert_within(routine[3] - urgent[3], 9 - 3, 1);    /* due date: targets apart, however long the list */
    assert_above(urgent[3], urgent[2]);
    trial_end(&trial);
}

static char *with_spill(const char *settings_of_north, const char *settings_of_spill) {
    return mem_format("teams = ( { name = 'OT North'; %s }, { name = 'Spill'; organisation = 'council'; "
                      "localities = [ 'North' ]; streams = [ 'all' ]; recognises = 0.8; "
                      "remit = ( { need = 'equipment'; }, { need = 'adaptation'; } ); "
                      "staff = ( { role = 'ot'; fte = 1; } ); %s } );",
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
    char *school = mem_format("teams = ( { name = 'OT North'; streams = [ 'community', 'hospital', 'care' ]; }, "
                              "{ name = 'School OT'; organisation = 'council'; localities = [ 'North' ]; "
                              "streams = [ 'school' ]; recognises = 0; remit = ( { need = 'equipment'; }, "
                              "{ need = 'adaptation'; } ); staff = ( { role = 'ot'; fte = 1; } ); } );");
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

/* An overloaded team whose work is to get to know people. Needs for care arise on its list and are assessed
 * at once by another team: of its own organisation, whose record it then trusts, or of another. */
static char *known_meanwhile(const char *organisation, const char *onset) {
    return mem_format("world = { assessment_hours = { dist = 'exponential'; mean = 2.4; }; "
                      "needs = ( { name = 'help'; assessment_hours = 0.01; } ); "
                      "streams = ( { name = 'door'; rates = ( { age_band = 'everybody'; "
                      "per_1000_per_year = 4383; } ); } ); follow_days = 20; "
                      "care = { bands = ( { age_band = 'everybody'; stock_per_1000 = 0; onset_per_year = %s; "
                      "weeks = 10; } ); }; }; teams = ( { name = 'Care'; organisation = '%s'; "
                      "localities = [ 'all' ]; streams = [ 'all' ]; visits = false; remit = ( { need = 'care'; "
                      "}, { need = 'commissioning'; } ); staff = ( { role = 'ot'; fte = 50; } ); "
                      "recognises = 0; always_open = true; } );",
                      onset, organisation);
}

static void who_was_assessed_while_waiting_is_handed_over_or_assessed_again(void **state) {
    (void)state;
    struct trial trial;
    char *never = known_meanwhile("one", "0"), *own = known_meanwhile("one", "10"),
         *other = known_meanwhile("other", "10");
    trial_run(&trial, "tests/scenarios/queue.cfg", 6, (const char *const[]){never, own, other, NULL});
    assert_rises(&trial, 1, of_team("seen_per_year", "Team"));
    assert_true(mean_of(&trial, 1, of_team("second_assessments_per_year", "Team")) == 0);
    assert_above(mean_of(&trial, 2, of_team("second_assessments_per_year", "Team")), 100);
    assert_near(mean_of(&trial, 2, of_team("seen_per_year", "Team")),
                mean_of(&trial, 0, of_team("seen_per_year", "Team")), 0.05);
    free(never);
    free(own);
    free(other);
    trial_end(&trial);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_target_for_follow_ups_gives_them_their_place),
        cmocka_unit_test(a_need_that_arises_on_the_list_joins_the_referral_there),
        cmocka_unit_test(without_recognition_nobody_is_referred_on),
        cmocka_unit_test(one_organisation_hands_over_and_assesses_nobody_twice),
        cmocka_unit_test(disciplines_share_out_the_wait_of_an_overload),
        cmocka_unit_test(a_full_list_sends_people_to_the_next_team),
        cmocka_unit_test(precedence_comes_before_file_order),
        cmocka_unit_test(a_team_takes_only_those_who_come_its_way),
        cmocka_unit_test(who_was_assessed_while_waiting_is_handed_over_or_assessed_again),
    };
    return run_chosen(tests, argc, argv);
}

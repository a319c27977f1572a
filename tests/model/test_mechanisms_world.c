/* tests/model/test_mechanisms_world.c - what the world does to people: each mechanism moved alone, the same
 * people. */
#include "tests/model/valley.h"

/* The old grow by 3 % a year, the others do not. */
static void more_people_come_as_the_population_ages(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, 3, (const char *const[]){"run = { end_date = '2024-01-01'; };", NULL});
    const struct column old = of_band("persons_per_year", "old"), adult = of_band("persons_per_year", "adult");
    assert_ratio(year_of(&trial, 0, old, 9), year_of(&trial, 0, old, 0), pow(1.03, 9), 3);
    assert_ratio(year_of(&trial, 0, adult, 9), year_of(&trial, 0, adult, 0), 1, 3);
    assert_above(year_of(&trial, 0, of_all("referrals_per_year"), 9),
                 1.1 * year_of(&trial, 0, of_all("referrals_per_year"), 0));
    trial_end(&trial);
}

static void a_stream_grows_at_its_own_rate_and_no_other_with_it(void **state) {
    (void)state;
    struct trial trial;
    two(&trial, "run = { end_date = '2017-01-01'; };",
        "run = { end_date = '2017-01-01'; }; world = { streams = ( { name = 'community'; "
        "growth_per_year = 0.1; } ); };");
    const struct column grows = of_stream("persons_per_year", "community");
    assert_ratio(year_of(&trial, 1, grows, 2), year_of(&trial, 0, grows, 2), pow(1.1, 2.5), REPLICATIONS);
    assert_stays(&trial, 1, of_stream("persons_per_year", "hospital"));
    assert_stays(&trial, 1, of_stream("persons_per_year", "school"));
    trial_end(&trial);
}

static void children_go_only_to_teams_that_serve_them(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, 2,
              (const char *const[]){"teams = ( { name = 'OT North'; from_years = 16; }, { name = 'OT South'; "
                                    "from_years = 16; }, { name = 'Children'; organisation = 'council'; "
                                    "localities = [ 'all' ]; to_years = 16; streams = [ 'all' ]; "
                                    "remit = ( { need = 'equipment'; }, { need = 'adaptation'; } ); "
                                    "staff = ( { role = 'ot'; fte = 0.5; } ); recognises = 0.8; } );",
                                    NULL});
    for (uint32_t r = 0; r < 2; r++) {
        const double children = value_of(&trial, 0, of_band("referrals_per_year", "child"), r);
        assert_above(children, 20);
        assert_near(value_of(&trial, 0, of_team("referrals_per_year", "Children"), r), children, 1e-12);
    }
    trial_end(&trial);
}

static void nobody_dies_waiting_where_nobody_dies(void **state) {
    (void)state;
    struct trial trial;
    two(&trial, "", "world = { death_multiplier = 0; };");
    assert_above(mean_of(&trial, 0, of_all("died_waiting_per_year")), 1);
    assert_true(mean_of(&trial, 1, of_all("died_waiting_per_year")) == 0);
    assert_stays(&trial, 1, of_all("persons_per_year"));
    assert_rises(&trial, 1, of_all("care_packages"));
    trial_end(&trial);
}

static void waiting_brings_needs_for_care_forward(void **state) {
    (void)state;
    struct trial trial;
    two(&trial, "world = { care = { waiting_multiplier = 1; }; };", "world = { care = { waiting_multiplier = 4; }; };");
    assert_rises(&trial, 1, of_all("care_requests_per_year"));
    assert_stays(&trial, 1, of_all("persons_per_year"));
    trial_end(&trial);
}

static void help_protects_from_needs_for_care(void **state) {
    (void)state;
    struct trial trial;
    two(&trial, "world = { care = { protection_multiplier = 1; }; };",
        "world = { care = { protection_multiplier = 0; }; };");
    assert_falls(&trial, 1, of_all("care_requests_per_year"));
    trial_end(&trial);
}

static void help_that_comes_later_protects_later(void **state) {
    (void)state;
    struct trial trial;
    two(&trial, "world = { care = { waiting_multiplier = 3; }; };",
        "world = { care = { waiting_multiplier = 3; }; needs = ( { name = 'equipment'; "
        "lead_days = 200; } ); };");
    assert_rises(&trial, 1, of_all("care_requests_per_year"));
    trial_end(&trial);
}

static void gaps_between_follow_ups_put_off_protection(void **state) {
    (void)state;
    struct trial trial;
    two(&trial, "world = { care = { waiting_multiplier = 3; }; };",
        "world = { care = { waiting_multiplier = 3; }; needs = ( { name = 'rehabilitation'; "
        "followup_gap_days = 120; } ); };");
    assert_rises(&trial, 1, of_all("care_requests_per_year"));
    trial_end(&trial);
}

static void following_people_for_longer_finds_more_needs_for_care(void **state) {
    (void)state;
    struct trial trial;
    two(&trial, "world = { follow_days = 120; };", "");
    assert_rises(&trial, 1, of_all("care_requests_per_year"));
    trial_end(&trial);
}

static void without_onset_only_those_who_come_for_care_ask_for_it(void **state) {
    (void)state;
    struct trial trial;
    two(&trial, "",
        "world = { streams = ( { name = 'community'; further = (); }, "
        "{ name = 'hospital'; further = (); } ); care = { bands = ( { age_band = 'adult'; "
        "onset_per_year = 0; }, { age_band = 'old'; onset_per_year = 0; } ); }; };");
    assert_falls(&trial, 1, of_all("care_requests_per_year"));
    for (uint32_t r = 0; r < REPLICATIONS; r++) {
        assert_near(value_of(&trial, 1, of_all("care_requests_per_year"), r),
                    value_of(&trial, 1, of_stream("persons_per_year", "care"), r), 1e-12);
    }
    trial_end(&trial);
}

static void nobody_leaves_a_list_where_nothing_makes_them(void **state) {
    (void)state;
    struct trial trial;
    two(&trial, "", "world = { leaving = { resolved_per_week = 0; declined_per_week = 0; }; };");
    assert_above(mean_of(&trial, 0, of_all("resolved_per_year")), 1);
    assert_above(mean_of(&trial, 0, of_all("declined_per_year")), 1);
    assert_true(mean_of(&trial, 1, of_all("resolved_per_year")) == 0);
    assert_true(mean_of(&trial, 1, of_all("declined_per_year")) == 0);
    trial_end(&trial);
}

static void lists_are_shorter_where_more_people_leave_them(void **state) {
    (void)state;
    struct trial trial;
    two(&trial, "", "world = { leaving = { resolved_per_week = 0.03; declined_per_week = 0.06; }; };");
    assert_falls(&trial, 1, of_all("list_people"));
    assert_rises(&trial, 1, of_all("resolved_per_year"));
    assert_rises(&trial, 1, of_all("declined_per_year"));
    assert_falls(&trial, 1, of_all("seen_per_year"));
    /* A need for care lasts for a time of its own and does not resolve itself besides. */
    assert_true(mean_of(&trial, 1, of_team("resolved_per_year", "Social work")) == 0);
    assert_rises(&trial, 1, of_team("declined_per_year", "Social work"));
    trial_end(&trial);
}

static void lists_are_shorter_where_leaving_rises_with_the_time_waited(void **state) {
    (void)state;
    struct trial trial;
    two(&trial, "", "world = { leaving = { rise_per_week = 1.7; }; };");
    assert_falls(&trial, 1, of_all("list_people"));
    assert_rises(&trial, 1, of_all("resolved_per_year"));
    assert_rises(&trial, 1, of_all("declined_per_year"));
    trial_end(&trial);
}

/* People leave as soon either way; the help that protects is in the one only. */
static void what_resolves_itself_is_met_and_what_is_declined_is_not(void **state) {
    (void)state;
    static const char overlay[] = "world = { care = { waiting_multiplier = 4; protection_multiplier = 0; };"
                                  "  leaving = { resolved_per_week = %s; declined_per_week = %s; }; };"
                                  "teams = ( { name = 'OT North'; staff = ( { role = 'ot'; fte = 1; } ); },"
                                  "  { name = 'OT South'; staff = ( { role = 'ot'; fte = 1; } ); } );";
    struct trial trial;
    char *declined = mem_format(overlay, "0", "0.2"), *resolved = mem_format(overlay, "0.2", "0");
    two(&trial, declined, resolved);
    assert_falls(&trial, 1, of_all("care_requests_per_year"));
    free(declined);
    free(resolved);
    trial_end(&trial);
}

static void months_add_up_to_the_referrals_of_the_window(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, 2, (const char *const[]){"", NULL});
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    double sum = 0;
    for (size_t m = 0; m < 12; m++) {
        sum += month_of(&trial, 0, of_all("persons_per_year"), m) * days[m] / 365;
    }
    assert_near(sum, mean_of(&trial, 0, of_all("persons_per_year")), 1e-12);
    trial_end(&trial);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(more_people_come_as_the_population_ages),
        cmocka_unit_test(a_stream_grows_at_its_own_rate_and_no_other_with_it),
        cmocka_unit_test(children_go_only_to_teams_that_serve_them),
        cmocka_unit_test(nobody_dies_waiting_where_nobody_dies),
        cmocka_unit_test(waiting_brings_needs_for_care_forward),
        cmocka_unit_test(help_protects_from_needs_for_care),
        cmocka_unit_test(help_that_comes_later_protects_later),
        cmocka_unit_test(gaps_between_follow_ups_put_off_protection),
        cmocka_unit_test(following_people_for_longer_finds_more_needs_for_care),
        cmocka_unit_test(without_onset_only_those_who_come_for_care_ask_for_it),
        cmocka_unit_test(nobody_leaves_a_list_where_nothing_makes_them),
        cmocka_unit_test(lists_are_shorter_where_more_people_leave_them),
        cmocka_unit_test(lists_are_shorter_where_leaving_rises_with_the_time_waited),
        cmocka_unit_test(what_resolves_itself_is_met_and_what_is_declined_is_not),
        cmocka_unit_test(months_add_up_to_the_referrals_of_the_window),
    };
    return run_chosen(tests, argc, argv);
}

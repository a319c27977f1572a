/* tests/model/test_mechanisms_demand.c - how many people come, and who waits on day one: each mechanism moved alone. */
#include "tests/model/valley.h"

/* A third scenario in which nobody comes by the stream tells who comes by the others: months are kept for all together. */
static void three(struct trial *trial, const char *changed) {
    static const char silent[] = "world = { streams = ( { name = 'community'; shocks = ( { from = '2012-01-01';"
                                 "  to = '2016-01-01'; multiplier = 0; } ); } ); };";
    trial_run(trial, valley, REPLICATIONS, (const char *const[]){"", changed, silent, NULL});
}

static double community_in_month(const struct trial *trial, size_t scenario, size_t month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const struct column people = of_all("persons_per_year");
    const double a_year = month_of(trial, scenario, people, month) - month_of(trial, 2, people, month);
    return a_year * days[month] / 365.25;
}

static void a_month_without_weight_brings_nobody_and_the_year_as_many_as_before(void **state) {
    (void)state;
    struct trial trial;
    three(&trial, "world = { streams = ( { name = 'community';"
                  "  month_profile = [ 3, 3, 2, 2, 2, 2, 2, 0, 2, 2, 3, 3 ]; } ); };");
    const struct column community = of_stream("persons_per_year", "community");
    assert_true(fabs(community_in_month(&trial, 1, 7)) < 1e-9);
    assert_above(community_in_month(&trial, 1, 0), community_in_month(&trial, 0, 0));
    assert_ratio(mean_of(&trial, 1, community), mean_of(&trial, 0, community), 1, REPLICATIONS);
    assert_stays(&trial, 1, of_stream("persons_per_year", "hospital"));
    trial_end(&trial);
}

/* As many people, but their work piles up behind one day. */
static void people_who_all_come_on_one_day_of_the_week_wait_longer(void **state) {
    (void)state;
    struct trial trial;
    two(&trial, "world = { streams = ( { name = 'hospital'; weekday_profile = [ 1, 1, 1, 1, 1, 0, 0 ]; } ); };",
        "world = { streams = ( { name = 'hospital'; weekday_profile = [ 1, 0, 0, 0, 0, 0, 0 ]; } ); };");
    const struct column hospital = of_stream("persons_per_year", "hospital");
    assert_ratio(mean_of(&trial, 1, hospital), mean_of(&trial, 0, hospital), 1, REPLICATIONS);
    assert_rises(&trial, 1, of_team("wait_mean", "Acute OT"));
    trial_end(&trial);
}

static void a_shock_multiplies_those_who_come_while_it_lasts(void **state) {
    (void)state;
    struct trial trial;
    three(&trial, "world = { streams = ( { name = 'community'; shocks = ( { from = '2014-04-01'; to = '2014-06-01';"
                  "  multiplier = 2.5; }, { from = '2014-05-01'; to = '2014-07-01'; multiplier = 2; } ); } ); };");
    static const double wanted[12] = {1, 1, 1, 2.5, 5, 2, 1, 1, 1, 1, 1, 1};
    for (size_t m = 0; m < 12; m++) {
        assert_ratio(community_in_month(&trial, 1, m), community_in_month(&trial, 0, m), wanted[m], REPLICATIONS);
    }
    assert_stays(&trial, 1, of_stream("persons_per_year", "school"));
    trial_end(&trial);
}

/* In 2015 rates rise from 1 by way of the root of 1.5 in the middle to 1.5, straight in between. */
static void a_year_with_a_growth_of_its_own_grows_by_it(void **state) {
    (void)state;
    struct trial trial;
    two(&trial, "run = { end_date = '2017-01-01'; };",
        "run = { end_date = '2017-01-01'; }; world = { streams = ( { name = 'community';"
        "  growth = ( { year = 2015; per_year = 0.5; } ); } ); };");
    const struct column community = of_stream("persons_per_year", "community");
    assert_stays(&trial, 1, of_stream("persons_per_year", "hospital"));
    assert_ratio(year_of(&trial, 1, community, 0), year_of(&trial, 0, community, 0), 1, REPLICATIONS);
    const double in_2015 = (1 + 2 * sqrt(1.5) + 1.5) / 4;
    assert_ratio(year_of(&trial, 1, community, 1), year_of(&trial, 0, community, 1), in_2015, REPLICATIONS);
    assert_ratio(year_of(&trial, 1, community, 2), year_of(&trial, 0, community, 2), 1.5, REPLICATIONS);
    trial_end(&trial);
}

/* Every person is drawn as before, though the arithmetic goes another way. */
static void a_level_profile_and_a_shock_of_1_change_nothing(void **state) {
    (void)state;
    struct trial trial;
    two(&trial, "",
        "world = { streams = ( { name = 'community'; month_profile = [ 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2 ];"
        "  weekday_profile = [ 3, 3, 3, 3, 3, 3, 3 ];"
        "  shocks = ( { from = '2014-03-01'; to = '2014-04-01'; multiplier = 1; } ); } ); };");
    assert_same_results(&trial, 0, 1);
    trial_end(&trial);
}

/* Residents of an age band in the whole area. */
static double residents(const struct trial *trial, size_t scenario, size_t band, double year) {
    const struct world *world = &trial->scenarios[scenario].world;
    double persons = 0;
    for (size_t locality = 0; locality < world->localities.count; locality++) {
        persons += world_population_at(&world->population, locality, band, year);
    }
    return persons;
}

/* Totals of 85 and over: 5,581 (published 5,580, before it was split) and 5,661 in 2023; in 2018 the estimate, whatever the projection. */
static void another_projection_brings_other_residents_after_its_first_year(void **state) {
    (void)state;
    enum { OLDEST = 4 };
    static const char *const window = "run = { start_date = '2018-07-01'; end_date = '2023-07-01'; };";
    struct trial trial = {.count = 0};
    trial_add(&trial, "scenarios/separate.cfg", window);
    trial_add(&trial, "scenarios/older-population.cfg", window);
    trial_go(&trial, REPLICATIONS);
    assert_near(residents(&trial, 1, OLDEST, 2018.5), residents(&trial, 0, OLDEST, 2018.5), 0);
    assert_near(residents(&trial, 0, OLDEST, 2023.5), 5581, 0);
    assert_near(residents(&trial, 1, OLDEST, 2023.5), 5661, 0);
    assert_rises(&trial, 1, of_band("persons_per_year", "85+"));
    trial_end(&trial);
}

/* The doors open at nine on day one; the longest wait goes first, whatever the order of the file; an hour each. */
static void people_on_the_starting_list_are_seen_with_the_clocks_they_had(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, "tests/scenarios/queue-starting-list.cfg", 2, (const char *const[]){"", NULL});
    const double nine = 9 / 24., hour = 1 / 24., window = 26;
    const double care = 20 + nine, first = 10 + nine + hour, second = 3.5 + nine + 2 * hour;
    assert_near(mean_of(&trial, 0, of_all("wait_mean")), (care + first + second) / 3, 1e-12);
    assert_near(mean_of(&trial, 0, of_priority("wait_mean", "urgent")), care, 1e-12);
    assert_near(mean_of(&trial, 0, of_priority("wait_mean", "routine")), (first + second) / 2, 1e-12);
    assert_near(mean_of(&trial, 0, of_all("list_people")), (3 * nine + 3 * hour) / window, 1e-12);
    assert_near(mean_of(&trial, 0, of_all("seen_per_year")), 3 * 365.25 / window, 1e-12);
    trial_end(&trial);
}

/* Asked for before day one and assessed at once: the package starts at ten and lasts beyond the window. */
static void care_on_the_starting_list_has_been_asked_for(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, "tests/scenarios/queue-starting-list.cfg", 2, (const char *const[]){"", NULL});
    const double ten = 10 / 24., window = 26;
    assert_near(mean_of(&trial, 0, of_all("care_packages")), (window - ten) / window, 1e-12);
    assert_near(mean_of(&trial, 0, of_all("care_starts_per_year")), 365.25 / window, 1e-12);
    assert_true(mean_of(&trial, 0, of_all("care_requests_per_year")) == 0); /* not in the window */
    trial_end(&trial);
}

static void people_on_the_starting_list_did_not_come_in_the_window(void **state) {
    (void)state;
    struct trial trial = {.count = 0};
    trial_add(&trial, valley, "run = { warm_up_days = 0; };");
    trial_add(&trial, "tests/scenarios/valley-starting-list.cfg", "");
    trial_go(&trial, REPLICATIONS);
    assert_stays(&trial, 1, of_all("persons_per_year"));
    assert_rises(&trial, 1, of_all("wait_mean"));
    for (uint32_t r = 0; r < REPLICATIONS; r++) {
        assert_near(value_of(&trial, 0, of_stream("referrals_per_year", "school"), r),
                    value_of(&trial, 1, of_stream("referrals_per_year", "school"), r), 1e-12);
    }
    trial_end(&trial);
}

/* With an always open team the longest wait is over in the first second of the window, and is counted. */
static void who_is_on_duty_at_the_first_second_sees_the_longest_wait_first(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, "tests/scenarios/queue-starting-list.cfg", 2,
              (const char *const[]){"teams = ( { name = 'Team'; always_open = true; } );", NULL});
    const double hour = 1 / 24.;
    assert_near(mean_of(&trial, 0, of_priority("wait_mean", "urgent")), 20, 1e-12);
    assert_near(mean_of(&trial, 0, of_priority("wait_mean", "routine")), (10 + hour + 3.5 + 2 * hour) / 2, 1e-12);
    trial_end(&trial);
}

/* Day one is a Saturday. Who has waited for longer than people are followed no longer comes to need care. */
static void people_on_the_starting_list_are_followed_from_their_referral(void **state) {
    (void)state;
    static const char overlay[] = "run = { start_date = '2014-01-04'; }; world = { follow_days = %s; care = {"
                                  "  waiting_multiplier = 20; bands = ( { age_band = 'everybody';"
                                  "  onset_per_year = 10; } ); }; };";
    char *shorter = mem_format(overlay, "3"), *longer = mem_format(overlay, "3000");
    struct trial trial;
    trial_run(&trial, "tests/scenarios/queue-starting-list.cfg", 20, (const char *const[]){shorter, longer, NULL});
    assert_true(mean_of(&trial, 0, of_all("care_requests_per_year")) == 0);
    assert_above(mean_of(&trial, 1, of_all("care_requests_per_year")), 10);
    trial_end(&trial);
    free(shorter);
    free(longer);
}

static void what_must_hold_holds_with_a_starting_list(void **state) {
    (void)state;
    assert_invariants_hold("tests/scenarios/valley-starting-list.cfg", "run = { end_date = '2014-07-01'; };", 20);
    assert_invariants_hold("tests/scenarios/queue-starting-list.cfg", "", 20);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_month_without_weight_brings_nobody_and_the_year_as_many_as_before),
        cmocka_unit_test(people_who_all_come_on_one_day_of_the_week_wait_longer),
        cmocka_unit_test(a_shock_multiplies_those_who_come_while_it_lasts),
        cmocka_unit_test(a_year_with_a_growth_of_its_own_grows_by_it),
        cmocka_unit_test(a_level_profile_and_a_shock_of_1_change_nothing),
        cmocka_unit_test(another_projection_brings_other_residents_after_its_first_year),
        cmocka_unit_test(people_on_the_starting_list_are_seen_with_the_clocks_they_had),
        cmocka_unit_test(care_on_the_starting_list_has_been_asked_for),
        cmocka_unit_test(people_on_the_starting_list_did_not_come_in_the_window),
        cmocka_unit_test(who_is_on_duty_at_the_first_second_sees_the_longest_wait_first),
        cmocka_unit_test(people_on_the_starting_list_are_followed_from_their_referral),
        cmocka_unit_test(what_must_hold_holds_with_a_starting_list),
    };
    return run_chosen(tests, argc, argv);
}

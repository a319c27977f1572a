/* tests/model/test_mechanisms_care.c - the way to funded care: each mechanism moved alone, the same people.
 */
#include "tests/model/valley.h"

static const char *const stock = "tests/scenarios/valley-stock.cfg";

static void slower_brokerage_keeps_more_people_waiting_for_a_package(void **state) {
    (void)state;
    struct trial trial;
    two(&trial, "world = { streams = ( { name = 'hospital'; further = (); } ); };",
        "world = { streams = ( { name = 'hospital'; further = (); } ); care = { brokerage_days = 45; }; };");
    assert_rises(&trial, 1, of_all("care_waiting_package"));
    assert_rises(&trial, 1, of_all("care_unmet_hours_per_week"));
    assert_stays(&trial, 1, of_all("care_requests_per_year"));
    assert_stays(&trial, 1, of_all("care_waiting_assessment"));
    trial_end(&trial);
}

/* 64 of 32,180 adults; 60 in a thousand of the old, of whom 6,000 or so, by mid-year figures, at the turn
 * of the year. */
static void packages_of_day_one_are_the_stock(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, stock, REPLICATIONS, (const char *const[]){"", NULL});
    const double old = 0.06 * (3010 + 2690) * (pow(1.03, 1) + pow(1.03, 2)) / 2;
    const double weeks = 31.0 / 7, left = (1 - exp(-weeks / 100)) * 100 / weeks;
    const double packages = mean_of(&trial, 0, of_all("care_packages"));
    assert_near(mean_of(&trial, 0, of_band("care_packages", "adult")), 64 * left, 0.02);
    assert_near(mean_of(&trial, 0, of_band("care_packages", "old")), old * left, 0.01);
    /* Four standard errors of the mean of six times as many packages: one false alarm in 16,000. */
    assert_near(mean_of(&trial, 0, of_all("care_hours_per_week")), 7.3 * packages,
                4 * 0.8 / sqrt(REPLICATIONS * packages));
    trial_end(&trial);
}

static void packages_last_as_long_as_the_age_of_their_holder_says(void **state) {
    (void)state;
    struct trial trial;
    two(&trial, "",
        "world = { care = { bands = ( { age_band = 'adult'; weeks = { dist = 'exponential'; "
        "mean = 15; }; } ); }; };");
    assert_falls(&trial, 1, of_band("care_packages", "adult"));
    /* The others wait a little less when needs of adults end before anybody has come to assess them. */
    assert_near(mean_of(&trial, 1, of_band("care_packages", "old")),
                mean_of(&trial, 0, of_band("care_packages", "old")), 0.005);
    trial_end(&trial);
}

static void care_costs_its_hours_times_the_price(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, 2, (const char *const[]){"", NULL});
    for (uint32_t r = 0; r < 2; r++) {
        const double hours = value_of(&trial, 0, of_all("care_hours_per_week"), r);
        assert_near(value_of(&trial, 0, of_all("care_cost_per_year"), r), hours * 365.25 / 7 * 23.9 / 1000, 1e-12);
        const double unmet = value_of(&trial, 0, of_all("care_unmet_hours_per_week"), r) +
                             value_of(&trial, 0, of_all("care_hidden_hours_per_week"), r) +
                             value_of(&trial, 0, of_all("care_given_up_hours_per_week"), r);
        assert_near(value_of(&trial, 0, of_all("care_needed_hours_per_week"), r), hours + unmet, 1e-9);
    }
    trial_end(&trial);
}

/* Nobody comes but for other needs; care is asked for by those alone who come to need it while they are
 * followed. */
static char *onset_alone(const char *more) {
    return mem_format("world = { streams = ( { name = 'community'; further = (); }, "
                      "{ name = 'hospital'; further = (); rates = ( { age_band = 'adult'; per_1000_per_year = 0; "
                      "}, { age_band = 'old'; per_1000_per_year = 0; } ); "
                      "}, { name = 'care'; rates = ( { age_band = 'old'; per_1000_per_year = 0; } ); } ); "
                      "care = { waiting_multiplier = 1; protection_multiplier = 1; }; %s };",
                      more);
}

static void without_multipliers_needs_for_care_arise_whatever_the_service_does(void **state) {
    (void)state;
    struct trial trial;
    char *usual = onset_alone(""), *slow = onset_alone("needs = ( { name = 'equipment'; lead_days = 200; } );");
    two(&trial, usual, slow);
    assert_above(mean_of(&trial, 0, of_all("care_requests_per_year")), 30);
    assert_stays(&trial, 1, of_all("care_requests_per_year"));
    for (uint32_t r = 0; r < REPLICATIONS; r++) { /* they come by the way in that is meant for it */
        const struct column route = {"referrals_per_year", "route", "social work / care"};
        assert_near(value_of(&trial, 0, route, r), value_of(&trial, 0, of_all("care_requests_per_year"), r), 1e-12);
    }
    free(usual);
    free(slow);
    trial_end(&trial);
}

/* 0.3 a year for a year: 1 - exp(-0.3) of those who came. Four standard errors of a count: one false alarm
 * in 16,000. */
static void needs_for_care_arise_at_their_rate(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, "tests/scenarios/queue.cfg", 2,
              (const char *const[]){
                  "run = { warm_up_days = 400; }; world = { follow_days = 365; streams = ( { name = 'door'; "
                  "rates = ( { age_band = 'everybody'; per_1000_per_year = 30000; } ); } ); "
                  "care = { bands = ( { age_band = 'everybody'; stock_per_1000 = 0; onset_per_year = 0.3; "
                  "weeks = 10; } ); }; }; teams = ( { name = 'Care'; organisation = 'one'; "
                  "localities = [ 'all' ]; streams = [ 'all' ]; visits = false; remit = ( { need = 'care'; "
                  "}, { need = 'commissioning'; } ); staff = ( { role = 'ot'; fte = 30; } ); "
                  "recognises = 0; always_open = true; } );",
                  NULL});
    const double people = 30000 * 120 / 365.25, share = 1 - exp(-0.3);
    const double requests = mean_of(&trial, 0, of_all("care_requests_per_year")) * 120 / 365.25;
    assert_within(requests, people * share, 4 * sqrt(people * share / 2));
    trial_end(&trial);
}

/* Lasting 100 weeks each, they were met at a random moment of these: half a per cent leaves every week. */
static void packages_of_day_one_have_run_for_a_while(void **state) {
    (void)state;
    struct trial trial;
    trial_run(
        &trial, stock, REPLICATIONS,
        (const char *const[]){"run = { end_date = '2015-01-01'; }; world = { care = { bands = ( { age_band = 'adult'; "
                              "weeks = 100; }, { age_band = 'old'; weeks = 100; } ); }; };",
                              NULL});
    const double weeks = 365.0 / 7, day_one = 64 + 0.06 * (3010 + 2690) * (1.03 + 1.03 * 1.03) / 2;
    assert_near(mean_of(&trial, 0, of_all("care_packages")), day_one * (1 - weeks / 200),
                0.03); /* five standard errors */
    trial_end(&trial);
}

/* What starts in the warm-up is the stock of day one already. */
static void the_warm_up_leaves_no_packages_behind(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, 3, (const char *const[]){"", NULL});
    assert_near(month_of(&trial, 0, of_all("care_packages"), 0), 64 + 361, 0.05);
    trial_end(&trial);
}

/* Where neither waiting nor help changes when a need for care begins, only what is funded depends on the
 * service. Without a warm-up, in which packages of a quick service would start and be counted in the stock.
 */
static void waiting_saves_no_care_that_is_needed(void **state) {
    (void)state;
    static const char overlay[] = "run = { warm_up_days = 0; }; world = { care = { waiting_multiplier = 1; "
                                  "protection_multiplier = 1; }; }; teams = ( { name = 'Social work'; "
                                  "staff = ( { role = 'social_worker'; fte = %s; } ); "
                                  "}, { name = 'OT North'; staff = ( { role = 'ot'; fte = %s; } ); } );";
    struct trial trial;
    char *usual = mem_format(overlay, "2.6", "1.8"), *slow = mem_format(overlay, "1.3", "1");
    two(&trial, usual, slow);
    assert_falls(&trial, 1, of_all("care_hours_per_week"));
    assert_rises(&trial, 1, of_all("care_unmet_hours_per_week"));
    assert_rises(&trial, 1, of_all("care_hidden_hours_per_week"));
    assert_rises(&trial, 1, of_all("care_given_up_hours_per_week"));
    assert_rises(&trial, 1, of_all("care_never_started_per_year"));
    for (uint32_t r = 0; r < REPLICATIONS; r++) {
        const double needed = value_of(&trial, 0, of_all("care_needed_hours_per_week"), r);
        assert_near(value_of(&trial, 1, of_all("care_needed_hours_per_week"), r), needed, 1e-9);
    }
    free(usual);
    free(slow);
    trial_end(&trial);
}

/* One first-come list with some servers, where waiting hurts and help protects. */
static char *one_list(int seed, int servers) {
    return mem_format("run = { end_date = '2016-01-01'; warm_up_days = 400; seed = %d; }; "
                      "world = { follow_days = 365; needs = ( { name = 'help'; "
                      "assessment_hours = { dist = 'lognormal'; mean = 5; cv = 1; }; lead_days = 30; } ); "
                      "streams = ( { name = 'door'; rates = ( { age_band = 'everybody'; "
                      "per_1000_per_year = 4000; } ); } ); care = { waiting_multiplier = 5; "
                      "protection_multiplier = 0.1; bands = ( { age_band = 'everybody'; stock_per_1000 = 0; "
                      "onset_per_year = 0.3; weeks = 10; } ); }; }; teams = ( { name = 'Team'; "
                      "staff = ( { role = 'ot'; fte = %d; } ); }, { name = 'Care'; organisation = 'one'; "
                      "localities = [ 'all' ]; streams = [ 'all' ]; visits = false; remit = ( { need = 'care'; "
                      "}, { need = 'commissioning'; } ); staff = ( { role = 'ot'; fte = 30; } ); "
                      "recognises = 0; always_open = true; } );",
                      seed, servers);
}

/* Up to the end of any month at least as many have asked for care in the baseline, and more in the end. */
static void assert_never_fewer_requests(const struct trial *trial) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}; /* 2014 and 2015 */
    const struct column requests = of_all("care_requests_per_year");
    double slower = 0, faster = 0;
    for (size_t m = 0; m < 24; m++) {
        slower += round(month_of(trial, 0, requests, m) * days[m % 12] / 365.25);
        faster += round(month_of(trial, 1, requests, m) * days[m % 12] / 365.25);
        assert_true(slower >= faster);
    }
    assert_above(slower, faster);
}

/* Nobody waits longer where one first-come list has more servers, so nobody's need for care comes earlier.
 */
static void who_never_waits_longer_never_needs_care_earlier(void **state) {
    (void)state;
    static const struct {
        int few, many, seed;
    } cases[] = {{1, 2, 3}, {2, 3, 58}, {2, 5, 611}, {1, 3, 7043}, {1, 6, 90001}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct trial trial;
        char *few = one_list(cases[i].seed, cases[i].few), *many = one_list(cases[i].seed, cases[i].many);
        trial_run(&trial, "tests/scenarios/queue.cfg", 1, (const char *const[]){few, many, NULL});
        assert_never_fewer_requests(&trial);
        free(few);
        free(many);
        trial_end(&trial);
    }
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slower_brokerage_keeps_more_people_waiting_for_a_package),
        cmocka_unit_test(packages_of_day_one_are_the_stock),
        cmocka_unit_test(packages_last_as_long_as_the_age_of_their_holder_says),
        cmocka_unit_test(care_costs_its_hours_times_the_price),
        cmocka_unit_test(without_multipliers_needs_for_care_arise_whatever_the_service_does),
        cmocka_unit_test(needs_for_care_arise_at_their_rate),
        cmocka_unit_test(packages_of_day_one_have_run_for_a_while),
        cmocka_unit_test(the_warm_up_leaves_no_packages_behind),
        cmocka_unit_test(waiting_saves_no_care_that_is_needed),
        cmocka_unit_test(who_never_waits_longer_never_needs_care_earlier),
    };
    return run_chosen(tests, argc, argv);
}

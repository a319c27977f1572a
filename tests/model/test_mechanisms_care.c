/* tests/model/test_mechanisms_care.c - the way to funded care and what teams do to it: each mechanism moved alone, the same
 * people. */
#include "tests/model/fixture.h"

static const char *const valley = "tests/scenarios/valley.cfg";
enum { REPLICATIONS = 6 };

static void two(struct trial *trial, const char *baseline, const char *changed) {
    trial_run(trial, valley, REPLICATIONS, (const char *const[]){baseline, changed, NULL});
}

/* The valley with a pair at the front door that has an effect; the caller frees the text. */
static char *with_pair(const char *effect) {
    return mem_format(
        "teams = ( { name = \"Pair\"; organisation = \"council\"; localities = [ \"all\" ]; streams = [ \"care\" ];"
        "  only_without_service = true; precedence = 1; crew = [ \"ot\", \"assistant\" ]; recognises = 0.9;"
        "  remit = ( { need = \"care\"; roles = [ \"ot\" ]; }, { need = \"equipment\"; }, { need = \"rehabilitation\"; } );"
        "  staff = ( { role = \"ot\"; fte = 2; }, { role = \"assistant\"; fte = 2; } ); effect = { %s }; } );", effect);
}

/* A pair without and with an effect. */
static void pairs(struct trial *trial, const char *baseline, const char *changed) {
    char *texts[] = {with_pair(baseline), with_pair(changed)};
    two(trial, texts[0], texts[1]);
    free(texts[0]);
    free(texts[1]);
}

static void without_effects_nothing_is_prevented_reduced_or_delayed(void **state) {
    (void)state;
    static const char *const measures[] = {"prevented_per_year", "reduced_per_year", "reduced_hours_per_year",
                                           "delayed_per_year", "care_put_off"};
    struct trial trial;
    pairs(&trial, "return_per_year = 0;",
          "prevent = 0.2; return_per_year = 0; reduce = 0.3; reduce_hours = 2; delay = 0.2; delay_weeks = 20;");
    for (size_t i = 0; i < sizeof measures / sizeof measures[0]; i++) {
        assert_true(mean_of(&trial, 0, of_all(measures[i])) == 0);
        assert_above(mean_of(&trial, 1, of_all(measures[i])), 1);
    }
    assert_false(trial.results.outcomes[0].has_effect);
    assert_true(trial.results.outcomes[1].has_effect);
    trial_end(&trial);
}

static void prevention_takes_the_share_it_says_of_packages(void **state) {
    (void)state;
    struct trial trial;
    pairs(&trial, "return_per_year = 0;", "prevent = 0.4; return_per_year = 0;");
    assert_falls(&trial, 1, of_all("care_starts_per_year"));
    assert_falls(&trial, 1, of_all("care_needed_hours_per_week"));
    const double decisions = REPLICATIONS * mean_of(&trial, 0, of_team("seen_per_year", "Pair"));
    const double share = mean_of(&trial, 1, of_all("prevented_per_year")) / mean_of(&trial, 1, of_team("seen_per_year", "Pair"));
    assert_within(share, 0.4, 4 * sqrt(0.4 * 0.6 / decisions)); /* one false alarm in 16,000 */
    trial_end(&trial);
}

static void those_who_return_ask_for_care_again(void **state) {
    (void)state;
    struct trial trial;
    pairs(&trial, "prevent = 0.4; return_per_year = 0;", "prevent = 0.4; return_per_year = 2;");
    assert_rises(&trial, 1, of_all("care_requests_per_year"));
    assert_rises(&trial, 1, of_all("care_starts_per_year"));
    trial_end(&trial);
}

/* A smaller package takes nobody more or less time until it starts: starts are the same people at the same moments. */
static void reduction_makes_packages_smaller_and_no_fewer(void **state) {
    (void)state;
    struct trial trial;
    pairs(&trial, "return_per_year = 0;", "return_per_year = 0; reduce = 0.5; reduce_hours = 2;");
    assert_falls(&trial, 1, of_all("care_hours_per_week"));
    assert_stays(&trial, 1, of_all("care_starts_per_year"));
    assert_stays(&trial, 1, of_all("care_packages"));
    for (uint32_t r = 0; r < REPLICATIONS; r++) { /* at most the two hours, less where the package is smaller */
        const double reduced = value_of(&trial, 1, of_all("reduced_per_year"), r);
        assert_above(2 * reduced + 1e-9, value_of(&trial, 1, of_all("reduced_hours_per_year"), r));
        assert_above(value_of(&trial, 1, of_all("reduced_hours_per_year"), r), reduced);
    }
    trial_end(&trial);
}

static void nothing_is_taken_off_below_an_empty_package(void **state) {
    (void)state;
    struct trial trial;
    pairs(&trial, "return_per_year = 0;", "return_per_year = 0; reduce = 1; reduce_hours = 168;");
    assert_above(mean_of(&trial, 0, of_all("care_hours_per_week")), mean_of(&trial, 1, of_all("care_hours_per_week")));
    for (size_t m = 0; m < 12; m++) {
        assert_true(month_of(&trial, 1, of_all("care_unmet_hours_per_week"), m) >= 0);
    }
    const double hours = mean_of(&trial, 1, of_all("reduced_hours_per_year")) / mean_of(&trial, 1, of_all("reduced_per_year"));
    assert_near(hours, 7.3, 0.1); /* the whole package: some 800 of them, cv 0.8, so three standard errors */
    trial_end(&trial);
}

static void delay_puts_packages_off_by_the_time_it_says(void **state) {
    (void)state;
    struct trial trial;
    pairs(&trial, "return_per_year = 0;", "return_per_year = 0; delay = 0.5; delay_weeks = 12;");
    assert_stays(&trial, 1, of_all("care_requests_per_year"));
    /* Little: who is put off is put off for twelve weeks, unless death comes first. */
    const double expected = mean_of(&trial, 1, of_all("delayed_per_year")) * 12 * 7 / 365.25;
    assert_near(mean_of(&trial, 1, of_all("care_put_off")), expected, 0.12);
    assert_above(expected, mean_of(&trial, 1, of_all("care_put_off")));
    trial_end(&trial);
}

/* Without a warm-up: after one, as many who were put off before day one start later as are put off for later. */
static void delay_starts_packages_later(void **state) {
    (void)state;
    struct trial trial;
    char *pair = with_pair("return_per_year = 0;"), *slow = with_pair("return_per_year = 0; delay = 0.5; delay_weeks = 26;");
    char *texts[] = {mem_format("run = { warm_up_days = 0; }; %s", pair), mem_format("run = { warm_up_days = 0; }; %s", slow)};
    two(&trial, texts[0], texts[1]);
    assert_falls(&trial, 1, of_all("care_starts_per_year"));
    assert_falls(&trial, 1, of_all("care_packages"));
    assert_stays(&trial, 1, of_all("care_requests_per_year"));
    assert_true(month_of(&trial, 1, of_all("care_starts_per_year"), 11) > 0.8 * month_of(&trial, 0, of_all("care_starts_per_year"), 11));
    free(texts[0]);
    free(texts[1]);
    free(pair);
    free(slow);
    trial_end(&trial);
}

/* Social work assesses and commissions in one; what a pair has assessed it commissions in a contact of its own. */
static void a_pair_hands_packages_over_to_be_commissioned(void **state) {
    (void)state;
    struct trial trial;
    char *pair = with_pair("return_per_year = 0;");
    two(&trial, "teams = ( { name = \"Social work\"; staff = ( { role = \"social_worker\"; fte = 6; } ); } );", pair);
    const double alone = mean_of(&trial, 0, of_team("contacts_per_year", "Social work")) -
                         mean_of(&trial, 0, of_team("seen_per_year", "Social work"));
    const double commissioned = mean_of(&trial, 1, of_team("contacts_per_year", "Social work")) -
                                mean_of(&trial, 1, of_team("seen_per_year", "Social work"));
    assert_within(alone, 0, 6); /* work in progress at the edges of the window */
    assert_near(commissioned, mean_of(&trial, 1, of_team("seen_per_year", "Pair")), 0.1);
    assert_falls(&trial, 1, of_team("referrals_per_year", "Social work"));
    free(pair);
    trial_end(&trial);
}

/* A quarter of those who come for care have a service already; the pair takes none of them, nor anybody assessed before. */
static void a_pair_takes_only_people_without_a_service(void **state) {
    (void)state;
    struct trial trial;
    char *pair = with_pair("return_per_year = 0;");
    trial_run(&trial, valley, REPLICATIONS, (const char *const[]){pair, NULL});
    const double came = mean_of(&trial, 0, of_stream("persons_per_year", "care"));
    const double taken = mean_of(&trial, 0, of_team("referrals_per_year", "Pair"));
    assert_within(taken / came, 0.75, 4 * sqrt(0.75 * 0.25 / (REPLICATIONS * came))); /* one false alarm in 16,000 */
    free(pair);
    trial_end(&trial);
}

static void slower_brokerage_keeps_more_people_waiting_for_a_package(void **state) {
    (void)state;
    struct trial trial;
    two(&trial, "", "world = { care = { brokerage_days = 45; }; };");
    assert_rises(&trial, 1, of_all("care_waiting_package"));
    assert_rises(&trial, 1, of_all("care_unmet_hours_per_week"));
    assert_stays(&trial, 1, of_all("care_requests_per_year"));
    assert_stays(&trial, 1, of_all("care_waiting_assessment"));
    trial_end(&trial);
}

/* Nobody new asks, nobody dies, packages last 100 weeks, exponentially. */
static const char *const stock_alone =
    "run = { end_date = \"2014-02-01\"; };"
    "world = { death_multiplier = 0;"
    "  streams = ( { name = \"community\"; further = ( { need = \"care\"; drop = true; } ); },"
    "    { name = \"hospital\"; further = ( { need = \"care\"; drop = true; } ); },"
    "    { name = \"care\"; rates = ( { age_band = \"old\"; per_1000_per_year = 0; } ); } );"
    "  care = { bands = ("
    "    { age_band = \"adult\"; onset_per_year = 0; weeks = { dist = \"exponential\"; mean = 100; }; },"
    "    { age_band = \"old\"; onset_per_year = 0; weeks = { dist = \"exponential\"; mean = 100; }; } ); }; };";

/* 64 of 32,180 adults; 60 in a thousand of the old, of whom 6,000 or so, by mid-year figures, at the turn of the year. */
static void packages_of_day_one_are_the_stock(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, REPLICATIONS, (const char *const[]){stock_alone, NULL});
    const double old = 0.06 * (3010 + 2690) * (pow(1.03, 1) + pow(1.03, 2)) / 2;
    const double weeks = 31.0 / 7, left = (1 - exp(-weeks / 100)) * 100 / weeks;
    const double packages = mean_of(&trial, 0, of_all("care_packages"));
    assert_near(mean_of(&trial, 0, of_band("care_packages", "adult")), 64 * left, 0.02);
    assert_near(mean_of(&trial, 0, of_band("care_packages", "old")), old * left, 0.01);
    /* Four standard errors of the mean of six times as many packages: one false alarm in 16,000. */
    assert_near(mean_of(&trial, 0, of_all("care_hours_per_week")), 7.3 * packages, 4 * 0.8 / sqrt(REPLICATIONS * packages));
    trial_end(&trial);
}

static void every_service_begins_with_the_same_packages(void **state) {
    (void)state;
    struct trial trial;
    char *pair = with_pair("prevent = 0.5; return_per_year = 0;");
    char *other = mem_format("%s %s", stock_alone, pair);
    two(&trial, stock_alone, other);
    assert_stays(&trial, 1, of_all("care_packages"));
    assert_stays(&trial, 1, of_all("care_hours_per_week"));
    assert_above(mean_of(&trial, 0, of_all("care_hours_per_week")), 1000);
    free(other);
    free(pair);
    trial_end(&trial);
}

static void packages_last_as_long_as_the_age_of_their_holder_says(void **state) {
    (void)state;
    struct trial trial;
    two(&trial, "", "world = { care = { bands = ( { age_band = \"adult\"; weeks = { dist = \"exponential\"; mean = 15; }; } ); }; };");
    assert_falls(&trial, 1, of_band("care_packages", "adult"));
    assert_stays(&trial, 1, of_band("care_packages", "old"));
    assert_stays(&trial, 1, of_all("care_starts_per_year"));
    trial_end(&trial);
}

static void care_costs_its_hours_times_the_price(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, 2, (const char *const[]){"", NULL});
    for (uint32_t r = 0; r < 2; r++) {
        const double hours = value_of(&trial, 0, of_all("care_hours_per_week"), r);
        assert_near(value_of(&trial, 0, of_all("care_cost_gbp_per_year"), r), hours * 365.25 / 7 * 23.9, 1e-12);
        assert_near(value_of(&trial, 0, of_all("care_needed_hours_per_week"), r),
                    hours + value_of(&trial, 0, of_all("care_unmet_hours_per_week"), r), 1e-12);
    }
    trial_end(&trial);
}

/* One first-come list with some servers, where waiting hurts and help protects. */
static char *one_list(int seed, int servers) {
    return mem_format(
        "run = { end_date = \"2016-01-01\"; warm_up_days = 400; seed = %d; };"
        "world = { follow_days = 365;"
        "  needs = ( { name = \"help\"; assessment_hours = { dist = \"lognormal\"; mean = 5; cv = 1; }; lead_days = 30; } );"
        "  streams = ( { name = \"door\"; rates = ( { age_band = \"everybody\"; per_1000_per_year = 4000; } ); } );"
        "  care = { waiting_multiplier = 5; protection_multiplier = 0.1; bands = ( { age_band = \"everybody\";"
        "    stock_per_1000 = 0; onset_per_year = 0.3; weeks = 10; } ); }; };"
        "teams = ( { name = \"Team\"; staff = ( { role = \"ot\"; fte = %d; } ); },"
        "  { name = \"Care\"; organisation = \"one\"; localities = [ \"all\" ]; streams = [ \"all\" ]; visits = false;"
        "    remit = ( { need = \"care\"; }, { need = \"commissioning\"; } ); staff = ( { role = \"ot\"; fte = 30; } );"
        "    recognises = 0; always_open = true; } );",
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

/* Nobody waits longer where one first-come list has more servers, so nobody's need for care comes earlier. */
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
        cmocka_unit_test(without_effects_nothing_is_prevented_reduced_or_delayed),
        cmocka_unit_test(prevention_takes_the_share_it_says_of_packages),
        cmocka_unit_test(those_who_return_ask_for_care_again),
        cmocka_unit_test(reduction_makes_packages_smaller_and_no_fewer),
        cmocka_unit_test(nothing_is_taken_off_below_an_empty_package),
        cmocka_unit_test(delay_puts_packages_off_by_the_time_it_says),
        cmocka_unit_test(delay_starts_packages_later),
        cmocka_unit_test(a_pair_hands_packages_over_to_be_commissioned),
        cmocka_unit_test(a_pair_takes_only_people_without_a_service),
        cmocka_unit_test(slower_brokerage_keeps_more_people_waiting_for_a_package),
        cmocka_unit_test(packages_of_day_one_are_the_stock),
        cmocka_unit_test(every_service_begins_with_the_same_packages),
        cmocka_unit_test(packages_last_as_long_as_the_age_of_their_holder_says),
        cmocka_unit_test(care_costs_its_hours_times_the_price),
        cmocka_unit_test(who_never_waits_longer_never_needs_care_earlier),
    };
    return run_chosen(tests, argc, argv);
}

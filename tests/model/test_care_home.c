/* tests/model/test_care_home.c - care homes: who goes there, and for how long. In the ward people ask for care in January,
 * all of them for 14 days; who goes to a care home then stays for 20. Where chance decides, four standard errors are
 * allowed: one false alarm in 16,000. */
#include "tests/model/diary.h"

static const char *const ward = "tests/scenarios/ward.cfg", *const valley = "tests/scenarios/valley.cfg";
static const double years = 243 / 365.25;

/* People who ask for care, and two in five care homes after it. The caller frees it. */
static char *askers(double per_1000, const char *more) {
    return mem_format(
        "world = { streams = ( { name = 'request'; rates = ( { age_band = 'everybody'; per_1000_per_year = "
        "%g; } ); } ); care = { brokerage_days = 3; bands = ( { age_band = 'everybody'; weeks = 2; } ); }; "
        "care_homes = { stay_days = 20; cost_gbp_per_week = 617; bands = ( { age_band = 'everybody'; "
        "probability = 0.4; } ); }; }; %s",
        per_1000, more);
}

static void two_in_five_go_there_and_stay_for_twenty_days(void **state) {
    (void)state;
    char *overlay = askers(9000, "");
    struct diary diary;
    diary_keep(&diary, ward, overlay, 1);
    size_t people = 0, residents = 0;
    for (uint32_t p = 0; p < DIARY_PEOPLE; p++) {
        if (diary_has(&diary, p, MODEL_FACT_CAME)) {
            const des_time spent = diary_time(&diary, p, MODEL_FACT_GONE) - diary_time(&diary, p, MODEL_FACT_CAME);
            assert_true(spent == diary_days(14) || spent == diary_days(34));
            residents += spent == diary_days(34);
            people++;
        }
    }
    assert_above((double)people, 600);
    assert_within((double)residents, 0.4 * (double)people, 4 * sqrt(0.4 * 0.6 * (double)people));
    diary_end(&diary);
    free(overlay);
}

/* Residents are admissions times stays (Little 1961), for nobody is there at the beginning or the end; and so much a
 * week of each. */
static void residents_are_admissions_times_stays(void **state) {
    (void)state;
    struct trial trial;
    char *overlay = askers(900, "");
    trial_run(&trial, ward, 2, (const char *const[]){overlay, NULL});
    for (uint32_t r = 0; r < 2; r++) {
        const double admissions = value_of(&trial, 0, of_all("care_home_admissions_per_year"), r);
        assert_above(admissions * years, 15);
        assert_near(value_of(&trial, 0, of_all("care_home_residents"), r), admissions * 20 / 365.25, 1e-9);
        assert_near(value_of(&trial, 0, of_all("care_home_cost_per_year"), r), admissions * 20 / 7 * 617 / 1000, 1e-9);
    }
    free(overlay);
    trial_end(&trial);
}

/* Askers whom nobody assesses; run is written with the holidays in it. The caller frees it. */
static char *unassessed(const char *run) {
    char *holidays = weekdays((struct des_date){2013, 12, 1}, (struct des_date){2014, 6, 1});
    char *overlay = mem_format(run, holidays),
         *usual = askers(900, "teams = ( { name = 'Care'; always_open = false; } );");
    char *both = mem_format("%s %s", overlay, usual);
    free(holidays);
    free(overlay);
    free(usual);
    return both;
}

/* Whether a need ends in a care home is the person's fate: with nobody to assess it, packages never start, and the same
 * people go there. */
static void a_need_without_a_package_may_end_there_too(void **state) {
    (void)state;
    struct trial trial;
    char *with = askers(900, ""), *without = unassessed("run = { holidays = [ %s ]; };");
    trial_run(&trial, ward, 3, (const char *const[]){with, without, NULL});
    assert_above(mean_of(&trial, 0, of_all("care_starts_per_year")), 100);
    assert_true(mean_of(&trial, 1, of_all("care_starts_per_year")) == 0);
    assert_above(mean_of(&trial, 1, of_all("care_home_residents")), 1);
    assert_stays(&trial, 1, of_all("care_home_residents"));
    assert_stays(&trial, 1, of_all("care_home_admissions_per_year"));
    free(with);
    free(without);
    trial_end(&trial);
}

/* 26 in 1,000 of 1,000 residents, met at a random moment of their 20 days: gone evenly over 20 days, 10 days each on
 * average with a variance of 400 / 12. */
static void residents_of_day_one_have_stayed_for_a_while(void **state) {
    (void)state;
    enum { RUNS = 30 };
    struct trial trial;
    trial_run(&trial, ward, RUNS,
              (const char *const[]){"world = { care_homes = { stay_days = 20; bands = ( { age_band = 'everybody'; "
                                    "probability = 0; stock_per_1000 = 26; } ); }; };",
                                    NULL});
    const double days = mean_of(&trial, 0, of_all("care_home_residents")) * 243;
    assert_within(days, 26 * 10, 4 * sqrt(26 * 400 / 12.0 / RUNS));
    assert_near(month_of(&trial, 0, of_all("care_home_residents"), 0) * 31, days, 1e-9);
    assert_true(mean_of(&trial, 0, of_all("care_home_admissions_per_year")) == 0);
    struct model *model = model_new(&trial.entries[0].inputs);
    model_run(model, 1, true);
    assert_int_equal(model_persons(model), 26);
    model_free(model);
    trial_end(&trial);
}

/* Those of the warm-up are among the residents of day one. Nobody has a package here. */
static void nobody_enters_before_day_one(void **state) {
    (void)state;
    struct trial trial;
    char *ended = unassessed("run = { start_date = '2014-02-20'; warm_up_days = 60; holidays = [ %s ]; };");
    char *ending = unassessed("run = { start_date = '2014-02-05'; warm_up_days = 60; holidays = [ %s ]; };");
    trial_run(&trial, ward, 3, (const char *const[]){ended, ending, NULL});
    assert_above(mean_of(&trial, 1, of_all("care_home_admissions_per_year")), 1);
    assert_true(mean_of(&trial, 0, of_all("care_home_admissions_per_year")) == 0);
    assert_true(mean_of(&trial, 0, of_all("care_home_residents")) == 0);
    free(ended);
    free(ending);
    trial_end(&trial);
}

/* The valley where needs last twenty weeks, nobody dies, and adults and the old go to care homes each at their rate. */
static const char by_age[] =
    "run = { warm_up_days = 0; end_date = '%s'; }; world = { death_multiplier = 0; streams = ( { name = 'community'; "
    "rates = ( { age_band = 'adult'; per_1000_per_year = 45; } ); } ); care = { bands = ( { age_band = "
    "'adult'; stock_per_1000 = 0; onset_per_year = 4; weeks = 20; }, { age_band = 'old'; stock_per_1000 = 0; "
    "onset_per_year = 0.6; weeks = 20; } ); }; care_homes = { stay_days = 20000; bands = ( { age_band = 'old'; "
    "probability = 0.7; stock_per_1000 = 31; }, { age_band = 'adult'; probability = 0.2; stock_per_1000 = 3; } ); }; "
    "};";

/* Of those who come, how many go to a care home in 2014: at the rate of the age at which their need ends, counted by the
 * band in which they came. */
struct entries {
    double of_band[3];
    size_t have_turned_old; /* since they came */
};

static void add_person(const struct diary *diary, uint32_t number, uint32_t replication, struct entries *entries) {
    const des_time ends = diary_time(diary, number, MODEL_FACT_NEEDS_CARE) + 20 * DES_WEEK;
    const struct world_person who = diary_person(diary, number, replication);
    const double age = who.age_years + des_clock_units(ends - diary_time(diary, number, MODEL_FACT_CAME), DES_YEAR);
    struct des_stream random;
    des_stream_init(&random, (uint64_t)diary->scenario.run.seed, replication);
    const double chance = world_person_uniform(&random, number, WORLD_CARE_HOME);
    if (ends < diary_days(365) && chance < (age < 75 ? 0.2 : 0.7)) {
        entries->of_band[who.band]++;
        entries->have_turned_old += who.age_years < 75 && age >= 75;
    }
}

static void people_go_there_at_the_rate_of_their_age(void **state) {
    (void)state;
    enum { RUNS = 3 };
    char *overlay = mem_format(by_age, "2015-01-01");
    struct trial trial;
    trial_run(&trial, valley, RUNS, (const char *const[]){overlay, NULL});
    size_t have_turned_old = 0;
    for (uint32_t r = 0; r < RUNS; r++) {
        struct diary diary;
        struct entries entries = {{0, 0, 0}, 0};
        diary_keep(&diary, valley, overlay, r + 1);
        for (uint32_t p = 0; p < DIARY_PEOPLE; p++) {
            if (diary_has(&diary, p, MODEL_FACT_NEEDS_CARE)) {
                add_person(&diary, p, r + 1, &entries);
            }
        }
        for (size_t band = 0; band < 3; band++) { /* a child may turn 16 */
            static const char *const bands[] = {"child", "adult", "old"};
            const double admissions = value_of(&trial, 0, of_band("care_home_admissions_per_year", bands[band]), r);
            assert_near(entries.of_band[band] * 365.25 / 365, admissions, 1e-9);
            assert_true(band == 0 || admissions > 80);
        }
        have_turned_old += entries.have_turned_old;
        diary_end(&diary);
    }
    assert_true(have_turned_old >= 3);
    free(overlay);
    trial_end(&trial);
}

/* On the first two days, on which next to nobody leaves. Of the old there are by then as many as in the middle between two
 * mid-years. */
static void residents_of_day_one_are_the_stock_of_their_age(void **state) {
    (void)state;
    char *overlay = mem_format(by_age, "2014-01-03");
    struct trial trial;
    trial_run(&trial, valley, 2, (const char *const[]){overlay, NULL});
    const double adults = round(0.003 * 17870) + round(0.003 * 14310);
    const double old = round(0.031 * (3100 + 3193) / 2) + round(0.031 * (2771 + 2854) / 2);
    assert_within(mean_of(&trial, 0, of_band("care_home_residents", "adult")), adults, 0.4);
    assert_within(mean_of(&trial, 0, of_band("care_home_residents", "old")), old, 0.4);
    free(overlay);
    trial_end(&trial);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_in_five_go_there_and_stay_for_twenty_days),
        cmocka_unit_test(residents_are_admissions_times_stays),
        cmocka_unit_test(a_need_without_a_package_may_end_there_too),
        cmocka_unit_test(residents_of_day_one_have_stayed_for_a_while),
        cmocka_unit_test(nobody_enters_before_day_one),
        cmocka_unit_test(people_go_there_at_the_rate_of_their_age),
        cmocka_unit_test(residents_of_day_one_are_the_stock_of_their_age),
    };
    return run_chosen(tests, argc, argv);
}

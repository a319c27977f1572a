/* tests/model/test_hospital.c - delayed discharge, to the second: work takes hours that are known, nobody waits for
 * staff, and nobody is under way at the end. */
#include "tests/model/diary.h"

static const char *const ward = "tests/scenarios/ward.cfg";
static const double years = 243 / 365.25;

/* Inpatients who need care, found by the acute team; ready after some days. The caller frees it. */
static char *inpatients(double per_1000, double days, const char *more) {
    return mem_format("world = { streams = ( { name = 'ward'; further = ( { need = 'care'; probability = 1; } ); "
                      "rates = ( { age_band = 'everybody'; per_1000_per_year = %g; } ); } ); "
                      "hospital = { length_of_stay_days = %g; %s }; };",
                      per_1000, days, more);
}

/* Assessed for 5 hours, then for care for 7, then 9.5 days of brokerage: 10 days; ready after 4.25. */
static void who_is_ready_leaves_when_the_package_starts(void **state) {
    (void)state;
    char *overlay = inpatients(400, 4.25, "");
    struct diary diary;
    diary_keep(&diary, ward, overlay, 1);
    for (uint32_t p = 0; p < DIARY_PEOPLE; p++) {
        if (diary_has(&diary, p, MODEL_FACT_CAME)) {
            const des_time came = diary_time(&diary, p, MODEL_FACT_CAME);
            assert_int_equal(diary_time(&diary, p, MODEL_FACT_CARE) - came, diary_days(10));
            assert_int_equal(diary_time(&diary, p, MODEL_FACT_WENT_HOME) - came, diary_days(10));
        }
    }
    assert_in_range(diary_count(&diary, MODEL_FACT_CAME), 20, 60);
    diary_end(&diary);
    free(overlay);
}

/* Days of delay a person, in all, waiting for assessment and waiting for care. */
static void assert_delay(double ready_days, double all, double assessment, double care) {
    char *overlay = inpatients(400, ready_days, "");
    struct trial trial;
    trial_run(&trial, ward, 2, (const char *const[]){overlay, NULL});
    for (uint32_t r = 0; r < 2; r++) {
        const double delayed = value_of(&trial, 0, of_all("delayed_discharges_per_year"), r);
        assert_near(delayed, value_of(&trial, 0, of_all("persons_per_year"), r), 1e-12);
        assert_near(value_of(&trial, 0, of_all("delayed_bed_days_per_year"), r) / delayed, all, 1e-9);
        assert_within(value_of(&trial, 0, of_all("delayed_beds_assessment"), r) * 365.25 / delayed, assessment, 1e-9);
        assert_near(value_of(&trial, 0, of_all("delayed_beds_care"), r) * 365.25 / delayed, care, 1e-9);
        assert_within(value_of(&trial, 0, of_all("delayed_assessment_share"), r), 100 * assessment / all, 1e-9);
    }
    free(overlay);
    trial_end(&trial);
}

static void delays_are_told_apart_by_what_people_wait_for(void **state) {
    (void)state;
    assert_delay(4.25, 5.75, 0, 5.75);
    assert_delay(0.1, 9.9, 0.4, 9.5); /* ready after 2.4 hours of the 12 */
}

static void who_is_ready_and_seen_in_time_has_no_delay(void **state) {
    (void)state;
    char *overlay = inpatients(400, 10.01, "");
    struct trial trial;
    trial_run(&trial, ward, 2, (const char *const[]){overlay, NULL});
    assert_above(mean_of(&trial, 0, of_all("care_starts_per_year")), 30);
    assert_true(mean_of(&trial, 0, of_all("delayed_discharges_per_year")) == 0);
    assert_true(mean_of(&trial, 0, of_all("delayed_bed_days_per_year")) == 0);
    free(overlay);
    trial_end(&trial);
}

/* Ages are even between 0 and 100, of 1,000 residents; 5.75 days each. Who is of age when the delay begins counts. */
static void the_indicator_counts_those_of_its_age(void **state) {
    (void)state;
    char *of_60 = inpatients(900, 4.25, "indicator_from_years = 60;");
    struct trial trial;
    struct diary diary;
    trial_run(&trial, ward, 1, (const char *const[]){of_60, NULL});
    diary_keep(&diary, ward, of_60, 1);
    double days = 0;
    for (uint32_t p = 0; p < DIARY_PEOPLE; p++) {
        if (diary_has(&diary, p, MODEL_FACT_CAME)) {
            days += diary_person(&diary, p, 1).age_years + 4.25 / 365.25 >= 60 ? 5.75 : 0;
        }
    }
    assert_above(days, 60);
    assert_near(mean_of(&trial, 0, of_all("delayed_bed_days_per_1000_old")), days / years / 400 * 1000, 1e-9);
    assert_above(mean_of(&trial, 0, of_all("delayed_bed_days_per_year")), 1.5 * days / years);
    diary_end(&diary);
    free(of_60);
    trial_end(&trial);
}

/* Brokerage of 100 days, and one in five dies in a year. */
static void death_ends_a_delay(void **state) {
    (void)state;
    char *sick = inpatients(6000, 4.25, "}; death_multiplier = 10; care = { brokerage_days = 100;");
    struct trial trial;
    struct diary diary;
    trial_run(&trial, ward, 1, (const char *const[]){sick, NULL});
    diary_keep(&diary, ward, sick, 1);
    double days = 0;
    size_t died = 0;
    for (uint32_t p = 0; p < DIARY_PEOPLE; p++) {
        if (diary_has(&diary, p, MODEL_FACT_CAME)) {
            const des_time home = diary_time(&diary, p, MODEL_FACT_WENT_HOME),
                           gone = diary_time(&diary, p, MODEL_FACT_GONE);
            const des_time left = home < gone ? home : gone;
            days += fmax(0, des_clock_units(left - diary_time(&diary, p, MODEL_FACT_CAME), DES_DAY) - 4.25);
            died += gone < home;
        }
    }
    assert_in_range(died, 5, 60);
    assert_near(mean_of(&trial, 0, of_all("delayed_bed_days_per_year")) * years, days, 1e-9);
    diary_end(&diary);
    free(sick);
    trial_end(&trial);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_is_ready_leaves_when_the_package_starts),
        cmocka_unit_test(delays_are_told_apart_by_what_people_wait_for),
        cmocka_unit_test(who_is_ready_and_seen_in_time_has_no_delay),
        cmocka_unit_test(the_indicator_counts_those_of_its_age),
        cmocka_unit_test(death_ends_a_delay),
    };
    return run_chosen(tests, argc, argv);
}

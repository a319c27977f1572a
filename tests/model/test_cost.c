/* tests/model/test_cost.c - what is paid, worked out from other measures, and what it is worth on the first day. */
#include "tests/model/fixture.h"

static const char *const valley = "tests/scenarios/valley.cfg";

/* The valley with prices for everything, between two dates; world is added to. The caller frees it. */
static char *priced(const char *start, const char *end, const char *world) {
    return mem_format(
        "run = { start_date = '%s'; end_date = '%s'; }; world = { %s "
        "hospital = { delayed_bed_gbp_per_day = 271.5; admission_stream = 'hospital'; admissions = ( "
        "{ age_band = 'old'; per_year = 0.6; } ); }; care_homes = { cost_gbp_per_week = 613.7; stay_days = "
        "250; bands = ( { age_band = 'old'; probability = 0.4; stock_per_1000 = 31; } ); }; };",
        start, end, world);
}

/* Thousands of pounds a year: FTE of therapists, assistants and social workers, all in post all the time. */
static const double staff_per_year = (3.5 + 2.4 + 1.8 + 1.8) * 52 + (1.5 + 1 + 0.5 + 0.5) * 36 + 2.6 * 51;

/* In thousands of pounds a year of 365.25 days; a price of home care of 23.9. */
static void each_cost_is_an_amount_times_a_price(void **state) {
    (void)state;
    struct trial trial;
    char *overlay = priced("2014-01-01", "2014-09-01", "");
    trial_run(&trial, valley, 2, (const char *const[]){overlay, NULL});
    for (uint32_t r = 0; r < 2; r++) {
        const double weeks = 365.25 / 7;
        const double care = value_of(&trial, 0, of_all("care_hours_per_week"), r) * weeks * 23.9 / 1000;
        const double homes = value_of(&trial, 0, of_all("care_home_residents"), r) * weeks * 613.7 / 1000;
        const double beds = value_of(&trial, 0, of_all("delayed_bed_days_per_year"), r) * 271.5 / 1000;
        assert_near(value_of(&trial, 0, of_all("care_cost_per_year"), r), care, 1e-9);
        assert_near(value_of(&trial, 0, of_all("care_home_cost_per_year"), r), homes, 1e-9);
        assert_near(value_of(&trial, 0, of_all("delayed_bed_cost_per_year"), r), beds, 1e-9);
        assert_near(value_of(&trial, 0, of_all("staff_cost_per_year"), r), staff_per_year, 1e-9);
        assert_near(value_of(&trial, 0, of_all("cost_per_year"), r), care + homes + beds + staff_per_year, 1e-9);
        assert_true(care > 100 && homes > 100 && beds > 10);
    }
    free(overlay);
    trial_end(&trial);
}

static void costs_of_localities_and_ages_sum_to_all(void **state) {
    (void)state;
    static const char *const keys[] = {"care_cost_per_year", "care_home_cost_per_year", "delayed_bed_cost_per_year"};
    struct trial trial;
    char *overlay = priced("2014-01-01", "2014-09-01", "");
    trial_run(&trial, valley, 1, (const char *const[]){overlay, NULL});
    for (size_t k = 0; k < 3; k++) {
        const double all = mean_of(&trial, 0, of_all(keys[k]));
        const double north = mean_of(&trial, 0, (struct column){keys[k], "locality", "North"});
        const double south = mean_of(&trial, 0, (struct column){keys[k], "locality", "South"});
        double bands = 0;
        for (size_t b = 0; b < 3; b++) {
            bands += mean_of(&trial, 0, of_band(keys[k], (const char *const[]){"child", "adult", "old"}[b]));
        }
        assert_true(north > 0 && south > 0);
        assert_near(north + south, all, 1e-9);
        assert_near(bands, all, 1e-9);
    }
    free(overlay);
    trial_end(&trial);
}

/* Thousands of pounds paid in a month of so many days. */
static double paid_in(const struct trial *trial, size_t month, double days) {
    return staff_per_year * days / 365.25 +
           month_of(trial, 0, of_all("care_hours_per_week"), month) * days / 7 * 23.9 / 1000 +
           month_of(trial, 0, of_all("care_home_residents"), month) * days / 7 * 613.7 / 1000 +
           month_of(trial, 0, of_all("delayed_beds"), month) * days * 271.5 / 1000;
}

/* Each month from its middle, at 3.5 %. */
static double discounted(const struct trial *trial, const double *days, size_t months) {
    double sum = 0, begin = 0;
    for (size_t m = 0; m < months; m++) {
        sum += paid_in(trial, m, days[m]) / pow(1.035, (begin + days[m] / 2) / 365.25);
        begin += days[m];
    }
    return sum;
}

static void two_months_and_fourteen_are_discounted_from_their_middles(void **state) {
    (void)state;
    static const double in_part[] = {15, 19}, whole[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28};
    struct trial trial = {.count = 0};
    char *two = priced("2014-01-17", "2014-02-20", ""), *fourteen = priced("2014-01-01", "2015-03-01", "");
    trial_run(&trial, valley, 1, (const char *const[]){two, NULL});
    assert_near(mean_of(&trial, 0, of_all("cost_discounted")), discounted(&trial, in_part, 2), 1e-9);
    trial_end(&trial);
    trial_run(&trial, valley, 1, (const char *const[]){fourteen, NULL});
    assert_near(mean_of(&trial, 0, of_all("cost_discounted")), discounted(&trial, whole, 14), 1e-9);
    assert_near(year_of(&trial, 0, of_all("cost_discounted"), 0), discounted(&trial, whole, 12), 1e-9);
    trial_end(&trial);
    free(two);
    free(fourteen);
}

static void at_a_rate_of_nought_it_is_the_plain_sum(void **state) {
    (void)state;
    struct trial trial;
    char *plain = priced("2014-01-01", "2015-03-01", "discount_per_year = 0;");
    char *usual = priced("2014-01-01", "2015-03-01", "");
    trial_run(&trial, valley, 1, (const char *const[]){plain, usual, NULL});
    assert_near(mean_of(&trial, 0, of_all("cost_discounted")),
                mean_of(&trial, 0, of_all("cost_per_year")) * (365 + 59) / 365.25, 1e-9);
    assert_near(mean_of(&trial, 1, of_all("cost_per_year")), mean_of(&trial, 0, of_all("cost_per_year")), 1e-12);
    assert_above(mean_of(&trial, 0, of_all("cost_discounted")), 1.01 * mean_of(&trial, 1, of_all("cost_discounted")));
    free(plain);
    free(usual);
    trial_end(&trial);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_cost_is_an_amount_times_a_price),
        cmocka_unit_test(costs_of_localities_and_ages_sum_to_all),
        cmocka_unit_test(two_months_and_fourteen_are_discounted_from_their_middles),
        cmocka_unit_test(at_a_rate_of_nought_it_is_the_plain_sum),
    };
    return run_chosen(tests, argc, argv);
}

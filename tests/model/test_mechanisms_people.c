/* tests/model/test_mechanisms_people.c - lists by wait band, several targets at once, inequality of waits. */
#include "tests/model/fixture.h"

static const char *const valley = "tests/scenarios/valley.cfg", *const queue = "tests/scenarios/queue.cfg";

static struct column of_wait_band(const char *band) {
    return (struct column){"waiting_in_band", "wait band", band};
}

static struct column of_target(const char *target) {
    return (struct column){"target_met", "target", target};
}

static struct column of_locality(const char *measure, const char *locality) {
    return (struct column){measure, "locality", locality};
}

static const char *const bands[] = {"0-1 weeks",   "1-2 weeks",   "2-4 weeks",    "4-12 weeks",
                                    "12-18 weeks", "18-52 weeks", "over 52 weeks"};
enum { BANDS = sizeof bands / sizeof bands[0] };

static void bands_sum_to_those_who_wait_in_every_month(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, 2, (const char *const[]){"", NULL});
    for (size_t m = 0; m < 12; m++) {
        double sum = 0;
        for (size_t b = 0; b < BANDS; b++) {
            sum += month_of(&trial, 0, of_wait_band(bands[b]), m);
        }
        assert_above(sum, 10);
        assert_near(sum, month_of(&trial, 0, of_all("waiting_in_band"), m), 1e-12);
    }
    trial_end(&trial);
}

/* Nobody is seen, nobody leaves: on the last day of March everybody who has come since the new year waits. A rate of
 * 20 a day, so that each band holds 20 for each of its days; four standard errors. */
static void who_came_n_weeks_ago_is_in_the_band_of_n_weeks(void **state) {
    (void)state;
    static const double days[BANDS] = {7, 7, 14, 56, 6, 0, 0};
    struct trial trial;
    trial_run(&trial, queue, 1,
              (const char *const[]){
                  "run = { warm_up_days = 0; end_date = '2014-04-01'; }; world = { needs = ( { name = 'help'; "
                  "assessment_hours = 200; } ); streams = ( { name = 'door'; rates = ( { age_band = 'everybody'; "
                  "per_1000_per_year = 7305; } ); } ); }; teams = ( { name = 'Team'; always_open = false; staff = ( { "
                  "role = 'ot'; client_hours_per_fte_year = 10; } ); } );",
                  NULL});
    for (size_t b = 0; b < BANDS; b++) {
        assert_within(month_of(&trial, 0, of_wait_band(bands[b]), 2), 20 * days[b], 4 * sqrt(20 * days[b]));
    }
    const double came = mean_of(&trial, 0, of_all("persons_per_year")) * 90 / 365.25;
    assert_within(month_of(&trial, 0, of_all("waiting_in_band"), 2), came - 1, 1e-6); /* one is being seen */
    assert_near(mean_of(&trial, 0, of_all("waiting_in_band")),
                (month_of(&trial, 0, of_all("waiting_in_band"), 0) + month_of(&trial, 0, of_all("waiting_in_band"), 1) +
                 month_of(&trial, 0, of_all("waiting_in_band"), 2)) /
                    3,
                1e-12);
    trial_end(&trial);
}

static void fewer_staff_fill_the_bands_of_long_waits(void **state) {
    (void)state;
    struct trial trial;
    trial_run(
        &trial, valley, 6,
        (const char *const[]){"", "teams = ( { name = 'Rehab'; staff = ( { role = 'ot'; fte = 1.2; } ); } );", NULL});
    assert_rises(&trial, 1, of_wait_band("12-18 weeks"));
    assert_rises(&trial, 1, of_wait_band("18-52 weeks"));
    trial_end(&trial);
}

static const char *const two_targets =
    "world = { targets = ( { name = 'two days'; days = 2; share = 0.8; priorities = [ 'urgent' ]; },"
    "  { name = 'five weeks'; days = 35; share = 0.9; } ); };";

/* People seen in fewer days than that, and all of them, from the histogram of waits. */
static double seen_within(const struct trial *trial, const char *subject, size_t days, double *all) {
    const struct expt_waits *waits = &trial->results.outcomes[0].waits;
    double within = 0;
    *all = 0;
    for (size_t s = 0; s < waits->subjects; s++) {
        for (size_t b = 0; strcmp(waits->names[s], subject) == 0 && b < waits->bins; b++) {
            const double people = (double)waits->counts[s * waits->bins + b];
            within += b < days ? people : 0;
            *all += people;
        }
    }
    return within;
}

static void each_target_counts_those_to_whom_it_applies(void **state) {
    (void)state;
    struct trial trial;
    double urgent, all;
    trial_run(&trial, valley, 1, (const char *const[]){two_targets, NULL});
    const double urgent_in_time = seen_within(&trial, "urgent", 2, &urgent);
    assert_near(mean_of(&trial, 0, of_target("two days")), 100 * urgent_in_time / urgent, 1e-12);
    const double in_time = seen_within(&trial, "all", 35, &all);
    assert_near(mean_of(&trial, 0, of_target("five weeks")), 100 * in_time / all, 1e-12);
    /* For all: the urgent within two days, which are within five weeks too, and the others within five weeks. */
    const double others = in_time - seen_within(&trial, "urgent", 35, &urgent);
    assert_near(mean_of(&trial, 0, of_all("target_met")), 100 * (urgent_in_time + others) / all, 1e-12);
    assert_above(mean_of(&trial, 0, of_target("five weeks")), mean_of(&trial, 0, of_all("target_met")));
    trial_end(&trial);
}

/* Who is under no target is not among those held against one. */
static void a_target_for_some_alone_is_that_of_all(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, 1,
              (const char *const[]){"world = { targets = ( { name = 'two days'; days = 2; share = 0.8; priorities = [ "
                                    "'urgent', 'low' ]; } ); };",
                                    NULL});
    double urgent, low;
    const double in_time = seen_within(&trial, "urgent", 2, &urgent) + seen_within(&trial, "low", 2, &low);
    assert_near(mean_of(&trial, 0, of_all("target_met")), 100 * in_time / (urgent + low), 1e-12);
    assert_near(mean_of(&trial, 0, of_target("two days")), mean_of(&trial, 0, of_all("target_met")), 1e-12);
    trial_end(&trial);
}

static void targets_change_nothing_that_happens(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, 1, (const char *const[]){"", two_targets, NULL});
    const struct expt_outcome *outcome = &trial.results.outcomes[0];
    assert_nan(mean_of(&trial, 0, of_all("target_met")));
    assert_int_equal(trial.results.outcomes[1].column_count, outcome->column_count + 2);
    for (size_t c = 0; c < outcome->column_count; c++) {
        const struct expt_column *column = &outcome->columns[c];
        const struct column same = {column->measure, column->dimension, column->subject};
        if (strcmp(column->measure, "target_met") != 0 && !isnan(outcome->values[c])) {
            assert_true(mean_of(&trial, 1, same) == outcome->values[c]);
        }
    }
    trial_end(&trial);
}

static void fewer_staff_meet_a_target_less_often(void **state) {
    (void)state;
    struct trial trial;
    char *fewer =
        mem_format("%s teams = ( { name = 'Rehab'; staff = ( { role = 'ot'; fte = 1.2; } ); } );", two_targets);
    trial_run(&trial, valley, 6, (const char *const[]){two_targets, fewer, NULL});
    assert_falls(&trial, 1, of_target("five weeks"));
    assert_falls(&trial, 1, of_all("target_met"));
    trial_end(&trial);
    free(fewer);
}

static void inequality_is_the_longest_mean_wait_over_the_shortest(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, 2, (const char *const[]){"", NULL});
    for (uint32_t r = 0; r < 2; r++) {
        const double north = value_of(&trial, 0, of_locality("wait_mean", "North"), r);
        const double south = value_of(&trial, 0, of_locality("wait_mean", "South"), r);
        assert_near(value_of(&trial, 0, of_all("wait_equity_locality"), r), fmax(north, south) / fmin(north, south),
                    1e-12);
        const double child = value_of(&trial, 0, of_band("wait_mean", "child"), r);
        const double adult = value_of(&trial, 0, of_band("wait_mean", "adult"), r);
        const double old = value_of(&trial, 0, of_band("wait_mean", "old"), r);
        assert_near(value_of(&trial, 0, of_all("wait_equity_age_band"), r),
                    fmax(child, fmax(adult, old)) / fmin(child, fmin(adult, old)), 1e-12);
    }
    trial_end(&trial);
}

static void a_locality_with_fewer_staff_is_worse_off(void **state) {
    (void)state;
    static const char *const staff = "teams = ( { name = 'OT North'; staff = ( { role = 'ot'; fte = 2.9; } ); }, "
                                     "{ name = 'OT South'; staff = ( { role = 'ot'; fte = %g; } ); } );";
    char *alike = mem_format(staff, 2.9), *fewer = mem_format(staff, 1.4);
    struct trial trial;
    trial_run(&trial, valley, 6, (const char *const[]){alike, fewer, NULL});
    assert_rises(&trial, 1, of_all("wait_equity_locality"));
    trial_end(&trial);
    free(alike);
    free(fewer);
}

/* Children do not count in a year in which none comes; one locality alone has nothing to be compared with. */
static void only_those_of_whom_somebody_was_seen_are_compared(void **state) {
    (void)state;
    struct trial trial = {.count = 0};
    trial_add(
        &trial, valley,
        "world = { streams = ( { name = 'school'; rates = ( { age_band = 'child'; per_1000_per_year = 0; } ); } ); "
        "};");
    trial_go(&trial, 1);
    const double adult = mean_of(&trial, 0, of_band("wait_mean", "adult"));
    const double old = mean_of(&trial, 0, of_band("wait_mean", "old"));
    assert_nan(mean_of(&trial, 0, of_band("wait_mean", "child")));
    assert_near(mean_of(&trial, 0, of_all("wait_equity_age_band")), fmax(adult, old) / fmin(adult, old), 1e-12);
    trial_end(&trial);
    trial_run(&trial, queue, 1, (const char *const[]){"run = { end_date = '2014-01-09'; };", NULL});
    assert_nan(mean_of(&trial, 0, of_all("wait_equity_locality")));
    trial_end(&trial);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bands_sum_to_those_who_wait_in_every_month),
        cmocka_unit_test(who_came_n_weeks_ago_is_in_the_band_of_n_weeks),
        cmocka_unit_test(fewer_staff_fill_the_bands_of_long_waits),
        cmocka_unit_test(each_target_counts_those_to_whom_it_applies),
        cmocka_unit_test(a_target_for_some_alone_is_that_of_all),
        cmocka_unit_test(targets_change_nothing_that_happens),
        cmocka_unit_test(fewer_staff_meet_a_target_less_often),
        cmocka_unit_test(inequality_is_the_longest_mean_wait_over_the_shortest),
        cmocka_unit_test(a_locality_with_fewer_staff_is_worse_off),
        cmocka_unit_test(only_those_of_whom_somebody_was_seen_are_compared),
    };
    return run_chosen(tests, argc, argv);
}

/* tests/world/test_profile.c - months, weekdays, shocks and years of growth, worked out by hand. */
#include "world/profile.h"

#include "tests/world/fixture.h"

static const struct des_date new_years_day = {2014, 1, 1}; /* a Wednesday */
static const des_time one_year[2] = {0, 365 * (des_time)DES_DAY};

static struct world_stream stream_named(char *name) {
    return (struct world_stream){.name = name};
}

static struct world_profile profile_of(const struct world_stream *stream, const des_time run[2]) {
    struct world_profile profile;
    world_profile_prepare(&profile, stream, new_years_day, run);
    return profile;
}

/* Arrivals from the beginning until a time, by adding up seconds' shares piece by piece under a level trend. */
static double multiplied_days(const struct world_profile *profile, double from_day, double to_day) {
    double days = 0;
    for (size_t i = 0; i < profile->piece_count; i++) {
        const double begin = des_clock_units(profile->pieces[i].begin, DES_DAY);
        const des_time last = profile->bends[profile->bend_count - 1];
        const double end = des_clock_units(i + 1 < profile->piece_count ? profile->pieces[i + 1].begin : last, DES_DAY);
        days += profile->pieces[i].multiplier * fmax(fmin(end, to_day) - fmax(begin, from_day), 0);
    }
    return days;
}

static void without_any_of_it_there_is_one_piece_of_1_between_bends(void **state) {
    (void)state;
    struct world_stream stream = stream_named((char[]){"door"});
    struct world_profile profile = profile_of(&stream, (const des_time[2]){200 * DES_DAY, 800 * (des_time)DES_DAY});
    assert_int_equal(profile.bend_count, 5); /* begin, start, mid-2014, mid-2015, end */
    assert_int_equal(profile.piece_count, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_true(profile.pieces[i].begin == profile.bends[i] && profile.pieces[i].multiplier == 1);
        assert_int_equal(profile.first_piece[i], i);
    }
    const double trend[2] = {0.003, 0.005};
    assert_near(world_profile_expected(&profile, 2, trend), 0.004 * 365 * DES_DAY, 1e-15);
    world_profile_free(&profile);
}

/* January counts twice, the rest once: 365 / (365 + 31) and twice that. */
static void months_are_scaled_to_a_mean_of_1_over_the_year(void **state) {
    (void)state;
    double weights[12] = {2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    struct world_stream stream = stream_named((char[]){"door"});
    stream.month_profile = (struct param_reals){weights, 12};
    struct world_profile profile = profile_of(&stream, one_year);
    assert_near(profile.pieces[0].multiplier, 2 * 365 / 396., 1e-12);
    assert_near(profile.pieces[1].multiplier, 365 / 396., 1e-12);
    assert_true(profile.pieces[1].begin == 31 * DES_DAY);
    assert_near(multiplied_days(&profile, 0, 365), 365, 1e-12);
    world_profile_free(&profile);
    world_profile_prepare(&profile, &stream, (struct des_date){2016, 1, 1}, (const des_time[2]){0, 366 * DES_DAY});
    assert_near(profile.pieces[0].multiplier, 2 * 366 / 397., 1e-12);
    assert_near(multiplied_days(&profile, 0, 366), 366, 1e-12);
    world_profile_free(&profile);
}

/* Thursdays have half of what the other working days have; nobody comes at weekends. */
static void weekdays_are_scaled_to_a_mean_of_1_over_the_week(void **state) {
    (void)state;
    double weights[7] = {4, 4, 4, 2, 4, 0, 0};
    struct world_stream stream = stream_named((char[]){"door"});
    stream.weekday_profile = (struct param_reals){weights, 7};
    struct world_profile profile = profile_of(&stream, one_year);
    static const double from_wednesday[7] = {4, 2, 4, 0, 0, 4, 4};
    for (int day = 0; day < 365; day++) {
        assert_near(multiplied_days(&profile, day, day + 1), from_wednesday[day % 7] * 7 / 18, 1e-12);
    }
    world_profile_free(&profile);
}

static void days_are_right_before_the_start_date_too(void **state) {
    (void)state;
    double weights[7] = {0, 0, 0, 0, 0, 0, 1};
    struct world_stream stream = stream_named((char[]){"door"});
    stream.weekday_profile = (struct param_reals){weights, 7};
    struct world_profile profile = profile_of(&stream, (const des_time[2]){5 * DES_DAY / 2, 7 * DES_DAY});
    assert_near(multiplied_days(&profile, -2.5, -2), 3.5, 1e-12); /* the second half of Sunday, 29 December 2013 */
    assert_near(multiplied_days(&profile, -2, 4), 0, 0);
    assert_near(multiplied_days(&profile, 4, 5), 7, 1e-12);
    world_profile_free(&profile);
}

static void shocks_hold_from_their_first_day_to_the_day_before_their_end_and_multiply(void **state) {
    (void)state;
    struct world_shock shocks[2] = {{{2014, 1, 11}, {2014, 2, 1}, 1.2}, {{2014, 1, 21}, {2014, 3, 1}, 0.25}};
    struct world_stream stream = stream_named((char[]){"door"});
    stream.shocks = (struct param_rows){shocks, 2, NULL};
    struct world_profile profile = profile_of(&stream, one_year);
    static const double want[4] = {1, 1.2, 1.2 * 0.25, 0.25};
    static const int begins[4] = {0, 10, 20, 31};
    for (size_t i = 0; i < 4; i++) {
        assert_near(profile.pieces[i].multiplier, want[i], 1e-15);
        assert_true(profile.pieces[i].begin == begins[i] * DES_DAY);
    }
    assert_near(multiplied_days(&profile, 59, 365), 306, 1e-12);
    world_profile_free(&profile);
}

/* 3 % in 2015, a fall by a tenth in 2017, 1 % a year of 365.25 days otherwise. */
static void years_with_a_growth_of_their_own_grow_by_it(void **state) {
    (void)state;
    struct world_growth years[2] = {{2017, -0.1}, {2015, 0.03}};
    struct world_stream stream = stream_named((char[]){"door"});
    stream.growth_per_year = 0.01;
    stream.growth = (struct param_rows){years, 2, NULL};
    const double other = pow(1.01, 365 / 365.25), leap = pow(1.01, 366 / 365.25);
    assert_near(world_profile_growth(&stream, new_years_day, -DES_YEAR), 1, 0);
    assert_near(world_profile_growth(&stream, new_years_day, 365 * DES_DAY), other, 1e-14);
    assert_near(world_profile_growth(&stream, new_years_day, 730 * DES_DAY), other * 1.03, 1e-14);
    assert_near(world_profile_growth(&stream, new_years_day, 1096 * DES_DAY), other * 1.03 * leap, 1e-14);
    assert_near(world_profile_growth(&stream, new_years_day, 1461 * DES_DAY), other * 1.03 * leap * 0.9, 1e-14);
    struct world_profile profile = profile_of(&stream, (const des_time[2]){0, 1461 * (des_time)DES_DAY});
    static const int bends[] = {0, 181, 365, 546, 730, 912, 1096, 1277, 1461};
    assert_int_equal(profile.bend_count, sizeof bends / sizeof bends[0]);
    for (size_t i = 0; i < profile.bend_count; i++) {
        assert_true(profile.bends[i] == bends[i] * (des_time)DES_DAY);
    }
    world_profile_free(&profile);
}

/* The start date lies inside the year: only what is left of it grows. */
static void growth_is_counted_from_the_start_date(void **state) {
    (void)state;
    struct world_growth year = {2014, 0.21};
    struct world_stream stream = stream_named((char[]){"door"});
    stream.growth = (struct param_rows){&year, 1, NULL};
    const struct des_date start = {2014, 7, 2};
    assert_near(world_profile_growth(&stream, start, 183 * DES_DAY), pow(1.21, 183 / 365.), 1e-14);
    assert_near(world_profile_growth(&stream, start, 1000 * (des_time)DES_DAY), pow(1.21, 183 / 365.), 1e-14);
}

/* What is expected until a day, with a trend that rises from 0.001 to 0.003 over the 181 days to mid-year: by hand, the
 * trend in the middle of each day times the day's multiplier. */
static double by_days(const double weights[7], int days) {
    double expected = 0;
    for (int day = 0; day < days; day++) {
        const double trend = 0.001 + 0.002 * (day + 0.5) / 181;
        expected += trend * DES_DAY * weights[(day + 2) % 7] * 7 / 20;
    }
    return expected;
}

static void a_slope_under_weekdays_is_integrated_and_inverted_at_every_edge(void **state) {
    (void)state;
    double weights[7] = {5, 4, 3, 2, 6, 0, 0};
    const double trend[2] = {0.001, 0.003};
    struct world_stream stream = stream_named((char[]){"door"});
    stream.weekday_profile = (struct param_reals){weights, 7};
    struct world_profile profile = profile_of(&stream, one_year);
    assert_near(world_profile_expected(&profile, 0, trend), by_days(weights, 181), 1e-12);
    for (int day = 0; day < 181; day++) {
        const bool is_weekend = (day + 2) % 7 >= 5; /* nobody comes until Monday */
        const des_time edge = (day + (is_weekend ? 7 - (day + 2) % 7 : 0)) * (des_time)DES_DAY;
        const des_time time = world_profile_time(&profile, 0, trend, by_days(weights, day) * (1 + 1e-13));
        assert_true(time >= edge && time <= edge + 1);
    }
    world_profile_free(&profile);
}

static void times_under_weekdays_and_shocks_have_gathered_what_was_asked(void **state) {
    (void)state;
    double weights[7] = {3, 1, 2, 5, 1, 0, 0.5};
    const double level[2] = {0.0007, 0.0007};
    struct world_shock shock = {{2014, 3, 4}, {2014, 4, 2}, 2.5};
    struct world_stream stream = stream_named((char[]){"door"});
    stream.weekday_profile = (struct param_reals){weights, 7};
    stream.shocks = (struct param_rows){&shock, 1, NULL};
    struct world_profile profile = profile_of(&stream, one_year);
    const double all = world_profile_expected(&profile, 0, level);
    des_time last = 0;
    for (double missing = 0.37; missing < all; missing += 3.19) {
        const des_time time = world_profile_time(&profile, 0, level, missing);
        const double second = 1. / DES_DAY, day = des_clock_units(time, DES_DAY);
        assert_true(time >= last);
        assert_true(multiplied_days(&profile, 0, day) * level[0] * DES_DAY <= missing * (1 + 1e-12));
        assert_true(multiplied_days(&profile, 0, day + second) * level[0] * DES_DAY >= missing * (1 - 1e-12));
        last = time;
    }
    world_profile_free(&profile);
}

static void faults_are_named(void **state) {
    (void)state;
    double nought[12] = {0};
    struct world_growth years[3] = {{2015, 0.1}, {2016, 0.2}, {2015, 0.3}};
    struct world_shock shocks[2] = {{{2014, 3, 4}, {2014, 3, 5}, 2}, {{2014, 3, 4}, {2014, 3, 4}, 2}};
    struct world_stream stream = stream_named((char[]){"door"});
    stream.month_profile = (struct param_reals){nought, 12};
    stream.weekday_profile = (struct param_reals){nought, 7};
    stream.growth = (struct param_rows){years, 3, NULL};
    stream.shocks = (struct param_rows){shocks, 2, NULL};
    struct err_list err;
    err_list_init(&err);
    world_profile_check(&stream, (struct param_place){"small.cfg", 0}, &err);
    assert_int_equal(err.count, 4);
    assert_int_equal(count_said(&err, "the numbers of 'month_profile' are all 0"), 1);
    assert_int_equal(count_said(&err, "the numbers of 'weekday_profile' are all 0"), 1);
    assert_int_equal(count_said(&err, "the growth of 2015 is given twice"), 1);
    assert_int_equal(count_said(&err, "'to' 2014-03-04 is not after 'from' 2014-03-04"), 1);
    err_list_free(&err);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_any_of_it_there_is_one_piece_of_1_between_bends),
        cmocka_unit_test(months_are_scaled_to_a_mean_of_1_over_the_year),
        cmocka_unit_test(weekdays_are_scaled_to_a_mean_of_1_over_the_week),
        cmocka_unit_test(days_are_right_before_the_start_date_too),
        cmocka_unit_test(shocks_hold_from_their_first_day_to_the_day_before_their_end_and_multiply),
        cmocka_unit_test(years_with_a_growth_of_their_own_grow_by_it),
        cmocka_unit_test(growth_is_counted_from_the_start_date),
        cmocka_unit_test(a_slope_under_weekdays_is_integrated_and_inverted_at_every_edge),
        cmocka_unit_test(times_under_weekdays_and_shocks_have_gathered_what_was_asked),
        cmocka_unit_test(faults_are_named),
    };
    return run_chosen(tests, argc, argv);
}

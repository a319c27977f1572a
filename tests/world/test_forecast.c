/* tests/world/test_forecast.c - how many people each cell expects, worked out by hand from residents and rates. */
#include "../../sim/world/forecast.h"

#include "tests/world/fixture.h"

enum { KNOTS = 6 }; /* begin, 1 April 2014, 1 July 2014, 2015 and 2016, the end on 26 December 2016 */

static const double days_on[KNOTS] = {-WARM_UP_DAYS, 0, 91, 456, 822, STUDY_DAYS};

static void knots_stand_at_both_ends_at_the_start_and_in_mid_years(void **state) {
    (void)state;
    struct small_world *small = make_prepared_world();
    const struct world_demand *demand = &small->world.demand;
    assert_int_equal(demand->profiles[HOSPITAL].bend_count, KNOTS);
    assert_int_equal(demand->cell_count, STREAMS * LOCALITIES * BANDS);
    for (size_t k = 0; k < KNOTS; k++) {
        assert_true(demand->profiles[HOSPITAL].bends[k] == (des_time)days_on[k] * DES_DAY);
    }
    drop_small_world(small);
}

/* Residents at each knot: 1 April 2014 is day 90 of 365, 1 July day 181 of 365 or 182 of 366, the last level. */
static double residents(size_t knot, size_t locality, size_t band) {
    static const double year[KNOTS] = {
        2014 + 90 / 365., 2014 + 90 / 365., 2014 + 181 / 365., 2015 + 181 / 365., 2016 + 182 / 366., 2016.5,
    };
    const double place = year[knot] - 2013.5;
    const size_t before = place >= 3 ? 2 : (size_t)place;
    const double share = place - (double)before;
    return (1 - share) * fixture_persons(before, locality, band) + share * fixture_persons(before + 1, locality, band);
}

static double rate_by_hand(size_t knot, size_t stream, size_t locality, size_t band) {
    static const double per_1000_a_year[STREAMS][BANDS] = {{8.25, 12.5, 93}, {0, 4.75, 61}};
    const double growth = stream == COMMUNITY ? pow(1.03, fmax(days_on[knot], 0) / 365.25) : 1;
    return residents(knot, locality, band) / 1000 * per_1000_a_year[stream][band] * growth / 365.25;
}

static void each_cell_expects_the_integral_of_residents_times_rate(void **state) {
    (void)state;
    struct small_world *small = make_prepared_world();
    for (size_t i = 0; i < (size_t)STREAMS * LOCALITIES * BANDS; i++) {
        const size_t stream = i / (LOCALITIES * BANDS), locality = i / BANDS % LOCALITIES, band = i % BANDS;
        const struct world_cell *cell = &small->world.demand.cells[world_cell(&small->world, stream, locality, band)];
        double expected = 0;
        assert_near(cell->expected[0], 0, 0);
        for (size_t k = 1; k < KNOTS; k++) {
            const double here = rate_by_hand(k, stream, locality, band);
            const double before = rate_by_hand(k - 1, stream, locality, band);
            expected += (before + here) / 2 * (days_on[k] - days_on[k - 1]);
            assert_near(cell->rate[k] * DES_DAY, here, 1e-12);
            assert_near(cell->expected[k], expected, 1e-12);
        }
    }
    drop_small_world(small);
}

static void demand_stands_still_before_the_start(void **state) {
    (void)state;
    struct small_world *small = make_prepared_world();
    for (size_t i = 0; i < small->world.demand.cell_count; i++) {
        const double *rate = small->world.demand.cells[i].rate;
        assert_near(rate[0], rate[1], 0);
        assert_true(rate[1] == 0 || rate[2] != rate[1]);
    }
    drop_small_world(small);
}

static void an_age_band_that_a_stream_does_not_name_expects_nobody(void **state) {
    (void)state;
    struct small_world *small = make_prepared_world();
    const struct world *world = &small->world;
    for (size_t locality = 0; locality < LOCALITIES; locality++) {
        const size_t cell = world_cell(world, HOSPITAL, locality, YOUNG);
        assert_near(world->demand.cells[cell].expected[KNOTS - 1], 0, 0);
        assert_true(world_demand_time(&world->demand, cell, 1e-6) == DES_NEVER);
    }
    drop_small_world(small);
}

static void growth_alone_multiplies_the_rates(void **state) {
    (void)state;
    struct small_world *small = make_small_world();
    small->world.population.years = 1;
    small->streams[COMMUNITY].growth_per_year = -0.11;
    world_forecast_prepare(&small->world, fixture_start, 0, 3 * (des_time)DES_YEAR);
    const struct world_demand *demand = &small->world.demand;
    assert_true(demand->profiles[COMMUNITY].bends[0] == 0);
    assert_int_equal(demand->profiles[COMMUNITY].bend_count, 5);
    const struct world_cell *grown = &demand->cells[world_cell(&small->world, COMMUNITY, NORTH, ADULT)];
    const struct world_cell *level = &demand->cells[world_cell(&small->world, HOSPITAL, NORTH, ADULT)];
    assert_near(grown->rate[4] / grown->rate[0], 0.89 * 0.89 * 0.89, 1e-12);
    assert_near(grown->rate[0] * DES_YEAR, 18.34 * 12.5, 1e-12);
    assert_near(level->rate[4], level->rate[0], 0);
    assert_near(level->expected[4], 3 * 18.34 * 4.75, 1e-12);
    drop_small_world(small);
}

static void a_study_within_half_a_year_needs_no_mid_year(void **state) {
    (void)state;
    struct small_world *small = make_small_world();
    world_forecast_prepare(&small->world, (struct des_date){2014, 7, 1}, DES_DAY, 100 * DES_DAY);
    const des_time want[] = {-DES_DAY, 0, 100 * DES_DAY};
    assert_int_equal(small->world.demand.profiles[COMMUNITY].bend_count, 3);
    assert_memory_equal(small->world.demand.profiles[COMMUNITY].bends, want, sizeof want);
    drop_small_world(small);
}

/* Counts the arrivals of a cell by a property of their day; returns how many there were. */
static double count_days(const struct world *world, size_t cell, size_t property(int64_t day), double *counts) {
    struct des_stream random;
    des_stream_init(&random, 471, 2);
    des_stream_seek(&random, WORLD_ARRIVAL, 5);
    double sum = des_stream_exponential(&random), count = 0;
    for (des_time time; (time = world_demand_time(&world->demand, cell, sum)) != DES_NEVER; count++) {
        counts[property(des_date_day(fixture_start) + time / DES_DAY - (time % DES_DAY < 0))]++;
        sum += des_stream_exponential(&random);
    }
    return count;
}

static size_t month_of_day(int64_t day) {
    return (size_t)des_date_from_day(day).month - 1;
}

static size_t weekday_of_day(int64_t day) {
    return (size_t)((day + 3) % 7);
}

/* What the days of the run add up to, month by month or weekday by weekday, under a level trend. */
static void expect_days(const struct small_world *small, size_t cell, size_t property(int64_t day), double *wanted) {
    const struct world_stream *stream = &small->streams[COMMUNITY];
    for (int day = -WARM_UP_DAYS; day < STUDY_DAYS; day++) {
        const int64_t date = des_date_day(fixture_start) + day;
        const bool is_leap = des_date_from_day(date).year % 4 == 0;
        double months = 0;
        for (int64_t d = 0; d < 365 + is_leap; d++) {
            const int64_t first = des_date_day((struct des_date){des_date_from_day(date).year, 1, 1});
            months += stream->month_profile.values[month_of_day(first + d)];
        }
        wanted[property(date)] += small->world.demand.cells[cell].rate[0] * DES_DAY *
                                  stream->month_profile.values[month_of_day(date)] * (365 + is_leap) / months *
                                  stream->weekday_profile.values[weekday_of_day(date)] * 7 / 21;
    }
}

/* Four standard errors of a Poisson count: one false alarm in 16,000 seeds for each; this seed is fixed. */
static void people_come_by_month_and_weekday_as_the_profiles_say_in_the_warm_up_too(void **state) {
    (void)state;
    double months[12] = {9, 8, 7, 6, 5, 4, 3, 0, 3, 4, 7, 11}, weekdays[7] = {6, 5, 4, 3, 2.5, 0.5, 0};
    struct small_world *small = make_small_world();
    small->world.population.years = 1;
    small->streams[COMMUNITY].growth_per_year = 0;
    small->streams[COMMUNITY].month_profile = (struct param_reals){months, 12};
    small->streams[COMMUNITY].weekday_profile = (struct param_reals){weekdays, 7};
    world_forecast_prepare(&small->world, fixture_start, (des_time)WARM_UP_DAYS * DES_DAY,
                           (des_time)STUDY_DAYS * DES_DAY);
    const size_t cell = world_cell(&small->world, COMMUNITY, NORTH, OLD);
    double by_month[12] = {0}, by_weekday[7] = {0}, want_by_month[12] = {0}, want_by_weekday[7] = {0}, sum = 0;
    expect_days(small, cell, month_of_day, want_by_month);
    expect_days(small, cell, weekday_of_day, want_by_weekday);
    assert_true(count_days(&small->world, cell, month_of_day, by_month) > 1000);
    count_days(&small->world, cell, weekday_of_day, by_weekday);
    for (size_t m = 0; m < 12; m++) {
        assert_within(by_month[m], want_by_month[m], 4 * sqrt(want_by_month[m]));
        sum += want_by_month[m];
    }
    for (size_t d = 0; d < 7; d++) {
        assert_within(by_weekday[d], want_by_weekday[d], 4 * sqrt(want_by_weekday[d]));
    }
    const struct world_cell *expected = &small->world.demand.cells[cell];
    assert_near(expected->expected[expected->knots - 1], sum, 1e-12);
    drop_small_world(small);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knots_stand_at_both_ends_at_the_start_and_in_mid_years),
        cmocka_unit_test(each_cell_expects_the_integral_of_residents_times_rate),
        cmocka_unit_test(demand_stands_still_before_the_start),
        cmocka_unit_test(an_age_band_that_a_stream_does_not_name_expects_nobody),
        cmocka_unit_test(growth_alone_multiplies_the_rates),
        cmocka_unit_test(people_come_by_month_and_weekday_as_the_profiles_say_in_the_warm_up_too),
        cmocka_unit_test(a_study_within_half_a_year_needs_no_mid_year),
    };
    return run_chosen(tests, argc, argv);
}

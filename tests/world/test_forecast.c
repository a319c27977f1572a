/* tests/world/test_forecast.c - how many people each cell expects, worked out by hand from residents and rates. */
#include "../../sim/world/forecast.h"

#include "tests/world/fixture.h"

enum { KNOTS = 6 }; /* begin, 1 April 2014, 1 July 2014, 2015 and 2016, the end on 26 December 2016 */

static const double days_on[KNOTS] = {-WARM_UP_DAYS, 0, 91, 456, 822, STUDY_DAYS};

static void knots_stand_at_both_ends_at_the_start_and_in_mid_years(void **state) {
    (void)state;
    struct small_world *small = make_prepared_world();
    const struct world_demand *demand = &small->world.demand;
    assert_int_equal(demand->knot_count, KNOTS);
    assert_int_equal(demand->cell_count, STREAMS * LOCALITIES * BANDS);
    for (size_t k = 0; k < KNOTS; k++) {
        assert_true(demand->knots[k] == (des_time)days_on[k] * DES_DAY);
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
    assert_true(demand->knots[0] == 0);
    assert_int_equal(demand->knot_count, 5);
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
    assert_int_equal(small->world.demand.knot_count, 3);
    assert_memory_equal(small->world.demand.knots, want, sizeof want);
    drop_small_world(small);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knots_stand_at_both_ends_at_the_start_and_in_mid_years),
        cmocka_unit_test(each_cell_expects_the_integral_of_residents_times_rate),
        cmocka_unit_test(demand_stands_still_before_the_start),
        cmocka_unit_test(an_age_band_that_a_stream_does_not_name_expects_nobody),
        cmocka_unit_test(growth_alone_multiplies_the_rates),
        cmocka_unit_test(a_study_within_half_a_year_needs_no_mid_year),
    };
    return run_chosen(tests, argc, argv);
}

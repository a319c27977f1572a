/* tests/world/test_population.c - residents: mid-years as given, straight lines between them, level outside. */
#include "world/population.h"

#include "tests/world/fixture.h"

static double persons(const struct small_world *small, size_t locality, size_t band, double year) {
    return world_population_at(&small->world.population, locality, band, year);
}

static void a_mid_year_is_as_given_in_every_cell(void **state) {
    (void)state;
    struct small_world *small = make_small_world();
    for (size_t i = 0; i < (size_t)YEARS * LOCALITIES * BANDS; i++) {
        const size_t year = i / (LOCALITIES * BANDS), locality = i / BANDS % LOCALITIES, band = i % BANDS;
        assert_near(persons(small, locality, band, FIRST_YEAR + 0.5 + (double)year),
                    fixture_persons(year, locality, band), 1e-12);
    }
    drop_small_world(small);
}

static void between_mid_years_it_runs_straight(void **state) {
    (void)state;
    struct small_world *small = make_small_world();
    const double a = fixture_persons(1, SOUTH, OLD), b = fixture_persons(2, SOUTH, OLD);
    assert_true(b - a > 100);
    assert_near(persons(small, SOUTH, OLD, 2014.75), a + 0.25 * (b - a), 1e-12);
    assert_near(persons(small, SOUTH, OLD, 2015.0), (a + b) / 2, 1e-12);
    assert_near(persons(small, SOUTH, OLD, 2015.4), a + 0.9 * (b - a), 1e-9);
    drop_small_world(small);
}

static void outside_the_years_given_it_stays_level(void **state) {
    (void)state;
    struct small_world *small = make_small_world();
    assert_near(persons(small, NORTH, YOUNG, 2013.49), fixture_persons(0, NORTH, YOUNG), 0);
    assert_near(persons(small, NORTH, YOUNG, 1950), fixture_persons(0, NORTH, YOUNG), 0);
    assert_near(persons(small, NORTH, YOUNG, 2016.51), fixture_persons(3, NORTH, YOUNG), 0);
    assert_near(persons(small, NORTH, YOUNG, 2090), fixture_persons(3, NORTH, YOUNG), 0);
    drop_small_world(small);
}

static void one_year_alone_holds_for_ever(void **state) {
    (void)state;
    struct small_world *small = make_small_world();
    small->world.population.years = 1;
    for (double year = 2010; year < 2020; year += 0.375) {
        assert_near(persons(small, SOUTH, ADULT, year), 11290, 0);
    }
    drop_small_world(small);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_mid_year_is_as_given_in_every_cell),
        cmocka_unit_test(between_mid_years_it_runs_straight),
        cmocka_unit_test(outside_the_years_given_it_stays_level),
        cmocka_unit_test(one_year_alone_holds_for_ever),
    };
    return run_chosen(tests, argc, argv);
}

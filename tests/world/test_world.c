/* tests/world/test_world.c - named rows, ages and their bands, and the tables of a world's parameters. */
#include "world/world.h"

#include "tests/world/fixture.h"
#include "tests/world/tables.h"

static void rows_are_found_by_their_names(void **state) {
    (void)state;
    struct small_world *small = make_small_world();
    const struct world *world = &small->world;
    assert_int_equal(world_index(&world->needs, sizeof(struct world_need), "commissioning"), COMMISSIONING);
    assert_int_equal(world_index(&world->roles, sizeof(struct world_role), "therapist"), THERAPIST);
    assert_int_equal(world_index(&world->streams, sizeof(struct world_stream), "hospital"), HOSPITAL);
    assert_int_equal(world_index(&world->streams, sizeof(struct world_stream), "Hospital"), -1);
    assert_int_equal(world_index(&world->streams, sizeof(struct world_stream), "hospita"), -1);
    assert_int_equal(world_index(&(struct param_rows){NULL, 0, NULL}, sizeof(struct world_need), "care"), -1);
    drop_small_world(small);
}

static void rows_are_reached_by_their_numbers(void **state) {
    (void)state;
    struct small_world *small = make_small_world();
    const struct world *world = &small->world;
    assert_ptr_equal(world_locality(world, SOUTH), &small->localities[SOUTH]);
    assert_ptr_equal(world_band(world, ADULT), &small->bands[ADULT]);
    assert_ptr_equal(world_priority(world, ROUTINE), &small->priorities[ROUTINE]);
    assert_ptr_equal(world_role(world, SOCIAL_WORKER), &small->roles[SOCIAL_WORKER]);
    assert_ptr_equal(world_need(world, CARE), &small->needs[CARE]);
    assert_ptr_equal(world_stream(world, HOSPITAL), &small->streams[HOSPITAL]);
    drop_small_world(small);
}

static void an_age_belongs_to_the_band_that_begins_at_or_below_it(void **state) {
    (void)state;
    struct small_world *small = make_small_world();
    assert_int_equal(world_band_of_age(&small->world, 0), YOUNG);
    assert_int_equal(world_band_of_age(&small->world, 15.999), YOUNG);
    assert_int_equal(world_band_of_age(&small->world, 16), ADULT);
    assert_int_equal(world_band_of_age(&small->world, 64.999), ADULT);
    assert_int_equal(world_band_of_age(&small->world, 65), OLD);
    assert_int_equal(world_band_of_age(&small->world, 131), OLD);
    drop_small_world(small);
}

static void only_some_bands_have_care(void **state) {
    (void)state;
    struct small_world *small = make_prepared_world();
    assert_null(world_care_band(&small->world, YOUNG));
    assert_null(world_care_band(&small->world, ADULT));
    assert_ptr_equal(world_care_band(&small->world, OLD), &small->care_bands[0]);
    drop_small_world(small);
}

static void a_world_may_be_freed_twice(void **state) {
    (void)state;
    struct small_world *small = make_prepared_world();
    world_free(&small->world);
    assert_null(small->world.demand.cells);
    assert_null(small->world.population.persons);
    assert_null(small->world.onset.steps);
    drop_small_world(small);
}

static void every_row_of_every_table_says_what_it_is(void **state) {
    (void)state;
    size_t faults = 0;
    assert_true(count_sound_rows(&world_table, &faults) > 60);
    assert_int_equal(faults, 0);
}

static void names_stand_first_in_every_row_that_is_found_by_name(void **state) {
    (void)state;
    static const char *const lists[] = {"localities", "age_bands", "priorities", "roles", "needs", "streams"};
    size_t found = 0;
    for (size_t i = 0; i < world_table.count; i++) {
        for (size_t j = 0; j < sizeof lists / sizeof lists[0]; j++) {
            if (strcmp(world_table.params[i].key, lists[j]) == 0) {
                const struct param *first = &world_table.params[i].table->params[0];
                assert_string_equal(first->key, "name");
                assert_int_equal(first->offset, 0);
                found++;
            }
        }
    }
    assert_int_equal(found, 6);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_found_by_their_names),
        cmocka_unit_test(rows_are_reached_by_their_numbers),
        cmocka_unit_test(an_age_belongs_to_the_band_that_begins_at_or_below_it),
        cmocka_unit_test(only_some_bands_have_care),
        cmocka_unit_test(a_world_may_be_freed_twice),
        cmocka_unit_test(every_row_of_every_table_says_what_it_is),
        cmocka_unit_test(names_stand_first_in_every_row_that_is_found_by_name),
    };
    return run_chosen(tests, argc, argv);
}

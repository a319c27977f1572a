/* tests/world/test_starting_list.c - by which way and at which age people came who wait on day one. */
#include "world/starting_list.h"

#include "tests/world/fixture.h"

/* A small world in which these people wait. */
static struct small_world *make_waiting_world(const struct world_starter *rows, size_t count) {
    struct small_world *small = make_small_world();
    struct world_starting_list *list = &small->world.starting_list;
    *list = (struct world_starting_list){mem_text("list.csv"), mem_zeroed(count, sizeof *rows), count};
    memcpy(list->rows, rows, count * sizeof *rows);
    return small;
}

static void the_way_in_is_the_first_by_which_people_come_with_the_need(void **state) {
    (void)state;
    const struct world_starter rows[] = {
        {.locality = SOUTH, .need = REHABILITATION}, {.locality = NORTH, .need = EQUIPMENT}, {.need = REHABILITATION}};
    struct small_world *small = make_waiting_world(rows, 3);
    small->presents[COMMUNITY][0].probability = 1;
    small->presents[COMMUNITY][1].probability = 0; /* rehabilitation is left to the hospital */
    struct err_list err;
    err_list_init(&err);
    assert_true(prepare_small_world(small, &err));
    assert_int_equal(small->world.starting_list.rows[0].stream, HOSPITAL);
    assert_int_equal(small->world.starting_list.rows[1].stream, COMMUNITY);
    assert_int_equal(small->world.starting_list.rows[2].stream, HOSPITAL);
    assert_true(world_starting_list_has(&small->world, HOSPITAL, SOUTH, ADULT));
    assert_false(world_starting_list_has(&small->world, HOSPITAL, SOUTH, YOUNG)); /* has no rate */
    assert_false(world_starting_list_has(&small->world, COMMUNITY, SOUTH, ADULT));
    drop_small_world(small);
}

static void a_need_with_which_nobody_comes_is_named_once_with_its_line(void **state) {
    (void)state;
    const struct world_starter rows[] = {
        {.need = EQUIPMENT, .line = 2}, {.need = CARE, .line = 3}, {.need = CARE, .line = 4}};
    struct small_world *small = make_waiting_world(rows, 3);
    struct err_list err;
    err_list_init(&err);
    assert_false(prepare_small_world(small, &err));
    assert_only_said(&err, "list.csv:3: error: nobody in 'North' comes by any stream with the need 'care': there is no "
                           "age to give this person");
    err_list_free(&err);
    drop_small_world(small);
}

/* Residents of the North on 1 April 2014 times rates, and the part of the adults from 40 on, by hand. */
static void ages_are_those_of_the_people_who_come(void **state) {
    (void)state;
    const struct world_starter row = {.locality = NORTH, .need = REHABILITATION};
    struct small_world *small = make_waiting_world(&row, 1);
    small->presents[COMMUNITY][0].to_years = 40;
    small->presents[COMMUNITY][0].probability = 1;
    small->presents[COMMUNITY][1].from_years = 40;
    small->presents[COMMUNITY][1].probability = 1;
    struct err_list err;
    err_list_init(&err);
    assert_true(prepare_small_world(small, &err));
    const struct world *world = &small->world;
    const double share = 2014 + 90 / 365. - 2013.5;
    const double adults = (1 - share) * fixture_persons(0, NORTH, ADULT) + share * fixture_persons(1, NORTH, ADULT);
    const double old = (1 - share) * fixture_persons(0, NORTH, OLD) + share * fixture_persons(1, NORTH, OLD);
    const double middle_aged = adults * 12.5 * 25 / 49, aged = old * 93;
    const struct world_starter *starter = &world->starting_list.rows[0];
    const double edge = middle_aged / (middle_aged + aged);
    assert_near(world_starting_list_age(world, starter, 1e-12), 40, 1e-9);
    assert_near(world_starting_list_age(world, starter, 0.2 * edge), 45, 1e-9);
    assert_near(world_starting_list_age(world, starter, edge * (1 + 1e-12)), 65, 1e-9);
    assert_near(world_starting_list_age(world, starter, edge + 0.9 * (1 - edge)), 92, 1e-9);
    assert_true(world_starting_list_age(world, starter, 1) < 95);
    drop_small_world(small);
}

static void who_waits_is_drawn_as_those_who_come_but_for_what_the_row_says(void **state) {
    (void)state;
    const struct world_starter rows[] = {{.locality = SOUTH, .priority = URGENT, .need = EQUIPMENT},
                                         {.locality = SOUTH, .priority = URGENT, .need = EQUIPMENT}};
    struct small_world *small = make_waiting_world(rows, 2);
    struct err_list err;
    err_list_init(&err);
    assert_true(prepare_small_world(small, &err));
    struct des_stream random;
    double with_service = 0, with_further = 0, grown = 0;
    for (uint32_t replication = 1; replication <= 4000; replication++) {
        struct world_person who;
        des_stream_init(&random, 2014, replication);
        world_person_draw_starter(&small->world, &random, replication % 2, &who);
        assert_int_equal(who.number, (UINT32_C(3) << 30) + replication % 2);
        assert_true(who.locality == SOUTH && who.priority == URGENT && who.presents == EQUIPMENT);
        assert_true(who.band == world_band_of_age(&small->world, who.age_years) && who.death_age > who.age_years);
        grown += who.age_years >= 16;
        with_service += who.has_service;
        with_further += who.needs >> REHABILITATION & 1;
    }
    assert_within(with_service / 4000, 0.35, 4 * sqrt(0.35 * 0.65 / 4000)); /* one false alarm in 16,000 seeds */
    assert_within(with_further / grown, 0.4, 4 * sqrt(0.4 * 0.6 / grown));
    drop_small_world(small);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_way_in_is_the_first_by_which_people_come_with_the_need),
        cmocka_unit_test(a_need_with_which_nobody_comes_is_named_once_with_its_line),
        cmocka_unit_test(ages_are_those_of_the_people_who_come),
        cmocka_unit_test(who_waits_is_drawn_as_those_who_come_but_for_what_the_row_says),
    };
    return run_chosen(tests, argc, argv);
}

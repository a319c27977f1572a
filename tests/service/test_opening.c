/* tests/service/test_opening.c - when teams are open. */
#include "service/opening.h"

#include "tests/service/fixture.h"

static const struct svc_team spring = {.opens_at = 59 * DES_DAY, .closes_at = 151 * DES_DAY};

static void a_team_is_open_from_its_first_second_to_before_its_last(void **state) {
    (void)state;
    assert_false(svc_opening_holds(&spring, 59 * DES_DAY - 1));
    assert_true(svc_opening_holds(&spring, 59 * DES_DAY));
    assert_true(svc_opening_holds(&spring, 151 * DES_DAY - 1));
    assert_false(svc_opening_holds(&spring, 151 * DES_DAY));
}

static void only_the_time_for_which_it_is_open_counts(void **state) {
    (void)state;
    assert_int_equal(svc_opening_within(&spring, 0, 365 * DES_DAY), 92 * DES_DAY);
    assert_int_equal(svc_opening_within(&spring, 100 * DES_DAY, 365 * DES_DAY), 51 * DES_DAY);
    assert_int_equal(svc_opening_within(&spring, 0, 60 * DES_DAY + 17), DES_DAY + 17);
    assert_int_equal(svc_opening_within(&spring, 0, 59 * DES_DAY), 0);
    assert_int_equal(svc_opening_within(&spring, 151 * DES_DAY, 365 * DES_DAY), 0);
}

static void dates_become_seconds_from_the_start_and_changes_come_in_turn(void **state) {
    (void)state;
    struct small_service *over = make_sound_service();
    const struct world *world = &over->small->world;
    const int64_t first = des_date_day(world->start_date);
    over->teams[0].opens = (struct des_date){1950, 2, 28};
    add_team(over, "Later", "equipment", "therapist=1")->opens = des_date_from_day(first + 40);
    add_team(over, "Earlier", "equipment", "therapist=1")->closes = des_date_from_day(first - 3);
    assert_prepared(over);
    assert_int_equal(over->teams[0].opens_at, -world->warm_up);
    assert_true(over->teams[0].closes_at == DES_NEVER);
    assert_int_equal(over->teams[2].opens_at, 40 * DES_DAY);
    assert_int_equal(over->teams[3].opens_at, -world->warm_up);
    assert_int_equal(svc_opening_next(&over->service, -world->warm_up), -3 * DES_DAY);
    assert_int_equal(svc_opening_next(&over->service, -3 * DES_DAY), 40 * DES_DAY);
    assert_true(svc_opening_next(&over->service, 40 * DES_DAY) == DES_NEVER);
    drop_service(over);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_team_is_open_from_its_first_second_to_before_its_last),
        cmocka_unit_test(only_the_time_for_which_it_is_open_counts),
        cmocka_unit_test(dates_become_seconds_from_the_start_and_changes_come_in_turn),
    };
    return run_chosen(tests, argc, argv);
}

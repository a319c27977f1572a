/* tests/model/test_mechanisms_supply.c - who is next when hours of home care can be had again. */
#include "sim/model/supply.h"

#include "sim/model/book.h"
#include "sim/model/care.h"
#include "sim/model/care_state.h"
#include "tests/model/town.h"

enum { AFFORDABLE = 11 };

static struct town *town_with_care(double hours_per_week) {
    struct town *town = town_new("{ name = 'Social work'; }"); /* as it is */
    town->model->supply_limit = hours_per_week;
    return town;
}

/* Somebody whose package of so many hours a week could start now. */
static uint32_t person_whose_turn_it_is(struct town *town, uint32_t who, double hours) {
    const uint32_t number = person_new(town, who, world_needs_of(CARE));
    struct model_person *person = model_person_at(town->model, number);
    person->taken = person->referred = person->needs;
    person->care_until = DES_NEVER;
    model_care_state_enter(town->model, number, CARE_AGREED, hours);
    model_care_step(town->model, number);
    return number;
}

static void who_leaves_the_head_of_the_list_lets_a_smaller_package_start(void **state) {
    (void)state;
    struct town *town = town_with_care(AFFORDABLE);
    const uint32_t first = person_whose_turn_it_is(town, 71, 6.5), large = person_whose_turn_it_is(town, 72, 9),
                   small = person_whose_turn_it_is(town, 73, 4.25), last = person_whose_turn_it_is(town, 74, 1);
    assert_int_equal(model_person_at(town->model, first)->care, CARE_ACTIVE);
    /* 10.75 hours, but not before the large one */
    assert_int_equal(model_person_at(town->model, small)->care, CARE_AGREED);
    model_care_end(town->model, large);
    settle_and_check(town);
    assert_int_equal(model_person_at(town->model, small)->care, CARE_ACTIVE);
    assert_int_equal(model_person_at(town->model, last)->care, CARE_AGREED);
    town_free(town);
}

static void packages_that_make_the_limit_together_all_start(void **state) {
    (void)state;
    struct town *town = town_with_care(0.3);
    person_whose_turn_it_is(town, 75, 0.1);
    person_whose_turn_it_is(town, 76, 0.1);
    const uint32_t third = person_whose_turn_it_is(town, 77, 0.1), fourth = person_whose_turn_it_is(town, 78, 0.1);
    assert_int_equal(model_person_at(town->model, third)->care, CARE_ACTIVE);
    assert_int_equal(model_person_at(town->model, fourth)->care, CARE_AGREED);
    town_free(town);
}

/* In binary 0.1 + 0.2 + 0.3 - 0.1 - 0.2 - 0.3 is more than nothing. A package that was reduced to nothing needs nothing. */
static void what_has_ended_leaves_no_hours_behind(void **state) {
    (void)state;
    struct town *town = town_with_care(1);
    const uint32_t ended[] = {person_whose_turn_it_is(town, 81, 0.1), person_whose_turn_it_is(town, 82, 0.2),
                              person_whose_turn_it_is(town, 83, 0.3)};
    for (size_t i = 0; i < sizeof ended / sizeof ended[0]; i++) {
        assert_int_equal(model_person_at(town->model, ended[i])->care, CARE_ACTIVE);
        model_care_end(town->model, ended[i]);
    }
    assert_true(model_book_level(town->model, ACCOUNT_CARE_HOURS) > 0);
    town->model->supply_limit = 0;
    const uint32_t nothing = person_whose_turn_it_is(town, 84, 0), little = person_whose_turn_it_is(town, 85, 1e-5);
    assert_int_equal(model_person_at(town->model, nothing)->care, CARE_ACTIVE);
    assert_int_equal(model_person_at(town->model, little)->care, CARE_AGREED);
    town_free(town);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_leaves_the_head_of_the_list_lets_a_smaller_package_start),
        cmocka_unit_test(packages_that_make_the_limit_together_all_start),
        cmocka_unit_test(what_has_ended_leaves_no_hours_behind),
    };
    return run_chosen(tests, argc, argv);
}

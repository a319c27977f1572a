/* tests/service/test_service.c - a service is prepared as a whole or refused with its complaints, and freed. */
#include "service/service.h"

#include "tests/service/fixture.h"
#include "tests/world/tables.h"

static void a_sound_service_is_ready_to_route(void **state) {
    (void)state;
    struct small_service *over = make_sound_service();
    assert_prepared(over);
    assert_non_null(over->service.routing);
    assert_ptr_equal(svc_team(&over->service, 1), &over->teams[1]);
    drop_service(over);
}

static void faulty_teams_are_named_before_anybody_asks_who_is_covered(void **state) {
    (void)state;
    struct small_service *over = make_sound_service();
    over->remits[1][0].need = word(&over->words, "caer");
    assert_refused(over, "service.cfg: error: team 'Social work': 'caer' is no need; did you mean "
                         "'care'?");
}

static void an_older_complaint_does_not_count_against_it(void **state) {
    (void)state;
    struct small_service *over = make_sound_service();
    struct err_list err;
    err_list_init(&err);
    err_add(&err, NULL, 0, "an older complaint");
    assert_true(prepare_service(over, &err));
    assert_int_equal(err.count, 1);
    err_list_free(&err);
    drop_service(over);
}

static void a_service_may_be_freed_twice(void **state) {
    (void)state;
    struct small_service *over = make_sound_service();
    assert_prepared(over);
    svc_free(&over->service);
    assert_null(over->service.routing);
    assert_null(over->service.organisations);
    drop_service(over);
}

static void every_row_of_every_table_says_what_it_is(void **state) {
    (void)state;
    size_t faults = 0;
    assert_true(count_sound_rows(&svc_team_table, &faults) > 30);
    assert_int_equal(faults, 0);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sound_service_is_ready_to_route),
        cmocka_unit_test(faulty_teams_are_named_before_anybody_asks_who_is_covered),
        cmocka_unit_test(an_older_complaint_does_not_count_against_it),
        cmocka_unit_test(a_service_may_be_freed_twice),
        cmocka_unit_test(every_row_of_every_table_says_what_it_is),
    };
    return run_chosen(tests, argc, argv);
}

/* tests/service/test_routing.c - to which team a referral goes. */
#include "service/routing.h"

#include "tests/service/fixture.h"

static int route(const struct small_service *over, struct svc_question question, const size_t *waiting) {
    return svc_routing_team(over->service.routing, &over->service, &question, waiting);
}

/* The sound service and, behind it, two more teams that can do equipment; the test changes them before routing. */
static struct small_service *make_choice(void) {
    struct small_service *over = make_sound_service();
    add_team(over, "Second", "equipment|rehabilitation", "therapist=1");
    add_team(over, "Third", "equipment|care|commissioning", "assistant=1|social worker=1")->crew =
        texts(&over->words, "assistant|social worker");
    return over;
}

static const struct svc_question elderly = {
    .need = EQUIPMENT,
    .locality = NORTH,
    .stream = COMMUNITY,
    .age_years = 77.5,
    .has_service = true,
};

static void without_precedence_the_first_in_the_file_takes_it(void **state) {
    (void)state;
    struct small_service *over = make_choice();
    assert_prepared(over);
    struct svc_question question = elderly;
    assert_int_equal(route(over, question, NULL), 0);
    question.need = COMMISSIONING;
    assert_int_equal(route(over, question, NULL), 1);
    drop_service(over);
}

static void precedence_goes_before_the_order_of_the_file(void **state) {
    (void)state;
    struct small_service *over = make_choice();
    over->teams[0].precedence = -3;
    over->teams[2].precedence = 5;
    over->teams[3].precedence = 5;
    assert_prepared(over);
    struct svc_question question = elderly;
    assert_int_equal(route(over, question, NULL), 2);
    question.need = CARE;
    assert_int_equal(route(over, question, NULL), 3);
    question.need = REHABILITATION;
    assert_int_equal(route(over, question, NULL), 2);
    drop_service(over);
}

static void a_team_takes_people_of_its_localities_and_ages(void **state) {
    (void)state;
    struct small_service *over = make_choice();
    over->teams[2].precedence = 1;
    over->teams[2].localities = texts(&over->words, "South");
    over->teams[2].from_years = 16;
    over->teams[2].to_years = 65;
    assert_prepared(over);
    static const struct {
        unsigned locality;
        double age;
        int team;
    } cases[] = {
        {SOUTH, 40, 2}, {NORTH, 40, 0}, {SOUTH, 16, 2}, {SOUTH, 15.999, 0}, {SOUTH, 64.999, 2}, {SOUTH, 65, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct svc_question question = elderly;
        question.locality = cases[i].locality;
        question.age_years = cases[i].age;
        assert_int_equal(route(over, question, NULL), cases[i].team);
    }
    drop_service(over);
}

static void a_team_takes_people_by_the_ways_in_it_accepts(void **state) {
    (void)state;
    struct small_service *over = make_choice();
    over->teams[2].precedence = 1;
    over->teams[2].streams = texts(&over->words, "hospital");
    assert_prepared(over);
    struct svc_question question = elderly;
    assert_int_equal(route(over, question, NULL), 0);
    question.stream = HOSPITAL;
    assert_int_equal(route(over, question, NULL), 2);
    drop_service(over);
}

static void some_teams_take_only_people_without_a_service(void **state) {
    (void)state;
    struct small_service *over = make_choice();
    over->teams[3].precedence = 1;
    over->teams[3].only_without_service = true;
    assert_prepared(over);
    struct svc_question question = elderly;
    assert_int_equal(route(over, question, NULL), 0);
    question.has_service = false;
    assert_int_equal(route(over, question, NULL), 3);
    drop_service(over);
}

static void a_full_list_sends_people_to_the_next_team(void **state) {
    (void)state;
    struct small_service *over = make_choice();
    over->teams[2].precedence = 2;
    over->teams[2].list_limit = 3;
    over->teams[3].precedence = 1;
    over->teams[3].list_limit = 10;
    assert_prepared(over);
    assert_int_equal(route(over, elderly, (const size_t[]){0, 0, 2, 0}), 2);
    assert_int_equal(route(over, elderly, (const size_t[]){0, 0, 3, 9}), 3);
    assert_int_equal(route(over, elderly, (const size_t[]){999999, 0, 4, 10}), 0);
    assert_int_equal(route(over, elderly, NULL), 2);
    drop_service(over);
}

static void where_nobody_takes_it_there_is_no_team(void **state) {
    (void)state;
    struct small_service *over = make_choice();
    assert_prepared(over);
    over->teams[1].to_years = 60;
    over->teams[3].list_limit = 1;
    struct svc_question question = elderly;
    question.need = CARE;
    assert_int_equal(route(over, question, (const size_t[]){0, 0, 0, 0}), 3);
    assert_int_equal(route(over, question, (const size_t[]){0, 0, 0, 1}), SVC_NO_TEAM);
    drop_service(over);
}

static void a_team_that_is_not_open_is_passed_over(void **state) {
    (void)state;
    struct small_service *over = make_choice();
    over->teams[0].closes = des_date_from_day(des_date_day(over->small->world.start_date) + 20);
    over->teams[2].opens = over->teams[0].closes;
    assert_prepared(over);
    struct svc_question question = elderly;
    question.now = 20 * DES_DAY - 1;
    assert_int_equal(route(over, question, NULL), 0);
    question.now++;
    assert_int_equal(route(over, question, NULL), 2);
    drop_service(over);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_precedence_the_first_in_the_file_takes_it),
        cmocka_unit_test(precedence_goes_before_the_order_of_the_file),
        cmocka_unit_test(a_team_takes_people_of_its_localities_and_ages),
        cmocka_unit_test(a_team_takes_people_by_the_ways_in_it_accepts),
        cmocka_unit_test(some_teams_take_only_people_without_a_service),
        cmocka_unit_test(a_full_list_sends_people_to_the_next_team),
        cmocka_unit_test(where_nobody_takes_it_there_is_no_team),
        cmocka_unit_test(a_team_that_is_not_open_is_passed_over),
    };
    return run_chosen(tests, argc, argv);
}

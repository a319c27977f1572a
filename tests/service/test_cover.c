/* tests/service/test_cover.c - a need that no team would take is named, with whose it is. */
#include "tests/service/fixture.h"

static void a_service_that_takes_everybody_is_sound(void **state) {
    (void)state;
    struct small_service *over = make_sound_service();
    assert_prepared(over);
    drop_service(over);
}

static void a_need_that_no_team_takes_is_named_with_locality_age_and_stream(void **state) {
    (void)state;
    struct small_service *over = make_sound_service();
    over->teams[0].localities = texts(&over->words, "North");
    add_team(over, "South", "equipment|rehabilitation", "therapist=1|assistant=1")->localities =
        texts(&over->words, "South");
    over->teams[2].from_years = 3;
    struct err_list err;
    err_list_init(&err);
    assert_false(prepare_service(over, &err));
    static const char *const want[] = {
        "service.cfg: error: no team without a limit on its list takes the need 'equipment' of people aged 0 in "
        "'South' who came by 'community'",
        "takes the need 'rehabilitation' of people aged 0 in 'South' who came by 'community'",
    };
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(count_said(&err, want[i]), 1);
    }
    assert_int_equal(err.count, 2); /* those who have been assessed fall into the same gap: it is told once */
    err_list_free(&err);
    drop_service(over);
}

static void whoever_needs_care_needs_commissioning_too(void **state) {
    (void)state;
    struct small_service *over = make_sound_service();
    over->small->world.onset.steps[OLD].per_year = 0;
    over->teams[1].to_years = 90;
    add_team(over, "Assessors", "care", "social worker=1")->from_years = 90;
    struct err_list err;
    err_list_init(&err);
    assert_false(prepare_service(over, &err));
    assert_int_equal(err.count, 1); /* one reason, one complaint */
    assert_int_equal(count_said(&err, "takes the need 'commissioning' of people aged 90 in 'North' who came by "
                                      "'community' and have been assessed or have a service; nor, in 1 more case, "
                                      "'commissioning' in 'South' by 'community'"),
                     1);
    err_list_free(&err);
    drop_service(over);
}

static void a_limited_team_alone_is_not_enough(void **state) {
    (void)state;
    struct small_service *over = make_sound_service();
    over->teams[1].list_limit = 1000000;
    struct err_list err;
    err_list_init(&err);
    assert_false(prepare_service(over, &err));
    assert_true(count_said(&err, "no team without a limit on its list takes the need 'care' of people aged 65 in "
                                 "'North' who came by 'community'") > 0);
    assert_int_equal(count_said(&err, "'equipment'") + count_said(&err, "'rehabilitation'"), 0);
    err_list_free(&err);
    drop_service(over);
}

static void a_limited_team_before_one_without_a_limit_is_sound(void **state) {
    (void)state;
    struct small_service *over = make_sound_service();
    struct svc_team *door = add_team(over, "Front door", "equipment|care", "therapist=1|social worker=1");
    door->crew = texts(&over->words, "therapist|social worker");
    door->list_limit = 5;
    door->precedence = 1;
    door->only_without_service = true;
    assert_prepared(over);
    drop_service(over);
}

static void a_team_for_inpatients_does_not_serve_those_who_come_from_home(void **state) {
    (void)state;
    struct small_service *over = make_sound_service();
    over->teams[0].remit = remit_of(over, 0, "equipment");
    add_team(over, "Ward", "rehabilitation", "therapist=1")->streams = texts(&over->words, "hospital");
    struct err_list err;
    err_list_init(&err);
    assert_false(prepare_service(over, &err));
    assert_true(count_said(&err, "the need 'rehabilitation' of people aged 0 in 'North' who came by 'community'") > 0);
    assert_int_equal(count_said(&err, "by 'hospital'"), 0);
    err_list_free(&err);
    drop_service(over);
}

static void a_team_for_people_without_a_service_does_not_serve_the_others(void **state) {
    (void)state;
    struct small_service *over = make_sound_service();
    over->teams[0].only_without_service = true;
    struct err_list err;
    err_list_init(&err);
    assert_false(prepare_service(over, &err));
    assert_true(err.count > 0);
    assert_int_equal(count_said(&err, " and have been assessed or have a service"), err.count);
    assert_true(count_said(&err, "'equipment' in 'South' by 'hospital'") > 0);
    err_list_free(&err);
    drop_service(over);
}

/* Nobody young comes by hospital, and only the old have care: limits of age there are no fault. */
static void nobody_is_asked_for_who_does_not_come(void **state) {
    (void)state;
    struct small_service *over = make_sound_service();
    over->teams[0].streams = texts(&over->words, "community");
    add_team(over, "Ward", "equipment|rehabilitation", "therapist=1|assistant=1")->streams =
        texts(&over->words, "hospital");
    over->teams[2].from_years = 16;
    over->teams[2].to_years = 120;
    over->teams[1].from_years = 64;
    over->teams[1].to_years = 120;
    assert_prepared(over);
    drop_service(over);
}

static void a_need_that_nobody_has_needs_no_team(void **state) {
    (void)state;
    struct small_service *over = make_service();
    struct small_world *small = over->small;
    small->further[COMMUNITY][1].probability = 0;
    small->world.onset.steps[OLD].per_year = 0;
    add_team(over, "Therapy", "equipment|rehabilitation", "therapist=1|assistant=1");
    assert_prepared(over);
    drop_service(over);
}

/* A gap of four months between two teams. */
static void a_gap_narrower_than_a_year_is_found(void **state) {
    (void)state;
    struct small_service *over = make_sound_service();
    over->teams[0].to_years = 41.625;
    add_team(over, "Older", "equipment|rehabilitation", "therapist=1|assistant=1")->from_years = 41.96875;
    struct err_list err;
    err_list_init(&err);
    assert_false(prepare_service(over, &err));
    assert_true(count_said(&err, "'equipment' of people aged 41 in 'North' who came by ") > 0);
    assert_true(count_said(&err, "'equipment' in 'North' by 'hospital'") > 0);
    err_list_free(&err);
    drop_service(over);
}

static void limits_of_age_inside_a_year_that_meet_leave_no_gap(void **state) {
    (void)state;
    struct small_service *over = make_sound_service();
    over->small->further[COMMUNITY][1].from_years = 66.75;
    over->small->world.onset.steps[OLD].per_year = 0;
    over->teams[1].from_years = 66.75;
    over->teams[0].to_years = 41.625;
    add_team(over, "Older", "equipment|rehabilitation", "therapist=1|assistant=1")->from_years = 41.625;
    assert_prepared(over);
    drop_service(over);
}

/* A need that is found later may be found years later: teams go by the age that people have by then. */
static void people_who_grow_older_than_every_team_serves_are_asked_for(void **state) {
    (void)state;
    struct small_service *over = make_sound_service();
    over->teams[1].to_years = 97.5;
    struct err_list err;
    err_list_init(&err);
    assert_false(prepare_service(over, &err));
    assert_true(count_said(&err, "need 'care' of people aged 97 in ") > 0);
    assert_int_equal(count_said(&err, "people aged 97"), err.count);
    err_list_free(&err);
    drop_service(over);
}

static struct small_service *make_care_by_hospital(double prevent) {
    struct small_service *over = make_sound_service();
    struct small_world *small = over->small;
    small->further[COMMUNITY][1].probability = 0;
    small->further[HOSPITAL][0].index = CARE;
    small->world.onset.steps[OLD].per_year = 0;
    over->teams[1].streams = texts(&over->words, "hospital");
    over->teams[1].effect.prevent = prevent;
    add_team(over, "Stores", "equipment", "assistant=1");
    return over;
}

static void where_care_is_prevented_for_a_while_people_ask_again_by_the_way_in_for_requests(void **state) {
    (void)state;
    struct small_service *sound = make_care_by_hospital(0);
    assert_prepared(sound);
    drop_service(sound);
    struct small_service *over = make_care_by_hospital(0.25);
    struct err_list err;
    err_list_init(&err);
    assert_false(prepare_service(over, &err));
    assert_int_equal(count_said(&err, "'care' of people aged 16 in 'North' who came by 'community' and have"), 1);
    assert_int_equal(count_said(&err, "'commissioning' in 'South' by 'community'"), 1);
    assert_int_equal(err.count, 2);
    err_list_free(&err);
    drop_service(over);
}

/* Rehabilitation has no team from day 10 to 17 and again from day 30 on: two gaps, each told once for each way in and
 * locality, though other teams change within them. */
static void a_gap_in_time_is_told_with_its_date_and_the_team_that_closes(void **state) {
    (void)state;
    struct small_service *over = make_sound_service();
    const int64_t first = des_date_day(over->small->world.start_date);
    over->teams[0].closes = des_date_from_day(first + 10);
    struct svc_team *again = add_team(over, "Again", "equipment|rehabilitation", "therapist=1");
    again->opens = des_date_from_day(first + 17);
    again->closes = des_date_from_day(first + 30);
    add_team(over, "Stores", "equipment", "assistant=1")->opens = des_date_from_day(first + 3);
    add_team(over, "More stores", "equipment", "assistant=1")->opens = des_date_from_day(first + 33);
    struct err_list err;
    err_list_init(&err);
    assert_false(prepare_service(over, &err));
    static const int days[] = {10, 30};
    for (size_t i = 0; i < 2; i++) {
        const struct des_date date = des_date_from_day(first + days[i]);
        char *want =
            mem_format("need 'rehabilitation' of people aged 0 in 'North' who came by 'community', from %d-%02d-%02d, "
                       "when '%s' closes",
                       date.year, date.month, date.day, i == 0 ? over->teams[0].name : "Again");
        assert_int_equal(count_said(&err, want), 1);
        free(want);
    }
    assert_int_equal(count_said(&err, "in 'North' who came by 'community'"), 2);
    assert_int_equal(count_said(&err, "'equipment'"), 0);
    err_list_free(&err);
    drop_service(over);
}

/* Who came without a service may have been assessed when the team that helps closes. */
static void where_teams_change_people_who_are_helped_need_a_team_too(void **state) {
    (void)state;
    struct small_service *over = make_sound_service();
    over->small->streams[COMMUNITY].existing_service = 0;
    over->teams[0].only_without_service = true;
    over->teams[0].closes = des_date_from_day(des_date_day(over->small->world.start_date) + 10);
    add_team(over, "Next", "equipment|rehabilitation", "therapist=1")->opens = over->teams[0].closes;
    struct err_list err;
    err_list_init(&err);
    assert_false(prepare_service(over, &err));
    assert_true(count_said(&err, "'equipment' of people aged 0 in 'North' who came by 'community' and have been") > 0);
    err_list_free(&err);
    drop_service(over);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_service_that_takes_everybody_is_sound),
        cmocka_unit_test(a_need_that_no_team_takes_is_named_with_locality_age_and_stream),
        cmocka_unit_test(whoever_needs_care_needs_commissioning_too),
        cmocka_unit_test(a_limited_team_alone_is_not_enough),
        cmocka_unit_test(a_limited_team_before_one_without_a_limit_is_sound),
        cmocka_unit_test(a_team_for_inpatients_does_not_serve_those_who_come_from_home),
        cmocka_unit_test(a_team_for_people_without_a_service_does_not_serve_the_others),
        cmocka_unit_test(nobody_is_asked_for_who_does_not_come),
        cmocka_unit_test(a_need_that_nobody_has_needs_no_team),
        cmocka_unit_test(a_gap_narrower_than_a_year_is_found),
        cmocka_unit_test(limits_of_age_inside_a_year_that_meet_leave_no_gap),
        cmocka_unit_test(people_who_grow_older_than_every_team_serves_are_asked_for),
        cmocka_unit_test(a_gap_in_time_is_told_with_its_date_and_the_team_that_closes),
        cmocka_unit_test(where_teams_change_people_who_are_helped_need_a_team_too),
        cmocka_unit_test(where_care_is_prevented_for_a_while_people_ask_again_by_the_way_in_for_requests),
    };
    return run_chosen(tests, argc, argv);
}

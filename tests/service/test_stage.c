/* tests/service/test_stage.c - a team's staff between one dated change and the next. */
#include "base/err.h"
#include "tests/service/fixture.h"

/* The run begins on 25 February 2013, the study on 1 April 2014, and ends on 26 December 2016. */

static const char *const everything = "equipment|rehabilitation|care|commissioning";

/* Changes of the nth staff group of the last team. */
static void change(struct small_service *over, size_t group, const struct svc_change *rows, size_t count) {
    struct svc_staff *staff = &over->staffs[over->service.teams.count - 1][group];
    staff->changes = (struct param_rows){mem_zeroed(count, sizeof *rows), count, NULL};
    memcpy(staff->changes.rows, rows, count * sizeof *rows);
}

static void drop_changes(struct small_service *over) {
    for (size_t i = 0; i < (size_t)TEAMS_MAX * STAFF_MAX; i++) {
        free(over->staffs[i / STAFF_MAX][i % STAFF_MAX].changes.rows);
    }
    drop_service(over);
}

static struct small_service *make_all(const char *staff) {
    struct small_service *over = make_service();
    add_team(over, "All", everything, staff)->crew = texts(&over->words, "therapist|social worker");
    return over;
}

static des_time days(int64_t count) {
    return count * DES_DAY;
}

static void a_change_holds_from_its_midnight(void **state) {
    (void)state;
    struct small_service *over = make_all("therapist=2.5|social worker=3");
    change(over, 0, (struct svc_change[]){{{2014, 4, 11}, 4.75}, {{2015, 4, 1}, 1}}, 2);
    change(over, 1, (struct svc_change[]){{{2015, 4, 1}, 2}, {{2016, 12, 25}, 5}}, 2);
    assert_prepared(over);
    const struct svc_team *team = svc_team(&over->service, 0);
    assert_int_equal(team->stage_count, 4);
    static const double want[][3] = {{-WARM_UP_DAYS, 2.5, 3}, {10, 4.75, 3}, {365, 1, 2}, {999, 1, 5}};
    for (size_t s = 0; s < 4; s++) {
        assert_true(team->stages[s].from == days((int64_t)want[s][0]));
        assert_near(team->stages[s].fte[THERAPIST], want[s][1], 0);
        assert_near(team->stages[s].fte[SOCIAL_WORKER], want[s][2], 0);
        assert_int_equal(svc_stage_at(team, days((int64_t)want[s][0])), s);
    }
    assert_int_equal(svc_stage_at(team, days(365) - 1), 1);
    assert_near(team->fte[THERAPIST], 4.75, 0);
    assert_near(team->fte[SOCIAL_WORKER], 5, 0);
    drop_changes(over);
}

static void changes_outside_the_run_hold_from_its_beginning_or_never(void **state) {
    (void)state;
    struct small_service *over = make_all("therapist=40|social worker=3");
    change(over, 0, (struct svc_change[]){{{2001, 2, 3}, 30}, {{2013, 2, 25}, 1.5}, {{2016, 12, 26}, 70}}, 3);
    assert_prepared(over);
    const struct svc_team *team = svc_team(&over->service, 0);
    assert_int_equal(team->stage_count, 1);
    assert_near(team->stages[0].fte[THERAPIST], 1.5, 0);
    assert_near(team->fte[THERAPIST], 1.5, 0);
    drop_changes(over);
}

/* Open from day 59 to day 151, with a change on day 100: 2.5 FTE for 41 days and 4.75 for 51. */
static void a_team_that_is_closed_has_nobody(void **state) {
    (void)state;
    struct small_service *over = make_all("therapist=2.5|social worker=3");
    over->teams[0].opens = (struct des_date){2014, 5, 30};
    over->teams[0].closes = (struct des_date){2014, 8, 30};
    change(over, 0, (struct svc_change[]){{{2014, 7, 10}, 4.75}}, 1);
    add_team(over, "Before and after", everything, "therapist=9|social worker=9")->crew =
        texts(&over->words, "therapist|social worker");
    assert_prepared(over);
    const struct svc_team *team = svc_team(&over->service, 0);
    static const double want[][2] = {{-WARM_UP_DAYS, 0}, {59, 2.5}, {100, 4.75}, {151, 0}};
    assert_int_equal(team->stage_count, 4);
    for (size_t s = 0; s < 4; s++) {
        assert_true(team->stages[s].from == days((int64_t)want[s][0]));
        assert_near(team->stages[s].fte[THERAPIST], want[s][1], 0);
    }
    assert_near(svc_stage_mean_fte(team, THERAPIST, 0, days(365)), (2.5 * 41 + 4.75 * 51) / 365, 1e-12);
    assert_near(svc_stage_mean_fte(team, SOCIAL_WORKER, days(60), days(61)), 3, 0);
    assert_near(svc_stage_mean_fte(team, THERAPIST, days(151), days(300)), 0, 0);
    drop_changes(over);
}

/* It opens when the run is over; what its staff can do is checked all the same. */
static void a_team_that_never_opens_has_nobody_and_no_fault(void **state) {
    (void)state;
    struct small_service *over = make_all("therapist=2.5|social worker=3");
    struct svc_team *never = add_team(over, "Never", everything, "therapist=1|social worker=1");
    never->crew = texts(&over->words, "therapist|social worker");
    never->opens = (struct des_date){2019, 1, 1};
    assert_prepared(over);
    const struct svc_team *team = svc_team(&over->service, 1);
    assert_int_equal(team->stage_count, 1);
    assert_near(team->stages[0].fte[THERAPIST], 0, 0);
    drop_changes(over);
}

static void fte_on_average_is_weighted_by_days(void **state) {
    (void)state;
    struct small_service *over = make_all("therapist=2.5|social worker=3.1");
    change(over, 0, (struct svc_change[]){{{2014, 4, 11}, 4.75}, {{2014, 5, 1}, 1}}, 2);
    assert_prepared(over);
    const struct svc_team *team = svc_team(&over->service, 0);
    assert_near(svc_stage_mean_fte(team, THERAPIST, 0, days(40)), (10 * 2.5 + 20 * 4.75 + 10 * 1) / 40, 1e-12);
    assert_near(svc_stage_mean_fte(team, THERAPIST, days(12), days(30)), 4.75, 0);
    assert_near(svc_stage_mean_fte(team, SOCIAL_WORKER, 0, days(40)), 3.1, 1e-15);
    drop_changes(over);
}

/* Plants changes of the first group of a team and expects one complaint. */
static void refuse(const char *staff, const char *crew, const struct svc_change *rows, const char *said) {
    struct small_service *over = make_sound_service();
    add_team(over, "More", "equipment|rehabilitation", staff)->crew = texts(&over->words, crew);
    struct err_list err;
    err_list_init(&err);
    change(over, 0, rows, 2);
    assert_false(prepare_service(over, &err));
    assert_only_said(&err, said);
    err_list_free(&err);
    drop_changes(over);
}

static void dates_that_do_not_rise_are_named(void **state) {
    (void)state;
    const struct svc_change same[] = {{{2015, 4, 1}, 2}, {{2015, 4, 1}, 3}};
    const struct svc_change falling[] = {{{2015, 4, 1}, 2}, {{2015, 3, 31}, 3}};
    refuse("therapist=1", "", same,
           "the change of 'therapist' on 2015-04-01 is not after the one before it, on 2015-04-01");
    refuse("therapist=1", "", falling,
           "the change of 'therapist' on 2015-03-31 is not after the one before it, on 2015-04-01");
}

static void a_time_in_which_the_work_cannot_be_done_is_named_with_its_date(void **state) {
    (void)state;
    const struct svc_change to_nobody[] = {{{2015, 4, 1}, 0}, {{2016, 4, 1}, 3}};
    refuse("therapist=1|assistant=1", "", to_nobody,
           "team 'More': from 2015-04-01 on nobody on its staff may work on 'rehabilitation'");
    refuse("therapist=2|assistant=1", "therapist|assistant|therapist",
           (const struct svc_change[]){{{2015, 4, 1}, 3}, {{2016, 2, 29}, 1}},
           "team 'More': from 2016-02-29 on its staff cannot form the crew it asks for");
}

/* Therapists stand in while there is one assistant or none; with two, nobody in the crew may do rehabilitation. */
static void a_crew_of_stand_ins_that_is_no_more_is_named_with_its_date(void **state) {
    (void)state;
    refuse("assistant=0|therapist=2", "assistant|assistant",
           (const struct svc_change[]){{{2015, 4, 1}, 1}, {{2016, 2, 29}, 2}},
           "team 'More': from 2016-02-29 on nobody in its crew may work on 'rehabilitation'");
}

/* Of a team that does not open before the run is over, all who ever belong to it. */
static void the_staff_of_a_team_that_never_opens_is_checked_without_a_date(void **state) {
    (void)state;
    struct small_service *over = make_sound_service();
    struct svc_team *never = add_team(over, "Never", "equipment|rehabilitation", "assistant=1");
    struct err_list err;
    err_list_init(&err);
    never->opens = (struct des_date){2019, 1, 1};
    change(over, 0, (struct svc_change[]){{{2015, 4, 1}, 2}}, 1);
    assert_false(prepare_service(over, &err));
    assert_only_said(&err, "team 'Never': nobody on its staff may work on 'rehabilitation'");
    err_list_free(&err);
    drop_changes(over);
}

/* Two needs that nobody may meet from the first day on, through two changes of those who cannot. */
static void a_fault_that_goes_on_is_named_once(void **state) {
    (void)state;
    struct small_service *over = make_sound_service();
    add_team(over, "More", "equipment|rehabilitation|care", "assistant=1");
    struct err_list err;
    err_list_init(&err);
    change(over, 0, (struct svc_change[]){{{2014, 4, 1}, 2}, {{2015, 4, 1}, 3}}, 2);
    assert_false(prepare_service(over, &err));
    assert_int_equal(err.count, 2);
    assert_int_equal(count_said(&err, "team 'More': from 2013-02-25 on nobody on its staff may work on 'care'"), 1);
    err_list_free(&err);
    drop_changes(over);
}

static void nobody_at_first_is_named_with_the_beginning_of_the_run(void **state) {
    (void)state;
    const struct svc_change rows[] = {{{2014, 1, 1}, 2}, {{2015, 3, 31}, 3}};
    refuse("therapist=0|assistant=1", "", rows,
           "team 'More': from 2013-02-25 on nobody on its staff may work on 'rehabilitation'");
}

static void a_change_to_a_crumb_is_refused(void **state) {
    (void)state;
    const struct svc_change rows[] = {{{2014, 1, 1}, 0.004}, {{2015, 3, 31}, 3}};
    refuse("therapist=1", "", rows, "team 'More': fte = 0.004 of 'therapist' is less than 0.01 FTE and not 0");
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_change_holds_from_its_midnight),
        cmocka_unit_test(changes_outside_the_run_hold_from_its_beginning_or_never),
        cmocka_unit_test(a_team_that_is_closed_has_nobody),
        cmocka_unit_test(a_team_that_never_opens_has_nobody_and_no_fault),
        cmocka_unit_test(fte_on_average_is_weighted_by_days),
        cmocka_unit_test(dates_that_do_not_rise_are_named),
        cmocka_unit_test(a_time_in_which_the_work_cannot_be_done_is_named_with_its_date),
        cmocka_unit_test(a_crew_of_stand_ins_that_is_no_more_is_named_with_its_date),
        cmocka_unit_test(the_staff_of_a_team_that_never_opens_is_checked_without_a_date),
        cmocka_unit_test(a_fault_that_goes_on_is_named_once),
        cmocka_unit_test(nobody_at_first_is_named_with_the_beginning_of_the_run),
        cmocka_unit_test(a_change_to_a_crumb_is_refused),
    };
    return run_chosen(tests, argc, argv);
}

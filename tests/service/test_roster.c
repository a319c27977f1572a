/* tests/service/test_roster.c - members and their budgets, who is free, who stands in, who works together. */
#include "service/roster.h"

#include "base/err.h"
#include "tests/service/fixture.h"

enum { OPEN = 9 * DES_HOUR, DAYS = 731, FIRST_MONDAY = 5 }; /* from Wednesday, 1 January 2014, to the end of 2015 */

static const struct des_date new_year = {2014, 1, 1};
/* Both on weekdays. */
static const struct des_date holidays[] = {{2014, 1, 1}, {2014, 1, 7}};

static const des_time monday_nine = FIRST_MONDAY * DES_DAY + OPEN;

struct floor {
    struct small_service *over;
    struct des_calendar *calendar;
    struct svc_roster *roster;
};

static struct des_calendar *usual_calendar(void) {
    return des_calendar_new(new_year, 100, DAYS, holidays, 2, OPEN);
}

/* A roster of the first team; the calendar and the service are taken over. */
static struct floor floor_of(struct small_service *over, struct des_calendar *calendar) {
    assert_prepared(over);
    return (struct floor){over, calendar, svc_roster_new(svc_team(&over->service, 0), calendar)};
}

/* One team that meets every need, so that the service is sound. */
static struct floor floor_with(const char *staff, const char *crew) {
    struct small_service *over = make_service();
    add_team(over, "All", "equipment|rehabilitation|care|commissioning", staff)->crew = texts(&over->words, crew);
    return floor_of(over, usual_calendar());
}

static void leave(struct floor *floor) {
    svc_roster_free(floor->roster);
    des_calendar_free(floor->calendar);
    drop_service(floor->over);
}

/* Weekdays of the two years less the holidays, counted one by one. */
static double working_days_by_hand(void) {
    int days = 0;
    for (int day = 0; day < DAYS; day++) {
        const int weekday = (day + 2) % 7; /* Monday: 0 */
        days += weekday < 5 && day != 0 && day != 6;
    }
    return days;
}

static const char *const crew_of_two = "therapist|social worker";

static void five_and_a_quarter_are_five_people_and_one_at_a_quarter(void **state) {
    (void)state;
    struct floor floor = floor_with("therapist=5.25|social worker=0.5", crew_of_two);
    const double seconds_a_day = 1200. * DES_HOUR * (DAYS / 365.25) / working_days_by_hand();
    assert_int_equal(svc_roster_size(floor.roster), 7);
    for (uint32_t m = 0; m < 6; m++) {
        assert_int_equal(svc_roster_role(floor.roster, m), THERAPIST);
        const double share = m < 5 ? 1 : 0.25;
        assert_within((double)svc_roster_daily(floor.roster, m), share * seconds_a_day, 0.5001);
    }
    assert_int_equal(svc_roster_role(floor.roster, 6), SOCIAL_WORKER);
    assert_within((double)svc_roster_daily(floor.roster, 6), 0.5 * 1100 / 1200 * seconds_a_day, 0.5001);
    leave(&floor);
}

static void whole_numbers_make_no_crumbs(void **state) {
    (void)state;
    struct floor floor = floor_with("therapist=3|social worker=1|assistant=0", crew_of_two);
    assert_int_equal(svc_roster_size(floor.roster), 4);
    assert_true(svc_roster_daily(floor.roster, 2) == svc_roster_daily(floor.roster, 0));
    leave(&floor);
}

static void the_teams_own_hours_go_before_those_of_the_role(void **state) {
    (void)state;
    struct small_service *over = make_service();
    add_team(over, "All", "equipment|rehabilitation|care|commissioning", "therapist=1|social worker=1")->crew =
        texts(&over->words, crew_of_two);
    over->staffs[0][0].client_hours_per_fte_year = 600;
    struct floor floor = floor_of(over, usual_calendar());
    const double seconds_a_day = 600. * DES_HOUR * (DAYS / 365.25) / working_days_by_hand();
    assert_within((double)svc_roster_daily(floor.roster, 0), seconds_a_day, 0.5001);
    leave(&floor);
}

static void offered_seconds_are_fte_times_hours(void **state) {
    (void)state;
    struct floor floor = floor_with("therapist=5.25|social worker=0.5", crew_of_two);
    const double years = DAYS / 365.25, rounding = 0.5 * working_days_by_hand();
    const des_time end = (des_time)DAYS * DES_DAY;
    const double therapists = (double)svc_roster_offered(floor.roster, THERAPIST, 0, end);
    const double social_workers = (double)svc_roster_offered(floor.roster, SOCIAL_WORKER, 0, end);
    assert_within(therapists, 5.25 * 1200 * DES_HOUR * years, 6 * rounding);
    assert_within(social_workers, 0.5 * 1100 * DES_HOUR * years, rounding);
    assert_true(svc_roster_offered(floor.roster, ASSISTANT, 0, end) == 0);
    const des_time first = svc_roster_offered(floor.roster, THERAPIST, 0, monday_nine + 77);
    assert_true(first + svc_roster_offered(floor.roster, THERAPIST, monday_nine + 77, end) == (des_time)therapists);
    leave(&floor);
}

static void nobody_works_before_opening_after_the_budget_or_on_days_off(void **state) {
    (void)state;
    struct floor floor = floor_with("therapist=1|social worker=1", crew_of_two);
    const des_time daily = svc_roster_daily(floor.roster, 0), shorter = svc_roster_daily(floor.roster, 1);
    assert_true(shorter < daily);
    const uint64_t all = svc_roster_kinds(floor.roster, monday_nine);
    assert_true(all != 0);
    assert_true(svc_roster_kinds(floor.roster, monday_nine - 1) == 0);
    assert_true(svc_roster_kinds(floor.roster, monday_nine + shorter - 1) == all);
    assert_true(svc_roster_kinds(floor.roster, monday_nine + shorter) != all);
    assert_true(svc_roster_kinds(floor.roster, monday_nine + daily - 1) != 0);
    assert_true(svc_roster_kinds(floor.roster, monday_nine + daily) == 0);
    assert_true(svc_roster_kinds(floor.roster, monday_nine - DES_DAY) == 0);
    assert_true(svc_roster_kinds(floor.roster, monday_nine + DES_DAY) == 0); /* 7 January */
    assert_true(svc_roster_kinds(floor.roster, monday_nine + 2 * DES_DAY) == all);
    leave(&floor);
}

static void a_team_that_is_always_open_always_works(void **state) {
    (void)state;
    struct small_service *over = make_service();
    add_team(over, "All", "equipment|rehabilitation|care|commissioning", "therapist=2|social worker=1")->crew =
        texts(&over->words, crew_of_two);
    over->teams[0].always_open = true;
    struct floor floor = floor_of(over, des_calendar_new_always_open(new_year, 100, DAYS));
    const uint64_t all = svc_roster_kinds(floor.roster, monday_nine);
    for (des_time time = -100 * DES_DAY; time < (des_time)DAYS * DES_DAY; time += 40009) {
        assert_true(svc_roster_kinds(floor.roster, time) == all);
    }
    assert_true(svc_roster_kinds(floor.roster, 3 * DES_DAY - 1) == all);
    assert_true(svc_roster_kinds(floor.roster, 3 * DES_DAY) == all); /* the day that is kept has ended */
    assert_true(svc_roster_daily(floor.roster, 1) == DES_DAY);
    assert_true(svc_roster_offered(floor.roster, THERAPIST, -DES_DAY, 9 * DES_DAY) == 2 * 10 * DES_DAY);
    leave(&floor);
}

/* Kind of crew for one need's follow-up. */
static unsigned kind_for(const struct floor *floor, unsigned need) {
    return svc_team_crew_kind(svc_team(&floor->over->service, 0), world_needs_of(need), false);
}

static struct svc_crew take(struct floor *floor, unsigned kind) {
    struct svc_crew crew;
    svc_roster_take(floor->roster, kind, monday_nine, &crew);
    return crew;
}

static uint32_t take_one(struct floor *floor, unsigned need) {
    const struct svc_crew crew = take(floor, kind_for(floor, need));
    assert_int_equal(crew.count, 1);
    return crew.members[0];
}

static bool can_be_met(const struct floor *floor, unsigned need) {
    return svc_roster_kinds(floor->roster, monday_nine) >> kind_for(floor, need) & 1;
}

static void a_stand_in_works_only_when_the_own_role_is_not_free(void **state) {
    (void)state;
    struct floor floor = floor_with("therapist=1|assistant=2|social worker=1", crew_of_two);
    assert_int_equal(take_one(&floor, EQUIPMENT), 1);
    assert_int_equal(take_one(&floor, EQUIPMENT), 2);
    assert_int_equal(take_one(&floor, EQUIPMENT), 0);
    assert_false(can_be_met(&floor, EQUIPMENT));
    assert_true(can_be_met(&floor, CARE));
    assert_int_equal(svc_roster_busy(floor.roster), 3);
    assert_aborts(take_one(&floor, EQUIPMENT));
    svc_roster_give_back(floor.roster, &(struct svc_crew){{2}, 1}, monday_nine);
    assert_true(can_be_met(&floor, EQUIPMENT));
    assert_false(can_be_met(&floor, REHABILITATION));
    assert_int_equal(take_one(&floor, EQUIPMENT), 2);
    leave(&floor);
}

/* More than a word of the processor has bits. */
static void in_a_large_group_the_lowest_number_is_asked_first(void **state) {
    (void)state;
    struct floor floor = floor_with("therapist=140.5|social worker=70", crew_of_two);
    for (uint32_t m = 0; m < 141; m++) {
        assert_int_equal(take_one(&floor, REHABILITATION), m);
    }
    assert_false(can_be_met(&floor, REHABILITATION));
    assert_int_equal(take_one(&floor, CARE), 141);
    svc_roster_give_back(floor.roster, &(struct svc_crew){{130}, 1}, monday_nine);
    svc_roster_give_back(floor.roster, &(struct svc_crew){{64}, 1}, monday_nine);
    svc_roster_set_absent(floor.roster, 64, WORLD_SICK, true, monday_nine);
    assert_int_equal(take_one(&floor, REHABILITATION), 130);
    assert_false(can_be_met(&floor, REHABILITATION));
    svc_roster_set_absent(floor.roster, 64, WORLD_VACANT, true, monday_nine);
    svc_roster_set_absent(floor.roster, 64, WORLD_SICK, false, monday_nine);
    assert_false(can_be_met(&floor, REHABILITATION));
    svc_roster_set_absent(floor.roster, 64, WORLD_VACANT, false, monday_nine);
    assert_int_equal(take_one(&floor, REHABILITATION), 64);
    leave(&floor);
}

/* Here therapists can do everything, and social workers can do assistants' work too. */
static void who_can_do_least_is_asked_first(void **state) {
    (void)state;
    struct small_service *over = make_service();
    struct small_world *small = over->small;
    small->world.doers[ASSISTANT] |= 1u << SOCIAL_WORKER;
    small->world.doers[SOCIAL_WORKER] |= 1u << THERAPIST;
    small->world.need_roles[EQUIPMENT] |= 1u << SOCIAL_WORKER;
    small->world.need_roles[CARE] |= 1u << THERAPIST;
    small->world.need_roles[COMMISSIONING] |= 1u << THERAPIST;
    add_team(over, "All", "equipment|rehabilitation|care|commissioning", "therapist=1|assistant=1|social worker=1");
    struct floor floor = floor_of(over, usual_calendar());
    assert_int_equal(svc_roster_role(floor.roster, take_one(&floor, EQUIPMENT)), ASSISTANT);
    assert_int_equal(svc_roster_role(floor.roster, take_one(&floor, EQUIPMENT)), SOCIAL_WORKER);
    assert_int_equal(svc_roster_role(floor.roster, take_one(&floor, EQUIPMENT)), THERAPIST);
    leave(&floor);
}

static void a_joint_crew_has_one_of_each_role(void **state) {
    (void)state;
    struct floor floor = floor_with("therapist=2|social worker=1.5", crew_of_two);
    const struct svc_crew first = take(&floor, 0);
    assert_int_equal(first.count, 2);
    assert_int_equal(svc_roster_role(floor.roster, first.members[0]), THERAPIST);
    assert_int_equal(svc_roster_role(floor.roster, first.members[1]), SOCIAL_WORKER);
    assert_true(svc_roster_crew_daily(floor.roster, &first) == svc_roster_daily(floor.roster, 2));
    const struct svc_crew turned = {{first.members[1], first.members[0]}, 2};
    assert_true(svc_roster_crew_daily(floor.roster, &turned) == svc_roster_daily(floor.roster, 2));
    const struct svc_crew second = take(&floor, 0);
    assert_int_equal(second.members[1], 3);
    assert_true(svc_roster_crew_daily(floor.roster, &second) == svc_roster_daily(floor.roster, 3));
    assert_true(svc_roster_kinds(floor.roster, monday_nine) == 0);
    svc_roster_give_back(floor.roster, &first, monday_nine);
    assert_int_equal(svc_roster_busy(floor.roster), 2);
    assert_aborts(svc_roster_give_back(floor.roster, &first, monday_nine));
    assert_true(svc_roster_kinds(floor.roster, monday_nine) & 1);
    leave(&floor);
}

static void half_a_crew_is_none(void **state) {
    (void)state;
    struct floor floor = floor_with("therapist=2|social worker=1", crew_of_two);
    const des_time social_worker_leaves = monday_nine + svc_roster_daily(floor.roster, 2);
    assert_true(svc_roster_kinds(floor.roster, social_worker_leaves - 1) & 1);
    assert_false(svc_roster_kinds(floor.roster, social_worker_leaves) & 1);
    take_one(&floor, CARE);
    assert_false(svc_roster_kinds(floor.roster, monday_nine) & 1);
    assert_true(can_be_met(&floor, REHABILITATION));
    svc_roster_clear(floor.roster);
    assert_int_equal(svc_roster_busy(floor.roster), 0);
    assert_true(svc_roster_kinds(floor.roster, monday_nine) & 1);
    leave(&floor);
}

/* The only therapist takes the therapist's place although the assistant's is named first and has nobody else free. */
static void in_a_joint_crew_own_places_go_before_stand_ins(void **state) {
    (void)state;
    struct floor floor = floor_with("therapist=2|assistant=1|social worker=1", "assistant|therapist|social worker");
    take_one(&floor, EQUIPMENT);
    const struct svc_crew crew = take(&floor, 0);
    assert_int_equal(crew.count, 3);
    unsigned roles = 0;
    for (size_t i = 0; i < crew.count; i++) {
        roles += svc_roster_role(floor.roster, crew.members[i]) == THERAPIST;
    }
    assert_int_equal(roles, 2);
    svc_roster_give_back(floor.roster, &crew, monday_nine);
    take_one(&floor, REHABILITATION);
    assert_false(svc_roster_kinds(floor.roster, monday_nine) & 1);
    leave(&floor);
}

/* One therapist with whole days from the first Monday on, and a social worker. */
static struct floor floor_of_two(void) {
    struct floor floor = floor_with("therapist=1|social worker=1", crew_of_two);
    svc_roster_settle(floor.roster, FIRST_MONDAY * DES_DAY);
    return floor;
}

/* Monday, Wednesday, Thursday and Friday are working days; Tuesday is a holiday. */
static void time_of_an_absence_is_lost_and_nothing_is_taken_up(void **state) {
    (void)state;
    struct floor floor = floor_of_two();
    const des_time daily = svc_roster_daily(floor.roster, 0), friday_night = (FIRST_MONDAY + 5) * DES_DAY;
    svc_roster_set_absent(floor.roster, 0, WORLD_SICK, true, monday_nine + 1234);
    assert_false(svc_roster_kinds(floor.roster, monday_nine + 2 * DES_DAY) >> kind_for(&floor, EQUIPMENT) & 1);
    assert_true(svc_roster_kinds(floor.roster, monday_nine + 2 * DES_DAY) >> kind_for(&floor, CARE) & 1);
    svc_roster_set_absent(floor.roster, 0, WORLD_SICK, false, monday_nine + 3 * DES_DAY + 777);
    assert_true(svc_roster_kinds(floor.roster, monday_nine + 3 * DES_DAY + 777) & 1);
    const struct svc_spent spent = svc_roster_spent(floor.roster, THERAPIST, friday_night);
    assert_true(spent.lost[WORLD_SICK] == 2 * daily - 1234 + 777 && spent.lost[WORLD_VACANT] == 0);
    assert_true(spent.on_duty == 2 * daily + 1234 - 777);
    assert_near(spent.cost_gbp, 50123 * 5 / 365.25, 1e-12);
    const struct svc_spent other = svc_roster_spent(floor.roster, SOCIAL_WORKER, friday_night);
    assert_true(other.on_duty == 4 * svc_roster_daily(floor.roster, 1) && other.lost[WORLD_SICK] == 0);
    leave(&floor);
}

static void work_under_way_is_ended_before_anybody_goes(void **state) {
    (void)state;
    struct floor floor = floor_of_two();
    const des_time daily = svc_roster_daily(floor.roster, 0), back = monday_nine + 2 * DES_DAY + 500;
    const struct svc_crew crew = take(&floor, kind_for(&floor, EQUIPMENT));
    svc_roster_set_absent(floor.roster, 0, WORLD_VACANT, true, monday_nine + 100);
    assert_true(svc_roster_spent(floor.roster, THERAPIST, back).lost[WORLD_VACANT] == 0);
    svc_roster_give_back(floor.roster, &crew, back);
    assert_int_equal(svc_roster_busy(floor.roster), 0);
    assert_false(can_be_met(&floor, EQUIPMENT));
    const struct svc_spent spent = svc_roster_spent(floor.roster, THERAPIST, back + DES_DAY);
    assert_true(spent.on_duty == daily + 500);
    assert_true(spent.lost[WORLD_VACANT] == daily);
    svc_roster_set_absent(floor.roster, 0, WORLD_VACANT, false, back + DES_DAY);
    assert_int_equal(take_one(&floor, EQUIPMENT), 0);
    assert_false(can_be_met(&floor, EQUIPMENT));
    leave(&floor);
}

/* 1.5 FTE, the half a vacant post for ten days of forty; a vacant post has nobody who could be ill. */
static void an_empty_post_is_not_paid(void **state) {
    (void)state;
    struct floor floor = floor_with("therapist=1.5|social worker=1", crew_of_two);
    svc_roster_settle(floor.roster, 0);
    svc_roster_set_absent(floor.roster, 1, WORLD_SICK, true, 10 * DES_DAY);
    svc_roster_set_absent(floor.roster, 1, WORLD_VACANT, true, 20 * DES_DAY);
    svc_roster_set_absent(floor.roster, 1, WORLD_VACANT, false, 30 * DES_DAY);
    svc_roster_set_absent(floor.roster, 1, WORLD_SICK, false, 40 * DES_DAY);
    const struct svc_spent spent = svc_roster_spent(floor.roster, THERAPIST, 40 * DES_DAY);
    assert_near(spent.cost_gbp, 50123 * (1.5 * 40 - 0.5 * 10) / 365.25, 1e-12);
    assert_true(spent.lost[WORLD_SICK] == svc_roster_daily(floor.roster, 1) * 12);
    assert_true(spent.lost[WORLD_VACANT] == svc_roster_daily(floor.roster, 1) * 8);
    leave(&floor);
}

/* From 2.25 therapists to half of one and back to two: on the first Saturday and the Thursday after. */
static struct floor floor_of_changes(void) {
    struct small_service *over = make_service();
    static struct svc_change changes[] = {{{2014, 4, 11}, 0.5}, {{2014, 4, 16}, 2}};
    add_team(over, "All", "equipment|rehabilitation|care|commissioning", "therapist=2.25|social worker=1")->crew =
        texts(&over->words, crew_of_two);
    over->staffs[0][0].changes = (struct param_rows){changes, 2, NULL};
    return floor_of(over, usual_calendar());
}

static void posts_go_and_come_on_their_dates(void **state) {
    (void)state;
    struct floor floor = floor_of_changes();
    const des_time first = 10 * DES_DAY, second = 15 * DES_DAY, whole = svc_roster_daily(floor.roster, 0);
    const des_time quarter = svc_roster_daily(floor.roster, 2);
    assert_int_equal(svc_roster_size(floor.roster), 4);
    svc_roster_settle(floor.roster, FIRST_MONDAY * DES_DAY);
    const struct svc_crew crew = take(&floor, 0);
    take_one(&floor, EQUIPMENT);
    svc_roster_change(floor.roster, first);
    const des_time half = svc_roster_daily(floor.roster, 0);
    assert_within((double)half, (double)whole / 2, 1);
    assert_true(svc_roster_daily(floor.roster, 1) == 0 && svc_roster_daily(floor.roster, 2) == 0);
    assert_int_equal(svc_roster_busy(floor.roster), 3);
    svc_roster_give_back(floor.roster, &(struct svc_crew){{1}, 1}, first + 77);
    assert_true(svc_roster_kinds(floor.roster, first + 2 * DES_DAY + OPEN) == 0);
    svc_roster_give_back(floor.roster, &crew, first + 78);
    svc_roster_change(floor.roster, second);
    assert_true(svc_roster_daily(floor.roster, 1) == whole && svc_roster_daily(floor.roster, 2) == 0);
    const struct svc_spent spent = svc_roster_spent(floor.roster, THERAPIST, 19 * DES_DAY);
    assert_true(spent.on_duty == 4 * (2 * whole + quarter) + 3 * half + 2 * 2 * whole);
    assert_true(svc_roster_offered(floor.roster, THERAPIST, FIRST_MONDAY * DES_DAY, 19 * DES_DAY) == spent.on_duty);
    assert_near(spent.cost_gbp, 50123 * (2.25 * 5 + 0.5 * 5 + 2 * 4) / 365.25, 1e-12);
    leave(&floor);
}

static void a_cleared_roster_has_the_staff_of_the_beginning(void **state) {
    (void)state;
    struct floor floor = floor_of_changes();
    const des_time whole = svc_roster_daily(floor.roster, 1);
    svc_roster_change(floor.roster, 10 * DES_DAY);
    svc_roster_set_absent(floor.roster, 0, WORLD_SICK, true, 11 * DES_DAY);
    svc_roster_clear(floor.roster);
    assert_true(svc_roster_daily(floor.roster, 1) == whole);
    assert_true(svc_roster_kinds(floor.roster, monday_nine) & 1);
    assert_true(svc_roster_spent(floor.roster, THERAPIST, 40 * DES_DAY).lost[WORLD_SICK] == 0);
    leave(&floor);
}

/* Open for seven days from a Wednesday on: of these the first and the last are holidays, and two are a weekend. */
static void nobody_is_on_duty_while_the_team_is_closed(void **state) {
    (void)state;
    struct small_service *over = make_service();
    struct svc_team *team =
        add_team(over, "Until", "equipment|rehabilitation|care|commissioning", "therapist=2|social worker=1");
    team->crew = texts(&over->words, crew_of_two);
    team->closes = des_date_from_day(des_date_day(over->small->world.start_date) + 7);
    add_team(over, "Then", "equipment|rehabilitation|care|commissioning", "therapist=2|social worker=1")->crew =
        texts(&over->words, crew_of_two);
    struct floor floor = floor_of(over, usual_calendar());
    assert_true(svc_roster_kinds(floor.roster, monday_nine) != 0);
    assert_true(svc_roster_kinds(floor.roster, monday_nine + 2 * DES_DAY) == 0);
    const des_time daily = svc_roster_daily(floor.roster, 0);
    assert_int_equal(svc_roster_offered(floor.roster, THERAPIST, 0, 30 * DES_DAY), 2 * 3 * daily);
    assert_int_equal(svc_roster_offered(floor.roster, THERAPIST, 8 * DES_DAY, 30 * DES_DAY), 0);
    leave(&floor);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(five_and_a_quarter_are_five_people_and_one_at_a_quarter),
        cmocka_unit_test(whole_numbers_make_no_crumbs),
        cmocka_unit_test(the_teams_own_hours_go_before_those_of_the_role),
        cmocka_unit_test(offered_seconds_are_fte_times_hours),
        cmocka_unit_test(nobody_works_before_opening_after_the_budget_or_on_days_off),
        cmocka_unit_test(a_team_that_is_always_open_always_works),
        cmocka_unit_test(a_stand_in_works_only_when_the_own_role_is_not_free),
        cmocka_unit_test(in_a_large_group_the_lowest_number_is_asked_first),
        cmocka_unit_test(who_can_do_least_is_asked_first),
        cmocka_unit_test(a_joint_crew_has_one_of_each_role),
        cmocka_unit_test(half_a_crew_is_none),
        cmocka_unit_test(time_of_an_absence_is_lost_and_nothing_is_taken_up),
        cmocka_unit_test(work_under_way_is_ended_before_anybody_goes),
        cmocka_unit_test(an_empty_post_is_not_paid),
        cmocka_unit_test(posts_go_and_come_on_their_dates),
        cmocka_unit_test(a_cleared_roster_has_the_staff_of_the_beginning),
        cmocka_unit_test(nobody_is_on_duty_while_the_team_is_closed),
        cmocka_unit_test(in_a_joint_crew_own_places_go_before_stand_ins),
    };
    return run_chosen(tests, argc, argv);
}

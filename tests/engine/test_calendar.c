/* tests/engine/test_calendar.c - real dates and working time. */
#include "engine/calendar.h"

#include "tests/support.h"

enum { OPEN = 9 * DES_HOUR };

/* 2014-04-14 is a Monday; Good Friday is its 4th day on (18th), Easter Monday its 7th (21st). The Saturday holiday and
 * the repeated one change nothing. */
static const struct des_date holidays[] = {{2014, 4, 18}, {2014, 4, 21}, {2014, 4, 21}, {2014, 4, 26}};

static struct des_calendar *easter(void) {
    return des_calendar_new((struct des_date){2014, 4, 14}, 14, 365, holidays, 4, OPEN);
}

static des_time at(int64_t day, int64_t hours) {
    return day * DES_DAY + hours * DES_HOUR;
}

static void dates_go_to_days_and_back_over_three_centuries(void **state) {
    (void)state;
    int64_t first = des_date_day((struct des_date){1900, 1, 1});
    int64_t last = des_date_day((struct des_date){2200, 12, 31});
    assert_true(last - first + 1 == 301 * 365 + 73);
    struct des_date before = des_date_from_day(first - 1);
    for (int64_t day = first; day <= last; day++) {
        struct des_date date = des_date_from_day(day);
        assert_true(des_date_is_valid(date));
        assert_true(des_date_day(date) == day);
        bool follows = date.day == before.day + 1 || (date.day == 1 && before.day >= 28);
        assert_true(follows);
        before = date;
    }
}

static void known_dates_have_known_days(void **state) {
    (void)state;
    assert_true(des_date_day((struct des_date){1970, 1, 1}) == 0);
    assert_true(des_date_day((struct des_date){2000, 3, 1}) == 11017);
    assert_true(des_date_day((struct des_date){1969, 12, 31}) == -1);
    assert_true(des_date_day((struct des_date){2014, 1, 31}) == 16101);
}

static void dates_that_do_not_exist_are_not_valid(void **state) {
    (void)state;
    const struct {
        struct des_date date;
        bool valid;
    } cases[] = {
        {{2012, 2, 29}, true},   {{2014, 2, 29}, false}, {{2000, 2, 29}, true},  {{2100, 2, 29}, false},
        {{2014, 4, 31}, false},  {{2014, 13, 1}, false}, {{2014, 0, 1}, false},  {{2014, 5, 0}, false},
        {{1899, 12, 31}, false}, {{2201, 1, 1}, false},  {{2200, 12, 31}, true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_int_equal(des_date_is_valid(cases[i].date), cases[i].valid);
    }
}

static void weekdays_that_are_no_holidays_are_working_days(void **state) {
    (void)state;
    struct des_calendar *calendar = easter();
    const bool want[] = {true, true, true, true, false, false, false, false, true, true, true, true, false};
    for (int64_t day = 0; day < 13; day++) {
        assert_int_equal(des_calendar_is_working_day(calendar, at(day, 0)), want[day]);
        assert_int_equal(des_calendar_is_working_day(calendar, at(day, 24) - 1), want[day]);
    }
    assert_true(des_calendar_is_working_day(calendar, at(-3, 12)));
    assert_false(des_calendar_is_working_day(calendar, at(-1, 12)));
    assert_false(des_calendar_is_working_day(calendar, at(-15, 12)));
    assert_false(des_calendar_is_working_day(calendar, at(365, 12)));
    des_calendar_free(calendar);
}

static void duty_begins_at_opening_and_ends_with_the_budget(void **state) {
    (void)state;
    struct des_calendar *calendar = easter();
    des_time daily = 5 * DES_HOUR + 17;
    assert_false(des_calendar_is_on_duty(calendar, OPEN - 1, daily));
    assert_true(des_calendar_is_on_duty(calendar, OPEN, daily));
    assert_true(des_calendar_is_on_duty(calendar, OPEN + daily - 1, daily));
    assert_false(des_calendar_is_on_duty(calendar, OPEN + daily, daily));
    assert_false(des_calendar_is_on_duty(calendar, at(4, 10), daily));
    des_calendar_free(calendar);
}

static void assert_day(const struct des_calendar *calendar, des_time time, struct des_day day) {
    const struct des_day found = des_calendar_day(calendar, time);
    assert_true(found.begins == day.begins && found.ends == day.ends && found.opens == day.opens);
}

/* Day 4 is Good Friday. */
static void a_day_begins_and_ends_at_midnight_and_opens_if_anybody_works(void **state) {
    (void)state;
    struct des_calendar *calendar = easter(),
                        *always = des_calendar_new_always_open((struct des_date){2014, 4, 14}, 3, 20);
    assert_day(calendar, at(0, 0), (struct des_day){at(0, 0), at(1, 0), OPEN});
    assert_day(calendar, at(1, 0) - 1, (struct des_day){at(0, 0), at(1, 0), OPEN});
    assert_day(calendar, at(-3, 17), (struct des_day){at(-3, 0), at(-2, 0), at(-3, 9)});
    assert_day(calendar, at(4, 10), (struct des_day){at(4, 0), at(5, 0), at(5, 0)});
    assert_day(calendar, at(365, 10), (struct des_day){at(365, 0), at(366, 0), at(366, 0)});
    assert_day(calendar, at(-400, 0), (struct des_day){at(-400, 0), at(-399, 0), at(-399, 0)});
    assert_day(always, at(-2, 23), (struct des_day){at(-2, 0), at(-1, 0), at(-2, 0)});
    assert_day(always, at(20, 0), (struct des_day){at(20, 0), at(21, 0), at(21, 0)});
    des_calendar_free(always);
    des_calendar_free(calendar);
}

static void work_ends_today_at_closing_or_on_a_later_working_day(void **state) {
    (void)state;
    struct des_calendar *calendar = easter();
    const struct {
        des_time start, work, finish;
    } cases[] = {
        /* with a budget of five hours, 9 to 14 */
        {at(0, 9), 0, at(0, 9)},
        {at(0, 10), 3 * DES_HOUR, at(0, 13)},
        {at(0, 10), 4 * DES_HOUR, at(0, 14)}, /* exactly at closing time */
        {at(0, 10), 4 * DES_HOUR + 1, at(1, 9) + 1},
        {at(0, 9), 15 * DES_HOUR, at(2, 14)},     /* three whole days */
        {at(3, 13), 2 * DES_HOUR, at(8, 10)},     /* over the Easter weekend */
        {at(-3, 13) + 1, DES_HOUR, at(0, 9) + 1}, /* over a weekend before the start date */
        {at(3, 13), 6 * DES_HOUR, at(8, 14)},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        des_time finish = des_calendar_finish(calendar, cases[i].start, cases[i].work, 5 * DES_HOUR);
        assert_true(finish == cases[i].finish);
    }
    des_calendar_free(calendar);
}

static void work_beyond_the_calendar_is_never_done(void **state) {
    (void)state;
    struct des_calendar *calendar = easter();
    des_time all = des_calendar_worked(calendar, 0, at(365, 0), DES_HOUR);
    assert_true(des_calendar_finish(calendar, OPEN, all, DES_HOUR) < at(365, 0));
    assert_true(des_calendar_finish(calendar, OPEN, all + 1, DES_HOUR) == DES_NEVER);
    assert_true(des_calendar_finish(calendar, OPEN, DES_NEVER, DES_HOUR) == DES_NEVER);
    assert_aborts(des_calendar_finish(calendar, OPEN - 1, 5, DES_HOUR));
    assert_aborts(des_calendar_finish(calendar, OPEN, -1, DES_HOUR));
    assert_aborts(des_calendar_finish(calendar, OPEN, 5, 15 * DES_HOUR + 1));
    des_calendar_free(calendar);
}

static uint64_t next_random(uint64_t *random) {
    *random = *random * 6364136223846793005u + 1442695040888963407u;
    return *random >> 33;
}

/* Holds for every start on duty: what is worked until it is finished is the work, and it could not end sooner. */
static void what_is_worked_until_the_finish_is_the_work(void **state) {
    (void)state;
    struct des_calendar *calendar = easter();
    uint64_t random = 2385;
    for (int i = 0; i < 100000; i++) {
        des_time daily = (des_time)(next_random(&random) % (uint64_t)(DES_DAY - OPEN)) + 1;
        des_time start = (des_time)(next_random(&random) % (uint64_t)(300 * DES_DAY)) - 14 * DES_DAY;
        des_time work = (des_time)(next_random(&random) % (uint64_t)(20 * daily)) + 1;
        if (!des_calendar_is_on_duty(calendar, start, daily)) {
            continue;
        }
        des_time finish = des_calendar_finish(calendar, start, work, daily);
        assert_true(des_calendar_worked(calendar, start, finish, daily) == work);
        assert_true(des_calendar_worked(calendar, start, finish - 1, daily) == work - 1);
        assert_true(des_calendar_is_on_duty(calendar, finish - 1, daily));
    }
    des_calendar_free(calendar);
}

static void time_worked_adds_up_second_by_second(void **state) {
    (void)state;
    struct des_calendar *calendar = easter();
    des_time daily = 4 * DES_HOUR + 23, worked = 0;
    for (des_time time = at(-14, 0); time < at(9, 0); time++) {
        worked += des_calendar_is_on_duty(calendar, time, daily);
    }
    assert_true(des_calendar_worked(calendar, at(-14, 0), at(9, 0), daily) == worked);
    assert_true(des_calendar_worked(calendar, at(-400, 0), at(9, 0), daily) == worked);
    assert_true(worked == 15 * daily);
    des_calendar_free(calendar);
}

static void doors_open_next_strictly_later(void **state) {
    (void)state;
    struct des_calendar *calendar = easter();
    assert_true(des_calendar_next_opening(calendar, at(0, 0)) == at(0, 9));
    assert_true(des_calendar_next_opening(calendar, at(0, 9) - 1) == at(0, 9));
    assert_true(des_calendar_next_opening(calendar, at(0, 9)) == at(1, 9));
    assert_true(des_calendar_next_opening(calendar, at(3, 9)) == at(8, 9));
    assert_true(des_calendar_next_opening(calendar, at(-3, 23)) == at(0, 9));
    assert_true(des_calendar_next_opening(calendar, at(-300, 0)) == at(-14, 9));
    /* The span ends on Monday, 13 April 2015. */
    assert_true(des_calendar_next_opening(calendar, at(363, 9)) == at(364, 9));
    assert_true(des_calendar_next_opening(calendar, at(364, 9)) == DES_NEVER);
    assert_true(des_calendar_next_opening(calendar, at(4000, 0)) == DES_NEVER);
    des_calendar_free(calendar);
}

static void a_year_of_hours_is_spread_over_its_working_days(void **state) {
    (void)state;
    struct des_calendar *calendar = easter();
    /* 52 weeks and a Monday, less the two holidays that fall on weekdays, in 365 days. */
    double days = (52 * 5 + 1 - 2) * 365.25 / 365;
    assert_near(des_calendar_working_days_per_year(calendar), days, 1e-14);
    assert_true(des_calendar_daily(calendar, 1200) == llround(1200 * 3600 / days));
    des_calendar_free(calendar);
    const struct des_date saturday = {2014, 4, 19};
    struct des_calendar *weekend = des_calendar_new(saturday, 0, 2, NULL, 0, OPEN);
    assert_true(des_calendar_daily(weekend, 1200) == DES_NEVER);
    des_calendar_free(weekend);
}

static void months_begin_on_their_first(void **state) {
    (void)state;
    struct des_calendar *calendar = easter();
    assert_true(des_calendar_month_start(calendar, 0) == 0);
    assert_true(des_calendar_month_start(calendar, 1) == at(17, 0));
    assert_true(des_calendar_month_start(calendar, 9) == at(262, 0));
    struct des_date date = des_calendar_date(calendar, des_calendar_month_start(calendar, 21));
    assert_int_equal(date.year, 2016);
    assert_int_equal(date.month, 1);
    assert_int_equal(date.day, 1);
    date = des_calendar_date(calendar, -1);
    assert_int_equal(date.month, 4);
    assert_int_equal(date.day, 13);
    des_calendar_free(calendar);
}

static void an_open_calendar_works_every_second(void **state) {
    (void)state;
    const struct des_date start = {2014, 4, 14};
    struct des_calendar *calendar = des_calendar_new_always_open(start, 10, 20);
    assert_true(des_calendar_is_on_duty(calendar, at(5, 3), 1));
    assert_true(des_calendar_is_working_day(calendar, at(5, 3)));
    assert_false(des_calendar_is_on_duty(calendar, at(20, 0), 1));
    assert_true(des_calendar_finish(calendar, at(-2, 3), at(7, 1), 1) == at(5, 4));
    assert_true(des_calendar_finish(calendar, at(19, 0), at(1, 0), 1) == at(20, 0));
    assert_true(des_calendar_finish(calendar, at(19, 0), at(1, 0) + 1, 1) == DES_NEVER);
    assert_true(des_calendar_worked(calendar, at(-2, 3), at(5, 4), 1) == at(7, 1));
    assert_true(des_calendar_next_opening(calendar, 0) == DES_NEVER);
    assert_near(des_calendar_working_days_per_year(calendar), 365.25, 0);
    des_calendar_free(calendar);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_go_to_days_and_back_over_three_centuries),
        cmocka_unit_test(known_dates_have_known_days),
        cmocka_unit_test(dates_that_do_not_exist_are_not_valid),
        cmocka_unit_test(weekdays_that_are_no_holidays_are_working_days),
        cmocka_unit_test(duty_begins_at_opening_and_ends_with_the_budget),
        cmocka_unit_test(a_day_begins_and_ends_at_midnight_and_opens_if_anybody_works),
        cmocka_unit_test(work_ends_today_at_closing_or_on_a_later_working_day),
        cmocka_unit_test(work_beyond_the_calendar_is_never_done),
        cmocka_unit_test(what_is_worked_until_the_finish_is_the_work),
        cmocka_unit_test(time_worked_adds_up_second_by_second),
        cmocka_unit_test(doors_open_next_strictly_later),
        cmocka_unit_test(a_year_of_hours_is_spread_over_its_working_days),
        cmocka_unit_test(months_begin_on_their_first),
        cmocka_unit_test(an_open_calendar_works_every_second),
    };
    return run_chosen(tests, argc, argv);
}

/* engine/calendar.c - real dates, and working time. */
#include "engine/calendar.h"

#include <math.h>
#include <stdlib.h>

#include "base/err.h"
#include "base/mem.h"

struct des_calendar {
    int64_t start_day;      /* since 1970 */
    int64_t before_days;    /* days of the span before the start date; 0 stands at the span's first day below */
    int64_t days;           /* of the span */
    int64_t *worked_before; /* [days + 2] working days in the span before each day; NULL when always open */
    int64_t *working_day;   /* [working days] the day of the span on which each falls */
    int64_t working_days;
    des_time open;
};

static int64_t floor_divide(int64_t a, int64_t b) {
    return a / b - (a % b < 0);
}

static bool is_leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

bool des_date_is_valid(struct des_date date) {
    static const int days_of_month[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (date.year < 1900 || date.year > 2200 || date.month < 1 || date.month > 12) {
        return false;
    }
    int days = days_of_month[date.month - 1] + (date.month == 2 && is_leap(date.year));
    return date.day >= 1 && date.day <= days;
}

/* Years are counted from 1 March, so that the leap day is the last of its year; an era is 400 years. */
enum { DAYS_OF_ERA = 146097, MARCH_OF_YEAR_0_TO_1970 = 719468 };

int64_t des_date_day(struct des_date date) {
    int64_t year = date.year - (date.month <= 2);
    int64_t era = floor_divide(year, 400);
    int64_t year_of_era = year - era * 400;
    int64_t day_of_year = (153 * ((date.month + 9) % 12) + 2) / 5 + date.day - 1;
    int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * DAYS_OF_ERA + day_of_era - MARCH_OF_YEAR_0_TO_1970;
}

struct des_date des_date_from_day(int64_t day) {
    int64_t from_origin = day + MARCH_OF_YEAR_0_TO_1970;
    int64_t era = floor_divide(from_origin, DAYS_OF_ERA);
    int64_t day_of_era = from_origin - era * DAYS_OF_ERA;
    int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / (DAYS_OF_ERA - 1)) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t months_from_march = (5 * day_of_year + 2) / 153;
    int month = (int)((months_from_march + 2) % 12 + 1);
    int day_of_month = (int)(day_of_year - (153 * months_from_march + 2) / 5 + 1);
    return (struct des_date){(int)(year_of_era + era * 400) + (month <= 2), month, day_of_month};
}

static bool is_weekend(int64_t day) {
    int64_t days_from_saturday = day - 2; /* 3 January 1970 was a Saturday */
    return days_from_saturday - floor_divide(days_from_saturday, 7) * 7 < 2;
}

static struct des_calendar *span_new(struct des_date start, int64_t before_days, int64_t after_days) {
    err_require(des_date_is_valid(start));
    err_require(before_days >= 0);
    err_require(after_days > 0);
    struct des_calendar *calendar = mem_zeroed(1, sizeof *calendar);
    calendar->start_day = des_date_day(start);
    calendar->before_days = before_days;
    calendar->days = before_days + after_days;
    return calendar;
}

/* One mark a day, so a holiday on a weekend or named twice takes nothing away. */
static bool *mark_days_off(const struct des_calendar *calendar, const struct des_date *holidays, size_t count) {
    int64_t first_day = calendar->start_day - calendar->before_days;
    bool *is_off = mem_zeroed((size_t)calendar->days, sizeof *is_off);
    for (int64_t day = 0; day < calendar->days; day++) {
        is_off[day] = is_weekend(first_day + day);
    }
    for (size_t i = 0; i < count; i++) {
        int64_t day = des_date_day(holidays[i]) - first_day;
        if (day >= 0 && day < calendar->days) {
            is_off[day] = true;
        }
    }
    return is_off;
}

struct des_calendar *des_calendar_new(struct des_date start, int64_t before_days, int64_t after_days,
                                      const struct des_date *holidays, size_t holiday_count, des_time open) {
    err_require(open >= 0 && open < DES_DAY);
    struct des_calendar *calendar = span_new(start, before_days, after_days);
    calendar->open = open;
    size_t days = (size_t)calendar->days;
    calendar->worked_before = mem_zeroed(days + 2, sizeof *calendar->worked_before);
    calendar->working_day = mem_zeroed(days, sizeof *calendar->working_day);
    bool *is_off = mark_days_off(calendar, holidays, holiday_count);
    for (int64_t day = 0; day < calendar->days; day++) {
        calendar->worked_before[day] = calendar->working_days;
        if (!is_off[day]) {
            calendar->working_day[calendar->working_days++] = day;
        }
    }
    calendar->worked_before[days] = calendar->worked_before[days + 1] =
        calendar->working_days; /* behind it nobody works */
    free(is_off);
    return calendar;
}

struct des_calendar *des_calendar_new_always_open(struct des_date start, int64_t before_days, int64_t after_days) {
    return span_new(start, before_days, after_days);
}

void des_calendar_free(struct des_calendar *calendar) {
    if (calendar != NULL) {
        free(calendar->worked_before);
        free(calendar->working_day);
        free(calendar);
    }
}

static bool is_always_open(const struct des_calendar *calendar) {
    return calendar->worked_before == NULL;
}

/* Seconds since the span began, held inside the span: beyond it nobody works. */
static des_time within_span(const struct des_calendar *calendar, des_time time) {
    des_time earliest = -calendar->before_days * DES_DAY;
    des_time length = calendar->days * DES_DAY;
    if (time <= earliest) {
        return 0;
    }
    return time - earliest < length ? time - earliest : length;
}

static bool is_working(const struct des_calendar *calendar, int64_t day) {
    return calendar->worked_before[day + 1] > calendar->worked_before[day];
}

struct des_day des_calendar_day(const struct des_calendar *calendar, des_time time) {
    const int64_t day = floor_divide(time, DES_DAY), of_span = day + calendar->before_days;
    struct des_day found = {day * DES_DAY, (day + 1) * DES_DAY, (day + 1) * DES_DAY};
    if (of_span >= 0 && of_span < calendar->days && (is_always_open(calendar) || is_working(calendar, of_span))) {
        found.opens = found.begins + calendar->open;
    }
    return found;
}

bool des_calendar_is_working_day(const struct des_calendar *calendar, des_time time) {
    const struct des_day day = des_calendar_day(calendar, time);
    return day.opens < day.ends;
}

static void check_daily(const struct des_calendar *calendar, des_time daily) {
    err_require(daily >= 1 && daily <= DES_DAY - calendar->open);
}

bool des_calendar_is_on_duty(const struct des_calendar *calendar, des_time time, des_time daily) {
    const struct des_day day = des_calendar_day(calendar, time);
    if (is_always_open(calendar)) {
        return day.opens < day.ends;
    }
    check_daily(calendar, daily);
    return day.opens <= time && time < day.opens + daily;
}

/* Working seconds from the beginning of the span until a time. */
static des_time worked_until(const struct des_calendar *calendar, des_time time, des_time daily) {
    const des_time passed = within_span(calendar, time);
    const int64_t day = passed / DES_DAY;
    const des_time whole_days = calendar->worked_before[day] * daily;
    const des_time since_open = passed - day * DES_DAY - calendar->open;
    if (since_open <= 0 || !is_working(calendar, day)) {
        return whole_days;
    }
    return whole_days + (since_open < daily ? since_open : daily);
}

static des_time finish_always_open(const struct des_calendar *calendar, des_time start, des_time work) {
    des_time end = (calendar->days - calendar->before_days) * DES_DAY;
    return work <= end - start ? start + work : DES_NEVER;
}

des_time des_calendar_finish(const struct des_calendar *calendar, des_time start, des_time work, des_time daily) {
    const struct des_day today = des_calendar_day(calendar, start);
    err_require(work >= 0);
    if (is_always_open(calendar)) {
        err_require(today.opens < today.ends);
        return finish_always_open(calendar, start, work);
    }
    check_daily(calendar, daily);
    err_require(today.opens <= start && start < today.opens + daily); /* on duty */
    if (work <= today.opens + daily - start) {
        return start + work;
    }
    const des_time done = worked_until(calendar, start, daily);
    if (work > calendar->working_days * daily - done) {
        return DES_NEVER;
    }
    /* Work that fills a day exactly ends at closing time, not at the next opening: hence the second less. */
    int64_t nth = (done + work - 1) / daily;
    des_time into_day = done + work - nth * daily;
    int64_t day = calendar->working_day[nth] - calendar->before_days;
    return day * DES_DAY + calendar->open + into_day;
}

des_time des_calendar_worked(const struct des_calendar *calendar, des_time from, des_time to, des_time daily) {
    err_require(from <= to);
    if (is_always_open(calendar)) {
        return within_span(calendar, to) - within_span(calendar, from);
    }
    check_daily(calendar, daily);
    return worked_until(calendar, to, daily) - worked_until(calendar, from, daily);
}

des_time des_calendar_next_opening(const struct des_calendar *calendar, des_time time) {
    if (is_always_open(calendar)) {
        return DES_NEVER;
    }
    /* Days whose opening is at or before time, counted in the span. */
    int64_t opened = floor_divide(time - calendar->open, DES_DAY) + calendar->before_days + 1;
    opened = opened < 0 ? 0 : opened;
    if (opened >= calendar->days || calendar->worked_before[opened] == calendar->working_days) {
        return DES_NEVER;
    }
    int64_t day = calendar->working_day[calendar->worked_before[opened]] - calendar->before_days;
    return day * DES_DAY + calendar->open;
}

double des_calendar_working_days_per_year(const struct des_calendar *calendar) {
    double days_per_year = des_clock_units(DES_YEAR, DES_DAY);
    if (is_always_open(calendar)) {
        return days_per_year;
    }
    int64_t working = calendar->working_days - calendar->worked_before[calendar->before_days];
    int64_t days = calendar->days - calendar->before_days;
    return days_per_year * (double)working / (double)days;
}

des_time des_calendar_daily(const struct des_calendar *calendar, double hours_per_year) {
    return des_clock_span(hours_per_year / des_calendar_working_days_per_year(calendar), DES_HOUR);
}

des_time des_calendar_month_start(const struct des_calendar *calendar, size_t month_count) {
    if (month_count == 0) {
        return 0;
    }
    struct des_date start = des_date_from_day(calendar->start_day);
    int months = start.month - 1 + (int)month_count;
    struct des_date first = {start.year + months / 12, months % 12 + 1, 1};
    return (des_date_day(first) - calendar->start_day) * DES_DAY;
}

struct des_date des_calendar_date(const struct des_calendar *calendar, des_time time) {
    return des_date_from_day(calendar->start_day + floor_divide(time, DES_DAY));
}

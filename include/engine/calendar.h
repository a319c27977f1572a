/* engine/calendar.h - real dates, and working time: weekdays less public holidays.
 * Doors open at one second of each working day; each worker works a daily budget of seconds from then on, and work
 * that does not fit into today goes on the next working day. A calendar may be always open: every second of every day
 * is working time (queueing checks). */
#ifndef ENGINE_CALENDAR_H
#define ENGINE_CALENDAR_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/clock.h"

struct des_date {
    int year, month, day; /* proleptic Gregorian; month 1 to 12, day 1 to 31 */
};

/* Is it a date that exists, in the years 1900 to 2200? */
bool des_date_is_valid(struct des_date date);

/* Days since 1 January 1970. Source: Howard Hinnant (2013), chrono-compatible low-level date algorithms. */
int64_t des_date_day(struct des_date date);
struct des_date des_date_from_day(int64_t day);

struct des_calendar;

/* A calendar that covers [-before_days, after_days) around the start date.
 *   holidays   borrowed, copied; days on which nobody works, in any order
 *   open       second of the day at which work starts, 0 to 86399
 * The caller frees it with des_calendar_free. Outside the span nobody works. */
struct des_calendar *des_calendar_new(struct des_date start, int64_t before_days, int64_t after_days,
                                      const struct des_date *holidays, size_t holiday_count, des_time open);
/* The same span, always open: budgets count for nothing. */
struct des_calendar *des_calendar_new_always_open(struct des_date start, int64_t before_days, int64_t after_days);
void des_calendar_free(struct des_calendar *calendar);

/* Is the day that holds this time a working day? */
bool des_calendar_is_working_day(const struct des_calendar *calendar, des_time time);

/* Is a worker with this daily budget at work at this moment? The second of opening is included, that of closing
 * excluded.
 *   daily  [s] 1 to 86400 - open */
bool des_calendar_is_on_duty(const struct des_calendar *calendar, des_time time, des_time daily);

/* One day: it holds the moments in [begins, ends). A worker is on duty in [opens, opens + daily budget). */
struct des_day {
    des_time begins, ends;
    des_time opens; /* when the doors open: begins when always open, ends when nobody works that day */
};

/* The day that holds this time. Who asks again and again keeps it until it ends. */
struct des_day des_calendar_day(const struct des_calendar *calendar, des_time time);

/* When work that starts at start will be done; DES_NEVER when that is beyond the calendar.
 *   start  a moment at which a worker with this budget is on duty
 *   work   [s] >= 0; with 0 the result is start */
des_time des_calendar_finish(const struct des_calendar *calendar, des_time start, des_time work, des_time daily);

/* Working seconds of a worker with this budget in [from, to). */
des_time des_calendar_worked(const struct des_calendar *calendar, des_time from, des_time to, des_time daily);

/* The next opening of the doors strictly after time; DES_NEVER beyond the calendar, and when always open. */
des_time des_calendar_next_opening(const struct des_calendar *calendar, des_time time);

/* Working days a year, on average over [0, after_days). 365.25 when always open. */
double des_calendar_working_days_per_year(const struct des_calendar *calendar);

/* The budget that spreads hours a year evenly over the working days of the calendar [s, rounded]. More than a day holds
 * when the hours are too many: the caller checks. DES_NEVER when no day is a working day. */
des_time des_calendar_daily(const struct des_calendar *calendar, double hours_per_year);

/* Start of the calendar month that lies month_count months behind the month of the start date (0: midnight at the
 * start date itself, whatever its day). */
des_time des_calendar_month_start(const struct des_calendar *calendar, size_t month_count);

/* The date that holds this time. */
struct des_date des_calendar_date(const struct des_calendar *calendar, des_time time);

#endif

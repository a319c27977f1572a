/* engine/clock.h - simulated time: whole seconds since midnight at the start date, as a 64-bit integer.
 * Time before the start date (the warm-up) is negative. No drift, exact ties. */
#ifndef ENGINE_CLOCK_H
#define ENGINE_CLOCK_H

#include <stdint.h>

typedef int64_t des_time; /* a point in time, or a length of time, in seconds */

enum { DES_MINUTE = 60, DES_HOUR = 3600, DES_DAY = 86400, DES_WEEK = 604800 };

/* A rate per year is a rate per 365.25 days. */
enum { DES_YEAR = 31557600 };

/* Later than everything; never scheduled. */
#define DES_NEVER INT64_MAX

/* A real length of time rounded once to whole seconds; DES_NEVER when it is too long for the clock.
 *   amount  >= 0, finite or infinite
 *   unit    seconds in one unit, e.g. DES_DAY */
des_time des_clock_span(double amount, des_time unit);

/* A length of time as a real number of units. */
double des_clock_units(des_time span, des_time unit);

#endif

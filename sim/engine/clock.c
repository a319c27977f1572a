/* engine/clock.c - lengths of time between real units and whole seconds. */
#include "engine/clock.h"

#include "base/err.h"

/* Half of what the event queue can hold, so that now plus a span that is not DES_NEVER always fits. */
static const double longest_span = 0x1p57;

/* Halves go up. What lies behind the point of a number is had exactly, so this is what llround would say. */
static des_time rounded(double seconds) {
    const des_time whole = (des_time)seconds;
    return whole + (seconds - (double)whole >= 0.5);
}

des_time des_clock_span(double amount, des_time unit) {
    err_require(amount >= 0);
    err_require(unit > 0);
    double seconds = amount * (double)unit;
    return seconds < longest_span ? rounded(seconds) : DES_NEVER;
}

double des_clock_units(des_time span, des_time unit) {
    return (double)span / (double)unit;
}

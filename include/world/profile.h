/* world/profile.h - how the rates of a stream go up and down with the calendar, besides what residents and ages do.
 * A rate is a trend times a multiplier. The trend is linear between bends (both ends of the run, the start, mid-years,
 * the edges of years that have a growth of their own); the multiplier is level within a piece (month, weekday, shocks)
 * and may jump from one piece to the next. Both are integrated exactly. */
#ifndef WORLD_PROFILE_H
#define WORLD_PROFILE_H

#include <stddef.h>

#include "base/err.h"
#include "base/param.h"
#include "engine/calendar.h"
#include "engine/clock.h"

struct world_stream;

enum { WORLD_PROFILE_MONTHS = 12, WORLD_PROFILE_WEEKDAYS = 7 };

/* Growth of a stream's rates over one calendar year, in place of its usual growth. */
struct world_growth {
    int64_t year;
    double per_year;
};
extern const struct param_table world_profile_growth_table;

/* Rates are multiplied in [from, to). */
struct world_shock {
    struct des_date from, to;
    double multiplier;
};
extern const struct param_table world_profile_shock_table;

/* A stretch of one multiplier between two bends. What a cell expects from the bend before until the piece begins is
 * early times the cell's trend at that bend and late times its trend at the next bend. */
struct world_piece {
    des_time begin;
    double multiplier;
    double early, late; /* [s] */
};

struct world_profile {
    des_time *bends; /* [bend_count] owned */
    size_t bend_count;
    size_t *first_piece;        /* [bend_count] owned: the piece that begins there; piece_count at the last bend */
    struct world_piece *pieces; /* [piece_count] owned */
    size_t piece_count, piece_capacity;
};

/* What single ranges cannot check: a profile with nothing in it, a year that grows twice, a shock that ends before it
 * begins.
 *   place  of the stream, for complaints */
void world_profile_check(const struct world_stream *stream, struct param_place place, struct err_list *err);

/* Works out the profile of a stream.
 *   start  date of time 0
 *   run    [s] length of the warm-up, and the end: the run is [-run[0], run[1])
 * The caller frees it with world_profile_free. */
void world_profile_prepare(struct world_profile *profile, const struct world_stream *stream, struct des_date start,
                           const des_time run[2]);
void world_profile_free(struct world_profile *profile);

/* Growth of a stream's rates from the start date until a time [ratio]; 1 before the start date, where demand stands
 * still. */
double world_profile_growth(const struct world_stream *stream, struct des_date start, des_time time);

/* Arrivals expected from one bend to the next.
 *   trend  [2] rate per second at both bends, before the multiplier */
double world_profile_expected(const struct world_profile *profile, size_t bend, const double trend[2]);

/* Time at which `missing` arrivals are due behind a bend; no later than the next bend.
 *   missing  >= 0 and below world_profile_expected of that bend */
des_time world_profile_time(const struct world_profile *profile, size_t bend, const double trend[2], double missing);

#endif

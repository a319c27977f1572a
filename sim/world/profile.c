/* world/profile.c - months, weekdays, shocks and years of growth as bends and pieces of a rate. */
#include "world/profile.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "world/demand.h"

/* clang-format off: one row is one parameter. */
static const struct param growth_params[] = {
    {.key = "year",
     .kind = PARAM_INTEGER,
     .offset = offsetof(struct world_growth, year),
     .low = 1900,
     .high = 2200,
     .fallback = NAN,
     .unit = "calendar year",
     .meaning = "The year, from its first of January to the next."},
    {.key = "per_year",
     .kind = PARAM_REAL,
     .offset = offsetof(struct world_growth, per_year),
     .low = -0.5,
     .high = 1,
     .fallback = NAN,
     .unit = "per year",
     .meaning = "Growth of the rates over that year (0.01: 1 %); counted from the start date on."},
};
/* clang-format on */

const struct param_table world_profile_growth_table = {
    .name = "growth of a year",
    .meaning = "Growth of a stream's rates in one calendar year, in place of its growth_per_year.",
    .size = sizeof(struct world_growth),
    .params = growth_params,
    .count = sizeof growth_params / sizeof growth_params[0],
    .repeats = 1,
};

/* clang-format off: one row is one parameter. */
static const struct param shock_params[] = {
    {.key = "from",
     .kind = PARAM_DATE,
     .offset = offsetof(struct world_shock, from),
     .unit = "date",
     .meaning = "First day on which the rates are multiplied."},
    {.key = "to",
     .kind = PARAM_DATE,
     .offset = offsetof(struct world_shock, to),
     .unit = "date",
     .meaning = "The day after the last."},
    {.key = "multiplier",
     .kind = PARAM_REAL,
     .offset = offsetof(struct world_shock, multiplier),
     .low = 0,
     .high = 100,
     .fallback = NAN,
     .unit = "ratio",
     .meaning = "Of the stream's rates; shocks that overlap multiply one another."},
};
/* clang-format on */

const struct param_table world_profile_shock_table = {
    .name = "shock",
    .meaning = "A time in which more or fewer people come by a stream.",
    .size = sizeof(struct world_shock),
    .params = shock_params,
    .count = sizeof shock_params / sizeof shock_params[0],
    .repeats = 1,
};

static void check_weights(const struct world_stream *stream, const struct param_reals *weights, const char *key,
                          struct param_place place, struct err_list *err) {
    double sum = 0;
    for (size_t i = 0; i < weights->count; i++) {
        sum += weights->values[i];
    }
    if (weights->count > 0 && sum <= 0) {
        err_add(err, place.file, place.line, "stream '%s': the numbers of '%s' are all 0; nobody would ever come",
                stream->name, key);
    }
}

static void check_growth(const struct world_stream *stream, struct param_place place, struct err_list *err) {
    const struct world_growth *rows = stream->growth.rows;
    for (size_t i = 0; i < stream->growth.count; i++) {
        for (size_t j = 0; j < i; j++) {
            const struct param_place at = param_place_of(&stream->growth, i, place.file);
            if (rows[i].year == rows[j].year) {
                err_add(err, at.file, at.line, "stream '%s': the growth of %d is given twice", stream->name,
                        (int)rows[i].year);
            }
        }
    }
}

void world_profile_check(const struct world_stream *stream, struct param_place place, struct err_list *err) {
    check_weights(stream, &stream->month_profile, "month_profile", place, err);
    check_weights(stream, &stream->weekday_profile, "weekday_profile", place, err);
    check_growth(stream, place, err);
    const struct world_shock *rows = stream->shocks.rows;
    for (size_t i = 0; i < stream->shocks.count; i++) {
        const struct des_date from = rows[i].from, to = rows[i].to;
        const struct param_place at = param_place_of(&stream->shocks, i, place.file);
        if (des_date_day(to) <= des_date_day(from)) {
            err_add(err, at.file, at.line,
                    "stream '%s', shocks: 'to' %04d-%02d-%02d is not after 'from' %04d-%02d-%02d", stream->name,
                    to.year, to.month, to.day, from.year, from.month, from.day);
        }
    }
}

/* Time of midnight on New Year's Day. */
static des_time new_year(struct des_date start, int year) {
    return (des_date_day((struct des_date){year, 1, 1}) - des_date_day(start)) * DES_DAY;
}

double world_profile_growth(const struct world_stream *stream, struct des_date start, des_time time) {
    const struct world_growth *rows = stream->growth.rows;
    const des_time until = time > 0 ? time : 0;
    double years = des_clock_units(until, DES_YEAR), growth = 1;
    for (size_t i = 0; i < stream->growth.count; i++) {
        const des_time first = new_year(start, (int)rows[i].year), next = new_year(start, (int)rows[i].year + 1);
        const des_time inside = (until < next ? until : next) - (first > 0 ? first : 0);
        if (inside > 0) {
            growth *= pow(1 + rows[i].per_year, (double)inside / (double)(next - first));
            years -= des_clock_units(inside, DES_YEAR);
        }
    }
    return pow(1 + stream->growth_per_year, years) * growth;
}

static bool has_growth(const struct world_stream *stream, int year) {
    const struct world_growth *rows = stream->growth.rows;
    for (size_t i = 0; i < stream->growth.count; i++) {
        if (rows[i].year == year) {
            return true;
        }
    }
    return false;
}

static void add_bend(struct world_profile *profile, des_time time, des_time end) {
    if (0 < time && time < end) {
        profile->bends[profile->bend_count++] = time;
    }
}

static void find_bends(struct world_profile *profile, const struct world_stream *stream, struct des_date start,
                       const des_time run[2]) {
    const int last_year = start.year + (int)(run[1] / DES_YEAR) + 1;
    profile->bends = mem_zeroed(2 * (size_t)(last_year - start.year) + 5, sizeof *profile->bends);
    if (run[0] > 0) {
        profile->bends[profile->bend_count++] = -run[0];
    }
    profile->bends[profile->bend_count++] = 0;
    for (int year = start.year; year <= last_year; year++) {
        const int64_t middle = des_date_day((struct des_date){year, 7, 1}) - des_date_day(start);
        if (has_growth(stream, year) || has_growth(stream, year - 1)) {
            add_bend(profile, new_year(start, year), run[1]);
        }
        add_bend(profile, middle * DES_DAY, run[1]);
    }
    profile->bends[profile->bend_count++] = run[1];
}

/* Weights of months make a mean of 1 over the days of each calendar year, leap years included. */
static double month_multiplier(const struct param_reals *weights, struct des_date date) {
    double sum = 0, days = 0;
    for (int month = 1; weights->count > 0 && month <= WORLD_PROFILE_MONTHS; month++) {
        const struct des_date next = {date.year + month / 12, month % 12 + 1, 1};
        const double length = (double)(des_date_day(next) - des_date_day((struct des_date){date.year, month, 1}));
        sum += weights->values[month - 1] * length;
        days += length;
    }
    return weights->count > 0 ? weights->values[date.month - 1] * days / sum : 1;
}

/* The first of January 1970, day 0, was a Thursday. */
static double weekday_multiplier(const struct param_reals *weights, int64_t day) {
    double sum = 0;
    for (size_t i = 0; i < weights->count; i++) {
        sum += weights->values[i];
    }
    const int64_t weekday = ((day + 3) % WORLD_PROFILE_WEEKDAYS + WORLD_PROFILE_WEEKDAYS) % WORLD_PROFILE_WEEKDAYS;
    return weights->count > 0 ? weights->values[weekday] * WORLD_PROFILE_WEEKDAYS / sum : 1;
}

static double multiplier_on(const struct world_stream *stream, int64_t day) {
    const struct world_shock *shocks = stream->shocks.rows;
    double multiplier = month_multiplier(&stream->month_profile, des_date_from_day(day)) *
                        weekday_multiplier(&stream->weekday_profile, day);
    for (size_t i = 0; i < stream->shocks.count; i++) {
        const bool is_inside = des_date_day(shocks[i].from) <= day && day < des_date_day(shocks[i].to);
        multiplier *= is_inside ? shocks[i].multiplier : 1;
    }
    return multiplier;
}

/* The sums of a piece carried on to a time inside it or at its end. The trend of the bend before falls from 1 to 0
 * between the bends, that of the next rises from 0 to 1. */
static struct world_piece carried_to(const struct world_profile *profile, size_t bend, size_t piece, des_time time) {
    struct world_piece sums = profile->pieces[piece];
    const double length = (double)(profile->bends[bend + 1] - profile->bends[bend]);
    const double from = (double)(sums.begin - profile->bends[bend]), to = (double)(time - profile->bends[bend]);
    const double rising = (to - from) * ((to + from) / (2 * length));
    sums.early += sums.multiplier * (to - from - rising);
    sums.late += sums.multiplier * rising;
    return sums;
}

static void add_piece(struct world_profile *profile, size_t bend, des_time begin, double multiplier) {
    struct world_piece piece = {.early = 0};
    if (begin > profile->bends[bend]) {
        piece = carried_to(profile, bend, profile->piece_count - 1, begin);
    }
    piece.begin = begin;
    piece.multiplier = multiplier;
    profile->pieces =
        mem_grown(profile->pieces, profile->piece_count, &profile->piece_capacity, sizeof *profile->pieces);
    profile->pieces[profile->piece_count++] = piece;
}

static int64_t day_of(des_time time) {
    return time / DES_DAY - (time % DES_DAY < 0);
}

/* Days of the same multiplier make one piece. */
static void find_pieces(struct world_profile *profile, const struct world_stream *stream, int64_t start_day,
                        size_t bend) {
    const int64_t first = day_of(profile->bends[bend]);
    profile->first_piece[bend] = profile->piece_count;
    add_piece(profile, bend, profile->bends[bend], multiplier_on(stream, start_day + first));
    for (int64_t day = first + 1; day * DES_DAY < profile->bends[bend + 1]; day++) {
        const double multiplier = multiplier_on(stream, start_day + day);
        if (multiplier != profile->pieces[profile->piece_count - 1].multiplier) {
            add_piece(profile, bend, day * DES_DAY, multiplier);
        }
    }
}

void world_profile_prepare(struct world_profile *profile, const struct world_stream *stream, struct des_date start,
                           const des_time run[2]) {
    *profile = (struct world_profile){.bends = NULL};
    find_bends(profile, stream, start, run);
    profile->first_piece = mem_zeroed(profile->bend_count, sizeof *profile->first_piece);
    for (size_t bend = 0; bend + 1 < profile->bend_count; bend++) {
        find_pieces(profile, stream, des_date_day(start), bend);
    }
    profile->first_piece[profile->bend_count - 1] = profile->piece_count;
}

void world_profile_free(struct world_profile *profile) {
    free(profile->bends);
    free(profile->first_piece);
    free(profile->pieces);
}

/* A single piece is a trapezoid. */
double world_profile_expected(const struct world_profile *profile, size_t bend, const double trend[2]) {
    const size_t first = profile->first_piece[bend], behind = profile->first_piece[bend + 1];
    if (behind == first + 1) {
        const double length = (double)(profile->bends[bend + 1] - profile->bends[bend]);
        return profile->pieces[first].multiplier * ((trend[0] + trend[1]) / 2 * length);
    }
    const struct world_piece sums = carried_to(profile, bend, behind - 1, profile->bends[bend + 1]);
    return trend[0] * sums.early + trend[1] * sums.late;
}

static double expected_before(const struct world_piece *piece, const double trend[2]) {
    return trend[0] * piece->early + trend[1] * piece->late;
}

/* Last piece behind a bend before which no more than this was expected. */
static size_t piece_before(const struct world_profile *profile, size_t bend, const double trend[2], double missing) {
    size_t low = profile->first_piece[bend], high = profile->first_piece[bend + 1];
    while (high - low > 1) {
        const size_t middle = (low + high) / 2;
        if (expected_before(&profile->pieces[middle], trend) <= missing) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

static des_time end_of(const struct world_profile *profile, size_t bend, size_t piece) {
    return piece + 1 < profile->first_piece[bend + 1] ? profile->pieces[piece + 1].begin : profile->bends[bend + 1];
}

/* Root of rate x + slope x^2 / 2 = left, in the form that keeps its digits when the slope is near 0. */
des_time world_profile_time(const struct world_profile *profile, size_t bend, const double trend[2], double missing) {
    const size_t index = piece_before(profile, bend, trend, missing);
    const struct world_piece *piece = &profile->pieces[index];
    const double left = missing - expected_before(piece, trend);
    const double steepness = (trend[1] - trend[0]) / (double)(profile->bends[bend + 1] - profile->bends[bend]);
    const double slope = piece->multiplier * steepness;
    const double rate = piece->multiplier * (trend[0] + steepness * (double)(piece->begin - profile->bends[bend]));
    const double root = sqrt(fmax(rate * rate + 2 * slope * left, 0));
    const double span = left > 0 ? 2 * left / (rate + root) : 0;
    return piece->begin + (des_time)fmin(span, (double)(end_of(profile, bend, index) - piece->begin));
}

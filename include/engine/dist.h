/* engine/dist.h - distributions named by what a planner knows: mean and coefficient of variation, not scale and shape.
 * One family is one const row: name, the keys that a scenario gives, how to draw. Draws are GSL's, by inversion where
 * that is cheap and always converges, so that a changed parameter moves each draw a little and none a lot; a gamma is
 * drawn by rejection, where a changed mean still does no more than scale each draw. */
#ifndef ENGINE_DIST_H
#define ENGINE_DIST_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/stream.h"

enum { DES_DIST_KEYS = 3 };

/* Bins of an empirical distribution: uniform within [edges[i], edges[i + 1]), chosen with weight weights[i]. */
struct des_dist_bins {
    double *edges;   /* count + 1, rising */
    double *weights; /* count, each >= 0, sum > 0 */
    size_t count;
};

struct des_dist {
    const struct des_family *family; /* NULL: not given */
    double given[DES_DIST_KEYS];     /* values of the family's keys, in its order */
    double shape[DES_DIST_KEYS];     /* what the draw needs, worked out once from given */
    struct des_dist_bins bins;       /* empirical only; owned */
};

/* One key of a family with the values it may take (both ends included). */
struct des_family_key {
    const char *name; /* "mean", "cv", "min", "mode", "max", "value"; NULL behind the last */
    double low, high;
};

struct des_family {
    const char *name;
    const char *meaning; /* one sentence, with the conversion from the keys and its source */
    bool counts;         /* draws whole numbers */
    struct des_family_key keys[DES_DIST_KEYS];
    /* Why the given values do not go together ("min is above mode"), or NULL. May be NULL itself. */
    const char *(*fault)(const struct des_dist *dist);
    void (*prepare)(struct des_dist *dist);
    double (*draw)(const struct des_dist *dist, struct des_stream *stream);
    double (*mean)(const struct des_dist *dist);
    /* A draw with probability proportional to its length, as met by somebody who looks at a random moment. */
    double (*length_biased)(const struct des_dist *dist, struct des_stream *stream);
};

/* constant (value), exponential (mean), gamma (mean, cv), lognormal (mean, cv), weibull (mean, cv), uniform (min,
 * max), triangular (min, mode, max), empirical (edges and weights, see struct des_dist_bins), poisson (mean),
 * geometric (mean; on 0, 1, 2, ...). In this order; *count receives how many. */
const struct des_family *des_dist_families(size_t *count);

/* The family of that name, or NULL. */
const struct des_family *des_dist_family(const char *name);

/* Makes a distribution from the family's keys. On success the caller frees it with des_dist_free (only the empirical
 * one owns memory). Returns NULL, or a constant sentence that says why the values do not go together.
 *   given  DES_DIST_KEYS values, each inside its key's range; those behind the family's last key are ignored
 *   bins   for "empirical": taken over on success and on failure; NULL for the others, never for it */
const char *des_dist_init(struct des_dist *dist, const struct des_family *family, const double given[DES_DIST_KEYS],
                          const struct des_dist_bins *bins);
void des_dist_free(struct des_dist *dist);

/* A distribution that is always value. */
struct des_dist des_dist_constant(double value);

/* One draw, from where the stream stands. */
double des_dist_draw(const struct des_dist *dist, struct des_stream *stream);

/* Its mean, in the unit of its keys. */
double des_dist_mean(const struct des_dist *dist);

/* What is left of something that has been going on for a long time when somebody looks: a uniform share of a
 * length-biased draw. Source: Cox (1962), Renewal Theory, section 5.2 (residual life-time in equilibrium). */
double des_dist_draw_residual(const struct des_dist *dist, struct des_stream *stream);

#endif

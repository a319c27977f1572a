/* engine/dist.c - the families of distributions, one const row each. */
#include "engine/dist.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_math.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_sf_gamma.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"

/* The greatest value that a key may take. A family that is scaled by its mean has no mean of 0. */
enum { MOST = 1000000000, MOST_COUNT = 1000000 };

/* ---- constant: shape = value ---- */

static void keep_first(struct des_dist *dist) {
    dist->shape[0] = dist->given[0];
}

static double first(const struct des_dist *dist) {
    return dist->shape[0];
}

static double constant_draw(const struct des_dist *dist, struct des_stream *stream) {
    (void)stream;
    return dist->shape[0];
}

/* ---- exponential: shape = mean ---- */

static double exponential_draw(const struct des_dist *dist, struct des_stream *stream) {
    return dist->shape[0] * des_stream_exponential(stream);
}

static double exponential_biased(const struct des_dist *dist, struct des_stream *stream) {
    return exponential_draw(dist, stream) + exponential_draw(dist, stream);
}

/* ---- gamma: shape = k, theta ---- */

static void gamma_prepare(struct des_dist *dist) {
    double squared_cv = gsl_pow_2(dist->given[1]);
    dist->shape[0] = 1 / squared_cv;
    dist->shape[1] = dist->given[0] * squared_cv;
}

static double gamma_draw(const struct des_dist *dist, struct des_stream *stream) {
    return gsl_ran_gamma(&stream->rng, dist->shape[0], dist->shape[1]);
}

static double gamma_biased(const struct des_dist *dist, struct des_stream *stream) {
    return gsl_ran_gamma(&stream->rng, dist->shape[0] + 1, dist->shape[1]);
}

static double given_mean(const struct des_dist *dist) {
    return dist->given[0];
}

/* ---- lognormal: shape = mu, sigma ---- */

static void lognormal_prepare(struct des_dist *dist) {
    double variance = log1p(gsl_pow_2(dist->given[1]));
    dist->shape[0] = log(dist->given[0]) - variance / 2;
    dist->shape[1] = sqrt(variance);
}

static double lognormal_at(double mu, double sigma, struct des_stream *stream) {
    return exp(mu + sigma * gsl_cdf_ugaussian_Pinv(des_stream_uniform(stream)));
}

static double lognormal_draw(const struct des_dist *dist, struct des_stream *stream) {
    return lognormal_at(dist->shape[0], dist->shape[1], stream);
}

static double lognormal_biased(const struct des_dist *dist, struct des_stream *stream) {
    double sigma = dist->shape[1];
    return lognormal_at(dist->shape[0] + gsl_pow_2(sigma), sigma, stream);
}

/* ---- weibull: shape = scale, k ---- */

/* log(1 + cv^2) of a weibull of shape k; falls as k rises. */
static double weibull_spread(double k) {
    return gsl_sf_lngamma(1 + 2 / k) - 2 * gsl_sf_lngamma(1 + 1 / k);
}

/* Bisection until the two ends are neighbours; 0.1 and 100 stand for a cv of 430 and of 0.013. */
static double weibull_shape(double cv) {
    double wanted = log1p(gsl_pow_2(cv));
    double low = 0.1, high = 100;
    for (double k = 1; k > low && k < high; k = low + (high - low) / 2) {
        if (weibull_spread(k) > wanted) {
            low = k;
        } else {
            high = k;
        }
    }
    return low;
}

static void weibull_prepare(struct des_dist *dist) {
    double k = weibull_shape(dist->given[1]);
    dist->shape[0] = dist->given[0] / exp(gsl_sf_lngamma(1 + 1 / k));
    dist->shape[1] = k;
}

static double weibull_draw(const struct des_dist *dist, struct des_stream *stream) {
    return gsl_cdf_weibull_Pinv(des_stream_uniform(stream), dist->shape[0], dist->shape[1]);
}

/* (x / scale)^k is a unit exponential; weighted by x it is a gamma of shape 1 + 1 / k. */
static double weibull_biased(const struct des_dist *dist, struct des_stream *stream) {
    double k = dist->shape[1];
    return dist->shape[0] * pow(gsl_ran_gamma(&stream->rng, 1 + 1 / k, 1), 1 / k);
}

/* ---- uniform: shape = min, max ---- */

static const char *uniform_fault(const struct des_dist *dist) {
    return dist->given[0] > dist->given[1] ? "min is above max" : NULL;
}

static void keep_all(struct des_dist *dist) {
    memcpy(dist->shape, dist->given, sizeof dist->shape);
}

static double uniform_draw(const struct des_dist *dist, struct des_stream *stream) {
    double min = dist->shape[0], max = dist->shape[1];
    return min + (max - min) * des_stream_uniform(stream);
}

static double uniform_mean(const struct des_dist *dist) {
    return (dist->shape[0] + dist->shape[1]) / 2;
}

/* Inverts the integral of x over [min, max]. */
static double length_biased_between(double min, double max, double share) {
    return sqrt(gsl_pow_2(min) + share * (gsl_pow_2(max) - gsl_pow_2(min)));
}

static double uniform_biased(const struct des_dist *dist, struct des_stream *stream) {
    return length_biased_between(dist->shape[0], dist->shape[1], des_stream_uniform(stream));
}

/* ---- triangular: shape = min, mode, max ---- */

static const char *triangular_fault(const struct des_dist *dist) {
    if (dist->given[0] > dist->given[1]) {
        return "min is above mode";
    }
    return dist->given[1] > dist->given[2] ? "mode is above max" : NULL;
}

static double triangular_draw(const struct des_dist *dist, struct des_stream *stream) {
    double min = dist->shape[0], mode = dist->shape[1], max = dist->shape[2];
    double below = des_stream_uniform(stream) * (max - min);
    if (below < mode - min) {
        return min + sqrt(below * (mode - min));
    }
    return max - sqrt((max - min - below) * (max - mode));
}

static double triangular_mean(const struct des_dist *dist) {
    return (dist->shape[0] + dist->shape[1] + dist->shape[2]) / 3;
}

/* Rejection: a draw is kept with probability draw / max, at least one time in three. */
static double triangular_biased(const struct des_dist *dist, struct des_stream *stream) {
    double draw;
    do {
        draw = triangular_draw(dist, stream);
    } while (des_stream_uniform(stream) * dist->shape[2] > draw);
    return draw;
}

/* ---- empirical: shape = sum of weights, mean ---- */

static double bin_middle(const struct des_dist_bins *bins, size_t i) {
    return (bins->edges[i] + bins->edges[i + 1]) / 2;
}

static const char *empirical_fault(const struct des_dist *dist) {
    const struct des_dist_bins *bins = &dist->bins;
    double sum = 0;
    if (bins->count == 0 || !(bins->edges[0] >= 0)) {
        return bins->count == 0 ? "there is no bin" : "the first edge is below 0";
    }
    for (size_t i = 0; i < bins->count; i++) {
        if (!(bins->edges[i] < bins->edges[i + 1])) {
            return "the edges do not rise";
        }
        if (!(bins->weights[i] >= 0)) {
            return "a weight is below 0";
        }
        sum += bins->weights[i];
    }
    if (!isfinite(sum) || !isfinite(bins->edges[bins->count])) {
        return "an edge or a weight is not finite";
    }
    return sum > 0 ? NULL : "all weights are 0";
}

static void empirical_prepare(struct des_dist *dist) {
    double sum = 0, moment = 0;
    for (size_t i = 0; i < dist->bins.count; i++) {
        sum += dist->bins.weights[i];
        moment += dist->bins.weights[i] * bin_middle(&dist->bins, i);
    }
    dist->shape[0] = sum;
    dist->shape[1] = moment / sum;
}

static double empirical_draw(const struct des_dist *dist, struct des_stream *stream) {
    const struct des_dist_bins *bins = &dist->bins;
    double left = des_stream_uniform(stream) * dist->shape[0];
    size_t i = 0;
    while (i + 1 < bins->count && left >= bins->weights[i]) {
        left -= bins->weights[i++];
    }
    double share = bins->weights[i] > 0 ? fmin(left / bins->weights[i], 1) : 0;
    return bins->edges[i] + (bins->edges[i + 1] - bins->edges[i]) * share;
}

static double empirical_mean(const struct des_dist *dist) {
    return dist->shape[1];
}

static double empirical_biased(const struct des_dist *dist, struct des_stream *stream) {
    const struct des_dist_bins *bins = &dist->bins;
    double left = des_stream_uniform(stream) * dist->shape[0] * dist->shape[1];
    double here = bins->weights[0] * bin_middle(bins, 0);
    size_t i = 0;
    while (i + 1 < bins->count && left >= here) {
        left -= here;
        i++;
        here = bins->weights[i] * bin_middle(bins, i);
    }
    double share = here > 0 ? fmin(left / here, 1) : 0;
    return length_biased_between(bins->edges[i], bins->edges[i + 1], share);
}

/* ---- poisson: shape = mean ---- */

static double poisson_draw(const struct des_dist *dist, struct des_stream *stream) {
    return gsl_ran_poisson(&stream->rng, dist->shape[0]);
}

/* What is always 0 has no length by which it could be met. */
static double poisson_biased(const struct des_dist *dist, struct des_stream *stream) {
    return dist->shape[0] > 0 ? 1 + poisson_draw(dist, stream) : 0;
}

/* ---- geometric: shape = probability of stopping at each step ---- */

static void geometric_prepare(struct des_dist *dist) {
    dist->shape[0] = 1 / (1 + dist->given[0]);
}

/* GSL counts the steps, the last included. */
static double geometric_draw(const struct des_dist *dist, struct des_stream *stream) {
    return gsl_ran_geometric(&stream->rng, dist->shape[0]) - 1.0;
}

static double geometric_biased(const struct des_dist *dist, struct des_stream *stream) {
    if (dist->shape[0] == 1) {
        return 0;
    }
    return 1 + geometric_draw(dist, stream) + geometric_draw(dist, stream);
}

/* ---- the table ---- */

/* clang-format off: one row is one family. */
static const struct des_family families[] = {
    {"constant",
     "Always the same value.",
     false,
     {{"value", 0, MOST}},
     NULL,
     keep_first,
     constant_draw,
     first,
     constant_draw},
    {"exponential",
     "Memoryless; its standard deviation equals its mean.",
     false,
     {{"mean", 1e-9, MOST}},
     NULL,
     keep_first,
     exponential_draw,
     first,
     exponential_biased},
    {"gamma",
     "Skewed to the right; shape = 1 / cv^2, scale = mean cv^2 "
     "(Johnson, Kotz and Balakrishnan 1994, chapter 17).",
     false,
     {{"mean", 1e-9, MOST}, {"cv", 0.05, 5}},
     NULL,
     gamma_prepare,
     gamma_draw,
     given_mean,
     gamma_biased},
    {"lognormal",
     "Heavily skewed to the right; sigma^2 = log(1 + cv^2), mu = log(mean) - sigma^2 / 2 "
     "(Johnson, Kotz and Balakrishnan 1994, chapter 14).",
     false,
     {{"mean", 1e-9, MOST}, {"cv", 0, 10}},
     NULL,
     lognormal_prepare,
     lognormal_draw,
     given_mean,
     lognormal_biased},
    {"weibull",
     "Lifetimes; shape k solves 1 + cv^2 = G(1 + 2 / k) / G(1 + 1 / k)^2, scale = mean / G(1 + 1 / k), "
     "G the gamma function (Johnson, Kotz and Balakrishnan 1994, chapter 21).",
     false,
     {{"mean", 1e-9, MOST}, {"cv", 0.1, 5}},
     NULL,
     weibull_prepare,
     weibull_draw,
     given_mean,
     weibull_biased},
    {"uniform",
     "Equally likely everywhere from min to max.",
     false,
     {{"min", 0, MOST}, {"max", 0, MOST}},
     uniform_fault,
     keep_all,
     uniform_draw,
     uniform_mean,
     uniform_biased},
    {"triangular",
     "A guess at the least, the most likely and the most; mean = (min + mode + max) / 3.",
     false,
     {{"min", 0, MOST}, {"mode", 0, MOST}, {"max", 0, MOST}},
     triangular_fault,
     keep_all,
     triangular_draw,
     triangular_mean,
     triangular_biased},
    {"empirical",
     "Observed frequencies: a bin by its weight, uniform inside the bin.",
     false,
     {{NULL, 0, 0}},
     empirical_fault,
     empirical_prepare,
     empirical_draw,
     empirical_mean,
     empirical_biased},
    {"poisson",
     "A count of independent happenings; its variance equals its mean.",
     true,
     {{"mean", 0, MOST_COUNT}},
     NULL,
     keep_first,
     poisson_draw,
     first,
     poisson_biased},
    {"geometric",
     "A count from 0 on, each further one with the same probability mean / (1 + mean).",
     true,
     {{"mean", 0, MOST_COUNT}},
     NULL,
     geometric_prepare,
     geometric_draw,
     given_mean,
     geometric_biased},
};
/* clang-format on */

const struct des_family *des_dist_families(size_t *count) {
    *count = sizeof families / sizeof families[0];
    return families;
}

const struct des_family *des_dist_family(const char *name) {
    for (size_t i = 0; i < sizeof families / sizeof families[0]; i++) {
        if (strcmp(families[i].name, name) == 0) {
            return &families[i];
        }
    }
    return NULL;
}

static void take_given(struct des_dist *dist, const double given[DES_DIST_KEYS]) {
    for (size_t i = 0; i < DES_DIST_KEYS && dist->family->keys[i].name != NULL; i++) {
        const struct des_family_key *key = &dist->family->keys[i];
        err_require(given[i] >= key->low && given[i] <= key->high);
        dist->given[i] = given[i];
    }
}

const char *des_dist_init(struct des_dist *dist, const struct des_family *family, const double given[DES_DIST_KEYS],
                          const struct des_dist_bins *bins) {
    err_require((bins != NULL) == (family->draw == empirical_draw));
    *dist = (struct des_dist){.family = family};
    take_given(dist, given);
    if (bins != NULL) {
        dist->bins = *bins;
    }
    const char *fault = family->fault != NULL ? family->fault(dist) : NULL;
    if (fault != NULL) {
        des_dist_free(dist);
        return fault;
    }
    family->prepare(dist);
    return NULL;
}

void des_dist_free(struct des_dist *dist) {
    free(dist->bins.edges);
    free(dist->bins.weights);
    *dist = (struct des_dist){.family = NULL};
}

struct des_dist des_dist_constant(double value) {
    struct des_dist dist;
    const double given[DES_DIST_KEYS] = {value};
    des_dist_init(&dist, &families[0], given, NULL);
    return dist;
}

double des_dist_draw(const struct des_dist *dist, struct des_stream *stream) {
    return dist->family->draw(dist, stream);
}

double des_dist_mean(const struct des_dist *dist) {
    return dist->family->mean(dist);
}

double des_dist_draw_residual(const struct des_dist *dist, struct des_stream *stream) {
    double share = des_stream_uniform(stream);
    return share * dist->family->length_biased(dist, stream);
}

/* engine/histogram.h - how often a length of time fell into each bin of equal width; exact counts that can be added.
 * Several histograms of one shape stand side by side, one a subject. Quantiles are exact to the bin, linear inside it.
 * The last bin takes everything longer. */
#ifndef ENGINE_HISTOGRAM_H
#define ENGINE_HISTOGRAM_H

#include <stddef.h>
#include <stdint.h>

#include "engine/clock.h"

struct des_histogram {
    des_time width; /* of a bin [s] */
    size_t bins;
    size_t subjects;
    uint64_t *counts; /* [subject][bin], owned */
};

void des_histogram_init(struct des_histogram *histogram, size_t subjects, size_t bins, des_time width);
void des_histogram_free(struct des_histogram *histogram);
void des_histogram_clear(struct des_histogram *histogram);

/* Bin of a length of time, >= 0. It is asked for once where something is counted for several subjects. */
size_t des_histogram_bin(const struct des_histogram *histogram, des_time span);

/* Counts one in a bin of a subject. */
void des_histogram_add(struct des_histogram *histogram, size_t subject, size_t bin);

/* Adds to a subject the counts of [first, first + count), of whom it is not one. */
void des_histogram_fold(struct des_histogram *histogram, size_t subject, size_t first, size_t count);

/* Adds the counts of another histogram of the same shape. */
void des_histogram_merge(struct des_histogram *histogram, const struct des_histogram *other);

/* How many were counted for a subject. */
uint64_t des_histogram_total(const struct des_histogram *histogram, size_t subject);

/* The time [s] below which a share of the counted lies; NAN when nothing was counted.
 *   share  0 to 1 */
double des_histogram_quantile(const struct des_histogram *histogram, size_t subject, double share);

#endif

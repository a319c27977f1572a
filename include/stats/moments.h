/* stats/moments.h - mean and variance of numbers as they come, without keeping them. A plain value: nothing to free.
 * Source: Welford (1962), Technometrics 4(3), 419-420. */
#ifndef STATS_MOMENTS_H
#define STATS_MOMENTS_H

#include <stdint.h>

struct stat_moments {
    uint64_t count;
    double mean;    /* 0 while count is 0: read it through stat_moments_mean */
    double squares; /* sum of squared distances from the mean */
};

/* Adds one number; NAN is passed over (a replication in which the measure does not exist). */
void stat_moments_add(struct stat_moments *moments, double x);

/* NAN while there is no number. */
double stat_moments_mean(const struct stat_moments *moments);

/* Sample variance, n - 1 below the line; NAN while n < 2: one value has no spread. */
double stat_moments_variance(const struct stat_moments *moments);

/* Half-width of the interval for the mean; NAN while n < 2.
 *   confidence  between 0 and 1, e.g. 0.95
 * Source: Student (1908), Biometrika 6(1), 1-25. */
double stat_moments_half_width(const struct stat_moments *moments, double confidence);

#endif

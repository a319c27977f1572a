/* stats/agreement.h - whether two samples of independent runs agree but for chance: the probability that chance alone
 * sets them at least so far apart. Small: something besides chance is different. */
#ifndef STATS_AGREEMENT_H
#define STATS_AGREEMENT_H

#include <stdint.h>

#include "stats/moments.h"

/* Of two means, from both samples' own spread. 1 when the means are equal. When they are not and neither sample has any
 * spread, as rare counts may have none in a few runs, the chance that numbers dealt out anew are parted so: 2 over the
 * ways to choose one sample from both, 0.1 of three runs each and 1.7e-17 of thirty. NAN while a sample has fewer than two
 * numbers.
 *   counts below 2^31
 * Source: Welch (1947), Biometrika 34(1-2), 28-35; Fisher (1935), The Design of Experiments, section 21. */
double stat_agreement_of_means(const struct stat_moments *first, const struct stat_moments *second);

/* Of two counts of runs in which something exists, each out of as many runs: Fisher's exact test, two-sided as twice the
 * smaller tail, at most 1.
 *   first, second  0 to runs
 *   runs           >= 1
 * Source: Fisher (1935), Journal of the Royal Statistical Society 98(1), 39-82. */
double stat_agreement_of_counts(uint32_t first, uint32_t second, uint32_t runs);

/* The moments behind a mean and the half-width of its interval, as stat_moments_half_width gives it.
 *   count       of numbers; below 2 there is no spread to find, and the half-width is not looked at
 *   confidence  between 0 and 1 */
struct stat_moments stat_agreement_sample(uint64_t count, double mean, double half_width, double confidence);

#endif

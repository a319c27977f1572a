/* stats/incidence.h - cumulative incidence with competing causes: the share that has left by each cause as time goes by,
 * when some are still there at the end of observation (censored) and must be neither forgotten nor taken to have left.
 * Source: Aalen and Johansen (1978), Scandinavian Journal of Statistics 5(3), 141-150; for two states and several ways
 * from the one to the other it is the product-limit estimate of staying, shared out among the causes bin by bin. */
#ifndef STATS_INCIDENCE_H
#define STATS_INCIDENCE_H

#include <stddef.h>
#include <stdint.h>

/* How many left, and when, in bins of time. Borrowed. */
struct stat_incidence_counts {
    size_t causes, bins;
    const uint64_t *left;     /* those who left by a cause in a bin: left[cause * stride + bin] */
    size_t stride;            /* at least bins */
    const uint64_t *censored; /* [bin] observed up to that bin and then no more, nothing having happened */
};

/* Shares that had left by each cause until the end of each bin. Within a bin those who left did so before anybody was
 * censored.
 *   shares   [cause][bin] receives shares from 0 to 1; level from where nobody is at risk any more
 *   at_risk  [bin] receives how many were still there when the bin began */
void stat_incidence_of(const struct stat_incidence_counts *counts, double *shares, uint64_t *at_risk);

#endif

/* stats/summary.h - what is reported of one measure over the replications, alone and against a baseline. */
#ifndef STATS_SUMMARY_H
#define STATS_SUMMARY_H

#include <stddef.h>

struct stat_summary {
    size_t count; /* values that exist (are not NAN) */
    double mean;
    double half_width; /* of the 95 % Student interval of the mean; NAN while count < 2 */
    double low, high;  /* mean -+ half_width; NAN while count < 2 */
    double p10, p90;   /* percentiles between replications (Hyndman and Fan 1996, type 7) */
};

/* Sums up count values, one a replication; NAN values are left out; all NAN when none is left. Allocates its own
 * workspace, does not change values. */
struct stat_summary stat_summary_of(const double *values, size_t count);

/* Sums up the paired differences values[i] - baseline[i], 0 where the two are the same up to rounding: within 1e-9 of the
 * smaller; a pair with a NAN is left out. */
struct stat_summary stat_summary_of_difference(const double *values, const double *baseline, size_t count);

/* Share of pairs in which values[i] is better than baseline[i], a tie counting one half: the probability of being
 * better in one future run. Values that are the same up to rounding, as above, are a tie.
 *   better  -1 when lower is better, +1 when higher is
 * NAN when better is 0 or no pair exists. */
double stat_probability_better(const double *values, const double *baseline, size_t count, int better);

/* Rounds values to multiples of step so that they sum to their sum, rounded: each goes to a neighbouring multiple, those
 * up that are left nearest below the next. Source: the method of largest remainders (Hamilton, 1792), as in Balinski and
 * Young (1982), Fair Representation, chapter 3.
 *   step  > 0 */
void stat_round_to_sum(double *values, size_t count, double step);

#endif

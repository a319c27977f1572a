/* stats/incidence.c - cumulative incidence with competing causes. */
#include "stats/incidence.h"

static uint64_t left_in(const struct stat_incidence_counts *counts, size_t cause, size_t bin) {
    return counts->left[cause * counts->stride + bin];
}

static uint64_t count_all(const struct stat_incidence_counts *counts) {
    uint64_t all = 0;
    for (size_t bin = 0; bin < counts->bins; bin++) {
        all += counts->censored[bin];
        for (size_t cause = 0; cause < counts->causes; cause++) {
            all += left_in(counts, cause, bin);
        }
    }
    return all;
}

void stat_incidence_of(const struct stat_incidence_counts *counts, double *shares, uint64_t *at_risk) {
    uint64_t still_there = count_all(counts);
    double staying = 1; /* share, when the bin begins */
    for (size_t bin = 0; bin < counts->bins; bin++) {
        uint64_t left = 0;
        double gone = 0; /* by all causes, until the end of the bin */
        at_risk[bin] = still_there;
        for (size_t cause = 0; cause < counts->causes; cause++) {
            double *share = &shares[cause * counts->bins + bin];
            const uint64_t here = left_in(counts, cause, bin);
            *share = bin > 0 ? share[-1] : 0;
            *share += here > 0 ? staying * (double)here / (double)still_there : 0;
            gone += *share;
            left += here;
        }
        staying = left < still_there ? 1 - gone : 0;
        still_there -= left + counts->censored[bin];
    }
}

/* stats/agreement.c - whether two samples of independent runs agree but for chance. */
#include "stats/agreement.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sf_gamma.h>
#include <math.h>

#include "base/err.h"

/* That numbers of two samples, dealt out anew, lie so that all of one are above all of the other. */
static double chance_of_parting(unsigned first, unsigned second) {
    return fmin(1, 2 * exp(-gsl_sf_lnchoose(first + second, first)));
}

double stat_agreement_of_means(const struct stat_moments *first, const struct stat_moments *second) {
    if (first->count < 2 || second->count < 2) {
        return NAN;
    }
    const double apart = fabs(first->mean - second->mean);
    const double n1 = (double)first->count, n2 = (double)second->count;
    const double v1 = stat_moments_variance(first) / n1, v2 = stat_moments_variance(second) / n2;
    if (apart == 0) {
        return 1;
    }
    if (v1 + v2 == 0) {
        return chance_of_parting((unsigned)first->count, (unsigned)second->count);
    }
    /* Shares of the variance, since squares of small variances leave the range of numbers. */
    const double s1 = v1 / (v1 + v2), s2 = v2 / (v1 + v2);
    const double freedom = 1 / (s1 * s1 / (n1 - 1) + s2 * s2 / (n2 - 1));
    return 2 * gsl_cdf_tdist_Q(apart / sqrt(v1 + v2), freedom);
}

double stat_agreement_of_counts(uint32_t first, uint32_t second, uint32_t runs) {
    err_require(runs >= 1 && first <= runs && second <= runs);
    const uint32_t fewer = first < second ? first : second;
    return fmin(1, 2 * gsl_cdf_hypergeometric_P(fewer, first + second, 2 * runs - first - second, runs));
}

struct stat_moments stat_agreement_sample(uint64_t count, double mean, double half_width, double confidence) {
    err_require(confidence > 0 && confidence < 1);
    struct stat_moments sample = {.count = count, .mean = count > 0 ? mean : 0};
    if (count >= 2) {
        const double n = (double)count, t = gsl_cdf_tdist_Pinv(0.5 + confidence / 2, n - 1);
        sample.squares = pow(half_width / t, 2) * n * (n - 1);
    }
    return sample;
}

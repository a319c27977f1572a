/* stats/moments.c - mean and variance of numbers as they come. */
#include "stats/moments.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "base/err.h"

void stat_moments_add(struct stat_moments *moments, double x) {
    if (isnan(x)) {
        return;
    }
    moments->count++;
    double from_old = x - moments->mean;
    moments->mean += from_old / (double)moments->count;
    moments->squares += from_old * (x - moments->mean);
}

double stat_moments_mean(const struct stat_moments *moments) {
    return moments->count > 0 ? moments->mean : NAN;
}

double stat_moments_variance(const struct stat_moments *moments) {
    return moments->count > 1 ? moments->squares / (double)(moments->count - 1) : NAN;
}

double stat_moments_half_width(const struct stat_moments *moments, double confidence) {
    err_require(confidence > 0 && confidence < 1);
    if (moments->count < 2) {
        return NAN;
    }
    double n = (double)moments->count;
    double t = gsl_cdf_tdist_Pinv(0.5 + confidence / 2, n - 1);
    return t * sqrt(stat_moments_variance(moments) / n);
}

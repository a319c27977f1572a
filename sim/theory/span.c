/* theory/span.c - second moments and tails, by GSL. */
#include "theory/span.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

double theory_span_square(const struct theory_span *span) {
    const double cv = span->family == THEORY_CONSTANT ? 0 : span->family == THEORY_EXPONENTIAL ? 1 : span->cv;
    return span->mean * span->mean * (1 + cv * cv);
}

double theory_span_exceeds(const void *which, double time) {
    const struct theory_span *span = which;
    const double square = span->cv * span->cv, sigma = sqrt(log1p(square));
    switch (span->family) {
    case THEORY_EXPONENTIAL:
        return gsl_cdf_exponential_Q(time, span->mean);
    case THEORY_GAMMA:
        return gsl_cdf_gamma_Q(time, 1 / square, span->mean * square);
    case THEORY_LOGNORMAL:
        return time > 0 ? gsl_cdf_lognormal_Q(time, log(span->mean) - sigma * sigma / 2, sigma) : 1;
    default:
        return time < span->mean;
    }
}

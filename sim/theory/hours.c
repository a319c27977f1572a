/* theory/hours.c - queues in working time. */
#include "theory/hours.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

enum { WORKING_DAYS = 5, HOURS_OF_WEEK = 168, HOURS_OF_DAY = 24 };

double theory_hours_wait(const struct theory_hours *hours, double wait) {
    return wait * HOURS_OF_WEEK / (WORKING_DAYS * hours->daily);
}

/* Hours by the calendar from the first opening until so many hours have been worked and the next is begun. */
static double laid_out(const struct theory_hours *hours, double worked) {
    const double days = floor(worked / hours->daily + 1e-9);
    return days * HOURS_OF_DAY + worked - days * hours->daily;
}

double theory_weekend_wait(const struct theory_weekend *weekend) {
    double sum = 0;
    for (unsigned k = 0; k < weekend->people || gsl_cdf_poisson_Q(k, weekend->people) > 1e-15; k++) {
        const double ahead = k / weekend->servers * weekend->work;
        sum += gsl_cdf_poisson_Q(k, weekend->people) * laid_out(&weekend->hours, ahead);
    }
    return HOURS_OF_DAY + weekend->hours.opening + sum / weekend->people;
}

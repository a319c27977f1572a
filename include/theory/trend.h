/* theory/trend.h - how many people come where their number follows that of residents: the integral of the rate. */
#ifndef THEORY_TREND_H
#define THEORY_TREND_H

#include <stddef.h>

/* Residents are known at points in time, linear in between and level outside. */
struct theory_trend {
    const double *years;    /* [count] rising; 2014.5 is the middle of 2014 */
    const double *persons;  /* [count] */
    size_t count;           /* at least 1 */
    double per_person_year; /* at growth_from */
    double growth_per_year; /* of the rate itself, compound */
    double growth_from;     /* [year] */
};

/* People expected in [from, to) [years], each year taken as one whatever its days.
 * Source: Kingman (1993), Poisson Processes, section 2.1: the mean of a count is the integral of the rate; here by GSL's
 * adaptive quadrature between the points. */
double theory_trend_expected(const struct theory_trend *trend, double from, double to);

#endif

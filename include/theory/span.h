/* theory/span.h - how long something lasts: second moments and tails of distributions known by mean and coefficient of
 * variation. Source: Johnson, Kotz and Balakrishnan (1994), Continuous Univariate Distributions 1, chapters 14 and 17. */
#ifndef THEORY_SPAN_H
#define THEORY_SPAN_H

enum theory_family { THEORY_CONSTANT, THEORY_EXPONENTIAL, THEORY_GAMMA, THEORY_LOGNORMAL };

struct theory_span {
    enum theory_family family;
    double mean; /* > 0 */
    double cv;   /* coefficient of variation, > 0; of gamma and lognormal only */
};

/* Mean of its square. */
double theory_span_square(const struct theory_span *span);

/* Probability that it lasts longer than time.
 *   span  a const struct theory_span *
 *   time  >= 0 */
double theory_span_exceeds(const void *span, double time);

#endif

/* theory/filling.h - how many are there at a time, where each comes on their own and stays for a time of their own: the
 * queue M(t)/G/infinity. Times are in one unit of the caller's choice, rates per that unit. */
#ifndef THEORY_FILLING_H
#define THEORY_FILLING_H

#include <stddef.h>

/* Probability of staying longer than time. */
typedef double theory_stays(const void *context, double time);

/* People come at this rate in [from, to). */
struct theory_inflow {
    double from, to, rate;
};

/* Who stays how long. */
struct theory_stay {
    theory_stays *stays;
    const void *context;
};

/* Mean number there, on average over [from, to), of those who come by all inflows; nobody was there before.
 * At time t it is the integral over u < t of rate(u) stays(t - u); with K(y) the integral of (y - v) stays(v) from 0 to y,
 * an inflow of rate 1 from a to b counts K(to - a) - K(from - a) - K(to - b) + K(from - b), over to - from.
 * Source: Eick, Massey and Whitt (1993), The physics of the Mt/G/infinity queue, Operations Research 41(4), 731-742. */
double theory_filling_mean(const struct theory_inflow *inflows, size_t count, struct theory_stay stay,
                           const double between[2]);

#endif

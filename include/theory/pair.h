/* theory/pair.h - two people who assess together and screen apart: a Markov chain of few states.
 * Referrals come by a Poisson process and are taken while fewer than `places` wait; whoever comes beyond goes elsewhere.
 * Each is screened by one of the two, whoever is free; a share is resolved by that, the others wait for an assessment,
 * which takes both at once. Screening goes first, nobody is interrupted, and nobody is kept free for others: while one
 * screens, the other screens too or idles. Work is exponential. Who is being screened waits too. */
#ifndef THEORY_PAIR_H
#define THEORY_PAIR_H

#include <stddef.h>

/* Times are in one unit of the caller's choice, rates per that unit. */
struct theory_pair {
    double arrivals;
    double screening;  /* mean time, > 0 */
    double resolved;   /* share, 0 to 1 (excluded) */
    double assessment; /* mean time of both together, > 0 */
    size_t places;     /* at least 1 */
};

/* In the long run. */
struct theory_pair_answer {
    double waiting; /* people, mean: to be screened, being screened, to be assessed */
    double advised; /* rate of those resolved by screening */
    double seen;    /* rate of assessments begun */
    double busy;    /* share of the time of both that is worked */
};

/* Source: the chain in the caption above; a state is whether the two assess, how many are being screened or wait for it,
 * and how many wait to be assessed. */
struct theory_pair_answer theory_pair_answer(const struct theory_pair *pair);

#endif

/* theory/chain.h - a Markov chain in continuous time: where it is found in the long run. */
#ifndef THEORY_CHAIN_H
#define THEORY_CHAIN_H

#include <stddef.h>

/* One way from a state to another. */
struct theory_move {
    size_t from, to;
    double rate; /* > 0 */
};

/* Share of time spent in each state: what flows out of a state flows into it, and the shares sum to 1. Several moves may
 * lead from one state to the same other; one from a state to itself changes nothing.
 *   states  how many; from each the last can be reached (states that none leads to have a share of 0)
 *   shares  [states] receives the shares
 * Source: the balance equations, e.g. Norris (1997), Markov Chains, section 3.5; solved by GSL's LU decomposition. */
void theory_chain_shares(size_t states, const struct theory_move *moves, size_t count, double *shares);

#endif

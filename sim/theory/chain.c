/* theory/chain.c - balance equations of a Markov chain. */
#include "theory/chain.h"

#include <gsl/gsl_linalg.h>

#include "base/err.h"

static void add_flow(gsl_matrix *flow, const struct theory_move *move) {
    *gsl_matrix_ptr(flow, move->to, move->from) += move->rate;
    *gsl_matrix_ptr(flow, move->from, move->from) -= move->rate;
}

/* One of the equations follows from the others: in its place stands that the shares sum to 1. */
void theory_chain_shares(size_t states, const struct theory_move *moves, size_t count, double *shares) {
    gsl_matrix *flow = gsl_matrix_calloc(states, states);
    gsl_vector *right = gsl_vector_calloc(states);
    gsl_permutation *order = gsl_permutation_alloc(states);
    for (size_t i = 0; i < count; i++) {
        err_require(moves[i].from < states && moves[i].to < states && moves[i].rate > 0);
        add_flow(flow, &moves[i]);
    }
    for (size_t i = 0; i < states; i++) {
        gsl_matrix_set(flow, states - 1, i, 1);
    }
    gsl_vector_set(right, states - 1, 1);
    gsl_vector_view solved = gsl_vector_view_array(shares, states);
    int sign;
    gsl_linalg_LU_decomp(flow, order, &sign);
    gsl_linalg_LU_solve(flow, order, right, &solved.vector);
    gsl_permutation_free(order);
    gsl_vector_free(right);
    gsl_matrix_free(flow);
}

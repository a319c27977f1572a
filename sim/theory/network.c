/* theory/network.c - Jackson's traffic equations. */
#include "theory/network.h"

#include <gsl/gsl_linalg.h>

void theory_network_arrivals(size_t stations, const double *outside, const double *passes, double *arrivals) {
    gsl_matrix *balance = gsl_matrix_alloc(stations, stations);
    gsl_permutation *order = gsl_permutation_alloc(stations);
    for (size_t i = 0; i < stations; i++) {
        for (size_t j = 0; j < stations; j++) {
            gsl_matrix_set(balance, i, j, (i == j) - passes[j * stations + i]);
        }
    }
    gsl_vector_const_view given = gsl_vector_const_view_array(outside, stations);
    gsl_vector_view solved = gsl_vector_view_array(arrivals, stations);
    int sign;
    gsl_linalg_LU_decomp(balance, order, &sign);
    gsl_linalg_LU_solve(balance, order, &given.vector, &solved.vector);
    gsl_permutation_free(order);
    gsl_matrix_free(balance);
}

/* theory/filling.c - the queue M(t)/G/infinity, by quadrature. */
#include "theory/filling.h"

#include <gsl/gsl_integration.h>

enum { INTERVALS = 1000 };

struct cumulated {
    struct theory_stay stay;
    double until;
};

static double weighted(double time, void *context) {
    const struct cumulated *of = context;
    return (of->until - time) * of->stay.stays(of->stay.context, time);
}

/* Time spent there until `until` by people who come from 0 on at rate 1. */
static double spent(struct theory_stay stay, double until) {
    if (until <= 0) {
        return 0;
    }
    struct cumulated of = {stay, until};
    const gsl_function function = {weighted, &of};
    gsl_integration_workspace *workspace = gsl_integration_workspace_alloc(INTERVALS);
    double value, error;
    gsl_integration_qag(&function, 0, until, 0, 1e-8, INTERVALS, GSL_INTEG_GAUSS21, workspace, &value, &error);
    gsl_integration_workspace_free(workspace);
    return value;
}

double theory_filling_mean(const struct theory_inflow *inflows, size_t count, struct theory_stay stay,
                           const double between[2]) {
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        const struct theory_inflow *in = &inflows[i];
        sum += in->rate * (spent(stay, between[1] - in->from) - spent(stay, between[0] - in->from) -
                           spent(stay, between[1] - in->to) + spent(stay, between[0] - in->to));
    }
    return sum / (between[1] - between[0]);
}

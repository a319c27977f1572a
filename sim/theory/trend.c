/* theory/trend.c - the integral of a rate that follows the number of residents. */
#include "theory/trend.h"

#include <gsl/gsl_integration.h>
#include <math.h>

enum { INTERVALS = 100 };

static double persons_at(const struct theory_trend *trend, double year) {
    size_t next = 0;
    while (next < trend->count && trend->years[next] <= year) {
        next++;
    }
    if (next == 0 || next == trend->count) {
        return trend->persons[next == 0 ? 0 : next - 1];
    }
    const double share = (year - trend->years[next - 1]) / (trend->years[next] - trend->years[next - 1]);
    return (1 - share) * trend->persons[next - 1] + share * trend->persons[next];
}

static double rate_at(double year, void *context) {
    const struct theory_trend *trend = context;
    return persons_at(trend, year) * trend->per_person_year *
           pow(1 + trend->growth_per_year, year - trend->growth_from);
}

static double smooth(const struct theory_trend *trend, double from, double to) {
    struct theory_trend copy = *trend;
    const gsl_function function = {rate_at, &copy};
    gsl_integration_workspace *workspace = gsl_integration_workspace_alloc(INTERVALS);
    double value, error;
    gsl_integration_qag(&function, from, to, 0, 1e-10, INTERVALS, GSL_INTEG_GAUSS15, workspace, &value, &error);
    gsl_integration_workspace_free(workspace);
    return value;
}

double theory_trend_expected(const struct theory_trend *trend, double from, double to) {
    double sum = 0, begin = from;
    for (size_t i = 0; i < trend->count; i++) {
        if (trend->years[i] > begin && trend->years[i] < to) {
            sum += smooth(trend, begin, trend->years[i]);
            begin = trend->years[i];
        }
    }
    return sum + smooth(trend, begin, to);
}

/* theory/life.c - survival by a life table. */
#include "theory/life.h"

#include <math.h>

static double rate_at(const struct theory_life *life, double age) {
    size_t i = life->count - 1;
    while (i > 0 && life->deaths[i].from_years > age) {
        i--;
    }
    return life->deaths[i].per_year;
}

/* The next age at which the rate changes. */
static double edge_after(const struct theory_life *life, double age) {
    for (size_t i = 0; i < life->count; i++) {
        if (life->deaths[i].from_years > age) {
            return life->deaths[i].from_years;
        }
    }
    return INFINITY;
}

/* Rates met from one age to another. */
static double met(const struct theory_life *life, double from, double to) {
    double sum = 0;
    for (double age = from; age < to;) {
        const double next = fmin(edge_after(life, age), to);
        sum += rate_at(life, age) * (next - age);
        age = next;
    }
    return sum;
}

double theory_life_alive(const void *which, double years) {
    const struct theory_life *life = which;
    double sum = 0;
    for (double age = life->from_years; age < life->to_years;) {
        double next = fmin(life->to_years, edge_after(life, age));
        next = fmin(next, edge_after(life, age + years) - years);
        if (next <= age) { /* an edge that rounding has left a hair ahead */
            next = nextafter(age, INFINITY);
        }
        const double alive = exp(-met(life, age, age + years));
        const double slope = rate_at(life, age + years) - rate_at(life, age);
        sum += slope == 0 ? alive * (next - age) : -alive * expm1(-slope * (next - age)) / slope;
        age = next;
    }
    return sum / (life->to_years - life->from_years);
}

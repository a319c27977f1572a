/* theory/server.c - Pollaczek and Khinchine, Cobham, Kleinrock. */
#include "theory/server.h"

#include <math.h>

#include "base/err.h"

static double load_of(const struct theory_class *classes, size_t count) {
    double load = 0;
    for (size_t i = 0; i < count; i++) {
        load += classes[i].arrivals * classes[i].work;
    }
    return load;
}

/* What is left, on average, of the work that the server is at when somebody comes. */
static double residual(const struct theory_class *classes, size_t count) {
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum += classes[i].arrivals * classes[i].square / 2;
    }
    return sum;
}

double theory_server_wait(const struct theory_class *classes, size_t count) {
    const double load = load_of(classes, count);
    return load < 1 ? residual(classes, count) / (1 - load) : INFINITY;
}

double theory_server_wait_strict(const struct theory_class *classes, size_t count, size_t which) {
    err_require(which < count);
    const double before = load_of(classes, which), with = load_of(classes, which + 1);
    return with < 1 ? residual(classes, count) / (1 - before) / (1 - with) : INFINITY;
}

double theory_server_wait_accumulating(const struct theory_class *classes, size_t count, size_t which) {
    err_require(which < count);
    double above = theory_server_wait(classes, count), below = 1;
    for (size_t i = 0; i < count; i++) {
        const double load = classes[i].arrivals * classes[i].work;
        if (i > which) { /* overtaken by us */
            const double slopes = classes[which].target / classes[i].target;
            above -= load * theory_server_wait_accumulating(classes, count, i) * (1 - slopes);
        } else if (i < which) { /* overtake us */
            below -= load * (1 - classes[i].target / classes[which].target);
        }
    }
    return above / below;
}

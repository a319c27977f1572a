/* world/demand.h - the ways in: demand streams, and when people of each locality and age band come by each.
 * For each stream, locality and age band (a cell) arrivals are a non-homogeneous Poisson process whose rate follows the
 * population and the stream's profile; times come from inverting the integrated rate, so cells do not disturb one
 * another. */
#ifndef WORLD_DEMAND_H
#define WORLD_DEMAND_H

#include <stdbool.h>
#include <stddef.h>

#include "base/param.h"
#include "engine/clock.h"
#include "world/limits.h"
#include "world/need.h"
#include "world/population.h"
#include "world/profile.h"

/* Somebody has this need with this probability (further needs), or presents with it with this share. */
struct world_likelihood {
    char *need;
    double probability;
    double from_years, to_years; /* only people of these ages, to_years excluded */
    unsigned index;              /* of the need; worked out by world_prepare */
};

struct world_priority_share {
    char *priority;
    double share;
    unsigned index; /* of the priority; worked out by world_prepare */
};

/* Rate of one age band. */
struct world_rate {
    char *age_band;
    double per_1000_per_year;
};

/* One way in. Filled by the scenario reader from world_stream_table. */
struct world_stream {
    char *name;
    struct param_rows presents;         /* struct world_likelihood: shares that sum to 1 over each age */
    struct param_rows further;          /* struct world_likelihood: independent of one another */
    struct param_rows priorities;       /* struct world_priority_share: sum to 1 */
    struct param_rows rates;            /* struct world_rate, by band; a band not named has none */
    double growth_per_year;             /* of all its rates, from the start date */
    struct param_rows growth;           /* struct world_growth: years that grow otherwise */
    struct param_reals month_profile;   /* relative rates, January first; empty: level */
    struct param_reals weekday_profile; /* relative rates, Monday first; empty: level */
    struct param_rows shocks;           /* struct world_shock */
    double existing_service;            /* probability that a service is already there */
    bool inpatient;                     /* in hospital until medically ready and seen */
};
extern const struct param_table world_stream_table;
extern const struct param_table world_likelihood_table;

/* The integrated rate of one cell: arrivals expected from the beginning of the run. */
struct world_cell {
    double *expected; /* [knots] owned; expected arrivals from the first knot on */
    double *rate;     /* [knots] owned; arrivals per second at the knot before the profile's multiplier, linear in
                         between */
    size_t knots;     /* the bends of the stream's profile */
};

/* When all cells of a world have people coming. */
struct world_demand {
    struct world_profile *profiles; /* [stream] owned */
    size_t stream_count;
    struct world_cell *cells; /* [stream][locality][band] owned */
    size_t cell_count;
};

/* Rate of an age band in a stream [per 1,000 residents per year]; 0 for one that it does not name. */
double world_demand_rate(const struct world_stream *stream, const char *band);

/* The time at which `expected` arrivals are due in a cell; DES_NEVER when they are not due before the last knot. */
des_time world_demand_time(const struct world_demand *demand, size_t cell, double expected);

void world_demand_free(struct world_demand *demand);

#endif

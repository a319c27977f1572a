/* world/population.h - how many people live where, how old they are, and who they become as years pass.
 * Mid-year numbers by locality and age band, linear between mid-years (30 June), held level outside the years given. */
#ifndef WORLD_POPULATION_H
#define WORLD_POPULATION_H

#include <stddef.h>
#include <stdint.h>

#include "base/param.h"
#include "engine/clock.h"

/* A place with one community team of each kind. */
struct world_locality {
    char *name;
    double travel_minutes; /* one way, from a base in the locality */
};
extern const struct param_table world_locality_table;

/* An age band: from its first birthday included to `to` excluded. */
struct world_band {
    char *name;
    double from_years, to_years;
};
extern const struct param_table world_band_table;

struct world_population {
    size_t localities, bands, years;
    int first_year;
    double *persons; /* [year][locality][band], owned */
};

void world_population_free(struct world_population *population);

/* Persons of a locality and band at a time given as a real calendar year (2014.5 is mid-2014). */
double world_population_at(const struct world_population *population, size_t locality, size_t band, double year);

#endif

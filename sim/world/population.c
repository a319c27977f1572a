/* world/population.c - residents by locality, age band and year. */
#include "world/population.h"

#include <math.h>
#include <stdlib.h>

/* clang-format off: one row is one parameter. */
static const struct param locality_params[] = {
    {.key = "name",
     .kind = PARAM_TEXT,
     .offset = offsetof(struct world_locality, name),
     .unit = "name",
     .meaning = "What the locality is called, here and in the population file."},
    {.key = "travel_minutes",
     .kind = PARAM_REAL,
     .offset = offsetof(struct world_locality, travel_minutes),
     .low = 0,
     .high = 600,
     .fallback = NAN,
     .unit = "minutes",
     .meaning = "Travel one way from a base in the locality to a person's home."},
};
/* clang-format on */

const struct param_table world_locality_table = {
    .name = "locality",
    .meaning = "A part of the area, with its residents and its distances.",
    .size = sizeof(struct world_locality),
    .params = locality_params,
    .count = sizeof locality_params / sizeof locality_params[0],
};

/* clang-format off: one row is one parameter. */
static const struct param band_params[] = {
    {.key = "name",
     .kind = PARAM_TEXT,
     .offset = offsetof(struct world_band, name),
     .unit = "name",
     .meaning = "What the age band is called, here and in the population file."},
    {.key = "from_years",
     .kind = PARAM_REAL,
     .offset = offsetof(struct world_band, from_years),
     .low = 0,
     .high = 119,
     .fallback = NAN,
     .unit = "years",
     .meaning = "Age at which the band begins."},
    {.key = "to_years",
     .kind = PARAM_REAL,
     .offset = offsetof(struct world_band, to_years),
     .low = 1,
     .high = 120,
     .fallback = NAN,
     .unit = "years",
     .meaning = "Age at which the next band begins; ages are drawn evenly inside a band."},
};
/* clang-format on */

const struct param_table world_band_table = {
    .name = "age band",
    .meaning = "An age band; the bands together cover every age once.",
    .size = sizeof(struct world_band),
    .params = band_params,
    .count = sizeof band_params / sizeof band_params[0],
};

void world_population_free(struct world_population *population) {
    free(population->persons);
    population->persons = NULL;
}

static double persons_in(const struct world_population *population, size_t year, size_t locality, size_t band) {
    return population->persons[(year * population->localities + locality) * population->bands + band];
}

double world_population_at(const struct world_population *population, size_t locality, size_t band, double year) {
    const double place = year - ((double)population->first_year + 0.5); /* 0 at the first mid-year */
    if (place <= 0) {
        return persons_in(population, 0, locality, band);
    }
    if (place >= (double)(population->years - 1)) {
        return persons_in(population, population->years - 1, locality, band);
    }
    const size_t before = (size_t)place;
    const double share = place - (double)before;
    return (1 - share) * persons_in(population, before, locality, band) +
           share * persons_in(population, before + 1, locality, band);
}

/* world/hazard.h - rates per person-year by age, integrated exactly while a person ages.
 * A rate is constant between the ages given and beyond the last. An event falls when the accumulated hazard reaches the
 * person's unit-exponential threshold, so a larger hazard never makes it later.
 * Source: Lewis and Shedler (1979), Naval Research Logistics 26(3), 403-413 (inversion of the integrated rate). */
#ifndef WORLD_HAZARD_H
#define WORLD_HAZARD_H

#include <stdbool.h>
#include <stddef.h>

/* One step of the rate. */
struct world_hazard_step {
    double from_years;  /* age at which the rate begins to hold; the first is 0 */
    double per_year;    /* events per person-year, >= 0 */
    double accumulated; /* hazard gathered from birth to from_years; worked out by world_hazard_prepare */
};

struct world_hazard {
    struct world_hazard_step *steps; /* owned, ages strictly rising */
    size_t count;                    /* at least 1 for all but world_hazard_is_none */
};

/* Works out the accumulated column. Call once after filling from_years and per_year. */
void world_hazard_prepare(struct world_hazard *hazard);
void world_hazard_free(struct world_hazard *hazard);

/* Whether nothing ever falls: there are no steps, or all are 0. */
bool world_hazard_is_none(const struct world_hazard *hazard);

/* Hazard gathered from birth to an age [years]. */
double world_hazard_accumulated(const struct world_hazard *hazard, double age_years);

/* Age at which somebody now aged age_years will have gathered `amount` more; INFINITY when never.
 *   amount  >= 0 */
double world_hazard_age_at(const struct world_hazard *hazard, double age_years, double amount);

#endif

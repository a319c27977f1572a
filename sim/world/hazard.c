/* world/hazard.c - piecewise constant hazards by age, integrated and inverted exactly. */
#include "world/hazard.h"

#include <math.h>
#include <stdlib.h>

#include "base/err.h"

void world_hazard_prepare(struct world_hazard *hazard) {
    err_require(hazard->count > 0);
    hazard->steps[0].accumulated = 0;
    for (size_t i = 1; i < hazard->count; i++) {
        const struct world_hazard_step *before = &hazard->steps[i - 1];
        hazard->steps[i].accumulated =
            before->accumulated + before->per_year * (hazard->steps[i].from_years - before->from_years);
    }
}

void world_hazard_free(struct world_hazard *hazard) {
    free(hazard->steps);
    hazard->steps = NULL;
    hazard->count = 0;
}

bool world_hazard_is_none(const struct world_hazard *hazard) {
    const struct world_hazard_step *last = hazard->count > 0 ? &hazard->steps[hazard->count - 1] : NULL;
    return last == NULL || (last->accumulated <= 0 && last->per_year <= 0);
}

/* The last step that begins at or below the age. */
static size_t step_of_age(const struct world_hazard *hazard, double age_years) {
    size_t low = 0, high = hazard->count;
    while (high - low > 1) {
        const size_t middle = (low + high) / 2;
        if (hazard->steps[middle].from_years <= age_years) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

static double accumulated_in(const struct world_hazard_step *step, double age_years) {
    return step->accumulated + step->per_year * (age_years - step->from_years);
}

double world_hazard_accumulated(const struct world_hazard *hazard, double age_years) {
    return accumulated_in(&hazard->steps[step_of_age(hazard, age_years)], age_years);
}

double world_hazard_age_at(const struct world_hazard *hazard, double age_years, double amount) {
    size_t i = step_of_age(hazard, age_years);
    const double wanted = accumulated_in(&hazard->steps[i], age_years) + amount;
    while (i + 1 < hazard->count && hazard->steps[i + 1].accumulated < wanted) {
        i++;
    }
    const struct world_hazard_step *step = &hazard->steps[i];
    if (wanted <= accumulated_in(step, age_years)) {
        return age_years;
    }
    return step->per_year > 0 ? step->from_years + (wanted - step->accumulated) / step->per_year : INFINITY;
}

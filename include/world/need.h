/* world/need.h - what people may need: rows of the needs table, and the sets made of them.
 * A need is known by its index in the table; a set of needs is a bit mask. */
#ifndef WORLD_NEED_H
#define WORLD_NEED_H

#include <stdint.h>

#include "base/err.h"
#include "base/param.h"
#include "engine/dist.h"
#include "world/limits.h"

typedef uint32_t world_needs; /* bit n set: need number n belongs to the set */
#define WORLD_NO_NEEDS ((world_needs)0)

/* One need of the table. Filled by the scenario reader from world_need_table. */
struct world_need {
    char *name;
    struct des_dist assessment_hours;  /* client-related work on this need within an assessment */
    struct des_dist followups;         /* how many follow-up contacts */
    struct des_dist followup_hours;    /* work of each */
    struct des_dist followup_gap_days; /* from one follow-up to the next falling due */
    struct des_dist lead_days;         /* from the assessment until help can be there: delivery, building work */
    struct param_texts roles;          /* who may work on it, names of roles */
};

extern const struct param_table world_need_table;

/* The set that holds only need number index. */
world_needs world_needs_of(unsigned index);

/* Complains of what would change nothing in a need for care, or for commissioning it: no follow-ups come after its
 * assessment, and 'brokerage_days' says when help is there.
 *   place  where the need stands */
void world_need_check_care(const struct world_need *need, struct param_place place, struct err_list *err);

#endif

/* world/need.c - the needs table. */
#include "world/need.h"

#include <math.h>
#include <stddef.h>

/* clang-format off: one row is one parameter. */
static const struct param need_params[] = {
    {.key = "name",
     .kind = PARAM_TEXT,
     .offset = offsetof(struct world_need, name),
     .unit = "name",
     .meaning = "What the need is called in remits and streams."},
    {.key = "assessment_hours",
     .kind = PARAM_DIST,
     .offset = offsetof(struct world_need, assessment_hours),
     .low = 0,
     .high = 200,
     .fallback = NAN,
     .unit = "hours",
     .meaning = "Client-related work on this need within an assessment, travel apart."},
    {.key = "followups",
     .kind = PARAM_DIST,
     .offset = offsetof(struct world_need, followups),
     .low = 0,
     .high = 100,
     .fallback = 0,
     .unit = "contacts",
     .meaning = "How many follow-up contacts the need takes after its assessment; care and commissioning take none."},
    {.key = "followup_hours",
     .kind = PARAM_DIST,
     .offset = offsetof(struct world_need, followup_hours),
     .low = 0,
     .high = 100,
     .fallback = 0,
     .unit = "hours",
     .meaning = "Client-related work of each follow-up contact, travel apart."},
    {.key = "followup_gap_days",
     .kind = PARAM_DIST,
     .offset = offsetof(struct world_need, followup_gap_days),
     .low = 0,
     .high = 1000,
     .fallback = 0,
     .unit = "days",
     .meaning = "From the end of one follow-up until the next falls due."},
    {.key = "lead_days",
     .kind = PARAM_DIST,
     .offset = offsetof(struct world_need, lead_days),
     .low = 0,
     .high = 2000,
     .fallback = 0,
     .unit = "days",
     .meaning = "From the assessment until help can be there: delivery of equipment, building work; for care "
                "'brokerage_days' says it."},
    {.key = "roles",
     .kind = PARAM_TEXTS,
     .offset = offsetof(struct world_need, roles),
     .low = 1,
     .high = WORLD_ROLES_MAX,
     .fallback = NAN,
     .unit = "names of roles",
     .meaning = "Who may work on it."},
};
/* clang-format on */

const struct param_table world_need_table = {
    .name = "need",
    .meaning = "One kind of need: the work that it takes and who may do it.",
    .size = sizeof(struct world_need),
    .params = need_params,
    .count = sizeof need_params / sizeof need_params[0],
};

world_needs world_needs_of(unsigned index) {
    err_require(index < WORLD_NEEDS_MAX);
    return (world_needs)1 << index;
}

void world_need_check_care(const struct world_need *need, struct param_place place, struct err_list *err) {
    const struct {
        const char *key;
        const struct des_dist *dist;
    } idle[] = {{"followups", &need->followups},
                {"followup_hours", &need->followup_hours},
                {"followup_gap_days", &need->followup_gap_days},
                {"lead_days", &need->lead_days}};
    for (size_t i = 0; i < sizeof idle / sizeof idle[0]; i++) {
        const double mean = des_dist_mean(idle[i].dist);
        if (mean > 0) {
            err_add(err, place.file, place.line,
                    "need '%s': %s = %g (mean) would change nothing: care is arranged, in 'brokerage_days', and not "
                    "followed up; it must be 0",
                    need->name, idle[i].key, mean);
        }
    }
}

/* world/target.c - promises about waits: the table of their parameters. */
#include <math.h>
#include <stddef.h>

#include "world/world.h"

/* clang-format off: one row is one parameter. */
static const struct param target_params[] = {
    {.key = "name",
     .kind = PARAM_TEXT,
     .offset = offsetof(struct world_target, name),
     .unit = "name",
     .meaning = "What the target is called."},
    {.key = "days",
     .kind = PARAM_REAL,
     .offset = offsetof(struct world_target, days),
     .low = 0.01,
     .high = 3650,
     .fallback = NAN,
     .unit = "days",
     .meaning = "Within which the first assessment should begin, counted from referral."},
    {.key = "share",
     .kind = PARAM_REAL,
     .offset = offsetof(struct world_target, share),
     .low = 0,
     .high = 1,
     .fallback = NAN,
     .unit = "share of people seen",
     .meaning = "How many of the people seen must have been seen in time for the target to be met."},
    {.key = "priorities",
     .kind = PARAM_TEXTS,
     .offset = offsetof(struct world_target, priorities),
     .low = 0,
     .high = WORLD_PRIORITIES_MAX,
     .fallback = 0,
     .unit = "names of priorities",
     .meaning = "To whom the target applies; without it to everybody."},
};
/* clang-format on */

const struct param_table world_target_table = {
    .name = "target",
    .meaning = "A promise about waits that results are held against, besides the target of each priority.",
    .size = sizeof(struct world_target),
    .params = target_params,
    .count = sizeof target_params / sizeof target_params[0],
};

const struct world_target *world_target(const struct world *world, size_t index) {
    return (const struct world_target *)world->targets.rows + index;
}

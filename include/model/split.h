/* model/split.h - why a total differs between two scenarios: the difference taken apart person by person.
 * Both scenarios hold the same people with the same fate, so each person's own difference has a reason; the parts sum to
 * the whole difference. Hours that only come later, or never because the person died first, are told apart from hours
 * that are not needed. */
#ifndef MODEL_SPLIT_H
#define MODEL_SPLIT_H

#include <stdbool.h>
#include <stddef.h>

#include "model/model.h"

enum { MODEL_PARTS_MAX = 8 };

/* One reason. */
struct model_part {
    const char *key, *name;
    const char *meaning; /* one sentence */
    bool is_no_saving;   /* less for this reason only means that people go without */
};

/* One total that is taken apart. */
struct model_split {
    const char *measure; /* key: its total for all, over the study window */
    const struct model_part *parts;
    size_t part_count;
};

/* All splits; *count receives how many. */
const struct model_split *model_splits(size_t *count);

/* The people of a model will be compared: from its next run on it keeps what that takes of everybody who needs care, is
 * assessed a second time or stays in hospital too long. */
void model_split_expect(struct model *model);

/* The parts of one split in the last replication that both models ran since that was expected of them, other less baseline,
 * in the unit of the measure.
 *   parts  receives part_count values */
void model_split_parts(const struct model *baseline, const struct model *other, size_t split, double *parts);

#endif

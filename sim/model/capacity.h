/* model/capacity.h - changes of staff on their dates, and people who fall ill, leave, come back (inside the model only). */
#ifndef SIM_MODEL_CAPACITY_H
#define SIM_MODEL_CAPACITY_H

#include "state.h"

/* The posts of all teams, for a new model; freed with model->posts. */
void model_capacity_make(struct model *model);

/* At the beginning of a run: who is absent then, and everything that is dated. */
void model_capacity_begin(struct model *model);

/* A team's staff changes. */
void model_capacity_change(struct model *model, uint32_t team);

/* A stretch of presence or absence ends.
 *   subject  number of the post times WORLD_ABSENCES, plus the kind of absence */
void model_capacity_turn(struct model *model, uint32_t subject);

#endif

/* model/target.h - holding waits against the targets that the world names (inside the model only). */
#ifndef SIM_MODEL_TARGET_H
#define SIM_MODEL_TARGET_H

#include "state.h"

/* Somebody is seen after a wait [s]; people in hospital are under no target. */
void model_target_count(struct model *model, const struct model_contact *contact, des_time waited);

#endif

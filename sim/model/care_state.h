/* model/care_state.h - where somebody is on the way to funded care, and what is counted there (inside the model only). */
#ifndef SIM_MODEL_CARE_STATE_H
#define SIM_MODEL_CARE_STATE_H

#include "state.h"

/* From now on the person is in this state, with so many hours a week. */
void model_care_state_enter(struct model *model, uint32_t person, enum model_care state, double hours);

#endif

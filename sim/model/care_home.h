/* model/care_home.h - care homes: where a need for care at home may end (inside the model only). */
#ifndef SIM_MODEL_CARE_HOME_H
#define SIM_MODEL_CARE_HOME_H

#include "state.h"

/* A need for home care has ended before death: the person may go to a care home. */
void model_care_home_try(struct model *model, uint32_t person);

/* The stay is over. */
void model_care_home_leave(struct model *model, uint32_t person);

/* A resident of a care home on day one. */
void model_care_home_enrol(struct model *model, uint32_t person);

#endif

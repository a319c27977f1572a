/* model/incidence.h - counting ways out of the lists (inside the model only). */
#ifndef SIM_MODEL_INCIDENCE_H
#define SIM_MODEL_INCIDENCE_H

#include "model/incidence.h"
#include "state.h"

/* A referral for assessment leaves its list now, for a cause. Call before the contact is closed. */
void model_incidence_leave(struct model *model, const struct model_contact *contact, enum model_cause cause);

/* The run ends: whoever still waits is censored. */
void model_incidence_end(struct model *model);

#endif

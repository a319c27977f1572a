/* model/visit.h - travel, and visits in vain (inside the model only). */
#ifndef SIM_MODEL_VISIT_H
#define SIM_MODEL_VISIT_H

#include "state.h"

/* Travel there and back [hours]: of the visit that succeeds, and on average with those in vain before it. */
double model_visit_travel_hours(const struct model *model, const struct model_contact *contact);
double model_visit_expected_travel_hours(const struct model *model, const struct model_contact *contact);

/* Will the visit for which a crew is ready be in vain? */
bool model_visit_is_missed(struct model *model, const struct model_contact *contact);

/* Opens the errand on which the crew loses its travel; the contact waits on with the clock it has. */
uint32_t model_visit_miss(struct model *model, uint32_t contact);

#endif

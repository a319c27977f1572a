/* model/assessment.h - what an assessment is counted as, what it finds and sets going (inside the model only). */
#ifndef SIM_MODEL_ASSESSMENT_H
#define SIM_MODEL_ASSESSMENT_H

#include "state.h"

/* A crew begins an assessment.
 *   hours  of each member of the crew */
void model_assessment_begin(struct model *model, uint32_t contact, double hours);

/* An assessment, or commissioning, has ended. */
void model_assessment_end(struct model *model, uint32_t contact);

#endif

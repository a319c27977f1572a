/* model/work.h - staff at work: who takes what next, how long it takes, when it ends (inside the model only). */
#ifndef SIM_MODEL_WORK_H
#define SIM_MODEL_WORK_H

#include "state.h"

/* Gives work to everybody in a team who is free and on duty, as long as some waits that they can do. */
void model_work_dispatch(struct model *model, size_t team);

/* A crew has ended a contact. */
void model_work_complete(struct model *model, uint32_t contact);

/* Staff time that a referral will take: screening still to be done, the assessment by its whole crew, and the follow-ups
 * of what it covers; missed visits at their mean [s]. */
double model_work_offered(struct model *model, const struct model_contact *contact);

/* Enters the work of everybody who is busy up to now. */
void model_work_bring_up_to_date(struct model *model);

#endif

/* model/work.h - staff at work: who takes what next, how long it takes, when it ends (inside the model only). */
#ifndef SIM_MODEL_WORK_H
#define SIM_MODEL_WORK_H

#include "state.h"

/* Gives work to everybody in a team who is free and on duty, as long as some waits that they can do. */
void model_work_dispatch(struct model *model, size_t team);

/* A crew has ended a contact. */
void model_work_complete(struct model *model, uint32_t contact);

/* Staff time that a contact will take [s]: an assessment by its whole crew, with the screening still to be done and the
 * follow-ups of what it covers, commissioning, or those follow-ups of a need that are left; missed visits at their mean. */
double model_work_offered(struct model *model, struct model_contact *contact);

/* Enters the work of everybody who is busy up to now; the second, of a team whose staff is about to change. Work beyond
 * the hours of a post, or of a post that has gone, counts neither as work nor as time on duty. */
void model_work_bring_up_to_date(struct model *model);
void model_work_bring_team_up_to_date(struct model *model, size_t team);

#endif

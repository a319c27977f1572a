/* model/caseload.h - how many people are under way in each team (inside the model only). */
#ifndef SIM_MODEL_CASELOAD_H
#define SIM_MODEL_CASELOAD_H

#include "state.h"

/* A contact is under way from now: an assessment that has begun, or follow-ups until they are finished. Somebody with
 * several in one team counts there once. */
void model_caseload_join(struct model *model, uint32_t contact);

/* It ends; does nothing for a contact that is not under way. */
void model_caseload_leave(struct model *model, uint32_t contact);

#endif

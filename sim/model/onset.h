/* model/onset.h - when somebody who is followed comes to need care (inside the model only). */
#ifndef SIM_MODEL_ONSET_H
#define SIM_MODEL_ONSET_H

#include "state.h"

/* Brings the gathered hazard up to now at the rate that held so far. Call before needs change. */
void model_onset_gather(struct model *model, struct model_person *person);

/* Schedules the onset at the rate that holds from now, if it falls inside the person's window. Call after. */
void model_onset_schedule(struct model *model, uint32_t person);

#endif

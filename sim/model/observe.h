/* model/observe.h - closing a period of the accounts, and the histograms when the run is over (inside the model only). */
#ifndef SIM_MODEL_OBSERVE_H
#define SIM_MODEL_OBSERVE_H

#include "state.h"

/* Brings everything that lasts up to now into the accounts: staff time worked and on offer, cost, lists as they stand.
 * Then the period is closed and the next one begins. */
void model_observe_close_period(struct model *model);

/* The run is over: what was counted for those of one kind was counted for all. Call it once, behind model_incidence_end,
 * which counts those who still wait. */
void model_observe_end(struct model *model);

#endif

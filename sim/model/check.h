/* model/check.h - what must hold after every event (inside the model only). */
#ifndef SIM_MODEL_CHECK_H
#define SIM_MODEL_CHECK_H

#include "state.h"

/* Aborts on the first invariant that does not hold: people in are people out and people inside; the same for the
 * referrals of every team; lists hold who waits, rosters who works; levels are what can be counted. */
void model_check_all(const struct model *model);

#endif

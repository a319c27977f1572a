/* model/journey.h - the clock of the whole way from first contact to the last help, beside the clocks of referrals
 * (inside the model only).
 * A journey begins when something is opened for somebody for whom nothing was, and is over when nothing is open any
 * more. Its length runs to the last event that helped: what came behind, in vain, is no part of it. */
#ifndef SIM_MODEL_JOURNEY_H
#define SIM_MODEL_JOURNEY_H

#include "state.h"

/* Something of a person has changed on which the stage depends: contacts, the way to care, being in hospital. The
 * journey is looked at when the event is over, so it does not matter in which order things change. */
void model_journey_touch(struct model *model, uint32_t person);

/* A wait for an assessment begins (+1) or ends (-1); the stage depends on that too. */
void model_journey_wait(struct model *model, uint32_t person, int change);

/* Somebody who is here when the run begins has been on the journey since then. Call when what is open has been opened. */
void model_journey_resume(struct model *model, uint32_t person, des_time since);

/* An event is over: looks at the journeys of all who were touched. */
void model_journey_settle(struct model *model);

/* Something has helped: a need was met, by advice too; a package started or was prevented. */
void model_journey_help(struct model *model, uint32_t person);

/* The record is about to be given back: whatever journey is open is over. */
void model_journey_end(struct model *model, uint32_t person);

/* Where somebody stands, by what is open now. */
enum model_stage model_journey_stage(const struct model_person *person);

#endif

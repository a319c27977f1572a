/* model/tally.h - what is kept of every person who needed care, so that scenarios can be compared person by person
 * (inside the model only). All within the study window. Where nobody will compare, nothing is kept. */
#ifndef SIM_MODEL_TALLY_H
#define SIM_MODEL_TALLY_H

#include "state.h"

/* The need for care of a person has begun, now or again: its hours and end are those that stand in the record. */
void model_tally_begin(struct model *model, uint32_t person);

/* Enters the time up to now in the state of care in which the person still is. Call before it changes. */
void model_tally_care(struct model *model, struct model_person *person);

/* Somebody is assessed by another organisation than the first. */
void model_tally_second(struct model *model, struct model_person *person);

/* Enters the time up to now of a delayed discharge. Call before its cause changes. */
void model_tally_delay(struct model *model, struct model_person *person);

/* The person goes: what was entered is kept for the comparison. */
void model_tally_close(struct model *model, struct model_person *person);

/* The run is over: closes everybody who is still there, and puts all in order of their numbers. */
void model_tally_finish(struct model *model);

#endif

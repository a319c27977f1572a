/* model/use.h - what staff time is used for (inside the model only). */
#ifndef SIM_MODEL_USE_H
#define SIM_MODEL_USE_H

#include "state.h"

/* Enters staff time worked on a contact, divided between the work and the travel in proportion, and takes it off what
 * the team has to spare.
 *   seconds  of the whole crew */
void model_use_enter(struct model *model, const struct model_contact *contact, double seconds);

/* Enters staff time on duty: to spare, as far as it is not worked. */
void model_use_offer(struct model *model, size_t team, double seconds);

#endif

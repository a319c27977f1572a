/* model/use.h - what staff time is used for (inside the model only). */
#ifndef SIM_MODEL_USE_H
#define SIM_MODEL_USE_H

#include "state.h"

/* Enters staff time worked on a contact, divided between the work and the travel in proportion.
 *   seconds  of the whole crew */
void model_use_enter(struct model *model, const struct model_contact *contact, double seconds);

/* The period ends: of the staff time of a role on duty in it, what was not worked was to spare. Call when all work up to
 * now has been entered. */
void model_use_offer(struct model *model, size_t team, unsigned role, double seconds);

#endif

/* model/fingerprint.h - a number that stands for every event of a run (inside the model only). */
#ifndef SIM_MODEL_FINGERPRINT_H
#define SIM_MODEL_FINGERPRINT_H

#include "state.h"

/* No event yet. */
void model_fingerprint_clear(struct model *model);

/* Takes an event in, and tells whoever follows. Call before its effects, while its subject is there. */
void model_fingerprint_take(struct model *model, const struct des_event *event);

#endif

/* model/watch.h - telling a watcher what happens (inside the model only). */
#ifndef SIM_MODEL_WATCH_H
#define SIM_MODEL_WATCH_H

#include "state.h"

void model_watch_tell(const struct model *model, enum model_fact fact, const struct model_person *person);

#endif

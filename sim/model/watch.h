/* model/watch.h - telling a watcher what happens (inside the model only). */
#ifndef SIM_MODEL_WATCH_H
#define SIM_MODEL_WATCH_H

#include "state.h"

/* Something happens to a person. */
void model_watch_tell(const struct model *model, enum model_fact fact, const struct model_person *person);

/* Something that lasts begins or ends for a person.
 *   instance  its number, from model_watch_instance; 0 when it has none */
void model_watch_span(const struct model *model, enum model_fact fact, const struct model_person *person,
                      uint32_t instance, enum model_reason reason);

/* Waiting or work begins or ends; nothing is told of a contact that has lost its person. What begins gets a number. */
void model_watch_contact(struct model *model, enum model_fact fact, uint32_t contact, enum model_reason reason);

/* A number for something that lasts. */
uint32_t model_watch_instance(struct model *model);

/* The run is over: so is everything that lasts. */
void model_watch_over(struct model *model);

#endif

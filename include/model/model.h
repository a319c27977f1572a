/* model/model.h - what happens: people and teams, event by event. The one place where the world meets the service.
 * A model holds the state of one replication of one scenario; it is used for one replication after another and keeps
 * its memory. It never touches a file, and once made it cannot fail. */
#ifndef MODEL_MODEL_H
#define MODEL_MODEL_H

#include <stdbool.h>
#include <stdint.h>

#include "engine/histogram.h"
#include "model/inputs.h"

struct model;

/* A model of a scenario. inputs is borrowed and outlives it. The caller frees it with model_free. */
struct model *model_new(const struct model_inputs *inputs);
void model_free(struct model *model);

/* Runs one replication from its beginning to the end of the study window.
 *   replication  its number, from 1; all its random numbers follow from it and the seed
 *   checked      check every invariant after every event; aborts on the first that does not hold (slow) */
void model_run(struct model *model, uint32_t replication, bool checked);

/* Of the last replication run: people who came (those of day one included), and events that happened. */
uint64_t model_persons(const struct model *model);
uint64_t model_events(const struct model *model);

/* Fingerprint of every event of the last replication run, in order: its time, kind, person and team. Two runs in which all
 * of these are the same have the same one; two that differ share one with a chance of about 2^-64. During a run: of the
 * events so far. */
uint64_t model_fingerprint(const struct model *model);

/* Waits to first assessment of people seen in the study window; subjects as in model_wait_subjects. Borrowed. */
const struct des_histogram *model_waits(const struct model *model);

#endif

/* tests/model/random_trial.h - a random scenario tried in a process of its own: every invariant after every event, and what
 * must hold of its results. */
#ifndef TESTS_MODEL_RANDOM_TRIAL_H
#define TESTS_MODEL_RANDOM_TRIAL_H

#include "tests/model/random_scenario.h"

enum random_verdict {
    RANDOM_HOLDS,
    RANDOM_REFUSED, /* with complaints that name a place */
    RANDOM_BREAKS
};

/* Tries a scenario. What a process says that breaks, or the complaints, go to words.
 *   words  may be NULL */
enum random_verdict random_trial(const struct random_scenario *scenario, FILE *words);

#endif

/* tests/model/valley.h - the valley, and one change laid over it. */
#ifndef TESTS_MODEL_VALLEY_H
#define TESTS_MODEL_VALLEY_H

#include "tests/model/fixture.h"

static const char *const valley = "tests/scenarios/valley.cfg";
enum { REPLICATIONS = 6 };

/* The valley with each of two overlays, the first of which is the baseline. */
static inline void two(struct trial *trial, const char *baseline, const char *changed) {
    trial_run(trial, valley, REPLICATIONS, (const char *const[]){baseline, changed, NULL});
}

#endif

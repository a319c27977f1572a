/* tests/model/watch.h - what a watcher's note is about. */
#ifndef TESTS_MODEL_WATCH_H
#define TESTS_MODEL_WATCH_H

#include <string.h>

#include "model/watch.h"

/* Of a list for assessment: not of follow-ups, commissioning, screening or visits in vain. */
static inline bool watch_is_of_assessment(const struct model_note *note) {
    static const char *const works[] = {"first assessment", "second assessment", "handover"};
    bool is_one = false;
    for (size_t i = 0; note->work != NULL && i < sizeof works / sizeof works[0]; i++) {
        is_one = is_one || strcmp(note->work, works[i]) == 0;
    }
    return is_one;
}

#endif

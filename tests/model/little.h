/* tests/model/little.h - Little's law as an identity: lists times the time for which they stood are the waits of those who
 * stood on them. Waits are added up from what a watcher is told, lists are measures. */
#ifndef TESTS_MODEL_LITTLE_H
#define TESTS_MODEL_LITTLE_H

#include "model/measure.h"
#include "tests/model/fixture.h"
#include "tests/model/watch.h"

/* What was told about the lists of assessment, of one team or of all. Each wait is an end less a beginning, so the waits
 * sum to the one sum less the other, whichever belong together; what lies before the window counts as its beginning, and
 * whoever is there at the end leaves then. A referral that moves ends one wait and begins another. */
struct little {
    uint32_t team; /* MODEL_NO_TEAM: of all */
    uint64_t joined, seen, left, moved;
    des_time joined_at, ended_at; /* [s] sums */
};

static inline void little_end(struct little *little, const struct model_note *note, des_time at) {
    if (note->reason == MODEL_REASON_OVER) {
        return; /* they are inside */
    }
    little->seen += note->reason == MODEL_REASON_SEEN;
    little->moved += note->reason == MODEL_REASON_MOVED;
    little->left += note->reason != MODEL_REASON_SEEN && note->reason != MODEL_REASON_MOVED;
    little->ended_at += at;
}

static inline void little_note(void *context, const struct model_note *note) {
    struct little *little = context;
    const des_time at = note->time < 0 ? 0 : note->time;
    if (!watch_is_of_assessment(note) || (little->team != MODEL_NO_TEAM && little->team != note->team)) {
        return;
    }
    if (note->fact == MODEL_FACT_WAIT_BEGINS) {
        little->joined++;
        little->joined_at += at;
    } else if (note->fact == MODEL_FACT_WAIT_ENDS) {
        little_end(little, note, at);
    }
}

static inline uint64_t little_inside(const struct little *little) {
    return little->joined - little->seen - little->left - little->moved;
}

/* [people x seconds] inside the study window. */
static inline double little_waited(const struct little *little, des_time end) {
    const double inside = (double)little_inside(little) * (double)end;
    return (double)(little->ended_at - little->joined_at) + inside;
}

/* The same from the measure, of one team or of every team together. */
static inline double little_listed(const struct model *model, const struct model_inputs *inputs, const char *team) {
    struct model_column *columns;
    double people = 0;
    const size_t count = model_columns(inputs, &columns);
    for (size_t c = 0; c < count; c++) {
        if (strcmp(columns[c].measure->key, "list_people") == 0 && columns[c].dimension == MODEL_TEAM &&
            (team == NULL || strcmp(columns[c].subject_name, team) == 0)) {
            people += model_column_value(model, &columns[c], 0, inputs->months - 1);
        }
    }
    model_columns_free(columns, count);
    return people * (double)inputs->end;
}

#endif

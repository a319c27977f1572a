/* tests/model/little.h - Little's law as an identity: lists times the time for which they stood are the waits of those who
 * stood on them. Waits are added up from what a watcher is told, lists are measures. */
#ifndef TESTS_MODEL_LITTLE_H
#define TESTS_MODEL_LITTLE_H

#include "model/measure.h"
#include "model/watch.h"
#include "tests/model/fixture.h"

/* What was told about the lists of assessment. Each wait is a leaving less a
 * joining, so the waits sum to the one sum less the other, whichever belong together; what lies before the window counts
 * as its beginning, and whoever is there at the end leaves then. */
struct little {
    uint64_t joined, seen, left;
    des_time joined_at, seen_at, left_at; /* [s] sums */
};

static inline void little_note(void *context, enum model_fact fact, uint32_t person, des_time time) {
    struct little *little = context;
    const des_time at = time < 0 ? 0 : time;
    (void)person;
    if (fact == MODEL_FACT_REFERRED) {
        little->joined++;
        little->joined_at += at;
    } else if (fact == MODEL_FACT_ASSESSED) {
        little->seen++;
        little->seen_at += at;
    } else if (fact == MODEL_FACT_LEFT) {
        little->left++;
        little->left_at += at;
    }
}

static inline uint64_t little_inside(const struct little *little) {
    return little->joined - little->seen - little->left;
}

/* [people x seconds] inside the study window. */
static inline double little_waited(const struct little *little, des_time end) {
    const double inside = (double)little_inside(little) * (double)end;
    return (double)(little->seen_at + little->left_at - little->joined_at) + inside;
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

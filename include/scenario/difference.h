/* scenario/difference.h - what two scenarios have different, key by key.
 * Compared is what holds: a key that is absent has its default, a constant is a number, and data files are the same when
 * they hold the same. Values are told as a file writes them, so that "path=value" is a setting (see scenario/setting.h)
 * that takes the difference away. */
#ifndef SCENARIO_DIFFERENCE_H
#define SCENARIO_DIFFERENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/param.h"
#include "scenario/scenario.h"

enum scn_difference_kind {
    SCN_DIFFERENCE_VALUE, /* of a key, a distribution or a list as a whole */
    SCN_DIFFERENCE_ROW,   /* a row of a list that only one of them has */
    SCN_DIFFERENCE_ORDER  /* rows that both have stand in another order */
};

struct scn_difference {
    enum scn_difference_kind kind;
    char *path; /* of the key, of the row, or of the list in another order */
    const struct param *param;
    char *values[2]; /* in the first and in the second; NULL: absent. In another order: names with commas between */
    bool is_default[2];
};

struct scn_difference_list {
    struct scn_difference *differences; /* in the order of the tables */
    size_t count, capacity;
};

/* Finds every difference between two scenarios that were read without faults.
 *   list  freed by the caller with scn_difference_list_free */
void scn_difference_find(const struct scn_scenario *first, const struct scn_scenario *second,
                         struct scn_difference_list *list);
void scn_difference_list_free(struct scn_difference_list *list);

#endif

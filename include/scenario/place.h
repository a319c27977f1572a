/* scenario/place.h - where scenario files give a key, with the comment that speaks for it. */
#ifndef SCENARIO_PLACE_H
#define SCENARIO_PLACE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "scenario/key.h"

/* A comment, and where it stands to what it speaks for. */
struct scn_remark {
    char *text;
    unsigned line; /* of what it stands beside or above; 0: it is the head of the file */
    bool is_above;
};

struct scn_place {
    char *path; /* of the key, with the row of every list */
    char *value;
    char *file;
    unsigned line;
    struct scn_remark *remarks; /* the nearest first; the last one names a grade, or there is none that does */
    size_t remark_count, remark_capacity;
    char *source;  /* of a row that has a key 'source', in place of remarks; NULL: it has none */
    bool *is_held; /* [scenarios asked about]: it is this one that holds there, and no file over it says otherwise */
};

struct scn_place_list {
    struct scn_place *places;
    size_t count, capacity;
};

/* Finds every place in scenario files, and in those that they extend, where a key is given. Groups have no place of their
 * own; of a list whose rows have names these are its value.
 *   scenarios  [count] paths
 *   list       freed by the caller with scn_place_list_free whatever came of it
 * Returns false after complaints of files that cannot be read. */
bool scn_place_find(const struct scn_key *key, const char *const *scenarios, size_t count, struct scn_place_list *list,
                    struct err_list *err);
void scn_place_list_free(struct scn_place_list *list);

#endif

/* scenario/key.h - a key that a scenario file may have: its path and the row of a parameter table behind it. */
#ifndef SCENARIO_KEY_H
#define SCENARIO_KEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/err.h"
#include "base/param.h"
#include "scenario/path.h"

struct scn_key {
    struct scn_path path;
    const struct param *param; /* of the key, or of the distribution that has it */
    bool is_part;              /* the last step is a key of the distribution that stands there: "mean" */
};

/* Keys found; freed with scn_key_list_free. */
struct scn_key_list {
    struct scn_key *keys;
    size_t count, capacity;
};

/* Finds the one key at a whole path; every fault is a complaint with the nearest name.
 *   file  named in complaints in place of a file
 *   key   with a path of its own, which the caller frees with scn_path_free; written on success only */
bool scn_key_find(const struct scn_path *path, const char *file, struct scn_key *key, struct err_list *err);

/* Finds the key at a whole path or, where there is none, every key whose path ends like this one: "staff.fte", "fte".
 *   list  freed by the caller whatever came of it
 * Returns false after a complaint that names the nearest key. */
bool scn_key_search(const struct scn_path *path, struct scn_key_list *list, struct err_list *err);

void scn_key_list_free(struct scn_key_list *list);

/* Prints what a key may hold ("0 to 1000", "fifo, priority"), and what holds without it ("365", "must be given"). */
void scn_key_allowed_print(FILE *out, const struct param *param);
void scn_key_default_print(FILE *out, const struct param *param);

/* Prints a range: "0 to 1000", "0 to any" without an upper end. */
void scn_key_range_print(FILE *out, double low, double high);

#endif

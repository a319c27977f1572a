/* scenario/overlay.h - a scenario file laid over the one that it extends, and that over the next. */
#ifndef SCENARIO_OVERLAY_H
#define SCENARIO_OVERLAY_H

#include <stdbool.h>

#include "base/err.h"
#include "base/param.h"
#include "file.h"
#include "node.h"

/* Reads a file and all that it extends into one tree without `extends` and `drop`.
 *   table  of the top level; says by which key the rows of a list are known
 *   files  receives every file read; the tree borrows its paths
 *   root   written always; the caller frees it with scn_node_free
 * Returns false when a file could not be read, so that much would seem to be missing. Other
 * complaints leave a tree that may be looked through for more. */
bool scn_overlay_read(const char *path, const struct param_table *table, struct scn_file_list *files,
                      struct scn_node *root, struct err_list *err);

#endif

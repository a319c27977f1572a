/* scenario/parse.h - one scenario file into a tree, by libconfig. */
#ifndef SCENARIO_PARSE_H
#define SCENARIO_PARSE_H

#include <stdbool.h>

#include "base/err.h"
#include "file.h"
#include "node.h"

/* Reads one file; what it extends is not followed.
 *   path   borrowed by the tree: must outlive it
 *   asker  who wants the file
 *   root   written on success only: a group, freed by scn_node_free
 * Returns false after a complaint. */
bool scn_parse(const char *path, struct scn_file_asker asker, struct scn_node *root, struct err_list *err);

/* Reads one value as a file would write it behind a '=': 3, "text", [ 1, 2 ], { mean = 3; }.
 *   label  named in complaints in place of a file, borrowed by the value: must outlive it
 *   value  written on success only: without a name, freed by scn_node_free
 * Returns false after a complaint. */
bool scn_parse_value(const char *text, const char *label, struct scn_node *value, struct err_list *err);

#endif

/* scenario/inputs.h - the data files that a scenario names: found, read, checked against the rest of it. */
#ifndef SCENARIO_INPUTS_H
#define SCENARIO_INPUTS_H

#include "file.h"
#include "node.h"
#include "scenario/scenario.h"

/* Does the key name a data file?
 *   key  NULL: none */
bool scn_inputs_is_file(const char *key);

/* Where the data file is that a text names: beside the file that says it, or as the command line says. The caller frees
 * it. */
char *scn_inputs_path(const struct scn_node *node);

/* Reads the data files into the world; those that are not named, or whose lists are faulty, are passed over.
 *   root      the overlaid tree
 *   scenario  its groups have been read from the tree
 *   files     receives the paths */
void scn_inputs_read(const struct scn_node *root, struct scn_scenario *scenario, struct scn_file_list *files,
                     struct err_list *err);

#endif

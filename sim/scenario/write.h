/* scenario/write.h - a tree as text in libconfig's own form. */
#ifndef SCENARIO_WRITE_H
#define SCENARIO_WRITE_H

#include "node.h"

/* The text of a group, which reads back as the same tree: keys in the tree's order, reals that
 * round-trip, texts escaped. Keys that end in "_file" name data files: their folder is left out,
 * so that the text can be read again beside copies of the data. The caller frees it. */
char *scn_write(const struct scn_node *root);

#endif

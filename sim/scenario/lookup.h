/* scenario/lookup.h - rows of a parameter table, and the rows of a list in a file, by their names. */
#ifndef SCENARIO_LOOKUP_H
#define SCENARIO_LOOKUP_H

#include "base/param.h"
#include "node.h"

/* The row of a table with that key, or NULL; a table may be NULL. */
const struct param *scn_lookup_param(const struct param_table *table, const char *key);

/* The key by which rows of a list are known ("name" without a table), or NULL when rows of this table are not known by
 * any. */
const char *scn_lookup_identity(const struct param_table *table);

/* What stands in brackets for a row of a list: its name, or its place from 1. The caller frees it; NULL when the row
 * should have a name and has none. */
char *scn_lookup_row_name(const struct scn_node *list, size_t index, const struct param_table *table);

/* The row of a list that the text in brackets means, or NULL. */
struct scn_node *scn_lookup_row(const struct scn_node *list, const char *row, const struct param_table *table);

#endif

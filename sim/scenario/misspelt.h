/* scenario/misspelt.h - rows that almost have the name of one of the file below. */
#ifndef SCENARIO_MISSPELT_H
#define SCENARIO_MISSPELT_H

#include <stdbool.h>

#include "base/err.h"
#include "base/param.h"
#include "node.h"

/* A row that a file adds to a list of the one that it extends, that lacks what a new row must say and almost has the
 * name of a row below: one slip, one complaint. Tells whether there was one.
 *   table  of the rows */
bool scn_misspelt(const struct scn_node *list, const struct scn_node *row, const struct param_table *table,
                  struct err_list *err);

#endif

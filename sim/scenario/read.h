/* scenario/read.h - fills a struct from a tree by a table of parameters, and frees it by the same table. */
#ifndef SCENARIO_READ_H
#define SCENARIO_READ_H

#include "base/err.h"
#include "base/param.h"
#include "node.h"

/* Reads a group into a struct. Every row of the table is set from its key, or by its default;
 * whatever is missing, unknown, of the wrong type or outside its range is a complaint.
 *   target  all bytes zero before; the caller frees it with scn_read_free, complaints or not */
void scn_read_group(const struct scn_node *group, const struct param_table *table, void *target, struct err_list *err);

/* Frees every text, list and distribution that the table's rows own; the struct itself stays the caller's. */
void scn_read_free(const struct param_table *table, void *target);

#endif

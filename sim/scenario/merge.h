/* scenario/merge.h - one tree laid over another.
 * Groups merge key by key, except distributions that name their family: they replace. Lists of
 * groups merge by the first key of their parameter table when that is a text (by `name` where
 * there is no table): a row of the same name merges, a new one goes behind, drop = true takes
 * one out; an empty list clears. Everything else replaces. A group stands where it was changed last. */
#ifndef SCENARIO_MERGE_H
#define SCENARIO_MERGE_H

#include "base/err.h"
#include "base/param.h"
#include "node.h"

/* Lays one group over another. What upper holds is moved or freed; it is empty afterwards.
 * Dropping what is not there, and a name that stands twice in upper, are complaints.
 *   table  of both groups, or NULL */
void scn_merge(struct scn_node *lower, struct scn_node *upper, const struct param_table *table, struct err_list *err);

#endif

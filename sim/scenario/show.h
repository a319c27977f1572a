/* scenario/show.h - the value of a key on one line, as a file writes it: the same text for the same value. */
#ifndef SCENARIO_SHOW_H
#define SCENARIO_SHOW_H

#include "base/param.h"
#include "node.h"

/* The text of a value, which reads back as the same one. Whole numbers stand for reals that are whole, a number for a
 * constant distribution; groups have their keys in the order of their table, without those that have their default.
 *   param  of the key whose value it is; for a row of a list that of the list
 * The caller frees it. */
char *scn_show_value(const struct scn_node *node, const struct param *param);

/* The text of what holds when the key is absent; NULL when it must be given, or may be absent without anything in its
 * place, and for a group. The caller frees it. */
char *scn_show_default(const struct param *param);

#endif

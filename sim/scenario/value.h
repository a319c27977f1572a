/* scenario/value.h - one value of a file into one field of a struct, as one row of a parameter table says. */
#ifndef SCENARIO_VALUE_H
#define SCENARIO_VALUE_H

#include "base/err.h"
#include "base/param.h"
#include "node.h"

/* Reads a value of any kind but PARAM_GROUP and PARAM_ROWS. After a complaint the field is as it was.
 *   field  where the value goes: the type that belongs to param->kind */
void scn_value_read(const struct scn_node *node, const struct param *param, void *field, struct err_list *err);

/* Sets the field of an absent key to the row's default, or to zero bytes (NAN for a real) when
 * the row is optional.
 * Returns false when the row has no default and must be given; the field is then as it was. */
bool scn_value_default(const struct param *param, void *field);

/* Checks the number of elements of a list; false after a complaint. A range of 0..0 allows any number. */
bool scn_value_count(const struct scn_node *node, const struct param *param, struct err_list *err);

#endif

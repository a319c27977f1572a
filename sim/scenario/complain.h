/* scenario/complain.h - the sentences in which a reader says what is wrong with a value. */
#ifndef SCENARIO_COMPLAIN_H
#define SCENARIO_COMPLAIN_H

#include <stdbool.h>

#include "base/err.h"
#include "base/param.h"
#include "node.h"

/* "'fte': a number was expected, this is a list". */
void scn_complain_type(const struct scn_node *node, const char *expected, struct err_list *err);

/* "'fet' is no parameter of 'staff group'; did you mean 'fte'?" */
void scn_complain_unknown(const struct scn_node *node, const char *group, const char *const *keys, size_t count,
                          struct err_list *err);

/* True when the value lies in the range, both ends included. If not: "'fte' = -3 is outside 0..1000 FTE".
 *   what  e.g. "'fte'" or "the mean of 'weeks'" */
bool scn_complain_range(const struct scn_node *node, const char *what, double value, const struct param *range,
                        struct err_list *err);

/* Reads any number; false after a complaint (no number, infinite). */
bool scn_complain_number(const struct scn_node *node, double *value, struct err_list *err);

#endif

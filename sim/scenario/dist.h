/* scenario/dist.h - distributions as scenario files give them: { dist = "gamma"; mean = 3.0; cv
 * = 0.5; } or a number. */
#ifndef SCENARIO_DIST_H
#define SCENARIO_DIST_H

#include "base/err.h"
#include "base/param.h"
#include "engine/dist.h"
#include "node.h"

/* Reads a distribution; after a complaint dist is left as it was.
 *   param  its range is that of the mean */
void scn_dist_read(const struct scn_node *node, const struct param *param, struct des_dist *dist, struct err_list *err);

#endif

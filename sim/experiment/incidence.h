/* experiment/incidence.h - from counts of ways out of the lists to shares (inside the experiment only). */
#ifndef SIM_EXPERIMENT_INCIDENCE_H
#define SIM_EXPERIMENT_INCIDENCE_H

#include "experiment/study.h"
#include "model/incidence.h"

/* Names the causes and the subjects of a scenario; no bins yet. */
void expt_incidence_init(struct expt_incidence *incidence, const struct model_inputs *inputs);

/* Works the shares out from the counts of all replications, laid out as by model_incidence. Counts without bins (no
 * replication was taken in) leave it as it is. */
void expt_incidence_close(struct expt_incidence *incidence, const struct des_histogram *counts);

#endif

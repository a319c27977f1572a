/* experiment/gather.h - taking the results of replications in, one after another (inside the experiment only). */
#ifndef SIM_EXPERIMENT_GATHER_H
#define SIM_EXPERIMENT_GATHER_H

#include "experiment/study.h"
#include "model/measure.h"
#include "model/model.h"

/* What a study's scenarios are asked for, and the results so far. */
struct expt_gather {
    const struct expt_study *study;
    struct expt_results *results;
    struct model_column **columns;   /* [scenario][column] */
    struct des_histogram *waits;     /* [scenario] of all replications taken in */
    struct des_histogram *incidence; /* [scenario] counts of every way out of the lists, likewise */
    uint32_t taken;                  /* replications in */
};

/* Lays out empty results for all replications of a study. */
void expt_gather_init(struct expt_gather *gather, const struct expt_study *study, struct expt_results *results);

/* Takes in the next replication: one model per scenario, each of which has run it and, where there are several, is
 * prepared for splits. Call in order of replications. */
void expt_gather_take(struct expt_gather *gather, struct model *const *models);

/* Closes the results over the replications taken in; frees what gathering needed. */
void expt_gather_finish(struct expt_gather *gather);

#endif

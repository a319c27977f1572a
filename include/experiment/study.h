/* experiment/study.h - many replications of several scenarios, paired by replication and by person, and what came out,
 * as plain data: names, units and numbers that a writer can use without knowing the model. */
#ifndef EXPERIMENT_STUDY_H
#define EXPERIMENT_STUDY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/inputs.h"
#include "stats/moments.h"
#include "stats/summary.h"

/* One scenario of a study; the first is the baseline. Everything is borrowed. */
struct expt_scenario {
    const char *name;  /* of its file, without folder and ending: "skill-mix" */
    const char *title; /* for people */
    struct model_inputs inputs;
};

struct expt_study {
    const struct expt_scenario *scenarios;
    size_t scenario_count;
    uint32_t first_replication; /* number of the first one, at least 1 */
    uint32_t replications;      /* how many, numbered on from there */
    unsigned threads;           /* at least 1 */
    bool checked;               /* check every invariant after every event (slow) */
};

/* One column of results: a measure of one subject. Texts are owned by the results. */
struct expt_column {
    const char *measure;    /* key: "wait_mean" */
    const char *name;       /* for people: "Wait to first assessment, mean" */
    const char *unit;       /* "days" */
    const char *definition; /* one sentence: formula, clock, window */
    const char
        *dimension; /* "all", "organisation", "team", "locality", "age band", "priority", "stream", "role", "route" */
    const char *subject;  /* "all", or the name of the team, locality, ...; for a role "team / role",
                               for a route "organisation / stream" */
    int better;           /* -1: lower is better, +1: higher is better, 0: neither */
    bool headline;        /* shown in the terminal comparison */
    bool assumed;         /* rests on assumed effect sizes where the scenario has any */
    bool monthly;         /* has a value each month */
    const char *decimals; /* printf format for people: "%.1f" */
};

/* Distribution of waits to first assessment: people seen in the study window, all replications together. */
struct expt_waits {
    double bin_days; /* width of a bin */
    size_t bins;     /* the last takes everything longer */
    size_t subjects;
    const char **dimensions, **names; /* [subject], as in struct expt_column */
    uint64_t *counts;                 /* [subject][bin] */
};

/* How people leave a list, and when: of referrals received in the study window, all replications together, the share
 * that had left by each day since referral, cause by cause. Whoever still waits at the end is censored, not forgotten.
 * Source: Aalen and Johansen (1978), Scandinavian Journal of Statistics 5(3), 141-150. */
struct expt_incidence {
    double bin_days; /* width of a bin */
    size_t bins, cause_count, subjects;
    const char **causes;              /* [cause] "seen", "died", ... */
    const char **dimensions, **names; /* [subject], as in struct expt_column */
    double *shares;                   /* [subject][cause][bin] left by this cause until the end of the bin, 0 to 1 */
    uint64_t *at_risk; /* [subject][bin] who still waited when the bin began; where 0, nothing is known */
};

/* One reason why a total differs between a scenario and the baseline. */
struct expt_part {
    const char *key, *name; /* "held_up", "Held up by waiting"; constant */
    const char *meaning;    /* one sentence */
    bool is_no_saving;      /* less of the total for this reason only means that people go without */
    double *values;         /* [replication] owned; in the unit of the split */
};

/* A difference from the baseline taken apart person by person. In every replication the parts sum to the difference. */
struct expt_split {
    const char *measure, *name, *unit, *decimals; /* as in struct expt_column; borrowed from its tables */
    struct expt_part *parts;                      /* owned */
    size_t part_count;
};

struct expt_outcome {
    const char *name, *title; /* of the scenario */
    struct expt_column *columns;
    size_t column_count;
    size_t *order;               /* [column] owned: columns by name; NULL: they are looked through one by one */
    double *values;              /* [column][replication] over the study window; NAN where it does not exist */
    uint64_t *fingerprints;      /* [replication] of every event, see model_fingerprint */
    struct stat_moments *years;  /* [column][year] over replications; empty for what has no yearly value */
    struct stat_moments *months; /* [column][month] over replications; empty unless the column is monthly */
    struct expt_waits waits;
    struct expt_incidence incidence;
    struct expt_split *splits; /* owned; none for the baseline */
    size_t split_count;
    uint64_t persons, events; /* simulated, all replications */
    bool has_effect;          /* some team has an assumed effect on care */
};

struct expt_results {
    struct expt_outcome *outcomes; /* [scenario], in the study's order */
    size_t outcome_count;
    uint32_t first_replication;     /* its number: [0] is the first that was run */
    uint32_t replications;          /* finished */
    size_t month_count, year_count; /* of the study window */
    char (*months)[8];              /* "2014-01" */
    int *years;                     /* 2014, ...: twelve months each, from the start date */
};

/* Told after each finished replication, from one thread at a time.
 * Returns false to stop the study: what is finished is kept. */
typedef bool expt_progress(void *context, uint32_t finished, uint32_t total);

/* Runs the study. Replications are shared out among threads and gathered in order, so the results do not depend on how
 * many threads there are.
 *   progress  may be NULL
 * The caller frees the results with expt_results_free. */
void expt_study_run(const struct expt_study *study, expt_progress *progress, void *context,
                    struct expt_results *results);
void expt_results_free(struct expt_results *results);

/* Sorts the columns of an outcome, so that one is found soon among hundreds of thousands. */
void expt_column_sort(struct expt_outcome *outcome);

/* The column of that measure and subject in an outcome; -1 when it has none. */
int expt_column_find(const struct expt_outcome *outcome, const char *measure, const char *dimension,
                     const char *subject);

/* Over the study window, over replications. */
struct stat_summary expt_column_summary(const struct expt_results *results, size_t outcome, size_t column);

/* A scenario against the baseline (outcome 0), paired by replication. */
struct expt_difference {
    bool exists;                    /* the baseline has the same measure of the same subject */
    struct stat_summary difference; /* scenario minus baseline */
    double probability_better;      /* NAN when neither direction is better */
};
struct expt_difference expt_column_difference(const struct expt_results *results, size_t outcome, size_t column);

/* One part of a split, over replications. */
struct stat_summary expt_part_summary(const struct expt_results *results, const struct expt_part *part);

#endif

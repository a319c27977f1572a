/* model/measure.h - the table of measures: name, unit, definition and formula of everything that is reported.
 * Headers, documentation and the dictionary of measures are printed from it. A measure is reported for several kinds of
 * subject (all, each team, each priority, ...); one measure of one subject is a column. */
#ifndef MODEL_MEASURE_H
#define MODEL_MEASURE_H

#include <stdbool.h>
#include <stddef.h>

#include "model/inputs.h"
#include "model/model.h"

/* Kinds of subject. */
enum model_dimension {
    MODEL_ALL,
    MODEL_ORGANISATION,
    MODEL_TEAM,
    MODEL_LOCALITY,
    MODEL_BAND,
    MODEL_PRIORITY,
    MODEL_STREAM,
    MODEL_STAFF,     /* a role in a team */
    MODEL_ROUTE,     /* an organisation and the way in by which people came to it */
    MODEL_WAIT_BAND, /* how long somebody has waited */
    MODEL_TARGET,    /* a promise about waits */
    MODEL_DIMENSIONS
};

/* What the kind is called in results: "all", "organisation", "team", "locality", "age band", "priority", "stream",
 * "role", "route", "wait band", "target". */
const char *model_dimension_name(enum model_dimension dimension);

struct model_formula; /* private: how it is worked out from the accounts */

struct model_measure {
    const char *key, *name, *unit, *definition;
    const char *decimals; /* printf format for people */
    int better;           /* -1: lower is better, +1: higher, 0: neither */
    unsigned dimensions;  /* mask of 1u << enum model_dimension */
    bool headline;        /* belongs in the terminal comparison */
    bool assumed;         /* rests on the effect sizes of teams that have an effect on care */
    bool monthly;         /* reported by month too */
    const struct model_formula *formula;
};

/* The whole table; *count receives its length. */
const struct model_measure *model_measures(size_t *count);

/* One measure of one subject. */
struct model_column {
    const struct model_measure *measure;
    enum model_dimension dimension;
    size_t subject;
    char *subject_name; /* owned */
};

/* All columns of a scenario, in the order of the table. The caller frees them with model_columns_free. */
size_t model_columns(const struct model_inputs *inputs, struct model_column **columns);
void model_columns_free(struct model_column *columns, size_t count);

/* Value of a column in the last replication run, over months first to last of the study window (0: the first month).
 * NAN where it does not exist (no one was seen). A measure made from the distribution of waits exists over the whole
 * study window only. */
double model_column_value(const struct model *model, const struct model_column *column, size_t first_month,
                          size_t last_month);

/* Whom the histograms of model_waits are about: dimension and name of each subject, as columns of the measure
 * "wait_mean". The caller frees as above. */
size_t model_wait_subjects(const struct model_inputs *inputs, struct model_column **subjects);

#endif

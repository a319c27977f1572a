/* model/incidence.h - how people leave the waiting lists, and after how many days: counts of every way out, from which
 * cumulative incidence with competing causes is estimated. Of referrals for assessment received in the study window;
 * those for people in hospital are not among them. */
#ifndef MODEL_INCIDENCE_H
#define MODEL_INCIDENCE_H

#include "engine/histogram.h"
#include "model/measure.h"

/* Ways out of a list. */
enum model_cause {
    MODEL_CAUSE_SEEN,
    MODEL_CAUSE_DIED,
    MODEL_CAUSE_ADMITTED, /* to hospital */
    MODEL_CAUSE_LEFT,     /* resolved, by itself or by advice; declined or taken back */
    MODEL_CAUSES
};

/* "seen", "died", "admitted", "left". */
const char *model_cause_name(enum model_cause cause);

/* About whom the counts are kept, as columns; the caller frees them with model_columns_free. */
size_t model_incidence_subjects(const struct model_inputs *inputs, struct model_column **subjects);

/* Counts of the last replication run, [cause][subject][day]; behind the causes, as cause MODEL_CAUSES, those who still
 * waited at the end, by the day they had reached. Borrowed. */
const struct des_histogram *model_incidence(const struct model *model);

#endif

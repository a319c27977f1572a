/* model/formula.h - how a measure is worked out from the accounts (inside the model only). */
#ifndef SIM_MODEL_FORMULA_H
#define SIM_MODEL_FORMULA_H

#include "account.h"

enum model_formula_kind {
    FORMULA_RATIO,              /* one account over another */
    FORMULA_RATE,               /* an account per year */
    FORMULA_LEVEL,              /* a level on average over the window */
    FORMULA_COST,               /* what is paid, per year */
    FORMULA_PRESENT,            /* what is paid in all, discounted to the start date */
    FORMULA_QUANTILE,           /* of the distribution of waits */
    FORMULA_JOURNEY_QUANTILE,   /* of the distribution of journeys */
    FORMULA_BETWEEN_LOCALITIES, /* one account over another: the largest among the localities over the smallest */
    FORMULA_BETWEEN_BANDS       /* the same among the age bands */
};

/* What is paid for, as a mask. */
enum { COST_STAFF = 1, COST_HOME_CARE = 2, COST_CARE_HOMES = 4, COST_BEDS = 8, COST_ALL = 15 };

struct model_formula {
    enum model_formula_kind kind;
    enum model_account account, over; /* over: ratios only */
    double scale, share;              /* share: quantiles only */
    unsigned costs;                   /* costs only, in place of an account */
};

/* Months of the study window, both included. */
struct model_months {
    size_t first, last;
};

/* Value of a column's measure in the last replication run; NAN where it does not exist. */
double model_formula_value(const struct model *model, const struct model_column *column, struct model_months months);

#endif

/* model/formula.h - how a measure is worked out from the accounts (inside the model only). */
#ifndef SIM_MODEL_FORMULA_H
#define SIM_MODEL_FORMULA_H

#include "account.h"

enum model_formula_kind {
    FORMULA_RATIO,              /* one account over another */
    FORMULA_RATE,               /* an account per year */
    FORMULA_LEVEL,              /* a level on average over the window */
    FORMULA_COST,               /* a level of hours a week, paid by the hour, per year */
    FORMULA_QUANTILE,           /* of the distribution of waits */
    FORMULA_JOURNEY_QUANTILE,   /* of the distribution of journeys */
    FORMULA_BETWEEN_LOCALITIES, /* one account over another: the largest among the localities over the smallest */
    FORMULA_BETWEEN_BANDS       /* the same among the age bands */
};

struct model_formula {
    enum model_formula_kind kind;
    enum model_account account, over; /* over: ratios only */
    double scale, share;              /* share: quantiles only */
};

#endif

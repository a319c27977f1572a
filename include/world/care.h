/* world/care.h - funded care at home: who comes to need it, how much, how long, at what cost. */
#ifndef WORLD_CARE_H
#define WORLD_CARE_H

#include <stdint.h>

#include "base/param.h"
#include "engine/dist.h"

/* What holds for one age band. */
struct world_care_band {
    char *age_band;
    double stock_per_1000; /* packages in payment on day one, per 1,000 residents */
    double onset_per_year; /* rate at which followed people come to need care, per person-year */
    struct des_dist weeks; /* how long a need lasts from its beginning if the person lives */
};

/* How much home care can be had. */
struct world_supply {
    int64_t year;          /* from its first day, until the next row's */
    double hours_per_week; /* of all packages in payment together */
};

/* Filled by the scenario reader from world_care_table. */
struct world_care {
    char *need;                     /* name of the need that a care assessment meets */
    char *commissioning;            /* name of the need that commissioning meets */
    char *request_stream;           /* stream whose door people use who come to need care later */
    struct des_dist hours_per_week; /* of a package */
    struct des_dist brokerage_days; /* from commissioning to the first visit */
    struct param_rows bands;        /* struct world_care_band, by age band */
    double waiting_multiplier;      /* of the onset rate while needs are unmet, >= 1 */
    double protection_multiplier;   /* of the onset rate once needs have been met, <= 1 */
    double cost_gbp_per_hour;
    struct param_rows supply; /* struct world_supply; none: no limit */
};
extern const struct param_table world_care_table;
extern const struct param_table world_care_band_table;

#endif

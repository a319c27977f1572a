/* world/care_home.h - care homes: who goes there when a need for home care ends, for how long, at what cost. */
#ifndef WORLD_CARE_HOME_H
#define WORLD_CARE_HOME_H

#include "base/param.h"
#include "engine/dist.h"

/* What holds for one age band. */
struct world_care_home_band {
    char *age_band;
    double probability;    /* that a need for home care which ends before death ends in a care home */
    double stock_per_1000; /* residents of care homes on day one, per 1,000 residents of the area */
};

/* Filled by the scenario reader from world_care_home_table. */
struct world_care_home {
    struct param_rows bands;   /* struct world_care_home_band; a band not named has none */
    struct des_dist stay_days; /* in a care home, if the person does not die before */
    double cost_gbp_per_week;
};
extern const struct param_table world_care_home_table;

#endif

/* world/care_home.c - the parameters of care homes. */
#include "world/care_home.h"

#include <math.h>
#include <stddef.h>

/* clang-format off: one row is one parameter. */
static const struct param band_params[] = {
    {.key = "age_band",
     .kind = PARAM_TEXT,
     .offset = offsetof(struct world_care_home_band, age_band),
     .unit = "name of an age band",
     .meaning = "The age band."},
    {.key = "probability",
     .kind = PARAM_REAL,
     .offset = offsetof(struct world_care_home_band, probability),
     .low = 0,
     .high = 1,
     .fallback = NAN,
     .unit = "probability",
     .meaning = "That a need for home care which ends before death, funded or not, ends in a care home."},
    {.key = "stock_per_1000",
     .kind = PARAM_REAL,
     .offset = offsetof(struct world_care_home_band, stock_per_1000),
     .low = 0,
     .high = 1000,
     .fallback = 0,
     .unit = "residents of care homes per 1,000 residents",
     .meaning = "People in care homes on day one."},
};
/* clang-format on */

static const struct param_table band_table = {
    .name = "care homes by age",
    .meaning = "Care homes for one age band; a band that is not named has none.",
    .size = sizeof(struct world_care_home_band),
    .params = band_params,
    .count = sizeof band_params / sizeof band_params[0],
};

/* clang-format off: one row is one parameter. */
static const struct param care_home_params[] = {
    {.key = "bands",
     .kind = PARAM_ROWS,
     .offset = offsetof(struct world_care_home, bands),
     .low = 0,
     .high = 100,
     .fallback = NAN,
     .unit = "list of groups",
     .meaning = "What holds for each age band.",
     .table = &band_table},
    {.key = "stay_days",
     .kind = PARAM_DIST,
     .offset = offsetof(struct world_care_home, stay_days),
     .low = 0.1,
     .high = 20000,
     .fallback = NAN,
     .unit = "days",
     .meaning = "How long people stay, if they do not die before."},
    {.key = "cost_gbp_per_week",
     .kind = PARAM_REAL,
     .offset = offsetof(struct world_care_home, cost_gbp_per_week),
     .low = 0,
     .high = 100000,
     .fallback = 0,
     .unit = "GBP per week",
     .meaning = "Cost of a resident to those who fund care."},
};
/* clang-format on */

const struct param_table world_care_home_table = {
    .name = "care homes",
    .meaning = "Care homes: who goes there when a need for home care ends.",
    .size = sizeof(struct world_care_home),
    .params = care_home_params,
    .count = sizeof care_home_params / sizeof care_home_params[0],
};

/* world/care.c - the parameters of funded care at home. */
#include "world/care.h"

#include <math.h>
#include <stddef.h>

static const struct param band_params[] = {
    {.key = "age_band", .kind = PARAM_TEXT, .offset = offsetof(struct world_care_band, age_band), .unit = "name",
     .meaning = "The age band."},
    {.key = "stock_per_1000", .kind = PARAM_REAL, .offset = offsetof(struct world_care_band, stock_per_1000),
     .low = 0, .high = 1000, .fallback = NAN, .unit = "packages per 1,000 residents",
     .meaning = "Packages in payment on day one."},
    {.key = "onset_per_year", .kind = PARAM_REAL, .offset = offsetof(struct world_care_band, onset_per_year),
     .low = 0, .high = 10, .fallback = NAN, .unit = "per person-year",
     .meaning = "Rate at which people who are followed come to need care, before the multipliers."},
    {.key = "weeks", .kind = PARAM_DIST, .offset = offsetof(struct world_care_band, weeks),
     .low = 0.1, .high = 2000, .fallback = NAN, .unit = "weeks",
     .meaning = "How long a package lasts if its holder does not die first."},
};

const struct param_table world_care_band_table = {
    .name = "care by age",
    .meaning = "Funded care of one age band; a band that is not named has none.",
    .size = sizeof(struct world_care_band),
    .params = band_params,
    .count = sizeof band_params / sizeof band_params[0],
};

static const struct param care_params[] = {
    {.key = "need", .kind = PARAM_TEXT, .offset = offsetof(struct world_care, need), .unit = "name of a need",
     .meaning = "The need that a care assessment meets."},
    {.key = "commissioning", .kind = PARAM_TEXT, .offset = offsetof(struct world_care, commissioning),
     .unit = "name of a need",
     .meaning = "The need that commissioning meets: done within the assessment by a team that has both in its remit, "
                "by handover from one that has not."},
    {.key = "request_stream", .kind = PARAM_TEXT, .offset = offsetof(struct world_care, request_stream),
     .unit = "name of a stream",
     .meaning = "The way in that people use who come to need care after their first referral."},
    {.key = "hours_per_week", .kind = PARAM_DIST, .offset = offsetof(struct world_care, hours_per_week),
     .low = 0, .high = 168, .fallback = NAN, .unit = "hours a week", .meaning = "Size of a package."},
    {.key = "brokerage_days", .kind = PARAM_DIST, .offset = offsetof(struct world_care, brokerage_days),
     .low = 0, .high = 1000, .fallback = NAN, .unit = "days",
     .meaning = "From the end of commissioning to the first visit of the package."},
    {.key = "bands", .kind = PARAM_ROWS, .offset = offsetof(struct world_care, bands), .low = 0, .high = 100,
     .fallback = NAN, .unit = "list of groups", .meaning = "What holds for each age band.",
     .table = &world_care_band_table},
    {.key = "waiting_multiplier", .kind = PARAM_REAL, .offset = offsetof(struct world_care, waiting_multiplier),
     .low = 1, .high = 20, .fallback = NAN, .unit = "ratio",
     .meaning = "Of the onset rate while a person's other needs are not met: waiting makes it worse."},
    {.key = "protection_multiplier", .kind = PARAM_REAL,
     .offset = offsetof(struct world_care, protection_multiplier), .low = 0, .high = 1, .fallback = NAN,
     .unit = "ratio", .meaning = "Of the onset rate once a person's other needs have been met: help protects."},
    {.key = "cost_gbp_per_hour", .kind = PARAM_REAL, .offset = offsetof(struct world_care, cost_gbp_per_hour),
     .low = 0, .high = 1000, .fallback = NAN, .unit = "GBP per hour", .meaning = "Cost of an hour of home care."},
};

const struct param_table world_care_table = {
    .name = "care",
    .meaning = "Funded care at home: who comes to need it, how much, how long, at what cost.",
    .size = sizeof(struct world_care),
    .params = care_params,
    .count = sizeof care_params / sizeof care_params[0],
};

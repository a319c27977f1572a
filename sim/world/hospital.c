/* world/hospital.c - the parameters of hospital stays. */
#include "world/hospital.h"

#include <math.h>
#include <stddef.h>

/* clang-format off: one row is one parameter. */
static const struct param admission_params[] = {
    {.key = "age_band",
     .kind = PARAM_TEXT,
     .offset = offsetof(struct world_admission, age_band),
     .unit = "name of an age band",
     .meaning = "The age band."},
    {.key = "per_year",
     .kind = PARAM_REAL,
     .offset = offsetof(struct world_admission, per_year),
     .low = 0,
     .high = 10,
     .fallback = NAN,
     .unit = "per person-year",
     .meaning = "Emergency admissions of people who are followed, that is for follow_days from their referral."},
};
/* clang-format on */

static const struct param_table admission_table = {
    .name = "emergency admissions by age",
    .meaning = "Emergency admissions of one age band; a band that is not named has none.",
    .size = sizeof(struct world_admission),
    .params = admission_params,
    .count = sizeof admission_params / sizeof admission_params[0],
};

/* clang-format off: one row is one parameter. */
static const struct param hospital_params[] = {
    {.key = "length_of_stay_days",
     .kind = PARAM_DIST,
     .offset = offsetof(struct world_hospital, length_of_stay_days),
     .low = 0,
     .high = 1000,
     .fallback = NAN,
     .unit = "days",
     .meaning = "From the referral of an inpatient until medically ready for discharge."},
    {.key = "discharge_priority",
     .kind = PARAM_TEXT,
     .offset = offsetof(struct world_hospital, discharge_priority),
     .unit = "name of a priority",
     .meaning = "Priority of the referrals made at discharge, for those whose own is less urgent."},
    {.key = "admissions",
     .kind = PARAM_ROWS,
     .offset = offsetof(struct world_hospital, admissions),
     .low = 0,
     .high = 100,
     .fallback = 0,
     .unit = "list of groups",
     .meaning = "Emergency admissions of people who are followed, at most one each: who waits leaves the lists of the "
                "community and is referred again at discharge.",
     .table = &admission_table},
    {.key = "admission_stream",
     .kind = PARAM_TEXT,
     .offset = offsetof(struct world_hospital, admission_stream),
     .unit = "name of a stream",
     .meaning = "The way in of inpatients by which those admitted are referred in hospital; needed where there are "
                "admissions.",
     .optional = 1},
    {.key = "delayed_bed_gbp_per_day",
     .kind = PARAM_REAL,
     .offset = offsetof(struct world_hospital, delayed_bed_gbp_per_day),
     .low = 0,
     .high = 100000,
     .fallback = 0,
     .unit = "GBP per day",
     .meaning = "Cost of a day in hospital of somebody who is medically ready to leave."},
    {.key = "indicator_from_years",
     .kind = PARAM_REAL,
     .offset = offsetof(struct world_hospital, indicator_from_years),
     .low = 0,
     .high = 119,
     .fallback = 75,
     .unit = "years",
     .meaning = "Age from which delayed bed days are also reported per 1,000 residents of that age."},
};
/* clang-format on */

const struct param_table world_hospital_table = {
    .name = "hospital",
    .meaning = "Inpatients: how long they stay, who is admitted, how urgently they are referred on.",
    .size = sizeof(struct world_hospital),
    .params = hospital_params,
    .count = sizeof hospital_params / sizeof hospital_params[0],
};

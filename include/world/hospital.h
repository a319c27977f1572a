/* world/hospital.h - inpatients: how long they stay, who is admitted as an emergency, what a delayed day costs. */
#ifndef WORLD_HOSPITAL_H
#define WORLD_HOSPITAL_H

#include "base/param.h"
#include "engine/dist.h"

/* Emergency admissions of one age band. */
struct world_admission {
    char *age_band;
    double per_year; /* of people who are followed, per person-year */
};

/* Filled by the scenario reader from world_hospital_table. */
struct world_hospital {
    struct des_dist length_of_stay_days; /* until medically ready */
    char *discharge_priority;            /* of the community referrals made at discharge, if it is more urgent */
    struct param_rows admissions;        /* struct world_admission; a band not named has none */
    char *admission_stream;              /* way in of those admitted: their need, priority and acute team; or NULL */
    double delayed_bed_gbp_per_day;      /* cost of a day in hospital beyond readiness */
    double indicator_from_years;         /* age from which delayed bed days per 1,000 residents are reported */
};
extern const struct param_table world_hospital_table;

#endif

/* world/world.h - people: the half of a scenario that no service can change.
 * The scenario reader fills the fields that planners write; world_prepare works out the rest. Indices (of localities,
 * bands, priorities, roles, streams, needs) are positions in these lists. */
#ifndef WORLD_WORLD_H
#define WORLD_WORLD_H

#include "base/err.h"
#include "base/param.h"
#include "engine/calendar.h"
#include "world/care.h"
#include "world/care_home.h"
#include "world/demand.h"
#include "world/hazard.h"
#include "world/hospital.h"
#include "world/limits.h"
#include "world/need.h"
#include "world/population.h"
#include "world/starting_list.h"

/* A class of urgency, most urgent first. */
struct world_priority {
    char *name;
    double target_days; /* from referral to first assessment */
};

/* A promise about waits: a share of the people seen within so many days, beside the target of each priority. */
struct world_target {
    char *name;
    double days;                   /* from referral to first assessment */
    double share;                  /* of the people seen that is to be reached, 0 to 1 */
    struct param_texts priorities; /* to whom it applies, names; empty: to all */
    uint32_t priority_mask;        /* worked out by world_prepare */
};
extern const struct param_table world_target_table;

/* A profession or grade. */
struct world_role {
    char *name;
    double client_hours_per_fte_year;  /* direct and indirect work for clients */
    double cost_gbp_per_fte_year;      /* salary, on-costs and overheads */
    struct param_texts stands_in_for;  /* roles whose work it may do when they are not free */
    double sickness_spells_per_year;   /* of a person; 0: sickness is off */
    struct des_dist sickness_days;     /* calendar days; no family: not given */
    double leavers_per_year;           /* of a post that is filled; 0: vacancies are off */
    struct des_dist recruitment_weeks; /* from leaving to the successor's first day; no family: not given */
};

/* Why people leave a waiting list without being seen, besides death. */
struct world_leaving {
    double resolved_per_week;
    double declined_per_week;
    double rise_per_week; /* after w weeks both are (1 + rise_per_week * w) times as large */
};

/* Files and scalars of the world; everything that is not a list. */
struct world {
    struct param_rows localities; /* struct world_locality */
    struct param_rows bands;      /* struct world_band, ages rising, no gaps */
    struct param_rows priorities; /* struct world_priority */
    struct param_rows targets;    /* struct world_target; may be empty */
    struct param_rows roles;      /* struct world_role */
    struct param_rows needs;      /* struct world_need */
    struct param_rows streams;    /* struct world_stream */
    struct world_care care;
    struct world_leaving leaving;
    struct world_hospital hospital;
    struct world_care_home care_homes;
    char *population_file;            /* CSV: year, locality, age_band, persons, variant */
    char *population_variant;         /* which of the projections in it */
    char *deaths_file;                /* CSV: from_years, per_year */
    char *starting_list_file;         /* CSV: locality, priority, need, days_waited; NULL: none */
    double death_multiplier;          /* of the rates in deaths_file */
    struct des_dist assessment_hours; /* base of an assessment: getting to know a person, once per assessment */
    double follow_days;               /* how long a person is followed from referral */
    double missed_visit;              /* probability that a visit is in vain and booked again */

    char *price_year; /* of all costs, for people */
    double discount_per_year;

    struct param_place place, care_place, hospital_place, care_homes_place; /* where the groups stand */

    /* Read from the files by the scenario reader. */
    struct world_population population;
    struct world_hazard death;
    struct world_starting_list starting_list;

    /* Worked out by world_prepare. */
    struct des_date start_date;
    des_time warm_up, end;         /* of the run, which is [-warm_up, end) */
    struct world_hazard onset;     /* of a need for care, before multipliers */
    struct world_hazard admission; /* as an emergency; no steps where nobody is admitted */
    struct world_demand demand;
    double start_year; /* the start date as a real calendar year: 2014.5 is the middle of 2014 */
    unsigned care_need, commissioning_need, request_stream, discharge_priority, admission_stream; /* indices */
    int care_band[WORLD_BANDS_MAX];       /* row of care.bands for each age band, -1 for none */
    int care_home_band[WORLD_BANDS_MAX];  /* row of care_homes.bands for each age band, -1 for none */
    uint32_t need_roles[WORLD_NEEDS_MAX]; /* mask of roles that may work on each need, stand-ins included */
    uint32_t doers[WORLD_ROLES_MAX];      /* mask of roles that may do each role's work, itself included */
};
extern const struct param_table world_table;

/* Checks what single ranges cannot (shares that sum to 1, names that exist, ages without gaps) and works out the rest.
 *   world  as filled by the reader
 *   start, warm_up, end  of the run: begin is -warm_up, the study is [0, end) [s from start]
 *   file   borrowed; named in complaints
 * Returns false if there was any complaint. */
bool world_prepare(struct world *world, struct des_date start, des_time warm_up, des_time end, const char *file,
                   struct err_list *err);

/* Frees what world_prepare and the reading of files made; the fields of the tables belong to the reader. */
void world_free(struct world *world);

/* Index of a named row, or -1. The rows of every list begin with their name. */
int world_index(const struct param_rows *rows, size_t row_size, const char *name);

/* Whom a name is looked up among, and how complaints speak of it. */
struct world_lookup {
    const struct param_rows *rows;
    size_t row_size;
    const char *kind;  /* "role" */
    const char *where; /* who names it: "team 'OT North'" */
};

/* Index of a named row; a complaint with "did you mean", and -1, when there is none. */
int world_find(const struct world_lookup *lookup, const char *name, struct param_place place, struct err_list *err);

const struct world_locality *world_locality(const struct world *world, size_t index);
const struct world_band *world_band(const struct world *world, size_t index);
const struct world_priority *world_priority(const struct world *world, size_t index);
const struct world_target *world_target(const struct world *world, size_t index);
const struct world_role *world_role(const struct world *world, size_t index);
const struct world_need *world_need(const struct world *world, size_t index);
const struct world_stream *world_stream(const struct world *world, size_t index);

/* Index of the band that holds an age; the last one for ages beyond it. */
size_t world_band_of_age(const struct world *world, double age_years);

/* What holds for funded care in an age band; NULL when it has none. */
const struct world_care_band *world_care_band(const struct world *world, size_t band);

/* What holds for care homes in an age band; NULL when it has none. */
const struct world_care_home_band *world_care_home_band(const struct world *world, size_t band);

#endif

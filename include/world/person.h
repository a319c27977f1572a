/* world/person.h - persons: who they are, what would help them, and the fate that no service can change.
 * All of it is drawn from the person's own random numbers, each purpose apart, so that the same person with the same
 * potential outcomes meets every scenario (Rubin 1974, Journal of Educational Psychology 66(5), 688-701). */
#ifndef WORLD_PERSON_H
#define WORLD_PERSON_H

#include <stdbool.h>
#include <stdint.h>

#include "engine/stream.h"
#include "world/world.h"

/* What a random number of a person is for. A purpose may be refined by a need and by a count. */
enum world_purpose {
    WORLD_ARRIVAL = 1,
    WORLD_AGE,
    WORLD_PRESENTS,
    WORLD_FURTHER, /* by need */
    WORLD_PRIORITY,
    WORLD_EXISTING_SERVICE,
    WORLD_DEATH,
    WORLD_ONSET,
    WORLD_LENGTH_OF_STAY,
    WORLD_RECOGNISED, /* by need */
    WORLD_ASSESSMENT_BASE,
    WORLD_ASSESSMENT_WORK, /* by need */
    WORLD_FOLLOWUPS,       /* by need */
    WORLD_FOLLOWUP_WORK,   /* by need and count */
    WORLD_FOLLOWUP_GAP,    /* by need and count */
    WORLD_LEAD,            /* by need */
    WORLD_RESOLVED,        /* by need */
    WORLD_DECLINED,        /* by need */
    WORLD_CARE_HOURS,
    WORLD_CARE_WEEKS,
    WORLD_CARE_RESIDUAL,
    WORLD_BROKERAGE,
    WORLD_PREVENT,
    WORLD_RETURN,
    WORLD_REDUCE,
    WORLD_REDUCE_HOURS,
    WORLD_DELAY,
    WORLD_DELAY_WEEKS,
    WORLD_ADMISSION,
    WORLD_ADMITTED_PRESENTS,
    WORLD_ADMITTED_PRIORITY,
    WORLD_ADMITTED_STAY,
    WORLD_CARE_HOME,
    WORLD_CARE_HOME_STAY,
    WORLD_TRIAGE = 140,        /* by the referral's lowest need: is it resolved with advice? */
    WORLD_TRIAGE_WORK,         /* by the referral's lowest need */
    WORLD_MISSED_ASSESSMENT,   /* by the referral's lowest need and count */
    WORLD_MISSED_FOLLOWUP,     /* by need and count */
    WORLD_SICK_AT_BEGIN = 120, /* of a post, see world/absence.h, as all that follow */
    WORLD_SICK_REST,
    WORLD_SICK_GAP,  /* by count */
    WORLD_SICK_DAYS, /* by count */
    WORLD_VACANT_AT_BEGIN,
    WORLD_VACANT_REST,
    WORLD_LEAVING,    /* by count */
    WORLD_RECRUITMENT /* by count */
};

/* Persons are numbered so that one cell's arrivals do not renumber another's; those of the day-one stock of packages and
 * those of the starting list have numbers of their own. */
uint32_t world_person_number(const struct world *world, size_t cell, uint32_t nth_arrival);
uint32_t world_person_number_of_stock(uint32_t nth);
uint32_t world_person_number_of_resident(uint32_t nth); /* of a care home on day one */
uint32_t world_person_number_of_starter(uint32_t nth);

/* Who somebody is at referral. */
struct world_person {
    uint32_t number;
    unsigned stream, locality, band, priority;
    unsigned presents; /* the need for which they come */
    world_needs needs; /* all they have, the presented one included */
    bool has_service;
    double age_years;
    double death_age;       /* INFINITY when beyond the table */
    double admission_age;   /* when admitted to hospital as an emergency if followed until then; INFINITY when never */
    double onset_threshold; /* hazard to be gathered until a need for care arises */
};

/* Draws somebody who comes by a cell of demand (its stream, locality and band). */
void world_person_draw(const struct world *world, struct des_stream *random, size_t cell, uint32_t number,
                       struct world_person *person);

/* Draws the holder of a package in payment on day one, or the resident of a care home: age and life time; no needs
 * besides care, and no longer followed. */
void world_person_draw_stock(const struct world *world, struct des_stream *random, unsigned locality, unsigned band,
                             uint32_t number, struct world_person *person);

/* With what somebody who is admitted as an emergency is referred in hospital. */
struct world_admitted {
    unsigned presents, priority;
};
struct world_admitted world_person_draw_admitted(const struct world *world, struct des_stream *random, uint32_t number,
                                                 double age_years);

/* Draws who stands in row nth of the starting list. */
void world_person_draw_starter(const struct world *world, struct des_stream *random, uint32_t nth,
                               struct world_person *person);

/* Which random numbers: a purpose, refined by a need and a count where it has them. */
uint32_t world_purpose_key(enum world_purpose purpose, unsigned need, unsigned count);

/* One draw of a person for a purpose. */
double world_person_uniform(struct des_stream *random, uint32_t number, uint32_t key);
double world_person_exponential(struct des_stream *random, uint32_t number, uint32_t key);
double world_person_amount(struct des_stream *random, uint32_t number, uint32_t key, const struct des_dist *dist);

/* Whether what has a probability happens to a person. What is certain either way is not drawn. */
bool world_person_chance(struct des_stream *random, uint32_t number, uint32_t key, double probability);

/* Cells of demand are numbered [stream][locality][band]. */
size_t world_cell(const struct world *world, size_t stream, size_t locality, size_t band);

#endif

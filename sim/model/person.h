/* model/person.h - people coming, being followed and going (inside the model only). */
#ifndef SIM_MODEL_PERSON_H
#define SIM_MODEL_PERSON_H

#include "state.h"

/* Schedules the first arrival of every cell of demand. */
void model_person_expect(struct model *model);

/* Those who hold a package, or live in a care home, on day one come into being. */
void model_person_enrol_stock(struct model *model);

/* Those who wait on day one come into being, with clocks that began before it; nobody has looked at the lists yet. */
void model_person_enrol_starting_list(struct model *model);

/* Somebody comes by a cell of demand, and the next one is scheduled. */
void model_person_arrive(struct model *model, uint32_t cell);

/* Death: out of every list, out of care. */
void model_person_die(struct model *model, uint32_t person);

/* Lets go of somebody for whom nothing is open and nothing can happen any more. */
void model_person_settle(struct model *model, uint32_t person);

/* Age at this moment [years]. */
double model_person_age(const struct model *model, const struct model_person *person);

/* Time at which the person reaches an age; DES_NEVER for INFINITY. */
des_time model_person_time_at_age(const struct model_person *person, double age_years);

/* Are needs other than care unmet? */
bool model_person_has_unmet_needs(const struct model *model, const struct model_person *person);

/* A need has been met. */
void model_person_meet(struct model *model, uint32_t person, unsigned need);

#endif

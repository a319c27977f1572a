/* model/supply.h - home care as far as it can be had (inside the model only). */
#ifndef SIM_MODEL_SUPPLY_H
#define SIM_MODEL_SUPPLY_H

#include "state.h"

/* An empty list for home care, by priority. The caller frees it. */
struct svc_list *model_supply_list(const struct world *world);

/* Schedules the changes of the limit; the first limit holds from the beginning of its year. */
void model_supply_expect(struct model *model);

/* The limit of a row holds from now on. */
void model_supply_change(struct model *model, uint32_t row);

/* Is there room for the person's package now, behind nobody who waits? */
bool model_supply_has_room(const struct model *model, uint32_t person);

/* Puts a person on the list for home care, by priority. */
void model_supply_join(struct model *model, uint32_t person);

/* Takes a person off the list, if they are on it. */
void model_supply_leave(struct model *model, uint32_t person);

/* The next of the list for whom there is room now; SVC_NOBODY when there is none. */
uint32_t model_supply_next(const struct model *model);

#endif

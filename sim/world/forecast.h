/* world/forecast.h - how many people each cell of demand expects, as the population ages (inside the world only). */
#ifndef SIM_WORLD_FORECAST_H
#define SIM_WORLD_FORECAST_H

#include "world/world.h"

/* Fills world->demand: the profile of every stream, the trend of every cell at each bend, and what is expected until
 * then. Before the start date residents and growth stand still; months, weekdays and shocks do not.
 *   start              date of time 0
 *   warm_up, end [s]   the run is [-warm_up, end) */
void world_forecast_prepare(struct world *world, struct des_date start, des_time warm_up, des_time end);

#endif

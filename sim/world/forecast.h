/* world/forecast.h - how many people each cell of demand expects, as the population ages (inside the world only). */
#ifndef SIM_WORLD_FORECAST_H
#define SIM_WORLD_FORECAST_H

#include "world/world.h"

/* Fills world->demand: the rate of every cell at each mid-year and at both ends, and its integral. Before the start
 * date demand stands still at that of the start date.
 *   start              date of time 0
 *   warm_up, end [s]   the run is [-warm_up, end) */
void world_forecast_prepare(struct world *world, struct des_date start, des_time warm_up, des_time end);

#endif

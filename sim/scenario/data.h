/* scenario/data.h - the data files of a world: who lives where, the life table, who waits. */
#ifndef SCENARIO_DATA_H
#define SCENARIO_DATA_H

#include <stdbool.h>

#include "file.h"
#include "world/world.h"

/* Residents: columns year, locality, age_band, persons and, if there are several projections, variant. Rows of another
 * variant than the world's are passed over; rows without one hold for all. What is left: every locality and age band of
 * the world in every year from the first to the last, once.
 *   chooser     where the variant was chosen
 *   world       its localities, bands and population_variant are set; population is written (world_free frees it,
 *               complaints or not)
 * Returns false after a complaint. */
bool scn_data_population(const char *path, struct scn_file_asker asker, struct scn_file_asker chooser,
                         struct world *world, struct err_list *err);

/* Life table: columns from_years (the first 0, rising) and per_year (deaths per person-year).
 * Rates are multiplied by world->death_multiplier; world->death is written and prepared. Returns
 * false after a complaint. */
bool scn_data_deaths(const char *path, struct scn_file_asker asker, struct world *world, struct err_list *err);

/* People who wait on day one: columns locality, priority, need, days_waited (0 to 10,000).
 *   world  its localities, priorities and needs are set; starting_list is written (world_free frees it)
 * Returns false after a complaint. */
bool scn_data_starting_list(const char *path, struct scn_file_asker asker, struct world *world, struct err_list *err);

#endif

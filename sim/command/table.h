/* command/table.h - results as tables for a terminal of 100 columns (inside the command layer only). */
#ifndef SIM_COMMAND_TABLE_H
#define SIM_COMMAND_TABLE_H

#include <stdbool.h>
#include <stdio.h>

#include "experiment/study.h"
#include "study.h"

/* Does a row rest on assumed effect sizes in any of the scenarios? */
bool cmd_table_is_assumed(const struct expt_results *results, const struct expt_column *column);

/* One row a headline measure, one column a scenario: means over replications. */
void cmd_table_means(FILE *out, const struct expt_results *results);

/* One row a headline measure; for each scenario but the first the paired difference, its 95 % interval and the
 * probability of being better. */
void cmd_table_differences(FILE *out, const struct expt_results *results);

/* One row a scenario and year by year, for what changes most as the population ages; the first year and the last are
 * always among those shown. Nothing where the study window has one year. */
void cmd_table_years(FILE *out, const struct expt_results *results);

/* For each scenario its targets: days, share to be reached, share reached, whether that is enough on average and in how
 * many runs. Nothing where no scenario names a target. */
void cmd_table_targets(FILE *out, const struct cmd_study *study);

#endif

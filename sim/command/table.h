/* command/table.h - results as tables for a terminal of 100 columns (inside the command layer only). */
#ifndef SIM_COMMAND_TABLE_H
#define SIM_COMMAND_TABLE_H

#include <stdbool.h>
#include <stdio.h>

#include "experiment/study.h"

enum { CMD_TABLE_WIDTH = 100 };

/* Does a row rest on assumed effect sizes in any of the scenarios? */
bool cmd_table_is_assumed(const struct expt_results *results, const struct expt_column *column);

/* A number for people: the measure's decimals, thousands set apart, "-" for NAN. The caller frees it.
 *   decimals  printf format of a double */
char *cmd_table_number(double value, const char *decimals);

/* A heading, bold where the stream is a terminal and NO_COLOR is not set. */
void cmd_table_heading(FILE *out, const char *text);

/* One row a headline measure, one column a scenario: means over replications. */
void cmd_table_means(FILE *out, const struct expt_results *results);

/* One row a headline measure; for each scenario but the first the paired difference, its 95 % interval and the
 * probability of being better. */
void cmd_table_differences(FILE *out, const struct expt_results *results);

/* One row a scenario and year by year, for what changes most as the population ages. */
void cmd_table_years(FILE *out, const struct expt_results *results);

#endif

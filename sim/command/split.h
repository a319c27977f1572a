/* command/split.h - why totals differ from the baseline, as a table for a terminal. */
#ifndef SIM_COMMAND_SPLIT_H
#define SIM_COMMAND_SPLIT_H

#include <stdio.h>

#include "experiment/study.h"

/* Prints, for each total that is taken apart person by person, the parts of its difference from the baseline, scenario by
 * scenario. The printed parts sum to the printed difference. Nothing with one scenario. */
void cmd_split_print(FILE *out, const struct expt_results *results);

#endif

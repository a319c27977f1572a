/* command/coverage.h - how often intervals hold what theory says (inside the command layer only). */
#ifndef SIM_COMMAND_COVERAGE_H
#define SIM_COMMAND_COVERAGE_H

#include "known.h"
#include "options.h"

/* Runs cases with every seed, fills the list and prints its rows. Returns an exit status. */
typedef int cmd_coverage_run(const struct cmd_options *options, struct cmd_known_list *list);

/* Runs, says what follows, and writes table, figure and manifest where the options name a folder, which is made before
 * anything is run. Returns the exit status of the program. */
int cmd_coverage_main(const struct cmd_options *options, struct cmd_known_list *list, cmd_coverage_run *run);

#endif

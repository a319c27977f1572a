/* command/write.h - a study's results into a folder (inside the command layer only). */
#ifndef SIM_COMMAND_WRITE_H
#define SIM_COMMAND_WRITE_H

#include <argp.h>

#include "study.h"

/* A subcommand that runs a study: reads its arguments, reads and runs the scenarios, prints and, if the options name a
 * folder, writes the results. The folder is made before anything is run, so that nobody waits for results that have no
 * place.
 *   argp   of the subcommand; its input is a struct cmd_options
 *   print  prints the results on standard output
 * Returns the exit status of the program. */
int cmd_write_main(const struct argp *argp, int argument_count, char **arguments,
                   void (*print)(const struct cmd_study *study));

#endif

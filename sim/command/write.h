/* command/write.h - a study's results into a folder (inside the command layer only). */
#ifndef SIM_COMMAND_WRITE_H
#define SIM_COMMAND_WRITE_H

#include "study.h"

/* Reads, runs, prints and, if the options name a folder, writes a study. The folder is made before anything is run, so
 * that nobody waits for results that have no place.
 *   print  prints the results on standard output
 * Returns the exit status of the program. */
int cmd_write_study(const struct cmd_options *options, void (*print)(const struct cmd_study *study));

#endif

/* command/write.h - a study's results into a folder (inside the command layer only). */
#ifndef SIM_COMMAND_WRITE_H
#define SIM_COMMAND_WRITE_H

#include <argp.h>

#include "output/folder.h"
#include "study.h"

/* Makes the folder that the options name; false after complaints on standard error. The caller frees with
 * out_folder_free after success. */
bool cmd_write_begin(struct out_folder *folder, const struct cmd_options *options);

/* Prints complaints on standard error and frees them; false when there are any. */
bool cmd_write_report(struct err_list *err);

/* Writes a study that was run: tables, figures, its scenarios written out and their data, and the manifest. False after
 * complaints on standard error; what could be written then still is. */
bool cmd_write_results(struct out_folder *folder, const struct cmd_study *study, const struct cmd_options *options);

/* A subcommand that runs a study: reads its arguments, reads and runs the scenarios, prints and, if the options name a
 * folder, writes the results. The folder is made before anything is run, so that nobody waits for results that have no
 * place.
 *   argp   of the subcommand; its input is a struct cmd_options
 *   print  prints the results on standard output
 * Returns the exit status of the program. */
int cmd_write_main(const struct argp *argp, int argument_count, char **arguments,
                   void (*print)(const struct cmd_study *study));

#endif

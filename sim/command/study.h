/* command/study.h - from file names to results: reading scenarios, running them (inside the command layer only). */
#ifndef SIM_COMMAND_STUDY_H
#define SIM_COMMAND_STUDY_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "experiment/study.h"
#include "options.h"
#include "scenario/scenario.h"

struct cmd_study {
    struct scn_scenario *read;       /* [count] */
    struct expt_scenario *scenarios; /* [count] */
    size_t count;
    uint32_t first_replication, replications;
    uint64_t seed;
    unsigned threads;
    bool was_run, was_stopped;
    int signal;              /* that asked to stop; 0: none did */
    sigset_t former_signals; /* which of those that ask to stop waited before it was run */
    double run_seconds;
    struct expt_results results; /* when it was run */
};

/* Reads the scenarios that the options name and checks that they go together. Prints every complaint on standard error
 * and returns false if there was any. Free with cmd_study_free in any case. */
bool cmd_study_read(struct cmd_study *study, const struct cmd_options *options);

/* Runs it, with progress on standard error. Afterwards cmd_study_end is due. */
void cmd_study_run(struct cmd_study *study, bool checked);
void cmd_study_free(struct cmd_study *study);

/* Exit status of the program after a run and all that was made of it: which signal asked to stop, if one did. From the
 * beginning of the run up to here signals wait, so that no file is left half written. */
int cmd_study_end(struct cmd_study *study);

/* Prints every complaint, one a line, each once though several scenarios lie over the same file, and how many there
 * are. */
void cmd_study_complain(const struct err_list *err);

#endif

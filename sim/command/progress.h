/* command/progress.h - how far a study is, and whether it was asked to stop (inside the command layer only). */
#ifndef SIM_COMMAND_PROGRESS_H
#define SIM_COMMAND_PROGRESS_H

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>

struct cmd_progress {
    bool is_shown;     /* standard error is a terminal */
    double started;    /* [s] */
    int signal;        /* that asked to stop, SIGINT or SIGTERM; 0: none did */
    sigset_t stopping; /* the signals that ask to stop */
    sigset_t former;   /* those that waited before already */
};

/* Begins: from now on the stopping signals wait until they are asked for. */
void cmd_progress_begin(struct cmd_progress *progress);

/* An expt_progress: shows a line with the time left, and stops the study when a signal asks for it. */
bool cmd_progress_show(void *progress, uint32_t finished, uint32_t total);

/* Wipes the line. The signals still wait. */
void cmd_progress_end(struct cmd_progress *progress);

/* The signals work again as they did before: former is that of the progress. Returns the one that came since they were
 * last asked for, 0 if none did. */
int cmd_progress_release(const sigset_t *former);

/* Signals that ask the program to stop: SIGINT, SIGTERM, but for those that it was started to ignore. */
sigset_t cmd_progress_signals(void);

/* Seconds of a clock that never goes back. */
double cmd_progress_clock(void);

#endif

/* command/progress.c - how far a study is, and whether it was asked to stop. */
#include "progress.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

double cmd_progress_clock(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static bool is_able_to_rewrite(void) {
    const char *terminal = getenv("TERM");
    return isatty(STDERR_FILENO) && terminal != NULL && strcmp(terminal, "dumb") != 0;
}

sigset_t cmd_progress_signals(void) {
    static const int signals[] = {SIGINT, SIGTERM};
    sigset_t stopping;
    sigemptyset(&stopping);
    for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++) {
        struct sigaction action;
        if (sigaction(signals[i], NULL, &action) == 0 && action.sa_handler != SIG_IGN) {
            sigaddset(&stopping, signals[i]);
        }
    }
    return stopping;
}

/* Takes every signal that has waited, lest another end the program when they work again. Returns one, 0 if there is none.
 */
static int taken(const sigset_t *stopping) {
    static const struct timespec at_once = {0, 0};
    int first = 0, signal;
    while ((signal = sigtimedwait(stopping, NULL, &at_once)) > 0) {
        first = first > 0 ? first : signal;
    }
    return first;
}

void cmd_progress_begin(struct cmd_progress *progress) {
    *progress = (struct cmd_progress){.is_shown = is_able_to_rewrite(), .started = cmd_progress_clock()};
    progress->stopping = cmd_progress_signals();
    pthread_sigmask(SIG_BLOCK, &progress->stopping, &progress->former);
}

bool cmd_progress_show(void *context, uint32_t finished, uint32_t total) {
    struct cmd_progress *progress = context;
    const int signal = taken(&progress->stopping);
    if (signal > 0) {
        progress->signal = signal;
    }
    if (progress->is_shown) {
        const double gone = cmd_progress_clock() - progress->started;
        const double left = gone / finished * (total - finished);
        fprintf(stderr, "\r%u of %u replications, about %.0f s left \033[K", finished, total, left);
    }
    return progress->signal == 0;
}

void cmd_progress_end(struct cmd_progress *progress) {
    if (progress->is_shown) {
        fprintf(stderr, "\r\033[K");
    }
}

int cmd_progress_release(const sigset_t *former) {
    const sigset_t stopping = cmd_progress_signals();
    const int signal = taken(&stopping);
    pthread_sigmask(SIG_SETMASK, former, NULL);
    return signal;
}

/* command/trace.c - what happens in one replication, as a log. */
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "command.h"
#include "event_log.h"
#include "options.h"
#include "progress.h"
#include "study.h"

static const char documentation[] =
    "Runs one replication of a scenario and writes down what happens in it: to people, or event by event."
    "\vThe log of people, as CSV, is made for the Python package vidigi (which draws people moving; columns run to "
    "resource_id) and for the R package bupaR (process analysis; case = entity_id; columns activity to resource):\n"
    "\n"
    "  scenario, run      name, and number of the replication\n"
    "  entity_id          the person: the same number in every scenario\n"
    "  pathway            the way in by which they came\n"
    "  event_type         arrival_departure, queue, resource_use,\n"
    "                     resource_use_end; empty: for bupaR alone\n"
    "  event              arrival, depart, or the team and what begins or ends\n"
    "  time               minutes since the run began, warm-up included\n"
    "  resource_id        member of the team's staff who works, from 1 (of a crew\n"
    "                     the first)\n"
    "  activity           the same where it begins and where it ends\n"
    "  activity_instance  likewise, and used for nothing else\n"
    "  lifecycle          start, complete\n"
    "  timestamp          date and time of day\n"
    "  resource           roles and numbers of the whole crew\n"
    "  team               whose list, or at work\n"
    "  detail             why it ended: seen, resolved, declined, advised,\n"
    "                     withdrawn, moved, admitted, died; 'run over': not\n"
    "                     ended, and 'day one' of arrivals: not come then\n"
    "  event_number       events of the engine so far, as with --events\n"
    "  fingerprint        of these events; the last one of a run is the one in\n"
    "                     replications.csv\n"
    "\n"
    "With --events each line is an event of the engine: its number, the seconds since the start date, date and time, "
    "kind, person, team, and the fingerprint so far. To find the first event in which two machines differ, take the "
    "first replication whose fingerprints in replications.csv differ, trace it on both and compare the files with "
    "diff.\n"
    "\n"
    "A file is written as FILE.part until it is whole, and never over another; when the program is interrupted it is "
    "taken away as soon as the replication ends.";

enum { KEY_EVENTS = 0x200 };

static error_t parse(int key, char *text, struct argp_state *state) {
    static const uint64_t replications[2] = {1, 2000000};
    struct cmd_options *options = state->input;
    switch (key) {
    case ARGP_KEY_INIT:
        state->child_inputs[0] = options;
        return 0;
    case 'k':
        options->first_replication = (uint32_t)cmd_options_number(text, replications, "--replication", state);
        return 0;
    case 'o':
        options->folder = text;
        return 0;
    case KEY_EVENTS:
        options->events = true;
        return 0;
    case ARGP_KEY_END:
        if (options->scenario_count != 1) {
            argp_error(state, "one scenario is needed");
        }
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static void write_log(FILE *out, const struct cmd_study *study, const struct cmd_options *options) {
    struct cmd_event_log log = {.out = out, .scenario = &study->scenarios[0], .replication = study->first_replication};
    struct model *model = model_new(&study->scenarios[0].inputs);
    (options->events ? cmd_event_log_of_events : cmd_event_log_of_people)(&log, model);
    model_run(model, study->first_replication, options->checked);
    model_free(model);
}

/* A log on its way into a file. */
struct log {
    const struct cmd_study *study;
    const struct cmd_options *options;
    sigset_t stopping; /* signals that ask to stop */
};

static int complain(const char *path) {
    fprintf(stderr, "caremix: %s: %s\n", path, strerror(errno));
    return CMD_CANNOT_WRITE;
}

static bool is_asked_to_stop(const sigset_t *stopping) {
    sigset_t waiting, asked;
    sigpending(&waiting);
    sigandset(&asked, &waiting, stopping);
    return !sigisemptyset(&asked);
}

/* A new name is made first: moving alone would put the log over what came there meanwhile. */
static int publish(const char *part, const char *path) {
    const int made = open(path, O_WRONLY | O_CREAT | O_EXCL, 0600);
    if (made < 0) {
        return complain(path);
    }
    close(made);
    if (rename(part, path) != 0) {
        const int status = complain(path);
        remove(path);
        return status;
    }
    return CMD_OK;
}

/* Under a temporary name until it is whole. */
static int write_part(const struct log *log, const char *part) {
    FILE *out = fopen(part, "wx");
    if (out == NULL) {
        return complain(part);
    }
    write_log(out, log->study, log->options);
    const bool is_whole = ferror(out) == 0 && fflush(out) == 0;
    int status = is_whole ? CMD_INTERRUPTED : complain(part);
    fclose(out);
    if (is_whole && !is_asked_to_stop(&log->stopping)) {
        status = publish(part, log->options->folder);
    }
    if (status != CMD_OK) {
        remove(part);
    }
    return status;
}

/* Signals wait meanwhile, so that no part is left; one that came ends the program when they work again. */
static int write_file(const struct cmd_study *study, const struct cmd_options *options) {
    const struct log log = {study, options, cmd_progress_signals()};
    struct stat facts;
    sigset_t former;
    if (lstat(options->folder, &facts) == 0) {
        errno = EEXIST;
        return complain(options->folder);
    }
    char *part = mem_format("%s.part", options->folder);
    pthread_sigmask(SIG_BLOCK, &log.stopping, &former);
    const int status = write_part(&log, part);
    pthread_sigmask(SIG_SETMASK, &former, NULL);
    free(part);
    return status;
}

static int trace(const struct cmd_options *options) {
    struct cmd_study study;
    int status = CMD_DATA;
    if (cmd_study_read(&study, options)) {
        status = CMD_OK;
        if (options->folder != NULL) {
            status = write_file(&study, options);
        } else {
            write_log(stdout, &study, options);
        }
    }
    cmd_study_free(&study);
    return status;
}

int cmd_trace_main(int argument_count, char **arguments) {
    static const struct argp_option own[] = {
        {"replication", 'k', "NUMBER", 0, "Which replication (default: 1); it is as in a run of many", 0},
        {"events", KEY_EVENTS, NULL, 0, "Write every event of the engine, and not what happens to people", 0},
        {"output", 'o', "FILE", 0, "Write into a new file FILE (default: standard output)", 0},
        {0}};
    static const struct argp_child children[] = {{&cmd_options_scenarios, 0, NULL, 0}, {0}};
    static const struct argp argp = {
        .options = own, .parser = parse, .args_doc = "SCENARIO", .doc = documentation, .children = children};
    struct cmd_options options;
    cmd_options_parse(&options, &argp, argument_count, arguments);
    const int status = trace(&options);
    cmd_options_free(&options);
    return status;
}

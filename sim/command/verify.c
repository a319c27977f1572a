/* command/verify.c - results run again from their folder alone, and compared file by file. */
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "command.h"
#include "options.h"
#include "progress.h"
#include "study.h"
#include "verdict.h"
#include "write.h"

static const char documentation[] =
    "Checks the files of a results folder against its manifest, runs the study again from the scenarios and data that "
    "the folder carries, and says of each file whether it is identical, within Monte Carlo error or different."
    "\vNeeds nothing but the folder, which may be a copy. Results are promised byte for byte, so 'within Monte Carlo "
    "error' is a failure unless --allow-error is given; pictures may be drawn differently if their data and scripts "
    "are identical. Without -o what is made again is removed afterwards.\n"
    "\n"
    "Exit status: 0 identical, and as recorded; 1 not so; 64 command line not understood; 65 DIR cannot be read as "
    "results; 73 results could not be written; 130 (SIGINT) or 143 (SIGTERM) interrupted, nothing is kept.";

enum { KEY_ALLOW_ERROR = 0x200 };

static const struct argp_option own_options[] = {
    {"threads", 'j', "NUMBER", 0, "Use so many threads (default: one a processor); results are the same for any", 1},
    {"allow-error", KEY_ALLOW_ERROR, NULL, 0, "Let within Monte Carlo error be enough", 1},
    {0},
};

static const struct argp_child children[] = {{&cmd_options_results, 0, "What is made again:", 2}, {0}};

static error_t parse(int key, char *text, struct argp_state *state) {
    struct cmd_options *options = state->input;
    switch (key) {
    case ARGP_KEY_INIT:
        state->child_inputs[0] = state->input;
        return 0;
    case 'j':
        return cmd_options_study.parser(key, text, state);
    case ARGP_KEY_ARG:
        cmd_options_add_scenario(options, text);
        return 0;
    case KEY_ALLOW_ERROR:
        options->allow_error = true;
        return 0;
    case ARGP_KEY_END:
        if (options->scenario_count != 1) {
            argp_error(state, "one folder of results is needed");
        }
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

/* Results that are made again from a record. */
struct remake {
    struct cmd_options options; /* as if the study had been asked for so */
    char **paths;               /* owned; of its scenarios */
    struct cmd_study study;
    struct out_record record; /* of what was made; all that is left when its folder is gone */
};

/* Scenarios as the folder has them, the seed, and the replications that were finished. */
static void remake_init(struct remake *remake, const struct out_record *record, const struct cmd_options *options) {
    *remake = (struct remake){.options = *options};
    remake->options.first_replication = record->first_replication;
    remake->options.replications = record->replications;
    remake->options.seed = record->seed;
    remake->options.has_seed = true;
    remake->options.scenario_count = record->scenario_count;
    remake->options.scenarios = mem_zeroed(record->scenario_count, sizeof *remake->options.scenarios);
    remake->paths = mem_zeroed(record->scenario_count, sizeof *remake->paths);
    for (size_t i = 0; i < record->scenario_count; i++) {
        remake->paths[i] = mem_format("%s/resolved/%s.cfg", record->folder, record->scenarios[i]);
        remake->options.scenarios[i] = remake->paths[i];
    }
}

static void remake_free(struct remake *remake) {
    for (size_t i = 0; i < remake->options.scenario_count; i++) {
        free(remake->paths[i]);
    }
    free(remake->paths);
    free(remake->options.scenarios);
    cmd_study_free(&remake->study);
    out_record_free(&remake->record);
}

static bool is_recorded(const struct out_record *record, const char *path) {
    const size_t length = strlen(record->folder);
    return strncmp(path, record->folder, length) == 0 && path[length] == '/' &&
           out_record_find(record, path + length + 1) < record->output_count;
}

/* A folder that reads what it does not carry would be another study elsewhere. */
static bool reads_only_recorded(const struct cmd_study *study, const struct out_record *record) {
    struct err_list err;
    err_list_init(&err);
    for (size_t i = 0; i < study->count; i++) {
        for (size_t f = 0; f < study->read[i].file_count; f++) {
            const char *path = study->read[i].files[f].path;
            if (!is_recorded(record, path)) {
                err_add(&err, study->read[i].path, 0, "reads %s, which is not among the files of the results", path);
            }
        }
    }
    const bool is_good = err.count == 0;
    if (!is_good) {
        cmd_study_complain(&err);
    }
    err_list_free(&err);
    return is_good;
}

static int compare(struct cmd_verdicts *verdicts, struct remake *remake) {
    struct err_list err;
    err_list_init(&err);
    const bool is_read = out_record_read(&remake->record, remake->options.folder, &err);
    if (is_read) {
        cmd_verdicts_compare(verdicts, &remake->record);
    }
    err_list_free(&err);
    return is_read ? CMD_OK : CMD_CANNOT_WRITE;
}

static int make_and_compare(struct cmd_verdicts *verdicts, struct remake *remake, struct out_folder *folder) {
    cmd_study_run(&remake->study, false);
    if (!remake->study.was_stopped) {
        /* Without gnuplot there are complaints, and yet all but the pictures. */
        cmd_write_results(folder, &remake->study, &remake->options);
    }
    const int status = cmd_study_end(&remake->study);
    if (status != CMD_OK) {
        fprintf(stderr, "caremix: interrupted; nothing was compared and nothing is kept.\n");
        out_folder_remove(folder);
        return status;
    }
    return compare(verdicts, remake);
}

static int verify_into(struct cmd_verdicts *verdicts, struct remake *remake, bool is_kept) {
    struct out_folder folder;
    if (!cmd_write_begin(&folder, &remake->options)) {
        return CMD_CANNOT_WRITE;
    }
    const int status = make_and_compare(verdicts, remake, &folder);
    if (!is_kept) {
        out_folder_remove(&folder);
    }
    out_folder_free(&folder);
    return status;
}

/* In a folder of its own, which is gone afterwards. */
static int verify_aside(struct cmd_verdicts *verdicts, struct remake *remake) {
    const char *place = getenv("TMPDIR");
    char *path = mem_format("%s/caremix-verify-XXXXXX", place != NULL && *place != '\0' ? place : "/tmp");
    int status = CMD_CANNOT_WRITE;
    if (mkdtemp(path) == NULL) {
        fprintf(stderr, "caremix: no folder could be made for what is made again (%s); name one with -o.\n", path);
    } else {
        remake->options.folder = path;
        remake->options.replace = false;
        status = verify_into(verdicts, remake, false);
        rmdir(path);
    }
    free(path);
    return status;
}

/* What the resolved files hold was partly said on the command line, and they and the figures say so. */
static void remember_settings(struct cmd_study *study, const struct out_record *record) {
    for (size_t i = 0; i < record->setting_count; i++) {
        scn_scenario_remember(&study->read[record->settings[i].scenario], record->settings[i].text);
    }
}

/* Nothing is printed in between: a reader who goes away would end the program before its folder is removed. Signals that
 * ask to stop wait likewise. */
static int verify_study(struct cmd_verdicts *verdicts, struct remake *remake) {
    if (!cmd_study_read(&remake->study, &remake->options) || !reads_only_recorded(&remake->study, verdicts->older)) {
        return CMD_DATA;
    }
    remember_settings(&remake->study, verdicts->older);
    const sigset_t signals = cmd_progress_signals();
    pthread_sigmask(SIG_BLOCK, &signals, NULL);
    const bool is_kept = remake->options.folder != NULL;
    const int status = is_kept ? verify_into(verdicts, remake, true) : verify_aside(verdicts, remake);
    pthread_sigmask(SIG_UNBLOCK, &signals, NULL);
    return status;
}

static void say_study(const struct out_record *record) {
    printf("Runs again %zu %s, %u %s, seed %" PRIu64 ", from %s/resolved.\n", record->scenario_count,
           record->scenario_count == 1 ? "scenario" : "scenarios", record->replications,
           record->replications == 1 ? "replication" : "replications", record->seed, record->folder);
    if (!record->is_complete) {
        printf("The study was interrupted; these are the replications that it finished.\n");
    }
    fflush(stdout); /* what follows takes its time */
}

static int conclude(const struct cmd_verdicts *verdicts, const struct cmd_options *options) {
    cmd_verdicts_print(stdout, verdicts);
    if (options->folder != NULL) {
        printf("\nWhat was made again is in %s.\n", options->folder);
    }
    return cmd_verdicts_hold(verdicts, options->allow_error) ? CMD_OK : CMD_FAILED;
}

static int verify_record(const struct out_record *record, const struct cmd_options *options) {
    struct cmd_verdicts verdicts;
    struct remake remake;
    remake_init(&remake, record, options);
    cmd_verdicts_check(&verdicts, record);
    cmd_verdicts_print_check(stdout, &verdicts);
    say_study(record);
    int status = verify_study(&verdicts, &remake);
    if (status == CMD_OK) {
        status = conclude(&verdicts, options);
    }
    cmd_verdicts_free(&verdicts);
    remake_free(&remake);
    return status;
}

/* What is to be verified must not be replaced by what it is compared with. */
static bool is_same_folder(const char *path, const char *other) {
    struct stat facts[2];
    return other != NULL && stat(path, &facts[0]) == 0 && stat(other, &facts[1]) == 0 &&
           facts[0].st_dev == facts[1].st_dev && facts[0].st_ino == facts[1].st_ino;
}

static int verify(const struct cmd_options *options) {
    const char *folder = options->scenarios[0];
    if (is_same_folder(folder, options->folder)) {
        fprintf(stderr, "caremix: -o names the folder that is to be verified; name another.\n");
        return CMD_CANNOT_WRITE;
    }
    struct out_record record;
    struct err_list err;
    err_list_init(&err);
    int status = CMD_DATA;
    if (out_record_read(&record, folder, &err)) {
        status = verify_record(&record, options);
    } else {
        cmd_study_complain(&err);
    }
    out_record_free(&record);
    err_list_free(&err);
    return status;
}

int cmd_verify_main(int argument_count, char **arguments) {
    static const struct argp argp = {
        .options = own_options, .parser = parse, .args_doc = "DIR", .doc = documentation, .children = children};
    struct cmd_options options;
    cmd_options_parse(&options, &argp, argument_count, arguments);
    const int status = verify(&options);
    cmd_options_free(&options);
    return status;
}

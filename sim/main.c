/* main.c - the program's door: which subcommand is meant. */
#include <argp.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "command/command.h"
#include "command/version.h"

struct subcommand {
    const char *name;
    int (*run)(int argument_count, char **arguments);
};

/* clang-format off: one row is one subcommand. */
static const struct subcommand subcommands[] = {
    {"compare", cmd_compare_main},   {"run", cmd_run_main},       {"check", cmd_check_main},
    {"selftest", cmd_selftest_main}, {"verify", cmd_verify_main}, {"trace", cmd_trace_main},
    {"explain", cmd_explain_main},   {"diff", cmd_diff_main},     {"template", cmd_template_main},
};
/* clang-format on */

enum { SUBCOMMANDS = sizeof subcommands / sizeof subcommands[0] };

static const char documentation[] =
    "Simulates occupational therapy and social care as an area's population ages, and compares ways to organise the "
    "service on waiting times and on funded-care demand."
    "\vCommands:\n"
    "  compare BASELINE SCENARIO...  on the same people, against the first\n"
    "  run SCENARIO...               scenarios against published figures\n"
    "  check SCENARIO...             faults, demand against capacity, paid staff\n"
    "  selftest [CASE...]            textbook queues against their theory\n"
    "  verify DIR                    results run again, and compared file by file\n"
    "  trace SCENARIO                what happens in one replication, as a log\n"
    "  explain KEY [SCENARIO...]     a key's meaning, its values and their sources\n"
    "  diff SCENARIO SCENARIO        what two scenarios have different\n"
    "  template [SCENARIO]           a scenario to start from, with every key\n"
    "\n"
    "Each command has a --help of its own. To begin with:\n"
    "  caremix compare scenarios/separate.cfg scenarios/skill-mix.cfg\n"
    "\n"
    "Exit status: 0 done; 1 a check did not hold; 64 command line not understood; 65 faults in a scenario or in "
    "results; 73 results could not be written; "
    "130 (SIGINT) or 143 (SIGTERM) interrupted, what was finished is kept.";

static void complain_of_command(const char *word) {
    const char *names[SUBCOMMANDS];
    for (size_t i = 0; i < SUBCOMMANDS; i++) {
        names[i] = subcommands[i].name;
    }
    char *hint = err_suggestion(word, names, SUBCOMMANDS, "");
    fprintf(stderr, "caremix: '%s' is no command%s\nTry 'caremix --help'.\n", word, hint);
    free(hint);
}

/* The first word that is no option names the subcommand; all behind it is the subcommand's own. */
static error_t parse(int key, char *word, struct argp_state *state) {
    int *status = state->input;
    if (key == ARGP_KEY_NO_ARGS) {
        argp_usage(state);
    }
    if (key != ARGP_KEY_ARG) {
        return ARGP_ERR_UNKNOWN;
    }
    const int first = state->next - 1;
    state->next = state->argc;
    for (size_t i = 0; i < SUBCOMMANDS; i++) {
        if (strcmp(word, subcommands[i].name) == 0) {
            *status = subcommands[i].run(state->argc - first, state->argv + first);
            return 0;
        }
    }
    complain_of_command(word);
    *status = CMD_USAGE;
    return 0;
}

static void print_version(FILE *out, struct argp_state *state) {
    (void)state;
    fprintf(out, "caremix %s (%s)\nLicence GPL-3.0-or-later\n", cmd_version_number(), cmd_version_commit());
}

int main(int argument_count, char **arguments) {
    static const struct argp argp = {
        .parser = parse,
        .args_doc = "COMMAND [OPTION...] SCENARIO...\nverify [OPTION...] DIR",
        .doc = documentation,
    };
    argp_program_version_hook = print_version;
    int status = CMD_OK;
    argp_parse(&argp, argument_count, arguments, ARGP_IN_ORDER, NULL, &status);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        fprintf(stderr, "caremix: standard output could not be written: %s\n", strerror(errno));
        return CMD_CANNOT_WRITE;
    }
    return status;
}

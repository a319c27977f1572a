/* command/options.h - options that several subcommands share (inside the command layer only). */
#ifndef SIM_COMMAND_OPTIONS_H
#define SIM_COMMAND_OPTIONS_H

#include <argp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct cmd_options {
    uint32_t replications;      /* 0: as the first scenario says */
    uint32_t first_replication; /* 0: not said, which means 1 */
    unsigned threads;           /* 0: as many as there are processors */
    uint64_t seed;
    bool has_seed;      /* false: as the first scenario says */
    const char *folder; /* for results; of `trace` the file; NULL: none given */
    bool replace;
    bool checked;
    bool events;               /* `trace` only: events of the engine, and not what happens to people */
    bool parameters, measures; /* `check` only: print the references of parameters and of measures */
    int argument_count;        /* of the command line, for the manifest */
    const char **arguments;    /* owned; the program and the subcommand first, in the order given */
    const char **scenarios;    /* owned; the texts belong to the command line */
    size_t scenario_count;
};

/* A whole number in a range; else ends the program with a sentence that says the range.
 *   what  the option, for that sentence */
uint64_t cmd_options_number(const char *text, const uint64_t range[2], const char *what, struct argp_state *state);

/* What every subcommand that runs scenarios has: the scenarios themselves, -s and --checked; input as below. */
extern const struct argp cmd_options_scenarios;

/* Options of studies (-r, --first, -j, -s, --checked) and of results (-o, --replace), to be put into a subcommand's argp as
 * children; their input is a struct cmd_options. The scenarios are collected by the first of them. */
extern const struct argp cmd_options_study;
extern const struct argp cmd_options_results;

/* Both, for a subcommand that runs a study and may write its results: its parser hands its input to two children. */
extern const struct argp_child cmd_options_children[];

/* Parses a subcommand's arguments; ends the program on --help and on faults of usage. Free with cmd_options_free. */
void cmd_options_parse(struct cmd_options *options, const struct argp *argp, int argument_count, char **arguments);
void cmd_options_free(struct cmd_options *options);

#endif

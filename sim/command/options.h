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
    const char *folder; /* for results; of `trace` and `template` the file; NULL: none given */
    bool replace;
    bool checked;
    bool events;               /* `trace` only: events of the engine, and not what happens to people */
    bool parameters, measures; /* `check` only: print the references of parameters and of measures */
    const char *cases;         /* `selftest` only: folder of its scenarios; NULL: beside the program */
    uint32_t seeds;            /* `selftest` only: so many seeds for the coverage of intervals; 0: none is asked for */
    bool allow_error;          /* `verify` only: within Monte Carlo error is enough */
    bool full, meanings;       /* `diff` only: long values in full, the meaning of each key */
    const char *key;           /* `explain` only: the key's path */
    int argument_count;        /* of the command line, for the manifest */
    const char **arguments;    /* owned; the program and the subcommand first, in the order given */
    const char **settings;     /* owned; "key=value" of each --set, in the order given */
    size_t setting_count;
    const char **scenarios; /* owned; the texts belong to the command line */
    size_t scenario_count;
};

/* A whole number in a range; else ends the program with a sentence that says the range.
 *   what  the option, for that sentence */
uint64_t cmd_options_number(const char *text, const uint64_t range[2], const char *what, struct argp_state *state);

/* What every subcommand that runs scenarios has: the scenarios themselves, -s, --set and --checked; input as below. */
extern const struct argp cmd_options_scenarios;

/* Options of studies (-r, --first, -j, and those above) and of results (-o, --replace), to be put into a subcommand's argp as
 * children; their input is a struct cmd_options. The scenarios are collected by the first of them. */
extern const struct argp cmd_options_study;
extern const struct argp cmd_options_results;

/* Options of `selftest` alone (--cases, --seeds), likewise. */
extern const struct argp cmd_options_selftest;

/* Both, for a subcommand that runs a study and may write its results: its parser hands its input to two children. */
extern const struct argp_child cmd_options_children[];

/* Puts a scenario behind the others; the text belongs to the command line. */
void cmd_options_add_scenario(struct cmd_options *options, const char *path);

/* Hands a parser's input, a struct cmd_options, to its children: for ARGP_KEY_INIT. */
void cmd_options_hand_down(struct argp_state *state, size_t children);

/* Parses a subcommand's arguments; ends the program on --help and on faults of usage. Free with cmd_options_free. */
void cmd_options_parse(struct cmd_options *options, const struct argp *argp, int argument_count, char **arguments);
void cmd_options_free(struct cmd_options *options);

#endif

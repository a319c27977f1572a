/* command/options.h - options that several subcommands share (inside the command layer only). */
#ifndef SIM_COMMAND_OPTIONS_H
#define SIM_COMMAND_OPTIONS_H

#include <argp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct cmd_options {
    uint32_t replications; /* 0: as the first scenario says */
    unsigned threads;      /* 0: as many as there are processors */
    uint64_t seed;
    bool has_seed;      /* false: as the first scenario says */
    const char *folder; /* for results; NULL: none given */
    bool replace;
    bool checked;
    bool parameters, measures; /* `check` only: print the references of parameters and of measures */
    const char *cases;         /* `selftest` only: folder of its scenarios; NULL: beside the program */
    uint32_t seeds;            /* `selftest` only: so many seeds for the coverage of intervals; 0: none is asked for */
    int argument_count;        /* of the command line, for the manifest */
    const char **arguments;    /* owned; the program and the subcommand first, in the order given */
    const char **scenarios;    /* owned; the texts belong to the command line */
    size_t scenario_count;
};

/* Options of studies (-r, -j, -s, --checked) and of results (-o, --replace), to be put into a subcommand's argp as
 * children; their input is a struct cmd_options. The scenarios are collected by the first of them. */
extern const struct argp cmd_options_study;
extern const struct argp cmd_options_results;

/* Options of `selftest` alone (--cases, --seeds), likewise. */
extern const struct argp cmd_options_selftest;

/* Both, for a subcommand that runs a study and may write its results: its parser hands its input to two children. */
extern const struct argp_child cmd_options_children[];

/* Parses a subcommand's arguments; ends the program on --help and on faults of usage. Free with cmd_options_free. */
void cmd_options_parse(struct cmd_options *options, const struct argp *argp, int argument_count, char **arguments);
void cmd_options_free(struct cmd_options *options);

#endif

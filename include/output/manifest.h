/* output/manifest.h - manifest.json: what made these results, and the hash of every file read and written. */
#ifndef OUTPUT_MANIFEST_H
#define OUTPUT_MANIFEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "output/folder.h"

/* A setting of the command line that was laid over a scenario. */
struct out_setting {
    const char *scenario, *text;
};

/* A scenario that was run with several seeds, one behind the other. */
struct out_run {
    const char *scenario;
    uint64_t seed;                /* the first */
    uint32_t seeds, replications; /* the latter with each seed */
};

/* A file that was read. */
struct out_input {
    const char *path;
    const char *copy; /* of data: its name in the folder; NULL of a scenario, which is there written out in full */
};

/* What only the caller knows; everything is borrowed. Library versions, compiler and machine are found out
 * here. */
struct out_manifest {
    const char *version, *commit; /* of caremix; commit may be NULL */
    const char *flags;            /* it was compiled with; may be NULL */
    int argument_count;
    const char *const *arguments; /* the command line */
    uint64_t seed;
    uint32_t first_replication;                /* number of the first */
    uint32_t replications_asked, replications; /* wanted and finished */
    int64_t started;                           /* seconds since 1 January 1970 UTC */
    unsigned threads;
    const char *const *scenarios; /* names */
    size_t scenario_count;
    const struct out_run *runs; /* of each scenario, where seed and replications above do not say what was run */
    size_t run_count;           /* 0: they do */
    const struct out_setting *settings; /* in the order of the scenarios */
    size_t setting_count;
    const struct out_input *inputs; /* every scenario and data file read */
    size_t input_count;
    double run_seconds;       /* of the simulation, wall clock */
    uint64_t persons, events; /* simulated */
    bool complete;            /* false: stopped early, fewer replications than asked for */
};

/* Writes manifest.json as the last file of the folder. The seed is written as a text, because readers of
 * JSON round whole numbers beyond 2^53; what is unknown is null. */
bool out_manifest_write(struct out_folder *folder, const struct out_manifest *manifest, struct err_list *err);

#endif

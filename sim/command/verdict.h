/* command/verdict.h - what becomes of results, file by file, when they are run again (inside the command layer only). */
#ifndef SIM_COMMAND_VERDICT_H
#define SIM_COMMAND_VERDICT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "output/likeness.h"
#include "output/record.h"

enum cmd_verdict_kind {
    CMD_VERDICT_IDENTICAL, /* byte for byte */
    CMD_VERDICT_REDRAWN,   /* another picture, or none, of identical data by identical scripts */
    CMD_VERDICT_WITHIN,    /* within Monte Carlo error */
    CMD_VERDICT_AS_RUNS,   /* sums up runs that are within Monte Carlo error, and has no error of its own */
    CMD_VERDICT_DIFFERENT,
    CMD_VERDICT_NOT_MADE, /* recorded, and not made again */
    CMD_VERDICT_ADDED,    /* made now, and not recorded */
    CMD_VERDICT_GONE,     /* recorded, and no longer in the folder */
    CMD_VERDICT_KINDS
};

struct cmd_verdict {
    const char *name; /* borrowed from a record */
    enum out_record_state state;
    enum cmd_verdict_kind kind;
    bool is_made_as_recorded; /* what was made again has the recorded SHA-256, whatever is in the folder now */
    struct out_likeness likeness;
};

struct cmd_verdicts {
    const struct out_record *older, *newer; /* borrowed */
    struct cmd_verdict *files;
    size_t count, capacity;
    size_t counts[CMD_VERDICT_KINDS]; /* files by kind */
    size_t changed, missing;          /* files that are not as recorded */
    size_t made_as_recorded;
    char **extras; /* owned; files in the folder that are not recorded */
    size_t extra_count;
};

/* Holds the files of a folder against its record. Free with cmd_verdicts_free. */
void cmd_verdicts_check(struct cmd_verdicts *verdicts, const struct out_record *older);
void cmd_verdicts_free(struct cmd_verdicts *verdicts);

/* Holds them against what was made again. */
void cmd_verdicts_compare(struct cmd_verdicts *verdicts, const struct out_record *newer);

/* Prints what the folder is and which files are not as recorded. */
void cmd_verdicts_print_check(FILE *out, const struct cmd_verdicts *verdicts);

/* Prints a line a file, where files differ first, what made them if that is different, and a conclusion. */
void cmd_verdicts_print(FILE *out, const struct cmd_verdicts *verdicts);

/* Does the promise hold? Every file is as recorded, and was made again byte for byte; pictures may be drawn differently.
 *   allows_error  within Monte Carlo error is enough */
bool cmd_verdicts_hold(const struct cmd_verdicts *verdicts, bool allows_error);

#endif

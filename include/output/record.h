/* output/record.h - what a results folder says of itself: its manifest, read back, and whether its files are still those
 * that the manifest records. The folder, which may be named by a link, may have been copied, edited or made up: nothing
 * here leaves it, by a name or by a link. */
#ifndef OUTPUT_RECORD_H
#define OUTPUT_RECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "output/folder.h"

/* Something that made the results: a version, the compiler, the machine. Owned; one line of text each. */
struct out_fact {
    char *name, *value;
};

/* A setting of the command line that was laid over a scenario. */
struct out_laid {
    size_t scenario; /* its place among the scenarios */
    char *text;      /* owned; key=value */
};

struct out_record {
    char *folder;
    uint64_t seed;
    uint32_t first_replication; /* its number; 1 where the manifest does not say */
    uint32_t replications;      /* finished */
    bool is_complete;           /* false: stopped early */
    char **scenarios;           /* names, in the order of the study */
    size_t scenario_count;
    struct out_laid *settings; /* in the order of the scenarios, and of the command line */
    size_t setting_count;
    struct out_file *outputs; /* files of the folder, the manifest left out */
    size_t output_count;
    struct out_fact *facts; /* always the same names in the same order */
    size_t fact_count;
};

/* Reads the manifest of a folder. A complaint for each of these: there is none, it is no JSON, it is not of caremix, a
 * value is missing or of another kind, a name or a link leads out of the folder, a scenario or its data is not among the
 * files, the data are not those that were read, or they are no results of one study. A manifest of another version of
 * caremix is read like any.
 * The caller frees with out_record_free in any case. */
bool out_record_read(struct out_record *record, const char *folder, struct err_list *err);
void out_record_free(struct out_record *record);

enum out_record_state {
    OUT_AS_RECORDED,
    OUT_CHANGED, /* its SHA-256 is another */
    OUT_MISSING  /* no file, or it cannot be read */
};

/* Whether a file of the folder is the one recorded.
 *   output  its place among the outputs */
enum out_record_state out_record_check(const struct out_record *record, size_t output);

/* Is there a file of that name among the outputs? Its place, or output_count. */
size_t out_record_find(const struct out_record *record, const char *name);

/* Names of files in the folder that are neither the manifest nor among the outputs, sorted; the caller frees each and the
 * array. */
size_t out_record_extras(const struct out_record *record, char ***names);

#endif

/* command/manifest.h - what the manifest of a results folder says of the studies behind it (inside the command layer
 * only). */
#ifndef SIM_COMMAND_MANIFEST_H
#define SIM_COMMAND_MANIFEST_H

#include "output/folder.h"
#include "output/manifest.h"
#include "study.h"

/* Studies that were run, taken in one by one. All zero: none yet. */
struct cmd_manifest {
    struct out_run *runs; /* owned, as their names are; a scenario each, in order of first taking in */
    size_t run_count, run_capacity;
    struct out_setting *settings; /* owned, as their texts are */
    size_t setting_count, setting_capacity;
    struct out_input *inputs; /* owned, as their texts are; every file read, each once, in order of first reading */
    size_t input_count, input_capacity;
    struct out_manifest facts; /* those that are no lists, added up where there are several studies */
};

/* Takes in a study that was run. One of the same scenario before it had another seed. */
void cmd_manifest_take(struct cmd_manifest *manifest, const struct cmd_study *study);
void cmd_manifest_free(struct cmd_manifest *manifest);

/* Different settings of the command line that lie over any scenario. */
size_t cmd_manifest_settings(const struct cmd_manifest *manifest);

/* Writes manifest.json: of a study with its seed and replications, or where the options ask for several seeds, with those
 * of each scenario.
 *   is_complete  everything was run and written
 * Returns false after a complaint. */
bool cmd_manifest_write(const struct cmd_manifest *manifest, struct out_folder *folder,
                        const struct cmd_options *options, bool is_complete, struct err_list *err);

#endif

/* command/manifest.c - what the manifest of a results folder says of the studies behind it. */
#include "manifest.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/mem.h"
#include "scenario/name.h"
#include "version.h"

/* Data keep their names, scenarios are written out in full. */
static struct out_input input_of(const struct scn_file *file) {
    return (struct out_input){mem_text(file->path),
                              file->is_data ? mem_format("resolved/%s", scn_name_base(file->path)) : NULL};
}

static void take_inputs(struct cmd_manifest *manifest, const struct scn_scenario *read) {
    for (size_t f = 0; f < read->file_count; f++) {
        size_t known = 0;
        while (known < manifest->input_count && strcmp(manifest->inputs[known].path, read->files[f].path) != 0) {
            known++;
        }
        if (known == manifest->input_count) {
            manifest->inputs =
                mem_grown(manifest->inputs, manifest->input_count, &manifest->input_capacity, sizeof *manifest->inputs);
            manifest->inputs[manifest->input_count++] = input_of(&read->files[f]);
        }
    }
}

/* Without the option's name. */
static void take_settings(struct cmd_manifest *manifest, const char *name, const struct scn_scenario *read) {
    for (size_t s = 0; s < read->setting_count; s++) {
        manifest->settings = mem_grown(manifest->settings, manifest->setting_count, &manifest->setting_capacity,
                                       sizeof *manifest->settings);
        manifest->settings[manifest->setting_count++] =
            (struct out_setting){name, mem_text(read->settings[s] + strlen("--set "))};
    }
}

/* The runs of a scenario, new ones where it is new. */
static struct out_run *runs_of(struct cmd_manifest *manifest, const struct cmd_study *study,
                               const struct scn_scenario *read) {
    for (size_t r = 0; r < manifest->run_count; r++) {
        if (strcmp(manifest->runs[r].scenario, read->name) == 0) {
            return &manifest->runs[r];
        }
    }
    manifest->runs = mem_grown(manifest->runs, manifest->run_count, &manifest->run_capacity, sizeof *manifest->runs);
    struct out_run *runs = &manifest->runs[manifest->run_count++];
    *runs = (struct out_run){mem_text(read->name), study->seed, 0, study->results.replications};
    take_settings(manifest, runs->scenario, read);
    take_inputs(manifest, read);
    return runs;
}

void cmd_manifest_take(struct cmd_manifest *manifest, const struct cmd_study *study) {
    struct out_manifest *facts = &manifest->facts;
    if (manifest->run_count == 0) {
        facts->started = (int64_t)time(NULL) - (int64_t)study->run_seconds;
        facts->seed = study->seed;
        facts->first_replication = study->results.first_replication;
        facts->replications_asked = study->replications;
        facts->replications = study->results.replications;
        facts->threads = study->threads;
    }
    facts->run_seconds += study->run_seconds;
    for (size_t i = 0; i < study->count; i++) {
        runs_of(manifest, study, &study->read[i])->seeds++;
        facts->persons += study->results.outcomes[i].persons;
        facts->events += study->results.outcomes[i].events;
    }
}

/* Texts that the manifest owns stand in structs that borrow them. */
static void text_free(const char *text) {
    free((void *)(uintptr_t)text);
}

void cmd_manifest_free(struct cmd_manifest *manifest) {
    for (size_t i = 0; i < manifest->setting_count; i++) {
        text_free(manifest->settings[i].text);
    }
    for (size_t i = 0; i < manifest->run_count; i++) {
        text_free(manifest->runs[i].scenario);
    }
    for (size_t i = 0; i < manifest->input_count; i++) {
        text_free(manifest->inputs[i].path);
        text_free(manifest->inputs[i].copy);
    }
    free(manifest->settings);
    free(manifest->runs);
    free(manifest->inputs);
}

size_t cmd_manifest_settings(const struct cmd_manifest *manifest) {
    size_t count = 0;
    for (size_t i = 0; i < manifest->setting_count; i++) {
        size_t earlier = 0;
        while (strcmp(manifest->settings[earlier].text, manifest->settings[i].text) != 0) {
            earlier++;
        }
        count += earlier == i;
    }
    return count;
}

bool cmd_manifest_write(const struct cmd_manifest *manifest, struct out_folder *folder,
                        const struct cmd_options *options, bool is_complete, struct err_list *err) {
    struct out_manifest whole = manifest->facts;
    const char **names = mem_zeroed(manifest->run_count, sizeof *names);
    for (size_t i = 0; i < manifest->run_count; i++) {
        names[i] = manifest->runs[i].scenario;
    }
    whole.version = cmd_version_number();
    whole.commit = cmd_version_commit();
    whole.flags = cmd_version_flags();
    whole.argument_count = options->argument_count;
    whole.arguments = options->arguments;
    whole.scenarios = names;
    whole.scenario_count = manifest->run_count;
    whole.runs = manifest->runs;
    whole.run_count = options->seeds > 0 ? manifest->run_count : 0;
    whole.settings = manifest->settings;
    whole.setting_count = manifest->setting_count;
    whole.inputs = manifest->inputs;
    whole.input_count = manifest->input_count;
    whole.complete = is_complete;
    const bool is_written = out_manifest_write(folder, &whole, err);
    free(names);
    return is_written;
}

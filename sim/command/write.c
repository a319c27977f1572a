/* command/write.c - a study's results into a folder. */
#include "write.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "command.h"
#include "layout.h"
#include "manifest.h"
#include "output/figures.h"
#include "output/folder.h"
#include "output/tables.h"
#include "place.h"
#include "version.h"

bool cmd_write_report(struct err_list *err) {
    const bool is_good = err->count == 0;
    for (size_t i = 0; i < err->count; i++) {
        fprintf(stderr, "%s\n", err->complaints[i].text);
    }
    err_list_free(err);
    return is_good;
}

bool cmd_write_begin(struct out_folder *folder, const struct cmd_options *options) {
    struct err_list err;
    err_list_init(&err);
    out_folder_init(folder, options->folder, options->replace, &err);
    return cmd_write_report(&err);
}

static void write_text(struct out_folder *folder, const char *name, const char *text, struct err_list *err) {
    FILE *out = out_folder_begin(folder, name, err);
    if (out != NULL) {
        fputs(text, out);
        out_folder_end(folder, err);
    }
}

static bool has_file(const struct out_folder *folder, const char *name) {
    size_t i = 0;
    while (i < folder->count && strcmp(folder->files[i].name, name) != 0) {
        i++;
    }
    return i < folder->count;
}

static void write_resolved(struct out_folder *folder, const struct cmd_study *study,
                           const struct cmd_manifest *manifest, struct err_list *err) {
    for (size_t i = 0; i < study->count; i++) {
        char *name = mem_format("resolved/%s.cfg", study->read[i].name);
        write_text(folder, name, study->read[i].resolved, err);
        free(name);
    }
    /* Scenarios may read the same data by several paths; a name stands for one content, or the study is refused. */
    for (size_t i = 0; i < manifest->input_count; i++) {
        const struct out_input *input = &manifest->inputs[i];
        if (input->copy != NULL && !has_file(folder, input->copy)) {
            out_folder_copy(folder, input->path, input->copy, err);
        }
    }
}

/* No file stays that the manifest does not name: where there is no room for it, the last of the others go. */
static void make_room(struct out_folder *folder, const struct cmd_manifest *manifest,
                      const struct cmd_options *options) {
    bool is_written = false;
    while (!is_written && out_folder_drop(folder)) {
        struct err_list err; /* the same again and again */
        err_list_init(&err);
        is_written = cmd_manifest_write(manifest, folder, options, false, &err);
        err_list_free(&err);
    }
}

static void write_files(struct out_folder *folder, const struct cmd_study *study, const struct cmd_manifest *manifest,
                        struct err_list *err) {
    char *plots = cmd_place_find("plots");
    const struct out_figure_source source = {plots, cmd_version_number(), study->seed, cmd_manifest_settings(manifest)};
    out_tables_write(folder, &study->results, err);
    out_figures_write(folder, &study->results, &source, err);
    write_resolved(folder, study, manifest, err);
    free(plots);
}

bool cmd_write_results(struct out_folder *folder, const struct cmd_study *study, const struct cmd_options *options) {
    struct cmd_manifest manifest = {0};
    struct err_list err;
    err_list_init(&err);
    cmd_manifest_take(&manifest, study);
    write_files(folder, study, &manifest, &err);
    const bool is_whole = err.count == 0 && !study->was_stopped;
    const bool is_kept = cmd_manifest_write(&manifest, folder, options, is_whole, &err);
    const bool is_good = cmd_write_report(&err);
    if (!is_kept) {
        make_room(folder, &manifest, options);
    }
    cmd_manifest_free(&manifest);
    if (!is_good) {
        fprintf(stderr, "caremix: %s %s\n", folder->path,
                folder->count > 0 ? "holds what could be written; its manifest says that it is incomplete."
                                  : "holds nothing of these results.");
    }
    return is_good;
}

static void announce(FILE *out, const struct out_folder *folder, bool has_replaced) {
    fprintf(out, "\nResults are in %s/%s. To look at:\n", folder->path, has_replaced ? ", in place of older ones" : "");
    size_t count;
    const struct out_figure *figures = out_figures(&count);
    for (size_t i = 0; i < count; i++) {
        char *name = mem_format("figures/%s.svg", figures[i].name);
        char *path = out_folder_path(folder, name);
        if (access(path, R_OK) == 0) {
            fprintf(out, "  %-25s %s\n", name, figures[i].caption);
        }
        free(path);
        free(name);
    }
    fprintf(out, "  %-25s Every measure with its interval.\n", "summary.csv");
    fprintf(out, "  %-25s What made these results.\n", "manifest.json");
}

static uint64_t study_persons(const struct cmd_study *study) {
    uint64_t persons = 0;
    for (size_t i = 0; i < study->results.outcome_count; i++) {
        persons += study->results.outcomes[i].persons;
    }
    return persons;
}

static void say_speed(const struct cmd_study *study) {
    char *persons_a_second = cmd_layout_number((double)study_persons(study) / study->run_seconds, "%.0f");
    printf("\nRun time %.1f s on %u %s; %s persons simulated a second.\n", study->run_seconds, study->threads,
           study->threads == 1 ? "thread" : "threads", persons_a_second);
    free(persons_a_second);
}

static int run_and_write(struct cmd_study *study, const struct cmd_options *options, struct out_folder *folder,
                         void (*print)(const struct cmd_study *study)) {
    cmd_study_run(study, options->checked);
    if (study->results.replications == 0) {
        fprintf(stderr, "caremix: interrupted before the first replication was finished; there are no results.\n");
        return cmd_study_end(study);
    }
    if (study->was_stopped) {
        fprintf(stderr, "caremix: interrupted; these are the results of %u of %u replications.\n",
                study->results.replications, study->replications);
    }
    print(study);
    if (folder != NULL) {
        const bool has_replaced = folder->is_replacing; /* until the first file is begun */
        if (!cmd_write_results(folder, study, options)) {
            return CMD_CANNOT_WRITE;
        }
        announce(stdout, folder, has_replaced);
    }
    say_speed(study);
    return cmd_study_end(study);
}

static int write_study(const struct cmd_options *options, void (*print)(const struct cmd_study *study)) {
    struct cmd_study study;
    struct out_folder folder;
    int status = CMD_DATA;
    if (cmd_study_read(&study, options)) {
        const bool is_wanted = options->folder != NULL;
        status = CMD_CANNOT_WRITE;
        if (!is_wanted || cmd_write_begin(&folder, options)) {
            status = run_and_write(&study, options, is_wanted ? &folder : NULL, print);
            if (is_wanted) {
                out_folder_free(&folder);
            }
        }
    }
    cmd_study_free(&study);
    return status;
}

int cmd_write_main(const struct argp *argp, int argument_count, char **arguments,
                   void (*print)(const struct cmd_study *study)) {
    struct cmd_options options;
    cmd_options_parse(&options, argp, argument_count, arguments);
    const int status = write_study(&options, print);
    cmd_options_free(&options);
    return status;
}

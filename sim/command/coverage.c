/* command/coverage.c - how often intervals hold what theory says. */
#include "coverage.h"

#include <stdlib.h>
#include <time.h>

#include "base/mem.h"
#include "command.h"
#include "layout.h"
#include "output/coverage.h"
#include "output/manifest.h"
#include "place.h"
#include "progress.h"
#include "version.h"

static bool is_plausible(const struct cmd_known *known) {
    const struct cmd_known_range range = cmd_known_covers(known->seeds);
    return known->covered >= range.low && known->covered <= range.high;
}

static int conclude(const struct cmd_known_list *list) {
    size_t plausible = 0;
    uint64_t covered = 0, seeds = 0;
    for (size_t i = 0; i < list->count; i++) {
        plausible += is_plausible(&list->rows[i]);
        covered += list->rows[i].covered;
        seeds += list->rows[i].seeds;
    }
    printf("\nOf %lu intervals %.1f %% hold what theory says; %zu of %zu numbers are covered as often as 95 %% makes "
           "plausible%s.\n",
           (unsigned long)seeds, 100.0 * (double)covered / (double)seeds, plausible, list->count,
           plausible == list->count ? "" : ", the others are NOT");
    cmd_layout_paragraph(stdout, "Plausible is where 999 in 1,000 binomial shares lie if each interval covers with "
                                 "probability 0.95. The numbers of one case come from the same runs, so they tend to "
                                 "be covered together.");
    return plausible == list->count ? CMD_OK : CMD_FAILED;
}

static struct out_coverage row_of(const struct cmd_known *known) {
    const struct cmd_known_range range = cmd_known_covers(known->seeds);
    return (struct out_coverage){
        .file = known->of->file,
        .title = known->of->title,
        .measure = known->answer->measure,
        .dimension = known->answer->dimension,
        .subject = known->answer->subject,
        .name = known->name,
        .unit = known->unit,
        .year = known->answer->year,
        .month = known->answer->month,
        .theory = known->theory,
        .mean = stat_moments_mean(&known->means),
        .seeds = known->seeds,
        .covered = known->covered,
        .low = range.low,
        .high = range.high,
    };
}

/* The cases of a list, each once: names, and paths of their files. Returns how many. */
static size_t list_cases(const struct cmd_options *options, const struct cmd_known_list *list, const char **names,
                         char **paths) {
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        if (i == 0 || list->rows[i].of != list->rows[i - 1].of) {
            names[count] = list->rows[i].of->file;
            paths[count++] = mem_format("%s/%s.cfg", options->cases, list->rows[i].of->file);
        }
    }
    return count;
}

static void write_manifest(struct out_folder *folder, const struct cmd_options *options,
                           const struct cmd_known_list *list, double seconds, struct err_list *err) {
    const char **names = mem_zeroed(list->count, sizeof *names);
    char **paths = mem_zeroed(list->count, sizeof *paths);
    const size_t count = list_cases(options, list, names, paths);
    const struct out_manifest manifest = {
        .version = cmd_version_number(),
        .commit = cmd_version_commit(),
        .flags = cmd_version_flags(),
        .argument_count = options->argument_count,
        .arguments = options->arguments,
        .seed = list->rows[0].first_seed,
        .first_replication = options->first_replication > 0 ? options->first_replication : 1,
        .replications_asked = (uint32_t)list->rows[0].values.count,
        .replications = (uint32_t)list->rows[0].values.count,
        .started = (int64_t)time(NULL) - (int64_t)seconds,
        .threads = options->threads,
        .scenarios = names,
        .scenario_count = count,
        .inputs = (const char *const *)paths,
        .input_count = count,
        .run_seconds = seconds,
        .complete = true,
    };
    out_manifest_write(folder, &manifest, err);
    for (size_t i = 0; i < count; i++) {
        free(paths[i]);
    }
    free(paths);
    free(names);
}

static void write_all(struct out_folder *folder, const struct cmd_options *options, const struct cmd_known_list *list,
                      double seconds, struct err_list *err) {
    struct out_coverage *rows = mem_zeroed(list->count, sizeof *rows);
    char *plots = cmd_place_find("plots");
    const struct out_figure_source source = {plots, cmd_version_number(), list->rows[0].first_seed,
                                             options->setting_count};
    for (size_t i = 0; i < list->count; i++) {
        rows[i] = row_of(&list->rows[i]);
    }
    if (out_coverage_write(folder, rows, list->count, &source, err)) {
        write_manifest(folder, options, list, seconds, err);
    }
    free(plots);
    free(rows);
}

/* Prints complaints; false when there are any. */
static bool report(struct err_list *err) {
    const bool is_good = err->count == 0;
    for (size_t i = 0; i < err->count; i++) {
        fprintf(stderr, "%s\n", err->complaints[i].text);
    }
    err_list_free(err);
    return is_good;
}

static int run_into(struct out_folder *folder, const struct cmd_options *options, struct cmd_known_list *list,
                    cmd_coverage_run *run) {
    const double began = cmd_progress_clock();
    int status = run(options, list);
    if (status != CMD_OK) {
        return status;
    }
    status = conclude(list);
    if (folder != NULL) {
        struct err_list err;
        err_list_init(&err);
        write_all(folder, options, list, cmd_progress_clock() - began, &err);
        if (!report(&err)) {
            return CMD_CANNOT_WRITE;
        }
        printf("\nResults are in %s/: coverage.csv, and figures/coverage.svg to look at.\n", folder->path);
    }
    return status;
}

int cmd_coverage_main(const struct cmd_options *options, struct cmd_known_list *list, cmd_coverage_run *run) {
    if (options->folder == NULL) {
        return run_into(NULL, options, list, run);
    }
    struct out_folder folder;
    struct err_list err;
    err_list_init(&err);
    out_folder_init(&folder, options->folder, options->replace, &err);
    if (!report(&err)) {
        return CMD_CANNOT_WRITE;
    }
    const int status = run_into(&folder, options, list, run);
    out_folder_free(&folder);
    return status;
}

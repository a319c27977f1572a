/* command/coverage.c - how often intervals hold what theory says. */
#include "coverage.h"

#include <inttypes.h>
#include <stdlib.h>

#include "base/mem.h"
#include "command.h"
#include "layout.h"
#include "output/coverage.h"
#include "place.h"
#include "version.h"
#include "write.h"

/* Verdicts on coverage, by kind, and the intervals of those numbers that theory knows. */
struct count {
    size_t verdicts[OUT_COVERAGE_VERDICTS];
    uint64_t intervals, covered;
};

static struct count count_of(const struct cmd_known_list *list) {
    struct count count = {0};
    for (size_t i = 0; i < list->count; i++) {
        const struct out_coverage row = cmd_known_coverage(&list->rows[i]);
        const enum out_coverage_verdict verdict = out_coverage_verdict(&row);
        const bool is_known = verdict != OUT_COVERAGE_NO_THEORY;
        count.verdicts[verdict]++;
        count.intervals += is_known ? row.seeds : 0;
        count.covered += is_known ? row.covered : 0;
    }
    return count;
}

static int conclude(const struct cmd_known_list *list) {
    const struct count count = count_of(list);
    const size_t plausible = count.verdicts[OUT_COVERAGE_PLAUSIBLE], unknown = count.verdicts[OUT_COVERAGE_NO_THEORY];
    if (count.intervals > 0) {
        printf("\nOf %" PRIu64 " intervals %.1f %% hold what theory says; %zu of %zu numbers are covered as often as "
               "95 %% makes plausible%s.\n",
               count.intervals, 100.0 * (double)count.covered / (double)count.intervals, plausible,
               list->count - unknown, plausible + unknown == list->count ? "" : ", the others are NOT");
    }
    if (unknown > 0) {
        printf("%s%zu of %zu numbers have NO THEORY, or were not measured.\n", count.intervals > 0 ? "" : "\n", unknown,
               list->count);
    }
    cmd_layout_paragraph(stdout, "Plausible is where 999 in 1,000 binomial shares lie if each interval covers with "
                                 "probability 0.95. The numbers of one case come from the same runs, so they tend to "
                                 "be covered together.");
    return plausible == list->count ? CMD_OK : CMD_FAILED;
}

static void write_all(struct out_folder *folder, const struct cmd_options *options, const struct cmd_known_list *list,
                      struct err_list *err) {
    struct out_coverage *rows = mem_zeroed(list->count, sizeof *rows);
    char *plots = cmd_place_find("plots");
    const struct out_figure_source source = {plots, cmd_version_number(), list->rows[0].first_seed,
                                             cmd_manifest_settings(&list->made)};
    for (size_t i = 0; i < list->count; i++) {
        rows[i] = cmd_known_coverage(&list->rows[i]);
    }
    /* Without gnuplot there is all but the pictures. */
    const bool is_whole = out_coverage_write(folder, rows, list->count, &source, err);
    cmd_manifest_write(&list->made, folder, options, is_whole, err);
    free(plots);
    free(rows);
}

static int run_into(struct out_folder *folder, const struct cmd_options *options, struct cmd_known_list *list,
                    cmd_coverage_run *run) {
    int status = run(options, list);
    if (status != CMD_OK) {
        return status;
    }
    status = conclude(list);
    if (folder != NULL) {
        struct err_list err;
        err_list_init(&err);
        write_all(folder, options, list, &err);
        if (!cmd_write_report(&err)) {
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
    if (!cmd_write_begin(&folder, options)) {
        return CMD_CANNOT_WRITE;
    }
    const int status = run_into(&folder, options, list, run);
    out_folder_free(&folder);
    return status;
}

/* output/figures.h - figures: for each a CSV that is ready to plot, its gnuplot script beside it, an SVG
 * and a PNG. What is drawn is decided by the script and the CSV alone, so gnuplot redraws it without this
 * program: `cd results/figures && gnuplot -d waits.gp`. */
#ifndef OUTPUT_FIGURES_H
#define OUTPUT_FIGURES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "experiment/study.h"
#include "output/folder.h"

struct out_figure {
    const char *name;    /* of the script plots/<name>.gp and of the files figures/<name>.csv, .svg, .png */
    const char *caption; /* what it shows, one sentence */
    bool compares;       /* needs more than one scenario */
};

/* All figures; *count receives how many. */
const struct out_figure *out_figures(size_t *count);

/* What the figures need beside the results; everything is borrowed. */
struct out_figure_source {
    const char *plots;   /* folder of the scripts */
    const char *version; /* of caremix, for the small print */
    uint64_t seed;       /* for the small print */
    size_t settings;     /* of the command line that lie over the scenarios, for the small print */
};

/* Writes the CSVs, copies the scripts, and draws. A figure without data (one scenario and nothing to
 * compare, nobody seen, a measure that no scenario has) is left out. The first six scenarios are shown. A
 * missing gnuplot or a failed drawing is a complaint; the CSVs and scripts are written all the same. */
bool out_figures_write(struct out_folder *folder, const struct expt_results *results,
                       const struct out_figure_source *source, struct err_list *err);

/* Writes and draws one figure that is not of a study.
 *   name   of its script
 *   table  its CSV */
bool out_figures_write_table(struct out_folder *folder, const char *name, const char *table, const char *plots,
                             struct err_list *err);

#endif

/* output/plot.h - the CSVs behind the figures: everything a script draws, labels and places of labels
 * included. Each line is one mark of one series (a scenario); what is said once (subtitle, note, caption)
 * stands on the first. */
#ifndef OUTPUT_PLOT_H
#define OUTPUT_PLOT_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "experiment/study.h"

struct out_plot {
    FILE *out;
    const struct expt_results *results;
    const char *version; /* of caremix */
    uint64_t seed;
    size_t settings;       /* of the command line that lie over the scenarios */
    char *subtitle, *note; /* owned; NULL until a figure sets them */
    size_t lines;          /* written so far, without the header; 0 in the end: there is nothing to draw */
};

/* The caller frees with out_plot_free; out and results are borrowed. */
void out_plot_init(struct out_plot *plot, FILE *out, const struct expt_results *results);
void out_plot_free(struct out_plot *plot);

/* How many scenarios are shown: no more than can be told apart. */
size_t out_plot_shown(const struct out_plot *plot);

/* Says how the replications were summed up: "mean of 30 replications", and what the band or bar is. */
char *out_plot_statistic(const struct out_plot *plot, const char *interval);

/* What the small print says of settings, as "2 settings" behind a dot, or nothing: that the scenarios are not those of
 * the files. What is different the manifest says. The caller frees it. */
char *out_plot_settings(size_t settings);

/* Ends a line with subtitle, note and caption, or with nothing when it is not the first. */
void out_plot_end_line(struct out_plot *plot);

/* One CSV each, by the name of its script. */
void out_plot_waits(struct out_plot *plot);
void out_plot_list(struct out_plot *plot);
void out_plot_care_hours(struct out_plot *plot);
void out_plot_targets(struct out_plot *plot);
void out_plot_differences(struct out_plot *plot);
void out_plot_utilisation(struct out_plot *plot);
void out_plot_bands(struct out_plot *plot);
void out_plot_incidence(struct out_plot *plot);
void out_plot_split(struct out_plot *plot);
void out_plot_uses(struct out_plot *plot);
void out_plot_journey(struct out_plot *plot);
void out_plot_delayed_beds(struct out_plot *plot);
void out_plot_equity(struct out_plot *plot);

#endif

/* output/panels.h - what the CSVs of figures with one panel a scenario have in common, as plots/panels.gp reads them. */
#ifndef OUTPUT_PANELS_H
#define OUTPUT_PANELS_H

#include <stddef.h>
#include <stdio.h>

#include "output/plot.h"

/* The panels of a figure, in order: which scenario each of them shows. */
struct out_panels {
    size_t outcomes[6]; /* index of the scenario */
    size_t count;
};

/* Writes number of the panel, title in two lines as wide as the panel, and a remark under it (said once a panel, else
 * empty): the fields "series", "title", "title_more", "remark". */
void out_panels_line_begin(const struct out_plot *plot, const struct out_panels *panels, size_t panel,
                           const char *remark);

/* An area between two values at one place of a panel, the parts stacked from the bottom. */
struct out_panels_area {
    size_t panel, part;
    const char *name; /* of the part, for the key */
    double x, low, high;
};

/* Writes the fields "part", "name", "x", "low", "high". */
void out_panels_area_write(const struct out_plot *plot, const struct out_panels_area *area);

#endif

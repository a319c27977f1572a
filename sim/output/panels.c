/* output/panels.c - what the CSVs of figures with one panel a scenario have in common. */
#include "panels.h"

#include <stdlib.h>

#include "output/csv.h"
#include "output/text.h"

/* Characters of a title in one line over a panel, by the number of panels beside each other. */
static size_t title_width(size_t panels) {
    static const size_t widths[] = {100, 100, 46, 30, 46};

    return widths[panels < 5 ? panels : 3];
}

void out_panels_line_begin(const struct out_plot *plot, const struct out_panels *panels, size_t panel,
                           const char *remark) {
    const char *title = plot->results->outcomes[panels->outcomes[panel]].title;
    char *first, *second, *label = *remark ? out_text_label(remark, 0) : NULL;

    out_text_wrap(title, title_width(panels->count), &first, &second);
    fprintf(plot->out, "%zu", panel + 1);
    out_csv_text(plot->out, 0, first);
    out_csv_text(plot->out, 0, second);
    out_csv_text(plot->out, 0, label ? label : "");
    free(first);
    free(second);
    free(label);
}

void out_panels_area_write(const struct out_plot *plot, const struct out_panels_area *area) {
    char *name = out_text_label(area->name, 0);

    out_csv_count(plot->out, area->part + 1);
    out_csv_text(plot->out, 0, name);
    out_csv_real(plot->out, area->x);
    out_csv_real(plot->out, area->low);
    out_csv_real(plot->out, area->high);
    free(name);
}

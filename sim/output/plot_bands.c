/* output/plot_bands.c - behind the figure bands: people waiting by how long they have waited, stacked, over time. */
#include <math.h>
#include <stdlib.h>

#include "axis.h"
#include "base/mem.h"
#include "output/csv.h"
#include "output/plot.h"
#include "output/text.h"
#include "panels.h"

enum { BANDS = 7, FIRST_LONG = 5, MOST_STEPS = 5 };

static const char measure[] = "waiting_in_band";
static const char *const bands[BANDS] = {"0-1 weeks",   "1-2 weeks",   "2-4 weeks",    "4-12 weeks",
                                         "12-18 weeks", "18-52 weeks", "over 52 weeks"};

/* Months of one band in a scenario, or NULL. */
static const struct stat_moments *months_of(const struct out_plot *plot, size_t outcome, size_t band) {
    const struct expt_outcome *from = &plot->results->outcomes[outcome];
    const int column = expt_column_find(from, measure, "wait band", bands[band]);

    if (column < 0 || !from->columns[column].monthly || plot->results->month_count == 0) {
        return NULL;
    }
    return from->months + (size_t)column * plot->results->month_count;
}

/* People in a band and all longer ones at the end of a month; where nobody waits, none. */
static double people_from(const struct out_plot *plot, size_t outcome, size_t band, size_t month) {
    double people = 0;

    for (; band < BANDS; band++) {
        const struct stat_moments *months = months_of(plot, outcome, band);
        const double mean = months ? stat_moments_mean(&months[month]) : 0;

        people += isnan(mean) ? 0 : mean;
    }
    return people;
}

static bool has_bands(const struct out_plot *plot, size_t outcome) {
    for (size_t band = 0; band < BANDS; band++) {
        if (months_of(plot, outcome, band)) {
            return true;
        }
    }
    return false;
}

static double most_people(const struct out_plot *plot, const struct out_panels *panels) {
    double most = 0;

    for (size_t i = 0; i < panels->count; i++) {
        for (size_t month = 0; month < plot->results->month_count; month++) {
            most = fmax(most, people_from(plot, panels->outcomes[i], 0, month));
        }
    }
    return most;
}

/* What the reader should take along from a panel. The caller frees it. */
static char *remark_of(const struct out_plot *plot, size_t outcome) {
    const size_t last = plot->results->month_count - 1;
    char *all = out_text_number(people_from(plot, outcome, 0, last));
    char *waiting_long = out_text_number(people_from(plot, outcome, FIRST_LONG, last));
    char *remark = mem_format("%s at the end, %s over 18 weeks", all, waiting_long);

    free(all);
    free(waiting_long);
    return remark;
}

/* One band of a panel; the longest waits lie at the bottom, where they can be compared best. */
static void band_write(struct out_plot *plot, const struct out_panels *panels, size_t panel, size_t band,
                       double axis_high) {
    const size_t outcome = panels->outcomes[panel];
    const double step = out_axis_step(axis_high, MOST_STEPS);

    for (size_t month = 0; month < plot->results->month_count; month++) {
        const char *name = plot->results->months[month];
        /* A count at the end of a month is drawn there. */
        const struct out_panels_area area = {panel,
                                             band,
                                             bands[band],
                                             atoi(name) + atoi(name + 5) / 12.0,
                                             people_from(plot, outcome, band + 1, month),
                                             people_from(plot, outcome, band, month)};
        char *remark = month == 0 ? remark_of(plot, outcome) : mem_text("");

        out_panels_line_begin(plot, panels, panel, remark);
        out_panels_area_write(plot, &area);
        out_csv_real(plot->out, step * ceil(axis_high / step - 1e-9));
        out_csv_real(plot->out, step);
        out_plot_end_line(plot);
        free(remark);
    }
}

void out_plot_bands(struct out_plot *plot) {
    struct out_panels panels = {.count = 0};
    double most;

    plot->subtitle =
        mem_text("People on the lists at the end of each month, mean over replications; all panels have one scale");
    plot->note = mem_text("The upper edge is everybody waiting. Colours: how long they have waited so far.");
    for (size_t i = 0; i < out_plot_shown(plot); i++) {
        if (has_bands(plot, i)) {
            panels.outcomes[panels.count++] = i;
        }
    }
    most = most_people(plot, &panels);
    out_csv_header(plot->out, "series", "title", "title_more", "remark", "part", "name", "x", "low", "high",
                   "axis_high", "axis_step", "subtitle", "note", "caption", NULL);
    for (size_t i = 0; most > 0 && i < panels.count; i++) {
        for (size_t band = 0; band < BANDS; band++) {
            band_write(plot, &panels, i, band, most);
        }
    }
}

/* output/plot_bands.c - behind the figure bands: people waiting by how long they have waited, stacked, over time. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "axis.h"
#include "base/err.h"
#include "base/mem.h"
#include "output/csv.h"
#include "output/plot.h"
#include "output/text.h"
#include "panels.h"

enum { MOST_BANDS = 7, /* the script has a colour for each */ MOST_STEPS = 5 };

static const char measure[] = "waiting_in_band", dimension[] = "wait band";
static const char first_long[] = "18-"; /* how the name of the band begins from which on waits are long: in weeks */

/* The bands of a scenario, borrowed from results: short waits first, as they stand there. */
struct bands {
    const char *names[MOST_BANDS];
    const struct stat_moments *months[MOST_BANDS]; /* people at the end of each */
    size_t count;
};

static struct bands bands_of(const struct out_plot *plot, size_t outcome) {
    const struct expt_outcome *from = &plot->results->outcomes[outcome];
    const size_t months = plot->results->month_count;
    struct bands bands = {.count = 0};

    for (size_t i = 0; months > 0 && i < from->column_count; i++) {
        const struct expt_column *column = &from->columns[i];

        if (strcmp(column->measure, measure) == 0 && strcmp(column->dimension, dimension) == 0 && column->monthly) {
            err_require(bands.count < MOST_BANDS);
            bands.names[bands.count] = column->subject;
            bands.months[bands.count++] = from->months + i * months;
        }
    }
    return bands;
}

/* People in a band and all longer ones at the end of a month; where nobody waits, none. */
static double people_from(const struct bands *bands, size_t band, size_t month) {
    double people = 0;

    for (; band < bands->count; band++) {
        const double mean = stat_moments_mean(&bands->months[band][month]);

        people += isnan(mean) ? 0 : mean;
    }
    return people;
}

static double most_people(const struct out_plot *plot, const struct out_panels *panels) {
    double most = 0;

    for (size_t i = 0; i < panels->count; i++) {
        const struct bands bands = bands_of(plot, panels->outcomes[i]);

        for (size_t month = 0; month < plot->results->month_count; month++) {
            most = fmax(most, people_from(&bands, 0, month));
        }
    }
    return most;
}

/* What the reader should take along from a panel. The caller frees it. */
static char *remark_of(const struct bands *bands, size_t last_month) {
    char *all = out_text_number(people_from(bands, 0, last_month)), *waiting_long, *remark;
    size_t band = 0;

    while (band < bands->count && strncmp(bands->names[band], first_long, strlen(first_long)) != 0) {
        band++;
    }
    waiting_long = out_text_number(people_from(bands, band, last_month));
    remark = band < bands->count ? mem_format("%s at the end, %s over %d weeks", all, waiting_long, atoi(first_long))
                                 : mem_format("%s at the end", all);
    free(all);
    free(waiting_long);
    return remark;
}

/* One band of a panel; the longest waits lie at the bottom, where they can be compared best. */
static void band_write(struct out_plot *plot, const struct out_panels *panels, size_t panel, size_t band,
                       double axis_high) {
    const struct bands bands = bands_of(plot, panels->outcomes[panel]);
    const double step = out_axis_step(axis_high, MOST_STEPS);

    for (size_t month = 0; month < plot->results->month_count; month++) {
        const char *name = plot->results->months[month];
        /* A count at the end of a month is drawn there. */
        const struct out_panels_area area = {panel,
                                             band,
                                             bands.names[band],
                                             atoi(name) + atoi(name + 5) / 12.0,
                                             people_from(&bands, band + 1, month),
                                             people_from(&bands, band, month)};
        char *remark = month == 0 ? remark_of(&bands, plot->results->month_count - 1) : mem_text("");

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
        if (bands_of(plot, i).count > 0) {
            panels.outcomes[panels.count++] = i;
        }
    }
    most = most_people(plot, &panels);
    out_csv_header(plot->out, "series", "title", "title_more", "remark", "part", "name", "x", "low", "high",
                   "axis_high", "axis_step", "subtitle", "note", "caption", NULL);
    for (size_t i = 0; most > 0 && i < panels.count; i++) {
        for (size_t band = 0; band < bands_of(plot, panels.outcomes[i]).count; band++) {
            band_write(plot, &panels, i, band, most);
        }
    }
}

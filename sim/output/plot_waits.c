/* output/plot_waits.c - behind the figure waits: share of people seen against days waited. */
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "axis.h"
#include "base/mem.h"
#include "output/csv.h"
#include "output/plot.h"
#include "output/text.h"

enum {
    LONGEST_KEY = 44, /* characters of a title that fit into the key */
    MOST_POINTS = 360 /* of one line: more cannot be seen */
};

static const double share_shown = 0.95; /* the axis ends where the slowest scenario has seen so many */

/* Counts of all people in an outcome; NULL when it has none. */
static const uint64_t *all_counts(const struct expt_waits *waits) {
    for (size_t i = 0; i < waits->subjects; i++) {
        if (strcmp(waits->dimensions[i], "all") == 0) {
            return waits->counts + i * waits->bins;
        }
    }
    return NULL;
}

static uint64_t counts_total(const uint64_t *counts, size_t bins) {
    uint64_t total = 0;

    for (size_t i = 0; i < bins; i++) {
        total += counts[i];
    }
    return total;
}

/* Days within which the share of the people was seen; 0 when nobody was. */
static double days_of_share(const struct expt_waits *waits) {
    const uint64_t *counts = all_counts(waits);
    const double wanted = counts ? share_shown * (double)counts_total(counts, waits->bins) : 0;
    uint64_t sum = 0;

    for (size_t i = 0; counts && wanted > 0 && i < waits->bins; i++) {
        sum += counts[i];
        if ((double)sum >= wanted) {
            return (double)(i + 1) * waits->bin_days;
        }
    }
    return 0;
}

static double axis_days(const struct out_plot *plot) {
    double days = 0;

    for (size_t i = 0; i < out_plot_shown(plot); i++) {
        days = fmax(days, days_of_share(&plot->results->outcomes[i].waits));
    }
    return days > 0 ? out_axis_length(fmax(days, 7)) : 0;
}

static void point_write(struct out_plot *plot, size_t series, double days, double share) {
    char *title = out_text_label(plot->results->outcomes[series].title, LONGEST_KEY);

    fprintf(plot->out, "%zu", series + 1);
    out_csv_text(plot->out, 0, title);
    out_csv_real(plot->out, days);
    out_csv_real(plot->out, 100 * share);
    out_plot_end_line(plot);
    free(title);
}

static void line_write(struct out_plot *plot, size_t series, double axis) {
    const struct expt_waits *waits = &plot->results->outcomes[series].waits;
    const uint64_t *counts = all_counts(waits);
    const uint64_t total = counts ? counts_total(counts, waits->bins) : 0;
    size_t shown = (size_t)ceil(axis / waits->bin_days), stride;
    uint64_t sum = 0;

    if (total == 0) {
        return;
    }
    /* The last bin has no upper end, so it is no point of the line. */
    if (shown > waits->bins - 1) {
        shown = waits->bins - 1;
    }
    stride = (shown + MOST_POINTS - 1) / MOST_POINTS;
    point_write(plot, series, 0, 0);
    for (size_t i = 0; i < shown; i++) {
        sum += counts[i];
        if ((i + 1) % stride == 0 || i + 1 == shown) {
            point_write(plot, series, (double)(i + 1) * waits->bin_days, (double)sum / (double)total);
        }
    }
}

void out_plot_waits(struct out_plot *plot) {
    const double axis = axis_days(plot);
    const uint32_t replications = plot->results->replications;

    plot->subtitle = mem_format("Share of the people seen at home in the study window, all priorities; %" PRIu32 " %s",
                                replications, replications == 1 ? "replication" : "replications together");
    plot->note = mem_text("People who are still waiting are not in these shares: see the figure \xE2\x80\x9CPeople "
                          "waiting for assessment\xE2\x80\x9D.");
    out_csv_header(plot->out, "series", "title", "days", "share", "subtitle", "note", "caption", NULL);
    for (size_t i = 0; axis > 0 && i < out_plot_shown(plot); i++) {
        line_write(plot, i, axis);
    }
}

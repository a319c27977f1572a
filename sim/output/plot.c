/* output/plot.c - what the CSVs behind the figures have in common. */
#include "output/plot.h"

#include <inttypes.h>
#include <stdlib.h>

#include "base/mem.h"
#include "output/csv.h"
#include "output/text.h"

enum { MOST_SERIES = 6 }; /* colours of the palette */

void out_plot_init(struct out_plot *plot, FILE *out, const struct expt_results *results) {
    *plot = (struct out_plot){.out = out, .results = results, .version = ""};
}

void out_plot_free(struct out_plot *plot) {
    free(plot->subtitle);
    free(plot->note);
    plot->subtitle = plot->note = NULL;
}

size_t out_plot_shown(const struct out_plot *plot) {
    const size_t count = plot->results->outcome_count;

    return count < MOST_SERIES ? count : MOST_SERIES;
}

char *out_plot_statistic(const struct out_plot *plot, const char *interval) {
    if (plot->results->replications < 2) {
        return mem_text("one replication, so there is no interval");
    }
    return mem_format("mean of %" PRIu32 " replications; %s", plot->results->replications, interval);
}

/* What must be said of every figure that leaves scenarios out, behind its own note. */
static char *whole_note(const struct out_plot *plot) {
    const char *note = plot->note ? plot->note : "";

    if (plot->results->outcome_count <= MOST_SERIES) {
        return mem_text(note);
    }
    return mem_format("First %d of %zu scenarios.%s%s", MOST_SERIES, plot->results->outcome_count, *note ? " " : "",
                      note);
}

static void label_write(FILE *out, const char *text) {
    char *label = *text ? out_text_label(text, 0) : mem_text("");

    out_csv_text(out, 0, label);
    free(label);
}

char *out_plot_settings(size_t settings) {
    return settings == 0 ? mem_text("")
                         : mem_format(" \xC2\xB7 %zu %s", settings, settings == 1 ? "setting" : "settings");
}

void out_plot_end_line(struct out_plot *plot) {
    const uint32_t replications = plot->results->replications;
    char *note, *caption, *settings;

    if (plot->lines++ > 0) {
        fputs(",,,\n", plot->out);
        return;
    }
    note = whole_note(plot);
    settings = out_plot_settings(plot->settings);
    caption = mem_format("caremix %s \xC2\xB7 seed %" PRIu64 " \xC2\xB7 %" PRIu32 " %s%s", plot->version, plot->seed,
                         replications, replications == 1 ? "replication" : "replications", settings);
    label_write(plot->out, plot->subtitle ? plot->subtitle : "");
    label_write(plot->out, note);
    label_write(plot->out, caption);
    out_csv_end(plot->out);
    free(note);
    free(caption);
    free(settings);
}

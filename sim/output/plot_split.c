/* output/plot_split.c - behind the figure split: why funded care differs from the baseline, part by part. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "axis.h"
#include "base/mem.h"
#include "output/csv.h"
#include "output/plot.h"
#include "output/text.h"
#include "panels.h"

enum {
    MOST_STEPS = 5,     /* of the axis of a wide panel */
    FEW_STEPS = 3,      /* and of a narrow one */
    LONGEST_NAMED = 28, /* characters of the baseline's title in the subtitle */
    LONGEST_ROW = 30    /* of the name of a part */
};

static const char measure[] = "care_hours_per_week";
static const double room_for_numbers = 0.34; /* right of the bars, as a share of their range */
static const double near_zero = 0.5;         /* an axis that nearly reaches nought begins there */

enum kind { TOTAL, PART, NO_SAVING };

/* One bar of a panel. */
struct bar {
    size_t panel, row;
    const char *label, *remark;
    enum kind kind;
    double from, to;  /* of the bar */
    double low, high; /* interval of the part, drawn around its end; NAN for a total */
    char *number;     /* owned */
};

struct axis {
    double low, high, step;
};

static const struct expt_split *split_of(const struct expt_outcome *outcome) {
    for (size_t i = 0; i < outcome->split_count; i++) {
        if (strcmp(outcome->splits[i].measure, measure) == 0) {
            return &outcome->splits[i];
        }
    }
    return NULL;
}

static double total_of(const struct out_plot *plot, size_t outcome) {
    const int column = expt_column_find(&plot->results->outcomes[outcome], measure, "all", "all");

    return column < 0 ? NAN : expt_column_summary(plot->results, outcome, (size_t)column).mean;
}

/* Sums of real numbers leave crumbs where nothing has changed. */
static const double crumb = 1e-6;

/* Does the part change anything in any replication of any panel? Parts are told apart by their place. */
static bool part_matters(const struct out_plot *plot, const struct out_panels *panels, size_t part) {
    for (size_t i = 0; i < panels->count; i++) {
        const struct expt_split *split = split_of(&plot->results->outcomes[panels->outcomes[i]]);

        for (uint32_t k = 0; part < split->part_count && k < plot->results->replications; k++) {
            if (fabs(split->parts[part].values[k]) > crumb) {
                return true;
            }
        }
    }
    return false;
}

static struct bar total_bar(const struct out_plot *plot, size_t outcome, const char *label) {
    const double mean = total_of(plot, outcome);

    return (struct bar){.label = label,
                        .remark = "",
                        .kind = TOTAL,
                        .from = 0,
                        .to = mean,
                        .low = NAN,
                        .high = NAN,
                        .number = out_text_number(mean)};
}

static struct bar part_bar(const struct out_plot *plot, const struct expt_part *part, double before) {
    const struct stat_summary summary = expt_part_summary(plot->results, part);

    return (struct bar){.label = part->name,
                        .remark = "",
                        .kind = part->is_no_saving ? NO_SAVING : PART,
                        .from = before,
                        .to = before + summary.mean,
                        .low = before + summary.low,
                        .high = before + summary.high,
                        .number = out_text_signed(summary.mean)};
}

static void bars_free(struct bar *bars, size_t count) {
    for (size_t i = 0; i < count; i++) {
        free(bars[i].number);
    }
    free(bars);
}

/* Baseline, parts that matter, scenario. The caller frees with bars_free. */
static struct bar *bars_of(const struct out_plot *plot, const struct out_panels *panels, size_t panel, size_t *count) {
    const size_t outcome = panels->outcomes[panel];
    const struct expt_split *split = split_of(&plot->results->outcomes[outcome]);
    struct bar *bars = mem_zeroed(split->part_count + 2, sizeof *bars);
    double level = total_of(plot, 0);

    *count = 0;
    bars[(*count)++] = total_bar(plot, 0, "Baseline");
    for (size_t i = 0; i < split->part_count; i++) {
        if (part_matters(plot, panels, i)) {
            bars[*count] = part_bar(plot, &split->parts[i], level);
            level = bars[(*count)++].to;
        }
    }
    bars[(*count)++] = total_bar(plot, outcome, "This scenario");
    for (size_t i = 0; i < *count; i++) {
        bars[i].panel = panel;
        bars[i].row = i;
    }
    return bars;
}

/* Widens the axis to what one bar covers; a total counts by its end alone. */
static void axis_extend(struct axis *axis, const struct bar *bar) {
    const double from = bar->kind == TOTAL ? bar->to : bar->from;

    axis->low = fmin(fmin(axis->low, bar->low), fmin(from, bar->to));
    axis->high = fmax(fmax(axis->high, bar->high), fmax(from, bar->to));
}

/* One axis for all panels. Differences are small beside the totals, so it begins where the bars differ. */
static struct axis axis_of(const struct out_plot *plot, const struct out_panels *panels) {
    struct axis axis = {INFINITY, -INFINITY, 1};
    double range;

    for (size_t i = 0; i < panels->count; i++) {
        size_t count;
        struct bar *bars = bars_of(plot, panels, i, &count);

        for (size_t j = 0; j < count; j++) {
            axis_extend(&axis, &bars[j]);
        }
        bars_free(bars, count);
    }
    range = fmax(axis.high - axis.low, 1e-3 * fabs(axis.high) + 1e-9);
    axis.high += room_for_numbers * range;
    axis.low = axis.low < near_zero * range ? fmin(axis.low, 0) : axis.low - 0.25 * range;
    axis.step = out_axis_step(axis.high - axis.low, panels->count < 3 || panels->count == 4 ? MOST_STEPS : FEW_STEPS);
    return axis;
}

/* The whole difference with its interval. The caller frees it. */
static char *remark_of(const struct out_plot *plot, size_t outcome) {
    const int column = expt_column_find(&plot->results->outcomes[outcome], measure, "all", "all");
    const struct stat_summary all = expt_column_difference(plot->results, outcome, (size_t)column).difference;
    char *mean = out_text_signed(all.mean), *low = out_text_signed(all.low), *high = out_text_signed(all.high);
    char *remark =
        isnan(all.low) ? mem_format("%s in all", mean) : mem_format("%s in all (95%%: %s to %s)", mean, low, high);

    free(mean);
    free(low);
    free(high);
    return remark;
}

static void bar_write(struct out_plot *plot, const struct out_panels *panels, const struct bar *bar,
                      const struct axis *axis) {
    char *label = out_text_label(bar->label, LONGEST_ROW), *number = out_text_label(bar->number, 0);

    out_panels_line_begin(plot, panels, bar->panel, bar->remark);
    out_csv_count(plot->out, bar->row + 1);
    out_csv_text(plot->out, 0, label);
    out_csv_count(plot->out, bar->kind);
    out_csv_real(plot->out, bar->from);
    out_csv_real(plot->out, bar->to);
    out_csv_real(plot->out, bar->low);
    out_csv_real(plot->out, bar->high);
    out_csv_text(plot->out, 0, number);
    out_csv_real(plot->out, axis->low);
    out_csv_real(plot->out, axis->high);
    out_csv_real(plot->out, axis->step);
    out_plot_end_line(plot);
    free(label);
    free(number);
}

static void panel_write(struct out_plot *plot, const struct out_panels *panels, size_t panel, const struct axis *axis) {
    size_t count;
    struct bar *bars = bars_of(plot, panels, panel, &count);
    char *remark = remark_of(plot, panels->outcomes[panel]);

    bars[0].remark = remark;
    for (size_t i = 0; i < count; i++) {
        bar_write(plot, panels, &bars[i], axis);
    }
    free(remark);
    bars_free(bars, count);
}

void out_plot_split(struct out_plot *plot) {
    struct out_panels panels = {.count = 0};
    char *title = out_text_label(plot->results->outcomes[0].title, LONGEST_NAMED);
    const char *statistic = plot->results->replications < 2 ? "one replication, no interval" : "whisker = 95% interval";
    struct axis axis;

    for (size_t i = 1; i < out_plot_shown(plot); i++) {
        if (split_of(&plot->results->outcomes[i]) && !isnan(total_of(plot, i)) && !isnan(total_of(plot, 0))) {
            panels.outcomes[panels.count++] = i;
        }
    }
    plot->subtitle =
        mem_format("Hours a week, average over the window; baseline \xE2\x80\x9C%s\xE2\x80\x9D; %s", title, statistic);
    plot->note = mem_text("Hatched: what is not funded because people go without it is not saved.");
    out_csv_header(plot->out, "series", "title", "title_more", "remark", "row", "label", "kind", "from", "to", "low",
                   "high", "number", "axis_low", "axis_high", "axis_step", "subtitle", "note", "caption", NULL);
    axis = axis_of(plot, &panels);
    for (size_t i = 0; i < panels.count; i++) {
        panel_write(plot, &panels, i, &axis);
    }
    free(title);
}

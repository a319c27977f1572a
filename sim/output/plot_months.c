/* output/plot_months.c - behind the figures list, care-hours and delayed-beds: monthly means over time, with a band. */
#include <math.h>
#include <stdlib.h>

#include "axis.h"
#include "base/mem.h"
#include "output/csv.h"
#include "output/plot.h"
#include "output/text.h"

enum {
    LABEL_WIDTH = 28, /* characters beside the end of a line */
    MOST_STEPS = 6,   /* of an axis, before it is drawn out */
    FEW_SCENARIOS = 3 /* whose labels fit beside a low panel */
};

static const double middle_80_percent =
    1.2816; /* standard deviations of a normal distribution to its 90th percentile */

/* Least distance of two labels, of one line or of two, as a share of the height of all panels. */
static const double short_gap = 0.055, tall_gap = 0.105;

/* One panel of a figure: a measure of all people. */
struct panel {
    const char *measure;
    bool middle_80; /* the band holds the middle 80 % of replications; else it is the interval of the mean */
    bool from_zero;
    double low, high, step; /* of the axis */
    double gap;             /* least distance of two labels, in units of the axis */
};

struct band {
    double mean, low, high;
};

/* Months of the panel's measure in an outcome, or NULL. */
static const struct stat_moments *series_of(const struct out_plot *plot, const struct panel *panel, size_t outcome) {
    const struct expt_outcome *from = &plot->results->outcomes[outcome];
    const int column = expt_column_find(from, panel->measure, "all", "all");

    if (column < 0 || !from->columns[column].monthly || plot->results->month_count == 0) {
        return NULL;
    }
    return from->months + (size_t)column * plot->results->month_count;
}

static struct band band_of(const struct panel *panel, const struct stat_moments *month) {
    const double mean = stat_moments_mean(month);
    const double reach = panel->middle_80 ? middle_80_percent * sqrt(stat_moments_variance(month))
                                          : stat_moments_half_width(month, 0.95);

    /* Hours and people cannot be fewer than none, however wide the band. */
    return (struct band){mean, mean < reach ? 0 : mean - reach, mean + reach};
}

/* Widens the panel's range to what one series covers. */
static void range_extend(const struct out_plot *plot, struct panel *panel, size_t outcome) {
    const struct stat_moments *months = series_of(plot, panel, outcome);

    for (size_t i = 0; months && i < plot->results->month_count; i++) {
        const struct band band = band_of(panel, &months[i]);

        /* fmin and fmax pass over a NAN. */
        panel->low = fmin(fmin(panel->low, band.low), band.mean);
        panel->high = fmax(fmax(panel->high, band.high), band.mean);
    }
}

static void range_find(const struct out_plot *plot, struct panel *panel) {
    panel->low = panel->from_zero ? 0 : INFINITY;
    panel->high = panel->from_zero ? 0 : -INFINITY;
    for (size_t i = 0; i < out_plot_shown(plot); i++) {
        range_extend(plot, panel, i);
    }
    if (!(panel->high - panel->low > 1e-9 * fabs(panel->high))) {
        panel->high = panel->low + 1;
    }
}

static void range_round(struct panel *panel, double step) {
    panel->step = step;
    panel->low = step * floor(panel->low / step + 1e-9);
    panel->high = step * ceil(panel->high / step - 1e-9);
}

/* Where the labels of the lines stand: at their ends, moved apart where they would overlap. */
static void labels_spread(double *places, size_t count, const struct panel *panel) {
    const double room = (panel->high - panel->low) / (double)(count > 1 ? count - 1 : 1);
    const double gap = fmin(panel->gap, room);
    size_t order[16];

    for (size_t i = 0; i < count; i++) {
        size_t place = i;

        for (; place > 0 && places[order[place - 1]] > places[i]; place--) {
            order[place] = order[place - 1];
        }
        order[place] = i;
    }
    /* Upwards first; if that leads over the top, back downwards from there. */
    for (size_t i = 1; i < count; i++) {
        places[order[i]] = fmax(places[order[i]], places[order[i - 1]] + gap);
    }
    if (count > 0) {
        places[order[count - 1]] = fmin(places[order[count - 1]], panel->high);
    }
    for (size_t i = count; i-- > 1;) {
        places[order[i - 1]] = fmin(places[order[i - 1]], places[order[i]] - gap);
    }
    for (size_t i = 0; i < count; i++) {
        places[i] = fmax(places[i], panel->low);
    }
}

static void title_write(struct out_plot *plot, size_t series) {
    char *first, *second;

    out_text_wrap(plot->results->outcomes[series].title, LABEL_WIDTH, &first, &second);
    out_csv_text(plot->out, 0, first);
    out_csv_text(plot->out, 0, second);
    free(first);
    free(second);
}

static double label_gap(const struct out_plot *plot) {
    double gap = short_gap;

    for (size_t i = 0; i < out_plot_shown(plot); i++) {
        char *first, *second;

        out_text_wrap(plot->results->outcomes[i].title, LABEL_WIDTH, &first, &second);
        if (*second) {
            gap = tall_gap;
        }
        free(first);
        free(second);
    }
    return gap;
}

/* One month of one series; the place of its label stands on the last. */
struct mark {
    size_t panel, series, month;
    double place;
};

static void mark_write(struct out_plot *plot, const struct panel *panel, const struct mark *mark,
                       const struct stat_moments *moments) {
    const struct band band = band_of(panel, moments);
    const char *month = plot->results->months[mark->month];

    fprintf(plot->out, "%zu,%zu", mark->panel + 1, mark->series + 1);
    title_write(plot, mark->series);
    out_csv_text(plot->out, 0, month);
    /* A mean over a month is drawn at its middle. */
    out_csv_real(plot->out, atoi(month) + (atoi(month + 5) - 0.5) / 12);
    out_csv_real(plot->out, band.mean);
    out_csv_real(plot->out, band.low);
    out_csv_real(plot->out, band.high);
    out_csv_real(plot->out, mark->place);
    out_csv_real(plot->out, panel->low);
    out_csv_real(plot->out, panel->high);
    out_csv_real(plot->out, panel->step);
    out_plot_end_line(plot);
}

/* Ends of the lines of a panel, in order of the series that have one. */
static size_t ends_find(const struct out_plot *plot, const struct panel *panel, double *ends) {
    size_t count = 0;

    for (size_t i = 0; i < out_plot_shown(plot); i++) {
        const struct stat_moments *months = series_of(plot, panel, i);

        if (months) {
            ends[count++] = fmax(0, stat_moments_mean(&months[plot->results->month_count - 1]));
        }
    }
    labels_spread(ends, count, panel);
    return count;
}

static void panel_write(struct out_plot *plot, const struct panel *panel, size_t number) {
    const size_t last = plot->results->month_count - 1;
    double ends[16];
    size_t labelled = 0;

    ends_find(plot, panel, ends);
    for (size_t i = 0; i < out_plot_shown(plot); i++) {
        const struct stat_moments *months = series_of(plot, panel, i);

        for (size_t j = 0; months && j <= last; j++) {
            const struct mark mark = {number, i, j, j == last ? ends[labelled++] : NAN};

            mark_write(plot, panel, &mark, &months[j]);
        }
    }
}

static bool has_series(const struct out_plot *plot, const struct panel *panel) {
    for (size_t i = 0; i < out_plot_shown(plot); i++) {
        if (series_of(plot, panel, i)) {
            return true;
        }
    }
    return false;
}

/* Is the measure above nought in any month of any scenario? */
static bool has_any_level(const struct out_plot *plot, const struct panel *panel) {
    for (size_t i = 0; i < out_plot_shown(plot); i++) {
        const struct stat_moments *months = series_of(plot, panel, i);

        for (size_t j = 0; months && j < plot->results->month_count; j++) {
            if (stat_moments_mean(&months[j]) > 0) {
                return true;
            }
        }
    }
    return false;
}

static void header_write(FILE *out) {
    out_csv_header(out, "panel", "series", "title", "title_more", "month", "year", "mean", "low", "high", "label_at",
                   "axis_low", "axis_high", "axis_step", "subtitle", "note", "caption", NULL);
}

void out_plot_list(struct out_plot *plot) {
    struct panel panel = {.measure = "list_people", .from_zero = true};
    char *statistic = out_plot_statistic(plot, "band = 95% confidence interval");

    plot->subtitle = mem_format("People waiting at home, not in hospital, average over each month; %s", statistic);
    plot->note = mem_text("Numbers at the right: the last month.");
    free(statistic);
    range_find(plot, &panel);
    range_round(&panel, out_axis_step(panel.high - panel.low, MOST_STEPS));
    panel.gap = label_gap(plot) * (panel.high - panel.low);
    header_write(plot->out);
    panel_write(plot, &panel, 0);
}

/* Gives both panels one scale: an hour a week is as tall in the one as in the other. The smaller is drawn
 * out where it would be too flat to read. */
static void scale_share(const struct out_plot *plot, struct panel *upper, struct panel *lower) {
    const double step = out_axis_step(fmax(upper->high - upper->low, lower->high - lower->low), MOST_STEPS);
    const double ratio = out_plot_shown(plot) > FEW_SCENARIOS ? 1.5 : 3; /* of the two heights, at most */
    double height, least;

    range_round(upper, step);
    range_round(lower, step);
    least = ceil(fmax(upper->high - upper->low, lower->high - lower->low) / step / ratio - 1e-9) * step;
    upper->high = fmax(upper->high, upper->low + least);
    lower->high = fmax(lower->high, lower->low + least);
    height = upper->high - upper->low + lower->high - lower->low;
    upper->gap = lower->gap = label_gap(plot) * height;
}

void out_plot_care_hours(struct out_plot *plot) {
    struct panel funded = {.measure = "care_hours_per_week", .middle_80 = true};
    struct panel unmet = {.measure = "care_not_met_hours_per_week", .middle_80 = true, .from_zero = true};
    char *statistic = out_plot_statistic(plot, "band = middle 80% of replications");

    plot->subtitle = mem_format("Hours a week, average over each month; %s", statistic);
    plot->note =
        mem_text("One scale: hours that only move to the lower panel are not saved. At the right: the last month.");
    free(statistic);
    range_find(plot, &funded);
    range_find(plot, &unmet);
    header_write(plot->out);
    if (!has_series(plot, &funded) || !has_series(plot, &unmet)) {
        return;
    }
    scale_share(plot, &funded, &unmet);
    panel_write(plot, &funded, 0);
    panel_write(plot, &unmet, 1);
}

/* Gives all panels one scale, and room for their labels to those that are low. */
static void scale_share_all(const struct out_plot *plot, struct panel *panels, size_t count) {
    const double step = out_axis_step(panels[0].high - panels[0].low, MOST_STEPS);
    const double ratio = out_plot_shown(plot) > FEW_SCENARIOS ? 1 : 2;
    double height = 0;

    for (size_t i = 0; i < count; i++) {
        range_round(&panels[i], step);
        panels[i].high = fmax(panels[i].high, ceil(panels[0].high / step / ratio - 1e-9) * step);
        height += panels[i].high;
    }
    for (size_t i = 0; i < count; i++) {
        panels[i].gap = label_gap(plot) * height * (count > 2 ? 0.75 : 1);
    }
}

void out_plot_delayed_beds(struct out_plot *plot) {
    struct panel panels[] = {{.measure = "delayed_beds", .from_zero = true},
                             {.measure = "delayed_beds_assessment", .from_zero = true},
                             {.measure = "delayed_beds_care", .from_zero = true}};
    const size_t count = has_series(plot, &panels[1]) && has_series(plot, &panels[2]) ? 3 : 1;
    char *statistic = out_plot_statistic(plot, "band = 95% confidence interval");

    plot->subtitle = mem_format("Beds, average over each month; %s", statistic);
    plot->note = mem_text("Numbers at the right: the last month.");
    free(statistic);
    for (size_t i = 0; i < count; i++) {
        range_find(plot, &panels[i]);
    }
    scale_share_all(plot, panels, count);
    header_write(plot->out);
    for (size_t i = 0; has_any_level(plot, &panels[0]) && i < count; i++) {
        panel_write(plot, &panels[i], i);
    }
}

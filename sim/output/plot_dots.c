/* output/plot_dots.c - behind the figures targets, differences, utilisation and equity: rows of dots. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "output/csv.h"
#include "output/plot.h"
#include "output/text.h"

enum {
    LONGEST_KEY = 44,   /* characters of a title that fit into the key */
    LONGEST_TOLD = 30,  /* of one with a number behind it */
    LONGEST_NAMED = 28, /* characters of a title in the subtitle */
    LONGEST_ROW = 44,   /* characters of a label beside the axis */
    MOST_ROWS = 100     /* a picture of many more is too tall for its driver */
};

/* Percent of the baseline beyond which a difference is told in words, so that the others can still be read. */
static const double lowest_percent = -100, highest_percent = 100;

struct dot {
    size_t series, row;
    const char *label;
    const char *key; /* of the series; NULL: its title */
    double value, low, high;
};

static void dot_write(struct out_plot *plot, const struct dot *dot) {
    char *title = out_text_label(dot->key ? dot->key : plot->results->outcomes[dot->series].title, LONGEST_KEY);
    char *label = out_text_label(dot->label, LONGEST_ROW);

    fprintf(plot->out, "%zu", dot->series + 1);
    out_csv_text(plot->out, 0, title);
    out_csv_count(plot->out, dot->row + 1);
    out_csv_text(plot->out, 0, label);
    out_csv_real(plot->out, dot->value);
    out_csv_real(plot->out, dot->low);
    out_csv_real(plot->out, dot->high);
    free(title);
    free(label);
}

/* Names of subjects that have a value, in order of first appearance, over all scenarios: a team that closes before day
 * one has none. */
struct rows {
    const char **names;
    size_t count, capacity;
};

static void row_add(struct rows *rows, const char *name) {
    for (size_t i = 0; i < rows->count; i++) {
        if (strcmp(rows->names[i], name) == 0) {
            return;
        }
    }
    rows->names = mem_grown(rows->names, rows->count, &rows->capacity, sizeof *rows->names);
    rows->names[rows->count++] = name;
}

static struct rows rows_of(const struct out_plot *plot, const char *measure, const char *dimension) {
    struct rows rows = {0};

    for (size_t i = 0; i < out_plot_shown(plot); i++) {
        const struct expt_outcome *outcome = &plot->results->outcomes[i];

        for (size_t j = 0; j < outcome->column_count; j++) {
            if (strcmp(outcome->columns[j].measure, measure) == 0 &&
                strcmp(outcome->columns[j].dimension, dimension) == 0 &&
                !isnan(expt_column_summary(plot->results, i, j).mean)) {
                row_add(&rows, outcome->columns[j].subject);
            }
        }
    }
    return rows;
}

/* Leaves the first rows, and says so in the note. */
static void rows_shorten(struct out_plot *plot, struct rows *rows) {
    char *note;

    if (rows->count <= MOST_ROWS) {
        return;
    }
    note = mem_format("The first %d of %zu are shown; all are in summary.csv. %s", MOST_ROWS, rows->count,
                      plot->note ? plot->note : "");
    free(plot->note);
    plot->note = note;
    rows->count = MOST_ROWS;
}

/* One line of a scenario's value with its interval, where the value exists. */
static void level_write(struct out_plot *plot, const char *measure, const char *dimension, const struct dot *place) {
    const struct expt_outcome *outcome = &plot->results->outcomes[place->series];
    const int column = expt_column_find(outcome, measure, dimension, place->label);
    struct stat_summary summary;
    struct dot dot = *place;

    if (column < 0) {
        return;
    }
    summary = expt_column_summary(plot->results, place->series, (size_t)column);
    if (isnan(summary.mean)) {
        return;
    }
    dot.value = summary.mean;
    dot.low = summary.low;
    dot.high = summary.high;
    dot_write(plot, &dot);
    out_plot_end_line(plot);
}

/* A scenario in the key, with the value of a ratio of all people behind it, where it exists. The caller frees it. */
static char *key_of(const struct out_plot *plot, size_t series, const char *ratio) {
    const struct expt_outcome *outcome = &plot->results->outcomes[series];
    const int column = ratio ? expt_column_find(outcome, ratio, "all", "all") : -1;
    const double times = column < 0 ? NAN : expt_column_summary(plot->results, series, (size_t)column).mean;
    char *title = out_text_label(outcome->title, isnan(times) ? LONGEST_KEY : LONGEST_TOLD);
    char *key = isnan(times) ? mem_text(title) : mem_format("%s (%.2f times)", title, times);

    free(title);
    return key;
}

/* A row for every subject of a measure, a dot in it for every scenario that has the subject.
 *   ratio  measure told in the key; may be NULL */
static void levels_write(struct out_plot *plot, const char *measure, const char *dimension, const char *ratio) {
    struct rows rows = rows_of(plot, measure, dimension);

    rows_shorten(plot, &rows);
    out_csv_header(plot->out, "series", "title", "row", "label", "value", "low", "high", "subtitle", "note", "caption",
                   NULL);
    for (size_t row = 0; row < rows.count; row++) {
        for (size_t i = 0; i < out_plot_shown(plot); i++) {
            char *key = key_of(plot, i, ratio);
            const struct dot place = {.series = i, .row = row, .label = rows.names[row], .key = key};

            level_write(plot, measure, dimension, &place);
            free(key);
        }
    }
    free(rows.names);
}

void out_plot_targets(struct out_plot *plot) {
    char *statistic = out_plot_statistic(plot, "bar = 95% confidence interval");

    plot->subtitle = mem_format("Share of the people seen at home, by priority; %s", statistic);
    free(statistic);
    levels_write(plot, "within_target", "priority", NULL);
}

void out_plot_utilisation(struct out_plot *plot) {
    char *statistic = out_plot_statistic(plot, "bar = 95% confidence interval");

    plot->subtitle = mem_format("Work done over hours available, by team; %s", statistic);
    plot->note = mem_text("A team at 100% has no slack: more work can only wait longer.");
    free(statistic);
    levels_write(plot, "utilisation", "team", NULL);
}

void out_plot_equity(struct out_plot *plot) {
    char *statistic = out_plot_statistic(plot, "bar = 95% confidence interval");

    plot->subtitle = mem_format("Mean days from referral to first assessment, people at home; %s", statistic);
    plot->note = mem_text("In brackets: longest over shortest of these means in one replication, on average.");
    free(statistic);
    levels_write(plot, "wait_mean", "locality", "wait_equity_locality");
}

/* A row of the forest: a headline measure of all people that has a value in the baseline to compare with. */
static bool is_compared(const struct out_plot *plot, size_t column, double *baseline_mean) {
    const struct expt_column *what = &plot->results->outcomes[0].columns[column];

    if (!what->headline || strcmp(what->dimension, "all") != 0) {
        return false;
    }
    *baseline_mean = fabs(expt_column_summary(plot->results, 0, column).mean);
    return *baseline_mean > 0;
}

static bool rests_on_assumptions(const struct out_plot *plot, const struct expt_column *column) {
    for (size_t i = 0; column->assumed && i < out_plot_shown(plot); i++) {
        if (plot->results->outcomes[i].has_effect) {
            return true;
        }
    }
    return false;
}

/* What stands at the edge of the axis for a difference that lies beyond it. */
static char *beyond_text(double percent) {
    return percent > highest_percent ? mem_format("%+.0f%%", percent) : mem_text("");
}

static double inside(double percent) {
    return isnan(percent) ? NAN : fmin(fmax(percent, lowest_percent), highest_percent);
}

static void difference_write(struct out_plot *plot, const struct dot *place, const struct expt_column *what,
                             double baseline_mean) {
    const int column = expt_column_find(&plot->results->outcomes[place->series], what->measure, "all", what->subject);
    struct stat_summary difference;
    struct dot dot = *place;
    char *beyond;

    if (column < 0) {
        return;
    }
    difference = expt_column_difference(plot->results, place->series, (size_t)column).difference;
    if (isnan(difference.mean)) {
        return;
    }
    dot.value = inside(100 * difference.mean / baseline_mean);
    dot.low = inside(100 * difference.low / baseline_mean);
    dot.high = inside(100 * difference.high / baseline_mean);
    beyond = beyond_text(100 * difference.mean / baseline_mean);
    dot_write(plot, &dot);
    out_csv_text(plot->out, 0, what->better < 0 ? "lower is better" : what->better > 0 ? "higher is better" : "");
    out_csv_text(plot->out, 0, beyond);
    out_plot_end_line(plot);
    free(beyond);
}

static void forest_row_write(struct out_plot *plot, size_t column, size_t row, double baseline_mean) {
    const struct expt_column *what = &plot->results->outcomes[0].columns[column];
    char *label = out_text_label(what->name, LONGEST_ROW - 1);
    char *marked = mem_format("%s%s", label, rests_on_assumptions(plot, what) ? "*" : "");

    for (size_t i = 1; i < out_plot_shown(plot); i++) {
        const struct dot place = {.series = i, .row = row, .label = marked};

        difference_write(plot, &place, what, baseline_mean);
    }
    free(label);
    free(marked);
}

/* Which scenarios have an assumed effect, in words. The caller frees it. */
static char *assumption_note(const struct out_plot *plot) {
    size_t count = 0, last = 0;
    char *title, *note;

    for (size_t i = 0; i < out_plot_shown(plot); i++) {
        if (plot->results->outcomes[i].has_effect) {
            last = i;
            count++;
        }
    }
    if (count != 1) {
        return count ? mem_format("* assumed effects on care in %zu scenarios. ", count) : mem_text("");
    }
    title = out_text_label(plot->results->outcomes[last].title, LONGEST_NAMED);
    note = mem_format("* assumed effect on care in \xE2\x80\x9C%s\xE2\x80\x9D. ", title);
    free(title);
    return note;
}

/* Nothing is a percent of zero: such a measure has no row, and the reader is told. */
static bool any_zero(const struct out_plot *plot) {
    const struct expt_outcome *baseline = &plot->results->outcomes[0];

    for (size_t j = 0; j < baseline->column_count; j++) {
        double mean;

        if (baseline->columns[j].headline && !is_compared(plot, j, &mean) &&
            strcmp(baseline->columns[j].dimension, "all") == 0) {
            return true;
        }
    }
    return false;
}

static char *differences_note(const struct out_plot *plot) {
    char *assumptions = assumption_note(plot);
    char *note = mem_format("%s%s", assumptions, any_zero(plot) ? "No row where the baseline is 0." : "");

    free(assumptions);
    return note;
}

void out_plot_differences(struct out_plot *plot) {
    const struct expt_outcome *baseline = &plot->results->outcomes[0];
    char *title = out_text_label(baseline->title, LONGEST_NAMED);
    size_t rows = 0;

    plot->subtitle =
        mem_format("Percent of the value of \xE2\x80\x9C%s\xE2\x80\x9D; %s", title,
                   plot->results->replications < 2 ? "one pair, so there is no interval"
                                                   : "paired by replication, mean and 95% confidence interval");
    plot->note = differences_note(plot);
    out_csv_header(plot->out, "series", "title", "row", "label", "value", "low", "high", "better", "beyond", "subtitle",
                   "note", "caption", NULL);
    for (size_t j = 0; j < baseline->column_count; j++) {
        double baseline_mean;

        if (is_compared(plot, j, &baseline_mean)) {
            forest_row_write(plot, j, rows++, baseline_mean);
        }
    }
    free(title);
}

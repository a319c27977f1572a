/* output/plot_bars.c - behind the figures uses and journey: one bar a scenario, made of parts. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "output/csv.h"
#include "output/plot.h"
#include "output/text.h"

enum { LABEL_WIDTH = 28 }; /* characters of a title in one of two lines beside its bar */

/* A part of a bar, and what it is called in the key. The script colours parts by their place here. */
struct part {
    const char *measure, *name;
};

static const struct part uses[] = {
    {"use_assessment_hours_per_year", "Assessments"},       {"use_followup_hours_per_year", "Follow-up"},
    {"use_commissioning_hours_per_year", "Arranging care"}, {"use_triage_hours_per_year", "Triage"},
    {"use_second_hours_per_year", "Second assessments"},    {"use_travel_hours_per_year", "Travel"},
    {"use_missed_hours_per_year", "Missed visits"},         {"spare_hours_per_year", "Spare"},
    {"lost_hours_per_year", "Sickness and vacancies"},
};

static const struct part stages[] = {
    {"journey_first_wait_mean", "First wait"},
    {"journey_further_wait_mean", "Further waits"},
    {"journey_package_wait_mean", "Wait for a package of care"},
    {"journey_hospital_mean", "In hospital"},
    {"journey_help_mean", "Being helped, its own waits included"},
};

/* Bars of one figure. */
struct bars {
    const struct part *parts;
    size_t count;
    const char *whole, *mark; /* measures of the length of a bar, for its interval, and of a mark beside; or NULL */
};

/* Summary of a measure of all people; all NAN where the scenario has none. */
static struct stat_summary summary_of(const struct out_plot *plot, size_t outcome, const char *measure) {
    const int column = measure ? expt_column_find(&plot->results->outcomes[outcome], measure, "all", "all") : -1;

    if (column < 0) {
        return stat_summary_of(NULL, 0);
    }
    return expt_column_summary(plot->results, outcome, (size_t)column);
}

static double length_of(const struct out_plot *plot, size_t outcome, const struct part *part) {
    const double mean = summary_of(plot, outcome, part->measure).mean;

    return isnan(mean) ? 0 : mean;
}

/* Is there any of it in any scenario? */
static bool part_matters(const struct out_plot *plot, const struct part *part) {
    for (size_t i = 0; i < out_plot_shown(plot); i++) {
        if (length_of(plot, i, part) > 0) {
            return true;
        }
    }
    return false;
}

static void title_write(struct out_plot *plot, size_t series) {
    char *first, *second;

    out_text_wrap(plot->results->outcomes[series].title, LABEL_WIDTH, &first, &second);
    fprintf(plot->out, "%zu", series + 1);
    out_csv_text(plot->out, 0, first);
    out_csv_text(plot->out, 0, second);
    free(first);
    free(second);
}

/* A part's place in a bar. */
struct segment {
    size_t series, part;
    const char *name;
    double low, high;
};

/* One segment; what is said of the whole bar stands on each of its lines. */
static void segment_write(struct out_plot *plot, const struct bars *bars, const struct segment *segment,
                          double length) {
    const struct stat_summary whole = summary_of(plot, segment->series, bars->whole);
    const struct stat_summary mark = summary_of(plot, segment->series, bars->mark);

    title_write(plot, segment->series);
    out_csv_count(plot->out, segment->part + 1);
    out_csv_text(plot->out, 0, segment->name);
    out_csv_real(plot->out, segment->low);
    out_csv_real(plot->out, segment->high);
    out_csv_real(plot->out, length);
    out_csv_real(plot->out, whole.low);
    out_csv_real(plot->out, whole.high);
    out_csv_real(plot->out, mark.mean);
    out_plot_end_line(plot);
}

static double bar_length(const struct out_plot *plot, const struct bars *bars, size_t series) {
    double length = 0;

    for (size_t i = 0; i < bars->count; i++) {
        length += length_of(plot, series, &bars->parts[i]);
    }
    return length;
}

static void bar_write(struct out_plot *plot, const struct bars *bars, size_t series) {
    const double length = bar_length(plot, bars, series);
    double low = 0;

    for (size_t i = 0; length > 0 && i < bars->count; i++) {
        const double high = low + length_of(plot, series, &bars->parts[i]);
        const struct segment segment = {series, i, bars->parts[i].name, low, high};

        if (part_matters(plot, &bars->parts[i])) {
            segment_write(plot, bars, &segment, length);
        }
        low = high;
    }
}

static void bars_write(struct out_plot *plot, const struct bars *bars) {
    out_csv_header(plot->out, "series", "title", "title_more", "part", "name", "low", "high", "length", "length_low",
                   "length_high", "mark", "subtitle", "note", "caption", NULL);
    for (size_t i = 0; i < out_plot_shown(plot); i++) {
        bar_write(plot, bars, i);
    }
}

void out_plot_uses(struct out_plot *plot) {
    const struct bars bars = {.parts = uses, .count = sizeof uses / sizeof uses[0]};

    plot->subtitle = mem_text("Hours a year of all staff, mean over the window and over replications");
    plot->note =
        mem_text("Blue: with or for people. Other colours: done twice, on the road, in vain, absent, or spare.");
    bars_write(plot, &bars);
}

void out_plot_journey(struct out_plot *plot) {
    const struct bars bars = {
        .parts = stages, .count = sizeof stages / sizeof stages[0], .whole = "journey_mean", .mark = "wait_mean"};
    char *statistic = out_plot_statistic(plot, "whisker = 95% confidence interval");

    plot->subtitle = mem_format("Days from first contact to the last help; %s", statistic);
    plot->note =
        mem_text("The diamond is the clock of one referral: a second one starts it anew, the journey goes on.");
    free(statistic);
    bars_write(plot, &bars);
}

/* output/plot_incidence.c - behind the figure incidence: what has become of people by days since referral. */
#include <ctype.h>
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
    FEW_PEOPLE = 100, /* still waiting, of all replications together: beyond it the shares are rough */
    MOST_POINTS = 180 /* of one edge: more cannot be seen in a small panel */
};

static const double share_gone = 0.97;  /* the axis ends where so many have gone in every scenario */
static const double share_over = 0.99;  /* where so many have gone, the few who wait leave no doubt about the rest */
static const double longest_axis = 730; /* days */
static const double remark_days = 126;  /* 18 weeks */
static const char still_waiting[] = "Still waiting";

/* What one panel shows; borrowed from an outcome. */
struct course {
    const struct expt_incidence *of;
    const double *shares;    /* [cause][bin] */
    const uint64_t *at_risk; /* [bin] */
    size_t counted;          /* bins in whose beginning somebody waited */
    size_t known;            /* bins of which something is known: any number, where nobody was left waiting */
};

/* Share gone by one cause until the end of a bin; stays as it is when nobody waits any more. */
static double gone_by(const struct course *course, size_t cause, size_t bin) {
    return course->shares[cause * course->of->bins + (bin < course->counted ? bin : course->counted - 1)];
}

/* Share gone by one of the first causes until the end of a bin. */
static double gone(const struct course *course, size_t causes, size_t bin) {
    double share = 0;

    for (size_t cause = 0; cause < causes; cause++) {
        share += gone_by(course, cause, bin);
    }
    return fmin(share, 1);
}

/* The course of all people; none known where the outcome has none. */
static struct course course_of(const struct expt_outcome *outcome) {
    const struct expt_incidence *of = &outcome->incidence;
    struct course course = {.of = of};

    for (size_t i = 0; i < of->subjects; i++) {
        if (strcmp(of->dimensions[i], "all") == 0) {
            course.shares = of->shares + i * of->cause_count * of->bins;
            course.at_risk = of->at_risk + i * of->bins;
        }
    }
    while (course.shares && course.counted < of->bins && course.at_risk[course.counted] > 0) {
        course.counted++;
    }
    course.known = course.counted;
    if (course.counted > 0 && gone(&course, of->cause_count, course.counted - 1) > share_over) {
        course.known = SIZE_MAX;
    }
    return course;
}

/* Days within which the share has gone, or as far as anything is known. */
static double days_of_share(const struct course *course) {
    size_t bin = 0;

    while (bin < course->known && gone(course, course->of->cause_count, bin) < share_gone) {
        bin++;
    }
    return (double)(bin < course->known ? bin + 1 : course->known) * course->of->bin_days;
}

static double axis_days(const struct out_plot *plot, const struct out_panels *panels) {
    double days = 7;

    for (size_t i = 0; i < panels->count; i++) {
        const struct course course = course_of(&plot->results->outcomes[panels->outcomes[i]]);

        days = fmax(days, days_of_share(&course));
    }
    return fmin(out_axis_length(days), longest_axis);
}

/* Days from which few people still wait and shares are rough; NAN where they are not up to the end of the axis. */
static double few_from(const struct course *course, double axis) {
    size_t bin = 0;
    double days;

    while (bin < course->counted && course->at_risk[bin] >= FEW_PEOPLE) {
        bin++;
    }
    if (gone(course, course->of->cause_count, bin > 0 ? bin - 1 : 0) > share_over) {
        return NAN;
    }
    days = (double)bin * course->of->bin_days;
    return days < axis ? days : NAN;
}

/* What the reader should take along from a panel, where it is known. The caller frees it. */
static char *remark_of(const struct course *course) {
    const size_t bin = (size_t)ceil(remark_days / course->of->bin_days) - 1;
    const struct expt_incidence *of = course->of;

    for (size_t cause = 0; bin < course->known && cause < of->cause_count; cause++) {
        if (strcmp(of->causes[cause], "seen") == 0) {
            return mem_format("18 weeks on: %.0f%% seen, %.0f%% waiting", 100 * gone_by(course, cause, bin),
                              100 * (1 - gone(course, of->cause_count, bin)));
        }
    }
    return mem_text("");
}

/* What the reader should know of one panel beside its areas. */
struct frame {
    const struct out_panels *panels;
    size_t panel;
    double axis, few_from;
    char *remark;
};

static void point_write(struct out_plot *plot, const struct frame *frame, const struct out_panels_area *area) {
    const bool begins = area->part == 0 && area->x <= 0;

    out_panels_line_begin(plot, frame->panels, frame->panel, begins ? frame->remark : "");
    out_panels_area_write(plot, area);
    out_csv_real(plot->out, frame->few_from);
    out_csv_real(plot->out, frame->axis);
    out_plot_end_line(plot);
}

/* A copy that begins with a capital. The caller frees it. */
static char *capital(const char *text) {
    char *copy = mem_text(text);

    copy[0] = (char)toupper((unsigned char)copy[0]);
    return copy;
}

/* The area of one cause, or of those still waiting, which lies on top. */
static void part_write(struct out_plot *plot, const struct frame *frame, const struct course *course, size_t part) {
    const bool is_last = part == course->of->cause_count;
    const size_t wanted = (size_t)ceil(frame->axis / course->of->bin_days);
    const size_t shown = wanted < course->known ? wanted : course->known;
    const size_t stride = (shown + MOST_POINTS - 1) / MOST_POINTS;
    char *name = is_last ? mem_text(still_waiting) : capital(course->of->causes[part]);
    struct out_panels_area area = {frame->panel, part, name, 0, 0, is_last ? 100 : 0};

    point_write(plot, frame, &area);
    for (size_t bin = 0; bin < shown; bin++) {
        if ((bin + 1) % stride == 0 || bin + 1 == shown) {
            area.x = (double)(bin + 1) * course->of->bin_days;
            area.low = 100 * gone(course, part, bin);
            area.high = is_last ? 100 : 100 * gone(course, part + 1, bin);
            point_write(plot, frame, &area);
        }
    }
    free(name);
}

static void panel_write(struct out_plot *plot, const struct frame *frame, const struct course *course) {
    for (size_t part = 0; part <= course->of->cause_count; part++) {
        part_write(plot, frame, course, part);
    }
}

/* The note is on the first line, so all panels are asked before it is written. */
static char *note_of(const struct out_plot *plot, const struct out_panels *panels, double axis) {
    static const char left[] = "Left: resolved by itself or with advice, declined, or taken back.";

    for (size_t i = 0; i < panels->count; i++) {
        const struct course course = course_of(&plot->results->outcomes[panels->outcomes[i]]);

        if (!isnan(few_from(&course, axis))) {
            return mem_format("%s Pale: fewer than %d still waited, so rough; blank: not known.", left, FEW_PEOPLE);
        }
    }
    return mem_text(left);
}

void out_plot_incidence(struct out_plot *plot) {
    struct out_panels panels = {.count = 0};
    const unsigned replications = plot->results->replications;
    double axis;

    for (size_t i = 0; i < out_plot_shown(plot); i++) {
        if (course_of(&plot->results->outcomes[i]).known > 0) {
            panels.outcomes[panels.count++] = i;
        }
    }
    axis = axis_days(plot, &panels);
    plot->subtitle = mem_format("Referrals received in the study window, without those in hospital; %u %s",
                                replications, replications == 1 ? "replication" : "replications together");
    plot->note = note_of(plot, &panels, axis);
    out_csv_header(plot->out, "series", "title", "title_more", "remark", "part", "name", "x", "low", "high", "few_from",
                   "axis_end", "subtitle", "note", "caption", NULL);
    for (size_t i = 0; i < panels.count; i++) {
        const struct course course = course_of(&plot->results->outcomes[panels.outcomes[i]]);
        const struct frame frame = {&panels, i, axis, few_from(&course, axis), remark_of(&course)};

        panel_write(plot, &frame, &course);
        free(frame.remark);
    }
}

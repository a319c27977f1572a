/* command/known.c - known answers beside what came out. */
#include "known.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "layout.h"

enum { NAME_WIDTH = 50, NUMBER_WIDTH = 8, INTERVAL_WIDTH = 21, COUNT_WIDTH = 9, RANGE_WIDTH = 14 };

const double cmd_known_widest = 0.05;
static const double confidence = 0.999, usual_confidence = 0.95;

void cmd_known_free(struct cmd_known_list *list) {
    for (size_t i = 0; i < list->count; i++) {
        free(list->rows[i].name);
        free(list->rows[i].unit);
    }
    free(list->rows);
    cmd_manifest_free(&list->made);
}

static void add(struct cmd_known_list *list, const struct cmd_case *of, size_t answer, const struct cmd_study *study) {
    const struct cmd_answer *row = &of->answers[answer];
    int column;
    cmd_answer_moments(row, &study->results, &column);
    list->rows = mem_grown(list->rows, list->count, &list->capacity, sizeof *list->rows);
    list->rows[list->count++] = (struct cmd_known){
        .of = of,
        .answer = row,
        .name = cmd_answer_name(row, &study->results),
        .unit = mem_text(column < 0 ? "" : study->results.outcomes[0].columns[column].unit),
        .theory = row->theory(&study->read[0], row),
        .first_seed = study->seed,
    };
}

static void count_seed(struct cmd_known *known, const struct cmd_study *study) {
    known->values = cmd_answer_moments(known->answer, &study->results, NULL);
    const double mean = stat_moments_mean(&known->values);
    const double half = stat_moments_half_width(&known->values, usual_confidence);
    known->seeds++;
    known->covered += fabs(mean - known->theory) <= half;
    stat_moments_add(&known->means, mean);
}

void cmd_known_take(struct cmd_known_list *list, const struct cmd_case *of, const struct cmd_study *study) {
    cmd_manifest_take(&list->made, study);
    if (list->count == 0 || list->rows[list->count - 1].of != of) {
        for (size_t a = 0; a < of->count; a++) {
            add(list, of, a, study);
        }
    }
    for (size_t a = 0; a < of->count; a++) {
        count_seed(&list->rows[list->count - of->count + a], study);
    }
}

enum cmd_verdict cmd_known_verdict(const struct cmd_known *known) {
    const double half = stat_moments_half_width(&known->values, confidence);
    if (!isfinite(known->theory) || isnan(half)) {
        return CMD_NO_THEORY;
    }
    if (fabs(stat_moments_mean(&known->values) - known->theory) > half) {
        return CMD_OFF;
    }
    return half > cmd_known_widest * fabs(known->theory) ? CMD_WIDE : CMD_HOLDS;
}

static uint32_t quantile(double probability, uint32_t seeds) {
    uint32_t k = 0;
    while (gsl_cdf_binomial_P(k, usual_confidence, seeds) < probability) {
        k++;
    }
    return k;
}

struct cmd_known_range cmd_known_covers(uint32_t seeds) {
    return (struct cmd_known_range){quantile((1 - confidence) / 2, seeds), quantile((1 + confidence) / 2, seeds)};
}

struct out_coverage cmd_known_coverage(const struct cmd_known *known) {
    const struct cmd_known_range range = cmd_known_covers(known->seeds);
    return (struct out_coverage){
        .file = known->of->file,
        .title = known->of->title,
        .measure = known->answer->measure,
        .dimension = known->answer->dimension,
        .subject = known->answer->subject,
        .name = known->name,
        .unit = known->unit,
        .year = known->answer->year,
        .month = known->answer->month,
        .theory = known->theory,
        .first_seed = known->first_seed,
        .mean = stat_moments_mean(&known->means),
        .seeds = known->seeds,
        .covered = known->covered,
        .low = range.low,
        .high = range.high,
    };
}

void cmd_known_heading(FILE *out, const struct cmd_case *of) {
    char *heading = mem_format("%s (%s.cfg)", of->title, of->file);
    cmd_layout_heading(out, heading);
    fprintf(out, "  Theory: %s\n", of->source);
    free(heading);
}

void cmd_known_columns(FILE *out, bool is_coverage) {
    fprintf(out, "\n%*s%*s", NAME_WIDTH + NUMBER_WIDTH, "theory", NUMBER_WIDTH + 2, "simulated");
    if (is_coverage) {
        fprintf(out, "%*s%*s  verdict\n", COUNT_WIDTH, "covered", RANGE_WIDTH, "plausible");
    } else {
        fprintf(out, "%*s  verdict\n", INTERVAL_WIDTH, "99.9 % interval");
    }
}

/* Four digits that count. */
static char *number_text(double value, double like) {
    const double scale = fabs(like);
    const int digits = scale > 0 && isfinite(scale) ? 3 - (int)floor(log10(scale)) : 4;
    char *decimals = mem_format("%%.%df", digits < 0 ? 0 : digits);
    char *text = cmd_layout_number(value, decimals);
    free(decimals);
    return text;
}

/* Numbers of a row have as many digits behind the point as theory needs, or where there is none, what came out. */
static double scale_of(const struct cmd_known *known, double mean) {
    return isfinite(known->theory) && known->theory != 0 ? known->theory : mean;
}

/* A cell that keeps apart from the one before, however wide it is. Frees the text. */
static void print_cell(FILE *out, char *text, size_t width) {
    fputc(' ', out);
    cmd_layout_right(out, text, width - 1);
}

/* "People waiting" says what is counted. */
static bool says_unit(const char *name, const char *unit) {
    return *unit == '\0' || strcasestr(name, unit) != NULL;
}

static void print_values(FILE *out, const struct cmd_known *known, double mean) {
    const bool is_plain = says_unit(known->name, known->unit);
    char *name = mem_format("  %s%s%s", known->name, is_plain ? "" : ", ", is_plain ? "" : known->unit);
    cmd_layout_left(out, name, NAME_WIDTH);
    const double scale = scale_of(known, mean);
    cmd_layout_right(out, number_text(known->theory, scale), NUMBER_WIDTH);
    print_cell(out, number_text(mean, scale), NUMBER_WIDTH + 2);
    free(name);
}

void cmd_known_row(FILE *out, const struct cmd_known *known) {
    static const char *const words[] = {
        [CMD_HOLDS] = "holds", [CMD_OFF] = "DIFFERS", [CMD_WIDE] = "TOO WIDE", [CMD_NO_THEORY] = "NO THEORY"};
    const double mean = stat_moments_mean(&known->values), half = stat_moments_half_width(&known->values, confidence);
    const double scale = scale_of(known, mean);
    char *low = number_text(mean - half, scale), *high = number_text(mean + half, scale);
    print_values(out, known, mean);
    print_cell(out, mem_format("[%s, %s]", low, high), INTERVAL_WIDTH);
    fprintf(out, "  %s\n", words[cmd_known_verdict(known)]);
    free(low);
    free(high);
}

void cmd_known_coverage_row(FILE *out, const struct cmd_known *known) {
    static const char *const words[] = {[OUT_COVERAGE_PLAUSIBLE] = "holds",
                                        [OUT_COVERAGE_IMPLAUSIBLE] = "DIFFERS",
                                        [OUT_COVERAGE_NO_THEORY] = "NO THEORY"};
    const struct out_coverage row = cmd_known_coverage(known);
    const enum out_coverage_verdict verdict = out_coverage_verdict(&row);
    const bool is_known = verdict != OUT_COVERAGE_NO_THEORY;
    print_values(out, known, row.mean);
    print_cell(out, is_known ? mem_format("%.1f %%", 100.0 * row.covered / row.seeds) : mem_text("-"), COUNT_WIDTH);
    print_cell(out,
               is_known ? mem_format("%.1f-%.1f %%", 100.0 * row.low / row.seeds, 100.0 * row.high / row.seeds)
                        : mem_text("-"),
               RANGE_WIDTH);
    fprintf(out, "  %s\n", words[verdict]);
}

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
    const int digits = like > 0 ? 3 - (int)floor(log10(like)) : 4;
    char *decimals = mem_format("%%.%df", digits < 0 ? 0 : digits);
    char *text = cmd_layout_number(value, decimals);
    free(decimals);
    return text;
}

/* "People waiting" says what is counted. */
static bool says_unit(const char *name, const char *unit) {
    return *unit == '\0' || strcasestr(name, unit) != NULL;
}

static void print_values(FILE *out, const struct cmd_known *known, double mean) {
    const bool is_plain = says_unit(known->name, known->unit);
    char *name = mem_format("  %s%s%s", known->name, is_plain ? "" : ", ", is_plain ? "" : known->unit);
    cmd_layout_left(out, name, NAME_WIDTH);
    cmd_layout_right(out, number_text(known->theory, fabs(known->theory)), NUMBER_WIDTH);
    cmd_layout_right(out, number_text(mean, fabs(known->theory)), NUMBER_WIDTH + 2);
    free(name);
}

void cmd_known_row(FILE *out, const struct cmd_known *known) {
    static const char *const words[] = {
        [CMD_HOLDS] = "holds", [CMD_OFF] = "DIFFERS", [CMD_WIDE] = "TOO WIDE", [CMD_NO_THEORY] = "NO THEORY"};
    const double mean = stat_moments_mean(&known->values), half = stat_moments_half_width(&known->values, confidence);
    char *low = number_text(mean - half, fabs(known->theory)), *high = number_text(mean + half, fabs(known->theory));
    print_values(out, known, mean);
    cmd_layout_right(out, mem_format("[%s, %s]", low, high), INTERVAL_WIDTH);
    fprintf(out, "  %s\n", words[cmd_known_verdict(known)]);
    free(low);
    free(high);
}

void cmd_known_coverage_row(FILE *out, const struct cmd_known *known) {
    const struct cmd_known_range range = cmd_known_covers(known->seeds);
    const bool is_plausible = known->covered >= range.low && known->covered <= range.high;
    print_values(out, known, stat_moments_mean(&known->means));
    cmd_layout_right(out, mem_format("%.1f %%", 100.0 * known->covered / known->seeds), COUNT_WIDTH);
    cmd_layout_right(out,
                     mem_format("%.1f-%.1f %%", 100.0 * range.low / known->seeds, 100.0 * range.high / known->seeds),
                     RANGE_WIDTH);
    fprintf(out, "  %s\n", is_plausible ? "holds" : "DIFFERS");
}

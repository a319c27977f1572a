/* command/table.c - results as tables for a terminal of 100 columns. */
#include "table.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "layout.h"

enum {
    NAME_WIDTH = 42,
    UNIT_WIDTH = 20,
    MEAN_WIDTH = 12, /* of a scenario's mean */
    YEAR_NAME_WIDTH = 20,
    YEAR_WIDTH = 8,
    TARGET_NAME_WIDTH = 40,
    TARGET_WIDTH = 12,
    TARGET_RUNS_WIDTH = 14,
    YEARS_ACROSS = (CMD_LAYOUT_WIDTH - YEAR_NAME_WIDTH) / YEAR_WIDTH
};

static const double rounding = 1e-9; /* of percentages */

bool cmd_table_is_assumed(const struct expt_results *results, const struct expt_column *column) {
    for (size_t i = 0; i < results->outcome_count; i++) {
        if (column->assumed && results->outcomes[i].has_effect) {
            return true;
        }
    }
    return false;
}

static size_t smaller(size_t a, size_t b) {
    return a < b ? a : b;
}

static void print_scenarios(FILE *out, const struct expt_results *results, size_t first, size_t end,
                            const size_t widths[2]) {
    const char **names = mem_zeroed(end - first, sizeof *names);
    for (size_t i = first; i < end; i++) {
        names[i - first] = results->outcomes[i].name;
    }
    cmd_layout_names(out, widths[0], names, end - first, widths[1]);
    free(names);
}

static double mean_of(const struct expt_results *results, size_t outcome, const struct expt_column *like) {
    const int column = expt_column_find(&results->outcomes[outcome], like->measure, like->dimension, like->subject);
    return column < 0 ? NAN : expt_column_summary(results, outcome, (size_t)column).mean;
}

/* A headline that is 0 in every scenario, such as packages prevented where nothing prevents, is only read in vain. */
static bool is_shown(const struct expt_results *results, const struct expt_column *column) {
    bool is_any = false;
    for (size_t i = 0; column->headline && i < results->outcome_count; i++) {
        const double mean = mean_of(results, i, column);
        is_any = is_any || isnan(mean) || mean > 0 || mean < 0;
    }
    return is_any;
}

/* The name, with an asterisk where it rests on assumptions. */
static void print_name(FILE *out, const struct expt_results *results, const struct expt_column *column) {
    char *name = mem_format("%s%s", column->name, cmd_table_is_assumed(results, column) ? " *" : "");
    cmd_layout_left(out, name, NAME_WIDTH);
    free(name);
}

static void print_mean_row(FILE *out, const struct expt_results *results, const struct expt_column *column,
                           size_t first, size_t end) {
    print_name(out, results, column);
    cmd_layout_left(out, column->unit, UNIT_WIDTH);
    for (size_t i = first; i < end; i++) {
        cmd_layout_right(out, cmd_layout_number(mean_of(results, i, column), column->decimals), MEAN_WIDTH);
    }
    fputc('\n', out);
}

static void print_mean_block(FILE *out, const struct expt_results *results, size_t first, size_t end) {
    static const size_t widths[2] = {NAME_WIDTH + UNIT_WIDTH, MEAN_WIDTH};
    print_scenarios(out, results, first, end, widths);
    const struct expt_outcome *baseline = &results->outcomes[0];
    for (size_t c = 0; c < baseline->column_count; c++) {
        if (is_shown(results, &baseline->columns[c])) {
            print_mean_row(out, results, &baseline->columns[c], first, end);
        }
    }
}

static bool is_any_assumed(const struct expt_results *results) {
    const struct expt_outcome *baseline = &results->outcomes[0];
    for (size_t c = 0; c < baseline->column_count; c++) {
        if (is_shown(results, &baseline->columns[c]) && cmd_table_is_assumed(results, &baseline->columns[c])) {
            return true;
        }
    }
    return false;
}

/* As many scenarios side by side as fit. */
void cmd_table_means(FILE *out, const struct expt_results *results) {
    const size_t across = (CMD_LAYOUT_WIDTH - NAME_WIDTH - UNIT_WIDTH) / MEAN_WIDTH;
    cmd_layout_heading(out, "Means over the study window");
    for (size_t first = 0; first < results->outcome_count; first += across) {
        fputs(first > 0 ? "\n" : "", out);
        print_mean_block(out, results, first, smaller(first + across, results->outcome_count));
    }
    if (is_any_assumed(results)) {
        fputs("* rests on assumed effect sizes: see below, \"What to know\"\n", out);
    }
}

static char *probability_text(double probability) {
    if (isnan(probability)) {
        return mem_text("   -");
    }
    return mem_format("%3.0f%%", 100 * probability);
}

/* "-12 [-15, -9]  98%" */
static char *difference_text(const struct expt_results *results, size_t outcome, const struct expt_column *like) {
    const int column = expt_column_find(&results->outcomes[outcome], like->measure, like->dimension, like->subject);
    const struct expt_difference found =
        column < 0 ? (struct expt_difference){0} : expt_column_difference(results, outcome, (size_t)column);
    if (!found.exists) {
        return mem_text("-");
    }
    char *mean = cmd_layout_number(found.difference.mean, like->decimals);
    const char *sign = found.difference.mean > 0 && strpbrk(mean, "123456789") != NULL ? "+" : "";
    char *low = cmd_layout_number(found.difference.low, like->decimals);
    char *high = cmd_layout_number(found.difference.high, like->decimals);
    const bool is_nothing =
        strpbrk(mean, "123456789") == NULL && strpbrk(low, "123456789") == NULL && strpbrk(high, "123456789") == NULL;
    char *better = probability_text(is_nothing || results->replications < 2 ? NAN : found.probability_better);
    char *text = mem_format("%s%s [%s, %s] %s", sign, mean, low, high, better);
    free(mean);
    free(low);
    free(high);
    free(better);
    return text;
}

/* One space more than the longest difference needs. */
static size_t difference_width(const struct expt_results *results) {
    const struct expt_outcome *baseline = &results->outcomes[0];
    size_t width = 0;
    for (size_t c = 0; c < baseline->column_count; c++) {
        const bool is_row = is_shown(results, &baseline->columns[c]);
        for (size_t i = 1; is_row && i < results->outcome_count; i++) {
            char *text = difference_text(results, i, &baseline->columns[c]);
            width = strlen(text) > width ? strlen(text) : width;
            free(text);
        }
    }
    return smaller(width + 1, CMD_LAYOUT_WIDTH - NAME_WIDTH);
}

static void print_difference_block(FILE *out, const struct expt_results *results, size_t first, size_t end,
                                   size_t width) {
    print_scenarios(out, results, first, end, (const size_t[2]){NAME_WIDTH, width});
    const struct expt_outcome *baseline = &results->outcomes[0];
    for (size_t c = 0; c < baseline->column_count; c++) {
        if (!is_shown(results, &baseline->columns[c])) {
            continue;
        }
        print_name(out, results, &baseline->columns[c]);
        for (size_t i = first; i < end; i++) {
            cmd_layout_right(out, difference_text(results, i, &baseline->columns[c]), width);
        }
        fputc('\n', out);
    }
}

void cmd_table_differences(FILE *out, const struct expt_results *results) {
    char *heading = mem_format("Paired difference from %s, in the units above", results->outcomes[0].name);
    cmd_layout_heading(out, heading);
    free(heading);
    fputs("Mean [95 % interval] and probability of being better in one run (-: neither way is better)\n", out);
    const size_t width = difference_width(results);
    const size_t across = (CMD_LAYOUT_WIDTH - NAME_WIDTH) / width;
    for (size_t first = 1; first < results->outcome_count; first += across) {
        fputs(first > 1 ? "\n" : "", out);
        print_difference_block(out, results, first, smaller(first + across, results->outcome_count), width);
    }
}

/* Every year where ten fit, else the first and then every second, third, ... up to the last. */
static size_t next_year(const struct expt_results *results, size_t year) {
    const size_t steps = results->year_count - 1;
    const size_t stride = steps < YEARS_ACROSS ? 1 : (steps + YEARS_ACROSS - 2) / (YEARS_ACROSS - 1);
    return year == 0 && steps % stride > 0 ? steps % stride : year + stride;
}

static void print_year_row(FILE *out, const struct expt_results *results, size_t outcome, const char *measure) {
    const struct expt_outcome *from = &results->outcomes[outcome];
    const int column = expt_column_find(from, measure, "all", "all");
    char *name = mem_format("  %s", from->name);
    cmd_layout_left(out, name, YEAR_NAME_WIDTH);
    free(name);
    for (size_t y = 0; column >= 0 && y < results->year_count; y = next_year(results, y)) {
        const struct stat_moments *year = &from->years[(size_t)column * results->year_count + y];
        cmd_layout_right(out, cmd_layout_number(stat_moments_mean(year), from->columns[column].decimals), YEAR_WIDTH);
    }
    fputc('\n', out);
}

static void print_year_block(FILE *out, const struct expt_results *results, const char *measure) {
    const int column = expt_column_find(&results->outcomes[0], measure, "all", "all");
    if (column < 0) {
        return;
    }
    const struct expt_column *row = &results->outcomes[0].columns[column];
    fprintf(out, "%s (%s)%s\n", row->name, row->unit, cmd_table_is_assumed(results, row) ? " *" : "");
    for (size_t i = 0; i < results->outcome_count; i++) {
        print_year_row(out, results, i, measure);
    }
}

/* A year is twelve months from the start date, which need not be in January. */
static void print_year_heading(FILE *out, const struct expt_results *results) {
    const char *first_month = results->months[0];
    const bool is_january = strcmp(first_month + strlen(first_month) - 3, "-01") == 0;
    char *heading = is_january ? mem_text("Year by year")
                               : mem_format("Year by year, each of twelve months, the first from %s", first_month);
    cmd_layout_heading(out, heading);
    free(heading);
    fprintf(out, "%*s", YEAR_NAME_WIDTH, "");
    for (size_t y = 0; y < results->year_count; y = next_year(results, y)) {
        fprintf(out, "%*d", YEAR_WIDTH, results->years[y]);
    }
    fputc('\n', out);
}

void cmd_table_years(FILE *out, const struct expt_results *results) {
    static const char *const measures[] = {"wait_mean", "list_people", "care_hours_per_week",
                                           "care_not_met_hours_per_week"};
    if (results->year_count < 2) {
        return;
    }
    print_year_heading(out, results);
    for (size_t m = 0; m < sizeof measures / sizeof measures[0]; m++) {
        print_year_block(out, results, measures[m]);
    }
}

/* In how many runs at least so many people in a hundred were seen in time. */
static size_t runs_met(const struct expt_results *results, size_t outcome, size_t column, double percent) {
    const double *values = results->outcomes[outcome].values + column * results->replications;
    size_t met = 0;
    for (uint32_t k = 0; k < results->replications; k++) {
        met += values[k] >= percent - rounding;
    }
    return met;
}

static void print_target(FILE *out, const struct expt_results *results, size_t outcome,
                         const struct world_target *target) {
    const int column = expt_column_find(&results->outcomes[outcome], "target_met", "target", target->name);
    const double percent = 100 * target->share;
    const double reached = column < 0 ? NAN : expt_column_summary(results, outcome, (size_t)column).mean;
    char *name = mem_format("  %s", target->name);
    cmd_layout_left(out, name, TARGET_NAME_WIDTH);
    free(name);
    cmd_layout_right(out, mem_format("%g days", target->days), TARGET_WIDTH);
    cmd_layout_right(out, mem_format("%g %%", percent), TARGET_WIDTH);
    cmd_layout_right(out, isnan(reached) ? mem_text("-") : mem_format("%.1f %%", reached), TARGET_WIDTH);
    const size_t runs = column < 0 ? 0 : runs_met(results, outcome, (size_t)column, percent);
    cmd_layout_right(out, mem_format("%zu of %u", runs, results->replications), TARGET_RUNS_WIDTH);
    fputs(isnan(reached) ? "  nobody\n" : reached >= percent - rounding ? "  met\n" : "  not met\n", out);
}

void cmd_table_targets(FILE *out, const struct cmd_study *study) {
    size_t targets = 0;
    for (size_t i = 0; i < study->count; i++) {
        targets += study->read[i].world.targets.count;
    }
    if (targets == 0) {
        return;
    }
    cmd_layout_heading(out, "Targets: share of the people seen who were seen in time");
    fprintf(out, "%*s%*s%*s%*s\n", TARGET_NAME_WIDTH + TARGET_WIDTH, "within", TARGET_WIDTH, "to reach", TARGET_WIDTH,
            "reached", TARGET_RUNS_WIDTH, "met in runs");
    for (size_t i = 0; i < study->count; i++) {
        const struct world *world = &study->read[i].world;
        if (world->targets.count > 0) {
            fprintf(out, "%s\n", study->results.outcomes[i].name);
        }
        for (size_t t = 0; t < world->targets.count; t++) {
            print_target(out, &study->results, i, world_target(world, t));
        }
    }
}

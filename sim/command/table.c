/* command/table.c - results as tables for a terminal of 100 columns. */
#include "table.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"

enum {
    NAME_WIDTH = 42,
    UNIT_WIDTH = 20,
    MEAN_WIDTH = 12,       /* of a scenario's mean */
    DIFFERENCE_WIDTH = 29, /* of a difference with its interval and probability */
    YEAR_NAME_WIDTH = 28,
    YEAR_WIDTH = 7
};

bool cmd_table_is_assumed(const struct expt_results *results, const struct expt_column *column) {
    for (size_t i = 0; i < results->outcome_count; i++) {
        if (column->assumed && results->outcomes[i].has_effect) {
            return true;
        }
    }
    return false;
}

/* Sets thousands apart by commas, in front of the point only. */
static char *group_thousands(const char *digits) {
    const size_t length = strlen(digits);
    const size_t sign = digits[0] == '-';
    const size_t whole = strcspn(digits, ".");
    char *grouped = mem_zeroed(2 * length + 1, 1);
    size_t to = 0;
    for (size_t from = 0; from < length; from++) {
        if (from > sign && from < whole && (whole - from) % 3 == 0) {
            grouped[to++] = ',';
        }
        grouped[to++] = digits[from];
    }
    return grouped;
}

/* The formats stand in the table of measures; only how many digits follow the point is taken from them. */
static int digits_of(const char *decimals) {
    const char *point = strchr(decimals, '.');
    return point != NULL ? atoi(point + 1) : 0;
}

char *cmd_table_number(double value, const char *decimals) {
    if (isnan(value)) {
        return mem_text("-");
    }
    const double unit = pow(10, -digits_of(decimals));
    const bool is_nothing = fabs(value) < unit / 2; /* never "-0" */
    char *digits = mem_format("%.*f", digits_of(decimals), is_nothing ? 0 : value);
    char *grouped = group_thousands(digits);
    free(digits);
    return grouped;
}

void cmd_table_heading(FILE *out, const char *text) {
    const bool is_bold = isatty(fileno(out)) && getenv("NO_COLOR") == NULL;
    fprintf(out, "\n%s%s%s\n", is_bold ? "\033[1m" : "", text, is_bold ? "\033[0m" : "");
}

static void print_right(FILE *out, char *text, int width) {
    fprintf(out, "%*s", width, text);
    free(text);
}

/* The name, with an asterisk where it rests on assumptions. */
static void print_name(FILE *out, const struct expt_results *results, const struct expt_column *column) {
    char *name = mem_format("%s%s", column->name, cmd_table_is_assumed(results, column) ? " *" : "");
    fprintf(out, "%-*s", NAME_WIDTH, name);
    free(name);
}

static double mean_of(const struct expt_results *results, size_t outcome, const struct expt_column *like) {
    const int column =
        expt_column_find(&results->outcomes[outcome], like->measure, like->dimension, like->subject);
    return column < 0 ? NAN : expt_column_summary(results, outcome, (size_t)column).mean;
}

static void print_mean_row(FILE *out, const struct expt_results *results, const struct expt_column *column,
                           size_t first, size_t end) {
    print_name(out, results, column);
    fprintf(out, "%-*s", UNIT_WIDTH, column->unit);
    for (size_t i = first; i < end; i++) {
        print_right(out, cmd_table_number(mean_of(results, i, column), column->decimals), MEAN_WIDTH);
    }
    fputc('\n', out);
}

/* As many scenarios side by side as fit. */
static void print_mean_block(FILE *out, const struct expt_results *results, size_t first, size_t end) {
    fprintf(out, "%-*s", NAME_WIDTH + UNIT_WIDTH, "");
    for (size_t i = first; i < end; i++) {
        fprintf(out, " %*.*s", MEAN_WIDTH - 1, MEAN_WIDTH - 1, results->outcomes[i].name);
    }
    fputc('\n', out);
    const struct expt_outcome *baseline = &results->outcomes[0];
    for (size_t c = 0; c < baseline->column_count; c++) {
        if (baseline->columns[c].headline) {
            print_mean_row(out, results, &baseline->columns[c], first, end);
        }
    }
}

void cmd_table_means(FILE *out, const struct expt_results *results) {
    const size_t across = (CMD_TABLE_WIDTH - NAME_WIDTH - UNIT_WIDTH) / MEAN_WIDTH;
    cmd_table_heading(out, "Means over the study window");
    for (size_t first = 0; first < results->outcome_count; first += across) {
        const size_t end = first + across < results->outcome_count ? first + across : results->outcome_count;
        print_mean_block(out, results, first, end);
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
    const int column =
        expt_column_find(&results->outcomes[outcome], like->measure, like->dimension, like->subject);
    const struct expt_difference found =
        column < 0 ? (struct expt_difference){0} : expt_column_difference(results, outcome, (size_t)column);
    if (!found.exists) {
        return mem_text("-");
    }
    char *mean = cmd_table_number(found.difference.mean, like->decimals);
    const char *sign = found.difference.mean > 0 && strpbrk(mean, "123456789") != NULL ? "+" : "";
    char *low = cmd_table_number(found.difference.low, like->decimals);
    char *high = cmd_table_number(found.difference.high, like->decimals);
    char *better = probability_text(found.probability_better);
    char *text = mem_format("%s%s [%s, %s] %s", sign, mean, low, high, better);
    free(mean);
    free(low);
    free(high);
    free(better);
    return text;
}

static void print_difference_block(FILE *out, const struct expt_results *results, size_t first, size_t end) {
    fprintf(out, "%-*s", NAME_WIDTH, "");
    for (size_t i = first; i < end; i++) {
        fprintf(out, "%*.*s", DIFFERENCE_WIDTH, DIFFERENCE_WIDTH - 1, results->outcomes[i].name);
    }
    fputc('\n', out);
    const struct expt_outcome *baseline = &results->outcomes[0];
    for (size_t c = 0; c < baseline->column_count; c++) {
        if (baseline->columns[c].headline) {
            print_name(out, results, &baseline->columns[c]);
            for (size_t i = first; i < end; i++) {
                print_right(out, difference_text(results, i, &baseline->columns[c]), DIFFERENCE_WIDTH);
            }
            fputc('\n', out);
        }
    }
}

void cmd_table_differences(FILE *out, const struct expt_results *results) {
    const size_t across = (CMD_TABLE_WIDTH - NAME_WIDTH) / DIFFERENCE_WIDTH;
    char *heading = mem_format("Difference from %s: mean [95 %% interval], probability of being better in one run",
                               results->outcomes[0].name);
    cmd_table_heading(out, heading);
    free(heading);
    for (size_t first = 1; first < results->outcome_count; first += across) {
        const size_t end = first + across < results->outcome_count ? first + across : results->outcome_count;
        print_difference_block(out, results, first, end);
    }
}

/* Every year where ten fit, every second where twenty do, and so on; the last one always. */
static size_t stride_of(const struct expt_results *results) {
    const size_t across = (CMD_TABLE_WIDTH - YEAR_NAME_WIDTH) / YEAR_WIDTH;
    return (results->year_count + across - 1) / across;
}

static void print_year_row(FILE *out, const struct expt_results *results, size_t outcome, const char *measure) {
    const struct expt_outcome *from = &results->outcomes[outcome];
    const int column = expt_column_find(from, measure, "all", "all");
    fprintf(out, "  %-*.*s", YEAR_NAME_WIDTH - 2, YEAR_NAME_WIDTH - 3, from->name);
    for (size_t y = 0; column >= 0 && y < results->year_count; y += stride_of(results)) {
        const struct stat_moments *year = &from->years[(size_t)column * results->year_count + y];
        print_right(out, cmd_table_number(stat_moments_mean(year), from->columns[column].decimals), YEAR_WIDTH);
    }
    fputc('\n', out);
}

void cmd_table_years(FILE *out, const struct expt_results *results) {
    static const char *const measures[] = {"wait_mean", "list_people", "care_hours_per_week",
                                           "care_unmet_hours_per_week"};
    if (results->year_count < 2) {
        return;
    }
    cmd_table_heading(out, "Year by year");
    fprintf(out, "%-*s", YEAR_NAME_WIDTH, "");
    for (size_t y = 0; y < results->year_count; y += stride_of(results)) {
        fprintf(out, "%*d", YEAR_WIDTH, results->years[y]);
    }
    fputc('\n', out);
    for (size_t m = 0; m < sizeof measures / sizeof measures[0]; m++) {
        const int column = expt_column_find(&results->outcomes[0], measures[m], "all", "all");
        if (column < 0) {
            continue;
        }
        const struct expt_column *row = &results->outcomes[0].columns[column];
        fprintf(out, "%s (%s)\n", row->name, row->unit);
        for (size_t i = 0; i < results->outcome_count; i++) {
            print_year_row(out, results, i, measures[m]);
        }
    }
}

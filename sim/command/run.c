/* command/run.c - scenarios one by one, held against published figures. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "command.h"
#include "dates.h"
#include "idle.h"
#include "layout.h"
#include "money.h"
#include "options.h"
#include "study.h"
#include "table.h"
#include "words.h"
#include "write.h"

static const char documentation[] =
    "Runs scenarios and holds each against the published figures that its file names."
    "\vPrints means, the path year by year and, for every published figure, what the run gives beside it. Writes "
    "results as `compare` does when -o names a folder.";

enum { PUBLISHED_NAME_WIDTH = 60, RANGE_WIDTH = 19, VALUE_WIDTH = 12 };

static error_t parse(int key, char *text, struct argp_state *state) {
    (void)text;
    const struct cmd_options *options = state->input;
    if (key == ARGP_KEY_INIT) {
        cmd_options_hand_down(state, 2);
        return 0;
    }
    if (key == ARGP_KEY_END && options->scenario_count == 0) {
        argp_error(state, "at least one scenario is needed");
    }
    return ARGP_ERR_UNKNOWN;
}

/* Mean of one year of the study window, or of the first two; NAN where there is none. */
static double simulated(const struct expt_results *results, size_t outcome, const struct scn_published *published) {
    const struct expt_outcome *from = &results->outcomes[outcome];
    const int column = expt_column_find(from, published->measure, published->dimension, published->subject);
    const size_t first = published->year > 0 ? (size_t)published->year - 1 : 0;
    const size_t end = published->year > 0 ? first + 1 : 2;
    if (column < 0 || end > results->year_count) {
        return NAN;
    }
    double sum = 0;
    for (size_t y = first; y < end; y++) {
        sum += stat_moments_mean(&from->years[(size_t)column * results->year_count + y]);
    }
    return sum / (double)(end - first);
}

/* Whole numbers as such, others with the measure's digits. */
static char *limit_text(double limit, const char *decimals) {
    return cmd_layout_number(limit, limit == floor(limit) ? "%.0f" : decimals);
}

static void print_row(const struct expt_results *results, size_t i, const struct scn_published *row) {
    const struct expt_outcome *from = &results->outcomes[i];
    const int column = expt_column_find(from, row->measure, row->dimension, row->subject);
    const char *decimals = column < 0 ? "%.0f" : from->columns[column].decimals;
    const double value = simulated(results, i, row);
    char *name = mem_format("%s, %s", row->name, row->unit);
    cmd_layout_left(stdout, name, PUBLISHED_NAME_WIDTH);
    free(name);
    char *low = limit_text(row->low, decimals), *high = limit_text(row->high, decimals);
    cmd_layout_right(stdout, mem_format("%s to %s", low, high), RANGE_WIDTH);
    free(low);
    free(high);
    cmd_layout_right(stdout, cmd_layout_number(value, decimals), VALUE_WIDTH);
    printf("  %s\n", isnan(value) ? "not run" : value >= row->low && value <= row->high ? "within" : "OUTSIDE");
}

/* Where the figures come from; neighbours of one source are told together. */
static void print_sources(const struct param_rows *published) {
    const struct scn_published *rows = published->rows;
    for (size_t first = 0, end; first < published->count; first = end) {
        end = first + 1;
        while (end < published->count && strcmp(rows[end].source, rows[first].source) == 0) {
            end++;
        }
        char *text = end - first == 1
                         ? mem_format("%s: %s", rows[first].name, rows[first].source)
                         : mem_format("%s to %s: %s", rows[first].name, rows[end - 1].name, rows[first].source);
        cmd_layout_paragraph(stdout, text);
        free(text);
    }
}

static void print_published(const struct cmd_study *study, size_t i) {
    const struct scn_published *rows = study->read[i].published.rows;
    char *heading = mem_format("%s against published figures", study->read[i].name);
    cmd_layout_heading(stdout, heading);
    free(heading);
    printf("%*s%*s\n", PUBLISHED_NAME_WIDTH + RANGE_WIDTH, "published", VALUE_WIDTH, "simulated");
    bool is_any_missing = false;
    for (size_t p = 0; p < study->read[i].published.count; p++) {
        print_row(&study->results, i, &rows[p]);
        is_any_missing = is_any_missing || isnan(simulated(&study->results, i, &rows[p]));
    }
    if (is_any_missing) {
        printf("not run: that team, or that year, is not in this run\n");
    }
    print_sources(&study->read[i].published);
}

static void print(const struct cmd_study *study) {
    cmd_words_study(stdout, study);
    cmd_table_means(stdout, &study->results);
    cmd_table_targets(stdout, study);
    cmd_table_years(stdout, &study->results);
    for (size_t i = 0; i < study->count; i++) {
        if (study->read[i].published.count > 0) {
            print_published(study, i);
        }
    }
    cmd_layout_heading(stdout, "What to know");
    cmd_money_staff(stdout, study);
    cmd_dates_without_effect(stdout, study);
    cmd_idle_teams(stdout, study);
    cmd_words_precision(stdout, &study->results);
    cmd_words_stability(stdout, &study->results);
    cmd_money_prices(stdout, study);
    cmd_words_assumptions(stdout, &study->results);
}

int cmd_run_main(int argument_count, char **arguments) {
    static const struct argp argp = {
        .parser = parse, .args_doc = "SCENARIO...", .doc = documentation, .children = cmd_options_children};
    return cmd_write_main(&argp, argument_count, arguments, print);
}

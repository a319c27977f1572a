/* command/run.c - scenarios one by one, held against published figures. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "command.h"
#include "options.h"
#include "study.h"
#include "table.h"
#include "words.h"
#include "write.h"

static const char documentation[] =
    "Runs scenarios and holds each against the published figures that its file names."
    "\vPrints means, the path year by year and, for every published figure, what the run gives beside it. Writes "
    "results as `compare` does when -o names a folder.";

static error_t parse(int key, char *text, struct argp_state *state) {
    (void)text;
    const struct cmd_options *options = state->input;
    if (key == ARGP_KEY_INIT) {
        state->child_inputs[0] = state->input;
        state->child_inputs[1] = state->input;
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

static void print_published(const struct cmd_study *study, size_t i) {
    const struct scn_published *rows = study->read[i].published.rows;
    char *heading = mem_format("%s against published figures", study->read[i].name);
    cmd_table_heading(stdout, heading);
    free(heading);
    printf("%-42s %-13s %19s %10s  %s\n", "", "", "published", "simulated", "");
    for (size_t p = 0; p < study->read[i].published.count; p++) {
        const double value = simulated(&study->results, i, &rows[p]);
        char *low = cmd_table_number(rows[p].low, "%.0f"), *high = cmd_table_number(rows[p].high, "%.0f");
        char *got = cmd_table_number(value, "%.0f");
        char *range = mem_format("%s to %s", low, high);
        printf("%-42s %-13s %19s %10s  %s\n", rows[p].name, rows[p].unit, range, got,
               isnan(value)                                     ? "does not exist in this scenario"
               : value >= rows[p].low && value <= rows[p].high ? "within"
                                                                : "OUTSIDE");
        free(low);
        free(high);
        free(got);
        free(range);
    }
}

static void print(const struct cmd_study *study) {
    printf("%u replications, seed %llu\n", study->results.replications, (unsigned long long)study->seed);
    cmd_table_means(stdout, &study->results);
    cmd_table_years(stdout, &study->results);
    for (size_t i = 0; i < study->count; i++) {
        if (study->read[i].published.count > 0) {
            print_published(study, i);
        }
    }
    cmd_table_heading(stdout, "What to know");
    cmd_words_staff(stdout, study);
    cmd_words_stability(stdout, &study->results);
    cmd_words_assumptions(stdout, &study->results);
}

int cmd_run_main(int argument_count, char **arguments) {
    static const struct argp_child children[] = {{&cmd_options_study, 0, "Study:", 1},
                                                 {&cmd_options_results, 0, "Results:", 2},
                                                 {0}};
    static const struct argp argp = {
        .parser = parse, .args_doc = "SCENARIO...", .doc = documentation, .children = children};
    struct cmd_options options;
    cmd_options_parse(&options, &argp, argument_count, arguments);
    const int status = cmd_write_study(&options, print);
    cmd_options_free(&options);
    return status;
}

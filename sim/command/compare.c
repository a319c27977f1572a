/* command/compare.c - scenarios on the same people, against the first of them. */
#include <stdio.h>
#include <string.h>

#include "command.h"
#include "dates.h"
#include "idle.h"
#include "layout.h"
#include "money.h"
#include "options.h"
#include "split.h"
#include "study.h"
#include "table.h"
#include "words.h"
#include "write.h"

static const char documentation[] =
    "Runs scenarios on the same simulated people and compares each with the first, the baseline, pair by pair."
    "\vPrints means, paired differences with 95 % intervals and the probability of being better, the path year by "
    "year, and in words what rests on assumptions and which lists do not stabilise. Writes tables, figures and a "
    "manifest into the folder given by -o.";

static error_t parse(int key, char *text, struct argp_state *state) {
    (void)text;
    const struct cmd_options *options = state->input;
    if (key == ARGP_KEY_INIT) {
        cmd_options_hand_down(state, 2);
        return 0;
    }
    if (key == ARGP_KEY_END && options->scenario_count < 2) {
        argp_error(state, "a baseline and at least one scenario to compare with it are needed");
    }
    return ARGP_ERR_UNKNOWN;
}

static void print(const struct cmd_study *study) {
    const struct expt_results *results = &study->results;
    cmd_words_study(stdout, study);
    cmd_table_means(stdout, results);
    cmd_table_differences(stdout, results);
    cmd_split_print(stdout, results);
    cmd_table_targets(stdout, study);
    cmd_table_years(stdout, results);
    cmd_layout_heading(stdout, "What to know");
    cmd_money_staff(stdout, study);
    cmd_dates_without_effect(stdout, study);
    cmd_idle_teams(stdout, study);
    cmd_words_precision(stdout, results);
    cmd_words_stability(stdout, results);
    cmd_words_held_up(stdout, results);
    cmd_money_prices(stdout, study);
    cmd_words_assumptions(stdout, results);
}

int cmd_compare_main(int argument_count, char **arguments) {
    static const struct argp argp = {
        .parser = parse, .args_doc = "BASELINE SCENARIO...", .doc = documentation, .children = cmd_options_children};
    return cmd_write_main(&argp, argument_count, arguments, print);
}

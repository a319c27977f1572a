/* tests/command/test_split.c - the parts of differences from the baseline, in a terminal of 100 columns. */
#include "sim/command/split.h"

#include "tests/command/capture.h"
#include "tests/command/invented.h"
#include "tests/command/program.h"
#include "tests/output/detail.h"

static void print(FILE *out, const void *results) {
    cmd_split_print(out, results);
}

static void make(struct expt_results *results, size_t scenarios) {
    invented_make(results, scenarios, 2, 30);
    for (size_t i = 1; i < scenarios; i++) {
        detail_split_make(results, i);
    }
}

/* The number in a column of a line, from the right: 0 is the last. */
static double number_in(const char *line, size_t column) {
    const char *end = strchr(line, '\n');
    double number = NAN;
    for (size_t i = 0; i <= column; i++) {
        while (end[-1] == ' ') {
            end--;
        }
        while (end[-1] != ' ') {
            end--;
        }
        number = strtod(end, NULL);
    }
    return number;
}

static void printed_parts_sum_to_the_printed_difference(void **state) {
    (void)state;
    struct expt_results results;
    make(&results, 4);
    char *text = captured(print, &results);
    const char *first = strstr(text, "\n  Prevented"), *all = strstr(text, "\n  in all");
    assert_non_null(first);
    for (size_t column = 0; column < 3; column++) {
        double sum = 0;
        for (const char *line = first; line < all; line = strchr(line + 1, '\n')) {
            sum += number_in(line + 1, column);
        }
        assert_within(sum, number_in(all + 1, column), 1e-9);
        const struct expt_difference difference = expt_column_difference(
            &results, 3 - column,
            (size_t)expt_column_find(&results.outcomes[3 - column], "care_hours_per_week", "all", "all"));
        assert_within(sum, difference.difference.mean, 0.05 + 1e-9);
    }
    free(text);
    expt_results_free(&results);
}

static void what_is_no_saving_is_called_so(void **state) {
    (void)state;
    struct expt_results results;
    make(&results, 2);
    char *text = captured(print, &results);
    assert_non_null(strstr(text, "  Held up by waiting (no saving)"));
    assert_non_null(strstr(text, "  Died first (no saving)"));
    assert_null(strstr(text, "Prevented (no saving)"));
    free(text);
    expt_results_free(&results);
}

static void parts_that_change_nothing_are_not_shown(void **state) {
    (void)state;
    struct expt_results results;
    make(&results, 2);
    struct expt_part *parts = results.outcomes[1].splits[0].parts;
    for (size_t k = 0; k < results.replications; k++) {
        parts[5].values[k] += parts[2].values[k];
        parts[2].values[k] = 0;
    }
    char *text = captured(print, &results);
    assert_null(strstr(text, "Put off on purpose"));
    free(text);
    expt_results_free(&results);
}

static void six_scenarios_stand_in_blocks_of_100_columns(void **state) {
    (void)state;
    struct expt_results results;
    make(&results, 7);
    char *text = captured(print, &results);
    assert_true(text_widest(text) <= 100);
    assert_non_null(strstr(text, "plan-6"));
    free(text);
    expt_results_free(&results);
}

static void one_scenario_has_nothing_to_be_told_apart(void **state) {
    (void)state;
    struct expt_results results;
    make(&results, 1);
    char *text = captured(print, &results);
    assert_string_equal(text, "");
    free(text);
    expt_results_free(&results);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(printed_parts_sum_to_the_printed_difference),
        cmocka_unit_test(what_is_no_saving_is_called_so),
        cmocka_unit_test(parts_that_change_nothing_are_not_shown),
        cmocka_unit_test(six_scenarios_stand_in_blocks_of_100_columns),
        cmocka_unit_test(one_scenario_has_nothing_to_be_told_apart),
    };
    return run_chosen(tests, argc, argv);
}

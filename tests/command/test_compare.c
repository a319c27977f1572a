/* tests/command/test_compare.c - scenarios on the same people, against the first of them. */
#include "tests/command/program.h"

static const char three[] = "compare tests/scenarios/separate-short.cfg tests/scenarios/integrated-short.cfg "
                            "tests/scenarios/skill-mix-short.cfg -r 3";

static void the_comparison_fits_100_columns_and_goes_from_tables_to_words(void **state) {
    static const char *const in_order[] = {"Baseline  separate-short: ",
                                           "Against   integrated-short: ",
                                           "          skill-mix-short: ",
                                           ", 3 replications, seed ",
                                           "\nMeans over the study window\n",
                                           "Wait to first assessment, ",
                                           "\nPaired difference from separate-short",
                                           "Mean [95 % interval] and probability of being better",
                                           "\nWhat to know\n",
                                           "- All scenarios pay for the same staff",
                                           "- 3 replications are few",
                                           "- separate-short: ",
                                           "- integrated-short: ",
                                           "- skill-mix-short: ",
                                           "- integrated-short against separate-short, home care",
                                           "- skill-mix-short against separate-short, home care",
                                           "- * skill-mix-short rests on assumed effect sizes",
                                           "\nRun time "};
    struct program program = program_run(state, three);
    assert_int_equal(program.status, 0);
    assert_in_range(text_widest(program.out), 90, 100);
    const char *at = program.out;
    for (size_t i = 0; i < sizeof in_order / sizeof in_order[0]; i++) {
        at = strstr(at, in_order[i]);
        if (at == NULL) {
            print_error("missing or misplaced: %s\n%s", in_order[i], program.out);
            fail();
        }
    }
    assert_string_equal(program.err, "");
    program_free(&program);
}

static void only_scenarios_with_effects_bring_an_asterisk(void **state) {
    struct program program =
        program_run(state, "compare tests/scenarios/separate-short.cfg tests/scenarios/integrated-short.cfg -r 1");
    assert_int_equal(program.status, 0);
    assert_null(strstr(program.out, "*"));
    program_free(&program);
}

/* The same people come, so a scenario that changes nothing differs in nothing. */
static void a_scenario_that_changes_nothing_differs_in_nothing(void **state) {
    valley_overlay(state, "twin.cfg", "");
    struct program program = program_run(state, "compare tests/scenarios/valley.cfg @/twin.cfg -r 2");
    assert_int_equal(program.status, 0);
    const char *table = strstr(program.out, "\nPaired difference");
    assert_non_null(table);
    assert_int_equal(text_count(table, "["), text_count(table, " 0 [0, 0]") + text_count(table, " 0.0 [0.0, 0.0]") +
                                                 text_count(table, " 0.00 [0.00, 0.00]") + 1);
    assert_non_null(strstr(table, "needed hardly changes"));
    program_free(&program);
}

static void more_staff_is_called_money(void **state) {
    program_expect(state, "compare tests/scenarios/valley.cfg tests/scenarios/valley-bigger.cfg -r 2", 0,
                   "- The scenarios do NOT pay for the same staff: part of any difference is money.\n");
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        test_in_scratch(the_comparison_fits_100_columns_and_goes_from_tables_to_words),
        test_in_scratch(only_scenarios_with_effects_bring_an_asterisk),
        test_in_scratch(a_scenario_that_changes_nothing_differs_in_nothing),
        test_in_scratch(more_staff_is_called_money),
    };
    return run_chosen(tests, argc, argv);
}

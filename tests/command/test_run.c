/* tests/command/test_run.c - scenarios one by one, held against published figures. */
#include "tests/command/program.h"

/* Runs the valley with published figures of its own. */
static struct program run_published(void **state, const char *rows) {
    char *settings = mem_format("published = ( %s );", rows);
    valley_overlay(state, "held.cfg", settings);
    free(settings);
    struct program program = program_run(state, "run @/held.cfg -r 2");
    if (program.status != 0) {
        print_error("%s%s", program.out, program.err);
        fail();
    }
    return program;
}

/* The line of a published figure must end so. */
static void assert_row_ends(const struct program *program, const char *name, const char *end) {
    const char *row = strstr(program->out, name);
    assert_non_null(row);
    const size_t length = strcspn(row, "\n");
    assert_true(length > strlen(end));
    if (strncmp(row + length - strlen(end), end, strlen(end)) != 0) {
        print_error("%.*s\nshould end: %s\n", (int)length, row, end);
        fail();
    }
}

static void figures_within_and_outside_their_range_are_told_apart(void **state) {
    struct program program = run_published(
        state,
        "{ name = \"All that come\"; measure = \"referrals_per_year\"; low = 1000; high = 20000; unit = \"a year\";"
        "  source = \"invented\"; year = 1; },"
        "{ name = \"Too many\"; measure = \"referrals_per_year\"; low = 100000; high = 200000; unit = \"a year\";"
        "  source = \"invented\"; year = 1; },"
        "{ name = \"Too few\"; measure = \"referrals_per_year\"; low = 1; high = 2.5; unit = \"a year\";"
        "  source = \"invented\"; year = 1; }");
    assert_row_ends(&program, "All that come, a year  ", "  within");
    assert_row_ends(&program, "Too many, a year  ", "  OUTSIDE");
    assert_row_ends(&program, "Too few, a year  ", "  OUTSIDE");
    assert_non_null(strstr(program.out, " 100,000 to 200,000 "));
    assert_non_null(strstr(program.out, "\nheld against published figures\n"));
    assert_null(strstr(program.out, "not run"));
    program_free(&program);
}

static void figures_that_the_run_does_not_have_are_not_judged(void **state) {
    struct program program = run_published(
        state, "{ name = \"Next year\"; measure = \"referrals_per_year\"; low = 1; high = 2; unit = \"a year\";"
               "  source = \"invented\"; year = 2; }");
    assert_row_ends(&program, "Next year, a year  ", " -  not run");
    assert_non_null(strstr(program.out, "\nnot run: that team, or that year, is not in this run\n"));
    program_free(&program);
}

static void the_example_is_held_against_what_is_published(void **state) {
    struct program program = program_run(state, "run tests/scenarios/separate-short.cfg -r 2");
    assert_int_equal(program.status, 0);
    assert_true(text_widest(program.out) <= 100);
    assert_non_null(strstr(program.out, "\nseparate-short against published figures\n"));
    assert_true(text_count(program.out, "  within\n") + text_count(program.out, "  OUTSIDE\n") >= 5);
    assert_non_null(strstr(program.out, "\n2014-01 to 2014-12, 2 replications, seed "));
    assert_null(strstr(program.out, "Paired difference"));
    program_free(&program);
}

static void several_scenarios_are_each_shown(void **state) {
    struct program program =
        program_run(state, "run tests/scenarios/valley.cfg tests/scenarios/valley-bigger.cfg -r 1");
    assert_int_equal(program.status, 0);
    assert_non_null(strstr(program.out, " valley-bigger: "));
    assert_int_equal(text_count(program.out, "published"), 0);
    program_free(&program);
}

static void sources_and_questions_are_told(void **state) {
    program_expect(state, "run tests/scenarios/separate-short.cfg -r 1", 0,
                   "- Referrals at the council's door: B-derived");
    program_expect(state, "run tests/scenarios/separate-short.cfg -r 1", 0,
                   "- Utilisation, council to Utilisation, social work: D");
    program_expect(state, "run tests/scenarios/valley.cfg -r 1", 0,
                   "- valley asks: Which way does each mechanism move the results?\n");
    program_expect(state, "check tests/scenarios/valley.cfg -r 1", 0,
                   "- valley asks: Which way does each mechanism move the results?\n");
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        test_in_scratch(figures_within_and_outside_their_range_are_told_apart),
        test_in_scratch(figures_that_the_run_does_not_have_are_not_judged),
        test_in_scratch(the_example_is_held_against_what_is_published),
        test_in_scratch(several_scenarios_are_each_shown),
        test_in_scratch(sources_and_questions_are_told),
    };
    return run_chosen(tests, argc, argv);
}

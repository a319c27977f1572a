/* tests/command/test_options.c - options that several subcommands share. */
#include "tests/command/program.h"

static void numbers_outside_their_range_are_refused_with_the_range(void **state) {
    static const char *const cases[][2] = {
        {"-r 0", "--replications must be a whole number from 1 to 1000000, not '0'\n"},
        {"-r x", "--replications must be a whole number from 1 to 1000000, not 'x'\n"},
        {"-r 12x", "not '12x'\n"},
        {"-r 2.5", "not '2.5'\n"},
        {"-r 1000001", "not '1000001'\n"},
        {"-r 18446744073709551617", "not '18446744073709551617'\n"},
        {"--first 0", "--first must be a whole number from 1 to 1000000, not '0'\n"},
        {"--first=third", "not 'third'\n"},
        {"-j 0", "--threads must be a whole number from 1 to 1024, not '0'\n"},
        {"-j 1025", "not '1025'\n"},
        {"-s -1", "--seed must be a whole number from 0 to 9007199254740992, not '-1'\n"},
        {"-s +1", "not '+1'\n"},
        {"--seed= -j 1", "not ''\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char *words = mem_format("run %s tests/scenarios/valley.cfg", cases[i][0]);
        program_expect(state, words, 64, cases[i][1]);
        free(words);
    }
}

static void too_few_scenarios_are_refused(void **state) {
    program_expect(state, "run", 64, "at least one scenario is needed");
    program_expect(state, "check", 64, "at least one scenario is needed");
    program_expect(state, "compare tests/scenarios/valley.cfg", 64, "a baseline and at least one scenario");
}

/* Standard output without its last paragraph, which tells the time it took. The caller frees it. */
static char *results_of(void **state, const char *options) {
    char *words = mem_format("run %s tests/scenarios/valley.cfg", options);
    struct program program = program_run(state, words);
    assert_int_equal(program.status, 0);
    char *end = strstr(program.out, "\nRun time");
    assert_non_null(end);
    *end = '\0';
    char *out = mem_text(program.out);
    program_free(&program);
    free(words);
    return out;
}

static void a_seed_decides_the_results(void **state) {
    char *stated = results_of(state, ""), *same = results_of(state, "-s 71"), *other = results_of(state, "-s 72"),
         *again = results_of(state, "-s 72");
    assert_string_equal(stated, same);
    assert_string_not_equal(stated, other);
    assert_string_equal(other, again);
    assert_non_null(strstr(other, "seed 72\n"));
    free(stated);
    free(same);
    free(other);
    free(again);
}

static void as_many_replications_are_run_as_asked_for(void **state) {
    char *stated = results_of(state, ""), *asked = results_of(state, "-r 7"), *same = results_of(state, "-r 4");
    assert_non_null(strstr(stated, ", 4 replications, "));
    assert_non_null(strstr(asked, ", 7 replications, "));
    assert_string_equal(stated, same);
    free(stated);
    free(asked);
    free(same);
}

static void replications_are_numbered_from_the_first(void **state) {
    char *usual = results_of(state, "-r 2"), *stated = results_of(state, "-r 2 --first 1");
    char *other = results_of(state, "-r 2 --first 2");
    assert_string_equal(usual, stated);
    assert_string_not_equal(usual, other);
    assert_null(strstr(usual, "from number"));
    assert_non_null(strstr(other, ", 2 replications (from number 2 on), seed 71\n"));
    free(usual);
    free(stated);
    free(other);
}

static void a_checked_run_gives_the_same_results(void **state) {
    char *plain = results_of(state, "-r 1"), *checked = results_of(state, "-r 1 --checked");
    assert_string_equal(plain, checked);
    free(plain);
    free(checked);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        test_in_scratch(numbers_outside_their_range_are_refused_with_the_range),
        test_in_scratch(too_few_scenarios_are_refused),
        test_in_scratch(a_seed_decides_the_results),
        test_in_scratch(as_many_replications_are_run_as_asked_for),
        test_in_scratch(replications_are_numbered_from_the_first),
        test_in_scratch(a_checked_run_gives_the_same_results),
    };
    return run_chosen(tests, argc, argv);
}

/* tests/command/test_trace.c - what happens in one replication, as a log: which one, where to. */
#include "tests/command/program.h"

static const char *const valley = "trace tests/scenarios/valley.cfg";

/* What it prints. The caller frees it. */
static char *printed(void **state, const char *options) {
    char *words = mem_format("%s %s", valley, options);
    struct program program = program_run(state, words);
    assert_int_equal(program.status, 0);
    assert_string_equal(program.err, "");
    char *out = mem_text(program.out);
    program_free(&program);
    free(words);
    return out;
}

static void expect(void **state, const char *options, int status, const char *text) {
    char *words = mem_format("%s %s", valley, options);
    program_expect(state, words, status, text);
    free(words);
}

static void seed_and_replication_decide_what_happens(void **state) {
    char *usual = printed(state, ""), *first = printed(state, "-k 1 -s 71"), *checked = printed(state, "--checked");
    char *second = printed(state, "--replication 2"), *other = printed(state, "-s 72");
    assert_string_equal(usual, first);
    assert_string_equal(usual, checked);
    assert_string_not_equal(usual, second);
    assert_string_not_equal(usual, other);
    free(usual);
    free(first);
    free(checked);
    free(second);
    free(other);
}

static void a_file_holds_what_would_be_printed(void **state) {
    size_t length;
    for (size_t i = 0; i < 2; i++) {
        const char *kind = i == 0 ? "" : "--events";
        char *options = mem_format("%s -o @/log-%zu.csv", kind, i), *name = mem_format("log-%zu.csv", i);
        char *nothing = printed(state, options), *out = printed(state, kind),
             *file = scratch_read(state, name, &length);
        assert_string_equal(nothing, "");
        assert_string_equal(out, file);
        free(options);
        free(name);
        free(nothing);
        free(out);
        free(file);
    }
    assert_false(scratch_has(state, "log-0.csv.part"));
}

static void an_existing_file_is_not_touched(void **state) {
    size_t length;
    scratch_write(state, "thesis.csv", "mine");
    expect(state, "-o @/thesis.csv", 73, "thesis.csv: File exists\n");
    char *file = scratch_read(state, "thesis.csv", &length);
    assert_string_equal(file, "mine");
    free(file);
}

static void a_place_where_nothing_can_be_written_is_told(void **state) {
    expect(state, "-o @/nowhere/log.csv", 73, "nowhere/log.csv.part: No such file or directory\n");
}

static void faults_of_usage_are_told(void **state) {
    program_expect(state, "trace", 64, "one scenario is needed");
    expect(state, "tests/scenarios/valley-bigger.cfg", 64, "one scenario is needed");
    expect(state, "-k 0", 64, "--replication must be a whole number from 1 to 2000000, not '0'\n");
    expect(state, "-s x", 64, "--seed must be a whole number from 0 to 9007199254740992, not 'x'\n");
    expect(state, "-r 3", 64, "invalid option -- 'r'");
}

static void a_faulty_scenario_is_told_and_nothing_is_written(void **state) {
    program_expect(state, "trace tests/bad/missing-key.cfg -o @/log.csv", 65, "nothing was written");
    assert_false(scratch_has(state, "log.csv"));
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        test_in_scratch(seed_and_replication_decide_what_happens),
        test_in_scratch(a_file_holds_what_would_be_printed),
        test_in_scratch(an_existing_file_is_not_touched),
        test_in_scratch(a_place_where_nothing_can_be_written_is_told),
        test_in_scratch(faults_of_usage_are_told),
        test_in_scratch(a_faulty_scenario_is_told_and_nothing_is_written),
    };
    return run_chosen(tests, argc, argv);
}

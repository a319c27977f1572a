/* tests/command/test_trace.c - what happens in one replication, as a log: which one, where to. */
#include <signal.h>
#include <sys/resource.h>

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

static void expect_content(void **state, const char *name, const char *content) {
    size_t length;
    char *file = scratch_read(state, name, &length);
    assert_string_equal(file, content);
    free(file);
}

static void a_part_of_somebody_else_is_not_touched(void **state) {
    scratch_write(state, "log.csv.part", "mine");
    expect(state, "-o @/log.csv", 73, "log.csv.part: File exists\n");
    expect_content(state, "log.csv.part", "mine");
    assert_false(scratch_has(state, "log.csv"));
}

static void a_link_that_leads_nowhere_is_a_file_too(void **state) {
    char *path = scratch_path(state, "log.csv"), target[16];
    assert_int_equal(symlink("nowhere", path), 0);
    expect(state, "-o @/log.csv", 73, "log.csv: File exists\n");
    assert_int_equal(readlink(path, target, sizeof target), strlen("nowhere"));
    free(path);
}

/* A replication of a second or more, when it has begun to write. */
static struct program begun(void **state) {
    static const struct timespec moment = {0, 2000000};
    struct program program = program_start(state, "trace scenarios/separate.cfg -o @/log.csv");
    for (int tries = 0; tries < 5000 && !scratch_has(state, "log.csv.part"); tries++) {
        nanosleep(&moment, NULL);
    }
    assert_true(scratch_has(state, "log.csv.part"));
    return program;
}

static void what_comes_into_being_meanwhile_is_kept(void **state) {
    struct program program = begun(state);
    scratch_write(state, "log.csv", "mine");
    program_finish(state, &program);
    assert_int_equal(program.status, 73);
    assert_non_null(strstr(program.err, "log.csv: File exists\n"));
    expect_content(state, "log.csv", "mine");
    assert_false(scratch_has(state, "log.csv.part"));
    program_free(&program);
}

static void interrupted_it_leaves_nothing(void **state) {
    static const int signals[] = {SIGINT, SIGTERM};
    for (size_t i = 0; i < 2; i++) {
        struct program program = begun(state);
        assert_int_equal(kill(program.pid, signals[i]), 0);
        program_finish(state, &program);
        assert_int_equal(program.status, 128 + signals[i]);
        assert_false(scratch_has(state, "log.csv"));
        assert_false(scratch_has(state, "log.csv.part"));
        program_free(&program);
    }
}

/* A limit on the size of files stands in for a full disk. */
static void a_log_that_does_not_fit_leaves_nothing(void **state) {
    struct rlimit before;
    getrlimit(RLIMIT_FSIZE, &before);
    const struct rlimit small = {.rlim_cur = 20000, .rlim_max = before.rlim_max};
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    struct program program = program_run(state, "trace tests/scenarios/valley.cfg -o @/log.csv");
    setrlimit(RLIMIT_FSIZE, &before);
    assert_int_equal(program.status, 73);
    assert_non_null(strstr(program.err, "log.csv.part: File too large\n"));
    assert_false(scratch_has(state, "log.csv"));
    assert_false(scratch_has(state, "log.csv.part"));
    program_free(&program);
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
        test_in_scratch(a_part_of_somebody_else_is_not_touched),
        test_in_scratch(a_link_that_leads_nowhere_is_a_file_too),
        test_in_scratch(what_comes_into_being_meanwhile_is_kept),
        test_in_scratch(interrupted_it_leaves_nothing),
        test_in_scratch(a_log_that_does_not_fit_leaves_nothing),
        test_in_scratch(a_place_where_nothing_can_be_written_is_told),
        test_in_scratch(faults_of_usage_are_told),
        test_in_scratch(a_faulty_scenario_is_told_and_nothing_is_written),
    };
    return run_chosen(tests, argc, argv);
}

/* tests/command/test_progress.c - how far a study is, and whether it was asked to stop. */
#include "sim/command/progress.h"

#include <jansson.h>
#include <time.h>

#include "tests/command/program.h"

static void pause_seconds(double seconds) {
    const struct timespec length = {(time_t)seconds, (long)(1e9 * (seconds - floor(seconds)))};
    nanosleep(&length, NULL);
}

/* Begins a run of hours, and stops it when it has begun to simulate: the folder is made just before. */
static struct program stopped(void **state, const char *words, int signal) {
    struct program program = program_start(state, words);
    for (int tries = 0; tries < 2000 && !scratch_has(state, "results"); tries++) {
        pause_seconds(0.005);
    }
    pause_seconds(0.5);
    assert_int_equal(kill(program.pid, signal), 0);
    program_finish(state, &program);
    return program;
}

static void what_is_finished_is_kept_and_called_incomplete(void **state) {
    struct program program = stopped(state, "run tests/scenarios/valley.cfg -r 100000 -o @/results", SIGINT);
    assert_int_equal(program.status, 130);
    assert_non_null(strstr(program.err, "caremix: interrupted; these are the results of "));
    assert_non_null(strstr(program.err, " of 100000 replications.\n"));
    assert_non_null(strstr(program.out, "Results are in "));
    char *path = scratch_path(state, "results/manifest.json");
    json_t *manifest = json_load_file(path, 0, NULL);
    assert_true(json_is_false(json_object_get(manifest, "complete")));
    const json_int_t finished = json_integer_value(json_object_get(manifest, "replications"));
    assert_in_range(finished, 1, 99999);
    assert_int_equal(json_integer_value(json_object_get(manifest, "replications_asked")), 100000);
    char *want = mem_format(", %d replication", (int)finished);
    assert_non_null(strstr(program.out, want));
    assert_true(scratch_has(state, "results/summary.csv"));
    free(want);
    free(path);
    json_decref(manifest);
    program_free(&program);
}

static void a_program_that_is_terminated_says_so_by_its_status(void **state) {
    struct program program = stopped(state, "run tests/scenarios/valley.cfg -r 100000 -o @/results", SIGTERM);
    assert_int_equal(program.status, 143);
    assert_true(scratch_has(state, "results/manifest.json"));
    program_free(&program);
}

static void progress_is_not_shown_in_a_file(void **state) {
    struct program program = program_run(state, "run tests/scenarios/valley.cfg -r 2");
    assert_int_equal(program.status, 0);
    assert_string_equal(program.err, "");
    program_free(&program);
}

static void a_signal_waits_until_a_replication_is_finished(void **state) {
    (void)state;
    struct cmd_progress progress;
    cmd_progress_begin(&progress);
    progress.is_shown = false;
    assert_true(cmd_progress_show(&progress, 1, 7));
    assert_int_equal(progress.signal, 0);
    raise(SIGTERM);
    assert_false(cmd_progress_show(&progress, 2, 7));
    assert_int_equal(progress.signal, SIGTERM);
    assert_false(cmd_progress_show(&progress, 3, 7));
    cmd_progress_end(&progress);
    raise(SIGINT); /* while results are written */
    assert_int_equal(cmd_progress_release(), SIGINT);
    assert_int_equal(cmd_progress_release(), 0);
    sigset_t blocked;
    pthread_sigmask(SIG_BLOCK, NULL, &blocked);
    assert_false(sigismember(&blocked, SIGTERM));
    assert_false(sigismember(&blocked, SIGINT));
}

static void the_clock_goes_forward_in_seconds(void **state) {
    (void)state;
    const double begin = cmd_progress_clock();
    pause_seconds(0.02);
    const double gone = cmd_progress_clock() - begin;
    assert_true(gone >= 0.02 && gone < 10);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        test_in_scratch(what_is_finished_is_kept_and_called_incomplete),
        test_in_scratch(a_program_that_is_terminated_says_so_by_its_status),
        test_in_scratch(progress_is_not_shown_in_a_file),
        cmocka_unit_test(a_signal_waits_until_a_replication_is_finished),
        cmocka_unit_test(the_clock_goes_forward_in_seconds),
    };
    return run_chosen(tests, argc, argv);
}

/* tests/command/test_progress.c - how far a study is, and whether it was asked to stop. */
#include "sim/command/progress.h"

#include <jansson.h>
#include <time.h>

#include "output/folder.h"
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

/* Old results stay until there is something new: here the new run never finishes a replication. */
static void results_to_be_replaced_stay_until_new_ones_begin(void **state) {
    program_expect(state, "run tests/scenarios/valley.cfg -r 2 -o @/results", 0, "Results are in ");
    char before[65], after[65], *path = scratch_path(state, "results/manifest.json");
    assert_true(out_file_sha256(path, before));
    struct program program =
        program_start(state, "run scenarios/separate.cfg --checked -r 1000 -o @/results --replace");
    pause_seconds(1);
    assert_int_equal(kill(program.pid, SIGKILL), 0);
    program_finish(state, &program);
    assert_int_equal(program.status, 128 + SIGKILL);
    assert_true(out_file_sha256(path, after));
    assert_string_equal(before, after);
    assert_true(scratch_has(state, "results/summary.csv"));
    free(path);
    program_free(&program);
}

static size_t lines_of(void **state, const char *name) {
    size_t length;
    char *text = scratch_read(state, name, &length);
    const size_t lines = text_count(text, "\n");
    free(text);
    return lines;
}

/* Every file that the manifest names is whole, none else is there, and the tables hold the replications finished. */
static void assert_kept(void **state) {
    char *folder = scratch_path(state, "results"), *path = mem_format("%s/manifest.json", folder);
    json_t *manifest = json_load_file(path, 0, NULL);
    const json_t *outputs = json_object_get(manifest, "outputs");
    const size_t finished = (size_t)json_integer_value(json_object_get(manifest, "replications"));
    assert_true(json_is_false(json_object_get(manifest, "complete")));
    assert_true(json_array_size(outputs) > 20);
    for (size_t i = 0; i < json_array_size(outputs); i++) {
        const json_t *output = json_array_get(outputs, i);
        char digest[65], *file = mem_format("%s/%s", folder, json_string_value(json_object_get(output, "file")));
        assert_true(out_file_sha256(file, digest));
        assert_string_equal(digest, json_string_value(json_object_get(output, "sha256")));
        free(file);
    }
    assert_int_equal(lines_of(state, "results/replications.csv") - 1,
                     finished * (lines_of(state, "results/summary.csv") - 1));
    char *command = mem_format("test $(find '%s' -type f | wc -l) -eq %zu", folder, json_array_size(outputs) + 1);
    assert_int_equal(system(command), 0);
    free(command);
    json_decref(manifest);
    free(path);
    free(folder);
}

static void what_is_kept_is_whole_and_agrees(void **state) {
    static const int signals[] = {SIGINT, SIGTERM};
    for (size_t i = 0; i < 2; i++) {
        struct program program =
            stopped(state, "run tests/scenarios/valley.cfg -r 100000 -o @/results --replace", signals[i]);
        assert_int_equal(program.status, 128 + signals[i]);
        assert_kept(state);
        program_free(&program);
        char *command = mem_format("rm -r '%s/results'", (const char *)*state);
        assert_int_equal(system(command), 0);
        free(command);
    }
}

/* The first signal ends the run; those that come while results are written do not break the writing. */
static void impatience_does_not_break_the_writing(void **state) {
    struct program program = program_start(state, "run tests/scenarios/valley.cfg -r 100000 -o @/results");
    for (int tries = 0; tries < 2000 && !scratch_has(state, "results"); tries++) {
        pause_seconds(0.005);
    }
    pause_seconds(0.5);
    kill(program.pid, SIGTERM);
    for (int tries = 0; tries < 2000 && !scratch_has(state, "results/summary.csv"); tries++) {
        pause_seconds(0.005);
    }
    for (int i = 0; i < 5; i++) {
        kill(program.pid, i % 2 == 0 ? SIGINT : SIGTERM);
        pause_seconds(0.02);
    }
    program_finish(state, &program);
    assert_int_equal(program.status, 143);
    assert_non_null(strstr(program.out, "persons simulated a second.")); /* and all is said to the end */
    assert_kept(state);
    program_free(&program);
}

static void who_stops_the_writing_is_told_that_nothing_is_missing(void **state) {
    struct program program = program_start(state, "run tests/scenarios/valley.cfg -r 2 -o @/results");
    for (int tries = 0; tries < 4000 && !scratch_has(state, "results/summary.csv"); tries++) {
        pause_seconds(0.005);
    }
    assert_int_equal(kill(program.pid, SIGINT), 0);
    program_finish(state, &program);
    assert_int_equal(program.status, 130);
    assert_non_null(strstr(program.err, "interrupted when every replication was finished; nothing is missing.\n"));
    assert_true(scratch_has(state, "results/manifest.json"));
    program_free(&program);
}

/* As in the background of a script, where the terminal's interruption is meant for others. */
static void who_was_started_to_ignore_a_signal_ignores_it(void **state) {
    void (*former)(int) = signal(SIGINT, SIG_IGN);
    struct program program = program_start(state, "run scenarios/separate.cfg -r 3");
    pause_seconds(0.3);
    assert_int_equal(kill(program.pid, SIGINT), 0);
    program_finish(state, &program);
    signal(SIGINT, former);
    assert_int_equal(program.status, 0);
    assert_non_null(strstr(program.out, "3 replications"));
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
    assert_int_equal(cmd_progress_release(&progress.former), SIGINT);
    assert_int_equal(cmd_progress_release(&progress.former), 0);
    sigset_t blocked;
    pthread_sigmask(SIG_BLOCK, NULL, &blocked);
    assert_false(sigismember(&blocked, SIGTERM));
    assert_false(sigismember(&blocked, SIGINT));
}

static void signals_that_waited_before_go_on_waiting(void **state) {
    (void)state;
    struct cmd_progress progress;
    sigset_t waiting, blocked;
    sigemptyset(&waiting);
    sigaddset(&waiting, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &waiting, NULL);
    cmd_progress_begin(&progress);
    cmd_progress_end(&progress);
    assert_int_equal(cmd_progress_release(&progress.former), 0);
    pthread_sigmask(SIG_UNBLOCK, &waiting, &blocked);
    assert_true(sigismember(&blocked, SIGTERM));
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
        test_in_scratch(results_to_be_replaced_stay_until_new_ones_begin),
        test_in_scratch(what_is_kept_is_whole_and_agrees),
        test_in_scratch(impatience_does_not_break_the_writing),
        test_in_scratch(who_stops_the_writing_is_told_that_nothing_is_missing),
        test_in_scratch(who_was_started_to_ignore_a_signal_ignores_it),
        test_in_scratch(progress_is_not_shown_in_a_file),
        cmocka_unit_test(a_signal_waits_until_a_replication_is_finished),
        cmocka_unit_test(signals_that_waited_before_go_on_waiting),
        cmocka_unit_test(the_clock_goes_forward_in_seconds),
    };
    return run_chosen(tests, argc, argv);
}

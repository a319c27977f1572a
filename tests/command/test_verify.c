/* tests/command/test_verify.c - results run again from their folder alone, and compared file by file. */
#include <dirent.h>

#include "tests/command/verify.h"

static void results_come_out_again_with_their_pictures(void **state) {
    program_expect(state, "compare tests/scenarios/valley.cfg tests/scenarios/valley-bigger.cfg -r 2 -o @/results", 0,
                   "Results are in ");
    char *said = verified(state, "", 0, "files are identical: the results come out again byte for byte.");
    assert_verdict(said, "summary.csv", "as recorded   identical");
    assert_verdict(said, "figures/list.png", "as recorded   identical");
    assert_verdict(said, "resolved/valley-bigger.cfg", "as recorded   identical");
    free(said);
}

/* Another picture of the same data, and none. */
static void pictures_may_be_drawn_differently(void **state) {
    program_expect(state, "run tests/scenarios/valley.cfg -r 1 -o @/results", 0, "Results are in ");
    scratch_write(state, "results/figures/list.svg", "<svg></svg>\n");
    record_anew(state, "figures/list.svg");
    char *said =
        verified(state, "", 0, "- All data are identical: they come out again byte for byte. 1 picture is drawn");
    assert_verdict(said, "figures/list.svg", "as recorded   drawn differently; its data are identical");
    assert_verdict(said, "figures/list.png", "as recorded   identical");
    free(said);
    assert_int_equal(setenv("PATH", "/nonexistent", 1), 0);
    said = verified(state, "", 0, "- All data are identical");
    assert_verdict(said, "figures/list.png", "as recorded   not drawn; its data are identical");
    assert_non_null(strstr(said, "\ngnuplot        then 5"));
    free(said);
}

static void a_picture_of_other_data_is_different(void **state) {
    program_expect(state, "run tests/scenarios/valley.cfg -r 1 -o @/results", 0, "Results are in ");
    scratch_write(state, "results/figures/list.svg", "<svg></svg>\n");
    digit_change(state, "figures/list.csv", 2);
    record_anew(state, "figures/list.svg");
    record_anew(state, "figures/list.csv");
    char *said = verified(state, "", 1, "the results do NOT come out again.");
    assert_verdict(said, "figures/list.csv", "as recorded   DIFFERENT");
    assert_verdict(said, "figures/list.svg", "as recorded   DIFFERENT");
    free(said);
}

static void a_changed_byte_is_named(void **state) {
    results_make(state);
    digit_change(state, "summary.csv", 3);
    char *said = verified(state, "", 1, "come out again as they were recorded, byte for byte; in the folder 1 is no");
    assert_non_null(strstr(said, "\n1 file is not as the manifest records:\n  summary.csv: another SHA-256"));
    assert_verdict(said, "summary.csv", "CHANGED       DIFFERENT");
    assert_non_null(strstr(said, "\nsummary.csv, line 3, column p90\n  in the folder  \xE2\x80\xA6"));
    assert_non_null(strstr(said, "- summary.csv was changed after it was recorded: made again, it is as recorded."));
    free(said);
}

static void a_wrong_hash_is_told_from_a_changed_file(void **state) {
    results_make(state);
    json_t *manifest = manifest_read(state);
    size_t place;
    json_object_set_new(output_of(manifest, "waits.csv", &place), "sha256",
                        json_string("0000000000000000000000000000000000000000000000000000000000000000"));
    manifest_write(state, manifest);
    char *said =
        verified(state, "", 1, "- waits.csv comes out again as it is in the folder: its SHA-256 in the manifest");
    assert_verdict(said, "waits.csv", "CHANGED       identical");
    free(said);
}

static void a_missing_file_and_one_too_many_are_named(void **state) {
    results_make(state);
    char *path = scratch_path(state, "results/splits.csv");
    assert_int_equal(unlink(path), 0);
    scratch_write(state, "results/figures/notes.txt", "mine");
    char *said = verified(state, "", 1, "- splits.csv is missing, and is made again as it was recorded.");
    assert_verdict(said, "splits.csv", "MISSING       -");
    assert_non_null(strstr(said, "  figures/notes.txt: not recorded, and not looked at\n"));
    free(said);
    free(path);
}

static void a_file_that_is_not_made_again_is_different(void **state) {
    results_make(state);
    json_t *manifest = manifest_read(state);
    size_t place;
    output_of(manifest, "measures.csv", &place);
    json_array_remove(json_object_get(manifest, "outputs"), place);
    json_array_append_new(json_object_get(manifest, "outputs"),
                          json_pack("{ssss}", "file", "notes.txt", "sha256",
                                    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    manifest_write(state, manifest);
    scratch_write(state, "results/notes.txt", "abc");
    char *said = verified(state, "", 1, "and 2 not: the results do NOT come out again.");
    assert_verdict(said, "notes.txt", "as recorded   NOT MADE AGAIN");
    assert_verdict(said, "measures.csv", "-             MADE ONLY NOW");
    free(said);
}

/* With the seed of the study the results are identical; with this one no file is called different by chance. Where the
 * model changes, another draw is: five files are tested, each with a false alarm in a hundred. */
static void another_seed_is_within_monte_carlo_error(void **state) {
    results_make(state);
    json_t *manifest = manifest_read(state);
    json_object_set_new(manifest, "seed", json_string("72"));
    manifest_write(state, manifest);
    char *said = verified(state, "", 1, "within Monte Carlo error: the results do not come out again byte for byte");
    assert_verdict(said, "summary.csv", "as recorded   within Monte Carlo error");
    assert_verdict(said, "replications.csv", "as recorded   within Monte Carlo error");
    assert_verdict(said, "waits.csv", "as recorded   within Monte Carlo error, as its runs");
    assert_verdict(said, "resolved/valley.cfg", "as recorded   identical");
    assert_non_null(strstr(said, "\nsummary.csv, line 2, column mean\n  in the folder  "));
    assert_true(says(said, "- Within Monte Carlo error: the same rows,"));
    assert_true(says(said, "- With so few replications"));
    free(said);
    free(verified(state, " --allow-error", 0, "within Monte Carlo error"));
}

static void of_one_run_nothing_is_said_to_be_chance(void **state) {
    program_expect(state, "run tests/scenarios/valley.cfg -r 1 -o @/results", 73, "gnuplot");
    json_t *manifest = manifest_read(state);
    json_object_set_new(manifest, "seed", json_string("72"));
    manifest_write(state, manifest);
    char *said = verified(state, "", 1, "within Monte Carlo error");
    assert_non_null(strstr(said, "  So few runs say nothing of chance: none of "));
    assert_null(strstr(said, "line 0"));
    free(said);
}

/* Identical runs have but one sum. */
static void a_table_that_sums_up_identical_runs_is_different(void **state) {
    results_make(state);
    digit_change(state, "waits.csv", 4);
    record_anew(state, "waits.csv");
    char *said = verified(state, " --allow-error", 1, "and 1 not: the results do NOT come out again.");
    assert_verdict(said, "waits.csv", "as recorded   DIFFERENT");
    assert_non_null(strstr(said, "\nwaits.csv, line 4, column cumulative_share\n"));
    free(said);
}

static void what_was_run_by_another_caremix_is_told(void **state) {
    results_make(state);
    json_t *manifest = manifest_read(state);
    json_object_set_new(manifest, "version", json_string("9.8.7"));
    json_object_set_new(json_object_get(manifest, "libraries"), "gsl", json_string("1.16"));
    manifest_write(state, manifest);
    char *said = verified(state, "", 0, "files are identical: the results come out again byte for byte.");
    assert_non_null(strstr(said, "files recorded, by caremix 9.8.7."));
    assert_non_null(strstr(said, "\nversion        then 9.8.7\n               now  "));
    assert_non_null(strstr(said, "\ngsl            then 1.16\n               now  "));
    free(said);
}

static void inputs_that_were_changed_are_run_as_they_are(void **state) {
    results_make(state);
    size_t length;
    char *text = scratch_read(state, "results/resolved/valley.cfg", &length), *at = strstr(text, "Valley");
    assert_non_null(at);
    memcpy(at, "Valles", 6);
    scratch_write(state, "results/resolved/valley.cfg", text);
    char *said =
        verified(state, "", 1, "- resolved/valley.cfg is not as recorded, and the study was run again from what");
    assert_verdict(said, "resolved/valley.cfg", "CHANGED       identical");
    assert_verdict(said, "summary.csv", "as recorded   identical");
    free(said);
    free(text);
}

static void pause_half_a_second(void) {
    static const struct timespec moment = {0, 500000000};
    nanosleep(&moment, NULL);
}

/* A study begins to simulate when there is a folder for its results. */
static void folder_await(const char *path) {
    static const struct timespec moment = {0, 5000000};
    for (int tries = 0; tries < 2000 && access(path, F_OK) != 0; tries++) {
        nanosleep(&moment, NULL);
    }
}

static void an_interrupted_run_is_verified_for_what_it_finished(void **state) {
    struct program program = program_start(state, "run tests/scenarios/valley.cfg --first 41 -r 100000 -o @/results");
    char *results = scratch_path(state, "results");
    folder_await(results);
    pause_half_a_second();
    assert_int_equal(kill(program.pid, SIGINT), 0);
    program_finish(state, &program);
    assert_true(scratch_has(state, "results/manifest.json"));
    program_free(&program);
    char *said = verified(state, "", 0, "files are identical: the results come out again byte for byte.");
    assert_non_null(strstr(said, "\nThe study was interrupted; these are the replications that it finished.\n"));
    free(said);
    free(results);
}

/* Names in a folder, without those that begin with a point. */
static size_t names_in(const char *path) {
    DIR *folder = opendir(path);
    size_t count = 0;
    if (folder == NULL) {
        return 0;
    }
    for (const struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder)) {
        count += entry->d_name[0] != '.';
    }
    closedir(folder);
    return count;
}

/* Sends it a signal as soon as there is a folder for what it makes again. */
static void interrupt(void **state, const char *words, const char *folder, int signal, int status) {
    static const struct timespec moment = {0, 5000000};
    struct program program = program_start(state, words);
    for (int tries = 0; tries < 2000 && names_in(folder) == 0; tries++) {
        nanosleep(&moment, NULL);
    }
    assert_int_equal(names_in(folder), 1);
    assert_int_equal(kill(program.pid, signal), 0);
    program_finish(state, &program);
    assert_int_equal(program.status, status);
    assert_non_null(strstr(program.err, "interrupted; nothing was compared and nothing is kept."));
    assert_int_equal(names_in(folder), 0);
    program_free(&program);
}

/* A study of hours, which a manifest may claim to have finished. */
static void nothing_is_left_of_a_verification_that_is_interrupted(void **state) {
    char *aside = scratch_path(state, "aside");
    results_make(state);
    json_t *manifest = manifest_read(state);
    json_object_set_new(manifest, "replications", json_integer(100000));
    manifest_write(state, manifest);
    assert_int_equal(mkdir(aside, 0700), 0);
    interrupt(state, "verify @/results -o @/aside/kept", aside, SIGINT, 130);
    assert_int_equal(setenv("TMPDIR", aside, 1), 0);
    interrupt(state, "verify @/results", aside, SIGTERM, 143);
    unsetenv("TMPDIR");
    free(aside);
}

static void what_is_made_again_can_be_kept(void **state) {
    char *aside = scratch_path(state, "aside");
    results_make(state);
    assert_int_equal(mkdir(aside, 0700), 0);
    assert_int_equal(setenv("TMPDIR", aside, 1), 0);
    free(verified(state, "", 0, "byte for byte"));
    assert_int_equal(names_in(aside), 0);
    unsetenv("TMPDIR");
    char *said = verified(state, " -o @/kept", 0, "What was made again is in ");
    assert_true(scratch_has(state, "kept/manifest.json"));
    assert_true(scratch_has(state, "kept/summary.csv"));
    free(said);
    program_expect(state, "verify @/results -o @/kept", 73, "--replace");
    program_expect(state, "verify @/results -o @/results --replace", 73, "-o names the folder that is to be verified");
    assert_true(scratch_has(state, "results/summary.csv"));
    assert_int_equal(setenv("TMPDIR", "/nonexistent", 1), 0);
    program_expect(state, "verify @/results", 73, "no folder could be made for what is made again");
    unsetenv("TMPDIR");
    free(aside);
}

/* As `| head -n 1` does. */
static void nothing_is_left_when_nobody_reads_on(void **state) {
    char *aside = scratch_path(state, "aside");
    results_make(state);
    assert_int_equal(mkdir(aside, 0700), 0);
    char *command = mem_format("{ TMPDIR=%s %s verify %s/results 2>%s/err.txt; echo $? >%s/status.txt; } | read line",
                               aside, program_path(), (const char *)*state, (const char *)*state, (const char *)*state);
    assert_true(WIFEXITED(system(command)));
    assert_true(scratch_has(state, "status.txt"));
    assert_int_equal(names_in(aside), 0);
    free(command);
    free(aside);
}

static void a_folder_that_is_no_results_is_refused(void **state) {
    program_expect(state, "verify @/", 65, "so this folder holds no results of caremix");
    scratch_write(state, "manifest.json", "{\"program\": \"caremix\", \"outputs\": [{\"file\": \"../x\"}]}");
    program_expect(state, "verify @/", 65, "'outputs' must be a list of files inside the folder");
    program_expect(state, "verify", 64, "one folder of results is needed");
    program_expect(state, "verify a b", 64, "one folder of results is needed");
    program_expect(state, "verify a --replace", 64, "--replace replaces the results in a folder, so it needs -o");
    program_expect(state, "verify a -j none", 64, "--threads must be a whole number");
}

/* A scenario of the folder that reads what lies outside. */
static void what_the_folder_does_not_carry_is_not_used(void **state) {
    results_make(state);
    valley_overlay(state, "results/resolved/valley.cfg", "title = 'Elsewhere';");
    program_expect(state, "verify @/results", 65, "which is not among the files of the results");
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        test_in_scratch(results_come_out_again_with_their_pictures),
        test_in_scratch(a_picture_of_other_data_is_different),
        test_in_scratch(pictures_may_be_drawn_differently), /* the last that needs gnuplot */
        test_undrawn(a_changed_byte_is_named),
        test_undrawn(a_wrong_hash_is_told_from_a_changed_file),
        test_undrawn(a_missing_file_and_one_too_many_are_named),
        test_undrawn(a_file_that_is_not_made_again_is_different),
        test_undrawn(another_seed_is_within_monte_carlo_error),
        test_undrawn(of_one_run_nothing_is_said_to_be_chance),
        test_undrawn(a_table_that_sums_up_identical_runs_is_different),
        test_undrawn(what_was_run_by_another_caremix_is_told),
        test_undrawn(inputs_that_were_changed_are_run_as_they_are),
        test_undrawn(an_interrupted_run_is_verified_for_what_it_finished),
        test_undrawn(nothing_is_left_of_a_verification_that_is_interrupted),
        test_undrawn(what_is_made_again_can_be_kept),
        test_undrawn(nothing_is_left_when_nobody_reads_on),
        test_undrawn(a_folder_that_is_no_results_is_refused),
        test_undrawn(what_the_folder_does_not_carry_is_not_used),
    };
    return run_chosen(tests, argc, argv);
}

/* tests/command/test_write.c - a study's results into a folder. */
#include "output/folder.h"

#include <dirent.h>
#include <jansson.h>

#include "tests/command/program.h"

static const char short_study[] = "tests/scenarios/separate-short.cfg tests/scenarios/skill-mix-short.cfg -r 3";
static const char valleys[] = "tests/scenarios/valley.cfg tests/scenarios/valley-bigger.cfg -r 2";

static void compare_into(void **state, const char *study, const char *options) {
    char *words = mem_format("compare %s %s", study, options);
    program_expect(state, words, 0, "\nResults are in ");
    free(words);
}

static json_t *manifest_read(void **state, const char *folder) {
    char *name = mem_format("%s/manifest.json", folder), *path = scratch_path(state, name);
    json_error_t error;
    json_t *manifest = json_load_file(path, JSON_REJECT_DUPLICATES, &error);
    if (manifest == NULL) {
        print_error("%s:%d: %s\n", path, error.line, error.text);
        fail();
    }
    free(name);
    free(path);
    return manifest;
}

static const char *text_at(const json_t *object, const char *key) {
    const char *text = json_string_value(json_object_get(object, key));
    assert_non_null(text);
    return text;
}

static bool list_has(const json_t *list, const char *file) {
    for (size_t i = 0; i < json_array_size(list); i++) {
        if (strcmp(text_at(json_array_get(list, i), "file"), file) == 0) {
            return true;
        }
    }
    return false;
}

static void assert_same_file(void **state, const char *const folders[2], const char *name) {
    size_t lengths[2];
    char *bytes[2];
    for (size_t k = 0; k < 2; k++) {
        char *path = mem_format("%s/%s", folders[k], name);
        bytes[k] = scratch_read(state, path, &lengths[k]);
        free(path);
    }
    if (lengths[0] != lengths[1] || memcmp(bytes[0], bytes[1], lengths[0]) != 0) {
        print_error("%s differs between %s and %s\n", name, folders[0], folders[1]);
        fail();
    }
    free(bytes[0]);
    free(bytes[1]);
}

/* Both hold the same files with the same bytes, but for the manifests. */
static void assert_same_results(void **state, const char *first, const char *second) {
    const char *const folders[2] = {first, second};
    json_t *manifests[2] = {manifest_read(state, first), manifest_read(state, second)};
    const json_t *outputs = json_object_get(manifests[0], "outputs");
    assert_true(json_array_size(outputs) > 20);
    assert_int_equal(json_array_size(outputs), json_array_size(json_object_get(manifests[1], "outputs")));
    for (size_t i = 0; i < json_array_size(outputs); i++) {
        assert_same_file(state, folders, text_at(json_array_get(outputs, i), "file"));
    }
    json_decref(manifests[0]);
    json_decref(manifests[1]);
}

static void results_do_not_depend_on_threads_nor_on_the_day(void **state) {
    compare_into(state, short_study, "-j 1 -o @/one");
    compare_into(state, short_study, "-j 2 -o @/two");
    compare_into(state, short_study, "-j 3 -o @/three");
    compare_into(state, short_study, "-j 7 -o @/seven");
    compare_into(state, short_study, "-j 1 -o @/again");
    assert_same_results(state, "one", "two");
    assert_same_results(state, "one", "three");
    assert_same_results(state, "one", "seven");
    assert_same_results(state, "one", "again");
}

/* Lines of replications.csv that begin so, scenario by scenario. The caller frees them. */
static char *lines_of(void **state, const char *folder, uint32_t replication) {
    char *name = mem_format("%s/replications.csv", folder);
    size_t length;
    char *text = scratch_read(state, name, &length), *lines = mem_text(""), *rest = NULL;
    char *number = mem_format(",%u,", replication);
    for (const char *line = strtok_r(text, "\n", &rest); line != NULL; line = strtok_r(NULL, "\n", &rest)) {
        if (strncmp(strchr(line, ','), number, strlen(number)) == 0) {
            char *longer = mem_format("%s%s\n", lines, line);
            free(lines);
            lines = longer;
        }
    }
    free(number);
    free(text);
    free(name);
    return lines;
}

static void a_replication_alone_is_as_in_the_batch(void **state) {
    compare_into(state, "tests/scenarios/valley.cfg tests/scenarios/valley-bigger.cfg -r 4", "-o @/batch");
    compare_into(state, "tests/scenarios/valley.cfg tests/scenarios/valley-bigger.cfg -r 1 --first 3", "-o @/alone");
    char *batch = lines_of(state, "batch", 3), *alone = lines_of(state, "alone", 3),
         *none = lines_of(state, "alone", 1);
    assert_true(text_count(batch, "\n") > 400);
    assert_string_equal(batch, alone);
    assert_string_equal(none, "");
    json_t *manifest = manifest_read(state, "alone");
    assert_int_equal(json_integer_value(json_object_get(manifest, "first_replication")), 3);
    json_decref(manifest);
    free(batch);
    free(alone);
    free(none);
}

static void every_file_of_the_results_is_there(void **state) {
    static const char *const files[] = {"summary.csv",
                                        "differences.csv",
                                        "series.csv",
                                        "waits.csv",
                                        "incidence.csv",
                                        "replications.csv",
                                        "measures.csv",
                                        "manifest.json",
                                        "resolved/separate-short.cfg",
                                        "resolved/skill-mix-short.cfg",
                                        "resolved/population.csv",
                                        "resolved/deaths.csv"};
    static const char *const figures[] = {"waits", "list", "targets", "care-hours", "differences", "utilisation"};
    static const char *const endings[] = {"csv", "gp", "svg", "png"};
    compare_into(state, short_study, "-o @/results");
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        char *name = mem_format("results/%s", files[i]);
        assert_true(scratch_has(state, name));
        free(name);
    }
    for (size_t i = 0; i < 4 * sizeof figures / sizeof figures[0]; i++) {
        char *name = mem_format("results/figures/%s.%s", figures[i / 4], endings[i % 4]);
        assert_true(scratch_has(state, name));
        free(name);
    }
}

/* Files in a folder and the folders in it. */
static size_t files_in(const char *path) {
    DIR *folder = opendir(path);
    size_t count = 0;
    for (struct dirent *entry; folder != NULL && (entry = readdir(folder)) != NULL;) {
        if (entry->d_name[0] != '.') {
            char *inside = mem_format("%s/%s", path, entry->d_name);
            count += entry->d_type == DT_DIR ? files_in(inside) : 1;
            free(inside);
        }
    }
    closedir(folder);
    return count;
}

static void the_manifest_has_the_hash_of_every_file(void **state) {
    compare_into(state, valleys, "-o @/results");
    json_t *manifest = manifest_read(state, "results");
    const json_t *outputs = json_object_get(manifest, "outputs");
    for (size_t i = 0; i < json_array_size(outputs); i++) {
        char digest[65], *name = mem_format("results/%s", text_at(json_array_get(outputs, i), "file"));
        char *path = scratch_path(state, name);
        assert_true(out_file_sha256(path, digest));
        assert_string_equal(text_at(json_array_get(outputs, i), "sha256"), digest);
        free(name);
        free(path);
    }
    char *folder = scratch_path(state, "results");
    assert_int_equal(files_in(folder), json_array_size(outputs) + 1);
    free(folder);
    json_decref(manifest);
}

static void the_manifest_names_every_input(void **state) {
    static const char *const inputs[] = {"tests/scenarios/valley.cfg", "tests/scenarios/valley-bigger.cfg",
                                         "tests/scenarios/valley-population.csv", "tests/scenarios/valley-deaths.csv"};
    compare_into(state, valleys, "-o @/results");
    json_t *manifest = manifest_read(state, "results");
    const json_t *listed = json_object_get(manifest, "inputs");
    assert_int_equal(json_array_size(listed), 4);
    for (size_t i = 0; i < 4; i++) {
        char digest[65];
        assert_true(out_file_sha256(inputs[i], digest));
        assert_true(list_has(listed, inputs[i]));
    }
    json_decref(manifest);
}

static void the_manifest_says_what_was_asked_for_and_that_it_was_done(void **state) {
    static const char *const words[] = {"caremix",
                                        "compare",
                                        "tests/scenarios/valley.cfg",
                                        "tests/scenarios/valley-bigger.cfg",
                                        "-r",
                                        "2",
                                        "-s",
                                        "9007199254740992",
                                        "-o"};
    compare_into(state, valleys, "-s 9007199254740992 -o @/results");
    json_t *manifest = manifest_read(state, "results");
    const json_t *command = json_object_get(manifest, "command");
    assert_true(json_is_true(json_object_get(manifest, "complete")));
    assert_int_equal(json_integer_value(json_object_get(manifest, "replications")), 2);
    assert_int_equal(json_integer_value(json_object_get(manifest, "replications_asked")), 2);
    assert_string_equal(text_at(manifest, "seed"), "9007199254740992");
    assert_int_equal(json_array_size(command), 10);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        assert_string_equal(json_string_value(json_array_get(command, i)), words[i]);
    }
    json_decref(manifest);
}

static void a_study_runs_again_from_its_results_alone(void **state) {
    compare_into(state, short_study, "-o @/results");
    compare_into(state, "@/results/resolved/separate-short.cfg @/results/resolved/skill-mix-short.cfg",
                 "-r 3 -o @/again");
    assert_same_results(state, "results", "again");
}

static void an_existing_folder_is_not_touched(void **state) {
    compare_into(state, valleys, "-o @/results");
    char *folder = scratch_path(state, "results"), before[65], after[65];
    char *manifest = scratch_path(state, "results/manifest.json");
    const size_t files = files_in(folder);
    assert_true(out_file_sha256(manifest, before));
    program_expect(state, "compare tests/scenarios/valley.cfg tests/scenarios/valley-bigger.cfg -r 3 -o @/results", 73,
                   "--replace");
    assert_true(out_file_sha256(manifest, after));
    assert_string_equal(before, after);
    assert_int_equal(files_in(folder), files);
    free(manifest);
    free(folder);
}

static void results_are_replaced_when_told_so(void **state) {
    compare_into(state, valleys, "-o @/results");
    program_expect(state, "run tests/scenarios/valley.cfg -r 3 -o @/results --replace", 0, "Results are in ");
    json_t *manifest = manifest_read(state, "results");
    assert_int_equal(json_integer_value(json_object_get(manifest, "replications")), 3);
    assert_false(scratch_has(state, "results/differences.csv"));
    assert_false(scratch_has(state, "results/resolved/valley-bigger.cfg"));
    assert_true(scratch_has(state, "results/resolved/valley.cfg"));
    json_decref(manifest);
}

static void a_folder_that_is_no_result_is_not_replaced(void **state) {
    scratch_write(state, "thesis.txt", "mine");
    program_expect(state, "run tests/scenarios/valley.cfg -r 1 -o @/ --replace", 73, "error: ");
    assert_true(scratch_has(state, "thesis.txt"));
}

static void a_folder_that_cannot_be_made_is_told_before_anything_runs(void **state) {
    scratch_write(state, "file", "");
    struct program program = program_run(state, "run tests/scenarios/valley.cfg -r 1 -o @/file/results");
    assert_int_equal(program.status, 73);
    assert_non_null(strstr(program.err, "file"));
    assert_string_equal(program.out, "");
    program_free(&program);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        test_in_scratch(results_do_not_depend_on_threads_nor_on_the_day),
        test_in_scratch(a_replication_alone_is_as_in_the_batch),
        test_in_scratch(every_file_of_the_results_is_there),
        test_in_scratch(the_manifest_has_the_hash_of_every_file),
        test_in_scratch(the_manifest_names_every_input),
        test_in_scratch(the_manifest_says_what_was_asked_for_and_that_it_was_done),
        test_in_scratch(a_study_runs_again_from_its_results_alone),
        test_in_scratch(an_existing_folder_is_not_touched),
        test_in_scratch(results_are_replaced_when_told_so),
        test_in_scratch(a_folder_that_is_no_result_is_not_replaced),
        test_in_scratch(a_folder_that_cannot_be_made_is_told_before_anything_runs),
    };
    return run_chosen(tests, argc, argv);
}

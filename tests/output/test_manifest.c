/* tests/output/test_manifest.c - manifest.json: what made these results. */
#include "output/manifest.h"

#include <jansson.h>

#include "tests/output/scratch.h"

static const char *const arguments[] = {"caremix", "run", "a\xFF.cfg"};
static const char *const scenarios[] = {"separate", "skill-mix"};

static struct out_manifest manifest_make(const struct out_input *inputs, size_t input_count) {
    return (struct out_manifest){.version = "0.0.7",
                                 .flags = "-O2",
                                 .argument_count = 3,
                                 .arguments = arguments,
                                 .seed = UINT64_MAX,
                                 .first_replication = 4,
                                 .replications_asked = 30,
                                 .replications = 17,
                                 .started = 1410912000, /* midnight of 17 September 2014 */
                                 .threads = 4,
                                 .scenarios = scenarios,
                                 .scenario_count = 2,
                                 .inputs = inputs,
                                 .input_count = input_count,
                                 .run_seconds = 12.5,
                                 .persons = 1000001,
                                 .events = 31415927};
}

/* Writes a folder with one file and its manifest, and reads the manifest back. The caller gives it back. */
static json_t *manifest_of(void **state, const struct out_manifest *manifest) {
    struct out_folder folder;
    struct err_list err;
    char *path = scratch_path(state, "results"), *manifest_path = scratch_path(state, "results/manifest.json");
    err_list_init(&err);
    assert_true(out_folder_init(&folder, path, false, &err));
    fputs("x\n", out_folder_begin(&folder, "figures/a.csv", &err));
    assert_true(out_folder_end(&folder, &err));
    assert_true(out_manifest_write(&folder, manifest, &err));
    json_t *root = json_load_file(manifest_path, JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(root);
    out_folder_free(&folder);
    free(path);
    free(manifest_path);
    return root;
}

static json_t *manifest_written(void **state) {
    char *input = scratch_path(state, "input.cfg");
    const struct out_input inputs[] = {{input, "resolved/abc.csv"}, {"/nonexistent", NULL}};
    const struct out_manifest manifest = manifest_make(inputs, 2);
    scratch_write(state, "input.cfg", "abc");
    json_t *root = manifest_of(state, &manifest);
    free(input);
    return root;
}

static const char *text_of(const json_t *root, const char *key) {
    return json_string_value(json_object_get(root, key));
}

static void a_manifest_names_program_study_and_run(void **state) {
    json_t *root = manifest_written(state);
    assert_string_equal(text_of(root, "program"), "caremix");
    assert_string_equal(text_of(root, "version"), "0.0.7");
    assert_true(json_is_null(json_object_get(root, "commit")));
    assert_string_equal(text_of(root, "seed"), "18446744073709551615");
    assert_int_equal(json_integer_value(json_object_get(root, "first_replication")), 4);
    assert_int_equal(json_integer_value(json_object_get(root, "replications_asked")), 30);
    assert_int_equal(json_integer_value(json_object_get(root, "replications")), 17);
    assert_true(json_is_false(json_object_get(root, "complete")));
    assert_string_equal(text_of(root, "started"), "2014-09-17T00:00:00Z");
    assert_near(json_real_value(json_object_get(root, "persons_per_second")), 80000.08, 1e-12);
    assert_int_equal(json_array_size(json_object_get(root, "scenarios")), 2);
    json_decref(root);
}

/* What holds for one scenario would be untrue of the other. */
static void scenarios_may_have_seeds_of_their_own(void **state) {
    static const struct out_run runs[] = {{"separate", UINT64_MAX, 20, 30}, {"skill-mix", 7, 25, 4}};
    struct out_manifest manifest = manifest_make(NULL, 0);
    manifest.runs = runs;
    manifest.run_count = 2;
    json_t *root = manifest_of(state, &manifest);
    const json_t *first = json_array_get(json_object_get(root, "runs"), 0),
                 *second = json_array_get(json_object_get(root, "runs"), 1);
    assert_string_equal(text_of(first, "seed"), "18446744073709551615");
    assert_string_equal(text_of(second, "scenario"), "skill-mix");
    assert_string_equal(text_of(second, "seed"), "7");
    assert_int_equal(json_integer_value(json_object_get(second, "seeds")), 25);
    assert_int_equal(json_integer_value(json_object_get(second, "replications")), 4);
    assert_null(json_object_get(root, "seed"));
    assert_null(json_object_get(root, "replications"));
    assert_null(json_object_get(root, "replications_asked"));
    json_decref(root);
}

static void a_manifest_holds_the_hash_of_every_file(void **state) {
    json_t *root = manifest_written(state);
    const json_t *inputs = json_object_get(root, "inputs"), *outputs = json_object_get(root, "outputs");
    assert_string_equal(text_of(json_array_get(inputs, 0), "sha256"),
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_string_equal(text_of(json_array_get(inputs, 0), "copy"), "resolved/abc.csv");
    assert_true(json_is_null(json_object_get(json_array_get(inputs, 1), "sha256")));
    assert_null(json_object_get(json_array_get(inputs, 1), "copy"));
    assert_int_equal(json_array_size(outputs), 1);
    assert_string_equal(text_of(json_array_get(outputs, 0), "file"), "figures/a.csv");
    assert_string_equal(text_of(json_array_get(outputs, 0), "sha256"),
                        "73cb3858a687a8494ca3323053016282f3dad39d42cf62ca4e79dda2aac7d9ac");
    json_decref(root);
}

static void a_manifest_tells_libraries_and_machine(void **state) {
    json_t *root = manifest_written(state);
    const json_t *machine = json_object_get(root, "machine"), *libraries = json_object_get(root, "libraries");
    assert_non_null(text_of(libraries, "gsl"));
    assert_string_equal(text_of(libraries, "jansson"), jansson_version_str());
    assert_non_null(strstr(text_of(libraries, "gnuplot"), "patchlevel"));
    assert_string_equal(text_of(machine, "system"), "Linux");
    assert_true(json_integer_value(json_object_get(machine, "cores")) >= 1);
    assert_true(json_integer_value(json_object_get(machine, "memory_bytes")) > 1 << 20);
    json_decref(root);
}

static void bytes_that_json_cannot_hold_are_replaced(void **state) {
    json_t *root = manifest_written(state);
    assert_string_equal(json_string_value(json_array_get(json_object_get(root, "command"), 2)), "a?.cfg");
    json_decref(root);
}

static void results_with_a_manifest_can_be_replaced(void **state) {
    struct out_folder folder;
    struct err_list err;
    char *path = scratch_path(state, "results");
    err_list_init(&err);
    json_decref(manifest_written(state));
    assert_true(out_folder_init(&folder, path, true, &err));
    assert_non_null(out_folder_begin(&folder, "summary.csv", &err));
    assert_false(scratch_has(state, "results/figures"));
    assert_false(scratch_has(state, "results/manifest.json"));
    out_folder_free(&folder);
    free(path);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_manifest_names_program_study_and_run, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(scenarios_may_have_seeds_of_their_own, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(a_manifest_holds_the_hash_of_every_file, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(a_manifest_tells_libraries_and_machine, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(bytes_that_json_cannot_hold_are_replaced, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(results_with_a_manifest_can_be_replaced, scratch_make, scratch_remove),
    };
    return run_chosen(tests, argc, argv);
}

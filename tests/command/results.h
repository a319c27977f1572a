/* tests/command/results.h - a folder of results that a test may damage. */
#ifndef TESTS_COMMAND_RESULTS_H
#define TESTS_COMMAND_RESULTS_H

#include <jansson.h>

#include "output/folder.h"
#include "tests/command/program.h"

static const char results_of_valleys[] =
    "compare tests/scenarios/valley.cfg tests/scenarios/valley-bigger.cfg -r 3 -j 1 -o @/results";

/* Drawing takes most of the time; without gnuplot all but the pictures is written. */
static inline int undrawn_make(void **state) {
    return setenv("PATH", "/nonexistent", 1) || scratch_make(state);
}

/* Results of the valley without pictures, in results. */
static inline void results_make(void **state) {
    program_expect(state, results_of_valleys, 73, "gnuplot cannot be started");
}

/* Reads the manifest, which may then be changed, and is written back by manifest_write. */
static inline json_t *manifest_read(void **state) {
    char *path = scratch_path(state, "results/manifest.json");
    json_t *manifest = json_load_file(path, 0, NULL);
    assert_non_null(manifest);
    free(path);
    return manifest;
}

static inline void manifest_write(void **state, json_t *manifest) {
    char *path = scratch_path(state, "results/manifest.json");
    assert_int_equal(json_dump_file(manifest, path, JSON_INDENT(2)), 0);
    json_decref(manifest);
    free(path);
}

/* Its entry for a file of the results. */
static inline json_t *output_of(const json_t *manifest, const char *file, size_t *place) {
    const json_t *outputs = json_object_get(manifest, "outputs");
    for (*place = 0; *place < json_array_size(outputs); (*place)++) {
        json_t *output = json_array_get(outputs, *place);
        if (strcmp(json_string_value(json_object_get(output, "file")), file) == 0) {
            return output;
        }
    }
    fail();
    return NULL;
}

/* Records a file of the results as it is now. */
static inline void record_anew(void **state, const char *file) {
    char *name = mem_format("results/%s", file), *path = scratch_path(state, name), digest[65];
    json_t *manifest = manifest_read(state);
    size_t place;
    assert_true(out_file_sha256(path, digest));
    json_object_set_new(output_of(manifest, file, &place), "sha256", json_string(digest));
    manifest_write(state, manifest);
    free(path);
    free(name);
}

/* Puts another digit in the place of the last of a line of a file. */
static inline void digit_change(void **state, const char *file, size_t line) {
    size_t length;
    char *name = mem_format("results/%s", file), *text = scratch_read(state, name, &length), *at = text;
    for (size_t i = 1; i < line; i++) {
        at = strchr(at, '\n') + 1;
    }
    at = strchr(at, '\n') - 1;
    *at = *at == '7' ? '3' : '7';
    scratch_write(state, name, text);
    free(text);
    free(name);
}

#endif

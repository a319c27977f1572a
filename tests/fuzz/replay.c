/* tests/fuzz/replay.c - reads every known input of a fuzzed reader once; no fuzzer is needed for that. */
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "tests/fuzz/target.h"
#include "tests/support.h"

enum { INPUT_MAX = 1 << 20 };

static void replay_one(const char *path) {
    uint8_t *bytes = mem_zeroed(INPUT_MAX, 1);
    FILE *in = fopen(path, "rb");
    assert_non_null(in);
    const size_t size = fread(bytes, 1, INPUT_MAX, in);
    fclose(in);
    assert_int_equal(LLVMFuzzerTestOneInput(bytes, size), 0);
    free(bytes);
}

static void every_known_input_is_read_or_refused(void **state) {
    (void)state;
    size_t inputs = 0;
    for (const char *const *pattern = fuzz_corpus; *pattern; pattern++) {
        glob_t files = {0};
        const int found = glob(*pattern, 0, NULL, &files);
        assert_true(found == 0 || found == GLOB_NOMATCH);
        for (size_t i = 0; i < files.gl_pathc; i++) {
            replay_one(files.gl_pathv[i]);
        }
        inputs += files.gl_pathc;
        globfree(&files);
    }
    assert_true(inputs >= 15);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_known_input_is_read_or_refused)};
    LLVMFuzzerInitialize(&argc, &argv);
    return run_chosen(tests, argc, argv);
}

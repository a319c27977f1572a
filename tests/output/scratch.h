/* tests/output/scratch.h - a folder of its own for every test, gone afterwards. */
#ifndef TESTS_OUTPUT_SCRATCH_H
#define TESTS_OUTPUT_SCRATCH_H

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "tests/support.h"

static inline int scratch_make(void **state) {
    char *path = mem_text("/tmp/caremix-test-XXXXXX");
    *state = mkdtemp(path);
    return *state == NULL;
}

static inline int scratch_one_remove(const char *path, const struct stat *facts, int kind, struct FTW *place) {
    (void)facts;
    (void)kind;
    (void)place;
    return remove(path);
}

static inline int scratch_remove(void **state) {
    int failure = nftw(*state, scratch_one_remove, 16, FTW_DEPTH | FTW_PHYS);
    free(*state);
    return failure;
}

/* Path of a name in the scratch folder; the caller frees it. */
static inline char *scratch_path(void **state, const char *name) {
    return mem_format("%s/%s", (const char *)*state, name);
}

static inline bool scratch_has(void **state, const char *name) {
    char *path = scratch_path(state, name);
    bool has = access(path, F_OK) == 0;
    free(path);
    return has;
}

static inline void scratch_write(void **state, const char *name, const char *text) {
    char *path = scratch_path(state, name);
    FILE *out = fopen(path, "w");
    assert_non_null(out);
    fputs(text, out);
    assert_int_equal(fclose(out), 0);
    free(path);
}

/* What a file holds, with a zero byte behind it; the caller frees it. */
static inline char *scratch_read(void **state, const char *name, size_t *length) {
    char *path = scratch_path(state, name);
    FILE *in = fopen(path, "rb");
    char *bytes;
    assert_non_null(in);
    free(path);
    fseek(in, 0, SEEK_END);
    *length = (size_t)ftell(in);
    rewind(in);
    bytes = mem_zeroed(*length + 1, 1);
    assert_int_equal(fread(bytes, 1, *length, in), *length);
    fclose(in);
    return bytes;
}

#endif

/* tests/scenario/fixture.h - files that a test makes and takes away, and complaints looked through. */
#ifndef TESTS_SCENARIO_FIXTURE_H
#define TESTS_SCENARIO_FIXTURE_H

#include <string.h>

#include "../../sim/scenario/parse.h"
#include "../support.h"
#include "base/mem.h"

/* A new folder below the one for temporary files; the caller gives it back by drop_folder. */
static inline char *make_folder(void) {
    const char *base = getenv("TMPDIR");
    char *path = mem_format("%s/caremix-test-XXXXXX", base ? base : "/tmp");
    assert_non_null(mkdtemp(path));
    return path;
}

/* Writes size bytes to a file in the folder; the caller gives the path back by drop_file. */
static inline char *put_bytes(const char *folder, const char *name, const char *bytes, size_t size) {
    char *path = mem_format("%s/%s", folder, name);
    FILE *out = fopen(path, "wb");
    assert_non_null(out);
    assert_int_equal(fwrite(bytes, 1, size, out), size);
    assert_int_equal(fclose(out), 0);
    return path;
}

static inline char *put_text(const char *folder, const char *name, const char *text) {
    return put_bytes(folder, name, text, strlen(text));
}

/* Takes away a file made above, frees its path. */
static inline void drop_file(char *path) {
    assert_int_equal(remove(path), 0);
    free(path);
}

static inline void drop_folder(char *path) {
    assert_int_equal(rmdir(path), 0);
    free(path);
}

/* Is there a complaint that holds this fragment? If not, all are shown. */
static inline bool complained(const struct err_list *err, const char *fragment) {
    for (size_t i = 0; i < err->count; i++) {
        if (strstr(err->complaints[i].text, fragment)) {
            return true;
        }
    }
    print_error("no complaint says: %s\n", fragment);
    for (size_t i = 0; i < err->count; i++) {
        print_error("  %s\n", err->complaints[i].text);
    }
    return false;
}

/* The path that a tree borrowed goes away with the file. */
static inline void name_source(struct scn_node *node) {
    node->file = "x.cfg";
    for (size_t i = 0; i < node->count; i++) {
        name_source(&node->children[i]);
    }
}

/* The tree of a text, named "x.cfg" in complaints; the caller frees it. */
static inline struct scn_node tree_of(const char *text) {
    struct err_list err;
    struct scn_node root;
    err_list_init(&err);
    char *folder = make_folder();
    char *path = put_text(folder, "x.cfg", text);
    const bool good = scn_parse(path, (struct scn_file_asker){NULL, 0}, &root, &err);
    drop_file(path);
    drop_folder(folder);
    assert_true(good);
    name_source(&root);
    err_list_free(&err);
    return root;
}

#endif

/* tests/fuzz/target.c - files for a fuzzed reader, and what holds of its complaints. */
#include "tests/fuzz/target.h"

#include <ftw.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"

/* Inputs of several processes do not meet. */
static char *folder_path(void) {
    const char *base = getenv("TMPDIR");
    return mem_format("%s/caremix-fuzz-%ld", base ? base : "/tmp", (long)getpid());
}

static int one_remove(const char *path, const struct stat *facts, int kind, struct FTW *place) {
    (void)facts;
    (void)kind;
    (void)place;
    return remove(path);
}

static void folder_remove(void) {
    char *folder = folder_path();
    nftw(folder, one_remove, 16, FTW_DEPTH | FTW_PHYS);
    free(folder);
}

static void link_one(const char *path, const char *folder) {
    const char *name = strrchr(path, '/');
    char *whole = realpath(path, NULL), *link = mem_format("%s%s", folder, name ? name : path);
    err_require(whole && symlink(whole, link) == 0);
    free(link);
    free(whole);
}

static void link_all(const char *pattern, const char *folder) {
    glob_t files;
    err_require(glob(pattern, 0, NULL, &files) == 0);
    for (size_t i = 0; i < files.gl_pathc; i++) {
        link_one(files.gl_pathv[i], folder);
    }
    globfree(&files);
}

void fuzz_folder_make(void) {
    char *folder = folder_path(), *inner = mem_format("%s/bad", folder);
    err_require(mkdir(folder, 0700) == 0 && mkdir(inner, 0700) == 0);
    atexit(folder_remove);
    link_one("tests/scenarios", folder);
    link_all("scenarios/*.c[fs][gv]", inner);
    link_all("tests/scenarios/*.csv", inner);
    link_all("tests/bad/*.csv", inner);
    free(inner);
    free(folder);
}

char *fuzz_input(const char *name, const uint8_t *bytes, size_t size) {
    char *folder = folder_path(), *path = mem_format("%s/bad/%s", folder, name);
    FILE *out = fopen(path, "wb");
    err_require(out && fwrite(bytes, 1, size, out) == size);
    err_require(fclose(out) == 0);
    free(folder);
    return path;
}

void fuzz_check(bool is_read, struct err_list *err) {
    err_require(is_read == (err->count == 0));
    for (size_t i = 0; i < err->count; i++) {
        const unsigned char *at = (const unsigned char *)err->complaints[i].text;
        for (; *at; at++) {
            err_require(*at >= ' ' && *at != 0x7F);
        }
    }
    err_list_free(err);
}

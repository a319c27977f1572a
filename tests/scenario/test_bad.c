/* tests/scenario/test_bad.c - faulty scenarios, each with the complaint that it must give in its first line. */
#include <glob.h>

#include "fixture.h"
#include "scenario/scenario.h"

/* What stands behind "# " in the first line; the caller frees it. */
static char *expected_of(const char *path) {
    char *line = NULL;
    size_t capacity = 0;
    FILE *in = fopen(path, "rb");
    assert_non_null(in);
    const ssize_t length = getline(&line, &capacity, in);
    fclose(in);
    assert_true(length > 3 && line[0] == '#' && line[1] == ' ');
    line[length - 1] = '\0';
    char *expected = mem_text(line + 2);
    free(line);
    return expected;
}

static bool gives_its_complaint(const char *path) {
    struct err_list err;
    struct scn_scenario scenario;
    char *expected = expected_of(path);
    err_list_init(&err);
    const bool read = scn_scenario_read(path, &scenario, &err);
    const bool named = complained(&err, expected);
    if (read || !named) {
        print_error("%s %s\n", path, read ? "was read without complaint" : "complains of something else");
    }
    scn_scenario_free(&scenario);
    err_list_free(&err);
    free(expected);
    return !read && named;
}

static void every_faulty_scenario_gives_its_complaint(void **state) {
    (void)state;
    glob_t files;
    assert_int_equal(glob("tests/bad/*.cfg", 0, NULL, &files), 0);
    assert_true(files.gl_pathc >= 25);
    size_t failed = 0;
    for (size_t i = 0; i < files.gl_pathc; i++) {
        failed += !gives_its_complaint(files.gl_pathv[i]);
    }
    globfree(&files);
    assert_int_equal(failed, 0);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_faulty_scenario_gives_its_complaint),
    };
    return run_chosen(tests, argc, argv);
}

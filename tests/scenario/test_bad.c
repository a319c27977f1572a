/* tests/scenario/test_bad.c - faulty scenarios, each with the complaints that it must give in its opening comment. */
#include <glob.h>

#include "fixture.h"
#include "scenario/scenario.h"

enum { MOST_EXPECTED = 20 };

/* Lines of the opening comment, each a complaint; the caller frees them. A byte-order mark may stand before them. */
static size_t expected_of(const char *path, char *expected[MOST_EXPECTED]) {
    char *line = NULL;
    size_t capacity = 0, count = 0;
    FILE *in = fopen(path, "rb");
    assert_non_null(in);
    while (count < MOST_EXPECTED && getline(&line, &capacity, in) > 3) {
        const char *text = strncmp(line, "\xEF\xBB\xBF", 3) == 0 ? line + 3 : line;
        if (strncmp(text, "# ", 2) != 0) {
            break;
        }
        line[strcspn(line, "\r\n")] = '\0';
        expected[count++] = mem_text(text + 2);
    }
    fclose(in);
    free(line);
    assert_true(count > 0);
    return count;
}

/* Two faults of one kind on one line are one complaint to a reader. */
static size_t distinct(const struct err_list *err) {
    size_t count = 0;
    for (size_t i = 0; i < err->count; i++) {
        size_t first = 0;
        while (strcmp(err->complaints[first].text, err->complaints[i].text) != 0) {
            first++;
        }
        count += first == i;
    }
    return count;
}

/* These and no more. */
static bool gives_its_complaints(const char *path) {
    struct err_list err;
    struct scn_scenario scenario;
    char *expected[MOST_EXPECTED];
    const size_t count = expected_of(path, expected);
    err_list_init(&err);
    const bool read = scn_scenario_read(path, &scenario, &err);
    bool named = distinct(&err) == count;
    for (size_t i = 0; i < count; i++) {
        named = complained(&err, expected[i]) && named;
        free(expected[i]);
    }
    if (read || !named) {
        print_error("%s %s\n", path, read ? "was read without complaint" : "complains of something else");
    }
    scn_scenario_free(&scenario);
    err_list_free(&err);
    return !read && named;
}

static void every_faulty_scenario_gives_its_complaints(void **state) {
    (void)state;
    glob_t files;
    assert_int_equal(glob("tests/bad/*.cfg", 0, NULL, &files), 0);
    assert_true(files.gl_pathc >= 150);
    size_t failed = 0;
    for (size_t i = 0; i < files.gl_pathc; i++) {
        failed += !gives_its_complaints(files.gl_pathv[i]);
    }
    globfree(&files);
    assert_int_equal(failed, 0);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_faulty_scenario_gives_its_complaints),
    };
    return run_chosen(tests, argc, argv);
}

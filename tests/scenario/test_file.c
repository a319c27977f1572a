/* tests/scenario/test_file.c - texts and paths of files. */
#include "../../sim/scenario/file.h"

#include "fixture.h"

static const struct scn_file_asker nobody = {NULL, 0};

static void a_byte_order_mark_is_left_out(void **state) {
    (void)state;
    struct err_list err;
    err_list_init(&err);
    char *folder = make_folder();
    char *path = put_text(folder, "mark.cfg", "\xEF\xBB\xBFtitle");
    char *text = scn_file_text(path, nobody, &err);
    assert_string_equal(text, "title");
    free(text);
    drop_file(path);
    drop_folder(folder);
    err_list_free(&err);
}

static void a_long_file_arrives_whole(void **state) {
    (void)state;
    enum { SIZE = 300007 };
    struct err_list err;
    err_list_init(&err);
    char *bytes = mem_zeroed(SIZE, 1);
    for (size_t i = 0; i < SIZE; i++) {
        bytes[i] = (char)('a' + i % 23);
    }
    char *folder = make_folder();
    char *path = put_bytes(folder, "long.cfg", bytes, SIZE);
    char *text = scn_file_text(path, nobody, &err);
    assert_int_equal(strlen(text), SIZE);
    assert_memory_equal(text, bytes, SIZE);
    free(text);
    free(bytes);
    drop_file(path);
    drop_folder(folder);
}

static void a_nul_byte_is_named_with_its_line(void **state) {
    (void)state;
    struct err_list err;
    err_list_init(&err);
    char *folder = make_folder();
    char *path = put_bytes(folder, "nul.cfg", "one\ntwo\nth\0ee\n", 15);
    assert_null(scn_file_text(path, nobody, &err));
    assert_true(complained(&err, "nul.cfg:3: error: a NUL byte"));
    drop_file(path);
    drop_folder(folder);
    err_list_free(&err);
}

static void what_is_no_text_in_utf_8_is_named_with_its_line(void **state) {
    (void)state;
    static const char *const cases[][2] = {
        {"one\ncaf\xE9\n", "x.cfg:2: error: a character that is not UTF-8; save the file as UTF-8"},
        {"\xFF\xFEt\n", "x.cfg:1: error: this file is in UTF-16; save it as UTF-8"},
        {"\xFE\xFF\n", "x.cfg:1: error: this file is in UTF-16; save it as UTF-8"},
        {"one\ntwo\n\x1B[2J", "x.cfg:3: error: a control character"},
        {"caf\xC3\xA9 \xC2\x9B", "x.cfg:1: error: a control character"}};
    char *folder = make_folder();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct err_list err;
        err_list_init(&err);
        char *path = put_text(folder, "x.cfg", cases[i][0]);
        assert_null(scn_file_text(path, nobody, &err));
        assert_int_equal(err.count, 1);
        assert_true(complained(&err, cases[i][1]));
        drop_file(path);
        err_list_free(&err);
    }
    drop_folder(folder);
}

static void tabs_and_ends_of_lines_of_other_systems_are_text(void **state) {
    (void)state;
    struct err_list err;
    err_list_init(&err);
    char *folder = make_folder(), *path = put_text(folder, "x.cfg", "one\ttwo\r\n\f\xE8\xA9\xA6\n");
    char *text = scn_file_text(path, nobody, &err);
    assert_string_equal(text, "one\ttwo\r\n\f\xE8\xA9\xA6\n");
    free(text);
    drop_file(path);
    drop_folder(folder);
}

static void what_cannot_be_read_says_why_and_who_asked(void **state) {
    (void)state;
    struct err_list err;
    err_list_init(&err);
    char *folder = make_folder();
    char *path = mem_format("%s/none.cfg", folder);
    assert_null(scn_file_text(path, nobody, &err));
    assert_true(complained(&err, "none.cfg: error: cannot read this file: No such file or directory"));
    assert_null(scn_file_text(folder, (struct scn_file_asker){"asker.cfg", 17}, &err));
    assert_true(complained(&err, "asker.cfg:17: error: cannot read '"));
    assert_true(complained(&err, "': Is a directory"));
    free(path);
    drop_folder(folder);
    err_list_free(&err);
}

static void a_device_without_end_is_refused(void **state) {
    (void)state;
    struct err_list err;
    err_list_init(&err);
    assert_null(scn_file_text("/dev/zero", nobody, &err));
    assert_true(complained(&err, "File too large"));
    err_list_free(&err);
}

static void paths_are_relative_to_the_file_that_says_them(void **state) {
    (void)state;
    static const char *const cases[][3] = {{"scenarios/pilot.cfg", "base.cfg", "scenarios/base.cfg"},
                                           {"pilot.cfg", "data/people.csv", "data/people.csv"},
                                           {"a/b/c.cfg", "../d.cfg", "a/b/../d.cfg"},
                                           {"a/b.cfg", "/data/e.csv", "/data/e.csv"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char *path = scn_file_beside(cases[i][0], cases[i][1]);
        assert_string_equal(path, cases[i][2]);
        free(path);
    }
}

static void a_file_is_remembered_once(void **state) {
    (void)state;
    struct scn_file_list list = {0};
    const char *first = scn_file_remember(&list, "a.cfg", false);
    assert_ptr_not_equal(scn_file_remember(&list, "b.cfg", true), first);
    assert_ptr_equal(scn_file_remember(&list, "a.cfg", false), first);
    assert_true(!list.files[0].is_data && list.files[1].is_data);
    assert_int_equal(list.count, 2);
    free(list.files[0].path);
    free(list.files[1].path);
    free(list.files);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_byte_order_mark_is_left_out),
        cmocka_unit_test(a_long_file_arrives_whole),
        cmocka_unit_test(a_nul_byte_is_named_with_its_line),
        cmocka_unit_test(what_is_no_text_in_utf_8_is_named_with_its_line),
        cmocka_unit_test(tabs_and_ends_of_lines_of_other_systems_are_text),
        cmocka_unit_test(what_cannot_be_read_says_why_and_who_asked),
        cmocka_unit_test(a_device_without_end_is_refused),
        cmocka_unit_test(paths_are_relative_to_the_file_that_says_them),
        cmocka_unit_test(a_file_is_remembered_once),
    };
    return run_chosen(tests, argc, argv);
}

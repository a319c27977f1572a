/* tests/scenario/test_overlay.c - files that extend one another. */
#include "../../sim/scenario/overlay.h"

#include <sys/stat.h>

#include "fixture.h"

static const struct param_table no_table = {.name = "top"};

struct reading {
    struct scn_file_list files;
    struct scn_node root;
    struct err_list err;
    bool good;
};

static struct reading read_from(const char *path) {
    struct reading reading = {.good = false};
    err_list_init(&reading.err);
    reading.good = scn_overlay_read(path, &no_table, &reading.files, &reading.root, &reading.err);
    return reading;
}

static void free_reading(struct reading *reading) {
    scn_node_free(&reading->root);
    for (size_t i = 0; i < reading->files.count; i++) {
        free(reading->files.files[i].path);
    }
    free(reading->files.files);
    err_list_free(&reading->err);
}

static void the_last_word_is_with_the_file_that_extends(void **state) {
    (void)state;
    char *folder = make_folder();
    char *low = put_text(folder, "low.cfg", "a = 1; b = 2; c = 3;");
    char *middle = put_text(folder, "middle.cfg", "extends = \"low.cfg\"; b = 4; c = 5;");
    char *top = put_text(folder, "top.cfg", "c = 6;\nextends = \"middle.cfg\";");
    struct reading reading = read_from(top);
    assert_true(reading.good);
    assert_int_equal(scn_node_find(&reading.root, "a")->integer, 1);
    assert_int_equal(scn_node_find(&reading.root, "b")->integer, 4);
    assert_int_equal(scn_node_find(&reading.root, "c")->integer, 6);
    assert_string_equal(scn_node_find(&reading.root, "b")->file, middle);
    assert_null(scn_node_find(&reading.root, "extends"));
    assert_int_equal(reading.files.count, 3);
    assert_string_equal(reading.files.files[2].path, low);
    free_reading(&reading);
    drop_file(low);
    drop_file(middle);
    drop_file(top);
    drop_folder(folder);
}

static void extends_is_relative_to_the_file_that_says_it(void **state) {
    (void)state;
    char *folder = make_folder();
    char *inner = mem_format("%s/inner", folder);
    assert_int_equal(mkdir(inner, 0700), 0);
    char *low = put_text(inner, "low.cfg", "a = 1;");
    char *middle = put_text(inner, "middle.cfg", "extends = \"low.cfg\";");
    char *top = put_text(folder, "top.cfg", "extends = \"inner/middle.cfg\";");
    struct reading reading = read_from(top);
    assert_true(reading.good);
    assert_int_equal(scn_node_find(&reading.root, "a")->integer, 1);
    free_reading(&reading);
    drop_file(low);
    drop_file(middle);
    drop_file(top);
    drop_folder(inner);
    drop_folder(folder);
}

static void a_circle_is_named_where_it_closes(void **state) {
    (void)state;
    char *folder = make_folder();
    char *one = put_text(folder, "one.cfg", "extends = \"two.cfg\";");
    char *two = put_text(folder, "two.cfg", "\n\nextends = \"./one.cfg\";");
    struct reading reading = read_from(one);
    assert_false(reading.good);
    assert_int_equal(reading.err.count, 1);
    assert_true(complained(&reading.err, "two.cfg:3: error: 'extends' goes round in a circle"));
    free_reading(&reading);
    drop_file(one);
    drop_file(two);
    drop_folder(folder);
}

/* Files 0.cfg, 1.cfg, ... each extending the next. */
static bool reads_chain(size_t length, char **complaint) {
    char *folder = make_folder(), *paths[20];
    for (size_t i = 0; i < length; i++) {
        char *name = mem_format("%zu.cfg", i);
        char *text = i + 1 < length ? mem_format("extends = \"%zu.cfg\";", i + 1) : mem_text("a = 1;");
        paths[i] = put_text(folder, name, text);
        free(name);
        free(text);
    }
    struct reading reading = read_from(paths[0]);
    const bool good = reading.good;
    *complaint = good ? NULL : mem_text(reading.err.complaints[0].text);
    free_reading(&reading);
    for (size_t i = 0; i < length; i++) {
        drop_file(paths[i]);
    }
    drop_folder(folder);
    return good;
}

static void sixteen_files_are_deep_enough(void **state) {
    (void)state;
    char *complaint;
    assert_true(reads_chain(16, &complaint));
    assert_false(reads_chain(17, &complaint));
    assert_non_null(strstr(complaint, "15.cfg:1: error: 'extends' goes deeper than 16 files"));
    free(complaint);
}

static void a_missing_base_is_named_by_who_wants_it(void **state) {
    (void)state;
    char *folder = make_folder();
    char *top = put_text(folder, "top.cfg", "a = 1;\nextends = \"none.cfg\";");
    struct reading reading = read_from(top);
    assert_false(reading.good);
    assert_true(complained(&reading.err, "top.cfg:2: error: cannot read '"));
    assert_true(complained(&reading.err, "none.cfg': No such file or directory"));
    free_reading(&reading);
    drop_file(top);
    drop_folder(folder);
}

static void faults_of_both_files_are_named_in_one_go(void **state) {
    (void)state;
    char *folder = make_folder();
    char *low = put_text(folder, "low.cfg", "l = ( { name = \"a\"; }, { name = \"a\"; } );");
    char *top = put_text(folder, "top.cfg", "extends = \"low.cfg\"; l = ( { name = \"b\"; drop = true; } );");
    struct reading reading = read_from(top);
    assert_int_equal(reading.err.count, 2);
    assert_true(complained(&reading.err, "low.cfg:1: error: 'a' is in this list twice"));
    assert_true(complained(&reading.err, "top.cfg:1: error: 'b' cannot be dropped"));
    free_reading(&reading);
    drop_file(low);
    drop_file(top);
    drop_folder(folder);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_last_word_is_with_the_file_that_extends),
        cmocka_unit_test(extends_is_relative_to_the_file_that_says_it),
        cmocka_unit_test(a_circle_is_named_where_it_closes),
        cmocka_unit_test(sixteen_files_are_deep_enough),
        cmocka_unit_test(a_missing_base_is_named_by_who_wants_it),
        cmocka_unit_test(faults_of_both_files_are_named_in_one_go),
    };
    return run_chosen(tests, argc, argv);
}

/* tests/output/test_rows.c - a file of comma-separated values, read row by row. */
#include "sim/output/rows.h"

#include "tests/output/scratch.h"

static bool rows_open(void **state, struct out_rows *rows, const char *text) {
    char *path = scratch_path(state, "table.csv");
    scratch_write(state, "table.csv", text);
    const bool opens = out_rows_init(rows, path);
    free(path);
    return opens;
}

static void fields_come_without_their_quotation_marks(void **state) {
    struct out_rows rows;
    assert_true(rows_open(state, &rows, "a,\"b, \"\"c\"\"\",\n"));
    assert_true(out_rows_next(&rows));
    assert_int_equal(rows.count, 3);
    assert_string_equal(out_rows_field(&rows, 0), "a");
    assert_string_equal(out_rows_field(&rows, 1), "b, \"c\"");
    assert_string_equal(out_rows_field(&rows, 2), "");
    assert_string_equal(out_rows_field(&rows, 3), "");
    assert_false(out_rows_next(&rows));
    assert_false(rows.is_broken);
    out_rows_free(&rows);
}

static void a_row_knows_its_first_line(void **state) {
    struct out_rows rows;
    assert_true(rows_open(state, &rows, "a,b\n1,\"2\n3\"\n\n4,5"));
    assert_true(out_rows_next(&rows));
    assert_true(out_rows_next(&rows));
    assert_int_equal(rows.first_line, 2);
    assert_string_equal(out_rows_field(&rows, 1), "2\n3");
    assert_true(out_rows_next(&rows));
    assert_string_equal(out_rows_field(&rows, 1), "5");
    assert_false(out_rows_next(&rows));
    assert_false(rows.is_broken);
    out_rows_free(&rows);
}

static void what_is_no_csv_ends_it(void **state) {
    struct out_rows rows;
    assert_true(rows_open(state, &rows, "a,b\n1,2\"3\n"));
    assert_true(out_rows_next(&rows));
    assert_false(out_rows_next(&rows));
    assert_true(rows.is_broken);
    out_rows_free(&rows);
    assert_true(rows_open(state, &rows, "a,\"b\n"));
    assert_false(out_rows_next(&rows));
    assert_true(rows.is_broken);
    out_rows_free(&rows);
}

static void a_file_that_is_not_there_has_no_rows(void **state) {
    (void)state;
    struct out_rows rows;
    assert_false(out_rows_init(&rows, "/nonexistent"));
    assert_false(out_rows_next(&rows));
    out_rows_free(&rows);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(fields_come_without_their_quotation_marks, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(a_row_knows_its_first_line, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(what_is_no_csv_ends_it, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(a_file_that_is_not_there_has_no_rows, scratch_make, scratch_remove),
    };
    return run_chosen(tests, argc, argv);
}

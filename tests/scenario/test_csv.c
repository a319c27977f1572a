/* tests/scenario/test_csv.c - files of comma-separated values. */
#include "../../sim/scenario/csv.h"

#include "fixture.h"

static const char *const columns[] = {"year", "persons"};
static const struct scn_file_asker nobody = {NULL, 0};

/* A file of this text, read. */
struct sheet {
    struct scn_csv csv;
    struct err_list err;
    bool good;
    char *folder, *path;
};

static void read_sheet(struct sheet *sheet, const char *text) {
    *sheet = (struct sheet){.folder = make_folder()};
    sheet->path = put_text(sheet->folder, "x.csv", text);
    err_list_init(&sheet->err);
    sheet->csv = (struct scn_csv){.path = sheet->path, .columns = columns, .column_count = 2, .err = &sheet->err};
    sheet->good = scn_csv_read(&sheet->csv, nobody);
}

static void free_sheet(struct sheet *sheet) {
    scn_csv_free(&sheet->csv);
    err_list_free(&sheet->err);
    drop_file(sheet->path);
    drop_folder(sheet->folder);
}

static void columns_are_found_by_name(void **state) {
    (void)state;
    struct sheet sheet;
    read_sheet(&sheet, "\xEF\xBB\xBFpersons,source,year\r\n14.5,\"a, \"\"b\"\"\",2013\r\n\r\n 23 ,,2014");
    assert_true(sheet.good);
    assert_int_equal(sheet.csv.rows, 2);
    assert_string_equal(scn_csv_field(&sheet.csv, 0, 0), "2013");
    assert_string_equal(scn_csv_field(&sheet.csv, 0, 1), "14.5");
    assert_string_equal(scn_csv_field(&sheet.csv, 1, 1), "23");
    assert_int_equal(sheet.csv.lines[0], 2);
    assert_int_equal(sheet.csv.lines[1], 4);
    free_sheet(&sheet);
}

static void a_column_that_may_be_absent_is_then_empty(void **state) {
    (void)state;
    static const char *const texts[2] = {"persons,year\n14,2013\n", "variant,persons\nhigh,14\n"};
    for (size_t i = 0; i < 2; i++) {
        struct sheet sheet = {.folder = make_folder()};
        static const char *const wanted[] = {"persons", "variant"};
        sheet.path = put_text(sheet.folder, "x.csv", texts[i]);
        err_list_init(&sheet.err);
        sheet.csv = (struct scn_csv){
            .path = sheet.path, .columns = wanted, .column_count = 2, .optional_count = 1, .err = &sheet.err};
        assert_true(scn_csv_read(&sheet.csv, nobody));
        assert_string_equal(scn_csv_field(&sheet.csv, 0, 0), "14");
        assert_string_equal(scn_csv_field(&sheet.csv, 0, 1), i == 0 ? "" : "high");
        free_sheet(&sheet);
    }
}

static void every_fault_is_named_with_its_line(void **state) {
    (void)state;
    static const char *const cases[][2] = {
        {"year,person\n2013,1\n", "x.csv:1: error: no column is called 'persons'; is it the one called 'person'?"},
        {"2013,1\n2014,1\n", "x.csv:1: error: no column is called 'year'"},
        {"year,persons\n2013\n2014,1\n", "x.csv:2: error: the row has 1 fields, 2 are needed"},
        {"year,persons\n2013,1\n2014,1,5\n", "x.csv:3: error: the row has 3 fields, 2 are needed"},
        {"year,persons,year\n2013,1,2014\n", "x.csv:1: error: two columns are called 'year'"},
        {"", "x.csv: error: this file is empty: its first line must name the columns"},
        {"\r\n\r\n", "x.csv: error: this file is empty"},
        {"year,persons\n", "x.csv: error: this file has no rows below the names of its columns"},
        {"year,persons\n2013,\"1\n2014,1\n", "a quote is opened and never closed"},
        {"year,persons\n2013,1\n2014,1\"2\n", "x.csv:3: error: a quote stands where none may be"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct sheet sheet;
        read_sheet(&sheet, cases[i][0]);
        assert_false(sheet.good);
        assert_true(complained(&sheet.err, cases[i][1]));
        free_sheet(&sheet);
    }
}

static void numbers_are_plain_and_in_range(void **state) {
    (void)state;
    struct sheet sheet;
    static const struct param range = {.low = -1.5, .high = 30, .unit = "people"};
    double value;
    read_sheet(&sheet, "year,persons\n-1.5,3e1\n0x10,31\nnan,\n1 2,inf\n2;3,1.2.3\n");
    assert_true(scn_csv_number(&sheet.csv, 0, 0, &range, &value));
    assert_near(value, -1.5, 0);
    assert_true(scn_csv_number(&sheet.csv, 0, 1, &range, &value));
    assert_near(value, 30, 0);
    for (size_t row = 1; row < 5; row++) {
        assert_false(scn_csv_number(&sheet.csv, row, 0, &range, &value));
        assert_false(scn_csv_number(&sheet.csv, row, 1, &range, &value));
    }
    assert_int_equal(sheet.err.count, 8);
    assert_true(complained(&sheet.err, "x.csv:3: error: '0x10' in column 'year' is no number"));
    assert_true(complained(&sheet.err, "x.csv:3: error: 'persons' = 31 is outside -1.5..30 people"));
    assert_true(complained(&sheet.err, "x.csv:4: error: '' in column 'persons' is no number"));
    free_sheet(&sheet);
}

static void a_slip_in_a_long_file_stays_readable(void **state) {
    (void)state;
    struct sheet sheet;
    char text[2048] = "year,persons\n";
    for (int i = 0; i < 300; i++) {
        strcat(text, "2013\n");
    }
    read_sheet(&sheet, text);
    assert_int_equal(sheet.csv.faults, 300);
    assert_int_equal(sheet.err.count, 21);
    assert_true(complained(&sheet.err, "mend these 20 first"));
    free_sheet(&sheet);
}

/* A spreadsheet where the comma is the decimal point exports so. One complaint, not one for every column and row. */
static void another_separator_is_named(void **state) {
    (void)state;
    static const char *const texts[2] = {"year;persons\r\n2013;14,5\r\n", "year\tpersons\n2013\t14\n"};
    static const char *const wanted[2] = {
        "x.csv:1: error: the columns are parted by semicolons; they must be by commas",
        "x.csv:1: error: the columns are parted by tabs; they must be by commas"};
    for (size_t i = 0; i < 2; i++) {
        struct sheet sheet;
        read_sheet(&sheet, texts[i]);
        assert_false(sheet.good);
        assert_int_equal(sheet.err.count, 1);
        assert_true(complained(&sheet.err, wanted[i]));
        free_sheet(&sheet);
    }
}

static void lines_end_as_on_any_system(void **state) {
    (void)state;
    static const char *const ends[] = {"\n", "\r\n", "\r"};
    for (size_t i = 0; i < 3; i++) {
        struct sheet sheet;
        char *text = mem_format("year,persons%s2013,1%s%s2014,2%s", ends[i], ends[i], ends[i], ends[i]);
        read_sheet(&sheet, text);
        assert_true(sheet.good);
        assert_int_equal(sheet.csv.lines[0], 2);
        assert_int_equal(sheet.csv.lines[1], 4);
        free_sheet(&sheet);
        free(text);
    }
}

static void a_text_is_news_once_in_its_column(void **state) {
    (void)state;
    struct sheet sheet;
    read_sheet(&sheet, "year,persons\n1,1\n2,1\n1,3\n");
    assert_true(scn_csv_is_news(&sheet.csv, 0, 0));
    assert_true(scn_csv_is_news(&sheet.csv, 0, 1));
    assert_false(scn_csv_is_news(&sheet.csv, 1, 1));
    assert_true(scn_csv_is_news(&sheet.csv, 1, 0));
    assert_false(scn_csv_is_news(&sheet.csv, 2, 0));
    sheet.csv.news_count = SCN_CSV_SHOWN;
    assert_false(scn_csv_is_news(&sheet.csv, 2, 1));
    free_sheet(&sheet);
}

static void a_missing_file_is_named_by_who_wants_it(void **state) {
    (void)state;
    struct err_list err;
    err_list_init(&err);
    struct scn_csv csv = {.path = "no/such.csv", .columns = columns, .column_count = 2, .err = &err};
    assert_false(scn_csv_read(&csv, (struct scn_file_asker){"x.cfg", 7}));
    assert_true(complained(&err, "x.cfg:7: error: cannot read 'no/such.csv': No such file or directory"));
    scn_csv_free(&csv);
    err_list_free(&err);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_are_found_by_name),
        cmocka_unit_test(a_column_that_may_be_absent_is_then_empty),
        cmocka_unit_test(every_fault_is_named_with_its_line),
        cmocka_unit_test(numbers_are_plain_and_in_range),
        cmocka_unit_test(another_separator_is_named),
        cmocka_unit_test(lines_end_as_on_any_system),
        cmocka_unit_test(a_text_is_news_once_in_its_column),
        cmocka_unit_test(a_slip_in_a_long_file_stays_readable),
        cmocka_unit_test(a_missing_file_is_named_by_who_wants_it),
    };
    return run_chosen(tests, argc, argv);
}

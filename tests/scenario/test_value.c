/* tests/scenario/test_value.c - one value into one field. */
#include "../../sim/scenario/value.h"

#include "engine/calendar.h"
#include "engine/dist.h"
#include "fixture.h"

/* Reads the one value of a text into a field. */
static void read_text(const char *text, const struct param *param, void *field, struct err_list *err) {
    struct scn_node root = tree_of(text);
    scn_value_read(&root.children[0], param, field, err);
    scn_node_free(&root);
}

static void numbers_go_where_they_belong(void **state) {
    (void)state;
    struct err_list err;
    err_list_init(&err);
    const struct param whole = {.key = "a", .kind = PARAM_INTEGER, .low = -5, .high = 9007199254740992, .unit = "runs"};
    const struct param real = {.key = "a", .kind = PARAM_REAL, .low = 0, .high = 10, .unit = "days"};
    int64_t count = 0;
    double days = 0;
    read_text("a = 9007199254740991L;", &whole, &count, &err);
    assert_true(count == 9007199254740991);
    read_text("a = 7;", &real, &days, &err);
    assert_near(days, 7, 0);
    assert_int_equal(err.count, 0);
    read_text("a = 2.0;", &whole, &count, &err);
    read_text("a = -6;", &whole, &count, &err);
    read_text("a = 10.5;", &real, &days, &err);
    assert_true(complained(&err, "'a': a whole number was expected, this is a number with a decimal point"));
    assert_true(complained(&err, "'a' = -6 is outside -5..9007199254740992 runs"));
    assert_true(complained(&err, "'a' = 10.5 is outside 0..10 days"));
    err_list_free(&err);
}

static void texts_are_copied_and_words_are_checked(void **state) {
    (void)state;
    struct err_list err;
    err_list_init(&err);
    const struct param any = {.key = "a", .kind = PARAM_TEXT},
                       word = {.key = "a", .kind = PARAM_TEXT, .words = "fifo|due|x"};
    char *text = NULL, *chosen = NULL, *none = NULL;
    read_text("a = \"fi\";", &any, &text, &err);
    assert_string_equal(text, "fi");
    read_text("a = \"x\";", &word, &chosen, &err);
    assert_string_equal(chosen, "x");
    assert_int_equal(err.count, 0);
    read_text("a = \"fi\";", &word, &none, &err);
    read_text("a = \"fifo|due\";", &word, &none, &err);
    read_text("a = \"\";", &any, &none, &err);
    read_text("a = 3;", &any, &none, &err);
    assert_null(none);
    assert_int_equal(err.count, 4);
    assert_true(complained(&err, "'a' = \"fi\" must be fifo, due or x"));
    assert_true(complained(&err, "'a' is an empty text"));
    free(text);
    free(chosen);
    err_list_free(&err);
}

static void dates_must_exist(void **state) {
    (void)state;
    struct err_list err;
    err_list_init(&err);
    const struct param param = {.key = "a", .kind = PARAM_DATE};
    struct des_date date = {0};
    read_text("a = \"2016-02-29\";", &param, &date, &err);
    assert_true(date.year == 2016 && date.month == 2 && date.day == 29);
    assert_int_equal(err.count, 0);
    static const char *const faults[] = {
        "a = \"2015-02-29\";", "a = \"2015-2-28\";",  "a = \"28.02.2015\";", "a = \"2015-02-281\";",
        "a = \"-015-02-28\";", "a = \"1815-02-28\";", "a = \"2015-1--28\";", "a = 2015;"};
    for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
        read_text(faults[i], &param, &date, &err);
        assert_int_equal(err.count, i + 1);
    }
    assert_int_equal(date.year, 2016);
    err_list_free(&err);
}

static void lists_take_arrays_and_lists_and_are_counted(void **state) {
    (void)state;
    struct err_list err;
    err_list_init(&err);
    const struct param texts = {.key = "a", .kind = PARAM_TEXTS, .low = 1, .high = 2};
    const struct param dates = {.key = "a", .kind = PARAM_DATES};
    struct param_texts array = {0}, list = {0}, none = {0};
    struct param_dates days = {0};
    read_text("a = [ \"b\", \"c\" ];", &texts, &array, &err);
    read_text("a = ( \"d\" );", &texts, &list, &err);
    read_text("a = [ \"2014-12-25\" ];", &dates, &days, &err);
    assert_int_equal(err.count, 0);
    assert_string_equal(array.texts[1], "c");
    assert_string_equal(list.texts[0], "d");
    assert_int_equal(days.dates[0].month, 12);
    read_text("a = [ ];", &texts, &none, &err);
    read_text("a = [ \"b\", \"c\", \"d\" ];", &texts, &none, &err);
    read_text("a = \"2014-12-25\";", &dates, &none, &err);
    assert_true(complained(&err, "'a' has 0 elements; 1 to 2 are needed"));
    assert_true(complained(&err, "'a': a list of dates such as"));
    assert_int_equal(none.count, 0);
    free(array.texts[0]);
    free(array.texts[1]);
    free(array.texts);
    free(list.texts[0]);
    free(list.texts);
    free(days.dates);
    err_list_free(&err);
}

static void numbers_in_a_list_are_counted_and_each_lies_in_the_range(void **state) {
    (void)state;
    struct err_list err;
    err_list_init(&err);
    const struct param three = {.key = "a", .kind = PARAM_REALS, .low = 0, .high = 5, .unit = "ratio", .length = 3};
    const struct param any = {.key = "a", .kind = PARAM_REALS, .low = 0, .high = 5, .unit = "ratio"};
    struct param_reals array = {0}, list = {0}, none = {0};
    read_text("a = [ 1.25, 0.0, 4.75 ];", &three, &array, &err);
    read_text("a = ( 3, 0.5 );", &any, &list, &err);
    assert_int_equal(err.count, 0);
    assert_int_equal(array.count, 3);
    assert_near(array.values[2], 4.75, 0);
    assert_int_equal(list.count, 2);
    assert_near(list.values[0], 3, 0);
    read_text("a = [ 1.0, 2.0 ];", &three, &none, &err);
    read_text("a = 1.5;", &three, &none, &err);
    assert_null(none.values);
    assert_true(complained(&err, "'a' has 2 numbers; 3 are needed"));
    assert_true(complained(&err, "'a': a list of numbers such as [ 1.0, 0.5 ] was expected, this is a number"));
    free(array.values);
    free(list.values);
    err_list_free(&err);
}

/* As the reference says of profiles: with no numbers there is none. */
static void a_list_of_so_many_numbers_may_be_empty(void **state) {
    (void)state;
    struct err_list err;
    err_list_init(&err);
    const struct param three = {.key = "a", .kind = PARAM_REALS, .low = 0, .high = 5, .unit = "ratio", .length = 3};
    struct param_reals array = {0}, list = {0};
    read_text("a = [ ];", &three, &array, &err);
    read_text("a = ( );", &three, &list, &err);
    assert_int_equal(err.count, 0);
    assert_int_equal(array.count, 0);
    assert_int_equal(list.count, 0);
    free(array.values);
    free(list.values);
    err_list_free(&err);
}

static void a_faulty_number_of_a_list_is_named_by_its_place(void **state) {
    (void)state;
    struct err_list err;
    err_list_init(&err);
    const struct param three = {.key = "a", .kind = PARAM_REALS, .low = 0, .high = 5, .unit = "ratio", .length = 3};
    struct param_reals faulty = {0};
    read_text("a = ( 1.0, -2.5, \"x\" );", &three, &faulty, &err);
    assert_int_equal(err.count, 2);
    assert_true(complained(&err, "element 2 of 'a' = -2.5 is outside 0..5 ratio"));
    assert_true(complained(&err, "a number was expected here, this is a text in quotes"));
    free(faulty.values);
    err_list_free(&err);
}

static void defaults_fill_every_kind(void **state) {
    (void)state;
    double real = 7;
    int64_t whole = 7;
    bool flag = false;
    struct des_dist dist;
    struct des_date date;
    char *text = NULL;
    assert_true(scn_value_default(&(struct param){.kind = PARAM_REAL, .fallback = 2.385}, &real));
    assert_true(scn_value_default(&(struct param){.kind = PARAM_INTEGER, .fallback = -1}, &whole));
    assert_true(scn_value_default(&(struct param){.kind = PARAM_BOOLEAN, .fallback = 1}, &flag));
    assert_true(scn_value_default(&(struct param){.kind = PARAM_DIST, .fallback = 4.5}, &dist));
    assert_true(scn_value_default(&(struct param){.kind = PARAM_DATE, .default_word = "2014-07-31"}, &date));
    assert_true(scn_value_default(&(struct param){.kind = PARAM_TEXT, .default_word = "fifo"}, &text));
    assert_near(real, 2.385, 0);
    assert_int_equal(whole, -1);
    assert_true(flag);
    assert_near(des_dist_mean(&dist), 4.5, 0);
    assert_int_equal(date.day, 31);
    assert_string_equal(text, "fifo");
    free(text);
}

static void without_a_default_it_must_be_given_or_is_optional(void **state) {
    (void)state;
    static const enum param_kind kinds[] = {PARAM_REAL, PARAM_INTEGER, PARAM_BOOLEAN, PARAM_TEXT,  PARAM_DATE,
                                            PARAM_DIST, PARAM_TEXTS,   PARAM_DATES,   PARAM_REALS, PARAM_ROWS};
    union {
        double real;
        unsigned char bytes[256];
    } field = {.bytes = {0}};
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        assert_false(scn_value_default(&(struct param){.kind = kinds[i], .fallback = NAN}, &field));
        assert_true(scn_value_default(&(struct param){.kind = kinds[i], .fallback = NAN, .optional = 1}, &field));
        assert_true(kinds[i] == PARAM_REAL ? isnan(field.real) : field.real == 0);
        field.real = 0;
    }
    assert_true(scn_value_default(&(struct param){.kind = PARAM_TEXTS, .fallback = 0}, &field));
    assert_true(scn_value_default(&(struct param){.kind = PARAM_ROWS, .fallback = 0}, &field));
    assert_true(scn_value_default(&(struct param){.kind = PARAM_REALS, .fallback = 0}, &field));
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_go_where_they_belong),
        cmocka_unit_test(texts_are_copied_and_words_are_checked),
        cmocka_unit_test(dates_must_exist),
        cmocka_unit_test(lists_take_arrays_and_lists_and_are_counted),
        cmocka_unit_test(numbers_in_a_list_are_counted_and_each_lies_in_the_range),
        cmocka_unit_test(a_list_of_so_many_numbers_may_be_empty),
        cmocka_unit_test(a_faulty_number_of_a_list_is_named_by_its_place),
        cmocka_unit_test(defaults_fill_every_kind),
        cmocka_unit_test(without_a_default_it_must_be_given_or_is_optional),
    };
    return run_chosen(tests, argc, argv);
}

/* tests/command/test_layout.c - numbers, cells, headings and paragraphs for a terminal of 100 columns. */
#include "sim/command/layout.h"

#include <fcntl.h>

#include "tests/command/capture.h"
#include "tests/command/program.h"

static void assert_number(double value, const char *decimals, const char *want) {
    char *got = cmd_layout_number(value, decimals);
    assert_string_equal(got, want);
    free(got);
}

static void numbers_have_thousands_set_apart_in_front_of_the_point(void **state) {
    (void)state;
    assert_number(7, "%.0f", "7");
    assert_number(871.26, "%.1f", "871.3");
    assert_number(6834, "%.0f", "6,834");
    assert_number(-6834.125, "%.2f", "-6,834.12");
    assert_number(-683, "%.0f", "-683");
    assert_number(1234567.891, "%.3f", "1,234,567.891");
    assert_number(999.97, "%.1f", "1,000.0");
}

static void nothing_is_never_negative(void **state) {
    (void)state;
    assert_number(-0.0, "%.0f", "0");
    assert_number(-0.5, "%.0f", "0");
    assert_number(-0.04, "%.1f", "0.0");
    assert_number(-0.06, "%.1f", "-0.1");
    assert_number(-10, "%.0f", "-10");
    assert_number(0, "%.2f", "0.00");
}

static void a_number_that_does_not_exist_is_a_dash(void **state) {
    (void)state;
    assert_number(NAN, "%.1f", "-");
}

static void characters_are_counted_not_bytes(void **state) {
    (void)state;
    assert_int_equal(cmd_layout_columns(""), 0);
    assert_int_equal(cmd_layout_columns("Perth"), 5);
    assert_int_equal(cmd_layout_columns("Òban \xe2\x80\x93 \xc3\xa9"), 8);
}

static void print_paragraph(FILE *out, const void *text) {
    cmd_layout_paragraph(out, text);
}

/* Words of 1 to 13 letters; the caller frees it. */
static char *long_text(void) {
    char *text = mem_zeroed(4000, 1);
    for (size_t i = 0; i < 200; i++) {
        memcpy(text + strlen(text), "Strathearnshires", 1 + i * i % 13);
        text[strlen(text)] = ' ';
    }
    return text;
}

static void a_paragraph_is_broken_at_100_columns_and_loses_no_word(void **state) {
    (void)state;
    char *text = long_text();
    char *got = captured(print_paragraph, text);
    assert_in_range(text_widest(got), 88, 100);
    assert_int_equal(strncmp(got, "- S", 3), 0);
    assert_int_equal(text_count(got, "\n  "), text_count(got, "\n") - 1);
    const char *want = text;
    for (const char *at = got + 2; *at != '\0'; at++) {
        if (*at != ' ' && *at != '\n') {
            want += strspn(want, " ");
            assert_int_equal(*at, *want++);
        }
    }
    assert_int_equal(want[strspn(want, " ")], '\0');
    free(text);
    free(got);
}

static void a_line_may_fill_the_hundredth_column(void **state) {
    (void)state;
    char text[120] = "";
    memset(text, 'a', 90);
    strcpy(text + 90, " 1234567 b");
    char *got = captured(print_paragraph, text);
    assert_int_equal(text_widest(got), 100);
    assert_int_equal(text_count(got, "\n  b\n"), 1);
    free(got);
    strcpy(text + 90, " 12345678 b");
    got = captured(print_paragraph, text);
    assert_int_equal(text_count(got, "\n  12345678 b\n"), 1);
    free(got);
}

static void a_word_longer_than_a_line_is_broken(void **state) {
    (void)state;
    char text[251] = "";
    memset(text, 'x', 250);
    char *got = captured(print_paragraph, text);
    assert_int_equal(text_widest(got), 100);
    assert_int_equal(text_count(got, "x"), 250);
    free(got);
}

static void print_row(FILE *out, const void *name) {
    cmd_layout_left(out, name, 9);
    cmd_layout_right(out, mem_text("12.5"), 6);
}

static void a_name_too_long_for_its_column_has_a_line_of_its_own(void **state) {
    (void)state;
    char *got[3] = {captured(print_row, "Ämulree"), captured(print_row, "Kinloch R"),
                    captured(print_row, "Kinloch Rannoch")};
    assert_string_equal(got[0], "Ämulree    12.5");
    assert_string_equal(got[1], "Kinloch R\n           12.5");
    assert_string_equal(got[2], "Kinloch Rannoch\n           12.5");
    for (size_t i = 0; i < 3; i++) {
        free(got[i]);
    }
}

static void print_names(FILE *out, const void *names) {
    cmd_layout_names(out, 3, names, 3, 12);
}

static void names_over_columns_are_broken_at_hyphens_and_end_on_one_line(void **state) {
    (void)state;
    static const char *const names[] = {"base", "integrated-north-a", "integratednorthtwo"};
    char *got = captured(print_names, names);
    assert_string_equal(got, "                integrated- integratedn\n"
                             "           base     north-a     orthtwo\n");
    free(got);
}

static void print_heading(FILE *out, const void *text) {
    cmd_layout_heading(out, text);
}

static void a_heading_in_a_file_has_no_colour(void **state) {
    (void)state;
    char *got = captured(print_heading, "Means");
    assert_string_equal(got, "\nMeans\n");
    free(got);
}

/* What a heading looks like on a terminal; the caller frees it. */
static char *heading_on_terminal(void) {
    char *got = mem_zeroed(64, 1);
    const int master = posix_openpt(O_RDWR | O_NOCTTY);
    if (master < 0) {
        skip(); /* a machine without terminals, as some containers are */
    }
    assert_true(grantpt(master) == 0 && unlockpt(master) == 0);
    FILE *out = fopen(ptsname(master), "w");
    assert_non_null(out);
    cmd_layout_heading(out, "Means");
    fclose(out);
    ssize_t some;
    for (size_t count = 0; count < 63 && (some = read(master, got + count, 63 - count)) > 0;) {
        count += (size_t)some; /* a terminal hands over what it has, in pieces */
    }
    close(master);
    return got;
}

static void indented_print(FILE *out, const void *subject) {
    cmd_layout_indented(out, subject);
}

static void an_address_in_an_indented_paragraph_stays_whole(void **state) {
    (void)state;
    static const char address[] =
        "https://example.org/an-address-that-is-longer-than-any-line-of-a-terminal-and-would-have-"
        "to-be-broken-somewhere-or-other";
    char *text = mem_format("Somebody, %s, end", address);
    char *got = captured(indented_print, text);
    char *wanted = mem_format("        Somebody,\n        %s,\n        end\n", address);
    assert_string_equal(got, wanted);
    free(wanted);
    free(got);
    free(text);
}

static void a_text_is_cut_between_characters(void **state) {
    (void)state;
    static const char *const cases[][2] = {{"12345678", "12345678"},
                                           {"123456789", "1234 ..."},
                                           {"\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9",
                                            "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9 ..."}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char *got = cmd_layout_cut(cases[i][0], 8);
        assert_string_equal(got, cases[i][1]);
        free(got);
    }
}

static void a_heading_on_a_terminal_is_bold_unless_no_color_is_set(void **state) {
    (void)state;
    static const char *const wishes[] = {NULL, "", "1"};
    for (size_t i = 0; i < 3; i++) {
        unsetenv("NO_COLOR");
        if (wishes[i] != NULL) {
            setenv("NO_COLOR", wishes[i], 1);
        }
        char *got = heading_on_terminal();
        assert_int_equal(strstr(got, "\033[1mMeans\033[0m") != NULL, i < 2);
        assert_non_null(strstr(got, "Means"));
        free(got);
    }
    unsetenv("NO_COLOR");
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_have_thousands_set_apart_in_front_of_the_point),
        cmocka_unit_test(nothing_is_never_negative),
        cmocka_unit_test(a_number_that_does_not_exist_is_a_dash),
        cmocka_unit_test(characters_are_counted_not_bytes),
        cmocka_unit_test(a_paragraph_is_broken_at_100_columns_and_loses_no_word),
        cmocka_unit_test(a_line_may_fill_the_hundredth_column),
        cmocka_unit_test(a_word_longer_than_a_line_is_broken),
        cmocka_unit_test(a_name_too_long_for_its_column_has_a_line_of_its_own),
        cmocka_unit_test(names_over_columns_are_broken_at_hyphens_and_end_on_one_line),
        cmocka_unit_test(an_address_in_an_indented_paragraph_stays_whole),
        cmocka_unit_test(a_text_is_cut_between_characters),
        cmocka_unit_test(a_heading_in_a_file_has_no_colour),
        cmocka_unit_test(a_heading_on_a_terminal_is_bold_unless_no_color_is_set),
    };
    return run_chosen(tests, argc, argv);
}

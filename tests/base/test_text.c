/* tests/base/test_text.c - texts of users, in UTF-8. */
#include "base/text.h"

#include "tests/support.h"

static void a_character_has_one_to_four_bytes(void **state) {
    (void)state;
    assert_int_equal(text_character(""), 1);
    assert_int_equal(text_character("a"), 1);
    assert_int_equal(text_character("\xC3\xA9"), 2);
    assert_int_equal(text_character("\xE8\xA9\xA6"), 3);
    assert_int_equal(text_character("\xF0\x9F\x91\xB5"), 4);
    assert_int_equal(text_character("\xF4\x8F\xBF\xBF"), 4);
}

static void what_is_broken_overlong_or_beyond_unicode_is_none(void **state) {
    (void)state;
    static const char *const broken[] = {
        "\x80",     "\xC1\x81", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF8\x88\x80\x80",
        "\xE8\xA9", "\xC3 "};
    for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
        assert_int_equal(text_character(broken[i]), 0);
    }
}

static void control_characters_are_those_of_two_sets(void **state) {
    (void)state;
    assert_true(text_is_control("\x1B", 1));
    assert_true(text_is_control("\x7F", 1));
    assert_true(text_is_control("\xC2\x9B", 2));
    assert_false(text_is_control(" ", 1));
    assert_false(text_is_control("\xC2\xA0", 2));
    assert_false(text_is_control("\xC3\x9B", 2));
}

static void a_character_has_a_number(void **state) {
    (void)state;
    assert_int_equal(text_code("a", 1), 'a');
    assert_int_equal(text_code("\xC3\xA9", 2), 0xE9);
    assert_int_equal(text_code("\xE8\xA9\xA6", 3), 0x8A66);
    assert_int_equal(text_code("\xF0\x9F\x91\xB5", 4), 0x1F475);
}

static void the_first_unfit_place_is_found(void **state) {
    (void)state;
    static const char *const texts[][2] = {{"a\xC3\xA9 b", ""},        {"", ""},
                                           {"a\tb\n\x7F.", "\x7F."},   {"a\xC2\x85.", "\xC2\x85."},
                                           {"\xC3\xA9\xFF.", "\xFF."}, {"a\xC3", "\xC3"}};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        assert_string_equal(text_unfit(texts[i][0], "\t\n"), texts[i][1]);
    }
    assert_string_equal(text_unfit("a\tb", ""), "\tb");
}

static void a_line_is_fit_for_a_terminal(void **state) {
    (void)state;
    char *line = text_line("a\nb\x1B[2J\xC2\x9B \xE9 \xC3\xA9");
    assert_string_equal(line, "a b [2J  ? \xC3\xA9");
    free(line);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_character_has_one_to_four_bytes),
        cmocka_unit_test(what_is_broken_overlong_or_beyond_unicode_is_none),
        cmocka_unit_test(control_characters_are_those_of_two_sets),
        cmocka_unit_test(a_character_has_a_number),
        cmocka_unit_test(the_first_unfit_place_is_found),
        cmocka_unit_test(a_line_is_fit_for_a_terminal),
    };
    return run_chosen(tests, argc, argv);
}

/* tests/output/test_text.c - texts of users made fit for one line. */
#include "output/text.h"

#include <string.h>

#include "tests/support.h"

static void compare(char *got, const char *wanted) {
    assert_string_equal(got, wanted);
    free(got);
}

static void a_line_has_no_control_characters(void **state) {
    (void)state;
    compare(out_text_line("a\nb\tc\x01\x7F"
                          "d\xC2\x85"
                          "e",
                          0),
            "a b c  d e");
    compare(out_text_line("", 0), "");
}

static void good_characters_stay_and_broken_ones_become_question_marks(void **state) {
    (void)state;
    compare(out_text_line("\xC3\xA9 \xE8\xA9\xA6 \xF0\x9F\x91\xB5", 0), "\xC3\xA9 \xE8\xA9\xA6 \xF0\x9F\x91\xB5");
    compare(out_text_line("\xFF\x80x", 0), "??x");
    compare(out_text_line("\xC0\xAF", 0), "??");           /* an overlong slash */
    compare(out_text_line("\xE0\x80\xAF", 0), "???");      /* again, in three bytes */
    compare(out_text_line("\xED\xA0\x80", 0), "???");      /* a surrogate */
    compare(out_text_line("\xF4\x90\x80\x80", 0), "????"); /* beyond Unicode */
    compare(out_text_line("cut \xE8\xA9", 0), "cut ??");   /* broken off by the end */
}

static void a_long_text_is_cut_by_characters_not_bytes(void **state) {
    (void)state;
    compare(out_text_line("\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9", 4), "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9");
    compare(out_text_line("\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9", 4), "\xC3\xA9\xC3\xA9\xC3\xA9\xE2\x80\xA6");
    compare(out_text_line("Home first now", 6), "Home\xE2\x80\xA6");
}

static void a_label_avoids_what_gnuplot_trips_over(void **state) {
    (void)state;
    compare(out_text_label("a, \"b\" c\\d", 0), "a\xE2\x80\x9A \xE2\x80\x9C"
                                                "b\xE2\x80\x9D c/d");
    compare(out_text_label("a]]>b ]> >", 0), "a]]\xE2\x80\xBA"
                                             "b ]> >");
    compare(out_text_label("]>", 0), "]>");
    compare(out_text_label(
                "\xC3\xA9\xCE\xA9\xD0\x96 \xE2\x82\xAC \xE2\x88\x92 \xE8\xA9\xA6\xF0\x9F\x91\xB5!\xEE\x80\x80", 0),
            "\xC3\xA9\xCE\xA9\xD0\x96 \xE2\x82\xAC \xE2\x88\x92 ?"
            "?!?"); /* what the font has not */
    compare(out_text_label("NaN", 0), "\xC2\xA0NaN");
    compare(out_text_label("", 0), "\xC2\xA0");
}

static void a_long_label_is_broken_at_a_space(void **state) {
    (void)state;
    char *first, *second;
    out_text_wrap("Skill mix at the front door", 16, &first, &second);
    compare(first, "Skill mix at the");
    compare(second, "front door");
    out_text_wrap("Short", 16, &first, &second);
    compare(first, "Short");
    compare(second, "");
    out_text_wrap("Unbreakablewordofmanyletters", 11, &first, &second);
    compare(first, "Unbreakable");
    compare(second, "wordofmany\xE2\x80\xA6");
}

static void a_number_for_people_has_its_thousands_apart(void **state) {
    (void)state;
    compare(out_text_number(12345678.4), "12,345,678");
    compare(out_text_number(999.4), "999");
    compare(out_text_number(999.6), "1,000");
    compare(out_text_number(-1203.7), "\xE2\x88\x92"
                                      "1,204");
    compare(out_text_number(-0.3), "0");
    compare(out_text_signed(4711), "+4,711");
    compare(out_text_signed(0.3), "0");
    compare(out_text_signed(-73), "\xE2\x88\x92"
                                  "73");
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_has_no_control_characters),
        cmocka_unit_test(good_characters_stay_and_broken_ones_become_question_marks),
        cmocka_unit_test(a_long_text_is_cut_by_characters_not_bytes),
        cmocka_unit_test(a_label_avoids_what_gnuplot_trips_over),
        cmocka_unit_test(a_long_label_is_broken_at_a_space),
        cmocka_unit_test(a_number_for_people_has_its_thousands_apart),
    };
    return run_chosen(tests, argc, argv);
}

/* tests/scenario/test_number.c - numbers as text that reads back. */
#include "../../sim/scenario/number.h"

#include <string.h>

#include "../support.h"

static void plain_numbers_stay_plain(void **state) {
    (void)state;
    static const struct {
        double value;
        const char *text;
    } cases[] = {{0.1, "0.1"}, {5, "5"}, {-2.385, "-2.385"}, {1e20, "1e+20"}, {9007199254740992, "9007199254740992"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char text[SCN_NUMBER_TEXT];
        scn_number_text(cases[i].value, text);
        assert_string_equal(text, cases[i].text);
    }
}

static void every_bit_comes_back(void **state) {
    (void)state;
    static const double values[] = {1.0 / 3, 0.1 + 0.2, 5e-324, 1.7976931348623157e308, -4.0 * 2.385e-17 / 7};
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
        char text[SCN_NUMBER_TEXT];
        scn_number_text(values[i], text);
        const double again = strtod(text, NULL);
        assert_memory_equal(&again, &values[i], sizeof again);
    }
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_numbers_stay_plain),
        cmocka_unit_test(every_bit_comes_back),
    };
    return run_chosen(tests, argc, argv);
}

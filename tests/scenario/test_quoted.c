/* tests/scenario/test_quoted.c - a text in quotes, as a file writes it. */
#include "../../sim/scenario/quoted.h"

#include <stdlib.h>
#include <string.h>

#include "../support.h"

static void a_text_ends_with_the_quote_that_no_backslash_takes_away(void **state) {
    (void)state;
    static const char *const texts[] = {"\"\"",       "\"a b\"",          "\"a \\\" b\"",
                                        "\"a \\\\\"", "\"a \\\\\\\" b\"", "\"# // \\\\\""};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        char with_more[64];
        snprintf(with_more, sizeof with_more, "%s; b = \"c\";", texts[i]);
        assert_int_equal(scn_quoted_length(with_more), strlen(texts[i]));
    }
}

static void one_that_is_never_closed_ends_with_its_line(void **state) {
    (void)state;
    assert_int_equal(scn_quoted_length("\""), 1);
    assert_int_equal(scn_quoted_length("\"ab"), 3);
    assert_int_equal(scn_quoted_length("\"ab\\"), 4);
    assert_int_equal(scn_quoted_length("\"ab\\\n\""), 4);
    assert_int_equal(scn_quoted_length("\"ab\nc\""), 3);
}

static void what_is_printed_can_be_read(void **state) {
    (void)state;
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    assert_non_null(out);
    scn_quoted_print(out, "a \"b\" c\\");
    assert_int_equal(fclose(out), 0);
    assert_string_equal(text, "\"a \\\"b\\\" c\\\\\"");
    assert_int_equal(scn_quoted_length(text), size);
    free(text);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_ends_with_the_quote_that_no_backslash_takes_away),
        cmocka_unit_test(one_that_is_never_closed_ends_with_its_line),
        cmocka_unit_test(what_is_printed_can_be_read),
    };
    return run_chosen(tests, argc, argv);
}

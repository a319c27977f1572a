/* tests/output/test_csv.c - comma-separated values. */
#include "output/csv.h"

#include <string.h>

#include "tests/support.h"

/* Opens a stream into memory; text_close gives what was written. */
struct text {
    FILE *out;
    char *bytes;
    size_t length;
};

static void text_open(struct text *text) {
    text->bytes = NULL;
    text->out = open_memstream(&text->bytes, &text->length);
    assert_non_null(text->out);
}

static void text_compare(struct text *text, const char *wanted) {
    fclose(text->out);
    assert_string_equal(text->bytes, wanted);
    free(text->bytes);
}

static void a_field_is_quoted_only_where_it_must_be(void **state) {
    (void)state;
    struct text text;
    text_open(&text);
    out_csv_header(text.out, "plain", "a, b", "say \"yes\"", "two\nlines", "cr\rhere", "", "50% of `x`; y", NULL);
    text_compare(&text, "plain,\"a, b\",\"say \"\"yes\"\"\",\"two\nlines\",\"cr\rhere\",,50% of `x`; y\n");
}

static void what_looks_like_a_formula_gets_an_apostrophe(void **state) {
    (void)state;
    struct text text;
    text_open(&text);
    out_csv_header(text.out, "=1+2", "+3 FTE", "-5%", "@x", "=A1,B2", "\tx", "a=b", "'-x", NULL);
    text_compare(&text, "'=1+2,'+3 FTE,'-5%,'@x,\"'=A1,B2\",'\tx,a=b,'-x\n");
}

static void numbers_have_ten_significant_digits(void **state) {
    (void)state;
    struct text text;
    text_open(&text);
    out_csv_text(text.out, 1, "x");
    out_csv_real(text.out, 12345.678901234);
    out_csv_real(text.out, -0.000123456789012);
    out_csv_real(text.out, 3);
    out_csv_real(text.out, 0.1 + 0.2);
    out_csv_count(text.out, UINT64_MAX);
    out_csv_end(text.out);
    text_compare(&text, "x,12345.6789,-0.000123456789,3,0.3,18446744073709551615\n");
}

static void a_fingerprint_has_sixteen_hexadecimal_digits(void **state) {
    (void)state;
    struct text text;
    text_open(&text);
    out_csv_text(text.out, 1, "x");
    out_csv_hex(text.out, UINT64_C(0xFEDCBA9876543210));
    out_csv_hex(text.out, 0x4B3);
    out_csv_end(text.out);
    text_compare(&text, "x,fedcba9876543210,00000000000004b3\n");
}

static void what_does_not_exist_is_an_empty_field(void **state) {
    (void)state;
    struct text text;
    text_open(&text);
    out_csv_text(text.out, 1, "x");
    out_csv_real(text.out, NAN);
    out_csv_real(text.out, -INFINITY);
    out_csv_real(text.out, -0.0);
    out_csv_end(text.out);
    text_compare(&text, "x,,,0\n");
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_field_is_quoted_only_where_it_must_be),
        cmocka_unit_test(what_looks_like_a_formula_gets_an_apostrophe),
        cmocka_unit_test(numbers_have_ten_significant_digits),
        cmocka_unit_test(a_fingerprint_has_sixteen_hexadecimal_digits),
        cmocka_unit_test(what_does_not_exist_is_an_empty_field),
    };
    return run_chosen(tests, argc, argv);
}

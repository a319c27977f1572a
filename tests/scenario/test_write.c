/* tests/scenario/test_write.c - a tree as text. */
#include "../../sim/scenario/write.h"

#include "fixture.h"

static void check(const char *text, const char *want) {
    struct scn_node root = tree_of(text);
    char *got = scn_write(&root);
    assert_string_equal(got, want);
    struct scn_node again = tree_of(got);
    char *second = scn_write(&again);
    assert_string_equal(second, got);
    free(got);
    free(second);
    scn_node_free(&root);
    scn_node_free(&again);
}

static void reals_stay_reals_and_keep_every_bit(void **state) {
    (void)state;
    check("a = 5.0; b = 0.1; c = 0.30000000000000004; d = 1e20; e = 0.33333333333333331; f = -2.5e-7;",
          "a = 5.0;\nb = 0.1;\nc = 0.30000000000000004;\nd = 1.0e+20;\ne = 0.3333333333333333;\nf = "
          "-2.5e-07;\n");
}

static void whole_numbers_beyond_32_bits_have_their_letter(void **state) {
    (void)state;
    check("a = 2147483647; b = 3000000000L; c = -7; d = 0xFFL;",
          "a = 2147483647;\nb = 3000000000L;\nc = -7;\nd = 255;\n");
}

static void texts_are_escaped(void **state) {
    (void)state;
    check("a = \"q\\\"b\\\\n\xC3\xA9 # /* @\";", "a = \"q\\\"b\\\\n\xC3\xA9 # /* @\";\n");
}

static void groups_and_lists_are_laid_out(void **state) {
    (void)state;
    check("a = [ 1.0, 0.25 ];", "a = [1.0, 0.25];\n");
    check("a = true; b = [ \"c\", \"d\" ]; e = ( ); f = ( { g = 1; }, ( 2, 3.5 ) ); h = { };",
          "a = true;\nb = [\"c\", \"d\"];\ne = ();\nf = (\n  { g = 1; },\n  (2, 3.5)\n);\nh = { };\n");
    check("a = { b = 1; c = 2; d = 3; e = 4; f = { g = false; }; };",
          "a = {\n  b = 1;\n  c = 2;\n  d = 3;\n  e = 4;\n  f = { g = false; };\n};\n");
}

static void data_files_lose_their_folder(void **state) {
    (void)state;
    check("deaths_file = \"../data/deaths.csv\"; file = \"a/b\";", "deaths_file = \"deaths.csv\";\nfile = \"a/b\";\n");
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reals_stay_reals_and_keep_every_bit),
        cmocka_unit_test(whole_numbers_beyond_32_bits_have_their_letter),
        cmocka_unit_test(texts_are_escaped),
        cmocka_unit_test(groups_and_lists_are_laid_out),
        cmocka_unit_test(data_files_lose_their_folder),
    };
    return run_chosen(tests, argc, argv);
}

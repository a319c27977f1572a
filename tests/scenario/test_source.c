/* tests/scenario/test_source.c - what grades and sources stand for. */
#include "scenario/source.h"

#include "fixture.h"

/* The words that a comment names, with blanks between them. */
static void expect_words(const char *comment, const char *wanted) {
    char *words = mem_text("");
    size_t length;
    for (const char *at = scn_source_word(comment, &length); at != NULL; at = scn_source_word(at + length, &length)) {
        char *longer = mem_format("%s%s%.*s", words, *words ? " " : "", (int)length, at);
        free(words);
        words = longer;
    }
    assert_string_equal(words, wanted);
    free(words);
}

static void grades_and_sources_are_told_from_words(void **state) {
    (void)state;
    expect_words("D", "D");
    expect_words("D  S34: 0.015 to 0.08", "D S34");
    expect_words("A pair takes requests. A", "A");
    expect_words("B-derived and D  S20 S21 S3", "B D S20 S21 S3");
    expect_words("council about 21 (B  S0a)", "B S0a");
    expect_words("A (Banking and Financial Dealings Act)", "A");
    expect_words("a D major, DE, Same, S, Band 6", "");
    expect_words("0.07 to 0.35", "");
    expect_words("", "");
}

static void words_are_looked_up_beside_the_file(void **state) {
    (void)state;
    char *folder = make_folder();
    char *sources = put_text(folder, "SOURCES.md",
                             "# Sources\n| key | source | where |\n| --- | --- | --- |\n| S1 | Some Office | here |\n"
                             "| S12 | Another | |\n| `fte` 1 / 2 | 3 |\nSee `staff.fte` and `other.fte`.\n");
    char *file = mem_format("%s/x.cfg", folder);
    char *meaning = scn_source_meaning(file, "S1");
    assert_string_equal(meaning, "Some Office, here");
    free(meaning);
    assert_null(scn_source_meaning(file, "S2"));
    size_t count;
    unsigned *lines = scn_source_lines(file, "staff", "fte", &count);
    assert_int_equal(count, 2);
    assert_int_equal(lines[0], 6);
    assert_int_equal(lines[1], 7);
    free(lines);
    lines = scn_source_lines(file, "changes", "fte", &count);
    assert_int_equal(count, 1);
    free(lines);
    drop_file(sources);
    assert_null(scn_source_meaning(file, "S1"));
    lines = scn_source_lines(file, "staff", "fte", &count);
    assert_int_equal(count, 0);
    free(lines);
    free(file);
    drop_folder(folder);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(grades_and_sources_are_told_from_words),
        cmocka_unit_test(words_are_looked_up_beside_the_file),
    };
    return run_chosen(tests, argc, argv);
}

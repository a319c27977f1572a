/* tests/scenario/test_comment.c - comments of a scenario file, by line. */
#include "../../sim/scenario/comment.h"

#include "fixture.h"

static const char file[] = "# x.cfg - what it is. D\n"      /* 1 */
                           "# Question: which? (D)\n"       /* 2 */
                           "#\n"                            /* 3 */
                           "# Numbers of grade B  S1 are\n" /* 4 */
                           "# at the top.\n"                /* 5 */
                           "#\n"                            /* 6 */
                           "# A word without any.\n"        /* 7 */
                           "#\n"                            /* 8 */
                           "# See SOURCES.md for D.\n"      /* 9 */
                           "\n"                             /* 10 */
                           "# Above,\n"                     /* 11 */
                           "  // in two lines.\n"           /* 12 */
                           "a = 1;   # beside  a\r\n"       /* 13 */
                           "b = \"# no\"; // yes\n"         /* 14 */
                           "c = \"\\\"# no\";\n"            /* 15 */
                           "d = 1; #";                      /* 16 */

static struct scn_comments comments_of(const char *text) {
    struct scn_comments comments;
    scn_comments_init(&comments, text);
    return comments;
}

static void expect(char *got, const char *wanted) {
    if (wanted == NULL) {
        assert_null(got);
    } else {
        assert_non_null(got);
        assert_string_equal(got, wanted);
    }
    free(got);
}

static void what_stands_beside_a_setting_is_found(void **state) {
    (void)state;
    struct scn_comments comments = comments_of(file);
    expect(scn_comments_beside(&comments, 13), "beside  a");
    expect(scn_comments_beside(&comments, 14), "yes");
    expect(scn_comments_beside(&comments, 15), NULL);
    expect(scn_comments_beside(&comments, 16), NULL);
    expect(scn_comments_beside(&comments, 12), NULL);
    expect(scn_comments_beside(&comments, 0), NULL);
    expect(scn_comments_beside(&comments, 17), NULL);
    scn_comments_free(&comments);
}

static void what_stands_above_is_one_text(void **state) {
    (void)state;
    struct scn_comments comments = comments_of(file);
    expect(scn_comments_above(&comments, 13), "Above, in two lines.");
    expect(scn_comments_above(&comments, 14), NULL);
    expect(scn_comments_above(&comments, 11), NULL);
    scn_comments_free(&comments);
}

static void the_head_speaks_for_no_line_but_for_the_file(void **state) {
    (void)state;
    struct scn_comments comments = comments_of(file);
    expect(scn_comments_above(&comments, 10), NULL);
    expect(scn_comments_head(&comments), "Numbers of grade B  S1 are at the top.");
    scn_comments_free(&comments);
    comments = comments_of("a = 1;\n# Numbers: D\n");
    expect(scn_comments_head(&comments), NULL);
    scn_comments_free(&comments);
    comments = comments_of("");
    expect(scn_comments_head(&comments), NULL);
    expect(scn_comments_above(&comments, 1), NULL);
    scn_comments_free(&comments);
}

static const char blocks[] = "/* x.cfg - what it is.\n"                /* 1 */
                             "\n"                                      /* 2 */
                             " * Numbers of grade B (S1) are\n"        /* 3 */
                             " * at the top. */\n"                     /* 4 */
                             "\n"                                      /* 5 */
                             "/* Above, *//* once more,\r\n"           /* 6 */
                             "   # no mark // here\r\n"                /* 7 */
                             "*/\r\n"                                  /* 8 */
                             "a = 1; /* beside */ b = 2; /*a too */\n" /* 9 */
                             "c = \"/* no\"; /* D\n"                   /* 10 */
                             "more */ d = \"*/ # no\"; # yes\n"        /* 11 */
                             "e = 1; /**/\n"                           /* 12 */
                             "f = \"\\\\\"; // \"yes\"\n"              /* 13 */
                             "/* never closed";                        /* 14 */

static void comments_between_marks_may_span_lines(void **state) {
    (void)state;
    struct scn_comments comments = comments_of(blocks);
    expect(scn_comments_head(&comments), "Numbers of grade B (S1) are at the top.");
    expect(scn_comments_above(&comments, 9), "Above, once more, # no mark // here");
    expect(scn_comments_beside(&comments, 9), "beside a too");
    expect(scn_comments_beside(&comments, 10), "D");
    expect(scn_comments_above(&comments, 11), NULL);
    expect(scn_comments_beside(&comments, 11), "more yes");
    expect(scn_comments_beside(&comments, 12), NULL);
    expect(scn_comments_beside(&comments, 13), "\"yes\"");
    expect(scn_comments_above(&comments, 15), "never closed");
    scn_comments_free(&comments);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_stands_beside_a_setting_is_found),
        cmocka_unit_test(what_stands_above_is_one_text),
        cmocka_unit_test(the_head_speaks_for_no_line_but_for_the_file),
        cmocka_unit_test(comments_between_marks_may_span_lines),
    };
    return run_chosen(tests, argc, argv);
}

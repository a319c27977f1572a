/* tests/output/test_likeness.c - how like one another two versions of a result file are. */
#include "output/likeness.h"

#include "tests/output/scratch.h"

/* Compares two texts as versions of the file of that name. The caller frees. */
static struct out_likeness likeness_of(void **state, const char *name, const char *older, const char *newer,
                                       uint32_t runs) {
    struct out_likeness likeness;
    char *paths[2] = {scratch_path(state, "older"), scratch_path(state, "newer")};
    scratch_write(state, "older", older);
    scratch_write(state, "newer", newer);
    out_likeness_find(&likeness, (const char *const *)paths, name, runs);
    free(paths[0]);
    free(paths[1]);
    return likeness;
}

static void assert_kind(void **state, const char *name, const char *const texts[2], enum out_likeness_kind kind) {
    struct out_likeness likeness = likeness_of(state, name, texts[0], texts[1], 4);
    if (likeness.kind != kind) {
        print_error("%s: kind %d, wanted %d, line %zu, chance %g\n", name, likeness.kind, kind, likeness.line,
                    likeness.chance);
        fail();
    }
    out_likeness_free(&likeness);
}

#define SUMMARY "scenario,measure,subject,replications,mean,low_95,high_95,p10,p90\n"
#define RUNS "scenario,replication,measure,value\n"
#define WAITS "scenario,from_days,people\n"

static void the_same_bytes_are_identical(void **state) {
    struct out_likeness likeness =
        likeness_of(state, "summary.csv", SUMMARY "a,b,c,4,1,0,2,1,1\n", SUMMARY "a,b,c,4,1,0,2,1,1\n", 4);
    assert_int_equal(likeness.kind, OUT_IDENTICAL);
    assert_int_equal(likeness.line, 0);
    assert_null(likeness.texts[0]);
    assert_null(likeness.column);
    out_likeness_free(&likeness);
}

static void the_first_line_that_differs_is_told_with_its_column(void **state) {
    struct out_likeness likeness =
        likeness_of(state, "summary.csv", SUMMARY "a,b,\"x, y\",4,1,0,2,1,1\na,b,d,4,1,0,2,1,1\n",
                    SUMMARY "a,b,\"x, y\",4,1,0,2,1,1\na,b,d,4,1.5,0,2,1.5,1\n", 4);
    assert_int_equal(likeness.line, 3);
    assert_string_equal(likeness.column, "mean");
    assert_string_equal(likeness.texts[0], "a,b,d,4,1,0,2,1,1");
    assert_string_equal(likeness.texts[1], "a,b,d,4,1.5,0,2,1.5,1");
    out_likeness_free(&likeness);
}

static void a_file_that_ends_early_has_no_line_there(void **state) {
    struct out_likeness likeness = likeness_of(state, "x.cfg", "one\ntwo\n", "one\n", 4);
    assert_int_equal(likeness.kind, OUT_DIFFERENT);
    assert_int_equal(likeness.line, 2);
    assert_string_equal(likeness.texts[0], "two");
    assert_null(likeness.texts[1]);
    assert_null(likeness.column);
    out_likeness_free(&likeness);
}

/* Long enough for several blocks, and different within the last. */
static void a_long_file_is_compared_to_its_end(void **state) {
    enum { LINES = 30000 };
    char *older = mem_zeroed(LINES * 8 + 1, 1), *newer;
    for (size_t i = 0; i < LINES; i++) {
        memcpy(older + 8 * i, "abcdefg\n", 8);
    }
    newer = mem_text(older);
    newer[8 * (LINES - 2) + 3] = '\n';
    struct out_likeness likeness = likeness_of(state, "x.txt", older, newer, 4);
    assert_int_equal(likeness.line, LINES - 1);
    assert_string_equal(likeness.texts[0], "abcdefg");
    assert_string_equal(likeness.texts[1], "abc");
    out_likeness_free(&likeness);
    free(older);
    free(newer);
}

static void a_long_line_is_shown_where_it_differs(void **state) {
    char older[1001] = "", newer[1001];
    memset(older, 'a', 1000);
    memcpy(newer, older, sizeof newer);
    newer[900] = 'b';
    struct out_likeness likeness = likeness_of(state, "x.txt", older, newer, 4);
    assert_int_equal(likeness.line, 1);
    assert_ptr_equal(strstr(likeness.texts[0], "\xE2\x80\xA6"
                                               "aaaa"),
                     likeness.texts[0]);
    assert_non_null(strstr(likeness.texts[1], "aba"));
    assert_true(strlen(likeness.texts[1]) < 100);
    out_likeness_free(&likeness);
}

static void a_file_that_cannot_be_read_is_different(void **state) {
    struct out_likeness likeness;
    char *older = scratch_path(state, "older");
    const char *const paths[2] = {older, "/nonexistent"};
    scratch_write(state, "older", SUMMARY);
    out_likeness_find(&likeness, paths, "summary.csv", 4);
    assert_int_equal(likeness.kind, OUT_DIFFERENT);
    assert_int_equal(likeness.line, 1);
    assert_null(likeness.texts[1]);
    out_likeness_free(&likeness);
    free(older);
}

/* Four runs each, standard error 1 (half-width 3.182446): apart 2, t is 1.41 and chance 0.21; apart 20, t is 14.1 and
 * chance 8e-6. */
static void means_with_intervals_are_tested(void **state) {
    const char *older = SUMMARY "a,b,c,4,10,6.817553695,13.18244631,8,12\n";
    const char *near[2] = {older, SUMMARY "a,b,c,4,12,8.817553695,15.18244631,11,14\n"};
    const char *far[2] = {older, SUMMARY "a,b,c,4,30,26.817553695,33.18244631,8,12\n"};
    assert_kind(state, "summary.csv", near, OUT_WITHIN_ERROR);
    assert_kind(state, "summary.csv", far, OUT_DIFFERENT);
}

static void the_worst_mean_is_told(void **state) {
    struct out_likeness likeness = likeness_of(
        state, "summary.csv", SUMMARY "a,b,c,4,10,6.817553695,13.18244631,8,12\na,b,d,4,10,6.817553695,13.18244631,,\n",
        SUMMARY "a,b,c,4,10.1,6.917553695,13.28244631,8,12\na,b,d,4,14,10.817553695,17.18244631,,\n", 4);
    assert_int_equal(likeness.line, 2);
    assert_int_equal(likeness.worst, 3);
    assert_int_equal(likeness.tests, 2);
    /* t is 2.828427 with 6 degrees of freedom: twice the tail is 0.0300 (t at 0.985 is 2.829), times two tests. */
    assert_within(likeness.chance, 0.06, 0.0005);
    out_likeness_free(&likeness);
}

static void other_rows_and_other_texts_are_no_chance(void **state) {
    const char *older = SUMMARY "a,b,c,4,10,6.817553695,13.18244631,8,12\n";
    static const char *const newer[] = {
        SUMMARY "a,b,C,4,10,6.817553695,13.18244631,8,12\n",
        SUMMARY "a,b,c,4,10.1,6.817553695,13.18244631,8,12\na,b,d,4,10,6.817553695,13.18244631,8,12\n",
        SUMMARY,
        SUMMARY "a,b,c,4,10.1,6.817553695,13.18244631,8\n",
        "scenario,measure,subject,replications,mean,low_95,high_95,p10,P90\na,b,c,4,10.1,6.817553695,13.18244631,8,1\n",
        SUMMARY "a,b,c,4,10.1,6.817553695,13.18244631,\"8,12\n",
    };
    for (size_t i = 0; i < sizeof newer / sizeof newer[0]; i++) {
        const char *texts[2] = {older, newer[i]};
        assert_kind(state, "summary.csv", texts, OUT_DIFFERENT);
    }
}

/* Beyond the quotation mark nothing could be tested. */
static void what_is_no_table_is_different(void **state) {
    const char *texts[2] = {SUMMARY "a,b,c,4,10,6.817553695,13.18244631,8,12\na\"b,1\n",
                            SUMMARY "a,b,c,4,10.1,6.817553695,13.18244631,8,12\na\"b,2\n"};
    assert_kind(state, "summary.csv", texts, OUT_DIFFERENT);
}

static void the_same_means_have_the_same_spread(void **state) {
    const char *texts[2] = {SUMMARY "a,b,c,4,10,6.817553695,13.18244631,8,12\n",
                            SUMMARY "a,b,c,4,10,6.817553695,13.18244631,8,13\n"};
    assert_kind(state, "summary.csv", texts, OUT_DIFFERENT);
}

/* More runs than there are, where the other has none. */
static void hostile_counts_are_different(void **state) {
    const char *texts[2] = {SUMMARY "a,b,c,0,,,,,\n", SUMMARY "a,b,c,9999999999,10,9,11,8,12\n"};
    assert_kind(state, "summary.csv", texts, OUT_DIFFERENT);
}

static void hostile_numbers_are_different(void **state) {
    const char *older = SUMMARY "a,b,c,4,10,6.817553695,13.18244631,8,12\n";
    static const char *const newer[] = {
        SUMMARY "a,b,c,4,nan,6.817553695,13.18244631,8,12\n",
        SUMMARY "a,b,c,4,10.5,-inf,inf,8,12\n",
        SUMMARY "a,b,c,99999999999999999999999,1e308,1e308,1e308,8,12\n",
        SUMMARY "a,b,c,4,10.5,-1e300,1e300,8,12\n",
    };
    for (size_t i = 0; i < sizeof newer / sizeof newer[0]; i++) {
        const char *texts[2] = {older, newer[i]};
        assert_kind(state, "summary.csv", texts, OUT_DIFFERENT);
    }
}

/* The means of 1, 2, 3, 4 and 2, 1, 4, 5 agree (chance 0.69), those of 1, 2, 3, 4 and 101, 102, 103, 104 do not. */
static void runs_are_tested_measure_by_measure(void **state) {
    const char *older = RUNS "a,1,x,7\na,2,x,7\na,3,x,7\na,4,x,7\na,1,y,1\na,2,y,2\na,3,y,3\na,4,y,4\n";
    const char *near[2] = {older, RUNS "a,1,x,7\na,2,x,7\na,3,x,7\na,4,x,7\na,1,y,2\na,2,y,1\na,3,y,4\na,4,y,5\n"};
    const char *far[2] = {older,
                          RUNS "a,1,x,7\na,2,x,7\na,3,x,7\na,4,x,7\na,1,y,101\na,2,y,102\na,3,y,103\na,4,y,104\n"};
    const char *swapped[2] = {older, RUNS "a,2,x,7\na,1,x,7\na,3,x,7\na,4,x,7\na,1,y,2\na,2,y,1\na,3,y,4\na,4,y,5\n"};
    assert_kind(state, "replications.csv", near, OUT_WITHIN_ERROR);
    assert_kind(state, "replications.csv", far, OUT_DIFFERENT);
    assert_kind(state, "replications.csv", swapped, OUT_DIFFERENT);
}

/* Parted by chance with 2 / C(12, 6) = 0.0022. */
static void a_constant_that_changes_is_different_when_there_are_runs_enough(void **state) {
    const char *older = RUNS "a,1,x,7\na,2,x,7\na,3,x,7\na,4,x,7\na,5,x,7\na,6,x,7\n";
    struct out_likeness likeness =
        likeness_of(state, "replications.csv", older, RUNS "a,1,x,8\na,2,x,8\na,3,x,8\na,4,x,8\na,5,x,8\na,6,x,8\n", 6);
    assert_int_equal(likeness.kind, OUT_DIFFERENT);
    assert_near(likeness.chance, 2 / 924.0, 1e-9);
    out_likeness_free(&likeness);
}

/* Both months have no spread; that of the first has no chance if it stands alone (2 / C(12, 6)), and some beside the
 * second, whose runs differ: t is 0.53. */
static void a_month_has_at_least_the_spread_of_its_measure(void **state) {
    static const char header[] = "scenario,month,measure,replications,mean,low_95,high_95,sd\n";
    static const char alone[] = "a,2014-01,x,6,%d,%d,%d,0\n", second[] = "a,2014-02,%s,6,9,4,14,4.76\n";
    for (int is_other = 0; is_other < 2; is_other++) {
        char *texts[2];
        for (int i = 0; i < 2; i++) {
            char *first = mem_format(alone, 7 + i, 7 + i, 7 + i), *next = mem_format(second, is_other ? "y" : "x");
            texts[i] = mem_format("%s%s%s", header, first, next);
            free(first);
            free(next);
        }
        struct out_likeness likeness = likeness_of(state, "series.csv", texts[0], texts[1], 6);
        assert_int_equal(likeness.kind, is_other ? OUT_DIFFERENT : OUT_WITHIN_ERROR);
        out_likeness_free(&likeness);
        free(texts[0]);
        free(texts[1]);
    }
}

static void a_measure_that_few_runs_have_is_tested_by_how_many_have_it(void **state) {
    const char *older = RUNS "a,1,x,7\na,2,x,\na,3,x,\na,4,x,\na,1,y,1\na,2,y,2\na,3,y,3\na,4,y,4\n";
    const char *near[2] = {older, RUNS "a,1,x,\na,2,x,\na,3,x,\na,4,x,\na,1,y,2\na,2,y,1\na,3,y,4\na,4,y,5\n"};
    struct out_likeness likeness;
    assert_kind(state, "replications.csv", near, OUT_WITHIN_ERROR);
    /* 0 of 4 against 4 of 4: 2/C(8,4), times two tests. */
    likeness = likeness_of(state, "replications.csv", RUNS "a,1,x,\na,2,x,\na,3,x,\na,4,x,\na,1,y,1\na,2,y,2\n",
                           RUNS "a,1,x,1\na,2,x,2\na,3,x,3\na,4,x,4\na,1,y,1\na,2,y,2\n", 4);
    assert_near(likeness.chance, 2 * 2 / 70.0, 1e-9);
    out_likeness_free(&likeness);
}

static void one_run_has_no_error(void **state) {
    struct out_likeness likeness = likeness_of(state, "replications.csv", RUNS "a,1,x,7\n", RUNS "a,1,x,8\n", 1);
    assert_int_equal(likeness.kind, OUT_DIFFERENT);
    assert_string_equal(likeness.column, "value");
    out_likeness_free(&likeness);
}

static void tables_that_only_sum_up_have_no_error_of_their_own(void **state) {
    const char *rows[2] = {WAITS "a,0,4\na,1,2\n", WAITS "a,0,4\n"};
    const char *headers[2] = {WAITS "a,0,4\n", "scenario,from,people\na,0,4\n"};
    assert_kind(state, "waits.csv", rows, OUT_NO_ERROR);
    assert_kind(state, "incidence.csv", rows, OUT_NO_ERROR);
    assert_kind(state, "figures/list.csv", rows, OUT_NO_ERROR);
    assert_kind(state, "resolved/population.csv", rows, OUT_DIFFERENT);
    assert_kind(state, "measures.csv", rows, OUT_DIFFERENT);
    assert_kind(state, "waits.csv", headers, OUT_DIFFERENT);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_same_bytes_are_identical, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(the_first_line_that_differs_is_told_with_its_column, scratch_make,
                                        scratch_remove),
        cmocka_unit_test_setup_teardown(a_file_that_ends_early_has_no_line_there, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(a_long_file_is_compared_to_its_end, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(a_long_line_is_shown_where_it_differs, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(a_file_that_cannot_be_read_is_different, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(means_with_intervals_are_tested, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(the_worst_mean_is_told, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(other_rows_and_other_texts_are_no_chance, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(what_is_no_table_is_different, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(the_same_means_have_the_same_spread, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(hostile_counts_are_different, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(hostile_numbers_are_different, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(runs_are_tested_measure_by_measure, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(a_constant_that_changes_is_different_when_there_are_runs_enough, scratch_make,
                                        scratch_remove),
        cmocka_unit_test_setup_teardown(a_month_has_at_least_the_spread_of_its_measure, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(a_measure_that_few_runs_have_is_tested_by_how_many_have_it, scratch_make,
                                        scratch_remove),
        cmocka_unit_test_setup_teardown(one_run_has_no_error, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(tables_that_only_sum_up_have_no_error_of_their_own, scratch_make,
                                        scratch_remove),
    };
    return run_chosen(tests, argc, argv);
}

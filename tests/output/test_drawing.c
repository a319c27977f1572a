/* tests/output/test_drawing.c - runs gnuplot and makes sure that whole pictures came out of it. */
#include "output/drawing.h"

#include "tests/output/scratch.h"

/* Draws a script of that text; gives the first complaint, or NULL. The caller frees it. */
static char *complaint_of(void **state, const char *script) {
    struct err_list err;
    char *complaint = NULL;
    err_list_init(&err);
    scratch_write(state, "one.gp", script);
    if (!out_drawing_run(*state, "one", &err)) {
        assert_true(err.count >= 1);
        complaint = mem_text(err.complaints[0].text);
    }
    err_list_free(&err);
    return complaint;
}

static void a_script_that_draws_both_pictures_is_fine(void **state) {
    assert_null(complaint_of(state, "set term svg; set output 'one.svg'; plot x; unset output;"
                                    "set term pngcairo; set output 'one.png'; plot x; unset output\n"));
}

static void a_faulty_script_is_a_complaint_with_what_gnuplot_said(void **state) {
    char *complaint = complaint_of(state, "set term svg\nplot 'missing.csv'\n");
    assert_non_null(complaint);
    assert_non_null(strstr(complaint, "figure 'one'"));
    assert_non_null(strstr(complaint, "\"one.gp\" line 2"));
    free(complaint);
}

static void a_picture_that_is_cut_short_is_a_complaint(void **state) {
    char *complaint = complaint_of(state, "set term svg; set output 'one.svg'; plot x; unset output\n");
    assert_non_null(strstr(complaint, "one.png"));
    free(complaint);
    scratch_write(state, "one.png", "\x89PNG");
    complaint = complaint_of(state, "set term svg; set output 'one.svg'; plot x; unset output\n");
    assert_non_null(strstr(complaint, "cut short"));
    free(complaint);
}

static void without_gnuplot_a_reader_learns_what_to_install(void **state) {
    struct err_list err;
    char *path = mem_text(getenv("PATH"));
    err_list_init(&err);
    assert_true(out_drawing_is_possible(&err));
    setenv("PATH", *state, 1);
    const bool possible = out_drawing_is_possible(&err);
    setenv("PATH", path, 1);
    assert_false(possible);
    assert_int_equal(err.count, 1);
    assert_non_null(strstr(err.complaints[0].text, "gnuplot-nox"));
    err_list_free(&err);
    free(path);
}

/* What the scripts make of a number: 1999.6 once came out as 1,1000, and -1500 as -2,500. */
static void numbers_in_figures_have_their_thousands_apart(void **state) {
    (void)state;
    char text[200] = "";
    FILE *said = popen("{ grep -E '^(groups|digits).[nx]. = ' plots/style.gp; echo \"do for [x in '0 -0.4 999.4 999.6 "
                       "1000 1999.6 2870 -1500 -1000 1234567.6'] { print digits(x + 0) }; print digits(NaN)\"; } | "
                       "gnuplot 2>&1 | tr '\\n' ' '",
                       "r");
    assert_non_null(said);
    assert_true(fread(text, 1, sizeof text - 1, said) > 0);
    assert_int_equal(pclose(said), 0);
    assert_string_equal(text, "0 0 999 1,000 1,000 2,000 2,870 -1,500 -1,000 1,234,568  ");
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_script_that_draws_both_pictures_is_fine, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(a_faulty_script_is_a_complaint_with_what_gnuplot_said, scratch_make,
                                        scratch_remove),
        cmocka_unit_test_setup_teardown(a_picture_that_is_cut_short_is_a_complaint, scratch_make, scratch_remove),
        cmocka_unit_test(numbers_in_figures_have_their_thousands_apart),
        cmocka_unit_test_setup_teardown(without_gnuplot_a_reader_learns_what_to_install, scratch_make, scratch_remove),
    };
    return run_chosen(tests, argc, argv);
}

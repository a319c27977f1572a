/* tests/output/test_coverage.c - how often intervals hold what theory says: table and figure. Run where plots/ is. */
#include "output/coverage.h"

#include "base/mem.h"
#include "tests/output/scratch.h"

static const struct out_coverage rows[] = {
    {"mm1", "M/M/1", "wait_mean", "all", "all", "Wait, mean", "days", 0, 0, 0.0125, 0.01253, 4711, 200, 191, 179, 198},
    {"arrivals", "Arrivals", "persons_per_year", "age band", "80+", "People, 80+, year 3", "people a year", 3, 0, 3735,
     3790.5, 4711, 200, 163, 179, 198},
    {"mm1", "M/M/1", "list_people", "all", "all", "People waiting", "people", 0, 0, NAN, 1.5, 72, 200, 0, 179, 198},
};

/* The first so many rows. */
static char *written(void **state, size_t count, const char *name) {
    const struct out_figure_source source = {.plots = "plots", .version = "0.0.7", .settings = count - 1};
    struct out_folder folder;
    struct err_list err;
    size_t length;
    char *path = scratch_path(state, "results");
    err_list_init(&err);
    assert_true(out_folder_init(&folder, path, false, &err));
    assert_true(out_coverage_write(&folder, rows, count, &source, &err));
    assert_int_equal(err.count, 0);
    err_list_free(&err);
    out_folder_free(&folder);
    free(path);
    return scratch_read(state, name, &length);
}

static void each_number_is_a_line(void **state) {
    char *text = written(state, 3, "results/coverage.csv");
    assert_string_equal(text, "case,measure,dimension,subject,year,month,unit,theory,simulated,seeds,covered,"
                              "plausible_from,plausible_to,verdict,first_seed\n"
                              "mm1,wait_mean,all,all,0,0,days,0.0125,0.01253,200,191,179,198,plausible,4711\n"
                              "arrivals,persons_per_year,age band,80+,3,0,people a year,3735,3790.5,200,163,179,198,"
                              "implausible,4711\n"
                              "mm1,list_people,all,all,0,0,people,,1.5,200,,179,198,no theory,72\n");
    free(text);
}

static void a_number_that_is_covered_too_seldom_stands_out(void **state) {
    char *text = written(state, 2, "results/figures/coverage.csv");
    assert_non_null(strstr(text, "\n1,as often as 95 % makes plausible,1,mm1: Wait"));
    assert_non_null(strstr(text, ",95.5,89.5,99,"));
    assert_non_null(strstr(text, "\n2,too seldom or too often,2,arrivals: People"));
    assert_non_null(strstr(text, ",81.5,89.5,99,"));
    assert_non_null(strstr(text, "lie,,caremix 0.0.7 \xC2\xB7 seeds from 4711 on \xC2\xB7 1 setting\n"));
    free(text);
}

static void a_number_without_theory_has_a_row_without_a_dot(void **state) {
    char *text = written(state, 3, "results/figures/coverage.csv");
    assert_non_null(strstr(text, "\n3,,3,mm1: People waiting,,89.5,99,"));
    assert_non_null(strstr(text, ",\"No dot: no theory, or nothing was measured.\",caremix"));
    assert_non_null(strstr(text, " \xC2\xB7 seeds from that of each file on \xC2\xB7 2 settings\n"));
    free(text);
}

/* A theory that is infinite is none, and so is one of what was not measured; 179 and 198 are plausible still. */
static void coverage_is_plausible_or_not_or_unknown(void **state) {
    (void)state;
    static const struct {
        double theory, mean;
        uint32_t covered;
        enum out_coverage_verdict verdict;
    } cases[] = {
        {1, 1, 179, OUT_COVERAGE_PLAUSIBLE},        {1, 1, 198, OUT_COVERAGE_PLAUSIBLE},
        {1, 1, 178, OUT_COVERAGE_IMPLAUSIBLE},      {1, 1, 199, OUT_COVERAGE_IMPLAUSIBLE},
        {INFINITY, 1, 190, OUT_COVERAGE_NO_THEORY}, {1, NAN, 190, OUT_COVERAGE_NO_THEORY},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct out_coverage row = rows[0];
        row.theory = cases[i].theory;
        row.mean = cases[i].mean;
        row.covered = cases[i].covered;
        assert_int_equal(out_coverage_verdict(&row), cases[i].verdict);
    }
}

static void the_figure_is_drawn_and_nothing_is_left_over(void **state) {
    char *text = written(state, 3, "results/figures/coverage.svg");
    assert_non_null(strstr(text, "</svg>"));
    assert_true(scratch_has(state, "results/figures/coverage.png"));
    assert_true(scratch_has(state, "results/figures/rows.gp"));
    assert_false(scratch_has(state, "results/figures/.drawing"));
    free(text);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_number_is_a_line, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(a_number_that_is_covered_too_seldom_stands_out, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(a_number_without_theory_has_a_row_without_a_dot, scratch_make, scratch_remove),
        cmocka_unit_test(coverage_is_plausible_or_not_or_unknown),
        cmocka_unit_test_setup_teardown(the_figure_is_drawn_and_nothing_is_left_over, scratch_make, scratch_remove),
    };
    return run_chosen(tests, argc, argv);
}

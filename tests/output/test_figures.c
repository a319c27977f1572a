/* tests/output/test_figures.c - figures: CSV, script, SVG and PNG of each. Run where plots/ is. */
#include "output/figures.h"

#include "tests/output/detail.h"
#include "tests/output/fixture.h"
#include "tests/output/scratch.h"

/* Draws an invented study into the scratch folder "results"; gives the complaints. */
static size_t figures_write(void **state, const struct expt_results *results, const char *plots,
                            struct out_folder *folder) {
    const struct out_figure_source source = {.plots = plots, .version = "0.0.7", .seed = 20140917};
    struct err_list err;
    char *path = scratch_path(state, "results");
    err_list_init(&err);
    assert_true(out_folder_init(folder, path, false, &err));
    const bool written = out_figures_write(folder, results, &source, &err);
    const size_t complaints = err.count;
    assert_int_equal(written, complaints == 0);
    err_list_free(&err);
    free(path);
    return complaints;
}

static bool folder_holds(const struct out_folder *folder, const char *name) {
    for (size_t i = 0; i < folder->count; i++) {
        if (strcmp(folder->files[i].name, name) == 0) {
            return true;
        }
    }
    return false;
}

static bool figure_has(void **state, const struct out_folder *folder, const char *figure, const char *ending) {
    char *name = mem_format("figures/%s%s", figure, ending), *path = mem_format("results/%s", name);
    const bool there = scratch_has(state, path), known = folder_holds(folder, name);
    assert_int_equal(there, known);
    free(name);
    free(path);
    return there;
}

static void every_figure_is_drawn_and_nothing_is_left_over(void **state) {
    static const char *const endings[] = {".csv", ".gp", ".svg", ".png"};
    struct expt_results results;
    struct out_folder folder;
    size_t count;
    const struct out_figure *figures = out_figures(&count);
    fixture_results_make(&results);
    detail_add(&results);
    assert_int_equal(figures_write(state, &results, "plots", &folder), 0);
    assert_int_equal(count, 13);
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < 4; j++) {
            assert_true(figure_has(state, &folder, figures[i].name, endings[j]));
        }
    }
    assert_int_equal(folder.count, 13 * 4 + 7);
    assert_false(scratch_has(state, "results/figures/.drawing"));
    out_folder_free(&folder);
    expt_results_free(&results);
}

/* What a reader types by hand gives the same pictures, byte for byte. */
static void a_redrawn_figure_is_byte_identical(void **state) {
    struct expt_results results;
    struct out_folder folder;
    size_t count;
    const struct out_figure *figures = out_figures(&count);
    fixture_results_make(&results);
    detail_add(&results);
    assert_int_equal(figures_write(state, &results, "plots", &folder), 0);
    for (size_t i = 0; i < folder.count; i++) {
        char *path = out_folder_path(&folder, folder.files[i].name), digest[65];
        char *stem = mem_text(folder.files[i].name + strlen("figures/")), *dot = strrchr(stem, '.');
        if (strcmp(dot, ".svg") == 0 || strcmp(dot, ".png") == 0) {
            *dot = '\0';
            char *command = mem_format("cd %s/figures && rm %s && gnuplot -d %s.gp", folder.path,
                                       folder.files[i].name + strlen("figures/"), stem);
            assert_int_equal(system(command), 0);
            free(command);
            assert_true(out_file_sha256(path, digest));
            assert_string_equal(digest, folder.files[i].sha256);
        }
        free(stem);
        free(path);
    }
    assert_int_equal(count, 13);
    assert_string_equal(figures[0].name, "waits");
    out_folder_free(&folder);
    expt_results_free(&results);
}

static void hostile_names_are_drawn_and_never_run(void **state) {
    struct expt_results results;
    struct out_folder folder;
    size_t length;
    char *bait = scratch_path(state, "bait");
    char *title = mem_format("-5%% \"x\", `touch %s` 'y'\n{_z}^2 $0 #<b>\xFF", bait);
    fixture_results_make(&results);
    detail_add(&results);
    fixture_title_set(&results, 0, title);
    fixture_title_set(&results, 1, "NaN");
    fixture_title_set(&results, 2, "");
    fixture_subject_rename(&results, "NHS acute", "=A, \"100%s\" `id` \\n {a_b} <y>");
    fixture_subject_rename(&results, "Perth City", "@SUM(1), `touch bait`");
    text_replace(&results.outcomes[0].incidence.causes[3], "=\"gone\", `id` {x_y}");
    assert_int_equal(figures_write(state, &results, "plots", &folder), 0);
    assert_false(scratch_has(state, "bait"));
    char *svg = scratch_read(state, "results/figures/utilisation.svg", &length);
    assert_non_null(strstr(svg, "=A\xE2\x80\x9A \xE2\x80\x9C"
                                "100%s\xE2\x80\x9D `id` /n {a_b} &lt;y>"));
    assert_non_null(strstr(svg, "-5% \xE2\x80\x9Cx\xE2\x80\x9D\xE2\x80\x9A `touch "));
    assert_non_null(strstr(svg, "\xC2\xA0NaN"));
    free(svg);
    free(title);
    free(bait);
    out_folder_free(&folder);
    expt_results_free(&results);
}

static void one_scenario_is_drawn_without_a_comparison(void **state) {
    struct expt_results results;
    struct out_folder folder;
    fixture_results_make(&results);
    detail_add(&results);
    results.outcome_count = 1;
    assert_int_equal(figures_write(state, &results, "plots", &folder), 0);
    assert_true(figure_has(state, &folder, "waits", ".svg"));
    assert_false(figure_has(state, &folder, "differences", ".csv"));
    assert_true(figure_has(state, &folder, "journey", ".svg"));
    assert_false(figure_has(state, &folder, "split", ".csv"));
    results.outcome_count = FIXTURE_SCENARIOS;
    out_folder_free(&folder);
    expt_results_free(&results);
}

static void a_figure_without_data_is_left_out(void **state) {
    struct expt_results results;
    struct out_folder folder;
    fixture_results_make(&results);
    for (size_t i = 0; i < results.outcome_count; i++) {
        memset(results.outcomes[i].waits.counts, 0, 2 * FIXTURE_BINS * sizeof(uint64_t));
    }
    assert_int_equal(figures_write(state, &results, "plots", &folder), 0);
    assert_false(figure_has(state, &folder, "waits", ".csv"));
    assert_false(figure_has(state, &folder, "waits", ".gp"));
    assert_true(figure_has(state, &folder, "list", ".png"));
    assert_false(figure_has(state, &folder, "bands", ".csv")); /* measures that no scenario has */
    assert_false(figure_has(state, &folder, "uses", ".gp"));
    out_folder_free(&folder);
    expt_results_free(&results);
}

static void scripts_that_are_missing_are_a_complaint(void **state) {
    struct expt_results results;
    struct out_folder folder;
    fixture_results_make(&results);
    assert_int_equal(figures_write(state, &results, "/nonexistent", &folder), 1);
    out_folder_free(&folder);
    expt_results_free(&results);
}

static void without_gnuplot_the_tables_of_the_figures_are_written(void **state) {
    struct expt_results results;
    struct out_folder folder;
    char *path = mem_text(getenv("PATH"));
    fixture_results_make(&results);
    setenv("PATH", *state, 1);
    const size_t complaints = figures_write(state, &results, "plots", &folder);
    setenv("PATH", path, 1);
    assert_int_equal(complaints, 1);
    assert_true(figure_has(state, &folder, "list", ".csv"));
    assert_true(figure_has(state, &folder, "list", ".gp"));
    assert_false(figure_has(state, &folder, "list", ".svg"));
    free(path);
    out_folder_free(&folder);
    expt_results_free(&results);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_figure_is_drawn_and_nothing_is_left_over, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(a_redrawn_figure_is_byte_identical, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(hostile_names_are_drawn_and_never_run, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(one_scenario_is_drawn_without_a_comparison, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(a_figure_without_data_is_left_out, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(scripts_that_are_missing_are_a_complaint, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(without_gnuplot_the_tables_of_the_figures_are_written, scratch_make,
                                        scratch_remove),
    };
    return run_chosen(tests, argc, argv);
}

/* tests/command/test_study.c - from file names to results. */
#include "tests/command/program.h"

static void every_fault_of_every_file_is_told_and_nothing_is_written(void **state) {
    struct program program =
        program_run(state, "compare tests/bad/misspelt-key.cfg tests/bad/missing-key.cfg -o @/results");
    assert_int_equal(program.status, 65);
    assert_non_null(strstr(program.err, "tests/bad/misspelt-key.cfg:3: error: "));
    assert_non_null(strstr(program.err, "tests/bad/missing-key.cfg:3: error: "));
    assert_non_null(strstr(program.err, "\ncaremix: 2 faults; nothing was run and nothing was written.\n"));
    assert_string_equal(program.out, "");
    assert_false(scratch_has(state, "results"));
    program_free(&program);
}

static void a_file_that_is_missing_is_named(void **state) {
    program_expect(state, "check @/none.cfg", 65,
                   "none.cfg: error: cannot read this file: No such file or directory\n"
                   "caremix: 1 fault;");
}

static void a_fault_in_a_file_that_several_lie_over_is_told_once(void **state) {
    valley_overlay(state, "base.cfg", "run = { warm_up_days = -7; };");
    scratch_write(state, "one.cfg", "extends = \"base.cfg\";\n");
    scratch_write(state, "two.cfg", "extends = \"base.cfg\";\n");
    struct program program = program_run(state, "check @/one.cfg @/two.cfg");
    assert_int_equal(program.status, 65);
    assert_int_equal(text_count(program.err, "warm_up_days"), 1);
    assert_non_null(strstr(program.err, "caremix: 1 fault;"));
    program_free(&program);
}

static void scenarios_over_other_months_are_refused(void **state) {
    static const char *const windows[] = {"end_date = \"2015-02-01\"", "start_date = \"2014-02-01\"",
                                          "warm_up_days = 400"};
    for (size_t i = 0; i < 3; i++) {
        char *settings = mem_format("run = { %s; };", windows[i]);
        valley_overlay(state, "other.cfg", settings);
        program_expect(state, "compare tests/scenarios/valley.cfg @/other.cfg -o @/results", 65,
                       "other.cfg: error: its start date, end date and warm-up must be those of "
                       "tests/scenarios/valley.cfg");
        assert_false(scratch_has(state, "results"));
        free(settings);
    }
}

static void scenarios_of_one_name_are_refused(void **state) {
    valley_overlay(state, "valley.cfg", "");
    program_expect(state, "compare tests/scenarios/valley.cfg @/valley.cfg", 65,
                   "valley.cfg: error: has the same name as tests/scenarios/valley.cfg");
}

static void other_data_under_the_same_name_are_refused(void **state) {
    size_t length;
    char *here[1] = {mem_text("tests/scenarios")};
    char *deaths = scratch_read((void **)here, "valley-deaths.csv", &length);
    char *path = scratch_path(state, "valley-deaths.csv"),
         *settings = mem_format("world = { deaths_file = \"%s\"; };", path);
    valley_overlay(state, "other.cfg", settings);
    scratch_write(state, "valley-deaths.csv", deaths);
    program_expect(state, "compare tests/scenarios/valley.cfg @/other.cfg -r 1", 0, "Baseline  valley: Valley\n");
    deaths[length - 2] = deaths[length - 2] == '1' ? '2' : '1';
    scratch_write(state, "valley-deaths.csv", deaths);
    program_expect(state, "compare tests/scenarios/valley.cfg @/other.cfg -r 1", 65,
                   "holds other data than tests/scenarios/valley-deaths.csv under the same name");
    free(settings);
    free(path);
    free(deaths);
    free(here[0]);
}

static void a_published_figure_of_no_measure_is_a_fault(void **state) {
    valley_overlay(state, "over.cfg",
                   "published = ( { name = \"Waits\"; measure = \"wait_maen\"; low = 1; high = 2; unit = \"days\"; "
                   "source = \"invented\"; } );");
    program_expect(
        state, "run @/over.cfg", 65,
        "over.cfg:2: error: published figure 'Waits': 'wait_maen' is no measure; did you mean 'wait_mean'?\n");
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        test_in_scratch(every_fault_of_every_file_is_told_and_nothing_is_written),
        test_in_scratch(a_file_that_is_missing_is_named),
        test_in_scratch(a_published_figure_of_no_measure_is_a_fault),
        test_in_scratch(a_fault_in_a_file_that_several_lie_over_is_told_once),
        test_in_scratch(scenarios_over_other_months_are_refused),
        test_in_scratch(scenarios_of_one_name_are_refused),
        test_in_scratch(other_data_under_the_same_name_are_refused),
    };
    return run_chosen(tests, argc, argv);
}

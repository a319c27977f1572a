/* tests/command/test_set.c - settings of the command line, from the option to the results. */
#include "tests/command/program.h"

static const char north[] =
    "teams = ( { name = 'Joined'; organisation = 'nhs'; localities = [ 'all' ]; streams = [ 'all' "
    "]; recognises = 0.8; remit = ( { need = 'equipment'; } ); staff = ( { role = 'ot'; fte = 1; "
    "} ); } );";

static void results_are_those_of_a_file_that_says_the_same(void **state) {
    valley_overlay(state, "more.cfg",
                   "run = { replications = 2; }; teams = ( { name = 'Rehab'; recognises = 0.25; } );");
    valley_overlay(state, "same.cfg", "run = { replications = 2; };");
    program_expect(state, "run @/more.cfg -o @/file", 0, "2 replications");
    scratch_write(state, "more.cfg", "");
    char *same = scratch_path(state, "same.cfg"), *more = scratch_path(state, "more.cfg");
    assert_int_equal(rename(same, more), 0);
    program_expect(state, "run @/more.cfg -o @/set --set teams[Rehab].recognises=0.25", 0,
                   "- with --set teams[Rehab].recognises=0.25\n");
    program_expect(state, "run @/more.cfg -o @/plain", 0, "2 replications");
    size_t length;
    char *file = scratch_read(state, "file/replications.csv", &length);
    char *set = scratch_read(state, "set/replications.csv", &length);
    char *plain = scratch_read(state, "plain/replications.csv", &length);
    assert_string_equal(file, set);
    assert_string_not_equal(file, plain);
    free(file);
    free(set);
    free(plain);
    free(same);
    free(more);
}

static void the_manifest_and_the_resolved_file_have_it(void **state) {
    program_expect(state,
                   "run -r 1 tests/scenarios/valley.cfg -o @/set --set teams[Rehab].recognises=0.25 --set run.seed=5",
                   0, "seed 5\n- with --set teams[Rehab].recognises=0.25\n- with --set run.seed=5\n");
    size_t length;
    char *manifest = scratch_read(state, "set/manifest.json", &length);
    assert_non_null(strstr(manifest, "\"set\": \"teams[Rehab].recognises=0.25\""));
    assert_non_null(strstr(manifest, "\"scenario\": \"valley\""));
    assert_non_null(strstr(manifest, "\"set\": \"run.seed=5\""));
    free(manifest);
    char *resolved = scratch_read(state, "set/resolved/valley.cfg", &length);
    assert_non_null(strstr(resolved, "# with --set teams[Rehab].recognises=0.25\n# with --set run.seed=5\n"));
    assert_non_null(strstr(resolved, "recognises = 0.25;"));
    free(resolved);
    char *figure = scratch_read(state, "set/figures/waits.csv", &length);
    assert_non_null(strstr(figure, "1 replication \xC2\xB7 2 settings\n"));
    free(figure);
    program_expect(state, "check -r 1 @/set/resolved/valley.cfg", 0, "no faults");
}

static void who_took_a_setting_is_said(void **state) {
    valley_overlay(state, "joined.cfg", north);
    program_expect(
        state,
        "compare -r 1 tests/scenarios/valley.cfg @/joined.cfg --set teams[Joined].recognises=0.25 --set "
        "run.seed=5",
        0,
        "- with --set run.seed=5\n- with --set teams[Joined].recognises=0.25 in joined only: the others have no "
        "such row\n");
}

static void a_row_that_no_scenario_has_is_a_fault(void **state) {
    valley_overlay(state, "joined.cfg", north);
    program_expect(state,
                   "compare tests/scenarios/valley.cfg @/joined.cfg --set teams[Jioned].recognises=0.25 -o @/set", 65,
                   "--set teams[Jioned].recognises=0.25: error: no team 'Jioned' is in the list 'teams'");
    assert_false(scratch_has(state, "set"));
}

static void one_fault_is_said_once_for_all_scenarios(void **state) {
    valley_overlay(state, "joined.cfg", north);
    struct program program =
        program_run(state, "check tests/scenarios/valley.cfg @/joined.cfg --set run.sed=3 --set run.opening_hour=30");
    assert_int_equal(program.status, 65);
    assert_string_equal(program.err,
                        "--set run.sed=3: error: 'sed' is no parameter of 'run'; did you mean 'seed'?\n"
                        "--set run.opening_hour=30: error: 'opening_hour' = 30 is outside 0..23 hour of the "
                        "day\ncaremix: 2 faults; nothing was run and nothing was written.\n");
    program_free(&program);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        test_in_scratch(results_are_those_of_a_file_that_says_the_same),
        test_in_scratch(the_manifest_and_the_resolved_file_have_it),
        test_in_scratch(who_took_a_setting_is_said),
        test_in_scratch(a_row_that_no_scenario_has_is_a_fault),
        test_in_scratch(one_fault_is_said_once_for_all_scenarios),
    };
    return run_chosen(tests, argc, argv);
}

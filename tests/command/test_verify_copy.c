/* tests/command/test_verify_copy.c - results that are verified elsewhere, and whatever their files are called. */
#include "tests/command/verify.h"

/* Elsewhere, with nothing left of where they came from. */
static void a_copy_elsewhere_is_enough(void **state) {
    valley_overlay(state, "mine.cfg", "title = 'Mine';");
    program_expect(state, "run @/mine.cfg -r 2 -o @/results", 73, "gnuplot cannot be started");
    char *from = scratch_path(state, "results"), *to = scratch_path(state, "copy"),
         *mine = scratch_path(state, "mine.cfg");
    assert_int_equal(rename(from, to), 0);
    assert_int_equal(unlink(mine), 0);
    char *command = mem_format("cd %s && %s/%s verify copy/ >out.txt 2>err.txt", (const char *)*state, getenv("PWD"),
                               program_path());
    const int status = system(command);
    size_t length;
    char *said = scratch_read(state, "out.txt", &length);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    assert_non_null(strstr(said, "files are identical"));
    free(said);
    free(command);
    free(mine);
    free(from);
    free(to);
}

/* One setting that both scenarios take, one that one of them takes, and the seed. */
static void what_was_set_on_the_command_line_comes_out_again(void **state) {
    valley_overlay(
        state, "joined.cfg",
        "teams = ( { name = 'Joined'; organisation = 'nhs'; localities = [ 'all' ]; streams = [ 'all' ]; "
        "recognises = 0.8; remit = ( { need = 'equipment'; } ); staff = ( { role = 'ot'; fte = 1; } ); } );");
    program_expect(
        state,
        "compare tests/scenarios/valley.cfg @/joined.cfg -r 2 -o @/results --set teams[Rehab].recognises=0.25 "
        "--set teams[Joined].recognises=0.125 --set run.seed=5",
        73, "gnuplot cannot be started");
    char *said = verified(state, " -o @/kept", 0, "files are identical: the results come out again byte for byte.");
    assert_verdict(said, "resolved/joined.cfg", "as recorded   identical");
    assert_verdict(said, "figures/waits.csv", "as recorded   identical");
    free(said);
    size_t length;
    char *manifest = scratch_read(state, "kept/manifest.json", &length);
    assert_int_equal(text_count(manifest, "\"set\": \"run.seed=5\""), 2);
    assert_int_equal(text_count(manifest, "\"set\": \"teams[Joined].recognises=0.125\""), 1);
    free(manifest);
}

/* What is data and what a scenario is not told by its name. */
static void files_may_be_called_as_they_like(void **state) {
    char *command = mem_format(
        "/bin/cp tests/scenarios/valley.cfg '%s/base.inc' && /bin/cp tests/scenarios/valley-deaths.csv '%s' && "
        "/bin/cp tests/scenarios/valley-population.csv '%s/people.cfg'",
        (const char *)*state, (const char *)*state, (const char *)*state);
    assert_int_equal(system(command), 0);
    scratch_write(state, "mine.txt", "extends = \"base.inc\"; world = { population_file = \"people.cfg\"; };");
    program_expect(state, "run @/mine.txt -r 1 -o @/results", 73, "gnuplot cannot be started");
    char *said = verified(state, "", 0, "files are identical: the results come out again byte for byte.");
    assert_verdict(said, "resolved/people.cfg", "as recorded   identical");
    free(said);
    free(command);
}

static void data_may_not_take_the_name_of_a_scenario(void **state) {
    char *command = mem_format("/bin/cp tests/scenarios/valley-population.csv '%s/mine.cfg' && /bin/mkdir '%s/a'",
                               (const char *)*state, (const char *)*state);
    assert_int_equal(system(command), 0);
    char *here = realpath("tests/scenarios/valley.cfg", NULL);
    char *text = mem_format("extends = \"%s\"; world = { population_file = \"../mine.cfg\"; };", here);
    scratch_write(state, "a/mine.cfg", text);
    program_expect(state, "run @/a/mine.cfg -r 1", 65, "holds data under the name of a scenario");
    free(text);
    free(here);
    free(command);
}

static void names_that_no_line_can_hold_are_refused(void **state) {
    char *here = realpath("tests/scenarios/valley.cfg", NULL), *text = mem_format("extends = \"%s\";", here);
    scratch_write(state, "a\nb.cfg", text);
    free(text);
    free(here);
    program_expect(state, "run @/a\nb.cfg", 65, "its name holds a control character");
}

/* The overlay reads the data of the valley by another path. */
static void data_read_by_two_paths_are_one_file(void **state) {
    valley_overlay(state, "mine.cfg", "title = 'Mine';");
    program_expect(state, "compare tests/scenarios/valley.cfg @/mine.cfg -r 1 -o @/results", 73, "gnuplot");
    free(verified(state, "", 0, "files are identical: the results come out again byte for byte."));
}

/* It is in the file already: what is there to be taken out is gone, and nothing is laid over it twice. */
static void a_row_that_was_dropped_stays_dropped(void **state) {
    valley_overlay(
        state, "joined.cfg",
        "teams = ( { name = 'Joined'; organisation = 'nhs'; localities = [ 'all' ]; streams = [ 'all' ]; "
        "recognises = 0.8; remit = ( { need = 'equipment'; } ); staff = ( { role = 'ot'; fte = 1; } ); } );");
    program_expect(state, "run @/joined.cfg -r 1 -o @/results --set teams[Joined].drop=true", 73,
                   "gnuplot cannot be started");
    free(verified(state, "", 0, "files are identical: the results come out again byte for byte."));
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        test_undrawn(a_copy_elsewhere_is_enough),
        test_undrawn(what_was_set_on_the_command_line_comes_out_again),
        test_undrawn(files_may_be_called_as_they_like),
        test_undrawn(data_may_not_take_the_name_of_a_scenario),
        test_undrawn(names_that_no_line_can_hold_are_refused),
        test_undrawn(data_read_by_two_paths_are_one_file),
        test_undrawn(a_row_that_was_dropped_stays_dropped),
    };
    return run_chosen(tests, argc, argv);
}

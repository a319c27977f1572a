/* tests/command/test_diff.c - what two scenarios have different, in sentences. */
#include "tests/command/program.h"

static void a_changed_key_is_one_sentence(void **state) {
    valley_overlay(state, "other.cfg",
                   "title = 'Other'; teams = ( { name = 'Rehab'; recognises = 0.25; precedence = 4; staff = ( { role = "
                   "'ot'; fte = 3.25; } ); } );");
    struct program program = program_run(state, "diff tests/scenarios/valley.cfg @/other.cfg");
    assert_int_equal(program.status, 0);
    assert_string_equal(program.out, "valley: Valley\nother: Other\n\n"
                                     "- teams[Rehab].staff[ot].fte: 2.4 in valley, 3.25 in other (FTE).\n"
                                     "- teams[Rehab].recognises: 0.8 in valley, 0.25 in other (probability).\n"
                                     "- teams[Rehab].precedence: 0 (its default) in valley, 4 in other (number).\n"
                                     "\nDifferent: 3 keys, 0 rows that only one has.\n");
    assert_string_equal(program.err, "");
    program_free(&program);
}

static void long_values_are_shortened_unless_asked_for(void **state) {
    valley_overlay(state, "other.cfg",
                   "run = { holidays = [ '2014-01-01', '2014-01-02', '2014-01-03', '2014-01-06', '2014-01-07', "
                   "'2014-01-08' ]; }; world = { targets = ( { name = 'soon'; days = 5; share = 0.5; } ); };");
    struct program program = program_run(state, "diff tests/scenarios/valley.cfg @/other.cfg");
    assert_non_null(strstr(program.out, " ... in other"));
    assert_null(strstr(program.out, "\"2014-01-08\""));
    assert_non_null(strstr(program.out, "- world.targets[soon]: this target is only in other.\n"));
    assert_true(text_widest(program.out) <= 100);
    program_free(&program);
    program = program_run(state, "diff --full tests/scenarios/valley.cfg @/other.cfg");
    assert_non_null(strstr(program.out, "\"2014-01-08\""));
    assert_non_null(strstr(program.out, "{ name = \"soon\"; days = 5; share = 0.5; }"));
    program_free(&program);
}

static void meanings_are_told_when_asked_for(void **state) {
    valley_overlay(state, "other.cfg", "run = { seed = 5; };");
    program_expect(state, "diff -m tests/scenarios/valley.cfg @/other.cfg", 0,
                   "5 in other (number). Of all random numbers; scenarios that are compared\n");
}

static void scenarios_of_one_name_are_told_apart_by_their_paths(void **state) {
    valley_overlay(state, "valley.cfg", "run = { seed = 5; };");
    struct program program = program_run(state, "diff tests/scenarios/valley.cfg @/valley.cfg");
    assert_non_null(strstr(program.out, "- run.seed: 71 in tests/scenarios/valley.cfg, 5 in /"));
    program_free(&program);
}

static void that_nothing_differs_is_said(void **state) {
    program_expect(state, "diff tests/scenarios/valley.cfg tests/scenarios/valley.cfg", 0, "\nNo key is different.\n");
}

static void faults_and_misuse_are_told(void **state) {
    program_expect(state, "diff tests/scenarios/valley.cfg", 64, "two scenarios are needed");
    program_expect(state, "diff tests/scenarios/valley.cfg tests/bad/misspelt-key.cfg", 65, "did you mean");
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        test_in_scratch(a_changed_key_is_one_sentence),
        test_in_scratch(long_values_are_shortened_unless_asked_for),
        test_in_scratch(meanings_are_told_when_asked_for),
        test_in_scratch(scenarios_of_one_name_are_told_apart_by_their_paths),
        test_in_scratch(that_nothing_differs_is_said),
        test_in_scratch(faults_and_misuse_are_told),
    };
    return run_chosen(tests, argc, argv);
}

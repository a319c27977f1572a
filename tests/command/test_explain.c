/* tests/command/test_explain.c - what a key means, and where its values come from. */
#include "tests/command/program.h"

static void facts_places_and_sources_are_told(void **state) {
    scratch_write(state, "SOURCES.md", "| D | assumption |\n| S7 | An Office | there |\nsee `recognises`\n");
    valley_overlay(state, "other.cfg", "teams = ( { name = 'Rehab'; recognises = 0.25; } ); # D  S7: 0.1 to 0.3");
    struct program program = program_run(state, "explain teams[Rehab].recognises @/other.cfg");
    assert_int_equal(program.status, 0);
    assert_non_null(strstr(program.out, "\nteams[Rehab].recognises\n- Of recognising each need outside its remit.\n"));
    assert_non_null(strstr(program.out, "  unit      probability\n  allowed   0 to 1\n  default   must be given\n"));
    assert_non_null(strstr(program.out, "holds in other:\n     2  teams[Rehab].recognises = 0.25\n"
                                        "        beside it: D S7: 0.1 to 0.3\n"));
    assert_non_null(strstr(program.out, "holds nowhere here: other files say otherwise"));
    assert_non_null(strstr(program.out, "teams[Rehab].recognises = 0.8\n        no source is written beside it\n"));
    assert_non_null(strstr(program.out, "        D: assumption\n        S7: An Office, there\n"));
    assert_string_equal(program.err, "");
    program_free(&program);
}

static void lines_of_the_sources_that_name_the_key_are_told(void **state) {
    scratch_write(state, "SOURCES.md", "one\nsee `recognises`\n");
    scratch_write(state, "alone.cfg", "teams = ( { name = \"A\"; recognises = 0.5; } );\n");
    program_expect(state, "explain teams.recognises @/alone.cfg", 0, "SOURCES.md names 'recognises' in line 2\n");
}

static void the_shipped_scenarios_are_looked_through_unless_told(void **state) {
    struct program program = program_run(state, "explain world.care.waiting_multiplier");
    assert_int_equal(program.status, 0);
    assert_non_null(strstr(program.out, "- scenarios/perth-kinross.cfg, holds in "));
    assert_non_null(strstr(program.out, "world.care.waiting_multiplier = 1.3\n        beside it: D no number found\n"));
    assert_non_null(strstr(program.out, "        D: assumption: nothing was found"));
    program_free(&program);
}

static void the_end_of_a_path_is_enough(void **state) {
    program_expect(state, "explain care_homes.stay_days tests/scenarios/valley.cfg", 0,
                   "\nworld.care_homes.stay_days\n");
    program_expect(state, "explain fte", 0, "2 keys end in 'fte'; name one by its whole path");
    program_expect(state, "explain fte", 0, "\nteams.staff.changes.fte\n");
    program_expect(state, "explain length_of_stay_days.cv tests/scenarios/valley.cfg", 0,
                   "\nworld.hospital.length_of_stay_days.cv\n");
}

/* Neighbours that go by the same comment share it; one that stands in another list has its own. */
static void a_comment_is_told_once_for_all_that_go_by_it(void **state) {
    scratch_write(state, "x.cfg",
                  "world = { streams = ( { name = \"a\"; priorities = ( { priority = \"u\"; share = 0.1; },\n"
                  "  { priority = \"l\"; share = 0.9; } ); }, # D\n"
                  " { name = \"b\"; priorities = ( { priority = \"u\"; share = 0.2; },\n"
                  "  { priority = \"l\"; share = 0.8; } ); } ); }; # D\n");
    struct program program = program_run(state, "explain streams.priorities.share @/x.cfg");
    assert_non_null(strstr(program.out, "     1  world.streams[a].priorities[u].share = 0.1\n"
                                        "     2  world.streams[a].priorities[l].share = 0.9\n"
                                        "        beside it: D\n"
                                        "     3  world.streams[b].priorities[u].share = 0.2\n"
                                        "     4  world.streams[b].priorities[l].share = 0.8\n"
                                        "        beside it: D\n"));
    program_free(&program);
    scratch_write(state, "x.cfg",
                  "teams = ( { name = \"a\"; recognises = 0.1; }, # D  guess\n"
                  "  { name = \"b\"; recognises = 0.2; } ); # D  guess\n");
    program_expect(
        state, "explain teams.recognises @/x.cfg", 0,
        "     1  teams[a].recognises = 0.1\n     2  teams[b].recognises = 0.2\n        beside it: D guess\n");
}

static void words_that_are_no_keys_are_explained(void **state) {
    program_expect(state, "explain extends", 0, "lays the file over another");
    program_expect(state, "explain drop", 0, "takes the row out");
    program_expect(state, "explain teams[Rehab].drop", 0, "takes the row out");
}

static void groups_name_their_keys(void **state) {
    program_expect(state, "explain world.leaving", 0, "Its keys: resolved_per_week, declined_per_week");
}

static void what_no_file_gives_is_said(void **state) {
    program_expect(state, "explain world.care_homes.stay_days tests/scenarios/valley.cfg", 0,
                   "in none of 1 scenario: its default holds, if it has one\n");
}

static void unknown_keys_and_files_are_faults(void **state) {
    program_expect(state, "explain recognizes", 64,
                   "caremix explain: error: 'recognizes' is no key of a scenario file; did you mean 'recognises'?\n");
    program_expect(state, "explain teams.stff.fte", 64, "'stff' is no parameter of 'team'; did you mean 'staff'?\n");
    program_expect(state, "explain teams[Rehab", 64, "']' is missing");
    program_expect(state, "explain", 64, "a key is needed");
    program_expect(state, "explain title @/none.cfg", 65, "cannot read this file");
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        test_in_scratch(facts_places_and_sources_are_told),
        test_in_scratch(lines_of_the_sources_that_name_the_key_are_told),
        test_in_scratch(the_shipped_scenarios_are_looked_through_unless_told),
        test_in_scratch(the_end_of_a_path_is_enough),
        test_in_scratch(a_comment_is_told_once_for_all_that_go_by_it),
        test_in_scratch(words_that_are_no_keys_are_explained),
        test_in_scratch(groups_name_their_keys),
        test_in_scratch(what_no_file_gives_is_said),
        test_in_scratch(unknown_keys_and_files_are_faults),
    };
    return run_chosen(tests, argc, argv);
}

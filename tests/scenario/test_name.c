/* tests/scenario/test_name.c - what a file is called, from its path. */
#include "scenario/name.h"

#include <stdlib.h>

#include "../support.h"

static void a_name_is_what_stands_behind_the_last_slash(void **state) {
    (void)state;
    assert_string_equal(scn_name_base("data/people.csv"), "people.csv");
    assert_string_equal(scn_name_base("people.csv"), "people.csv");
    assert_string_equal(scn_name_base("data/"), "");
}

static void the_ending_is_taken_away_but_never_the_whole_name(void **state) {
    (void)state;
    static const char *const cases[][2] = {{"a.b/pilot.cfg", "pilot"},
                                           {"pilot", "pilot"},
                                           {"a.b/pilot", "pilot"},
                                           {"pilot.2.cfg", "pilot.2"},
                                           {"a/.cfg", ".cfg"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char *stem = scn_name_stem(cases[i][0]);
        assert_string_equal(stem, cases[i][1]);
        free(stem);
    }
}

static void scenario_files_are_known_by_their_ending(void **state) {
    (void)state;
    assert_true(scn_name_is_scenario("a/pilot.cfg"));
    assert_false(scn_name_is_scenario("a/.cfg"));
    assert_false(scn_name_is_scenario("pilot.cfg~"));
    assert_false(scn_name_is_scenario("a.cfg/pilot"));
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_name_is_what_stands_behind_the_last_slash),
        cmocka_unit_test(the_ending_is_taken_away_but_never_the_whole_name),
        cmocka_unit_test(scenario_files_are_known_by_their_ending),
    };
    return run_chosen(tests, argc, argv);
}

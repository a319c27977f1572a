/* tests/scenario/test_scenario.c - a whole scenario read. */
#include "scenario/scenario.h"

#include "fixture.h"

static const char one_team[] = "tests/scenarios/one-team.cfg";

/* Lays a text over the scenario of one team and reads it. */
static bool read_over(const char *text, struct scn_scenario *scenario, struct err_list *err) {
    char *here = realpath(one_team, NULL);
    assert_non_null(here);
    char *folder = make_folder();
    char *whole = mem_format("extends = \"%s\";\n%s", here, text);
    char *path = put_text(folder, "over.one.cfg", whole);
    err_list_init(err);
    const bool good = scn_scenario_read(path, scenario, err);
    drop_file(path);
    drop_folder(folder);
    free(whole);
    free(here);
    return good;
}

static void a_complete_scenario_is_ready_to_run(void **state) {
    (void)state;
    struct err_list err;
    struct scn_scenario scenario;
    err_list_init(&err);
    assert_true(scn_scenario_read(one_team, &scenario, &err));
    assert_string_equal(scenario.name, "one-team");
    assert_string_equal(scenario.title, "One team");
    assert_true(scenario.warm_up == 370 * DES_DAY);
    assert_true(scenario.end == 804 * DES_DAY);
    assert_int_equal(scenario.months, 27);
    assert_int_equal(scenario.world.needs.count, 3);
    assert_int_equal(scenario.service.teams.count, 2);
    assert_near(world_population_at(&scenario.world.population, 0, 1, 2014.5), 4037, 1e-12);
    assert_near(scenario.world.death.steps[2].per_year, 0.0192, 1e-12);
    scn_scenario_free(&scenario);
}

static void every_file_read_is_listed_in_order(void **state) {
    (void)state;
    struct err_list err;
    struct scn_scenario scenario;
    assert_true(read_over("title = \"Over\";", &scenario, &err));
    static const char *const names[] = {"over.one.cfg", "one-team.cfg", "one-team-population.csv",
                                        "one-team-deaths.csv"};
    assert_int_equal(scenario.file_count, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_non_null(strstr(scenario.files[i].path, names[i]));
    }
    assert_string_equal(scenario.name, "over.one");
    assert_string_equal(scenario.title, "Over");
    scn_scenario_free(&scenario);
}

static void the_calendars_follow_the_run(void **state) {
    (void)state;
    struct err_list err;
    struct scn_scenario scenario;
    err_list_init(&err);
    assert_true(scn_scenario_read(one_team, &scenario, &err));
    const des_time christmas = 358 * DES_DAY, opening = DES_DAY + 17 * DES_HOUR / 2;
    assert_false(des_calendar_is_working_day(scenario.calendar, christmas));
    assert_true(des_calendar_is_working_day(scenario.calendar, christmas - DES_DAY));
    assert_true(des_calendar_is_working_day(scenario.always_open, christmas));
    assert_true(des_calendar_next_opening(scenario.calendar, DES_DAY) == opening);
    assert_true(des_calendar_next_opening(scenario.calendar, -370 * DES_DAY) < -365 * DES_DAY);
    assert_true(des_calendar_next_opening(scenario.calendar, scenario.end) == DES_NEVER);
    scn_scenario_free(&scenario);
}

static void months_are_those_that_the_window_touches(void **state) {
    (void)state;
    static const struct {
        const char *run;
        size_t months;
    } cases[] = {{"start_date = \"2014-01-31\"; end_date = \"2014-02-01\";", 1},
                 {"start_date = \"2014-01-31\"; end_date = \"2014-02-02\";", 2},
                 {"start_date = \"2014-01-01\"; end_date = \"2016-01-01\";", 24},
                 {"start_date = \"2014-11-15\"; end_date = \"2015-02-10\";", 4}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct err_list err;
        struct scn_scenario scenario;
        char *text = mem_format("run = { %s };", cases[i].run);
        assert_true(read_over(text, &scenario, &err));
        assert_int_equal(scenario.months, cases[i].months);
        scn_scenario_free(&scenario);
        free(text);
    }
}

static void a_run_has_defaults(void **state) {
    (void)state;
    struct err_list err;
    struct scn_scenario scenario;
    assert_true(read_over("run = 0;", &scenario, &err) == false);
    assert_true(complained(&err, "over.one.cfg:2: error: 'run': a group { ... } was expected"));
    scn_scenario_free(&scenario);
    err_list_free(&err);
    assert_true(read_over("run = { holidays = [ ]; };", &scenario, &err));
    assert_int_equal(scenario.run.holidays.count, 0);
    assert_int_equal(scenario.run.replications, 4);
    scn_scenario_free(&scenario);
}

static char *copied(const char *folder, const char *from, const char *name) {
    struct err_list err;
    err_list_init(&err);
    char *source = scn_file_beside(one_team, from);
    char *text = scn_file_text(source, (struct scn_file_asker){NULL, 0}, &err);
    char *path = put_text(folder, name, text);
    free(source);
    free(text);
    return path;
}

static void the_resolved_text_resolves_to_itself(void **state) {
    (void)state;
    struct err_list err;
    struct scn_scenario first, second;
    assert_true(
        read_over("teams = ( { name = \"OT\"; recognises = 0.30000000000000004; } ); run = { seed = 3000000000L; };",
                  &first, &err));
    char *folder = make_folder();
    char *people = copied(folder, "one-team-population.csv", "one-team-population.csv");
    char *deaths = copied(folder, "one-team-deaths.csv", "one-team-deaths.csv");
    char *path = put_text(folder, "resolved.cfg", first.resolved);
    assert_true(scn_scenario_read(path, &second, &err));
    assert_string_equal(second.resolved, first.resolved);
    assert_null(strstr(first.resolved, "extends"));
    assert_null(strstr(first.resolved, "drop"));
    assert_non_null(strstr(first.resolved, "recognises = 0.30000000000000004;"));
    scn_scenario_free(&first);
    scn_scenario_free(&second);
    drop_file(people);
    drop_file(deaths);
    drop_file(path);
    drop_folder(folder);
}

static void all_faults_are_named_in_one_go(void **state) {
    (void)state;
    struct err_list err;
    struct scn_scenario scenario;
    assert_false(read_over("teams = ( { name = \"TO\"; drop = true; }, { name = \"OT\"; recognises = 2; } );\n"
                           "published = ( { name = \"New\"; high = -5; }, 7 ); run = { end_date = \"2013-01-01\"; };\n"
                           "world = { deaths_file = \"none.csv\"; };",
                           &scenario, &err));
    static const char *const complaints[] = {
        "over.one.cfg:2: error: 'TO' cannot be dropped",
        "over.one.cfg:2: error: 'recognises' = 2 is outside 0..1",
        "over.one.cfg:3: error: published figure 'New' lacks 'low'",
        "over.one.cfg:3: error: a group { ... } was expected",
        "over.one.cfg:3: error: 'end_date' 2013-01-01 is not after 'start_date' 2014-01-01",
        "over.one.cfg:4: error: cannot read '"};
    for (size_t i = 0; i < sizeof complaints / sizeof complaints[0]; i++) {
        assert_true(complained(&err, complaints[i]));
    }
    scn_scenario_free(&scenario);
    err_list_free(&err);
}

static void what_cannot_be_read_can_still_be_freed(void **state) {
    (void)state;
    struct err_list err;
    struct scn_scenario scenario;
    err_list_init(&err);
    assert_false(scn_scenario_read("no/such.cfg", &scenario, &err));
    assert_int_equal(err.count, 1);
    assert_string_equal(err.complaints[0].text, "no/such.cfg: error: cannot read this file: No such file or directory");
    scn_scenario_free(&scenario);
    assert_null(scenario.path);
    err_list_free(&err);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_complete_scenario_is_ready_to_run),
        cmocka_unit_test(every_file_read_is_listed_in_order),
        cmocka_unit_test(the_calendars_follow_the_run),
        cmocka_unit_test(months_are_those_that_the_window_touches),
        cmocka_unit_test(a_run_has_defaults),
        cmocka_unit_test(the_resolved_text_resolves_to_itself),
        cmocka_unit_test(all_faults_are_named_in_one_go),
        cmocka_unit_test(what_cannot_be_read_can_still_be_freed),
    };
    return run_chosen(tests, argc, argv);
}

/* tests/scenario/test_setting.c - values of the command line laid over a scenario. */
#include "scenario/scenario.h"

#include "fixture.h"
#include "service/service.h"

static const char valley[] = "tests/scenarios/valley.cfg";

/* A scenario read with one setting. */
struct reading {
    struct scn_setting setting;
    struct scn_scenario scenario;
    struct err_list err;
    bool good;
};

static void read_with(struct reading *reading, const char *text) {
    *reading = (struct reading){.setting = {.text = text}};
    err_list_init(&reading->err);
    reading->good = scn_scenario_read_with(valley, &reading->setting, 1, &reading->scenario, &reading->err);
    scn_setting_check(&reading->setting, 1, &reading->err);
}

static void free_reading(struct reading *reading) {
    scn_scenario_free(&reading->scenario);
    scn_setting_free(&reading->setting, 1);
    err_list_free(&reading->err);
}

static void expect_resolved(const char *text, const char *fragment) {
    struct reading reading;
    read_with(&reading, text);
    if (!reading.good || strstr(reading.scenario.resolved, fragment) == NULL) {
        print_error("%s: %s\n", text, reading.good ? reading.scenario.resolved : reading.err.complaints[0].text);
        fail();
    }
    assert_int_equal(reading.setting.taken, 1);
    free_reading(&reading);
}

static void expect_complaint(const char *text, const char *fragment) {
    struct reading reading;
    read_with(&reading, text);
    assert_true(reading.err.count > 0);
    assert_true(complained(&reading.err, fragment));
    free_reading(&reading);
}

static void a_setting_lies_over_what_the_file_says(void **state) {
    (void)state;
    struct reading reading;
    read_with(&reading, "teams[Rehab].staff[ot].fte=3.25");
    assert_true(reading.good);
    const struct svc_team *rehab = svc_team(&reading.scenario.service, 1);
    assert_string_equal(rehab->name, "Rehab");
    assert_near(rehab->fte[0], 3.25, 0);
    assert_near(rehab->fte[1], 1, 0);
    assert_int_equal(reading.scenario.setting_count, 1);
    assert_string_equal(reading.scenario.settings[0], "--set teams[Rehab].staff[ot].fte=3.25");
    assert_memory_equal(reading.scenario.resolved, "# with --set teams[Rehab].staff[ot].fte=3.25\n", 45);
    free_reading(&reading);
}

static void values_of_every_kind_can_be_set(void **state) {
    (void)state;
    expect_resolved("run.replications=7", "replications = 7;");
    expect_resolved("world.missed_visit=0.25", "missed_visit = 0.25;");
    expect_resolved("teams[Rehab].visits=false", "visits = false;");
    expect_resolved("teams[Rehab].queue=fifo", "queue = \"fifo\";");
    expect_resolved("teams[Rehab].queue = \"due_date\"", "queue = \"due_date\";");
    expect_resolved("run.start_date=2013-06-01", "start_date = \"2013-06-01\";");
    expect_resolved("teams[Rehab].crew=[\"ot\", \"assistant\"]", "crew = [\"ot\", \"assistant\"];");
    expect_resolved("world.needs[acute].lead_days={ dist = \"gamma\"; mean = 3; cv = 0.5; }",
                    "lead_days = { dist = \"gamma\"");
    expect_resolved("world.needs[equipment].lead_days.mean=12",
                    "lead_days = { dist = \"lognormal\"; mean = 12; cv = 0.7; }");
    expect_resolved("world.care.supply=( { year = 2014; hours_per_week = 800; } )",
                    "{ year = 2014; hours_per_week = 800; }");
    expect_resolved("teams[Rehab]={ recognises = 0.125; }", "recognises = 0.125;");
}

static void rows_without_names_are_known_by_their_place(void **state) {
    (void)state;
    expect_resolved("world.streams[community].further[2].probability=0.25",
                    "{ need = \"equipment\"; probability = 0.25; }");
    expect_complaint("world.streams[school].presents[3].probability=0.5",
                     "no likelihood of a need '3' is in the list 'presents'");
}

static void a_row_is_taken_out_by_drop(void **state) {
    (void)state;
    struct reading reading;
    read_with(&reading, "world.targets=( { name = \"soon\"; days = 5; share = 0.5; } )");
    assert_true(reading.good);
    assert_int_equal(reading.scenario.world.targets.count, 1);
    free_reading(&reading);
    expect_complaint("teams[Rehab].drop=true", "takes the need 'rehabilitation'");
    expect_complaint("teams[Rehab].drop=1", "--set teams[Rehab].drop=1: error: 'drop': true or false was expected");
    expect_complaint("teams[Rehb].drop=true", "no team 'Rehb' is in the list 'teams'; did you mean 'Rehab'?");
    expect_resolved("teams[Rehab].drop=false", "name = \"Rehab\"");
}

static void a_value_is_checked_as_in_a_file(void **state) {
    (void)state;
    expect_complaint("teams[Rehab].staff[ot].fte=-3",
                     "--set teams[Rehab].staff[ot].fte=-3: error: 'fte' = -3 is outside 0..1000 FTE");
    expect_complaint("teams[Rehab].queue=fifi",
                     "'queue' = \"fifi\" must be fifo, priority, due_date or accumulating; did "
                     "you mean 'fifo'?");
    expect_complaint("run.replications=2.5", "'replications': a whole number was expected");
    expect_complaint("run.start_date=yesterday", "\"yesterday\" is no date");
    expect_complaint("run.end_date=2013-01-01",
                     "--set run.end_date=2013-01-01: error: 'end_date' 2013-01-01 is not after");
    expect_complaint("teams[Rehab]=3", "a group { ... } was expected here");
    expect_complaint("teams=( { name = \"A\"; }, { name = \"A\"; } )", "'A' is in this list twice: every name");
    expect_complaint("world.deaths_file=none/none.csv", "cannot read 'none/none.csv'");
}

/* Rows of a faulty file may have no name. */
static void a_faulty_list_is_no_trouble(void **state) {
    (void)state;
    struct scn_setting setting = {.text = "teams[A].staff[ot].fte=3"};
    struct scn_scenario scenario;
    struct err_list err;
    err_list_init(&err);
    assert_false(scn_scenario_read_with("tests/bad/list-element-kind.cfg", &setting, 1, &scenario, &err));
    assert_int_equal(setting.taken, 0);
    scn_scenario_free(&scenario);
    scn_setting_free(&setting, 1);
    err_list_free(&err);
}

static void what_is_no_setting_is_a_complaint(void **state) {
    (void)state;
    expect_complaint("run.seed", "--set run.seed: error: a value is missing: write key=value");
    expect_complaint("run.sed=3", "'sed' is no parameter of 'run'; did you mean 'seed'?");
    expect_complaint("teams.recognises=0.5",
                     "'teams' is a list: say in brackets which team is meant, as in teams[name]");
    expect_complaint("run.seed=", "'' is no value");
    expect_complaint("run.seed=3; replications = 4", "'3; replications = 4' is no value");
    expect_complaint("run.seed=3 } world = {", "is no value");
    expect_complaint("run.seed=3 /*", "is no value");
    expect_complaint("title=a\nb", "control character");
    expect_complaint("title=a\xC2\x85"
                     "b",
                     "control character");
    expect_complaint("title=\xFF", "holds a character that is not UTF-8");
    expect_complaint("title=", "'title' is an empty text");
}

static void a_data_file_stands_where_the_program_was_started(void **state) {
    (void)state;
    struct reading reading;
    read_with(&reading, "world.deaths_file=tests/scenarios/one-team-deaths.csv");
    assert_true(reading.good);
    bool is_read = false;
    for (size_t i = 0; i < reading.scenario.file_count; i++) {
        is_read = is_read || strcmp(reading.scenario.files[i].path, "tests/scenarios/one-team-deaths.csv") == 0;
    }
    assert_true(is_read);
    free_reading(&reading);
}

static void a_scenario_without_the_row_stays_as_it_is(void **state) {
    (void)state;
    struct scn_setting setting = {.text = "teams[Rehb].recognises=0.5"};
    struct scn_scenario scenario;
    struct err_list err;
    err_list_init(&err);
    assert_true(scn_scenario_read_with(valley, &setting, 1, &scenario, &err));
    assert_int_equal(scenario.setting_count, 0);
    assert_int_equal(setting.taken, 0);
    scn_setting_check(&setting, 1, &err);
    assert_int_equal(err.count, 1);
    assert_true(complained(&err, "--set teams[Rehb].recognises=0.5: error: no team 'Rehb'"));
    setting.taken = 1;
    scn_setting_check(&setting, 1, &err);
    assert_int_equal(err.count, 1);
    scn_scenario_free(&scenario);
    scn_setting_free(&setting, 1);
    err_list_free(&err);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_setting_lies_over_what_the_file_says),
        cmocka_unit_test(values_of_every_kind_can_be_set),
        cmocka_unit_test(rows_without_names_are_known_by_their_place),
        cmocka_unit_test(a_row_is_taken_out_by_drop),
        cmocka_unit_test(a_value_is_checked_as_in_a_file),
        cmocka_unit_test(a_faulty_list_is_no_trouble),
        cmocka_unit_test(what_is_no_setting_is_a_complaint),
        cmocka_unit_test(a_data_file_stands_where_the_program_was_started),
        cmocka_unit_test(a_scenario_without_the_row_stays_as_it_is),
    };
    return run_chosen(tests, argc, argv);
}

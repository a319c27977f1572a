/* tests/scenario/test_misspelt.c - rows that almost have the name of one of the file below. */
#include "../../sim/scenario/misspelt.h"

#include "fixture.h"
#include "scenario/scenario.h"

/* Complaints about a scenario that lies over the smallest one, in x.cfg. */
static void read_over(const char *settings, struct err_list *err) {
    struct scn_scenario scenario;
    char here[4096];
    assert_non_null(getcwd(here, sizeof here));
    char *folder = make_folder();
    char *text = mem_format("extends = \"%s/tests/scenarios/one-team.cfg\";\n%s\n", here, settings);
    char *path = put_text(folder, "x.cfg", text);
    err_list_init(err);
    scn_scenario_read(path, &scenario, err);
    scn_scenario_free(&scenario);
    drop_file(path);
    drop_folder(folder);
    free(text);
}

static void one_slip_is_one_complaint(void **state) {
    (void)state;
    struct err_list err;
    read_over("teams = ( { name = \"Scoial work\"; effect = { prevent = 0.2; }; staff = ( { role = \"ot\"; } ); } );",
              &err);
    assert_int_equal(err.count, 1);
    assert_true(complained(&err,
                           "x.cfg:2: error: no team below is called 'Scoial work'; did you mean 'Social work'? If "
                           "it is a new one, it lacks 'organisation', 'localities', 'streams', 'remit' and "
                           "'recognises'"));
    err_list_free(&err);
}

static void rows_inside_rows_are_told_so_too(void **state) {
    (void)state;
    struct err_list err;
    read_over("teams = ( { name = \"Social work\"; staff = ( { role = \"social_wroker\"; } ); } );", &err);
    assert_int_equal(err.count, 1);
    assert_true(complained(&err, "no staff group below is called 'social_wroker'; did you mean 'social_worker'? If it "
                                 "is a new one, it lacks 'fte'"));
    err_list_free(&err);
}

static void other_faults_of_such_a_row_are_named_as_well(void **state) {
    (void)state;
    struct err_list err;
    read_over("teams = ( { name = \"Scoial work\"; recognises = 1.3;\nqueu = \"fifo\"; } );", &err);
    assert_int_equal(err.count, 3);
    assert_true(complained(&err, "x.cfg:2: error: 'recognises' = 1.3 is outside 0..1"));
    assert_true(complained(&err, "x.cfg:3: error: 'queu' is no parameter of 'team'; did you mean 'queue'?"));
    err_list_free(&err);
}

static void a_new_row_is_not_taken_for_another(void **state) {
    (void)state;
    struct err_list err;
    read_over("teams = ( { name = \"Rehabilitation\"; organisation = \"nhs\"; localities = [ \"all\" ]; streams = [ "
              "\"all\" ];"
              "remit = ( { need = \"equipment\"; } ); recognises = 0.3; } );",
              &err);
    assert_int_equal(err.count, 1);
    assert_true(complained(&err, "x.cfg:2: error: team 'Rehabilitation' lacks 'staff'"));
    err_list_free(&err);
}

/* Names may be alike on purpose. */
static void rows_of_one_file_are_not_compared(void **state) {
    (void)state;
    struct err_list err;
    read_over("teams = ( { name = \"Team 1\"; }, { name = \"Team 2\"; } );", &err);
    assert_false(err.count < 10);
    for (size_t i = 0; i < err.count; i++) {
        assert_null(strstr(err.complaints[i].text, "did you mean"));
    }
    err_list_free(&err);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_slip_is_one_complaint),
        cmocka_unit_test(rows_inside_rows_are_told_so_too),
        cmocka_unit_test(other_faults_of_such_a_row_are_named_as_well),
        cmocka_unit_test(a_new_row_is_not_taken_for_another),
        cmocka_unit_test(rows_of_one_file_are_not_compared),
    };
    return run_chosen(tests, argc, argv);
}

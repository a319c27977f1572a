/* tests/scenario/test_inputs.c - which data files a scenario reads. */
#include "../../sim/scenario/inputs.h"

#include "fixture.h"

static void a_starting_list_is_found_beside_the_file_that_names_it_and_remembered(void **state) {
    (void)state;
    struct err_list err;
    err_list_init(&err);
    struct scn_scenario scenario;
    assert_true(scn_scenario_read("tests/scenarios/valley-starting-list.cfg", &scenario, &err));
    const struct world_starting_list *list = &scenario.world.starting_list;
    assert_int_equal(list->count, 10);
    assert_string_equal(list->file, "tests/scenarios/valley-starting-list.csv");
    assert_int_equal(list->rows[1].locality, 1);
    assert_int_equal(list->rows[1].priority, 1);
    assert_string_equal(world_need(&scenario.world, list->rows[1].need)->name, "adaptation");
    assert_near(list->rows[1].days_waited, 147.5, 0);
    assert_int_equal(list->rows[1].line, 3);
    assert_string_equal(scenario.files[scenario.file_count - 1].path, list->file);
    assert_non_null(strstr(scenario.resolved, "starting_list_file = \"valley-starting-list.csv\""));
    scn_scenario_free(&scenario);
    err_list_free(&err);
}

static void without_the_key_nobody_is_on_a_starting_list(void **state) {
    (void)state;
    struct err_list err;
    err_list_init(&err);
    struct scn_scenario scenario;
    assert_true(scn_scenario_read("tests/scenarios/valley.cfg", &scenario, &err));
    assert_int_equal(scenario.world.starting_list.count, 0);
    assert_string_equal(scenario.world.population_variant, "principal");
    scn_scenario_free(&scenario);
    err_list_free(&err);
}

/* With nothing to read it against, the list is left alone; that it needs no warm-up is said all the same. */
static void a_warm_up_that_nobody_asked_for_is_named_too(void **state) {
    (void)state;
    struct err_list err;
    err_list_init(&err);
    struct scn_file_list files = {.count = 0};
    struct scn_scenario scenario = {.run.warm_up_days = 365};
    struct scn_node root = tree_of("\nworld = { starting_list_file = \"nowhere.csv\"; };");
    scn_inputs_read(&root, &scenario, &files, &err);
    assert_int_equal(err.count, 1);
    assert_true(complained(&err, "x.cfg:2: error: 'starting_list_file' stands in place of a warm-up, but "
                                 "'warm_up_days' = 365 (by default); it must be 0"));
    scn_node_free(&root);
    err_list_free(&err);
}

static void a_data_file_stands_beside_who_names_it(void **state) {
    (void)state;
    static char name[] = "people.csv";
    static const struct scn_node said[] = {{.file = "a/x.cfg", .line = 3, .text = name},
                                           {.file = "--set", .text = name}};
    static const char *const paths[] = {"a/people.csv", "people.csv"};
    for (size_t i = 0; i < 2; i++) {
        char *path = scn_inputs_path(&said[i]);
        assert_string_equal(path, paths[i]);
        free(path);
    }
    assert_true(scn_inputs_is_file("deaths_file"));
    assert_false(scn_inputs_is_file("_file"));
    assert_false(scn_inputs_is_file("file"));
    assert_false(scn_inputs_is_file(NULL));
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_starting_list_is_found_beside_the_file_that_names_it_and_remembered),
        cmocka_unit_test(without_the_key_nobody_is_on_a_starting_list),
        cmocka_unit_test(a_warm_up_that_nobody_asked_for_is_named_too),
        cmocka_unit_test(a_data_file_stands_beside_who_names_it),
    };
    return run_chosen(tests, argc, argv);
}

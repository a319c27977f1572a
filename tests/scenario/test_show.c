/* tests/scenario/test_show.c - values on one line, the same text for the same value. */
#include "../../sim/scenario/show.h"

#include "fixture.h"
#include "scenario/scenario.h"

static const struct param *run_param(const char *key) {
    const struct param_table *run = scn_scenario_table.params[2].table;
    for (size_t i = 0; i < run->count; i++) {
        if (strcmp(run->params[i].key, key) == 0) {
            return &run->params[i];
        }
    }
    fail();
    return NULL;
}

static void expect(const char *value, const struct param *param, const char *wanted) {
    char *text = mem_format("x = %s;", value);
    struct scn_node root = tree_of(text);
    char *shown = scn_show_value(&root.children[0], param);
    assert_string_equal(shown, wanted);
    /* What is shown reads back as what is shown. */
    char *again_text = mem_format("x = %s;", shown);
    struct scn_node again = tree_of(again_text);
    char *shown_again = scn_show_value(&again.children[0], param);
    assert_string_equal(shown_again, shown);
    free(shown_again);
    free(again_text);
    scn_node_free(&again);
    free(shown);
    scn_node_free(&root);
    free(text);
}

static void numbers_of_the_same_value_look_the_same(void **state) {
    (void)state;
    const struct param real = {.kind = PARAM_REAL}, whole = {.kind = PARAM_INTEGER}, reals = {.kind = PARAM_REALS};
    expect("5", &real, "5");
    expect("5.0", &real, "5");
    expect("0.1", &real, "0.1");
    expect("3000000000L", &real, "3000000000.0");
    expect("3000000000.0", &real, "3000000000.0");
    expect("3000000000L", &whole, "3000000000L");
    expect("-7", &whole, "-7");
    expect("[ 1, 2 ]", &reals, "[ 1.0, 2.0 ]");
    expect("[ 1.0, 2.5 ]", &reals, "[ 1.0, 2.5 ]");
    expect("1.0e20", &real, "1.0e+20");
    expect("true", &(struct param){.kind = PARAM_BOOLEAN}, "true");
    expect("\"a \\\"b\\\" \\\\\"", &(struct param){.kind = PARAM_TEXT}, "\"a \\\"b\\\" \\\\\"");
    expect("[ ]", &(struct param){.kind = PARAM_TEXTS}, "[]");
}

static void distributions_have_one_form(void **state) {
    (void)state;
    const struct param dist = {.kind = PARAM_DIST};
    expect("{ cv = 0.5; mean = 3.0; dist = \"gamma\"; }", &dist, "{ dist = \"gamma\"; mean = 3; cv = 0.5; }");
    expect("{ dist = \"constant\"; value = 7; }", &dist, "7");
    expect("7.0", &dist, "7");
    expect("{ dist = \"empirical\"; weights = [ 1, 2 ]; edges = [ 0, 1, 2 ]; }", &dist,
           "{ dist = \"empirical\"; edges = [ 0.0, 1.0, 2.0 ]; weights = [ 1.0, 2.0 ]; }");
    expect("{ mean = 3; dist = \"gama\"; }", &dist, "{ mean = 3; dist = \"gama\"; }");
}

static void groups_have_the_order_of_their_table_without_defaults(void **state) {
    (void)state;
    const struct param run = {.kind = PARAM_GROUP, .table = scn_scenario_table.params[2].table};
    expect("{ seed = 1; warm_up_days = 30; start_date = \"2015-01-01\"; }", &run,
           "{ start_date = \"2015-01-01\"; warm_up_days = 30; }");
    expect("{ sed = 1; warm_up_days = 30; }", &run, "{ warm_up_days = 30; sed = 1; }");
    const struct param rows = {.kind = PARAM_ROWS, .table = scn_scenario_table.params[2].table};
    expect("( { seed = 2; }, { warm_up_days = 365; } )", &rows, "( { seed = 2; }, { } )");
    expect("( )", &rows, "()");
}

static void defaults_look_as_values_do(void **state) {
    (void)state;
    static const char *const keys[][2] = {
        {"start_date", "\"2014-01-01\""}, {"warm_up_days", "365"}, {"replications", "100"}, {"holidays", "[]"}};
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        char *text = scn_show_default(run_param(keys[i][0]));
        assert_string_equal(text, keys[i][1]);
        free(text);
    }
    assert_null(scn_show_default(&scn_scenario_table.params[0]));
    assert_null(scn_show_default(&(struct param){.kind = PARAM_REAL, .fallback = 3, .optional = 1}));
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_of_the_same_value_look_the_same),
        cmocka_unit_test(distributions_have_one_form),
        cmocka_unit_test(groups_have_the_order_of_their_table_without_defaults),
        cmocka_unit_test(defaults_look_as_values_do),
    };
    return run_chosen(tests, argc, argv);
}

/* tests/scenario/test_lookup.c - rows of a parameter table, and the rows of a list in a file, by their names. */
#include "../../sim/scenario/lookup.h"

#include "fixture.h"
#include "scenario/scenario.h"

static const struct param named_params[] = {{.key = "role", .kind = PARAM_TEXT}, {.key = "fte", .kind = PARAM_REAL}};
static const struct param_table named = {.name = "named", .params = named_params, .count = 2};
static const struct param_table repeated = {.name = "repeated", .params = named_params, .count = 2, .repeats = 1};
static const struct param_table numbered = {.name = "numbered", .params = named_params + 1, .count = 1};

static void rows_are_known_by_their_first_text(void **state) {
    (void)state;
    assert_string_equal(scn_lookup_identity(&named), "role");
    assert_null(scn_lookup_identity(&repeated));
    assert_null(scn_lookup_identity(&numbered));
    assert_string_equal(scn_lookup_identity(NULL), "name");
}

static void expect_row(const struct scn_node *list, const char *name, const struct param_table *table, int64_t fte) {
    const struct scn_node *row = scn_lookup_row(list, name, table);
    assert_non_null(row);
    assert_int_equal(scn_node_find(row, "fte")->integer, fte);
}

static void a_row_is_found_by_its_name_or_place(void **state) {
    (void)state;
    struct scn_node root = tree_of("l = ( { role = \"a\"; fte = 1; }, { fte = 2; }, { role = \"2\"; fte = 3; } );");
    const struct scn_node *list = &root.children[0];
    expect_row(list, "a", &named, 1);
    expect_row(list, "2", &named, 3);
    expect_row(list, "2", &repeated, 2);
    assert_null(scn_lookup_row(list, "b", &named));
    assert_null(scn_lookup_row(list, "4", &repeated));
    assert_null(scn_lookup_row(list, "0", &repeated));
    assert_null(scn_lookup_row_name(list, 1, &named));
    scn_node_free(&root);
}

/* A row whose name may be left out could not be told from others. */
static void names_must_be_given(const struct param_table *table) {
    for (size_t i = 0; i < table->count; i++) {
        const struct param *param = &table->params[i];
        if (param->kind == PARAM_ROWS && scn_lookup_identity(param->table)) {
            assert_null(param->table->params[0].default_word);
            assert_false(param->table->params[0].optional);
        }
        if (param->table) {
            names_must_be_given(param->table);
        }
    }
}

static void every_row_with_a_name_must_give_it(void **state) {
    (void)state;
    names_must_be_given(&scn_scenario_table);
    assert_ptr_equal(scn_lookup_param(&scn_scenario_table, "title"), &scn_scenario_table.params[0]);
    assert_null(scn_lookup_param(&scn_scenario_table, "titel"));
    assert_null(scn_lookup_param(NULL, "title"));
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_known_by_their_first_text),
        cmocka_unit_test(a_row_is_found_by_its_name_or_place),
        cmocka_unit_test(every_row_with_a_name_must_give_it),
    };
    return run_chosen(tests, argc, argv);
}

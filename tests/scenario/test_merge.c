/* tests/scenario/test_merge.c - one tree laid over another. */
#include "../../sim/scenario/merge.h"
#include "../../sim/scenario/write.h"

#include "fixture.h"

static const struct param part_params[] = {
    {.key = "need", .kind = PARAM_TEXT, .unit = "name", .meaning = "A need."},
    {.key = "pace", .kind = PARAM_REAL, .unit = "ratio", .meaning = "A pace."},
};
static const struct param_table part_table = {.name = "part", .params = part_params, .count = 2};
static const struct param_table share_table = {.name = "share", .params = part_params, .count = 2, .repeats = 1};
static const struct param team_params[] = {
    {.key = "name", .kind = PARAM_TEXT, .unit = "name", .meaning = "A name."},
    {.key = "remit", .kind = PARAM_ROWS, .unit = "list of groups", .meaning = "Parts.", .table = &part_table},
    {.key = "shares", .kind = PARAM_ROWS, .unit = "list of groups", .meaning = "Shares.", .table = &share_table},
};
static const struct param_table team_table = {.name = "team", .params = team_params, .count = 3};
static const struct param top_params[] = {
    {.key = "teams", .kind = PARAM_ROWS, .unit = "list of groups", .meaning = "Teams.", .table = &team_table},
};
static const struct param_table top_table = {.name = "top", .params = top_params, .count = 1};

/* Lays upper over lower (over nothing first, as every file is) and compares the outcome as text. */
static void check(const char *lower_text, const char *upper_text, const char *want) {
    struct err_list err;
    err_list_init(&err);
    struct scn_node root = {.kind = SCN_NODE_GROUP}, lower = tree_of(lower_text), upper = tree_of(upper_text);
    scn_merge(&root, &lower, &top_table, &err);
    scn_merge(&root, &upper, &top_table, &err);
    char *got = scn_write(&root);
    assert_string_equal(got, want);
    assert_int_equal(err.count, 0);
    free(got);
    scn_node_free(&root);
    err_list_free(&err);
}

/* Lays upper over lower and wants these complaints, no more. */
static void check_complaint(const char *lower_text, const char *upper_text, const char *want) {
    struct err_list err;
    err_list_init(&err);
    struct scn_node root = tree_of(lower_text), upper = tree_of(upper_text);
    scn_merge(&root, &upper, &top_table, &err);
    assert_int_equal(err.count, 1);
    assert_true(complained(&err, want));
    scn_node_free(&root);
    err_list_free(&err);
}

static void groups_merge_and_scalars_replace(void **state) {
    (void)state;
    check("a = { b = 1; c = { d = 2; e = 3; }; }; f = 4;", "a = { c = { e = 5.5; g = 6; }; }; h = 7;",
          "a = {\n  b = 1;\n  c = { d = 2; e = 5.5; g = 6; };\n};\nf = 4;\nh = 7;\n");
}

static void arrays_and_lists_of_scalars_replace(void **state) {
    (void)state;
    check("a = [ 1, 2 ]; b = ( 3, 4 );", "a = [ 5 ]; b = ( 6 );", "a = [5];\nb = (6);\n");
}

static void a_distribution_that_names_its_family_replaces(void **state) {
    (void)state;
    check("a = { dist = \"gamma\"; mean = 3; cv = 0.5; };", "a = { dist = \"exponential\"; mean = 4; };",
          "a = { dist = \"exponential\"; mean = 4; };\n");
    check("a = { dist = \"gamma\"; mean = 3; cv = 0.5; };", "a = { mean = 4; };",
          "a = { dist = \"gamma\"; mean = 4; cv = 0.5; };\n");
}

static void named_rows_merge_new_ones_go_behind_dropped_ones_go(void **state) {
    (void)state;
    check("teams = ( { name = \"a\"; x = 1; }, { name = \"b\"; x = 2; }, { name = \"c\"; x = 3; } );",
          "teams = ( { name = \"d\"; x = 4; }, { name = \"b\"; drop = true; }, { name = \"c\"; x = 5; drop = "
          "false; } );",
          "teams = (\n  { name = \"a\"; x = 1; },\n  { name = \"c\"; x = 5; },\n  { name = \"d\"; x = 4; "
          "}\n);\n");
}

static void rows_merge_by_the_first_key_of_their_table(void **state) {
    (void)state;
    check("teams = ( { name = \"a\"; remit = ( { need = \"x\"; pace = 1.1; }, { need = \"y\"; } ); } );",
          "teams = ( { name = \"a\"; remit = ( { need = \"y\"; pace = 1.3; }, { need = \"x\"; drop = true; } "
          "); } );",
          "teams = (\n  {\n    name = \"a\";\n    remit = (\n      { need = \"y\"; pace = 1.3; }\n    );\n  "
          "}\n);\n");
}

static void rows_that_may_repeat_their_key_replace(void **state) {
    (void)state;
    check("teams = ( { name = \"a\"; shares = ( { need = \"x\"; pace = 1; }, { need = \"x\"; pace = 2; } ); "
          "} );",
          "teams = ( { name = \"a\"; shares = ( { need = \"x\"; pace = 3; } ); } );",
          "teams = (\n  {\n    name = \"a\";\n    shares = (\n      { need = \"x\"; pace = 3; }\n    );\n  "
          "}\n);\n");
}

static void an_empty_list_clears(void **state) {
    (void)state;
    check("teams = ( { name = \"a\"; } );", "teams = ( );", "teams = ();\n");
}

static void a_value_of_another_kind_replaces(void **state) {
    (void)state;
    check("a = { b = 1; }; teams = ( { name = \"a\"; } );", "a = 2; teams = ( { nam = \"b\"; } );",
          "a = 2;\nteams = (\n  { nam = \"b\"; }\n);\n");
}

static void a_name_that_stands_twice_is_a_complaint(void **state) {
    (void)state;
    check_complaint("teams = ( );", "teams = (\n{ name = \"a\"; },\n{ name = \"a\"; } );",
                    "x.cfg:3: error: 'a' is in this list twice, first in line 2");
    check_complaint("", "teams = ( { name = \"a\"; remit = ( { need = \"x\"; },\n{ need = \"x\"; } ); } );",
                    "x.cfg:2: error: 'x' is in this list twice, first in line 1: every need may stand once");
}

static void what_is_not_there_cannot_be_dropped(void **state) {
    (void)state;
    check_complaint("teams = ( { name = \"north\"; }, { name = \"south\"; } );",
                    "\nteams = ( { name = \"nroth\"; drop = true; } );",
                    "x.cfg:2: error: 'nroth' cannot be dropped: no row of this list has that name; did you "
                    "mean 'north'?");
    check_complaint("", "teams = ( { name = \"a\"; drop = true; } );", "no row of this list has that name");
    check_complaint("", "teams = ( { name = \"a\"; drop = 1; } );", "'drop': true or false was expected");
}

static void a_value_keeps_the_line_that_said_it(void **state) {
    (void)state;
    struct err_list err;
    err_list_init(&err);
    struct scn_node root = tree_of("a = {\n  b = 1;\n  c = 2;\n};"), upper = tree_of("\n\n\n\na = { c = 3; };");
    scn_merge(&root, &upper, &top_table, &err);
    assert_int_equal(scn_node_find(scn_node_find(&root, "a"), "b")->line, 2);
    assert_int_equal(scn_node_find(scn_node_find(&root, "a"), "c")->line, 5);
    assert_int_equal(upper.count, 0);
    scn_node_free(&root);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(groups_merge_and_scalars_replace),
        cmocka_unit_test(arrays_and_lists_of_scalars_replace),
        cmocka_unit_test(a_distribution_that_names_its_family_replaces),
        cmocka_unit_test(named_rows_merge_new_ones_go_behind_dropped_ones_go),
        cmocka_unit_test(rows_merge_by_the_first_key_of_their_table),
        cmocka_unit_test(rows_that_may_repeat_their_key_replace),
        cmocka_unit_test(an_empty_list_clears),
        cmocka_unit_test(a_value_of_another_kind_replaces),
        cmocka_unit_test(a_name_that_stands_twice_is_a_complaint),
        cmocka_unit_test(what_is_not_there_cannot_be_dropped),
        cmocka_unit_test(a_value_keeps_the_line_that_said_it),
    };
    return run_chosen(tests, argc, argv);
}

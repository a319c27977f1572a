/* tests/scenario/test_node.c - the tree of a parsed file. */
#include "../../sim/scenario/node.h"

#include "fixture.h"

static void children_are_found_by_name(void **state) {
    (void)state;
    struct scn_node root = tree_of("fte = 5.25;\nrole = \"ot\";\n");
    assert_near(scn_node_find(&root, "fte")->real, 5.25, 0);
    assert_string_equal(scn_node_text(&root, "role"), "ot");
    assert_null(scn_node_find(&root, "rol"));
    assert_null(scn_node_text(&root, "fte"));
    scn_node_free(&root);
}

static void a_child_taken_out_leaves_the_others_in_order(void **state) {
    (void)state;
    struct scn_node root = tree_of("a = 1; b = ( 2, ( 3 ) ); c = 4;");
    scn_node_remove(&root, 1);
    assert_int_equal(root.count, 2);
    assert_string_equal(root.children[0].name, "a");
    assert_string_equal(root.children[1].name, "c");
    scn_node_free(&root);
}

static void an_appended_child_stands_last(void **state) {
    (void)state;
    struct scn_node root = tree_of("a = 1;");
    struct scn_node *child = scn_node_append(&root, (struct scn_node){.kind = SCN_NODE_INTEGER, .integer = 23});
    assert_ptr_equal(child, &root.children[1]);
    assert_int_equal(root.children[1].integer, 23);
    scn_node_free(&root);
}

static void a_freed_node_is_empty(void **state) {
    (void)state;
    struct scn_node root = tree_of("a = { b = ( \"c\" ); };");
    scn_node_free(&root);
    assert_int_equal(root.count, 0);
    assert_null(root.children);
}

static void kinds_have_plain_words(void **state) {
    (void)state;
    assert_string_equal(scn_node_kind_words(SCN_NODE_LIST), "a list");
    assert_string_equal(scn_node_kind_words(SCN_NODE_REAL), "a number with a decimal point");
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(children_are_found_by_name),    cmocka_unit_test(a_child_taken_out_leaves_the_others_in_order),
        cmocka_unit_test(an_appended_child_stands_last), cmocka_unit_test(a_freed_node_is_empty),
        cmocka_unit_test(kinds_have_plain_words),
    };
    return run_chosen(tests, argc, argv);
}

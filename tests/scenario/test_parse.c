/* tests/scenario/test_parse.c - one file into a tree. */
#include "../../sim/scenario/parse.h"

#include "fixture.h"

static void every_kind_of_value_arrives(void **state) {
    (void)state;
    struct scn_node root = tree_of("a = 23; b = 3000000000L; c = 2.385; d = true; e = \"f\\\"g\" \"h\"; i = [ 1, 2 ];\n"
                                   "j = ( 1, 2.5, \"k\" ); l = { m = 0x1F; }; n = 1e3; o = [ ]; p = ( );");
    assert_int_equal(scn_node_find(&root, "a")->integer, 23);
    assert_int_equal(scn_node_find(&root, "b")->integer, 3000000000);
    assert_near(scn_node_find(&root, "c")->real, 2.385, 0);
    assert_true(scn_node_find(&root, "d")->boolean);
    assert_string_equal(scn_node_text(&root, "e"), "f\"gh");
    assert_int_equal(scn_node_find(&root, "i")->kind, SCN_NODE_ARRAY);
    assert_int_equal(scn_node_find(&root, "j")->kind, SCN_NODE_LIST);
    assert_string_equal(scn_node_find(&root, "j")->children[2].text, "k");
    assert_int_equal(scn_node_find(&root, "n")->kind, SCN_NODE_REAL);
    assert_int_equal(scn_node_find(&root, "o")->count + scn_node_find(&root, "p")->count, 0);
    scn_node_free(&root);
}

static void every_value_knows_its_line(void **state) {
    (void)state;
    struct scn_node root =
        tree_of("# one\na = {\n  b = 1;\n  /* four\n five */ c = ( {\n    d = 2; },\n    { d = 3; } );\n};\n");
    const struct scn_node *a = scn_node_find(&root, "a"), *c = scn_node_find(a, "c");
    assert_int_equal(a->line, 2);
    assert_int_equal(scn_node_find(a, "b")->line, 3);
    assert_int_equal(c->line, 5);
    assert_int_equal(c->children[0].line, 5);
    assert_int_equal(scn_node_find(&c->children[0], "d")->line, 6);
    assert_int_equal(c->children[1].line, 7);
    scn_node_free(&root);
}

static void windows_line_ends_do_no_harm(void **state) {
    (void)state;
    struct scn_node root = tree_of("\xEF\xBB\xBF"
                                   "a = 1;\r\nb = \"\xC3\xA9\";\r\n");
    assert_int_equal(scn_node_find(&root, "b")->line, 2);
    assert_string_equal(scn_node_text(&root, "b"), "\xC3\xA9");
    scn_node_free(&root);
}

static void a_syntax_error_shows_the_line_and_helps(void **state) {
    (void)state;
    static const char *const cases[][2] = {
        {"a = 1;\n  b = = 2;\n", "bad.cfg:2: error: syntax error at 'b = = 2;': often a ';'"},
        {"a = ( 1,\n2,\n);\n", "bad.cfg:3: error: syntax error at ');': no comma"},
        {"a = [ 1, 2.5 ];\n", "write [ 1.0, 2.5 ], not [ 1, 2.5 ]"},
        {"a = 1;\na = 2;\n", "bad.cfg:2: error: duplicate setting name at 'a = 2;': this key was given before"},
        {"a = { b = 1;\n", "syntax error"},
        {"a = \"x \\\\\"; b = 5%;\n", "a share is a number from 0 to 1: 5% is 0.05"},
        {"a = 1; b = \"0123456789012345678901234567890123456789012345678901234567890\"; = ;", "..."},
    };
    char *folder = make_folder();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct err_list err;
        struct scn_node root;
        err_list_init(&err);
        char *path = put_text(folder, "bad.cfg", cases[i][0]);
        assert_false(scn_parse(path, (struct scn_file_asker){NULL, 0}, &root, &err));
        assert_int_equal(err.count, 1);
        assert_true(complained(&err, cases[i][1]));
        err_list_free(&err);
        drop_file(path);
    }
    drop_folder(folder);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_of_value_arrives),
        cmocka_unit_test(every_value_knows_its_line),
        cmocka_unit_test(windows_line_ends_do_no_harm),
        cmocka_unit_test(a_syntax_error_shows_the_line_and_helps),
    };
    return run_chosen(tests, argc, argv);
}

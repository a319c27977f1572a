/* tests/scenario/test_scan.c - faults found before libconfig sees a file. */
#include "../../sim/scenario/scan.h"

#include "fixture.h"

struct fault {
    const char *text, *complaint; /* NULL: none */
};

static const struct fault faults[] = {
    {"a = 1;\n\n/* open\nb = 2;\n", "x.cfg:3: error: this comment is never closed"},
    {"/* closed\n*/ a = \"b;\n", "x.cfg:2: error: this text has no closing quote"},
    {"a = \"tab\tinside\";", "x.cfg:1: error: this text holds a tab or another control character"},
    {"\na = \"data\\people.csv\";", "x.cfg:2: error: a backslash in a text must be written twice"},
    {"a = \"one\\ntwo\";", "must be written twice; in paths write '/'"},
    {"a = \"b;\r\nc = 1;", "x.cfg:1: error: this text has no closing quote"},
    {"@include \"b.cfg\"\n", "extends = \"other.cfg\""},
    {"a = 1;\n  @include \"b.cfg\"\n", "x.cfg:2: error: '@include'"},
    {"a @ b", "'@' has no meaning"},
    {"a = 2147483648;", "x.cfg:1: error: the number 2147483648 needs an 'L' behind it: 2147483648L"},
    {"a = -2147483649;", "needs an 'L'"},
    {"a = 0x80000000;", "needs an 'L'"},
    {"a = 9223372036854775808L;", "is too big"},
    {"a = 99999999999999999999;", "is too big"},
    {"a = 2147483647; b = -2147483648; c = 0x7FFFFFFF; d = 3000000000L; e = 9223372036854775807LL;", NULL},
    {"a = 3000000000.5; b = 12345678901e-3; c = .5; d = 99999999999999999999.0;", NULL},
    {"a = \"3000000000 @include /* # \\\" // \"; # \"@ /*\n// 3000000000 \"\n", NULL},
    {"/* @include \"x\" 3000000000 \" */ name3000000000 = 1;", NULL},
    {"", NULL},
};

static void each_fault_is_named_with_its_line(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
        struct err_list err;
        err_list_init(&err);
        assert_int_equal(scn_scan(faults[i].text, "x.cfg", &err), faults[i].complaint == NULL);
        assert_int_equal(err.count, faults[i].complaint == NULL ? 0 : 1);
        assert_true(!faults[i].complaint || complained(&err, faults[i].complaint));
        err_list_free(&err);
    }
}

static void several_faults_are_all_named(void **state) {
    (void)state;
    struct err_list err;
    err_list_init(&err);
    assert_false(scn_scan("a = \"b;\nc = 3000000000;\n@include\n/*", "x.cfg", &err));
    assert_int_equal(err.count, 4);
    assert_true(complained(&err, "x.cfg:4: error: this comment"));
    err_list_free(&err);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_fault_is_named_with_its_line),
        cmocka_unit_test(several_faults_are_all_named),
    };
    return run_chosen(tests, argc, argv);
}

/* tests/scenario/test_complain.c - the sentences of complaints. */
#include "../../sim/scenario/complain.h"

#include "fixture.h"

static const struct scn_node fte = {
    .kind = SCN_NODE_REAL, .name = (char[]){"fte"}, .file = "x.cfg", .line = 41, .real = -3};

static void both_ends_of_a_range_belong_to_it(void **state) {
    (void)state;
    struct err_list err;
    err_list_init(&err);
    const struct param range = {.low = -1.5, .high = 1000, .unit = "FTE"};
    assert_true(scn_complain_range(&fte, "'fte'", -1.5, &range, &err));
    assert_true(scn_complain_range(&fte, "'fte'", 1000, &range, &err));
    assert_int_equal(err.count, 0);
    assert_false(scn_complain_range(&fte, "'fte'", 1000.5, &range, &err));
    assert_string_equal(err.complaints[0].text, "x.cfg:41: error: 'fte' = 1000.5 is outside -1.5..1000 FTE");
    err_list_free(&err);
}

static void an_open_range_names_its_one_end(void **state) {
    (void)state;
    struct err_list err;
    err_list_init(&err);
    const struct param above = {.low = 0.25, .high = INFINITY, .unit = "days"};
    const struct param below = {.low = -INFINITY, .high = 0.25, .unit = "days"};
    assert_false(scn_complain_range(&fte, "it", 0.125, &above, &err));
    assert_false(scn_complain_range(&fte, "it", 0.5, &below, &err));
    assert_false(scn_complain_range(&fte, "it", NAN, &below, &err));
    assert_true(complained(&err, "it = 0.125 is below 0.25 days"));
    assert_true(complained(&err, "it = 0.5 is above 0.25 days"));
    err_list_free(&err);
}

static void an_unknown_key_gets_the_nearest_or_all(void **state) {
    (void)state;
    struct err_list err;
    err_list_init(&err);
    static const char *const keys[] = {"role", "full_time_equivalents"};
    struct scn_node node = fte;
    scn_complain_unknown(&node, "staff group", keys, 2, &err);
    node.name = (char[]){"roel"};
    scn_complain_unknown(&node, "staff group", keys, 2, &err);
    assert_true(complained(&err, "'fte' is no parameter of 'staff group'; it has 'role', 'full_time_equivalents'"));
    assert_true(complained(&err, "'roel' is no parameter of 'staff group'; did you mean 'role'?"));
    err_list_free(&err);
}

static void numbers_are_read_from_both_literals(void **state) {
    (void)state;
    struct err_list err;
    double value;
    err_list_init(&err);
    struct scn_node node = {.kind = SCN_NODE_INTEGER, .integer = 23, .name = (char[]){"a"}, .file = "x.cfg", .line = 2};
    assert_true(scn_complain_number(&node, &value, &err));
    assert_near(value, 23, 0);
    assert_true(scn_complain_number(&fte, &value, &err));
    assert_near(value, -3, 0);
    node.kind = SCN_NODE_REAL;
    node.real = INFINITY;
    assert_false(scn_complain_number(&node, &value, &err));
    node.kind = SCN_NODE_BOOLEAN;
    assert_false(scn_complain_number(&node, &value, &err));
    assert_true(complained(&err, "x.cfg:2: error: 'a' is too big a number"));
    assert_true(complained(&err, "x.cfg:2: error: 'a': a number was expected, this is true or false"));
    err_list_free(&err);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_ends_of_a_range_belong_to_it),
        cmocka_unit_test(an_open_range_names_its_one_end),
        cmocka_unit_test(an_unknown_key_gets_the_nearest_or_all),
        cmocka_unit_test(numbers_are_read_from_both_literals),
    };
    return run_chosen(tests, argc, argv);
}

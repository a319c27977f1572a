/* tests/scenario/test_read.c - structs filled and freed by their tables. */
#include "../../sim/scenario/read.h"

#include "engine/calendar.h"
#include "engine/dist.h"
#include "fixture.h"

struct staff {
    char *role;
    double fte, hours;
};

struct team {
    char *name;
    struct param_rows staff;
    struct param_texts places;
    struct param_dates closed;
    struct des_dist work;
    struct staff head;
    struct staff deputy;
    bool open;
    int64_t limit;
};

static const struct param staff_params[] = {
    {.key = "role", .kind = PARAM_TEXT, .offset = offsetof(struct staff, role), .unit = "name", .meaning = "The role."},
    {.key = "fte",
     .kind = PARAM_REAL,
     .offset = offsetof(struct staff, fte),
     .low = 0,
     .high = 1000,
     .fallback = NAN,
     .unit = "FTE",
     .meaning = "Full-time equivalents."},
    {.key = "hours",
     .kind = PARAM_REAL,
     .offset = offsetof(struct staff, hours),
     .low = 0,
     .high = 3000,
     .unit = "hours",
     .meaning = "Hours.",
     .optional = 1},
};
static const struct param_table staff_table = {
    .name = "staff group", .size = sizeof(struct staff), .params = staff_params, .count = 3};

static const struct param team_params[] = {
    {.key = "name", .kind = PARAM_TEXT, .offset = offsetof(struct team, name), .unit = "name", .meaning = "A name."},
    {.key = "staff",
     .kind = PARAM_ROWS,
     .offset = offsetof(struct team, staff),
     .low = 1,
     .high = 3,
     .fallback = NAN,
     .unit = "list",
     .meaning = "Who.",
     .table = &staff_table},
    {.key = "places",
     .kind = PARAM_TEXTS,
     .offset = offsetof(struct team, places),
     .default_word = "all",
     .unit = "names",
     .meaning = "Where."},
    {.key = "closed",
     .kind = PARAM_DATES,
     .offset = offsetof(struct team, closed),
     .unit = "dates",
     .meaning = "When not."},
    {.key = "work",
     .kind = PARAM_DIST,
     .offset = offsetof(struct team, work),
     .high = 10,
     .fallback = 1.5,
     .unit = "hours",
     .meaning = "How long."},
    {.key = "head",
     .kind = PARAM_GROUP,
     .offset = offsetof(struct team, head),
     .fallback = NAN,
     .unit = "group",
     .meaning = "Who leads.",
     .table = &staff_table,
     .optional = 1},
    {.key = "deputy",
     .kind = PARAM_GROUP,
     .offset = offsetof(struct team, deputy),
     .fallback = NAN,
     .unit = "group",
     .meaning = "Who leads in the absence of the head.",
     .table = &staff_table},
    {.key = "open",
     .kind = PARAM_BOOLEAN,
     .offset = offsetof(struct team, open),
     .fallback = 1,
     .unit = "true or false",
     .meaning = "Is it open?"},
    {.key = "limit",
     .kind = PARAM_INTEGER,
     .offset = offsetof(struct team, limit),
     .low = -1,
     .high = 99,
     .fallback = -1,
     .unit = "people",
     .meaning = "How many."},
};
static const struct param_table team_table = {.name = "team",
                                              .size = sizeof(struct team),
                                              .params = team_params,
                                              .count = sizeof team_params / sizeof team_params[0]};

static struct team read_text(const char *text, struct err_list *err) {
    struct team team = {.name = NULL};
    struct scn_node root = tree_of(text);
    scn_read_group(&root, &team_table, &team, err);
    scn_node_free(&root);
    return team;
}

static void what_is_given_arrives(void **state) {
    (void)state;
    struct err_list err;
    err_list_init(&err);
    struct team team =
        read_text("name = \"North\"; staff = ( { role = \"ot\"; fte = 5; }, { role = \"sw\"; fte = 2.25; "
                  "hours = 9; } );"
                  "places = [ \"a\", \"b\" ]; closed = [ \"2014-05-05\" ]; open = false; limit = 23;"
                  "work = { dist = \"empirical\"; edges = [ 0, 4 ]; weights = [ 1 ]; };"
                  "head = { role = \"h\"; fte = 1; }; deputy = { role = \"d\"; fte = 0.5; };",
                  &err);
    const struct staff *staff = team.staff.rows;
    assert_int_equal(err.count, 0);
    assert_int_equal(team.staff.count, 2);
    assert_near(staff[0].fte, 5, 0);
    assert_nan(staff[0].hours);
    assert_near(staff[1].hours, 9, 0);
    assert_string_equal(team.places.texts[1], "b");
    assert_int_equal(team.closed.count, 1);
    assert_near(des_dist_mean(&team.work), 2, 1e-12);
    assert_string_equal(team.deputy.role, "d");
    assert_true(!team.open && team.limit == 23);
    scn_read_free(&team_table, &team);
}

static void what_is_absent_has_its_default(void **state) {
    (void)state;
    struct err_list err;
    err_list_init(&err);
    struct team team = read_text(
        "name = \"North\"; staff = ( { role = \"ot\"; fte = 5; } ); deputy = { role = \"d\"; fte = 1; };", &err);
    assert_int_equal(err.count, 0);
    assert_int_equal(team.places.count, 1);
    assert_string_equal(team.places.texts[0], "all");
    assert_int_equal(team.closed.count, 0);
    assert_near(des_dist_mean(&team.work), 1.5, 0);
    assert_null(team.head.role);
    assert_true(team.open && team.limit == -1);
    scn_read_free(&team_table, &team);
}

static void every_fault_is_named_in_one_go(void **state) {
    (void)state;
    struct err_list err;
    err_list_init(&err);
    struct team team =
        read_text("nmae = \"North\";\nstaff = ( { role = \"ot\"; fte = -3; },\n{ role = \"sw\"; }, 5 );\n"
                  "places = [ 1 ]; head = 4; closed = \"x\"; work = 11; open = 1; limit = 2.5;",
                  &err);
    static const char *const complaints[] = {
        "x.cfg:1: error: 'nmae' is no parameter of 'team'; did you mean 'name'?",
        "error: team lacks 'name' [name]: A name.",
        "x.cfg:2: error: 'fte' = -3 is outside 0..1000 FTE",
        "x.cfg:3: error: staff group 'sw' lacks 'fte' [FTE]: Full-time equivalents.",
        "x.cfg:3: error: a group { ... } was expected here, this is a whole number",
        "x.cfg:4: error: a text in quotes was expected here, this is a whole number",
        "x.cfg:4: error: 'head': a group { ... } was expected, this is a whole number",
        "x.cfg:4: error: 'closed': a list of dates such as",
        "x.cfg:4: error: 'work' = 11 is outside 0..10 hours",
        "x.cfg:4: error: 'open': true or false was expected, this is a whole number",
        "x.cfg:4: error: 'limit': a whole number was expected",
        "error: team lacks 'deputy' [group]: Who leads in the absence of the head.",
    };
    assert_int_equal(err.count, sizeof complaints / sizeof complaints[0]);
    for (size_t i = 0; i < err.count; i++) {
        assert_true(complained(&err, complaints[i]));
    }
    scn_read_free(&team_table, &team);
    err_list_free(&err);
}

static void rows_must_be_a_list_of_the_right_length(void **state) {
    (void)state;
    static const char *const cases[][2] = {
        {"staff = { role = \"ot\"; };",
         "'staff': a list of groups such as ( { ... }, { ... } ) was expected, this is a group"},
        {"staff = [ ];", "'staff' has 0 elements; 1 to 3 are needed"},
        {"staff = ( { }, { }, { }, { } );", "'staff' has 4 elements; 1 to 3 are needed"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct err_list err;
        err_list_init(&err);
        struct team team = read_text(cases[i][0], &err);
        assert_true(complained(&err, cases[i][1]));
        scn_read_free(&team_table, &team);
        err_list_free(&err);
    }
}

static void a_group_of_defaults_may_be_absent(void **state) {
    (void)state;
    static const struct param inner_params[] = {{.key = "pace",
                                                 .kind = PARAM_REAL,
                                                 .low = 0,
                                                 .high = 9,
                                                 .fallback = 1.25,
                                                 .unit = "ratio",
                                                 .meaning = "Pace."}};
    static const struct param_table inner = {
        .name = "inner", .size = sizeof(double), .params = inner_params, .count = 1};
    static const struct param outer_params[] = {
        {.key = "inner", .kind = PARAM_GROUP, .unit = "group", .meaning = "Inner.", .table = &inner}};
    static const struct param_table outer = {
        .name = "outer", .size = sizeof(double), .params = outer_params, .count = 1};
    struct err_list err;
    err_list_init(&err);
    double pace = 0;
    const struct scn_node nothing = {.kind = SCN_NODE_GROUP, .file = "x.cfg"};
    scn_read_group(&nothing, &outer, &pace, &err);
    assert_int_equal(err.count, 0);
    assert_near(pace, 1.25, 0);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_given_arrives),
        cmocka_unit_test(what_is_absent_has_its_default),
        cmocka_unit_test(every_fault_is_named_in_one_go),
        cmocka_unit_test(rows_must_be_a_list_of_the_right_length),
        cmocka_unit_test(a_group_of_defaults_may_be_absent),
    };
    return run_chosen(tests, argc, argv);
}

/* tests/scenario/test_key.c - keys that a scenario file may have, by their paths. */
#include "scenario/key.h"

#include "fixture.h"
#include "scenario/scenario.h"

/* Finds a key; the complaints stay with the caller. */
static bool found(const char *text, struct scn_key *key, struct err_list *err) {
    struct scn_path path;
    err_list_init(err);
    assert_null(scn_path_parse(text, strlen(text), &path));
    const bool good = scn_key_find(&path, "here", key, err);
    scn_path_free(&path);
    return good;
}

static void expect_key(const char *text, const char *last, bool is_part) {
    struct scn_key key;
    struct err_list err;
    assert_true(found(text, &key, &err));
    assert_string_equal(key.param ? key.param->key : "none", last);
    assert_int_equal(key.is_part, is_part);
    scn_path_free(&key.path);
    err_list_free(&err);
}

static void expect_complaint(const char *text, const char *fragment) {
    struct scn_key key;
    struct err_list err;
    assert_false(found(text, &key, &err));
    assert_int_equal(err.count, 1);
    assert_true(complained(&err, fragment));
    err_list_free(&err);
}

static size_t matches(const char *text, struct scn_key_list *list, struct err_list *err) {
    struct scn_path path;
    err_list_init(err);
    assert_null(scn_path_parse(text, strlen(text), &path));
    const bool good = scn_key_search(&path, list, err);
    assert_int_equal(good, list->count > 0);
    assert_int_equal(good, err->count == 0);
    scn_path_free(&path);
    return list->count;
}

static void a_path_leads_to_its_row_of_a_table(void **state) {
    (void)state;
    expect_key("title", "title", false);
    expect_key("teams", "teams", false);
    expect_key("teams[Rehab]", "teams", false);
    expect_key("teams.staff.fte", "fte", false);
    expect_key("teams[Rehab].staff[ot].changes[2].fte", "fte", false);
    expect_key("world.needs[care].assessment_hours.cv", "assessment_hours", true);
    expect_key("teams[Rehab].drop", "none", false);
}

static void every_step_has_its_own_complaint(void **state) {
    (void)state;
    expect_complaint("temas[Rehab].fte", "here: error: 'temas' is no parameter of 'scenario'; did you mean 'teams'?");
    expect_complaint("teams.stff.fte", "'stff' is no parameter of 'team'; did you mean 'staff'?");
    expect_complaint("run[x].seed", "'run' is no list of groups: leave out '[x]'");
    expect_complaint("run.seed.x", "'x' stands below 'seed', which has no keys of its own");
    expect_complaint("world.needs.assessment_hours.men", "did you mean 'mean'?");
    expect_complaint("world.needs.assessment_hours.mean.x", "'x' stands below 'assessment_hours'");
    expect_complaint("run.drop", "'drop' is no parameter of 'run'");
    expect_complaint("world.care.supply[1].drop", "'drop' is no parameter of 'supply of home care'");
}

static void a_search_finds_every_path_that_ends_so(void **state) {
    (void)state;
    struct scn_key_list list;
    struct err_list err;
    assert_int_equal(matches("fte", &list, &err), 2);
    char *first = scn_path_text(&list.keys[0].path), *second = scn_path_text(&list.keys[1].path);
    assert_string_equal(first, "teams.staff.fte");
    assert_string_equal(second, "teams.staff.changes.fte");
    free(first);
    free(second);
    scn_key_list_free(&list);
    assert_int_equal(matches("staff[ot].fte", &list, &err), 1);
    first = scn_path_text(&list.keys[0].path);
    assert_string_equal(first, "teams.staff[ot].fte");
    free(first);
    scn_key_list_free(&list);
    err_list_free(&err);
}

static void a_row_is_searched_only_where_there_are_rows(void **state) {
    (void)state;
    struct scn_key_list list;
    struct err_list err;
    static const char *const faults[][2] = {
        {"replications[3]", "error: 'replications' is no list of groups: leave out '[3]'"},
        {"fte[ot]", "error: 'fte' is no list of groups: leave out '[ot]'"},
        {"assessment_hours[2].mean", "leave out '[2]'"},
        {"assessment_hours.mean[2]", "leave out '[2]'"}};
    for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
        assert_int_equal(matches(faults[i][0], &list, &err), 0);
        assert_int_equal(err.count, 1);
        assert_true(complained(&err, faults[i][1]));
        err_list_free(&err);
        scn_key_list_free(&list);
    }
    assert_int_equal(matches("changes[2].fte", &list, &err), 1);
    scn_key_list_free(&list);
    err_list_free(&err);
}

static void what_is_not_found_is_told_the_nearest(void **state) {
    (void)state;
    struct scn_key_list list;
    struct err_list err;
    assert_int_equal(matches("recognizes", &list, &err), 0);
    assert_true(complained(&err, "error: 'recognizes' is no key of a scenario file; did you mean 'recognises'?"));
    err_list_free(&err);
    assert_int_equal(matches("teams.recognizes", &list, &err), 0);
    assert_true(complained(&err, "error: 'recognizes' is no parameter of 'team'; did you mean 'recognises'?"));
    err_list_free(&err);
    assert_int_equal(matches("xyzzyxyzzy", &list, &err), 0);
    assert_true(complained(&err, "(all of them: caremix check --parameters)"));
    err_list_free(&err);
}

/* Below every group and list of the tables, each key is found by the path to it. */
static void find_all(const struct param_table *table, const char *above, size_t *count) {
    for (size_t i = 0; i < table->count; i++) {
        char *text = mem_format("%s%s%s", above, *above ? "." : "", table->params[i].key);
        expect_key(text, table->params[i].key, false);
        (*count)++;
        if (table->params[i].table) {
            find_all(table->params[i].table, text, count);
        }
        free(text);
    }
}

static void every_key_of_every_table_has_a_path(void **state) {
    (void)state;
    size_t count = 0;
    find_all(&scn_scenario_table, "", &count);
    assert_true(count > 100);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_path_leads_to_its_row_of_a_table),
        cmocka_unit_test(every_step_has_its_own_complaint),
        cmocka_unit_test(a_search_finds_every_path_that_ends_so),
        cmocka_unit_test(a_row_is_searched_only_where_there_are_rows),
        cmocka_unit_test(what_is_not_found_is_told_the_nearest),
        cmocka_unit_test(every_key_of_every_table_has_a_path),
    };
    return run_chosen(tests, argc, argv);
}

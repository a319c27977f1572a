/* tests/scenario/test_difference.c - what two scenarios have different. */
#include "scenario/difference.h"

#include "fixture.h"
#include "scenario/path.h"

static const char valley[] = "tests/scenarios/valley.cfg";

/* The valley and what lies over it. */
struct pair {
    struct scn_scenario read[2];
    struct scn_difference_list list;
};

static void expect_good(bool good, const struct err_list *err) {
    for (size_t i = 0; i < err->count; i++) {
        print_error("%s\n", err->complaints[i].text);
    }
    assert_true(good);
}

/* Reads what a text lays over the valley; apostrophes stand for quotation marks. */
static void read_overlay(struct scn_scenario *scenario, const char *overlay) {
    char here[4096];
    assert_non_null(getcwd(here, sizeof here));
    char *folder = make_folder(), *text = mem_format("extends = '%s/%s';\n%s", here, valley, overlay);
    for (char *at = text; *at != '\0'; at++) {
        *at = *at == '\'' ? '"' : *at;
    }
    char *path = put_text(folder, "other.cfg", text);
    struct err_list err;
    err_list_init(&err);
    const bool good = scn_scenario_read(path, scenario, &err);
    expect_good(good, &err);
    err_list_free(&err);
    free(text);
    drop_file(path);
    drop_folder(folder);
}

static void compare_with(struct pair *pair, const char *overlay) {
    struct err_list err;
    err_list_init(&err);
    const bool good = scn_scenario_read(valley, &pair->read[0], &err);
    expect_good(good, &err);
    err_list_free(&err);
    read_overlay(&pair->read[1], overlay);
    scn_difference_find(&pair->read[0], &pair->read[1], &pair->list);
}

static void free_pair(struct pair *pair) {
    scn_difference_list_free(&pair->list);
    scn_scenario_free(&pair->read[0]);
    scn_scenario_free(&pair->read[1]);
}

/* There is one difference, and it is this. */
static void expect_one(const char *overlay, const char *path, const char *first, const char *second) {
    struct pair pair;
    compare_with(&pair, overlay);
    assert_int_equal(pair.list.count, 1);
    const struct scn_difference *only = &pair.list.differences[0];
    assert_string_equal(only->path, path);
    assert_string_equal(only->values[0] ? only->values[0] : "absent", first);
    assert_string_equal(only->values[1] ? only->values[1] : "absent", second);
    free_pair(&pair);
}

static void nothing_is_different_where_the_same_holds(void **state) {
    (void)state;
    static const char *const overlays[] = {
        "",
        "teams = ( { name = 'Rehab'; list_limit = -1; travel = (); queue = 'accumulating'; } );",
        "run = { warm_up_days = 365.0; };",
        "world = { death_multiplier = 1.0; needs = ( { name = 'equipment'; followup_gap_days = { dist = 'constant'; "
        "value "
        "= 14.0; }; } ); };",
        "world = { streams = ( { name = 'school'; presents = ( { need = 'equipment'; probability = 0.7; from_years = "
        "0; }, "
        "{ need = 'adaptation'; probability = 0.3; } ); } ); };",
    };
    for (size_t i = 0; i < sizeof overlays / sizeof overlays[0]; i++) {
        struct pair pair;
        compare_with(&pair, overlays[i]);
        if (pair.list.count != 0) {
            print_error("%s: %s\n", overlays[i], pair.list.differences[0].path);
        }
        assert_int_equal(pair.list.count, 0);
        free_pair(&pair);
    }
}

static void each_kind_of_value_is_told_by_its_path(void **state) {
    (void)state;
    expect_one("run = { seed = 5; };", "run.seed", "71", "5");
    expect_one("teams = ( { name = 'Rehab'; staff = ( { role = 'ot'; fte = 3; } ); } );", "teams[Rehab].staff[ot].fte",
               "2.4", "3");
    expect_one("teams = ( { name = 'Rehab'; precedence = 4; } );", "teams[Rehab].precedence", "0", "4");
    expect_one("teams = ( { name = 'Rehab'; closes = '2030-01-01'; } );", "teams[Rehab].closes", "absent",
               "\"2030-01-01\"");
    expect_one("world = { hospital = { length_of_stay_days = { cv = 0.5; }; }; };",
               "world.hospital.length_of_stay_days", "{ dist = \"lognormal\"; mean = 11; cv = 0.9; }",
               "{ dist = \"lognormal\"; mean = 11; cv = 0.5; }");
    expect_one("teams = ( { name = 'Rehab'; crew = [ 'ot', 'assistant' ]; } );", "teams[Rehab].crew", "[]",
               "[ \"ot\", \"assistant\" ]");
    expect_one("world = { care = { supply = ( { year = 2014; hours_per_week = 900; } ); }; };", "world.care.supply",
               "()", "( { year = 2014; hours_per_week = 900; } )");
}

static void defaults_are_told_from_what_is_said(void **state) {
    (void)state;
    struct pair pair;
    compare_with(&pair, "teams = ( { name = 'Rehab'; precedence = 4; } );");
    assert_true(pair.list.differences[0].is_default[0]);
    assert_false(pair.list.differences[0].is_default[1]);
    assert_string_equal(pair.list.differences[0].param->unit, "number");
    free_pair(&pair);
}

static void rows_that_only_one_has_are_one_difference(void **state) {
    (void)state;
    expect_one("world = { targets = ( { name = 'soon'; days = 5; share = 0.5; } ); };", "world.targets[soon]", "absent",
               "{ name = \"soon\"; days = 5; share = 0.5; }");
    expect_one("teams = ( { name = 'Rehab'; staff = ( { role = 'assistant'; drop = true; } ); } );",
               "teams[Rehab].staff[assistant]", "{ role = \"assistant\"; fte = 1; }", "absent");
}

/* A list that another file cleared may be given anew, in another order. */
static void another_order_is_a_difference(void **state) {
    (void)state;
    char here[4096];
    assert_non_null(getcwd(here, sizeof here));
    char *folder = make_folder();
    char *text = mem_format("extends = \"%s/%s\"; teams = ( { name = \"Rehab\"; staff = (); } );", here, valley);
    char *cleared = put_text(folder, "cleared.cfg", text);
    struct pair pair;
    struct err_list err;
    err_list_init(&err);
    char *again = put_text(folder, "again.cfg",
                           "extends = \"cleared.cfg\"; teams = ( { name = \"Rehab\"; staff = ( { role = \"assistant\"; "
                           "fte = 1; }, { role = \"ot\"; fte = 2.4; } ); } );");
    const bool good = scn_scenario_read(valley, &pair.read[0], &err) & scn_scenario_read(again, &pair.read[1], &err);
    expect_good(good, &err);
    scn_difference_find(&pair.read[0], &pair.read[1], &pair.list);
    assert_int_equal(pair.list.count, 1);
    assert_int_equal(pair.list.differences[0].kind, SCN_DIFFERENCE_ORDER);
    assert_string_equal(pair.list.differences[0].path, "teams[Rehab].staff");
    assert_string_equal(pair.list.differences[0].values[0], "\"ot\", \"assistant\"");
    assert_string_equal(pair.list.differences[0].values[1], "\"assistant\", \"ot\"");
    free_pair(&pair);
    err_list_free(&err);
    free(text);
    drop_file(cleared);
    drop_file(again);
    drop_folder(folder);
}

static void data_are_compared_by_what_they_hold(void **state) {
    (void)state;
    char here[4096];
    assert_non_null(getcwd(here, sizeof here));
    char *same = mem_format("world = { deaths_file = '%s/tests/scenarios/../scenarios/valley-deaths.csv'; };", here);
    char *other = mem_format("world = { deaths_file = '%s/tests/scenarios/one-team-deaths.csv'; };", here);
    struct pair pair;
    compare_with(&pair, same);
    assert_int_equal(pair.list.count, 0);
    free_pair(&pair);
    compare_with(&pair, other);
    assert_int_equal(pair.list.count, 1);
    assert_string_equal(pair.list.differences[0].path, "world.deaths_file");
    free_pair(&pair);
    free(same);
    free(other);
}

/* What a setting must say so that the first scenario has what the second has. */
static char *setting_for(const struct scn_difference *difference) {
    if (difference->kind == SCN_DIFFERENCE_VALUE) {
        return mem_format("%s=%s", difference->path, difference->values[1]);
    }
    if (!difference->values[1]) {
        return mem_format("%s.drop=true", difference->path);
    }
    struct scn_path path;
    assert_null(scn_path_parse(difference->path, strlen(difference->path), &path));
    free(path.steps[path.count - 1].row);
    path.steps[path.count - 1].row = NULL;
    char *list = scn_path_text(&path), *text = mem_format("%s=( %s )", list, difference->values[1]);
    free(list);
    scn_path_free(&path);
    return text;
}

/* Settings as the differences show them take every difference away. */
static void settings_take_differences_away(void **state) {
    (void)state;
    static const char overlay[] =
        "title = 'Other'; question = 'Which?'; run = { seed = 5; holidays = [ '2014-12-25' ]; opening_hour = "
        "8.5; };"
        "world = { missed_visit = 0.05; care = { supply = ( { year = 2014; hours_per_week = 900; } ); "
        "cost_gbp_per_hour = "
        "30; }; hospital = { length_of_stay_days = 7; }; targets = ( { name = 'soon'; days = 5; share = 0.5; "
        "priorities = [ "
        "'urgent' ]; } ); streams = ( { name = 'community'; weekday_profile = [ 1, 1, 1, 1, 2, 0, 0 ]; growth_per_year "
        "= "
        "0.01; further = ( { need = 'care'; probability = 0.1; from_years = 75; } ); } ); needs = ( { name = "
        "'equipment'; "
        "followup_gap_days = { dist = 'gamma'; mean = 10; cv = 0.5; }; } ); };"
        "teams = ( { name = 'Rehab'; visits = false; staff = ( { role = 'assistant'; drop = true; }, { role = 'ot'; "
        "changes "
        "= ( { date = '2014-06-01'; fte = 2; } ); } ); }, { name = 'OT [North] = second'; organisation = 'council'; "
        "localities = [ 'North' ]; streams = [ 'all' ]; recognises = 0.5; remit = ( { need = 'equipment'; } ); staff = "
        "( { "
        "role = 'ot'; fte = 1; } ); effect = { prevent = 0; return_per_year = 0; reduce = 0; reduce_hours = 1; delay = "
        "0; "
        "delay_weeks = 4; }; } );";
    struct pair pair;
    compare_with(&pair, overlay);
    assert_true(pair.list.count >= 15);
    struct scn_setting settings[40] = {{.text = NULL}};
    assert_true(pair.list.count < 40);
    for (size_t i = 0; i < pair.list.count; i++) {
        settings[i].text = setting_for(&pair.list.differences[i]);
    }
    struct scn_scenario set;
    struct scn_difference_list left;
    struct err_list err;
    err_list_init(&err);
    const bool good = scn_scenario_read_with(valley, settings, pair.list.count, &set, &err);
    scn_setting_check(settings, pair.list.count, &err);
    expect_good(good && err.count == 0, &err);
    scn_difference_find(&set, &pair.read[1], &left);
    for (size_t i = 0; i < left.count; i++) {
        print_error("%s is still different\n", left.differences[i].path);
    }
    assert_int_equal(left.count, 0);
    for (size_t i = 0; i < pair.list.count; i++) {
        free((void *)(uintptr_t)settings[i].text);
    }
    scn_difference_list_free(&left);
    scn_scenario_free(&set);
    scn_setting_free(settings, pair.list.count);
    err_list_free(&err);
    free_pair(&pair);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_different_where_the_same_holds),
        cmocka_unit_test(each_kind_of_value_is_told_by_its_path),
        cmocka_unit_test(defaults_are_told_from_what_is_said),
        cmocka_unit_test(rows_that_only_one_has_are_one_difference),
        cmocka_unit_test(another_order_is_a_difference),
        cmocka_unit_test(data_are_compared_by_what_they_hold),
        cmocka_unit_test(settings_take_differences_away),
    };
    return run_chosen(tests, argc, argv);
}

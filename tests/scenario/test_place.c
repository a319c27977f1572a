/* tests/scenario/test_place.c - where scenario files give a key, with the comment that speaks for it. */
#include "scenario/place.h"

#include "fixture.h"
#include "scenario/scenario.h"

static const char low_text[] = "# low.cfg - a world.\n"
                               "#\n"
                               "# All that has no comment: D\n"
                               "\n"
                               "run = { seed = 3; };\n"
                               "world = {\n"
                               "  missed_visit = 0.03; # B  S1\n"
                               "  # Bands are of grade C.\n"
                               "  care = { bands = (\n"
                               "    { age_band = \"a\"; stock_per_1000 = 1; }, # first\n"
                               "    { age_band = \"b\"; stock_per_1000 = 2; } ); }; # D  S2\n"
                               "  needs = ( { name = \"n\";\n"
                               "      lead_days = { dist = \"gamma\"; mean = 3; cv = 0.5; }; } ); # (B)\n"
                               "};\n"
                               "published = ( { name = \"p\"; low = 1; source = \"A  S3\"; } ); # D\n"
                               "teams = ( { name = \"t\"; }, { name = \"u\"; } );\n";
static const char high_text[] = "extends = \"low.cfg\";\n"
                                "world = { missed_visit = 0.05;\n"
                                "  needs = ( { name = \"n\"; lead_days = { mean = 4; }; } ); };\n"
                                "teams = ( { name = \"v\"; } );\n";

/* Two files, the second over the first, and the places of a key in them. */
struct found {
    char *folder, *paths[2];
    struct scn_place_list list;
};

static void find(struct found *found, const char *text) {
    struct scn_path path;
    struct scn_key key;
    struct err_list err;
    err_list_init(&err);
    found->folder = make_folder();
    found->paths[0] = put_text(found->folder, "low.cfg", low_text);
    found->paths[1] = put_text(found->folder, "high.cfg", high_text);
    assert_null(scn_path_parse(text, strlen(text), &path));
    assert_true(scn_key_find(&path, NULL, &key, &err));
    assert_true(scn_place_find(&key, (const char *const *)found->paths, 2, &found->list, &err));
    assert_int_equal(err.count, 0);
    scn_path_free(&key.path);
    scn_path_free(&path);
}

static void drop(struct found *found) {
    scn_place_list_free(&found->list);
    drop_file(found->paths[0]);
    drop_file(found->paths[1]);
    drop_folder(found->folder);
}

static void every_place_is_found_with_who_goes_by_it(void **state) {
    (void)state;
    struct found found;
    find(&found, "world.missed_visit");
    assert_int_equal(found.list.count, 2);
    const struct scn_place *low = &found.list.places[0], *high = &found.list.places[1];
    assert_string_equal(low->path, "world.missed_visit");
    assert_string_equal(low->value, "0.03");
    assert_string_equal(low->file, found.paths[0]);
    assert_int_equal(low->line, 7);
    assert_true(low->is_held[0] && !low->is_held[1]);
    assert_string_equal(high->value, "0.05");
    assert_int_equal(high->line, 2);
    assert_true(!high->is_held[0] && high->is_held[1]);
    drop(&found);
}

static void the_nearest_comment_with_a_grade_speaks(void **state) {
    (void)state;
    struct found found;
    find(&found, "world.missed_visit");
    assert_int_equal(found.list.places[0].remark_count, 1);
    assert_string_equal(found.list.places[0].remarks[0].text, "B  S1");
    assert_int_equal(found.list.places[1].remark_count, 0);
    drop(&found);
    find(&found, "run.seed");
    assert_string_equal(found.list.places[0].remarks[0].text, "All that has no comment: D");
    assert_int_equal(found.list.places[0].remarks[0].line, 0);
    drop(&found);
}

static void a_comment_behind_the_last_row_speaks_for_the_list(void **state) {
    (void)state;
    struct found found;
    find(&found, "world.care.bands.stock_per_1000");
    assert_int_equal(found.list.count, 2);
    assert_string_equal(found.list.places[0].path, "world.care.bands[a].stock_per_1000");
    assert_int_equal(found.list.places[0].remark_count, 2);
    assert_string_equal(found.list.places[0].remarks[0].text, "first");
    assert_string_equal(found.list.places[0].remarks[1].text, "D  S2");
    assert_int_equal(found.list.places[0].remarks[1].line, 11);
    assert_int_equal(found.list.places[1].remark_count, 1);
    drop(&found);
    find(&found, "world.care.bands[b].stock_per_1000");
    assert_int_equal(found.list.count, 1);
    drop(&found);
}

static void a_distribution_changed_in_part_holds_in_both_places(void **state) {
    (void)state;
    struct found found;
    find(&found, "world.needs.lead_days");
    assert_int_equal(found.list.count, 2);
    assert_true(found.list.places[0].is_held[0] && found.list.places[0].is_held[1]);
    assert_true(!found.list.places[1].is_held[0] && found.list.places[1].is_held[1]);
    drop(&found);
    find(&found, "world.needs.lead_days.mean");
    assert_true(found.list.places[0].is_held[0] && !found.list.places[0].is_held[1]);
    assert_string_equal(found.list.places[1].value, "4");
    drop(&found);
}

static void a_row_that_names_its_source_has_it(void **state) {
    (void)state;
    struct found found;
    find(&found, "published.low");
    assert_string_equal(found.list.places[0].source, "A  S3");
    assert_int_equal(found.list.places[0].remark_count, 0);
    drop(&found);
}

static void a_list_has_the_names_of_its_rows(void **state) {
    (void)state;
    struct found found;
    find(&found, "teams");
    assert_int_equal(found.list.count, 2);
    assert_string_equal(found.list.places[0].value, "t; u");
    assert_string_equal(found.list.places[1].value, "v");
    assert_true(found.list.places[0].is_held[1] && found.list.places[1].is_held[1]);
    drop(&found);
    find(&found, "run");
    assert_int_equal(found.list.count, 0);
    drop(&found);
}

static void a_file_that_cannot_be_read_is_a_complaint(void **state) {
    (void)state;
    struct scn_path path = {.count = 0};
    struct scn_place_list list;
    struct err_list err;
    const char *paths[] = {"none/none.cfg"};
    err_list_init(&err);
    scn_path_append(&path, "title", NULL);
    const struct scn_key key = {path, &scn_scenario_table.params[0], false};
    assert_false(scn_place_find(&key, paths, 1, &list, &err));
    assert_int_equal(err.count, 1);
    scn_place_list_free(&list);
    scn_path_free(&path);
    err_list_free(&err);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_place_is_found_with_who_goes_by_it),
        cmocka_unit_test(the_nearest_comment_with_a_grade_speaks),
        cmocka_unit_test(a_comment_behind_the_last_row_speaks_for_the_list),
        cmocka_unit_test(a_distribution_changed_in_part_holds_in_both_places),
        cmocka_unit_test(a_row_that_names_its_source_has_it),
        cmocka_unit_test(a_list_has_the_names_of_its_rows),
        cmocka_unit_test(a_file_that_cannot_be_read_is_a_complaint),
    };
    return run_chosen(tests, argc, argv);
}

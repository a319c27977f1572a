/* tests/scenario/test_path.c - how a key of a scenario is named. */
#include "scenario/path.h"

#include "fixture.h"

static struct scn_path path_of(const char *text) {
    struct scn_path path;
    assert_null(scn_path_parse(text, strlen(text), &path));
    return path;
}

static void expect_fault(const char *text, const char *fragment) {
    struct scn_path path;
    const char *fault = scn_path_parse(text, strlen(text), &path);
    assert_non_null(fault);
    assert_non_null(strstr(fault, fragment));
    scn_path_free(&path);
}

static void steps_and_rows_are_told_apart(void **state) {
    (void)state;
    struct scn_path path = path_of(" teams[Council OT, Perth City].staff[ot].fte ");
    assert_int_equal(path.count, 3);
    assert_string_equal(path.steps[0].key, "teams");
    assert_string_equal(path.steps[0].row, "Council OT, Perth City");
    assert_string_equal(path.steps[1].row, "ot");
    assert_string_equal(path.steps[2].key, "fte");
    assert_null(path.steps[2].row);
    scn_path_free(&path);
}

static void what_is_printed_reads_back(void **state) {
    (void)state;
    static const char *const texts[] = {"title", "run.replications", "world.care.bands[85+].onset_per_year",
                                        "world.care.supply[2].hours_per_week",
                                        "teams[Team [North] = A.B].staff[social_worker]"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct scn_path path = path_of(texts[i]), copy = scn_path_copy(&path);
        char *text = scn_path_text(&copy);
        assert_string_equal(text, texts[i]);
        free(text);
        scn_path_free(&copy);
        scn_path_free(&path);
    }
}

static void a_path_ends_at_the_first_sign_outside_brackets(void **state) {
    (void)state;
    assert_string_equal(scn_path_end("teams[A = B].x=1=2"), "=1=2");
    assert_string_equal(scn_path_end("teams]].x=1"), "=1");
    assert_string_equal(scn_path_end("teams[A"), "");
}

static void faults_are_named(void **state) {
    (void)state;
    expect_fault("", "a key is missing");
    expect_fault("run.", "a key is missing");
    expect_fault("run..seed", "a key is missing");
    expect_fault(".run", "a key is missing");
    expect_fault("teams[Rehab", "never closed");
    expect_fault("teams[Team [North].fte", "never closed");
    expect_fault("teams[].fte", "name of a row is missing");
    expect_fault("teams[Rehab]fte", "only '.', '['");
    expect_fault("run seed", "only '.', '['");
}

static void steps_are_added_and_taken_away_at_the_end(void **state) {
    (void)state;
    struct scn_path path = path_of("run.seed");
    scn_path_shorten(&path);
    scn_path_append(&path, "published", "Utilisation, NHS");
    char *text = scn_path_text(&path);
    assert_string_equal(text, "run.published[Utilisation, NHS]");
    free(text);
    scn_path_free(&path);
    assert_int_equal(path.count, 0);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(steps_and_rows_are_told_apart),
        cmocka_unit_test(what_is_printed_reads_back),
        cmocka_unit_test(a_path_ends_at_the_first_sign_outside_brackets),
        cmocka_unit_test(faults_are_named),
        cmocka_unit_test(steps_are_added_and_taken_away_at_the_end),
    };
    return run_chosen(tests, argc, argv);
}

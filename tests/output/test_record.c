/* tests/output/test_record.c - what a results folder says of itself. */
#include "output/record.h"

#include "tests/output/scratch.h"

#define ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

/* Every line of a good manifest, in order; a test puts another in the place of one. */
static const char *const good[] = {
    "\"program\": \"caremix\"",
    "\"version\": \"0.0.7\"",
    "\"commit\": null",
    "\"complete\": true",
    "\"seed\": \"18446744073709551615\"",
    "\"replications\": 17",
    "\"scenarios\": [\"b\", \"a\"]",
    "\"inputs\": [{\"file\": \"/gone/b.cfg\", \"sha256\": null}, {\"file\": \"x/people.csv\", \"sha256\": \"" ABC
    "\", \"copy\": \"resolved/people.csv\"}]",
    "\"outputs\": [{\"file\": \"resolved/a.cfg\", \"sha256\": \"" ABC "\"},"
    " {\"file\": \"resolved/b.cfg\", \"sha256\": \"" ABC "\"},"
    " {\"file\": \"resolved/people.csv\", \"sha256\": \"" ABC "\"}]",
    "\"libraries\": {\"gsl\": \"2.7.1\"}",
    "\"first_replication\": 23",
    "\"settings\": [{\"scenario\": \"a\", \"set\": \"title=\\u00fc\"}, {\"scenario\": \"b\", \"set\": \"run.seed=5\"}]",
};

enum { LINES = sizeof good / sizeof good[0], NO_LINE = LINES };

/* Reads a manifest of which one line is another. The caller frees record and complaints. */
static bool record_of(void **state, size_t line, const char *text, struct out_record *record, struct err_list *err) {
    char *manifest = mem_text("{");
    for (size_t i = 0; i < LINES; i++) {
        char *longer = mem_format("%s%s\n%s", manifest, i > 0 ? "," : "", i == line ? text : good[i]);
        free(manifest);
        manifest = longer;
    }
    char *whole = mem_format("%s}\n", manifest);
    scratch_write(state, "manifest.json", whole);
    err_list_init(err);
    free(whole);
    free(manifest);
    return out_record_read(record, *state, err);
}

static void assert_complaint(void **state, size_t line, const char *text, const char *wanted) {
    struct out_record record;
    struct err_list err;
    assert_false(record_of(state, line, text, &record, &err));
    bool is_said = false;
    for (size_t i = 0; i < err.count; i++) {
        is_said =
            is_said || (strstr(err.complaints[i].text, wanted) && strstr(err.complaints[i].text, "manifest.json"));
        assert_true(strlen(err.complaints[i].text) < 400);
    }
    if (!is_said) {
        print_error("%s\nwanted: %s\n", err.complaints[0].text, wanted);
        fail();
    }
    assert_in_range(err.count, 1, 21);
    err_list_free(&err);
    out_record_free(&record);
}

static void a_manifest_is_read_back(void **state) {
    struct out_record record;
    struct err_list err;
    assert_true(record_of(state, NO_LINE, NULL, &record, &err));
    assert_true(record.seed == UINT64_MAX);
    assert_int_equal(record.first_replication, 23);
    assert_int_equal(record.replications, 17);
    assert_true(record.is_complete);
    assert_int_equal(record.scenario_count, 2);
    assert_string_equal(record.scenarios[0], "b");
    assert_string_equal(record.scenarios[1], "a");
    assert_int_equal(record.setting_count, 2);
    assert_int_equal(record.settings[0].scenario, 1);
    assert_string_equal(record.settings[0].text, "title=\xC3\xBC");
    assert_int_equal(record.settings[1].scenario, 0);
    assert_int_equal(record.output_count, 3);
    assert_string_equal(record.outputs[2].name, "resolved/people.csv");
    assert_string_equal(record.outputs[2].sha256, ABC);
    assert_int_equal(out_record_find(&record, "resolved/b.cfg"), 1);
    assert_int_equal(out_record_find(&record, "b.cfg"), 3);
    out_record_free(&record);
    err_list_free(&err);
}

static void what_made_the_results_is_known_or_unknown(void **state) {
    struct out_record record;
    struct err_list err;
    assert_true(record_of(state, NO_LINE, NULL, &record, &err));
    assert_string_equal(record.facts[0].name, "version");
    assert_string_equal(record.facts[0].value, "0.0.7");
    assert_string_equal(record.facts[1].value, "unknown");
    for (size_t i = 0; i < record.fact_count; i++) {
        if (strcmp(record.facts[i].name, "gsl") == 0) {
            assert_string_equal(record.facts[i].value, "2.7.1");
        }
    }
    out_record_free(&record);
    err_list_free(&err);
}

static void every_fault_is_a_complaint(void **state) {
    static const struct {
        size_t line;
        const char *text, *wanted;
    } cases[] = {
        {0, "\"program\": \"gnuplot\"", "'program' must be \"caremix\", not \"gnuplot\""},
        {0, "\"x\": 1", "'program' must be \"caremix\", not nothing"},
        {0, "\"program\": \"caremix\" 1", "manifest.json:2: error: is no JSON"},
        {1, "\"version\": [7]", "'version' must be a text, not [7]"},
        {3, "\"x\": 1", "'complete' must be true or false, not nothing"},
        {4, "\"seed\": 2014", "'seed' must be a text that is a whole number, as \"2014\", not 2014"},
        {4, "\"seed\": \"-1\"", "'seed' must be"},
        {4, "\"seed\": \"18446744073709551616\"", "'seed' must be"},
        {4, "\"seed\": \"20 14\"", "'seed' must be"},
        {5, "\"replications\": 0", "'replications' must be a whole number from 1 to 1000000, not 0"},
        {10, "\"first_replication\": 0", "'first_replication' must be a whole number from 1 to 1000000, not 0"},
        {5, "\"replications\": 1e300", "'replications' must be"},
        {5, "\"replications\": \"17\"", "'replications' must be"},
        {6, "\"scenarios\": []", "'scenarios' must be a list of names, not []"},
        {6, "\"scenarios\": {\"a\": 1}", "'scenarios' must be a list of names"},
        {6, "\"scenarios\": [\"../a\"]", "'scenarios' must be a list of names without '/', not \"../a\""},
        {6, "\"scenarios\": [\"a\", 7]", "'scenarios' must be a list of names without '/', not 7"},
        {6, "\"scenarios\": [\"c\"]", "'scenarios' must be a list of names of which each has a file in resolved"},
        {7, "\"inputs\": [\"x\"]", "'inputs' must be a list of files, each with its SHA-256"},
        {7, "\"inputs\": [{\"file\": \"x/deaths.csv\", \"sha256\": null, \"copy\": \"resolved/deaths.csv\"}]",
         "data that are among the outputs"},
        {7,
         "\"inputs\": [{\"file\": \"people.csv\", \"sha256\": \"0000000000000000000000000000000000000000000000000000"
         "000000000000\", \"copy\": \"resolved/people.csv\"}]",
         "data with the SHA-256 of their copy in resolved"},
        {11, "\"settings\": 3", "'settings' must be a list of what was set, not 3"},
        {11, "\"settings\": [{\"set\": \"run.seed=5\"}]", "'settings' must be a list of what was set, on one line"},
        {11, "\"settings\": [{\"scenario\": \"c\", \"set\": \"run.seed=5\"}]", "in which of the scenarios, not {"},
        {11, "\"settings\": [{\"scenario\": \"a\", \"set\": \"x\\ny\"}]", "on one line"},
        {11, "\"settings\": [{\"scenario\": \"a\", \"set\": \"x\\u0085y\"}]", "on one line"},
        {11, "\"runs\": []", "is of the coverage of intervals (selftest --seeds)"},
        {8, "\"outputs\": 3", "'outputs' must be a list of files, not 3"},
        {8, "\"outputs\": [{\"file\": \"a\", \"sha256\": \"abc\"}]", "each with its SHA-256 in 64 hexadecimal digits"},
        {8, "\"outputs\": [{\"file\": \"a\", \"sha256\": \"" ABC "\"}, {\"file\": \"a\", \"sha256\": \"" ABC "\"}]",
         "a list that names each file once"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_complaint(state, cases[i].line, cases[i].text, cases[i].wanted);
    }
}

static void no_name_leads_out_of_the_folder(void **state) {
    static const char *const names[] = {"../x", "/etc/passwd", "..", "a/../../x", "a/..", "", "a/", "a\\u001b[2J"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char *text = mem_format("\"outputs\": [{\"file\": \"%s\", \"sha256\": \"" ABC "\"}]", names[i]);
        assert_complaint(state, 8, text, "'outputs' must be a list of files inside the folder");
        free(text);
    }
}

/* By a file, by a folder on the way, and by the manifest; inside, links are like what they lead to. */
static void no_link_leads_out_of_the_folder(void **state) {
    struct out_record record;
    struct err_list err;
    char *resolved = scratch_path(state, "resolved"), *copy = scratch_path(state, "copy"),
         *file = scratch_path(state, "copy/a.cfg"), *manifest = scratch_path(state, "manifest.json");
    assert_int_equal(mkdir(copy, 0700), 0);
    scratch_write(state, "copy/b.cfg", "abc");
    assert_int_equal(symlink("b.cfg", file), 0);
    assert_int_equal(symlink("copy", resolved), 0);
    assert_true(record_of(state, NO_LINE, NULL, &record, &err));
    assert_int_equal(out_record_check(&record, 0), OUT_AS_RECORDED);
    out_record_free(&record);
    assert_int_equal(unlink(file), 0);
    assert_int_equal(symlink("/etc/passwd", file), 0);
    assert_complaint(state, NO_LINE, NULL,
                     "'outputs' must be a list of files inside the folder, not {\"file\":\"resolved/a.cfg\"");
    assert_int_equal(unlink(resolved), 0);
    assert_int_equal(symlink("/etc", resolved), 0);
    assert_complaint(state, 8, "\"outputs\": [{\"file\": \"resolved/passwd\", \"sha256\": \"" ABC "\"}]",
                     "'outputs' must be a list of files inside the folder");
    assert_int_equal(unlink(manifest), 0);
    assert_int_equal(symlink("/etc/passwd", manifest), 0);
    assert_false(out_record_read(&record, *state, &err));
    assert_non_null(strstr(err.complaints[0].text, "is a link that leads out of the folder"));
    out_record_free(&record);
    err_list_free(&err);
    free(manifest);
    free(file);
    free(copy);
    free(resolved);
}

/* Replications were numbered from 1 before they could be numbered otherwise. */
static void without_a_first_replication_it_is_the_first(void **state) {
    struct out_record record;
    struct err_list err;
    assert_true(record_of(state, 10, "\"other\": 1", &record, &err));
    assert_int_equal(record.first_replication, 1);
    out_record_free(&record);
    err_list_free(&err);
}

static void a_text_beyond_measure_is_not_repeated(void **state) {
    enum { LENGTH = 10000000 };
    char *text = mem_zeroed(LENGTH + 100, 1);
    memcpy(text, "\"seed\": \"", 9);
    memset(text + 9, 'x', LENGTH);
    strcpy(text + 9 + LENGTH, "\"");
    assert_complaint(state, 4, text, "'seed' must be");
    free(text);
}

static void faults_without_end_are_told_in_part(void **state) {
    enum { ITEMS = 9999 };
    char *text = mem_zeroed(3 * ITEMS + 100, 1), *end = text + sprintf(text, "\"outputs\": [7");
    for (size_t i = 1; i < ITEMS; i++) {
        end += sprintf(end, ",7");
    }
    strcpy(end, "]");
    assert_complaint(state, 8, text, "'outputs' must be");
    strcpy(end, ",7,7]");
    assert_complaint(state, 8, text, "'outputs' must be a list of files, not [7,7");
    free(text);
}

static void a_folder_without_manifest_is_no_results(void **state) {
    struct out_record record;
    struct err_list err;
    err_list_init(&err);
    assert_false(out_record_read(&record, *state, &err));
    assert_int_equal(err.count, 1);
    assert_non_null(strstr(err.complaints[0].text, "so this folder holds no results of caremix"));
    out_record_free(&record);
    char *path = scratch_path(state, "manifest.json");
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_false(out_record_read(&record, *state, &err));
    assert_non_null(strstr(err.complaints[1].text, "is no file"));
    out_record_free(&record);
    err_list_free(&err);
    free(path);
}

static void files_are_held_against_their_hashes(void **state) {
    struct out_record record;
    struct err_list err;
    char *folder = scratch_path(state, "resolved");
    assert_int_equal(mkdir(folder, 0700), 0);
    scratch_write(state, "resolved/a.cfg", "abc");
    scratch_write(state, "resolved/b.cfg", "abd");
    assert_true(record_of(state, NO_LINE, NULL, &record, &err));
    assert_int_equal(out_record_check(&record, 0), OUT_AS_RECORDED);
    assert_int_equal(out_record_check(&record, 1), OUT_CHANGED);
    assert_int_equal(out_record_check(&record, 2), OUT_MISSING);
    char *path = scratch_path(state, "resolved/people.csv");
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_int_equal(out_record_check(&record, 2), OUT_MISSING);
    out_record_free(&record);
    err_list_free(&err);
    free(path);
    free(folder);
}

static void files_that_are_not_recorded_are_found(void **state) {
    struct out_record record;
    struct err_list err;
    char **names, *folder = scratch_path(state, "resolved");
    assert_int_equal(mkdir(folder, 0700), 0);
    scratch_write(state, "resolved/a.cfg", "abc");
    scratch_write(state, "resolved/note.txt", "");
    scratch_write(state, "a.cfg", "");
    assert_true(record_of(state, NO_LINE, NULL, &record, &err));
    assert_int_equal(out_record_extras(&record, &names), 2);
    assert_string_equal(names[0], "a.cfg");
    assert_string_equal(names[1], "resolved/note.txt");
    free(names[0]);
    free(names[1]);
    free(names);
    out_record_free(&record);
    err_list_free(&err);
    free(folder);
}

/* As `verify latest` names it. */
static void a_folder_may_be_named_by_a_link(void **state) {
    struct out_record record;
    struct err_list err;
    char **names, *link = mem_format("%s-link", (const char *)*state), *folder = scratch_path(state, "resolved");
    assert_int_equal(mkdir(folder, 0700), 0);
    scratch_write(state, "resolved/a.cfg", "abc");
    scratch_write(state, "note.txt", "");
    assert_true(record_of(state, NO_LINE, NULL, &record, &err));
    out_record_free(&record);
    assert_int_equal(symlink(*state, link), 0);
    assert_true(out_record_read(&record, link, &err));
    const size_t count = out_record_extras(&record, &names);
    assert_int_equal(unlink(link), 0);
    assert_int_equal(count, 1);
    assert_string_equal(names[0], "note.txt");
    free(names[0]);
    free(names);
    out_record_free(&record);
    err_list_free(&err);
    free(folder);
    free(link);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_manifest_is_read_back, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(what_made_the_results_is_known_or_unknown, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(every_fault_is_a_complaint, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(no_name_leads_out_of_the_folder, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(no_link_leads_out_of_the_folder, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(without_a_first_replication_it_is_the_first, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(a_text_beyond_measure_is_not_repeated, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(faults_without_end_are_told_in_part, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(a_folder_without_manifest_is_no_results, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(files_are_held_against_their_hashes, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(files_that_are_not_recorded_are_found, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(a_folder_may_be_named_by_a_link, scratch_make, scratch_remove),
    };
    return run_chosen(tests, argc, argv);
}

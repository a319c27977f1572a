/* tests/output/test_folder.c - a results folder: each file whole or not there at all. */
#include "output/folder.h"

#include <fcntl.h>
#include <sys/resource.h>

#include "tests/output/scratch.h"

static void file_put(struct out_folder *folder, const char *name, const char *text) {
    struct err_list err;
    err_list_init(&err);
    FILE *out = out_folder_begin(folder, name, &err);
    assert_non_null(out);
    fputs(text, out);
    assert_true(out_folder_end(folder, &err));
    assert_int_equal(err.count, 0);
}

/* Tries to take the folder "results"; gives the complaint, or NULL. The caller frees it. */
static char *complaint_of_taking(void **state, bool replace) {
    struct out_folder folder;
    struct err_list err;
    char *path = scratch_path(state, "results"), *complaint = NULL;
    err_list_init(&err);
    if (out_folder_init(&folder, path, replace, &err)) {
        out_folder_free(&folder);
    } else {
        assert_int_equal(err.count, 1);
        complaint = mem_text(err.complaints[0].text);
    }
    err_list_free(&err);
    free(path);
    return complaint;
}

static void results_make(void **state, struct out_folder *folder, const char *name) {
    struct err_list err;
    char *path = scratch_path(state, name);
    err_list_init(&err);
    assert_true(out_folder_init(folder, path, false, &err));
    free(path);
}

static void a_folder_is_made_with_its_parents(void **state) {
    struct out_folder folder;
    results_make(state, &folder, "deep/er/results//");
    file_put(&folder, "figures/a.csv", "x\n");
    assert_true(scratch_has(state, "deep/er/results/figures/a.csv"));
    assert_int_equal(folder.count, 1);
    assert_string_equal(folder.files[0].name, "figures/a.csv");
    out_folder_free(&folder);
}

static void a_file_appears_only_when_it_is_finished(void **state) {
    struct out_folder folder;
    struct err_list err;
    err_list_init(&err);
    results_make(state, &folder, "results");
    fputs("half", out_folder_begin(&folder, "a.csv", &err));
    assert_false(scratch_has(state, "results/a.csv"));
    assert_true(scratch_has(state, "results/a.csv.part"));
    out_folder_free(&folder);
    assert_false(scratch_has(state, "results/a.csv.part"));
    assert_false(scratch_has(state, "results/a.csv"));
}

static void a_folder_with_other_things_in_it_is_never_touched(void **state) {
    struct out_folder folder;
    results_make(state, &folder, "results");
    out_folder_free(&folder);
    assert_null(complaint_of_taking(state, false));
    scratch_write(state, "results/thesis.txt", "years of work");
    for (int replace = 0; replace < 2; replace++) {
        char *complaint = complaint_of_taking(state, replace);
        assert_non_null(complaint);
        assert_non_null(strstr(complaint, "name another folder"));
        free(complaint);
    }
    assert_true(scratch_has(state, "results/thesis.txt"));
}

static void a_manifest_of_another_program_protects_its_folder(void **state) {
    struct out_folder folder;
    results_make(state, &folder, "results");
    out_folder_free(&folder);
    scratch_write(state, "results/manifest.json", "{\"program\": \"other\", \"outputs\": []}");
    char *complaint = complaint_of_taking(state, true);
    assert_non_null(complaint);
    free(complaint);
    assert_true(scratch_has(state, "results/manifest.json"));
}

static void replace_with_something_new(void **state) {
    struct out_folder folder;
    struct err_list err;
    char *path = scratch_path(state, "results");
    err_list_init(&err);
    assert_true(out_folder_init(&folder, path, true, &err));
    file_put(&folder, "summary.csv", "new");
    out_folder_free(&folder);
    free(path);
}

static void results_are_removed_but_nothing_else(void **state) {
    struct out_folder folder;
    results_make(state, &folder, "results");
    file_put(&folder, "figures/a.csv", "new");
    file_put(&folder, "summary.csv", "new");
    scratch_write(state, "results/notes.txt", "mine");
    out_folder_remove(&folder);
    assert_false(scratch_has(state, "results/figures"));
    assert_false(scratch_has(state, "results/summary.csv"));
    assert_true(scratch_has(state, "results/notes.txt"));
    char *notes = scratch_path(state, "results/notes.txt");
    unlink(notes);
    out_folder_remove(&folder);
    assert_false(scratch_has(state, "results"));
    out_folder_free(&folder);
    free(notes);
}

static void old_results_are_replaced_when_told_so(void **state) {
    struct out_folder folder;
    results_make(state, &folder, "results");
    file_put(&folder, "figures/a.csv", "old");
    out_folder_free(&folder);
    scratch_write(state, "results/notes.txt", "mine");
    scratch_write(state, "outside.csv", "not a result");
    scratch_write(state, "results/manifest.json",
                  "{\"program\": \"caremix\", \"outputs\": [{\"file\": \"figures/a.csv\"}, 7, "
                  "{\"file\": \"../outside.csv\"}, {\"file\": \"figures/../../outside.csv\"}, {\"file\": \"gone\"}]}");
    char *complaint = complaint_of_taking(state, false);
    assert_non_null(strstr(complaint, "--replace"));
    free(complaint);
    assert_true(scratch_has(state, "results/figures/a.csv"));
    assert_null(complaint_of_taking(state, true));
    assert_true(scratch_has(state, "results/figures/a.csv")); /* until there is something new */
    replace_with_something_new(state);
    assert_false(scratch_has(state, "results/figures"));
    assert_false(scratch_has(state, "results/manifest.json"));
    assert_true(scratch_has(state, "results/summary.csv"));
    assert_true(scratch_has(state, "results/notes.txt"));
    assert_true(scratch_has(state, "outside.csv"));
}

static void a_file_in_the_place_of_the_folder_is_a_complaint(void **state) {
    scratch_write(state, "results", "a file");
    char *complaint = complaint_of_taking(state, true);
    assert_non_null(strstr(complaint, "results: error: "));
    free(complaint);
    assert_true(scratch_has(state, "results"));
}

static void a_folder_where_a_parent_is_a_file_is_a_complaint(void **state) {
    struct out_folder folder;
    struct err_list err;
    char *path = scratch_path(state, "file/results");
    err_list_init(&err);
    scratch_write(state, "file", "");
    assert_false(out_folder_init(&folder, path, false, &err));
    assert_int_equal(err.count, 1);
    err_list_free(&err);
    free(path);
}

/* Stands in for a full disk: no file may grow beyond 64 bytes. */
static void a_file_that_does_not_fit_is_a_complaint_and_leaves_nothing(void **state) {
    struct out_folder folder;
    struct err_list err;
    struct rlimit before, small;
    results_make(state, &folder, "results");
    err_list_init(&err);
    getrlimit(RLIMIT_FSIZE, &before);
    small = (struct rlimit){.rlim_cur = 64, .rlim_max = before.rlim_max};
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    FILE *out = out_folder_begin(&folder, "a.csv", &err);
    for (int i = 0; i < 100; i++) {
        fputs("0123456789", out);
    }
    bool ended = out_folder_end(&folder, &err);
    setrlimit(RLIMIT_FSIZE, &before);
    assert_false(ended);
    assert_int_equal(err.count, 1);
    assert_int_equal(folder.count, 0);
    assert_false(scratch_has(state, "results/a.csv.part"));
    assert_false(scratch_has(state, "results/a.csv"));
    err_list_free(&err);
    out_folder_free(&folder);
}

static void a_finished_file_is_taken_over_with_its_hash(void **state) {
    struct out_folder folder;
    struct err_list err;
    char *from = scratch_path(state, "drawn.svg");
    err_list_init(&err);
    results_make(state, &folder, "results");
    scratch_write(state, "drawn.svg", "abc");
    assert_true(out_folder_adopt(&folder, from, "drawn.svg", &err));
    assert_false(scratch_has(state, "drawn.svg"));
    assert_string_equal(folder.files[0].sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_false(out_folder_adopt(&folder, from, "again.svg", &err));
    assert_int_equal(err.count, 1);
    err_list_free(&err);
    out_folder_free(&folder);
    free(from);
}

static void a_copy_has_the_bytes_and_the_name_given(void **state) {
    struct out_folder folder;
    struct err_list err;
    size_t length;
    char *from = scratch_path(state, "data.csv"), *letters = mem_zeroed(50001, 1);
    err_list_init(&err);
    results_make(state, &folder, "results");
    memset(letters, 'b', 50000);
    scratch_write(state, "data.csv", letters);
    assert_true(out_folder_copy(&folder, from, "resolved/data.csv", &err));
    char *copy = scratch_read(state, "results/resolved/data.csv", &length);
    assert_string_equal(copy, letters);
    assert_true(scratch_has(state, "data.csv"));
    assert_int_equal(folder.count, 1);
    out_folder_free(&folder);
    free(copy);
    free(letters);
    free(from);
}

/* A folder can be opened like a file, but not read; the other is not there. */
static void a_copy_of_what_cannot_be_read_is_a_complaint_and_leaves_nothing(void **state) {
    static const char *const sources[] = {"/tmp", "/nonexistent/file"};
    struct out_folder folder;
    struct err_list err;
    results_make(state, &folder, "results");
    for (size_t i = 0; i < 2; i++) {
        err_list_init(&err);
        assert_false(out_folder_copy(&folder, sources[i], "data.csv", &err));
        assert_int_equal(err.count, 1);
        assert_non_null(strstr(err.complaints[0].text, sources[i]));
        err_list_free(&err);
        assert_int_equal(folder.count, 0);
        assert_false(scratch_has(state, "results/data.csv"));
        assert_false(scratch_has(state, "results/data.csv.part"));
    }
    file_put(&folder, "data.csv", "another may be begun");
    out_folder_free(&folder);
}

/* Known answers of FIPS 180-4: the empty message, and a million times the letter a. */
static void sha256_gives_the_published_answers(void **state) {
    char digest[65], *path = scratch_path(state, "message"), *letters = mem_zeroed(1000001, 1);
    scratch_write(state, "message", "");
    assert_true(out_file_sha256(path, digest));
    assert_string_equal(digest, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    memset(letters, 'a', 1000000);
    scratch_write(state, "message", letters);
    assert_true(out_file_sha256(path, digest));
    assert_string_equal(digest, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    assert_false(out_file_sha256("/nonexistent/file", digest));
    assert_false(out_file_sha256("/tmp", digest));
    free(letters);
    free(path);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_folder_is_made_with_its_parents, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(a_file_appears_only_when_it_is_finished, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(a_folder_with_other_things_in_it_is_never_touched, scratch_make,
                                        scratch_remove),
        cmocka_unit_test_setup_teardown(a_manifest_of_another_program_protects_its_folder, scratch_make,
                                        scratch_remove),
        cmocka_unit_test_setup_teardown(results_are_removed_but_nothing_else, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(old_results_are_replaced_when_told_so, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(a_file_in_the_place_of_the_folder_is_a_complaint, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(a_folder_where_a_parent_is_a_file_is_a_complaint, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(a_file_that_does_not_fit_is_a_complaint_and_leaves_nothing, scratch_make,
                                        scratch_remove),
        cmocka_unit_test_setup_teardown(a_finished_file_is_taken_over_with_its_hash, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(a_copy_has_the_bytes_and_the_name_given, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(a_copy_of_what_cannot_be_read_is_a_complaint_and_leaves_nothing, scratch_make,
                                        scratch_remove),
        cmocka_unit_test_setup_teardown(sha256_gives_the_published_answers, scratch_make, scratch_remove),
    };
    return run_chosen(tests, argc, argv);
}

/* tests/command/test_hostile.c - surroundings that fail: rights, disks, devices, and files of any size. */
#include <dirent.h>
#include <errno.h>
#include <jansson.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "output/folder.h"
#include "tests/command/program.h"

enum { NOBODY = 65534, TEAMS = 10000 };

static void scratch_mode(void **state, const char *name, mode_t mode) {
    char *path = scratch_path(state, name);
    assert_int_equal(chmod(path, mode), 0);
    free(path);
}

/* Runs the program as somebody whom rights hold back; root becomes nobody for that. False where nobody may not even
 * start it. */
static bool run_without_rights(void **state, const char *words, struct program *program) {
    scratch_mode(state, "", 0777);
    const bool is_root = geteuid() == 0;
    assert_int_equal(is_root ? seteuid(NOBODY) : 0, 0);
    const bool is_possible = faccessat(AT_FDCWD, program_path(), X_OK, AT_EACCESS) == 0 &&
                             faccessat(AT_FDCWD, "tests/scenarios/valley.cfg", R_OK, AT_EACCESS) == 0;
    if (is_possible) {
        *program = program_run(state, words);
    }
    assert_int_equal(is_root ? seteuid(0) : 0, 0);
    if (!is_possible) {
        print_message("not tested: another user may not start %s here\n", program_path());
    }
    return is_possible;
}

static void a_file_that_may_not_be_read_is_named_with_who_asks_for_it(void **state) {
    struct program program = {.status = -1};
    valley_overlay(state, "secret.cfg", "");
    valley_overlay(state, "open.cfg", "world = { deaths_file = 'deaths.csv'; };");
    scratch_write(state, "deaths.csv", "from_years,per_year\n0,0.01\n");
    scratch_mode(state, "secret.cfg", 0);
    scratch_mode(state, "deaths.csv", 0);
    if (!run_without_rights(state, "check @/secret.cfg @/open.cfg", &program)) {
        skip();
    }
    assert_int_equal(program.status, 65);
    assert_non_null(strstr(program.err, "/secret.cfg: error: cannot read this file: Permission denied\n"));
    assert_non_null(strstr(program.err, "/open.cfg:2: error: cannot read '"));
    assert_non_null(strstr(program.err, "/deaths.csv': Permission denied\n"));
    assert_non_null(strstr(program.err, "2 faults"));
    assert_string_equal(program.out, "");
    program_free(&program);
}

static void a_folder_that_may_not_be_written_is_told_before_anything_runs(void **state) {
    struct program program = {.status = -1};
    char *path = scratch_path(state, "locked");
    assert_int_equal(mkdir(path, 0555), 0);
    const bool is_run = run_without_rights(state, "run tests/scenarios/valley.cfg -r 1 -o @/locked/results", &program);
    assert_int_equal(rmdir(path), 0);
    free(path);
    if (!is_run) {
        skip();
    }
    assert_int_equal(program.status, 73);
    assert_non_null(strstr(program.err, "/locked/results: error: this folder cannot be made: Permission denied\n"));
    assert_string_equal(program.out, "");
    program_free(&program);
}

/* Every file in a folder is whole and named by the manifest with its hash; gives how many there are. */
static size_t count_named(const json_t *outputs, const char *folder, const char *inside) {
    char *path = mem_format("%s/%s", folder, inside);
    DIR *directory = opendir(path);
    size_t named = 0;
    assert_non_null(directory);
    for (struct dirent *entry; (entry = readdir(directory)) != NULL;) {
        char *name = mem_format("%s%s%s", inside, inside[0] == '\0' ? "" : "/", entry->d_name), digest[65] = "";
        if (entry->d_type == DT_DIR && strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0) {
            named += count_named(outputs, folder, name);
        }
        char *file = mem_format("%s/%s", folder, name);
        for (size_t i = 0; entry->d_type == DT_REG && i < json_array_size(outputs); i++) {
            const json_t *output = json_array_get(outputs, i);
            if (strcmp(json_string_value(json_object_get(output, "file")), name) == 0) {
                assert_true(out_file_sha256(file, digest));
                assert_string_equal(json_string_value(json_object_get(output, "sha256")), digest);
                named++;
            }
        }
        if (entry->d_type == DT_REG && digest[0] == '\0' && strcmp(name, "manifest.json") != 0) {
            print_error("%s is not in the manifest\n", file);
            fail();
        }
        free(file);
        free(name);
    }
    closedir(directory);
    free(path);
    return named;
}

static void assert_whole_but_incomplete(void **state, const char *name) {
    char *folder = scratch_path(state, name), *path = mem_format("%s/manifest.json", folder);
    json_t *manifest = json_load_file(path, JSON_REJECT_DUPLICATES, NULL);
    const json_t *outputs = json_object_get(manifest, "outputs");
    assert_true(json_is_false(json_object_get(manifest, "complete")));
    assert_true(json_array_size(outputs) > 0);
    assert_int_equal(count_named(outputs, folder, ""), json_array_size(outputs));
    json_decref(manifest);
    free(path);
    free(folder);
}

/* A limit on the size of files stands in for a full disk: it needs no rights. */
static void where_files_do_not_fit_what_does_is_kept_and_called_incomplete(void **state) {
    struct rlimit before;
    getrlimit(RLIMIT_FSIZE, &before);
    const struct rlimit small = {.rlim_cur = 60000, .rlim_max = before.rlim_max};
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    struct program program = program_run(state, "run tests/scenarios/valley.cfg -r 1 -o @/results");
    setrlimit(RLIMIT_FSIZE, &before);
    assert_int_equal(program.status, 73);
    assert_non_null(
        strstr(program.err, "summary.csv.part: error: this file could not be written to its end: File too"));
    assert_non_null(
        strstr(program.err, "/results holds what could be written; its manifest says that it is incomplete."));
    assert_null(strstr(program.out, "Results are in "));
    assert_whole_but_incomplete(state, "results");
    program_free(&program);
}

static void where_not_even_the_manifest_fits_nothing_is_kept(void **state) {
    struct rlimit before;
    getrlimit(RLIMIT_FSIZE, &before);
    const struct rlimit tiny = {.rlim_cur = 900, .rlim_max = before.rlim_max};
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &tiny), 0);
    struct program program = program_run(state, "run tests/scenarios/valley.cfg -r 1 -o @/results");
    setrlimit(RLIMIT_FSIZE, &before);
    assert_int_equal(program.status, 73);
    assert_false(scratch_has(state, "results/manifest.json"));
    assert_false(scratch_has(state, "results/measures.csv"));
    assert_false(scratch_has(state, "results/figures/style.gp"));
    program_free(&program);
}

/* A disk of its own, of a few sizes: tables do not fit, scripts do not, pictures do not. */
static void a_full_disk_leaves_whole_files_and_a_manifest(void **state) {
    static const char *const sizes[] = {"size=100k", "size=300k", "size=1200k"};
    char *disk = scratch_path(state, "disk");
    assert_int_equal(mkdir(disk, 0700), 0);
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        if (mount("tmpfs", disk, "tmpfs", 0, sizes[i]) != 0) {
            print_message("not tested on a disk of its own: %s\n", strerror(errno));
            free(disk);
            skip();
        }
        struct program program = program_run(state, "run tests/scenarios/valley.cfg -r 1 -o @/disk/results");
        const bool is_told = strstr(program.err, "No space left on device") || strstr(program.err, "is the disk full?");
        if (program.status != 73 || !is_told) {
            print_error("%s: status %d\n%s", sizes[i], program.status, program.err);
        }
        assert_whole_but_incomplete(state, "disk/results");
        assert_int_equal(umount(disk), 0);
        assert_true(program.status == 73 && is_told);
        program_free(&program);
    }
    free(disk);
}

static void a_disk_that_was_full_can_be_written_again(void **state) {
    where_files_do_not_fit_what_does_is_kept_and_called_incomplete(state);
    program_expect(state, "run tests/scenarios/valley.cfg -r 1 -o @/results --replace", 0, "in place of older ones");
}

static void more_threads_than_cores_give_the_same_results(void **state) {
    program_expect(state, "run tests/scenarios/valley.cfg -r 3 -j 1 -o @/one", 0, "Results are in ");
    program_expect(state, "run tests/scenarios/valley.cfg -r 3 -j 200 -o @/many", 0, "Results are in ");
    size_t lengths[2];
    char *one = scratch_read(state, "one/replications.csv", &lengths[0]);
    char *many = scratch_read(state, "many/replications.csv", &lengths[1]);
    assert_int_equal(lengths[0], lengths[1]);
    assert_memory_equal(one, many, lengths[0]);
    free(one);
    free(many);
}

static void numbers_on_the_command_line_have_ranges(void **state) {
    static const char *const cases[][2] = {
        {"-r 0", "--replications must be a whole number from 1 to 1000000, not '0'"},
        {"-r -1", "--replications must be a whole number from 1 to 1000000, not '-1'"},
        {"-r 1.5", "--replications must be a whole number from 1 to 1000000, not '1.5'"},
        {"-r 99999999999999999999", "--replications must be a whole number from 1 to 1000000"},
        {"-j 0", "--threads must be a whole number from 1 to 1024, not '0'"},
        {"-j nan", "--threads must be a whole number from 1 to 1024, not 'nan'"},
        {"-s -1", "--seed must be a whole number from 0 to 9007199254740992, not '-1'"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char *words = mem_format("run tests/scenarios/valley.cfg %s -o @/results", cases[i][0]);
        program_expect(state, words, 64, cases[i][1]);
        assert_false(scratch_has(state, "results"));
        free(words);
    }
}

static void what_is_no_scenario_is_refused(void **state) {
    char *words = mem_format("check %s", program_path());
    program_expect(state, words, 65, ":1: error: a");
    free(words);
    program_expect(state, "check /dev/zero", 65, "/dev/zero: error: cannot read this file: File too large");
    program_expect(state, "check /dev/null", 65, "/dev/null: error: scenario lacks 'title'");
    program_expect(state, "check /", 65, "/: error: cannot read this file: Is a directory");
    program_expect(state, "check @/none.cfg", 65, "none.cfg: error: cannot read this file: No such file or directory");
}

/* Each extends the next: 16 files are the most. */
static void extends_goes_sixteen_files_deep(void **state) {
    valley_overlay(state, "1.cfg", "");
    for (int i = 2; i <= 16; i++) {
        char *name = mem_format("%d.cfg", i), *text = mem_format("# one more\nextends = \"%d.cfg\";\n", i - 1);
        scratch_write(state, name, text);
        free(name);
        free(text);
    }
    program_expect(state, "check -r 1 @/15.cfg", 0, "no faults");
    program_expect(state, "check -r 1 @/16.cfg", 65, "/1.cfg:1: error: 'extends' goes deeper than 16 files");
}

static void write_teams(void **state, const char *fte) {
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    for (int i = 0; i < TEAMS; i++) {
        fprintf(out,
                "%s{ name = 'Team %d'; organisation = 'council'; localities = [ 'all' ]; streams = [ 'all' ];\n"
                "remit = ( { need = 'equipment'; } ); staff = ( { role = 'ot'; fte = %s; } ); recognises = 0.5; }",
                i == 0 ? "teams = (\n" : ",\n", i, fte);
    }
    fputs(" );", out);
    fclose(out);
    valley_overlay(state, "many.cfg", text);
    free(text);
}

static void ten_thousand_teams_are_checked_in_seconds(void **state) {
    write_teams(state, "0.1");
    const time_t begin = time(NULL);
    program_expect(state, "check -r 1 @/many.cfg", 0, "Team 9999");
    assert_true(time(NULL) - begin < 60);
}

static void figures_of_very_many_teams_show_the_first(void **state) {
    char *text = mem_text("teams = ( ");
    for (int i = 0; i < 150; i++) {
        char *longer = mem_format("%s%s{ name = 'Team %d'; organisation = 'council'; localities = [ 'all' ];\n"
                                  "streams = [ 'all' ]; remit = ( { need = 'equipment'; } );\n"
                                  "staff = ( { role = 'ot'; fte = 0.1; } ); recognises = 0.5; }",
                                  text, i == 0 ? "" : ",", i);
        free(text);
        text = longer;
    }
    char *teams = mem_format("%s );", text);
    valley_overlay(state, "teams.cfg", teams);
    program_expect(state, "run -r 1 @/teams.cfg -o @/results", 0, "Results are in ");
    size_t length;
    char *table = scratch_read(state, "results/figures/utilisation.csv", &length);
    assert_non_null(strstr(table, "The first 100 of 155 are shown"));
    assert_non_null(strstr(table, "Team 94,"));
    assert_null(strstr(table, "Team 95,"));
    free(table);
    free(teams);
    free(text);
}

static void ten_thousand_faulty_teams_are_ten_thousand_complaints(void **state) {
    write_teams(state, "-3");
    struct program program = program_run(state, "check @/many.cfg");
    assert_int_equal(program.status, 65);
    assert_int_equal(text_count(program.err, "/many.cfg:"), TEAMS);
    assert_non_null(strstr(program.err, ":20002: error: 'fte' = -3 is outside 0..1000 FTE\ncaremix: 10000 faults;"));
    program_free(&program);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        test_in_scratch(a_file_that_may_not_be_read_is_named_with_who_asks_for_it),
        test_in_scratch(a_folder_that_may_not_be_written_is_told_before_anything_runs),
        test_in_scratch(where_files_do_not_fit_what_does_is_kept_and_called_incomplete),
        test_in_scratch(where_not_even_the_manifest_fits_nothing_is_kept),
        test_in_scratch(a_full_disk_leaves_whole_files_and_a_manifest),
        test_in_scratch(a_disk_that_was_full_can_be_written_again),
        test_in_scratch(more_threads_than_cores_give_the_same_results),
        test_in_scratch(numbers_on_the_command_line_have_ranges),
        test_in_scratch(what_is_no_scenario_is_refused),
        test_in_scratch(extends_goes_sixteen_files_deep),
        test_in_scratch(ten_thousand_teams_are_checked_in_seconds),
        test_in_scratch(figures_of_very_many_teams_show_the_first),
        test_in_scratch(ten_thousand_faulty_teams_are_ten_thousand_complaints),
    };
    return run_chosen(tests, argc, argv);
}

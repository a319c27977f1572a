/* tests/command/test_template.c - a scenario to start from: it reads, and every line of it may be made to hold. */
#include <signal.h>
#include <sys/resource.h>

#include "tests/command/program.h"

/* The template of the valley in the scratch folder, as "mine.cfg"; the caller frees its text. */
static char *write_mine(void **state) {
    size_t length;
    program_expect(state, "template tests/scenarios/valley.cfg -o @/mine.cfg", 0,
                   "lies over tests/scenarios/valley.cfg");
    return scratch_read(state, "mine.cfg", &length);
}

/* Takes the two slashes away in front of every line that has them. */
static void uncomment(char *text) {
    for (char *line = text; line != NULL; line = strchr(line, '\n')) {
        line += *line == '\n';
        char *mark = line + strspn(line, " ");
        if (strncmp(mark, "// ", 3) == 0) {
            memmove(mark, mark + 3, strlen(mark + 3) + 1);
        }
    }
}

static void it_reads_runs_and_changes_nothing(void **state) {
    char *text = write_mine(state);
    program_expect(state, "run -r 1 @/mine.cfg", 0, "Scenario  mine: mine\n");
    program_expect(state, "diff tests/scenarios/valley.cfg @/mine.cfg", 0, "\nNo key is different.\n");
    assert_true(text_widest(text) <= 120);
    free(text);
}

static void every_line_may_be_made_to_hold(void **state) {
    char *text = write_mine(state);
    const size_t settings =
        text_count(text, "\n  // ") + text_count(text, "\n    // ") + text_count(text, "\n      // ");
    assert_true(settings > 40);
    uncomment(text);
    scratch_write(state, "mine.cfg", text);
    program_expect(state, "check -r 1 @/mine.cfg", 0, "no faults");
    program_expect(state, "diff tests/scenarios/valley.cfg @/mine.cfg", 0, "\nNo key is different.\n");
    free(text);
}

/* A long text may be broken between its words only as long as nothing of it holds. */
static void long_values_stay_whole(void **state) {
    static const char published[] =
        "published = ( { name = 'A figure'; measure = 'utilisation'; low = 1; high = 2; unit = '%'; source = 'An "
        "office, in a "
        "very long sentence that goes on and on, and on, and that would not fit on any line of so few columns'; } );";
    size_t length;
    valley_overlay(state, "base.cfg", published);
    program_expect(state, "template @/base.cfg -o @/mine.cfg", 0, "lies over ");
    char *text = scratch_read(state, "mine.cfg", &length);
    uncomment(text);
    scratch_write(state, "mine.cfg", text);
    program_expect(state, "diff @/base.cfg @/mine.cfg", 0, "\nNo key is different.\n");
    free(text);
}

/* The backslash takes the quote behind it away only when none takes away the backslash. */
static void a_text_may_end_in_a_backslash(void **state) {
    size_t length;
    valley_overlay(state, "base.cfg", "question = 'x  y \\\\';");
    program_expect(state, "template @/base.cfg -o @/mine.cfg", 0, "lies over ");
    char *text = scratch_read(state, "mine.cfg", &length);
    assert_non_null(strstr(text, "\n// question = \"x  y \\\\\";\n"));
    uncomment(text);
    scratch_write(state, "mine.cfg", text);
    program_expect(state, "diff @/base.cfg @/mine.cfg", 0, "\nNo key is different.\n");
    free(text);
}

static void a_line_that_is_changed_has_an_effect(void **state) {
    char *text = write_mine(state), *line = strstr(text, "// seed = 71;");
    assert_non_null(line);
    memcpy(line, "   seed = 72;", 13);
    scratch_write(state, "mine.cfg", text);
    program_expect(state, "diff tests/scenarios/valley.cfg @/mine.cfg", 0,
                   "- run.seed: 71 in valley, 72 in mine (number).\n");
    free(text);
}

static void every_key_is_told_with_unit_range_and_default(void **state) {
    char *text = write_mine(state);
    static const char *const wanted[] = {
        "# mine.cfg - say here",
        "[days; 0 to 3650; default 365]\n  // warm_up_days = 365;",
        "[text; must be given]\ntitle = \"mine\";",
        "name = \"Acute OT\";",
        "# the others in the same way: \"Rehab\", \"OT North\", \"OT South\", \"Social work\"",
        "# here: \"valley-deaths.csv\", beside valley.cfg",
        "# return_per_year: ",
    };
    for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++) {
        if (strstr(text, wanted[i]) == NULL) {
            print_error("not in the template: %s\n", wanted[i]);
            fail();
        }
    }
    free(text);
}

static void beside_its_base_it_names_it_shortly(void **state) {
    valley_overlay(state, "base.cfg", "");
    program_expect(state, "template @/base.cfg -o @/mine.cfg", 0, "lies over ");
    size_t length;
    char *text = scratch_read(state, "mine.cfg", &length);
    assert_non_null(strstr(text, "\nextends = \"base.cfg\";\n"));
    free(text);
}

static void without_a_file_it_is_printed_over_the_shipped_service(void **state) {
    struct program program = program_run(state, "template");
    assert_int_equal(program.status, 0);
    assert_non_null(strstr(program.out, "/scenarios/separate.cfg\";\n"));
    scratch_write(state, "printed.cfg", program.out);
    program_free(&program);
    program_expect(state, "diff scenarios/separate.cfg @/printed.cfg", 0, "\nNo key is different.\n");
}

static void a_file_that_is_there_is_kept(void **state) {
    scratch_write(state, "mine.cfg", "kept");
    program_expect(state, "template tests/scenarios/valley.cfg -o @/mine.cfg", 73,
                   "is there already; choose another name");
    size_t length;
    char *text = scratch_read(state, "mine.cfg", &length);
    assert_string_equal(text, "kept");
    free(text);
    program_expect(state, "template tests/scenarios/valley.cfg -o @/none/mine.cfg", 73, "No such file or directory");
    program_expect(state, "template tests/bad/misspelt-key.cfg", 65, "did you mean");
    program_expect(state, "template a.cfg b.cfg", 64, "one scenario only");
}

/* Whatever the base and the new file are called, what is written reads; nothing in a name can break a line. */
static void names_are_written_as_a_file_must_have_them(void **state) {
    static const char *const names[] = {"a\"b.cfg", "b\\c.cfg", "d\ne.cfg", "f\xFFg.cfg"};
    char *folder = scratch_path(state, "q\"d\\");
    assert_int_equal(mkdir(folder, 0700), 0);
    valley_overlay(state, "q\"d\\/base.cfg", "");
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char *words = mem_format("template @/q\"d\\/base.cfg -o @/%s", names[i]);
        program_expect(state, words, 0, "lies over ");
        char *diff = mem_format("diff @/q\"d\\/base.cfg @/%s", names[i]);
        program_expect(state, diff, 0, "\nNo key is different.\n");
        free(diff);
        free(words);
    }
    free(folder);
}

static void a_base_that_no_file_can_name_is_a_fault(void **state) {
    valley_overlay(state, "a\nb.cfg", "");
    program_expect(state, "template @/a\nb.cfg -o @/mine.cfg", 65,
                   "/a b.cfg: error: no scenario file can name this one: its path holds a control character");
    assert_false(scratch_has(state, "mine.cfg"));
    valley_overlay(state, "base.cfg", "");
    char *from = scratch_path(state, "base.cfg"), *link = scratch_path(state, "c\nd.cfg");
    assert_int_equal(symlink(from, link), 0);
    struct program program = program_run(state, "template @/c\nd.cfg");
    assert_int_equal(program.status, 0);
    scratch_write(state, "mine.cfg", program.out);
    program_expect(state, "diff @/base.cfg @/mine.cfg", 0, "\nNo key is different.\n");
    program_free(&program);
    free(link);
    free(from);
}

/* A limit on the size of files stands in for a full disk. */
static void a_file_that_does_not_fit_is_not_begun(void **state) {
    struct rlimit before;
    getrlimit(RLIMIT_FSIZE, &before);
    const struct rlimit small = {.rlim_cur = 6000, .rlim_max = before.rlim_max};
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    struct program program = program_run(state, "template tests/scenarios/valley.cfg -o @/mine.cfg");
    setrlimit(RLIMIT_FSIZE, &before);
    assert_int_equal(program.status, 73);
    assert_non_null(strstr(program.err, "/mine.cfg: File too large\n"));
    assert_string_equal(program.out, "");
    assert_false(scratch_has(state, "mine.cfg"));
    program_free(&program);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        test_in_scratch(it_reads_runs_and_changes_nothing),
        test_in_scratch(every_line_may_be_made_to_hold),
        test_in_scratch(long_values_stay_whole),
        test_in_scratch(a_text_may_end_in_a_backslash),
        test_in_scratch(a_line_that_is_changed_has_an_effect),
        test_in_scratch(every_key_is_told_with_unit_range_and_default),
        test_in_scratch(beside_its_base_it_names_it_shortly),
        test_in_scratch(without_a_file_it_is_printed_over_the_shipped_service),
        test_in_scratch(a_file_that_is_there_is_kept),
        test_in_scratch(names_are_written_as_a_file_must_have_them),
        test_in_scratch(a_base_that_no_file_can_name_is_a_fault),
        test_in_scratch(a_file_that_does_not_fit_is_not_begun),
    };
    return run_chosen(tests, argc, argv);
}

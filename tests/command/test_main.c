/* tests/command/test_main.c - the program's door: which subcommand is meant. */
#include "tests/command/program.h"

static void no_command_is_a_fault_of_usage(void **state) {
    program_expect(state, "", 64, "Usage: caremix");
}

static void an_unknown_command_is_told_the_nearest(void **state) {
    program_expect(state, "comapre x.cfg", 64, "'comapre' is no command; did you mean 'compare'?\n");
    program_expect(state, "frobnicate", 64, "'frobnicate' is no command\nTry 'caremix --help'.\n");
}

static void an_unknown_option_is_a_fault_of_usage(void **state) {
    program_expect(state, "--frobnicate", 64, "frobnicate");
    program_expect(state, "run --frobnicate tests/scenarios/valley.cfg", 64, "caremix run: ");
}

static void help_names_every_command_and_exit_status(void **state) {
    static const char *const wanted[] = {"compare BASELINE SCENARIO...",
                                         "run SCENARIO...",
                                         "check SCENARIO...",
                                         "verify DIR",
                                         "explain KEY [SCENARIO...]",
                                         "diff SCENARIO SCENARIO",
                                         "template [SCENARIO]",
                                         "trace SCENARIO",
                                         "selftest [CASE...]",
                                         "64",
                                         "65",
                                         "73",
                                         "130",
                                         "143"};
    struct program help = program_run(state, "--help");
    assert_int_equal(help.status, 0);
    assert_true(text_widest(help.out) <= 80);
    for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++) {
        assert_non_null(strstr(help.out, wanted[i]));
    }
    program_free(&help);
}

static void every_command_has_help_and_version(void **state) {
    static const char *const commands[] = {"compare", "run",  "check",    "verify",  "trace",
                                           "explain", "diff", "template", "selftest"};
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
        char *help = mem_format("%s --help", commands[i]), *version = mem_format("%s --version", commands[i]);
        char *usage = mem_format("Usage: caremix %s [OPTION...]", commands[i]);
        program_expect(state, help, 0, usage);
        program_expect(state, version, 0, "caremix ");
        free(help);
        free(version);
        free(usage);
    }
}

static void output_that_goes_nowhere_is_a_failure(void **state) {
    char *command =
        mem_format("%s check tests/scenarios/valley.cfg >/dev/full 2>%s/err.txt", program_path(), (const char *)*state);
    const int status = system(command);
    size_t length;
    char *err = scratch_read(state, "err.txt", &length);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 73);
    assert_non_null(strstr(err, "standard output could not be written"));
    free(err);
    free(command);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        test_in_scratch(no_command_is_a_fault_of_usage),
        test_in_scratch(an_unknown_command_is_told_the_nearest),
        test_in_scratch(an_unknown_option_is_a_fault_of_usage),
        test_in_scratch(help_names_every_command_and_exit_status),
        test_in_scratch(every_command_has_help_and_version),
        test_in_scratch(output_that_goes_nowhere_is_a_failure),
    };
    return run_chosen(tests, argc, argv);
}

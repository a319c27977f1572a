/* tests/command/verify.h - what `caremix verify` said about a folder of results. */
#ifndef TESTS_COMMAND_VERIFY_H
#define TESTS_COMMAND_VERIFY_H

#include "tests/command/results.h"

#define test_undrawn(test) cmocka_unit_test_setup_teardown(test, undrawn_make, scratch_remove)

/* What stands in the table behind a file. The caller frees it. */
static inline char *verdict_on(const char *said, const char *file) {
    char *begin = mem_format("\n%s ", file), *verdict;
    const char *at = strstr(said, begin);
    assert_non_null(at);
    at += strlen(begin);
    at += strspn(at, " ");
    verdict = mem_format("%.*s", (int)strcspn(at, "\n"), at);
    free(begin);
    return verdict;
}

static inline void assert_verdict(const char *said, const char *file, const char *wanted) {
    char *verdict = verdict_on(said, file);
    assert_string_equal(verdict, wanted);
    free(verdict);
}

/* What was printed says so, in however many lines. */
static inline bool says(const char *said, const char *sentence) {
    char *flat = mem_text(said), *to = flat;
    for (const char *from = said; *from != '\0'; from += strncmp(from, "\n  ", 3) == 0 ? 3 : 1) {
        *to++ = *from == '\n' ? ' ' : *from;
    }
    *to = '\0';
    const bool is_said = strstr(flat, sentence) != NULL;
    free(flat);
    return is_said;
}

/* Verifies the results; must end so and say that. The caller frees what it printed. */
static inline char *verified(void **state, const char *options, int status, const char *conclusion) {
    char *words = mem_format("verify @/results -j 2%s", options);
    struct program program = program_run(state, words);
    if (program.status != status || !says(program.out, conclusion)) {
        print_error("status %d, wanted %d and \"%s\"\n%s%s", program.status, status, conclusion, program.out,
                    program.err);
        fail();
    }
    assert_true(text_widest(program.out) <= 100);
    free(words);
    free(program.err);
    return program.out;
}

#endif

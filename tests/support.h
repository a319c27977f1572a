/* tests/support.h - what every test program starts from: cmocka, comparisons of real numbers, and its main. */
#ifndef TESTS_SUPPORT_H
#define TESTS_SUPPORT_H

#include <math.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static inline void support_within(double got, double want, double allowed, const char *file, int line) {
    if (got != want && !(fabs(got - want) <= allowed)) {
        print_error("%.17g is not %.17g (allowed difference %g)\n", got, want, allowed);
        _fail(file, line);
    }
}

static inline void support_near(double got, double want, double relative, const char *file, int line) {
    support_within(got, want, relative * fabs(want), file, line);
}

/* got equals want to a share of want; NAN equals nothing. */
#define assert_near(got, want, relative) support_near((got), (want), (relative), __FILE__, __LINE__)

/* got lies no further than absolute from want; NAN lies nowhere. */
#define assert_within(got, want, absolute) support_within((got), (want), (absolute), __FILE__, __LINE__)

#define assert_nan(got) assert_true(isnan(got))

/* The statement ends the program as a broken promise does. It is tried in a child process. */
#define assert_aborts(statement)                                                                                       \
    do {                                                                                                               \
        fflush(NULL);                                                                                                  \
        pid_t child = fork();                                                                                          \
        if (child == 0) {                                                                                              \
            if (freopen("/dev/null", "w", stderr) != NULL) {                                                           \
                statement;                                                                                             \
            }                                                                                                          \
            _exit(0);                                                                                                  \
        }                                                                                                              \
        int status = 0;                                                                                                \
        assert_int_equal(waitpid(child, &status, 0), child);                                                           \
        assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);                                               \
    } while (false)

/* Runs an array of tests; an argument names the tests to run ("ties_*"). For the end of main. */
#define run_chosen(tests, argc, argv)                                                                                  \
    (cmocka_set_test_filter((argc) > 1 ? (argv)[1] : NULL), cmocka_run_group_tests((tests), NULL, NULL))

#endif

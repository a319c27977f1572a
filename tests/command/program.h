/* tests/command/program.h - starts the program as a user does, and keeps what it says. */
#ifndef TESTS_COMMAND_PROGRAM_H
#define TESTS_COMMAND_PROGRAM_H

#include <fcntl.h>
#include <spawn.h>
#include <string.h>
#include <time.h>

#include "tests/output/scratch.h"

extern char **environ;

enum { PROGRAM_MOST_WORDS = 40, PROGRAM_MOST_SECONDS = 120 };

struct program {
    pid_t pid;
    int status;      /* of its exit; 128 and the signal when one killed it */
    char *out, *err; /* what it printed */
};

/* Path of the program; the Makefile gives it. */
static inline const char *program_path(void) {
    const char *path = getenv("CAREMIX");
    return path != NULL ? path : "build/caremix";
}

/* Starts it with words parted by single spaces; "@/" in a word stands for the scratch folder. */
static inline struct program program_start(void **state, const char *words) {
    struct program program = {.status = -1};
    char *copy = mem_text(words), *arguments[PROGRAM_MOST_WORDS] = {mem_text("caremix")}, *rest = NULL;
    size_t count = 1;
    for (char *word = strtok_r(copy, " ", &rest); word != NULL; word = strtok_r(NULL, " ", &rest)) {
        assert_true(count + 1 < PROGRAM_MOST_WORDS);
        arguments[count++] = strncmp(word, "@/", 2) == 0 ? scratch_path(state, word + 2) : mem_text(word);
    }
    char *out = scratch_path(state, "out.txt"), *err = scratch_path(state, "err.txt");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, out, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_addopen(&actions, 2, err, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    assert_int_equal(posix_spawn(&program.pid, program_path(), &actions, NULL, arguments, environ), 0);
    posix_spawn_file_actions_destroy(&actions);
    for (size_t i = 0; i < count; i++) {
        free(arguments[i]);
    }
    free(copy);
    free(out);
    free(err);
    return program;
}

/* Waits for its end; one that does not end in time is killed. Gives what waitpid gives as a status. */
static inline int program_wait(pid_t pid) {
    static const struct timespec moment = {0, 5000000};
    int status = 0;
    pid_t ended = 0;
    for (int i = 0; ended == 0 && i < 200 * PROGRAM_MOST_SECONDS; i++) {
        ended = waitpid(pid, &status, WNOHANG);
        nanosleep(&moment, NULL);
    }
    if (ended == 0) {
        kill(pid, SIGKILL);
        ended = waitpid(pid, &status, 0);
    }
    assert_int_equal(ended, pid);
    return status;
}

/* Waits for its end. Free with program_free. */
static inline void program_finish(void **state, struct program *program) {
    size_t length;
    const int status = program_wait(program->pid);
    program->status = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    program->out = scratch_read(state, "out.txt", &length);
    program->err = scratch_read(state, "err.txt", &length);
}

static inline struct program program_run(void **state, const char *words) {
    struct program program = program_start(state, words);
    program_finish(state, &program);
    return program;
}

static inline void program_free(struct program *program) {
    free(program->out);
    free(program->err);
}

/* Runs it; it must end so, and show the text (standard output and error together). */
static inline void program_expect(void **state, const char *words, int status, const char *text) {
    struct program program = program_run(state, words);
    char *said = mem_format("%s%s", program.out, program.err);
    if (program.status != status || strstr(said, text) == NULL) {
        print_error("caremix %s: status %d, wanted %d and \"%s\"\n%s", words, program.status, status, text, said);
        fail();
    }
    free(said);
    program_free(&program);
}

static inline size_t text_count(const char *text, const char *part) {
    size_t count = 0;
    for (const char *at = strstr(text, part); at != NULL; at = strstr(at + 1, part)) {
        count++;
    }
    return count;
}

/* Columns of the longest line; a character of several bytes is one column. */
static inline size_t text_widest(const char *text) {
    size_t widest = 0, columns = 0;
    for (; *text != '\0'; text++) {
        columns = *text == '\n' ? 0 : columns + (((unsigned char)*text & 0xC0) != 0x80);
        widest = columns > widest ? columns : widest;
    }
    return widest;
}

/* Writes a scenario into the scratch folder that lies over the valley; apostrophes stand for quotation marks. */
static inline void valley_overlay(void **state, const char *name, const char *settings) {
    char folder[4096];
    assert_non_null(getcwd(folder, sizeof folder));
    char *text = mem_format("extends = \"%s/tests/scenarios/valley.cfg\";\n%s\n", folder, settings);
    for (char *at = strstr(text, "\n"); *at != '\0'; at++) {
        *at = *at == '\'' ? '"' : *at;
    }
    scratch_write(state, name, text);
    free(text);
}

#define test_in_scratch(test) cmocka_unit_test_setup_teardown(test, scratch_make, scratch_remove)

#endif

/* output/drawing.c - runs gnuplot on one script and makes sure that whole pictures came out of it. */
#include "output/drawing.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mem.h"
#include "output/text.h"

static const char messages_name[] = "messages.txt"; /* what gnuplot said */

/* Runs gnuplot in a folder, silent, its complaints in a file there or nowhere. Returns 0 when it ended well,
 * an error number when it could not be started, -1 when it failed. */
static int gnuplot_run(const char *path, const char *messages, char *const arguments[]) {
    posix_spawn_file_actions_t actions;
    pid_t child;
    int status, failure;

    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addchdir_np(&actions, path);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, messages, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    failure = posix_spawnp(&child, arguments[0], &actions, NULL, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failure != 0) {
        return failure;
    }
    while (waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) {
            return -1;
        }
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? 0 : -1;
}

bool out_drawing_is_possible(struct err_list *err) {
    char program[] = "gnuplot", option[] = "--version";
    char *const arguments[] = {program, option, NULL};
    const int failure = gnuplot_run(".", "/dev/null", arguments);

    if (failure != 0) {
        err_add(err, NULL, 0,
                "gnuplot cannot be started (%s), so the figures are not drawn; install it (Debian: gnuplot-nox), "
                "then type in the folder figures of the results: for f in *.csv; do gnuplot -d ${f%%.csv}.gp; "
                "done",
                failure > 0 ? strerror(failure) : "it fails");
    }
    return failure == 0;
}

/* Does the file end like this? */
static bool ends_with(const char *path, const char *ending, size_t length) {
    char tail[16] = "";
    FILE *file = fopen(path, "rb");
    bool does;

    if (!file) {
        return false;
    }
    does = fseek(file, -(long)length, SEEK_END) == 0 && fread(tail, 1, length, file) == length &&
           memcmp(tail, ending, length) == 0;
    fclose(file);
    return does;
}

/* Checks the end of both pictures. */
static bool pictures_are_whole(const char *path, const char *name, struct err_list *err) {
    static const char svg_end[] = "</svg>\n\n", png_end[] = "\0\0\0\0IEND\xAE\x42\x60\x82";
    char *svg = mem_format("%s/%s.svg", path, name), *png = mem_format("%s/%s.png", path, name);
    const bool svg_is_whole = ends_with(svg, svg_end, sizeof svg_end - 1);
    const bool png_is_whole = ends_with(png, png_end, sizeof png_end - 1);

    if (!svg_is_whole) {
        err_add(err, svg, 0, "the picture is cut short; is the disk full?");
    }
    if (!png_is_whole) {
        err_add(err, png, 0, "the picture is cut short; is the disk full?");
    }
    free(svg);
    free(png);
    return svg_is_whole && png_is_whole;
}

/* The last line that says something; the caller frees it. */
static char *last_message(const char *path) {
    char *file_name = mem_format("%s/%s", path, messages_name);
    FILE *file = fopen(file_name, "r");
    char line[512], last[512] = "no message";

    while (file && fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = '\0';
        if (line[strspn(line, " \t^")] != '\0') {
            memcpy(last, line, sizeof last);
        }
    }
    if (file) {
        fclose(file);
    }
    free(file_name);
    return out_text_line(last + strspn(last, " \t"), 300);
}

bool out_drawing_run(const char *path, const char *name, struct err_list *err) {
    char program[] = "gnuplot", option[] = "-d";
    char *script = mem_format("%s.gp", name);
    char *const arguments[] = {program, option, script, NULL};
    const int failure = gnuplot_run(path, messages_name, arguments);
    char *message = last_message(path);

    if (failure != 0) {
        err_add(err, NULL, 0, "figure '%s' could not be drawn: %s", name, failure > 0 ? strerror(failure) : message);
    }
    free(message);
    free(script);
    return failure == 0 && pictures_are_whole(path, name, err);
}

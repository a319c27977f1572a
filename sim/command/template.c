/* command/template.c - a scenario to start from. */
#include "scenario/template.h"

#include <argp.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/err.h"
#include "base/mem.h"
#include "base/text.h"
#include "command.h"
#include "options.h"
#include "place.h"
#include "scenario/name.h"
#include "study.h"

static const char documentation[] =
    "Writes a scenario file to start from: it lies over SCENARIO (separate.cfg, unless told) and shows every key that "
    "may be changed, with its meaning, unit, range, default and present value."
    "\vThe file reads as it is and changes nothing until a line is made to hold. Without -o it is printed.";

static error_t parse(int key, char *text, struct argp_state *state) {
    struct cmd_options *options = state->input;
    switch (key) {
    case 'o':
        options->folder = text;
        return 0;
    case ARGP_KEY_ARG:
        cmd_options_add_scenario(options, text);
        return 0;
    case ARGP_KEY_END:
        if (options->scenario_count > 1) {
            argp_error(state, "a file lies over one scenario only");
        }
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static char *folder_of(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash == NULL ? mem_text(".") : mem_format("%.*s", slash == path ? 1 : (int)(slash - path), path);
}

static bool is_one_folder(const char *path, const char *other) {
    char *folders[2] = {folder_of(path), folder_of(other)};
    struct stat facts[2];
    const bool same = stat(folders[0], &facts[0]) == 0 && stat(folders[1], &facts[1]) == 0 &&
                      facts[0].st_dev == facts[1].st_dev && facts[0].st_ino == facts[1].st_ino;
    free(folders[0]);
    free(folders[1]);
    return same;
}

/* The base as the new file must name it: by its name beside it, by its whole path elsewhere. The caller frees it. */
static char *name_for(const char *base, const char *file) {
    if (file != NULL && is_one_folder(base, file)) {
        return mem_text(scn_name_base(base));
    }
    char *whole = realpath(base, NULL);
    return whole != NULL ? whole : mem_text(base);
}

static int complain(const char *file, int reason) {
    fprintf(stderr, "caremix template: %s: %s\n", file,
            reason == EEXIST ? "is there already; choose another name" : strerror(reason));
    return CMD_CANNOT_WRITE;
}

/* All at once, so that it is known why it could not be written; what was begun is taken away then. */
static int write_file(const char *file, const char *text) {
    FILE *out = fopen(file, "wx");
    if (out == NULL) {
        return complain(file, errno);
    }
    int reason = fputs(text, out) == EOF || fflush(out) != 0 ? errno : 0;
    if (fclose(out) != 0 && reason == 0) {
        reason = errno;
    }
    if (reason != 0) {
        remove(file);
        return complain(file, reason);
    }
    return CMD_OK;
}

/* The caller frees it. */
static char *template_of(const struct scn_scenario *base, const char *file, const char *extends) {
    char *name = scn_name_stem(file != NULL ? file : "my-scenario"), *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    err_require(out != NULL);
    scn_template_print(out, base, name, extends);
    err_require(fclose(out) == 0);
    free(name);
    return text;
}

static int write_template(const struct scn_scenario *base, const char *file, const char *extends) {
    char *text = template_of(base, file, extends);
    int status = CMD_OK;
    if (file == NULL) {
        fputs(text, stdout); /* whether it could be printed is looked at in the end, for all commands */
    } else {
        status = write_file(file, text);
    }
    free(text);
    if (file != NULL && status == CMD_OK) {
        printf("%s lies over %s; look at it, change it, and try: caremix check %s\n", file, base->path, file);
    }
    return status;
}

static int write_over(const struct scn_scenario *base, const char *file, struct err_list *err) {
    char *extends = name_for(base->path, file);
    int status = CMD_DATA;
    if (*text_unfit(extends, "") == '\0') {
        status = write_template(base, file, extends);
    } else {
        err_add(err, base->path, 0,
                "no scenario file can name this one: its path holds a control character or one that is "
                "not UTF-8");
    }
    free(extends);
    return status;
}

static int begin_from(const char *path, const char *file) {
    struct scn_scenario base;
    struct err_list err;
    int status = CMD_DATA;
    err_list_init(&err);
    if (scn_scenario_read(path, &base, &err)) {
        status = write_over(&base, file, &err);
    }
    if (err.count > 0) {
        cmd_study_complain(&err);
    }
    scn_scenario_free(&base);
    err_list_free(&err);
    return status;
}

int cmd_template_main(int argument_count, char **arguments) {
    static const struct argp_option own[] = {{"output", 'o', "FILE", 0, "Write it to a new FILE", 0}, {0}};
    static const struct argp argp = {.options = own, .parser = parse, .args_doc = "[SCENARIO]", .doc = documentation};
    struct cmd_options options;
    cmd_options_parse(&options, &argp, argument_count, arguments);
    char *folder = cmd_place_find("scenarios"), *shipped = mem_format("%s/separate.cfg", folder);
    const int status = begin_from(options.scenario_count > 0 ? options.scenarios[0] : shipped, options.folder);
    free(shipped);
    free(folder);
    cmd_options_free(&options);
    return status;
}

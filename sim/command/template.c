/* command/template.c - a scenario to start from. */
#include "scenario/template.h"

#include <argp.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/mem.h"
#include "command.h"
#include "options.h"
#include "place.h"
#include "study.h"

static const char documentation[] =
    "Writes a scenario file to start from: it lies over SCENARIO (separate.cfg, unless told) and shows every key that "
    "may "
    "be changed, with its meaning, unit, range, default and present value."
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
        const char *slash = strrchr(base, '/');
        return mem_text(slash != NULL ? slash + 1 : base);
    }
    char *whole = realpath(base, NULL);
    return whole != NULL ? whole : mem_text(base);
}

/* File name without folder and ending. */
static char *stem_of(const char *file) {
    const char *slash = strrchr(file, '/'), *base = slash != NULL ? slash + 1 : file, *ending = strrchr(base, '.');
    return mem_format("%.*s", ending != NULL && ending > base ? (int)(ending - base) : (int)strlen(base), base);
}

static int complain(const char *file) {
    fprintf(stderr, "caremix template: %s: %s\n", file,
            errno == EEXIST ? "is there already; choose another name" : strerror(errno));
    return CMD_CANNOT_WRITE;
}

static int write_template(const struct scn_scenario *base, const char *file) {
    FILE *out = file != NULL ? fopen(file, "wx") : stdout;
    if (out == NULL) {
        return complain(file);
    }
    char *extends = name_for(base->path, file), *name = stem_of(file != NULL ? file : "my-scenario");
    scn_template_print(out, base, name, extends);
    free(name);
    free(extends);
    if (file == NULL) {
        return CMD_OK; /* whether it could be printed is looked at in the end, for all commands */
    }
    const bool is_bad = ferror(out);
    if (fclose(out) != 0 || is_bad) {
        return complain(file);
    }
    printf("%s lies over %s; look at it, change it, and try: caremix check %s\n", file, base->path, file);
    return CMD_OK;
}

static int begin_from(const char *path, const char *file) {
    struct scn_scenario base;
    struct err_list err;
    int status = CMD_DATA;
    err_list_init(&err);
    if (scn_scenario_read(path, &base, &err)) {
        status = write_template(&base, file);
    } else {
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

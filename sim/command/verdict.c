/* command/verdict.c - what becomes of results, file by file, when they are run again. */
#include "verdict.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static struct cmd_verdict *append(struct cmd_verdicts *verdicts, const char *name) {
    verdicts->files = mem_grown(verdicts->files, verdicts->count, &verdicts->capacity, sizeof *verdicts->files);
    struct cmd_verdict *file = &verdicts->files[verdicts->count++];
    *file = (struct cmd_verdict){.name = name};
    return file;
}

void cmd_verdicts_check(struct cmd_verdicts *verdicts, const struct out_record *older) {
    *verdicts = (struct cmd_verdicts){.older = older};
    for (size_t i = 0; i < older->output_count; i++) {
        struct cmd_verdict *file = append(verdicts, older->outputs[i].name);
        file->state = out_record_check(older, i);
        verdicts->changed += file->state == OUT_CHANGED;
        verdicts->missing += file->state == OUT_MISSING;
    }
    verdicts->extra_count = out_record_extras(older, &verdicts->extras);
}

void cmd_verdicts_free(struct cmd_verdicts *verdicts) {
    for (size_t i = 0; i < verdicts->count; i++) {
        out_likeness_free(&verdicts->files[i].likeness);
    }
    for (size_t i = 0; i < verdicts->extra_count; i++) {
        free(verdicts->extras[i]);
    }
    free(verdicts->extras);
    free(verdicts->files);
}

static bool ends_in(const char *name, const char *ending) {
    const size_t length = strlen(name), end = strlen(ending);
    return length > end && strcmp(name + length - end, ending) == 0;
}

static bool is_picture(const char *name) {
    return strncmp(name, "figures/", strlen("figures/")) == 0 && (ends_in(name, ".svg") || ends_in(name, ".png"));
}

static enum cmd_verdict_kind kind_of(enum out_likeness_kind kind) {
    static const enum cmd_verdict_kind kinds[] = {
        [OUT_IDENTICAL] = CMD_VERDICT_IDENTICAL,
        [OUT_WITHIN_ERROR] = CMD_VERDICT_WITHIN,
        [OUT_NO_ERROR] = CMD_VERDICT_AS_RUNS,
        [OUT_DIFFERENT] = CMD_VERDICT_DIFFERENT,
    };
    return kinds[kind];
}

static bool is_made_as_recorded(const struct cmd_verdicts *verdicts, const char *name) {
    const size_t then = out_record_find(verdicts->older, name), now = out_record_find(verdicts->newer, name);
    return now < verdicts->newer->output_count &&
           strcmp(verdicts->older->outputs[then].sha256, verdicts->newer->outputs[now].sha256) == 0;
}

static void compare_file(struct cmd_verdicts *verdicts, struct cmd_verdict *file) {
    file->is_made_as_recorded = is_made_as_recorded(verdicts, file->name);
    verdicts->made_as_recorded += file->is_made_as_recorded;
    if (file->state == OUT_MISSING) {
        file->kind = CMD_VERDICT_GONE;
        return;
    }
    if (out_record_find(verdicts->newer, file->name) == verdicts->newer->output_count) {
        file->kind = CMD_VERDICT_NOT_MADE;
        return;
    }
    char *older = mem_format("%s/%s", verdicts->older->folder, file->name);
    char *newer = mem_format("%s/%s", verdicts->newer->folder, file->name);
    const char *const paths[2] = {older, newer};
    out_likeness_find(&file->likeness, paths, file->name, verdicts->newer->replications);
    file->kind = kind_of(file->likeness.kind);
    free(older);
    free(newer);
}

/* Kind of a file by its name; one that is not there is different from anything. */
static enum cmd_verdict_kind kind_of_name(const struct cmd_verdicts *verdicts, const char *name) {
    size_t i = 0;
    while (i < verdicts->count && strcmp(verdicts->files[i].name, name) != 0) {
        i++;
    }
    return i < verdicts->count ? verdicts->files[i].kind : CMD_VERDICT_DIFFERENT;
}

/* Tables without an error of their own have that of the runs they sum up. Identical runs have but one sum. */
static void settle_tables(struct cmd_verdicts *verdicts) {
    const bool may_differ = kind_of_name(verdicts, "replications.csv") == CMD_VERDICT_WITHIN;
    for (size_t i = 0; i < verdicts->count; i++) {
        if (verdicts->files[i].kind == CMD_VERDICT_AS_RUNS && !may_differ) {
            verdicts->files[i].kind = CMD_VERDICT_DIFFERENT;
        }
    }
}

static bool are_scripts_identical(const struct cmd_verdicts *verdicts) {
    for (size_t i = 0; i < verdicts->count; i++) {
        if (ends_in(verdicts->files[i].name, ".gp") && verdicts->files[i].kind != CMD_VERDICT_IDENTICAL) {
            return false;
        }
    }
    return true;
}

/* A picture is what its data and scripts are: gnuplot, and the fonts it finds, may draw the same otherwise. */
static void settle_pictures(struct cmd_verdicts *verdicts) {
    const bool is_same_script = are_scripts_identical(verdicts);
    for (size_t i = 0; i < verdicts->count; i++) {
        struct cmd_verdict *file = &verdicts->files[i];
        const bool is_other = file->kind == CMD_VERDICT_DIFFERENT || file->kind == CMD_VERDICT_NOT_MADE;
        if (!is_picture(file->name) || !is_other) {
            continue;
        }
        char *data = mem_format("%.*s.csv", (int)(strlen(file->name) - strlen(".svg")), file->name);
        const enum cmd_verdict_kind kind = kind_of_name(verdicts, data);
        if (is_same_script && kind == CMD_VERDICT_IDENTICAL) {
            file->kind = CMD_VERDICT_REDRAWN;
        } else if (is_same_script && (kind == CMD_VERDICT_WITHIN || kind == CMD_VERDICT_AS_RUNS)) {
            file->kind = CMD_VERDICT_AS_RUNS;
        }
        free(data);
    }
}

void cmd_verdicts_compare(struct cmd_verdicts *verdicts, const struct out_record *newer) {
    verdicts->newer = newer;
    for (size_t i = 0; i < verdicts->count; i++) {
        compare_file(verdicts, &verdicts->files[i]);
    }
    for (size_t i = 0; i < newer->output_count; i++) {
        if (out_record_find(verdicts->older, newer->outputs[i].name) == verdicts->older->output_count) {
            append(verdicts, newer->outputs[i].name)->kind = CMD_VERDICT_ADDED;
        }
    }
    settle_tables(verdicts);
    settle_pictures(verdicts);
    for (size_t i = 0; i < verdicts->count; i++) {
        verdicts->counts[verdicts->files[i].kind]++;
    }
}

bool cmd_verdicts_hold(const struct cmd_verdicts *verdicts, bool allows_error) {
    const size_t *counts = verdicts->counts;
    const size_t within = counts[CMD_VERDICT_WITHIN] + counts[CMD_VERDICT_AS_RUNS];
    const size_t good = counts[CMD_VERDICT_IDENTICAL] + counts[CMD_VERDICT_REDRAWN] + (allows_error ? within : 0);
    return verdicts->changed + verdicts->missing == 0 && good == verdicts->count;
}

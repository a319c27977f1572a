/* scenario/path.c - how a key of a scenario is named. */
#include "scenario/path.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/mem.h"

const char *scn_path_end(const char *text) {
    size_t depth = 0;
    while (*text != '\0' && (depth > 0 || *text != '=')) {
        depth += *text == '[';
        depth -= *text == ']' && depth > 0;
        text++;
    }
    return text;
}

/* Behind the bracket that closes the one at which this stands; NULL when none does. */
static const char *behind_bracket(const char *at, const char *end) {
    size_t depth = 0;
    do {
        depth += *at == '[';
        depth -= *at == ']';
        at++;
    } while (depth > 0 && at < end);
    return depth == 0 ? at : NULL;
}

static bool is_name(char c) {
    return isalnum((unsigned char)c) || c == '_' || c == '-';
}

static void append(struct scn_path *path, char *key, char *row) {
    path->steps = mem_resized(path->steps, path->count + 1, sizeof *path->steps);
    path->steps[path->count++] = (struct scn_path_step){key, row};
}

/* Reads a step and moves behind it. */
static const char *parse_step(const char **at, const char *end, struct scn_path *path) {
    const char *name = *at, *behind = name;
    while (behind < end && is_name(*behind)) {
        behind++;
    }
    if (behind == name) {
        return "a key is missing: write its name, with dots between the steps, such as run.replications";
    }
    *at = behind;
    char *row = NULL;
    if (behind < end && *behind == '[') {
        *at = behind_bracket(behind, end);
        if (*at == NULL) {
            return "a bracket is never closed: ']' is missing";
        }
        if (*at - behind == 2) {
            return "between '[' and ']' the name of a row is missing";
        }
        row = mem_format("%.*s", (int)(*at - behind) - 2, behind + 1);
    }
    append(path, mem_format("%.*s", (int)(behind - name), name), row);
    return NULL;
}

const char *scn_path_parse(const char *text, size_t length, struct scn_path *path) {
    const char *at = text, *end = text + length;
    *path = (struct scn_path){.count = 0};
    while (at < end && isspace((unsigned char)*at)) {
        at++;
    }
    while (end > at && isspace((unsigned char)end[-1])) {
        end--;
    }
    const char *fault = parse_step(&at, end, path);
    while (fault == NULL && at < end) {
        if (*at != '.') {
            return "behind a key only '.', '[' or the end may follow, as in teams[Rehab].staff[ot].fte";
        }
        at++;
        fault = parse_step(&at, end, path);
    }
    return fault;
}

char *scn_path_text(const struct scn_path *path) {
    char *text = mem_text("");
    for (size_t i = 0; i < path->count; i++) {
        const struct scn_path_step *step = &path->steps[i];
        char *longer = mem_format("%s%s%s%s%s%s", text, i > 0 ? "." : "", step->key, step->row ? "[" : "",
                                  step->row ? step->row : "", step->row ? "]" : "");
        free(text);
        text = longer;
    }
    return text;
}

void scn_path_append(struct scn_path *path, const char *key, const char *row) {
    append(path, mem_text(key), row != NULL ? mem_text(row) : NULL);
}

void scn_path_shorten(struct scn_path *path) {
    err_require(path->count > 0);
    path->count--;
    free(path->steps[path->count].key);
    free(path->steps[path->count].row);
}

struct scn_path scn_path_copy(const struct scn_path *path) {
    struct scn_path copy = {.count = 0};
    for (size_t i = 0; i < path->count; i++) {
        scn_path_append(&copy, path->steps[i].key, path->steps[i].row);
    }
    return copy;
}

void scn_path_free(struct scn_path *path) {
    while (path->count > 0) {
        scn_path_shorten(path);
    }
    free(path->steps);
    *path = (struct scn_path){.count = 0};
}

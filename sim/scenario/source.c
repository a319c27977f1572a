/* scenario/source.c - SOURCES.md beside the scenarios. */
#include "scenario/source.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "file.h"

/* A letter that stands for a grade, and not for an article or the beginning of a word. */
static bool is_grade(const char *at) {
    static const char *const behind[] = {"-derived", "-calibrated", "  ", " (", " calibrated"};
    bool found = at[1] == '\0' || strchr("),;:.", at[1]) != NULL;
    for (size_t i = 0; i < sizeof behind / sizeof behind[0]; i++) {
        found = found || strncmp(at + 1, behind[i], strlen(behind[i])) == 0;
    }
    return *at >= 'A' && *at <= 'D' && (found || (at[1] == ' ' && at[2] == 'S' && isdigit((unsigned char)at[3])));
}

const char *scn_source_word(const char *text, size_t *length) {
    for (const char *at = text; *at != '\0';) {
        *length = 0;
        while (isalnum((unsigned char)at[*length])) {
            (*length)++;
        }
        if ((*length == 1 && is_grade(at)) || (*length > 1 && *at == 'S' && isdigit((unsigned char)at[1]))) {
            return at;
        }
        at += *length > 0 ? *length : 1;
    }
    return NULL;
}

char *scn_source_path(const char *file) {
    return scn_file_beside(file, "SOURCES.md");
}

/* The whole text; empty when there is none, for a scenario needs none. */
static char *text_beside(const char *file) {
    struct err_list unsaid;
    err_list_init(&unsaid);
    char *path = scn_source_path(file);
    char *text = scn_file_text(path, (struct scn_file_asker){NULL, 0}, &unsaid);
    free(path);
    err_list_free(&unsaid);
    return text ? text : mem_text("");
}

/* The cells behind the first of a row "| key | cell | cell |"; NULL when the first is another word. */
static char *cells_behind(const char *line, const char *word) {
    const size_t length = strlen(word);
    if (strncmp(line, "| ", 2) != 0 || strncmp(line + 2, word, length) != 0 ||
        strncmp(line + 2 + length, " | ", 3) != 0) {
        return NULL;
    }
    char *cells = mem_text(line + 2 + length + 3), *end = strrchr(cells, '|');
    if (end != NULL && end > cells) {
        end[end[-1] == ' ' ? -1 : 0] = '\0';
    }
    for (char *bar = strstr(cells, " | "); bar != NULL; bar = strstr(bar, " | ")) {
        memmove(bar, bar + 1, strlen(bar));
        *bar = ',';
    }
    return cells;
}

char *scn_source_meaning(const char *file, const char *word) {
    char *text = text_beside(file), *rest = text, *found = NULL;
    for (char *line = strsep(&rest, "\n"); line != NULL && found == NULL; line = strsep(&rest, "\n")) {
        found = cells_behind(line, word);
    }
    free(text);
    return found;
}

static bool names(const char *line, const char *name) {
    char *marked = mem_format("`%s`", name);
    const bool found = strstr(line, marked) != NULL;
    free(marked);
    return found;
}

unsigned *scn_source_lines(const char *file, const char *group, const char *key, size_t *count) {
    char *whole = mem_format("%s.%s", group, key);
    char *text = text_beside(file), *rest = text;
    unsigned *lines = NULL, number = 0;
    size_t capacity = 0;
    *count = 0;
    for (char *line = strsep(&rest, "\n"); line != NULL; line = strsep(&rest, "\n")) {
        number++;
        if (names(line, key) || names(line, whole)) {
            lines = mem_grown(lines, *count, &capacity, sizeof *lines);
            lines[(*count)++] = number;
        }
    }
    free(text);
    free(whole);
    return lines;
}

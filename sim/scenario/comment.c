/* scenario/comment.c - comments of a scenario file, by line. */
#include "comment.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "scenario/source.h"

void scn_comments_init(struct scn_comments *comments, char *text) {
    size_t capacity = 0;
    char *rest = text;
    *comments = (struct scn_comments){.text = text};
    for (char *line = strsep(&rest, "\n"); line != NULL; line = strsep(&rest, "\n")) {
        comments->lines = mem_grown(comments->lines, comments->count, &capacity, sizeof *comments->lines);
        comments->lines[comments->count++] = line;
    }
}

void scn_comments_free(struct scn_comments *comments) {
    free(comments->text);
    free(comments->lines);
    *comments = (struct scn_comments){.count = 0};
}

/* A copy without blanks around it; NULL when nothing is left. */
static char *trimmed(const char *text) {
    text += strspn(text, " \t\r");
    size_t length = strlen(text);
    while (length > 0 && strchr(" \t\r", text[length - 1])) {
        length--;
    }
    return length > 0 ? mem_format("%.*s", (int)length, text) : NULL;
}

/* Where the comment of a line begins, marks included; NULL when it has none. Texts end on their line. */
static const char *mark_of(const char *line) {
    bool in_text = false;
    for (; *line != '\0'; line++) {
        if (in_text && *line == '\\' && line[1] != '\0') {
            line++;
        } else if (*line == '"') {
            in_text = !in_text;
        } else if (!in_text && (*line == '#' || (line[0] == '/' && line[1] == '/'))) {
            return line;
        }
    }
    return NULL;
}

static const char *behind_mark(const char *mark) {
    return mark + (*mark == '#' ? 1 : 2);
}

/* The line of that number when it is nothing but comment, behind its mark; NULL otherwise. */
static const char *whole_comment(const struct scn_comments *comments, size_t line) {
    const char *text = line >= 1 && line <= comments->count ? comments->lines[line - 1] : "";
    const char *mark = mark_of(text);
    return mark != NULL && mark == text + strspn(text, " \t") ? behind_mark(mark) : NULL;
}

char *scn_comments_beside(const struct scn_comments *comments, unsigned line) {
    const char *mark = line >= 1 && line <= comments->count ? mark_of(comments->lines[line - 1]) : NULL;
    return mark != NULL && whole_comment(comments, line) == NULL ? trimmed(behind_mark(mark)) : NULL;
}

/* Puts a line behind others; either may be missing. */
static char *joined(char *text, const char *line) {
    char *next = trimmed(line);
    char *longer = text && next ? mem_format("%s %s", text, next) : mem_text(next ? next : text ? text : "");
    free(next);
    free(text);
    return longer;
}

char *scn_comments_above(const struct scn_comments *comments, unsigned line) {
    size_t first = line;
    while (first > 1 && whole_comment(comments, first - 1) != NULL) {
        first--;
    }
    char *text = NULL;
    for (size_t i = first; first > 1 && i < line; i++) {
        text = joined(text, whole_comment(comments, i));
    }
    return text;
}

static bool is_graded(const char *paragraph) {
    size_t length;
    return scn_source_word(paragraph, &length) != NULL;
}

char *scn_comments_head(const struct scn_comments *comments) {
    char *head = NULL, *paragraph = NULL;
    size_t number = 0;
    for (size_t line = 1; line == 1 || whole_comment(comments, line - 1) != NULL; line++) {
        const char *text = whole_comment(comments, line);
        char *words = text != NULL ? trimmed(text) : NULL;
        if (words != NULL) {
            paragraph = joined(paragraph, words);
        } else if (paragraph != NULL) {
            /* The first one says what the file is; one that points to SOURCES.md how to read grades. */
            if (number++ > 0 && is_graded(paragraph) && strstr(paragraph, "SOURCES.md") == NULL) {
                head = joined(head, paragraph);
            }
            free(paragraph);
            paragraph = NULL;
        }
        free(words);
    }
    return head;
}

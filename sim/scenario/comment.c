/* scenario/comment.c - comments of a scenario file, by line. */
#include "comment.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "quoted.h"
#include "scenario/source.h"

/* A part of a text without the blanks, and what else is trimmed, around it; NULL when nothing is left. */
static char *trimmed(const char *text, size_t length, const char *blanks) {
    while (length > 0 && strchr(blanks, *text)) {
        text++;
        length--;
    }
    while (length > 0 && strchr(blanks, text[length - 1])) {
        length--;
    }
    return length > 0 ? mem_format("%.*s", (int)length, text) : NULL;
}

/* Puts a text, which may be missing, behind another, which may be missing too and is freed. */
static char *joined(char *text, const char *next) {
    char *longer = text && *text && next ? mem_format("%s %s", text, next) : mem_text(next ? next : text ? text : "");
    free(text);
    return longer;
}

/* A text on its way into lines. */
struct reading {
    const char *at;
    bool is_block; /* stands inside a comment that may span lines */
    struct scn_comment line;
};

/* Takes so many bytes of comment in. */
static void take(struct reading *reading, size_t length, const char *blanks) {
    char *part = trimmed(reading->at, length, blanks);
    reading->line.text = joined(reading->line.text, part);
    free(part);
    reading->at += length;
}

/* To the end of the comment or of the line; the asterisks that often stand before each line are marks too. */
static void take_block(struct reading *reading) {
    const size_t length = strcspn(reading->at, "\n");
    const char *close = memmem(reading->at, length, "*/", 2);
    take(reading, close ? (size_t)(close - reading->at) : length, " \t\r*");
    reading->at += close ? 2 : 0;
    reading->is_block = close == NULL;
}

static void step(struct reading *reading) {
    const char *at = reading->at;
    if (reading->is_block) {
        take_block(reading);
    } else if (*at == '#' || (at[0] == '/' && at[1] == '/')) {
        reading->at += *at == '#' ? 1 : 2;
        take(reading, strcspn(reading->at, "\n"), " \t\r");
    } else if (at[0] == '/' && at[1] == '*') {
        reading->at += 2;
        take_block(reading);
    } else {
        reading->line.has_code = reading->line.has_code || !strchr(" \t\r", *at);
        reading->at += *at == '"' ? scn_quoted_length(at) : 1;
    }
}

/* Reads to the end of the line. An empty line in the middle of a comment is one of comment. */
static void read_line(struct reading *reading) {
    reading->line = (struct scn_comment){.text = reading->is_block ? mem_text("") : NULL};
    while (!strchr("\n", *reading->at)) {
        step(reading);
    }
}

void scn_comments_init(struct scn_comments *comments, const char *text) {
    struct reading reading = {.at = text};
    size_t capacity = 0;
    bool is_more = true;
    *comments = (struct scn_comments){.count = 0};
    while (is_more) {
        read_line(&reading);
        comments->lines = mem_grown(comments->lines, comments->count, &capacity, sizeof *comments->lines);
        comments->lines[comments->count++] = reading.line;
        is_more = *reading.at == '\n';
        reading.at += is_more;
    }
}

void scn_comments_free(struct scn_comments *comments) {
    for (size_t i = 0; i < comments->count; i++) {
        free(comments->lines[i].text);
    }
    free(comments->lines);
    *comments = (struct scn_comments){.count = 0};
}

/* The text of the line of that number when it is nothing but comment; NULL otherwise. */
static const char *whole_comment(const struct scn_comments *comments, size_t line) {
    const bool is_there = line >= 1 && line <= comments->count;
    return is_there && !comments->lines[line - 1].has_code ? comments->lines[line - 1].text : NULL;
}

char *scn_comments_beside(const struct scn_comments *comments, unsigned line) {
    const bool is_there = line >= 1 && line <= comments->count && comments->lines[line - 1].has_code;
    const char *text = is_there ? comments->lines[line - 1].text : NULL;
    return text && *text ? mem_text(text) : NULL;
}

char *scn_comments_above(const struct scn_comments *comments, unsigned line) {
    size_t first = line;
    while (first > 1 && whole_comment(comments, first - 1) != NULL) {
        first--;
    }
    char *text = NULL;
    for (size_t i = first; first > 1 && i < line; i++) {
        const char *next = whole_comment(comments, i);
        text = joined(text, *next ? next : NULL);
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
        if (text != NULL && *text) {
            paragraph = joined(paragraph, text);
        } else if (paragraph != NULL) {
            /* The first one says what the file is; one that points to SOURCES.md how to read grades. */
            if (number++ > 0 && is_graded(paragraph) && strstr(paragraph, "SOURCES.md") == NULL) {
                head = joined(head, paragraph);
            }
            free(paragraph);
            paragraph = NULL;
        }
    }
    return head;
}

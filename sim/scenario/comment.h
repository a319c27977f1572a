/* scenario/comment.h - comments of a scenario file, by line: libconfig drops them, and sources stand in them. */
#ifndef SCENARIO_COMMENT_H
#define SCENARIO_COMMENT_H

#include <stdbool.h>
#include <stddef.h>

/* What a line says besides what it sets. */
struct scn_comment {
    char *text;    /* owned: its comments as one, without marks and the blanks around them; NULL: it has none */
    bool has_code; /* something stands on the line that is no comment */
};

/* The lines of a file. */
struct scn_comments {
    struct scn_comment *lines; /* owned; [count] */
    size_t count;
};

/* Finds the comments of a text: from '#' or two slashes to the end of the line, and between slash-asterisk and
 * asterisk-slash, on several lines too. */
void scn_comments_init(struct scn_comments *comments, const char *text);
void scn_comments_free(struct scn_comments *comments);

/* The comment of a line (from 1) that sets something too; the caller frees it. NULL: there is none. */
char *scn_comments_beside(const struct scn_comments *comments, unsigned line);

/* The lines of nothing but comment directly above a line, as one; the caller frees it. NULL: there are none, or they are
 * the head of the file. */
char *scn_comments_above(const struct scn_comments *comments, unsigned line);

/* The paragraphs of the head of the file that name a grade, as one; the caller frees it. NULL: there are none. */
char *scn_comments_head(const struct scn_comments *comments);

#endif

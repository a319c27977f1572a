/* scenario/comment.h - comments of a scenario file, by line: libconfig drops them, and sources stand in them. */
#ifndef SCENARIO_COMMENT_H
#define SCENARIO_COMMENT_H

#include <stddef.h>

/* The lines of a file. */
struct scn_comments {
    char *text;   /* owned; a NUL behind each line */
    char **lines; /* owned; [count] into the text */
    size_t count;
};

/* Takes the text over. */
void scn_comments_init(struct scn_comments *comments, char *text);
void scn_comments_free(struct scn_comments *comments);

/* What stands behind '#' or two slashes on a line (from 1) that has a setting before; the caller frees it. NULL: nothing
 * does. */
char *scn_comments_beside(const struct scn_comments *comments, unsigned line);

/* The lines of nothing but comment directly above a line, as one; the caller frees it. NULL: there are none, or they are
 * the head of the file. */
char *scn_comments_above(const struct scn_comments *comments, unsigned line);

/* The paragraphs of the head of the file that name a grade, as one; the caller frees it. NULL: there are none. */
char *scn_comments_head(const struct scn_comments *comments);

#endif

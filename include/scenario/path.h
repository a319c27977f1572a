/* scenario/path.h - how a key of a scenario is named: world.care.bands[85+].onset_per_year.
 * Steps are parted by dots. A step into a list names a row in brackets: by its first key, or by its place, from 1, where
 * the rows of the list may share that. Without brackets a path names the key in general: teams.staff.fte. */
#ifndef SCENARIO_PATH_H
#define SCENARIO_PATH_H

#include <stddef.h>

struct scn_path_step {
    char *key; /* owned, as the row */
    char *row; /* what stands in brackets; NULL: none */
};

struct scn_path {
    struct scn_path_step *steps; /* [count] owned; at least one after scn_path_parse */
    size_t count;
};

/* Where a path ends that a text begins with: at the first '=' outside brackets, or at the end of the text. */
const char *scn_path_end(const char *text);

/* Reads a path. Brackets inside a row's name must come in pairs; blanks around the path are left out.
 *   text    of which so many bytes are the path
 *   path    freed by the caller with scn_path_free, whatever came of it
 * Returns NULL, or a constant sentence that says what is wrong. */
const char *scn_path_parse(const char *text, size_t length, struct scn_path *path);

/* The path as text, which reads back as the same path. The caller frees it. */
char *scn_path_text(const struct scn_path *path);

/* Adds a step behind the others; both texts are copied, row may be NULL. */
void scn_path_append(struct scn_path *path, const char *key, const char *row);

/* Takes the last step away. */
void scn_path_shorten(struct scn_path *path);

/* A path of its own with the same steps. */
struct scn_path scn_path_copy(const struct scn_path *path);

void scn_path_free(struct scn_path *path);

#endif

/* scenario/source.h - SOURCES.md beside the scenarios: what grades and sources stand for. */
#ifndef SCENARIO_SOURCE_H
#define SCENARIO_SOURCE_H

#include <stddef.h>

/* The next grade (A, B, C or D) or source (S and a number) that a comment names, as in "D", "(B  S23)", "A-derived": where
 * it begins, borrowed from the text, with its length. NULL: it names no more. */
const char *scn_source_word(const char *text, size_t *length);

/* The rest of the row of a table that begins with this word ("D", "S23"), its cells parted by commas; the caller frees
 * it. NULL: there is no such file beside the scenario file, or no such row.
 *   file  path of a scenario file */
char *scn_source_meaning(const char *file, const char *word);

/* Numbers of the lines that name a key between `marks`, by itself or behind its group and a dot; the caller frees them.
 *   count  receives how many */
unsigned *scn_source_lines(const char *file, const char *group, const char *key, size_t *count);

/* Path of the file, which need not exist; the caller frees it. */
char *scn_source_path(const char *file);

#endif

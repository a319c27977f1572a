/* scenario/file.h - files a scenario is made of: their text, their paths, and the list of all
 * that were read. */
#ifndef SCENARIO_FILE_H
#define SCENARIO_FILE_H

#include "base/err.h"
#include "scenario/scenario.h"

/* Who asks for a file, for the complaint when it cannot be read. */
struct scn_file_asker {
    const char *file; /* NULL: the command line */
    unsigned line;
};

/* Files read so far, in order of first reading. Owned by whoever made the list; a path stays
 * where it is when the list grows. */
struct scn_file_list {
    struct scn_file *files;
    size_t count, capacity;
};

/* Remembers a path once, as data or as a scenario; returns the list's own copy. */
const char *scn_file_remember(struct scn_file_list *list, const char *path, bool is_data);

/* The whole text, ending in NUL and without a UTF-8 byte-order mark; the caller frees it. NULL
 * after a complaint: the file is not there, is a folder, is too big, or is no text in UTF-8: a byte of
 * another encoding, a control character other than a tab or the end of a line. */
char *scn_file_text(const char *path, struct scn_file_asker asker, struct err_list *err);

/* A path as said in a file: relative to that file's folder unless it begins with '/'. The caller frees it. */
char *scn_file_beside(const char *file, const char *path);

#endif

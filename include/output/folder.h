/* output/folder.h - a results folder: made new, never over an old one, each file whole or not there at all.
 * A file is written under a temporary name, flushed to disk and renamed; its SHA-256 is remembered for the
 * manifest. */
#ifndef OUTPUT_FOLDER_H
#define OUTPUT_FOLDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/err.h"

/* A file written into the folder. */
struct out_file {
    char *name; /* relative to the folder, with '/' */
    char sha256[65];
};

struct out_folder {
    char *path;
    bool is_replacing; /* older results go when the first file of the new ones is begun */
    struct out_file *files;
    size_t count, capacity;
    char *open_name; /* of the file being written, or NULL */
    FILE *open_stream;
};

/* Makes the folder (and its parents). An existing empty folder is taken; one with anything in it is a
 * complaint, unless replace is set and it holds a manifest.json of caremix: then the files that manifest names
 * are removed when the first new file begins. The caller frees with out_folder_free after success. */
bool out_folder_init(struct out_folder *folder, const char *path, bool replace, struct err_list *err);
void out_folder_free(struct out_folder *folder);

/* Removes every file written, and the folders they lie in with the folder itself, as far as they are then empty. */
void out_folder_remove(struct out_folder *folder);

/* Opens a file to write in, under the name with ".part" behind it; folders in its name are made. NULL after
 * a complaint. One file at a time. */
FILE *out_folder_begin(struct out_folder *folder, const char *name, struct err_list *err);

/* Closes what out_folder_begin opened, checks that every byte arrived, renames it and remembers its hash. */
bool out_folder_end(struct out_folder *folder, struct err_list *err);

/* Writes a copy of a file under a name in the folder; nothing when the file cannot be read to its end.
 *   from  path of the file, which stays where it is */
bool out_folder_copy(struct out_folder *folder, const char *from, const char *name, struct err_list *err);

/* Takes over a finished file made elsewhere on the same disk: flushes it, moves it here, remembers its hash.
 *   from  path of the file */
bool out_folder_adopt(struct out_folder *folder, const char *from, const char *name, struct err_list *err);

/* Takes the file that was finished last away again, to make room for the manifest; false when there is none. */
bool out_folder_drop(struct out_folder *folder);

/* Path of a name in the folder. The caller frees it. */
char *out_folder_path(const struct out_folder *folder, const char *name);

/* SHA-256 of a file as 64 hexadecimal digits; false when it cannot be read. Source: FIPS 180-4 (2015). */
bool out_file_sha256(const char *path, char digest[65]);

#endif

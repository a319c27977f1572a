/* scenario/file.c - files a scenario is made of: their text, their paths, and the list of all
 * that were read. */
#include "file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"

/* Far more than any scenario; a device that never ends is refused instead of filling the memory. */
static const size_t file_limit = (size_t)64 << 20;

const char *scn_file_remember(struct scn_file_list *list, const char *path, bool is_data) {
    for (size_t i = 0; i < list->count; i++) {
        if (strcmp(list->files[i].path, path) == 0) {
            return list->files[i].path;
        }
    }
    list->files = mem_grown(list->files, list->count, &list->capacity, sizeof *list->files);
    list->files[list->count] = (struct scn_file){mem_text(path), is_data};
    return list->files[list->count++].path;
}

/* Reads to the end or the limit; errno tells of a failure, which is answered by NULL. */
static char *slurped(FILE *in, size_t *size) {
    char *text = NULL;
    size_t used = 0, room = 0;
    do {
        room = room ? 2 * room : 65536;
        text = mem_resized(text, room + 1, 1);
        used += fread(text + used, 1, room - used, in);
    } while (used == room && room <= file_limit);
    if (used > file_limit) {
        errno = EFBIG;
    }
    if (ferror(in) || used > file_limit) {
        free(text);
        return NULL;
    }
    text[used] = '\0';
    *size = used;
    return text;
}

static void complain_unreadable(const char *path, struct scn_file_asker asker, struct err_list *err) {
    const char *reason = strerror(errno);
    if (asker.file) {
        err_add(err, asker.file, asker.line, "cannot read '%s': %s", path, reason);
    } else {
        err_add(err, path, 0, "cannot read this file: %s", reason);
    }
}

static unsigned line_of(const char *text, size_t offset) {
    unsigned line = 1;
    for (size_t i = 0; i < offset; i++) {
        line += text[i] == '\n';
    }
    return line;
}

/* What a byte that is not allowed most likely means; NULL when every byte is fine. */
static const char *fault_of(const char *text, size_t size, const char *odd) {
    if (size >= 2 && (memcmp(text, "\xFF\xFE", 2) == 0 || memcmp(text, "\xFE\xFF", 2) == 0)) {
        return "this file is in UTF-16; save it as UTF-8";
    }
    if (*odd != '\0') {
        return text_character(odd) > 0 ? "a control character"
                                       : "a character that is not UTF-8; save the file as UTF-8";
    }
    return odd < text + size ? "a NUL byte: this is not a text file" : NULL;
}

/* False after a complaint. */
static bool is_text(const char *path, const char *text, size_t size, struct err_list *err) {
    const char *odd = text_unfit(text, "\t\n\f\r");
    const char *fault = fault_of(text, size, odd);
    if (fault) {
        err_add(err, path, line_of(text, (size_t)(odd - text)), "%s", fault);
    }
    return !fault;
}

char *scn_file_text(const char *path, struct scn_file_asker asker, struct err_list *err) {
    FILE *in = fopen(path, "rb");
    if (!in) {
        complain_unreadable(path, asker, err);
        return NULL;
    }
    size_t size = 0;
    char *text = slurped(in, &size);
    if (!text) {
        complain_unreadable(path, asker, err);
    }
    fclose(in);
    if (text && !is_text(path, text, size, err)) {
        free(text);
        return NULL;
    }
    if (text && strncmp(text, "\xEF\xBB\xBF", 3) == 0) {
        memmove(text, text + 3, size - 2);
    }
    return text;
}

char *scn_file_beside(const char *file, const char *path) {
    const char *slash = strrchr(file, '/');
    if (path[0] == '/' || !slash) {
        return mem_text(path);
    }
    return mem_format("%.*s/%s", (int)(slash - file), file, path);
}

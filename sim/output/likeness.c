/* output/likeness.c - how like one another two versions of a result file are. */
#include "output/likeness.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "judge.h"
#include "output/text.h"
#include "rows.h"

enum { BLOCK = 65536, SHOWN_BYTES = 4096, SHOWN_CHARACTERS = 80, SHOWN_BEFORE = 30 };

static const double false_alarm = 0.01; /* chance of calling a file different that differs by chance alone */

/* Where two files part: the line, the byte at which it begins, and the first that differs. */
struct parting {
    size_t line;
    long begins, differs;
};

/* Bytes that are equal at the front of two blocks. */
static size_t equal_bytes(const char *first, const char *second, size_t length) {
    size_t equal = 0;

    if (memcmp(first, second, length) == 0) {
        return length;
    }
    while (first[equal] == second[equal]) {
        equal++;
    }
    return equal;
}

/* Goes on over bytes that both files have. */
static void parting_pass(struct parting *parting, const char *block, size_t length, long at) {
    const char *end = block + length;

    for (const char *newline = memchr(block, '\n', length); newline;
         newline = memchr(newline + 1, '\n', (size_t)(end - newline - 1))) {
        parting->line++;
        parting->begins = at + (newline - block) + 1;
    }
}

/* False when the files are the same to their end. */
static bool parting_find(struct parting *parting, FILE *const files[2]) {
    char blocks[2][BLOCK];
    size_t got[2] = {1, 1};

    *parting = (struct parting){.line = 1};
    for (long at = 0; got[0] > 0 || got[1] > 0; at += (long)got[0]) {
        size_t shared, equal;

        got[0] = fread(blocks[0], 1, BLOCK, files[0]);
        got[1] = fread(blocks[1], 1, BLOCK, files[1]);
        shared = got[0] < got[1] ? got[0] : got[1];
        equal = equal_bytes(blocks[0], blocks[1], shared);
        parting_pass(parting, blocks[0], equal, at);
        parting->differs = at + (long)equal;
        if (equal < shared || got[0] != got[1]) {
            return true;
        }
    }
    return false;
}

/* The line where the files part, cut so that the place is in sight; NULL at the end of the file. The caller frees it. */
static char *line_at(FILE *file, const struct parting *parting) {
    const bool is_far = parting->differs - parting->begins > SHOWN_CHARACTERS / 2;
    const long from = is_far ? parting->differs - SHOWN_BEFORE : parting->begins;
    char text[SHOWN_BYTES], *shown = text, *line;

    if (fseek(file, from, SEEK_SET) != 0 || !fgets(text, sizeof text, file)) {
        return NULL;
    }
    text[strcspn(text, "\r\n")] = '\0';
    while (is_far && ((unsigned char)*shown & 0xC0) == 0x80) {
        shown++; /* the rest of a character of UTF-8 */
    }
    shown = out_text_line(shown, SHOWN_CHARACTERS);
    line = mem_format("%s%s", is_far ? "\xE2\x80\xA6" : "", shown);
    free(shown);
    return line;
}

/* False when the files are the same. */
static bool difference_find(struct out_likeness *likeness, const char *const paths[2]) {
    FILE *const files[2] = {fopen(paths[0], "rb"), fopen(paths[1], "rb")};
    struct parting parting = {.line = 1};
    const bool differs = !files[0] || !files[1] || parting_find(&parting, files);

    likeness->line = differs ? parting.line : 0;
    for (size_t i = 0; i < 2; i++) {
        if (differs && files[i]) {
            likeness->texts[i] = line_at(files[i], &parting);
        }
        if (files[i]) {
            fclose(files[i]);
        }
    }
    return differs;
}

static bool is_table(const char *name) {
    const size_t length = strlen(name);

    return length > 4 && strcmp(name + length - 4, ".csv") == 0;
}

/* Tables that sum up the runs which replications.csv holds, without saying how far chance takes what they say. */
static bool is_without_error(const char *name) {
    return strcmp(name, "waits.csv") == 0 || strcmp(name, "incidence.csv") == 0 || strncmp(name, "figures/", 8) == 0;
}

static enum out_likeness_kind kind_of(const struct out_judge *judge, const char *name, double chance) {
    if (!judge->is_same_shape || chance < false_alarm) {
        return OUT_DIFFERENT;
    }
    if (judge->basis == OUT_BASIS_NONE) {
        return is_without_error(name) ? OUT_NO_ERROR : OUT_DIFFERENT;
    }
    /* The same means have the same spread, and if no column differs, quotation marks or line ends do. */
    return judge->is_any_mean_other && judge->spreads > 0 ? OUT_WITHIN_ERROR : OUT_DIFFERENT;
}

/* Reads two tables side by side, row by row. */
static void tables_compare(struct out_likeness *likeness, const char *const paths[2], const char *name, uint32_t runs) {
    struct out_rows tables[2];
    struct out_judge judge;

    /* One that cannot be opened has no rows. */
    out_rows_init(&tables[0], paths[0]);
    out_rows_init(&tables[1], paths[1]);
    out_judge_read(&judge, tables, runs);
    likeness->column = judge.column ? mem_text(judge.column) : NULL;
    likeness->tests = judge.tests;
    likeness->worst = judge.worst;
    likeness->chance = judge.least * (double)judge.tests;
    if (likeness->chance > 1 || judge.tests == 0) {
        likeness->chance = 1;
    }
    likeness->kind = kind_of(&judge, name, likeness->chance);
    out_judge_free(&judge);
    out_rows_free(&tables[0]);
    out_rows_free(&tables[1]);
}

void out_likeness_find(struct out_likeness *likeness, const char *const paths[2], const char *name, uint32_t runs) {
    *likeness = (struct out_likeness){.kind = OUT_IDENTICAL, .chance = 1};
    if (!difference_find(likeness, paths)) {
        return;
    }
    likeness->kind = OUT_DIFFERENT;
    if (is_table(name)) {
        tables_compare(likeness, paths, name, runs);
    }
}

void out_likeness_free(struct out_likeness *likeness) {
    free(likeness->texts[0]);
    free(likeness->texts[1]);
    free(likeness->column);
    *likeness = (struct out_likeness){0};
}

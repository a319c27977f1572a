/* base/err.c - complaints about what a user gave us. */
#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"

void err_list_init(struct err_list *list) {
    *list = (struct err_list){.complaints = NULL};
}

void err_list_free(struct err_list *list) {
    for (size_t i = 0; i < list->count; i++) {
        free(list->complaints[i].text);
    }
    free(list->complaints);
    err_list_init(list);
}

static char *placed(const char *file, unsigned line, const char *what) {
    if (file == NULL) {
        return mem_format("error: %s", what);
    }
    if (line == 0) {
        return mem_format("%s: error: %s", file, what);
    }
    return mem_format("%s:%u: error: %s", file, line, what);
}

void err_add(struct err_list *list, const char *file, unsigned line, const char *format, ...) {
    char *what = NULL;
    va_list values;
    va_start(values, format);
    int length = vasprintf(&what, format, values);
    va_end(values);
    err_require(length >= 0);

    list->complaints = mem_grown(list->complaints, list->count, &list->capacity, sizeof *list->complaints);
    char *complaint = placed(file, line, what);
    list->complaints[list->count++] = (struct err_complaint){.text = text_line(complaint)};
    free(complaint);
    free(what);
}

void err_soften(struct err_list *list) {
    err_require(list->count > 0);
    list->complaints[list->count - 1].is_mild = true;
}

bool err_is_mild_since(const struct err_list *list, size_t count) {
    bool is_mild = true;
    for (size_t i = count; i < list->count; i++) {
        is_mild = is_mild && list->complaints[i].is_mild;
    }
    return is_mild;
}

static size_t smaller(size_t a, size_t b) {
    return a < b ? a : b;
}

static bool swapped(const char *a, size_t i, const char *b, size_t j) {
    return i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
}

/* rows[0] is the row being filled, rows[1] the one above it, rows[2] the one above that. */
static void fill_row(size_t *const rows[3], const char *a, size_t i, const char *b) {
    rows[0][0] = i;
    for (size_t j = 1; b[j - 1] != '\0'; j++) {
        size_t replaced = rows[1][j - 1] + (a[i - 1] != b[j - 1]);
        size_t best = smaller(replaced, smaller(rows[0][j - 1], rows[1][j]) + 1);
        if (swapped(a, i, b, j)) {
            best = smaller(best, rows[2][j - 2] + 1);
        }
        rows[0][j] = best;
    }
}

/* Optimal string alignment: Damerau's four edits, no stretch edited twice. */
static size_t edit_distance(const char *a, const char *b) {
    size_t width = strlen(b) + 1;
    size_t height = strlen(a) + 1;
    size_t *cells = mem_zeroed(3 * width, sizeof *cells);
    size_t *rows[3] = {cells, cells + width, cells + 2 * width};
    for (size_t j = 0; j < width; j++) {
        rows[0][j] = j;
    }
    for (size_t i = 1; i < height; i++) {
        size_t *oldest = rows[2];
        rows[2] = rows[1];
        rows[1] = rows[0];
        rows[0] = oldest;
        fill_row(rows, a, i, b);
    }
    size_t distance = rows[0][width - 1];
    free(cells);
    return distance;
}

const char *err_nearest(const char *word, const char *const *names, size_t count) {
    const char *nearest = NULL;
    size_t allowed = (strlen(word) + 2) / 3;
    for (size_t i = 0; i < count; i++) {
        size_t distance = edit_distance(word, names[i]);
        bool closer = nearest == NULL ? distance <= allowed : distance < allowed;
        if (closer) {
            nearest = names[i];
            allowed = distance;
        }
    }
    return nearest;
}

char *err_suggestion(const char *word, const char *const *names, size_t count, const char *otherwise) {
    const char *near = err_nearest(word, names, count);
    return near != NULL ? mem_format("; did you mean '%s'?", near) : mem_text(otherwise);
}

void err_broken(const char *file, int line, const char *expression) {
    fprintf(stderr, "%s:%d: a promise of this program is broken: %s\n", file, line, expression);
    abort();
}

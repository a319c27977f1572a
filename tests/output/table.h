/* tests/output/table.h - the CSV behind a figure as text, and finding one's way in it. */
#ifndef TESTS_OUTPUT_TABLE_H
#define TESTS_OUTPUT_TABLE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "output/plot.h"
#include "tests/support.h"

/* The table of one figure as text; the caller frees it. */
static inline char *table_of(const struct expt_results *results, void (*write)(struct out_plot *plot)) {
    struct out_plot plot;
    char *written = NULL, *text;
    size_t length;
    FILE *out = open_memstream(&written, &length);
    out_plot_init(&plot, out, results);
    plot.version = "0.0.7";
    plot.seed = 20140917;
    write(&plot);
    out_plot_free(&plot);
    fclose(out);
    text = mem_text(written);
    free(written);
    return text;
}

/* The field of that number (from 0) in the line of a table. */
static inline double field_number(const char *line, size_t field) {
    for (; field > 0; field--) {
        line = strchr(line, ',') + 1;
    }
    return *line == ',' || *line == '\n' ? NAN : strtod(line, NULL);
}

static inline const char *line_find(const char *text, const char *begin) {
    char *sought = mem_format("\n%s", begin);
    const char *found = strstr(text, sought);
    free(sought);
    assert_non_null(found);
    return found + 1;
}

#endif

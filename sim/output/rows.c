/* output/rows.c - a file of comma-separated values, read row by row. */
#include "rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/mem.h"

bool out_rows_init(struct out_rows *rows, const char *path) {
    *rows = (struct out_rows){.file = fopen(path, "rb")};
    err_require(csv_init(&rows->parser, CSV_STRICT | CSV_STRICT_FINI) == 0);
    return rows->file;
}

void out_rows_free(struct out_rows *rows) {
    if (rows->file) {
        fclose(rows->file);
    }
    csv_free(&rows->parser);
    free(rows->line);
    free(rows->texts);
    free(rows->starts);
    *rows = (struct out_rows){0};
}

static void field_take(void *text, size_t length, void *context) {
    struct out_rows *rows = context;

    rows->starts = mem_grown(rows->starts, rows->count, &rows->starts_size, sizeof *rows->starts);
    if (rows->texts_used + length + 1 > rows->texts_size) {
        rows->texts_size = 2 * (rows->texts_used + length + 1);
        rows->texts = mem_resized(rows->texts, rows->texts_size, 1);
    }
    rows->starts[rows->count++] = rows->texts_used;
    if (length > 0) {
        memcpy(rows->texts + rows->texts_used, text, length);
    }
    rows->texts_used += length;
    rows->texts[rows->texts_used++] = '\0';
}

static void row_take(int terminator, void *context) {
    struct out_rows *rows = context;

    (void)terminator;
    rows->is_row = true;
}

/* Line by line, since a row may go on over several of them, between quotation marks. */
bool out_rows_next(struct out_rows *rows) {
    rows->count = rows->texts_used = 0;
    rows->is_row = false;
    rows->first_line = rows->last_line + 1;
    while (rows->file && !rows->is_row) {
        const ssize_t length = getline(&rows->line, &rows->line_size, rows->file);

        if (length <= 0) {
            rows->is_broken = csv_fini(&rows->parser, field_take, row_take, rows) != 0;
            return rows->is_row && !rows->is_broken;
        }
        rows->last_line++;
        if (csv_parse(&rows->parser, rows->line, (size_t)length, field_take, row_take, rows) != (size_t)length) {
            rows->is_broken = true;
            return false;
        }
    }
    return rows->is_row;
}

const char *out_rows_field(const struct out_rows *rows, size_t field) {
    return field < rows->count ? rows->texts + rows->starts[field] : "";
}

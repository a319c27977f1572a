/* output/rows.h - a file of comma-separated values, read row by row (inside the output layer only). */
#ifndef SIM_OUTPUT_ROWS_H
#define SIM_OUTPUT_ROWS_H

#include <csv.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct out_rows {
    FILE *file;
    struct csv_parser parser;
    char *line;         /* read last */
    size_t line_size;   /* room in it */
    char *texts;        /* the row's fields, a zero byte behind each */
    size_t texts_size;  /* room in it */
    size_t texts_used;  /* bytes */
    size_t *starts;     /* [field] in texts */
    size_t starts_size; /* room in it */
    size_t count;       /* fields */
    size_t first_line;  /* of the row, from 1 */
    size_t last_line;   /* read so far */
    bool is_row;        /* a row is whole */
    bool is_broken;     /* it ended where it is no CSV */
};

/* Opens a file; false when it cannot be read. The caller frees with out_rows_free in any case. */
bool out_rows_init(struct out_rows *rows, const char *path);
void out_rows_free(struct out_rows *rows);

/* Reads the next row; false at the end of the file, and where it is no CSV. */
bool out_rows_next(struct out_rows *rows);

/* A field of the row read last, as text without quotation marks; "" beyond its last. Good until the next row. */
const char *out_rows_field(const struct out_rows *rows, size_t field);

#endif

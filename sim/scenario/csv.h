/* scenario/csv.h - a file of comma-separated values: the columns asked for, as texts that know their line. */
#ifndef SCENARIO_CSV_H
#define SCENARIO_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/param.h"
#include "file.h"

enum { SCN_CSV_SHOWN = 20 }; /* complaints about one file */

struct scn_csv {
    const char *path;           /* borrowed */
    const char *const *columns; /* borrowed; names of the columns asked for */
    size_t column_count;
    size_t optional_count; /* so many of the last columns may be absent: their fields are then empty */
    char **fields;         /* [row][column], owned */
    unsigned *lines;       /* [row] on which it ends, owned */
    size_t rows;
    size_t faults; /* complaints about this file so far */
    struct scn_csv_news {
        const char *text;
        size_t column;
    } news[SCN_CSV_SHOWN]; /* what scn_csv_is_news has told of */
    size_t news_count;
    struct err_list *err; /* borrowed */
};

/* Reads a file. Its first line names the columns, in any order; those not asked for are passed
 * over.
 *   csv  path, columns, column_count, optional_count and err set by the caller, all else zero; the caller frees it
 *        with scn_csv_free
 * Returns false after a complaint: a column is missing or given twice, columns are parted by semicolons or
 * tabs, a row has more or fewer fields than the first line, quotes do not close, there are no rows. */
bool scn_csv_read(struct scn_csv *csv, struct scn_file_asker asker);
void scn_csv_free(struct scn_csv *csv);

const char *scn_csv_field(const struct scn_csv *csv, size_t row, size_t column);

/* Complains about a line of the file; only about the first twenty, so that one slip in a long
 * file stays readable.
 *   line  0: about the file as a whole */
void scn_csv_complain(struct scn_csv *csv, unsigned line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* True once for each text: an unknown name is complained of where it stands first, and not in every row; nor at all
 * when so many have been that no complaint would be shown. */
bool scn_csv_is_news(struct scn_csv *csv, size_t row, size_t column);

/* The number in a field; false after a complaint (no number, outside the range).
 *   range  its low, high and unit are looked at */
bool scn_csv_number(struct scn_csv *csv, size_t row, size_t column, const struct param *range, double *value);

#endif

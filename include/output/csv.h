/* output/csv.h - comma-separated values as RFC 4180 (Shafranovich, 2005) has them, with '\n' as line end.
 * Numbers have 10 significant digits and a point, whatever the locale; what does not exist is an empty
 * field. Text that a spreadsheet would take for a formula is written with a leading apostrophe. */
#ifndef OUTPUT_CSV_H
#define OUTPUT_CSV_H

#include <stdint.h>
#include <stdio.h>

/* Writes one line of the header or of texts; the last argument is NULL. */
void out_csv_header(FILE *out, const char *first, ...) __attribute__((sentinel));

/* Writes one field; the first field of a line is told by first. */
void out_csv_text(FILE *out, int first, const char *text);
void out_csv_real(FILE *out, double value);
void out_csv_count(FILE *out, uint64_t value);

/* 16 hexadecimal digits: a number of 64 bits that no reader rounds. */
void out_csv_hex(FILE *out, uint64_t value);
void out_csv_end(FILE *out);

#endif

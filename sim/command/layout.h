/* command/layout.h - numbers, cells, headings and paragraphs for a terminal of 100 columns (inside the command layer
 * only). A character is taken to fill one column, whatever its bytes in UTF-8. */
#ifndef SIM_COMMAND_LAYOUT_H
#define SIM_COMMAND_LAYOUT_H

#include <stddef.h>
#include <stdio.h>

enum { CMD_LAYOUT_WIDTH = 100 };

/* Columns a text fills. */
size_t cmd_layout_columns(const char *text);

/* A number for people: the measure's decimals, thousands set apart, never "-0", "-" for NAN. The caller frees it.
 *   decimals  printf format of a double, of which only the digits behind the point count */
char *cmd_layout_number(double value, const char *decimals);

/* A heading, bold where the stream is a terminal and NO_COLOR is not set. */
void cmd_layout_heading(FILE *out, const char *text);

/* A paragraph, broken at 100 columns, with the first line set out. */
void cmd_layout_paragraph(FILE *out, const char *text);

/* A paragraph set in by eight columns, broken at 100 between words only: addresses stay whole. */
void cmd_layout_indented(FILE *out, const char *text);

/* A text of at most so many columns, its end cut off for " ..." where it has more. The caller frees it. */
char *cmd_layout_cut(const char *text, size_t columns);

/* The name of a row, followed by at least one space; one that is too long has a line of its own above its row. */
void cmd_layout_left(FILE *out, const char *text, size_t width);

/* A cell, ending at the right. Frees the text. */
void cmd_layout_right(FILE *out, char *text, size_t width);

/* Heads columns with names, broken after a hyphen or a space rather than cut: names that only differ at the end stay
 * different. Ends the line.
 *   margin  columns to leave free on the left
 *   width   of a column, one space before the name included */
void cmd_layout_names(FILE *out, size_t margin, const char *const *names, size_t count, size_t width);

#endif

/* output/text.h - texts of users made fit for one line of a figure or of JSON. */
#ifndef OUTPUT_TEXT_H
#define OUTPUT_TEXT_H

#include <stddef.h>

/* A copy that is one line of valid UTF-8: control characters become spaces, broken bytes become '?'.
 *   limit  most characters of the result; a longer text is cut and ends in an ellipsis; 0: no limit
 * The caller frees it. */
char *out_text_line(const char *text, size_t limit);

/* The same for a label in a figure: what gnuplot 5.4 trips over inside a field of a CSV, where its strcol()
 * stops at a comma even between quotes, is replaced by what looks alike: the comma by U+201A, straight
 * double quotes by curved ones, the backslash by a slash; "]]>", which it leaves so in SVG, ends in U+203A; a character
 * that the font of the figures has not, over which its PNG driver paints black, becomes '?'; and what it takes for a missing value (nothing,
 * "NaN") begins with a no-break space. */
char *out_text_label(const char *text, size_t limit);

/* A label in up to two lines of width characters, broken at a space where there is one; *second is empty
 * when one line is enough. The caller frees both. */
void out_text_wrap(const char *text, size_t width, char **first, char **second);

/* A number for people, without decimals: "12,345"; the other with its sign, "+12,345". Below nought with U+2212. The
 * caller frees it. */
char *out_text_number(double value);
char *out_text_signed(double value);

#endif

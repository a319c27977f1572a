/* base/text.h - texts of users, in UTF-8: what is a character, and what would break a line. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes of the character at text, 1 for the NUL at its end; 0 when none begins there: broken off, overlong, a surrogate
 * or beyond Unicode.
 * Source: RFC 3629 (Yergeau, 2003). */
size_t text_character(const char *text);

/* Number in Unicode of the character of that many bytes at text. */
uint32_t text_code(const char *text, size_t length);

/* Is the character of that many bytes a control character? DEL and those of Latin-1 (U+0080 to U+009F) are as
 * unprintable as those below the space. */
bool text_is_control(const char *text, size_t length);

/* The first place of a text that cannot be told as it is: a control character, or a byte with which no character begins. The
 * end of the text when there is none.
 *   allowed  control characters that may stand in it all the same, each of one byte */
const char *text_unfit(const char *text, const char *allowed);

/* A copy on one line, fit for a terminal: control characters are spaces, bytes that are no character question marks. The
 * caller frees it. */
char *text_line(const char *text);

#endif

/* scenario/quoted.c - a text in quotes, as a file writes it. */
#include "quoted.h"

#include <string.h>

size_t scn_quoted_length(const char *text) {
    size_t length = 1;
    while (!strchr("\"\n", text[length])) {
        length += text[length] == '\\' && !strchr("\n", text[length + 1]) ? 2 : 1;
    }
    return length + (text[length] == '"');
}

void scn_quoted_print(FILE *out, const char *text) {
    putc('"', out);
    for (; *text; text++) {
        fputs(*text == '"' || *text == '\\' ? "\\" : "", out);
        putc(*text, out);
    }
    putc('"', out);
}

/* base/text.c - texts of users, in UTF-8. */
#include "base/text.h"

#include <stdint.h>
#include <string.h>

#include "base/mem.h"

/* Bytes that the first byte of a character announces; 0 when no character begins with it. */
static size_t announced(unsigned char byte) {
    if (byte < 0x80) {
        return 1;
    }
    if (byte >= 0xC2 && byte <= 0xDF) {
        return 2;
    }
    if ((byte & 0xF0) == 0xE0) {
        return 3;
    }
    return byte >= 0xF0 && byte <= 0xF4 ? 4 : 0;
}

size_t text_character(const char *text) {
    static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    const size_t length = announced((unsigned char)text[0]);
    uint32_t code = length > 1 ? (unsigned char)text[0] & (0x7Fu >> length) : 0;

    if (length < 2) {
        return length;
    }
    for (size_t i = 1; i < length; i++) {
        if (((unsigned char)text[i] & 0xC0) != 0x80) {
            return 0;
        }
        code = code << 6 | ((unsigned char)text[i] & 0x3Fu);
    }
    if (code < smallest[length] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) {
        return 0;
    }
    return length;
}

bool text_is_control(const char *text, size_t length) {
    const unsigned char first = (unsigned char)text[0];

    if (length == 1) {
        return first < 0x20 || first == 0x7F;
    }
    return length == 2 && first == 0xC2 && (unsigned char)text[1] < 0xA0;
}

char *text_line(const char *text) {
    char *line = mem_zeroed(strlen(text) + 1, 1);
    size_t used = 0;

    while (*text) {
        const size_t length = text_character(text);

        if (length == 0) {
            line[used++] = '?';
        } else if (text_is_control(text, length)) {
            line[used++] = ' ';
        } else {
            memcpy(line + used, text, length);
            used += length;
        }
        text += length ? length : 1;
    }
    return line;
}

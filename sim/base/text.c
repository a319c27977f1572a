/* base/text.c - texts of users, in UTF-8. */
#include "base/text.h"

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

    if (length < 2) {
        return length;
    }
    for (size_t i = 1; i < length; i++) {
        if (((unsigned char)text[i] & 0xC0) != 0x80) {
            return 0;
        }
    }
    const uint32_t code = text_code(text, length);
    if (code < smallest[length] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) {
        return 0;
    }
    return length;
}

uint32_t text_code(const char *text, size_t length) {
    uint32_t code = (unsigned char)text[0] & (length == 1 ? 0x7Fu : 0x7Fu >> length);

    for (size_t i = 1; i < length; i++) {
        code = code << 6 | ((unsigned char)text[i] & 0x3Fu);
    }
    return code;
}

bool text_is_control(const char *text, size_t length) {
    const uint32_t code = length > 0 ? text_code(text, length) : ' ';

    return code < 0x20 || (code >= 0x7F && code < 0xA0);
}

const char *text_unfit(const char *text, const char *allowed) {
    size_t length = text_character(text);

    while (*text && length > 0 && (!text_is_control(text, length) || strchr(allowed, *text))) {
        text += length;
        length = text_character(text);
    }
    return text;
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

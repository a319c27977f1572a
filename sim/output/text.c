/* output/text.c - texts of users made fit for one line of a figure or of JSON. */
#include "output/text.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"

static const char ellipsis[] = "\xE2\x80\xA6", no_break_space[] = "\xC2\xA0", minus[] = "\xE2\x88\x92";

/* Byte at which the character of that number begins, or the end of the text. */
static size_t byte_of(const char *line, size_t character) {
    size_t byte = 0;

    while (character-- > 0 && line[byte]) {
        byte += text_character(line + byte);
    }
    return byte;
}

static char *shortened(char *line, size_t limit) {
    size_t cut;
    char *result;

    if (line[byte_of(line, limit)] == '\0') {
        return line;
    }
    cut = byte_of(line, limit - 1);
    while (cut > 0 && line[cut - 1] == ' ') {
        cut--;
    }
    result = mem_format("%.*s%s", (int)cut, line, ellipsis);
    free(line);
    return result;
}

char *out_text_line(const char *text, size_t limit) {
    char *line = text_line(text);

    return limit ? shortened(line, limit) : line;
}

/* What stands for a character in a figure; NULL when the character can stay. */
static const char *lookalike(char character, bool starts_word) {
    switch (character) {
    case ',':
        return "\xE2\x80\x9A";
    case '"':
        return starts_word ? "\xE2\x80\x9C" : "\xE2\x80\x9D";
    case '\\':
        return "/";
    default:
        return NULL;
    }
}

/* gnuplot writes it into SVG as it is, where XML allows it only at the end of what it calls a section. */
static bool ends_section(const char *text, const char *at) {
    return *at == '>' && at >= text + 2 && at[-1] == ']' && at[-2] == ']';
}

static char *made_plain(const char *text) {
    char *result = mem_zeroed(3 * strlen(text) + 1, 1);
    size_t used = 0;

    for (const char *at = text; *at; at++) {
        const bool starts_word = at == text || at[-1] == ' ' || at[-1] == '(';
        const char *other = ends_section(text, at) ? "\xE2\x80\xBA" : lookalike(*at, starts_word);

        if (!other) {
            result[used++] = *at;
        }
        for (; other && *other; other++) {
            result[used++] = *other;
        }
    }
    return result;
}

/* Has the font of the figures this character? For one that no font has, gnuplot's PNG driver paints over the picture. */
static bool is_drawable(uint32_t code) {
    static const uint32_t ranges[][2] = {
        /* of Open Sans: Latin, Greek, Cyrillic, punctuation, money, signs */
        {0x20, 0x7E},     {0xA0, 0x17F},    {0x218, 0x21B},   {0x384, 0x38A},   {0x38E, 0x3A1},   {0x3A3, 0x3CE},
        {0x400, 0x486},   {0x488, 0x513},   {0x1E80, 0x1E85}, {0x1EA0, 0x1EF9}, {0x2013, 0x2015}, {0x2017, 0x201E},
        {0x2020, 0x2022}, {0x2026, 0x2026}, {0x2030, 0x2030}, {0x2039, 0x203A}, {0x20AC, 0x20AC}, {0x2116, 0x2116},
        {0x2122, 0x2122}, {0x2202, 0x2202}, {0x2211, 0x2212}, {0x2248, 0x2248}, {0x2260, 0x2260}, {0x2264, 0x2265}};

    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++) {
        if (code >= ranges[i][0] && code <= ranges[i][1]) {
            return true;
        }
    }
    return false;
}

static void make_drawable(char *line) {
    char *to = line;

    for (size_t length; *line; line += length) {
        length = text_character(line);
        if (is_drawable(text_code(line, length))) {
            memmove(to, line, length);
            to += length;
        } else {
            *to++ = '?';
        }
    }
    *to = '\0';
}

char *out_text_label(const char *text, size_t limit) {
    char *plain = made_plain(text);
    char *label = out_text_line(plain, limit);

    free(plain);
    make_drawable(label);
    if (strcmp(label, "NaN") != 0 && label[strspn(label, " ")] != '\0') {
        return label;
    }
    plain = mem_format("%s%s", no_break_space, label);
    free(label);
    return plain;
}

void out_text_wrap(const char *text, size_t width, char **first, char **second) {
    char *line = out_text_label(text, 0);
    const size_t limit = byte_of(line, width);
    size_t cut = limit;

    if (line[limit] == '\0') {
        *first = line;
        *second = mem_text("");
        return;
    }
    while (cut > 0 && line[cut] != ' ') {
        cut--;
    }
    if (cut == 0) {
        cut = limit;
    }
    *first = mem_format("%.*s", (int)cut, line);
    *second = out_text_line(line + cut + (line[cut] == ' '), width);
    free(line);
}

/* Thousands apart by commas, behind a sign. */
static char *grouped(const char *sign, double size) {
    char *digits = mem_format("%.0f", size), *text = mem_text(sign);
    const size_t length = strlen(digits);

    for (size_t i = 0; i < length; i++) {
        char *longer = mem_format("%s%s%c", text, i > 0 && (length - i) % 3 == 0 ? "," : "", digits[i]);

        free(text);
        text = longer;
    }
    free(digits);
    return text;
}

char *out_text_number(double value) {
    const double rounded = round(value);

    return grouped(rounded < 0 ? minus : "", fabs(rounded));
}

char *out_text_signed(double value) {
    const double rounded = round(value);

    return grouped(rounded < 0 ? minus : rounded > 0 ? "+" : "", fabs(rounded));
}

/* output/text.c - texts of users made fit for one line of a figure or of JSON. */
#include "output/text.h"

#include <math.h>
#include <stdbool.h>
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

static char *made_plain(const char *text) {
    char *result = mem_zeroed(3 * strlen(text) + 1, 1);
    size_t used = 0;

    for (const char *at = text; *at; at++) {
        const char *other = lookalike(*at, at == text || at[-1] == ' ' || at[-1] == '(');

        if (!other) {
            result[used++] = *at;
        }
        for (; other && *other; other++) {
            result[used++] = *other;
        }
    }
    return result;
}

char *out_text_label(const char *text, size_t limit) {
    char *plain = made_plain(text);
    char *label = out_text_line(plain, limit);

    free(plain);
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

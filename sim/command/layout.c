/* command/layout.c - numbers, cells, headings and paragraphs for a terminal of 100 columns. */
#include "layout.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"

/* In UTF-8 every byte but the first of a character begins with the bits 10. */
static bool begins_character(char byte) {
    return ((unsigned char)byte & 0xC0) != 0x80;
}

static size_t columns_of(const char *text, size_t bytes) {
    size_t columns = 0;
    for (size_t i = 0; i < bytes; i++) {
        columns += begins_character(text[i]);
    }
    return columns;
}

size_t cmd_layout_columns(const char *text) {
    return columns_of(text, strlen(text));
}

/* Sets thousands apart by commas, in front of the point only. */
static char *group_thousands(const char *digits) {
    const size_t length = strlen(digits);
    const size_t sign = digits[0] == '-';
    const size_t whole = strcspn(digits, ".");
    char *grouped = mem_zeroed(2 * length + 1, 1);
    size_t to = 0;
    for (size_t from = 0; from < length; from++) {
        if (from > sign && from < whole && (whole - from) % 3 == 0) {
            grouped[to++] = ',';
        }
        grouped[to++] = digits[from];
    }
    return grouped;
}

/* The formats stand in the table of measures; only how many digits follow the point is taken from them. */
static int digits_of(const char *decimals) {
    const char *point = strchr(decimals, '.');
    return point != NULL ? atoi(point + 1) : 0;
}

char *cmd_layout_number(double value, const char *decimals) {
    if (isnan(value)) {
        return mem_text("-");
    }
    char *digits = mem_format("%.*f", digits_of(decimals), value);
    const bool is_nothing = digits[strspn(digits, "-0.")] == '\0';
    char *grouped = group_thousands(is_nothing && digits[0] == '-' ? digits + 1 : digits);
    free(digits);
    return grouped;
}

void cmd_layout_heading(FILE *out, const char *text) {
    const char *plain = getenv("NO_COLOR");
    const bool is_bold = isatty(fileno(out)) && (plain == NULL || *plain == '\0');
    fprintf(out, "\n%s%s%s\n", is_bold ? "\033[1m" : "", text, is_bold ? "\033[0m" : "");
}

/* Bytes of as many characters as the columns hold. */
static size_t bytes_within(const char *text, size_t bytes, size_t columns) {
    size_t end = 0;
    while (end < bytes && (columns > 0 || !begins_character(text[end]))) {
        columns -= begins_character(text[end]);
        end++;
    }
    return end;
}

void cmd_layout_paragraph(FILE *out, const char *text) {
    const char *indent = "- ";
    size_t used = 0;
    while (*text != '\0') {
        const size_t word = bytes_within(text, strcspn(text, " "), CMD_LAYOUT_WIDTH - 2);
        if (used == 0 || used + 1 + columns_of(text, word) > CMD_LAYOUT_WIDTH) {
            fprintf(out, "%s%s", used == 0 ? "" : "\n", indent);
            used = 2;
            indent = "  ";
        } else {
            fputc(' ', out);
            used++;
        }
        fprintf(out, "%.*s", (int)word, text);
        used += columns_of(text, word);
        text += word + strspn(text + word, " ");
    }
    fputc('\n', out);
}

void cmd_layout_indented(FILE *out, const char *text) {
    enum { INDENT = 8 };
    size_t used = 0;
    while (*text != '\0') {
        const size_t word = strcspn(text, " "), columns = columns_of(text, word);
        if (used == 0 || used + 1 + columns > CMD_LAYOUT_WIDTH) {
            fprintf(out, "%s%*s", used == 0 ? "" : "\n", INDENT, "");
            used = INDENT;
        } else {
            fputc(' ', out);
            used++;
        }
        fprintf(out, "%.*s", (int)word, text);
        used += columns;
        text += word + strspn(text + word, " ");
    }
    fputc('\n', out);
}

char *cmd_layout_cut(const char *text, size_t columns) {
    static const char cut[] = " ...";
    if (cmd_layout_columns(text) <= columns) {
        return mem_text(text);
    }
    const size_t left = columns > sizeof cut - 1 ? columns - (sizeof cut - 1) : 0;
    return mem_format("%.*s%s", (int)bytes_within(text, strlen(text), left), text, cut);
}

void cmd_layout_left(FILE *out, const char *text, size_t width) {
    const size_t columns = cmd_layout_columns(text);
    const size_t shown = bytes_within(text, strlen(text), CMD_LAYOUT_WIDTH);
    if (columns < width) {
        fprintf(out, "%s%*s", text, (int)(width - columns), "");
    } else {
        fprintf(out, "%.*s\n%*s", (int)shown, text, (int)width, "");
    }
}

void cmd_layout_right(FILE *out, char *text, size_t width) {
    const size_t columns = cmd_layout_columns(text);
    fprintf(out, "%*s%s", columns < width ? (int)(width - columns) : 0, "", text);
    free(text);
}

/* Bytes of a name that stand in its next line. */
static size_t line_of_name(const char *name, size_t width) {
    const size_t most = bytes_within(name, strlen(name), width);
    if (name[most] == '\0') {
        return most;
    }
    for (size_t end = most; end > 0; end--) {
        if (strchr("-_ ", name[end - 1]) != NULL) {
            return end;
        }
    }
    return most;
}

static size_t lines_of_name(const char *name, size_t width) {
    size_t lines = 0;
    for (; *name != '\0'; name += line_of_name(name, width)) {
        lines++;
    }
    return lines;
}

/* The part of a name that stands in one of the lines; a short name stands in the last. The caller frees it. */
static char *part_of_name(const char *name, size_t width, size_t line, size_t lines) {
    const size_t own = lines_of_name(name, width);
    if (line + own < lines) {
        return mem_text("");
    }
    for (size_t i = lines - own; i < line; i++) {
        name += line_of_name(name, width);
    }
    return mem_format("%.*s", (int)line_of_name(name, width), name);
}

void cmd_layout_names(FILE *out, size_t margin, const char *const *names, size_t count, size_t width) {
    size_t lines = 1;
    for (size_t i = 0; i < count; i++) {
        const size_t own = lines_of_name(names[i], width - 1);
        lines = own > lines ? own : lines;
    }
    for (size_t line = 0; line < lines; line++) {
        fprintf(out, "%*s", (int)margin, "");
        for (size_t i = 0; i < count; i++) {
            cmd_layout_right(out, part_of_name(names[i], width - 1, line, lines), width);
        }
        fputc('\n', out);
    }
}

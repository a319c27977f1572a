/* scenario/scan.c - a look at the text of a scenario file before libconfig sees it. */
#include "scan.h"

#include <ctype.h>
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

struct scan {
    const char *at;
    const char *file;
    unsigned line;
    struct err_list *err;
};

static void skip_line(struct scan *scan) {
    scan->at += strcspn(scan->at, "\n");
}

static void skip_comment(struct scan *scan) {
    const char *close = strstr(scan->at + 2, "*/");
    if (!close) {
        err_add(scan->err, scan->file, scan->line, "this comment is never closed: '*/' is missing");
        scan->at += strlen(scan->at);
        return;
    }
    for (; scan->at < close; scan->at++) {
        scan->line += *scan->at == '\n';
    }
    scan->at = close + 2;
}

/* Stands on something in a text that is neither its end nor plain. */
static void step_in_text(struct scan *scan) {
    const char *at = scan->at;
    if (*at != '\\') {
        err_add(scan->err, scan->file, scan->line, "this text holds a tab or another control character");
    } else if (at[1] != '"' && at[1] != '\\') {
        err_add(scan->err, scan->file, scan->line, "a backslash in a text must be written twice; in paths write '/'");
    }
    scan->at += *at == '\\' && at[1] != '\0' && at[1] != '\n' ? 2 : 1;
}

/* A text that spans lines is one whose closing quote was forgotten. */
static void skip_text(struct scan *scan) {
    scan->at++;
    while (!strchr("\"\n\r", *scan->at)) {
        if (*scan->at == '\\' || text_is_control(scan->at, text_character(scan->at))) {
            step_in_text(scan);
        } else {
            scan->at++;
        }
    }
    if (*scan->at == '"') {
        scan->at++;
    } else {
        err_add(scan->err, scan->file, scan->line, "this text has no closing quote on its line");
        skip_line(scan);
    }
}

/* Stands on the first digit of a number that is neither part of a name nor of a text. */
static void check_number(struct scan *scan, bool negative) {
    const char *begin = scan->at;
    bool hexadecimal = begin[0] == '0' && (begin[1] == 'x' || begin[1] == 'X');
    char *end;
    errno = 0;
    unsigned long long magnitude = strtoull(begin, &end, hexadecimal ? 16 : 10);
    bool real = !hexadecimal && (*end == '.' || *end == 'e' || *end == 'E');
    bool longer = *end == 'L';
    unsigned long long limit = (longer ? (unsigned long long)INT64_MAX : INT32_MAX) + (negative && !hexadecimal);
    if (!real && (errno == ERANGE || magnitude > INT64_MAX)) {
        err_add(scan->err, scan->file, scan->line, "the number %.*s is too big", (int)(end - begin), begin);
    } else if (!real && magnitude > limit) {
        err_add(scan->err, scan->file, scan->line, "the number %.*s needs an 'L' behind it: %.*sL", (int)(end - begin),
                begin, (int)(end - begin), begin);
    }
    scan->at = end + strspn(end, real ? "0123456789.eE+-" : "L");
}

static void refuse_include(struct scan *scan) {
    if (strncmp(scan->at, "@include", 8) == 0) {
        err_add(scan->err, scan->file, scan->line,
                "'@include' is not supported; lay this file over another by: extends = \"other.cfg\";");
    } else {
        err_add(scan->err, scan->file, scan->line, "'@' has no meaning outside a text in quotes");
    }
    skip_line(scan);
}

static bool is_name(char c) {
    return isalnum((unsigned char)c) || c == '_' || c == '-' || c == '*';
}

static void step(struct scan *scan, const char *text) {
    const char *at = scan->at;
    if (*at == '#' || (at[0] == '/' && at[1] == '/')) {
        skip_line(scan);
    } else if (at[0] == '/' && at[1] == '*') {
        skip_comment(scan);
    } else if (*at == '"') {
        skip_text(scan);
    } else if (*at == '@') {
        refuse_include(scan);
    } else if (isdigit((unsigned char)*at)) {
        check_number(scan, at > text && at[-1] == '-');
    } else if (isalpha((unsigned char)*at)) {
        while (is_name(*scan->at)) {
            scan->at++;
        }
    } else if (*at == '.') {
        scan->at += strspn(at, "0123456789.eE+-");
    } else {
        scan->line += *at == '\n';
        scan->at++;
    }
}

bool scn_scan(const char *text, const char *file, struct err_list *err) {
    size_t before = err->count;
    struct scan scan = {.at = text, .file = file, .line = 1, .err = err};
    while (*scan.at) {
        step(&scan, text);
    }
    return err->count == before;
}

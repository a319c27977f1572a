/* output/csv.c - comma-separated values. */
#include "output/csv.h"

#include <inttypes.h>
#include <math.h>
#include <stdarg.h>
#include <string.h>

enum { SIGNIFICANT_DIGITS = 10 };

void out_csv_header(FILE *out, const char *first, ...) {
    va_list rest;

    out_csv_text(out, 1, first);
    va_start(rest, first);
    for (const char *text = va_arg(rest, const char *); text; text = va_arg(rest, const char *)) {
        out_csv_text(out, 0, text);
    }
    va_end(rest);
    out_csv_end(out);
}

void out_csv_text(FILE *out, int first, const char *text) {
    const char *guard = *text && strchr("=+-@\t\r", *text) ? "'" : "";

    if (!first) {
        fputc(',', out);
    }
    if (!strpbrk(text, ",\"\n\r")) {
        fprintf(out, "%s%s", guard, text);
        return;
    }
    fprintf(out, "\"%s", guard);
    for (; *text; text++) {
        if (*text == '"') {
            fputc('"', out);
        }
        fputc(*text, out);
    }
    fputc('"', out);
}

void out_csv_real(FILE *out, double value) {
    fputc(',', out);
    /* Adding zero turns a negative zero, which says nothing to a reader, into a plain one. */
    if (isfinite(value)) {
        fprintf(out, "%.*g", SIGNIFICANT_DIGITS, value + 0.0);
    }
}

void out_csv_count(FILE *out, uint64_t value) {
    fprintf(out, ",%" PRIu64, value);
}

void out_csv_hex(FILE *out, uint64_t value) {
    fprintf(out, ",%016" PRIx64, value);
}

void out_csv_end(FILE *out) {
    fputc('\n', out);
}

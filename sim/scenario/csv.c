/* scenario/csv.c - a file of comma-separated values. */
#include "csv.h"

#include <csv.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "number.h"

/* A file on its way through libcsv. */
struct reading {
    struct scn_csv *csv;
    unsigned line; /* of the text handed to libcsv */
    char **row;    /* fields of the row so far */
    size_t count, capacity;
    size_t width;    /* fields of the first line; 0 before it */
    bool is_refused; /* rows are not worth a look: the first line is parted otherwise */
    size_t *places;  /* [column asked for] its place in a row */
};

void scn_csv_complain(struct scn_csv *csv, unsigned line, const char *format, ...) {
    csv->faults++;
    if (csv->faults > SCN_CSV_SHOWN) {
        return;
    }
    char *what = NULL;
    va_list values;
    va_start(values, format);
    const int length = vasprintf(&what, format, values);
    va_end(values);
    err_require(length >= 0);
    err_add(csv->err, csv->path, line, "%s", what);
    free(what);
    if (csv->faults == SCN_CSV_SHOWN) {
        err_add(csv->err, csv->path, 0, "there may be more faults in this file; mend these %d first", SCN_CSV_SHOWN);
    }
}

static void take_field(void *text, size_t length, void *context) {
    struct reading *reading = context;
    (void)length;
    reading->row = mem_grown(reading->row, reading->count, &reading->capacity, sizeof *reading->row);
    reading->row[reading->count++] = mem_text(text ? text : "");
}

/* A first line that is one field, parted by something else: a spreadsheet's export where the comma is the decimal point,
 * or a copy by the clipboard. */
static bool has_other_separator(const struct reading *reading) {
    const char *header = reading->count == 1 ? reading->row[0] : "";
    return reading->csv->column_count > 1 && (strchr(header, ';') || strchr(header, '\t'));
}

static size_t place_of(const struct reading *reading, const char *column, size_t from) {
    while (from < reading->count && strcmp(reading->row[from], column) != 0) {
        from++;
    }
    return from;
}

static void take_header(struct reading *reading) {
    struct scn_csv *csv = reading->csv;
    reading->width = reading->count;
    if (has_other_separator(reading)) {
        scn_csv_complain(csv, reading->line,
                         "the columns are parted by %s; they must be by commas, with points in decimal numbers",
                         strchr(reading->row[0], ';') ? "semicolons" : "tabs");
        reading->is_refused = true;
        return;
    }
    for (size_t c = 0; c < csv->column_count; c++) {
        const size_t place = place_of(reading, csv->columns[c], 0);
        reading->places[c] = place;
        if (place < reading->count && place_of(reading, csv->columns[c], place + 1) < reading->count) {
            scn_csv_complain(csv, reading->line, "two columns are called '%s'", csv->columns[c]);
        }
        if (place == reading->count && c + csv->optional_count < csv->column_count) {
            const char *near = err_nearest(csv->columns[c], (const char *const *)reading->row, reading->count);
            scn_csv_complain(csv, reading->line, "no column is called '%s'%s%s%s", csv->columns[c],
                             near ? "; is it the one called '" : "", near ? near : "", near ? "'?" : "");
        }
    }
}

static void take_values(struct reading *reading) {
    struct scn_csv *csv = reading->csv;
    if (reading->count != reading->width) {
        scn_csv_complain(csv, reading->line, "the row has %zu fields, %zu are needed", reading->count, reading->width);
        return;
    }
    if (csv->faults > 0) {
        return;
    }
    csv->lines = mem_resized(csv->lines, csv->rows + 1, sizeof *csv->lines);
    csv->fields = mem_resized(csv->fields, (csv->rows + 1) * csv->column_count, sizeof *csv->fields);
    csv->lines[csv->rows] = reading->line;
    for (size_t c = 0; c < csv->column_count; c++) {
        const char *field = reading->places[c] < reading->count ? reading->row[reading->places[c]] : "";
        csv->fields[csv->rows * csv->column_count + c] = mem_text(field);
    }
    csv->rows++;
}

static void drop_row(struct reading *reading) {
    for (size_t i = 0; i < reading->count; i++) {
        free(reading->row[i]);
    }
    reading->count = 0;
}

static void take_row(int terminator, void *context) {
    struct reading *reading = context;
    (void)terminator;
    if (reading->width == 0) {
        take_header(reading);
    } else if (!reading->is_refused) {
        take_values(reading);
    }
    drop_row(reading);
}

/* Line by line, since libcsv does not count lines. */
static void feed(struct reading *reading, struct csv_parser *parser, const char *text) {
    while (*text) {
        size_t length = strcspn(text, "\r\n");
        length += text[length] == '\r' && text[length + 1] == '\n' ? 2 : text[length] != '\0';
        if (csv_parse(parser, text, length, take_field, take_row, reading) != length) {
            scn_csv_complain(reading->csv, reading->line, "a quote stands where none may be");
            return;
        }
        text += length;
        reading->line += *text != '\0';
    }
    if (csv_fini(parser, take_field, take_row, reading) != 0) {
        scn_csv_complain(reading->csv, reading->line, "a quote is opened and never closed");
    }
}

static void parse(struct reading *reading, const char *text) {
    struct csv_parser parser;
    err_require(csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) == 0);
    feed(reading, &parser, text);
    csv_free(&parser);
    drop_row(reading);
}

bool scn_csv_read(struct scn_csv *csv, struct scn_file_asker asker) {
    char *text = scn_file_text(csv->path, asker, csv->err);
    if (!text) {
        csv->faults++;
        return false;
    }
    struct reading reading = {.csv = csv, .line = 1};
    reading.places = mem_zeroed(csv->column_count, sizeof *reading.places);
    parse(&reading, text);
    free(text);
    free(reading.row);
    free(reading.places);
    if (csv->rows == 0 && csv->faults == 0) {
        scn_csv_complain(csv, 0,
                         reading.width > 0 ? "this file has no rows below the names of its columns"
                                           : "this file is empty: its first line must name the columns");
    }
    return csv->faults == 0;
}

void scn_csv_free(struct scn_csv *csv) {
    for (size_t i = 0; i < csv->rows * csv->column_count; i++) {
        free(csv->fields[i]);
    }
    free(csv->fields);
    free(csv->lines);
}

const char *scn_csv_field(const struct scn_csv *csv, size_t row, size_t column) {
    err_require(row < csv->rows && column < csv->column_count);
    return csv->fields[row * csv->column_count + column];
}

bool scn_csv_is_news(struct scn_csv *csv, size_t row, size_t column) {
    const char *text = scn_csv_field(csv, row, column);
    for (size_t i = 0; i < csv->news_count; i++) {
        if (csv->news[i].column == column && strcmp(csv->news[i].text, text) == 0) {
            return false;
        }
    }
    if (csv->news_count == SCN_CSV_SHOWN) {
        return false;
    }
    csv->news[csv->news_count++] = (struct scn_csv_news){text, column};
    return true;
}

bool scn_csv_number(struct scn_csv *csv, size_t row, size_t column, const struct param *range, double *value) {
    const char *text = scn_csv_field(csv, row, column);
    char *end;
    *value = strtod(text, &end);
    if (end == text || *end != '\0' || strspn(text, "0123456789.eE+-") != strlen(text)) {
        scn_csv_complain(csv, csv->lines[row], "'%s' in column '%s' is no number", text, csv->columns[column]);
        return false;
    }
    if (!(*value >= range->low && *value <= range->high)) {
        char low[SCN_NUMBER_TEXT], high[SCN_NUMBER_TEXT];
        scn_number_text(range->low, low);
        scn_number_text(range->high, high);
        scn_csv_complain(csv, csv->lines[row], "'%s' = %s is outside %s..%s %s", csv->columns[column], text, low, high,
                         range->unit);
        return false;
    }
    return true;
}

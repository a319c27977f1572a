/* output/coverage.c - coverage.csv and its figure. */
#include "output/coverage.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "output/csv.h"
#include "output/plot.h"
#include "output/text.h"

enum { LONGEST_ROW = 60 };

static double percent(uint32_t part, uint32_t whole) {
    return 100.0 * part / whole;
}

enum out_coverage_verdict out_coverage_verdict(const struct out_coverage *row) {
    if (!isfinite(row->theory) || !isfinite(row->mean)) {
        return OUT_COVERAGE_NO_THEORY;
    }
    return row->low <= row->covered && row->covered <= row->high ? OUT_COVERAGE_PLAUSIBLE : OUT_COVERAGE_IMPLAUSIBLE;
}

static void write_line(FILE *out, const struct out_coverage *row) {
    static const char *const words[] = {[OUT_COVERAGE_PLAUSIBLE] = "plausible",
                                        [OUT_COVERAGE_IMPLAUSIBLE] = "implausible",
                                        [OUT_COVERAGE_NO_THEORY] = "no theory"};
    const enum out_coverage_verdict verdict = out_coverage_verdict(row);
    out_csv_text(out, 1, row->file);
    out_csv_text(out, 0, row->measure);
    out_csv_text(out, 0, row->dimension);
    out_csv_text(out, 0, row->subject);
    out_csv_count(out, row->year);
    out_csv_count(out, row->month);
    out_csv_text(out, 0, row->unit);
    out_csv_real(out, row->theory);
    out_csv_real(out, row->mean);
    out_csv_count(out, row->seeds);
    out_csv_real(out, verdict == OUT_COVERAGE_NO_THEORY ? (double)NAN : row->covered);
    out_csv_count(out, row->low);
    out_csv_count(out, row->high);
    out_csv_text(out, 0, words[verdict]);
    out_csv_count(out, row->first_seed);
    out_csv_end(out);
}

static bool write_table(struct out_folder *folder, const struct out_coverage *rows, size_t count,
                        struct err_list *err) {
    FILE *out = out_folder_begin(folder, "coverage.csv", err);
    if (out == NULL) {
        return false;
    }
    out_csv_header(out, "case", "measure", "dimension", "subject", "year", "month", "unit", "theory", "simulated",
                   "seeds", "covered", "plausible_from", "plausible_to", "verdict", "first_seed", NULL);
    for (size_t i = 0; i < count; i++) {
        write_line(out, &rows[i]);
    }
    return out_folder_end(folder, err);
}

/* Each scenario may have a seed of its own. */
static char *seeds_text(const struct out_coverage *rows, size_t count) {
    for (size_t i = 1; i < count; i++) {
        if (rows[i].first_seed != rows[0].first_seed) {
            return mem_text("seeds from that of each file on");
        }
    }
    return mem_format("seeds from %" PRIu64 " on", rows[0].first_seed);
}

static char *caption_of(const struct out_coverage *rows, size_t count, const struct out_figure_source *source) {
    char *seeds = seeds_text(rows, count), *settings = out_plot_settings(source->settings);
    char *caption = mem_format("caremix %s \xC2\xB7 %s%s", source->version, seeds, settings);
    free(seeds);
    free(settings);
    return caption;
}

static const char *note_of(const struct out_coverage *rows, size_t count) {
    size_t i = 0;
    while (i < count && out_coverage_verdict(&rows[i]) != OUT_COVERAGE_NO_THEORY) {
        i++;
    }
    return i < count ? "No dot: no theory, or nothing was measured." : "";
}

/* What stands on the first line of a figure's CSV alone. */
static void write_texts(FILE *out, const struct out_coverage *first, const char *note, const char *caption) {
    char *subtitle =
        mem_format("Share of the 95 %% intervals of %" PRIu32 " seeds that hold what theory says; grey: where "
                   "999 of 1000 such shares lie",
                   first->seeds);
    char *texts[] = {out_text_label(subtitle, 0), mem_text(note), out_text_label(caption, 0)};
    for (size_t i = 0; i < 3; i++) {
        out_csv_text(out, 0, texts[i]);
        free(texts[i]);
    }
    out_csv_end(out);
    free(subtitle);
}

static void write_dot(FILE *out, const struct out_coverage *row, size_t number) {
    static const char *const series[] = {
        [OUT_COVERAGE_PLAUSIBLE] = "1", [OUT_COVERAGE_IMPLAUSIBLE] = "2", [OUT_COVERAGE_NO_THEORY] = "3"};
    static const char *const titles[] = {[OUT_COVERAGE_PLAUSIBLE] = "as often as 95 % makes plausible",
                                         [OUT_COVERAGE_IMPLAUSIBLE] = "too seldom or too often",
                                         [OUT_COVERAGE_NO_THEORY] = ""};
    const enum out_coverage_verdict verdict = out_coverage_verdict(row);
    char *text = mem_format("%s: %s", row->file, row->name), *label = out_text_label(text, LONGEST_ROW);
    out_csv_text(out, 1, series[verdict]);
    out_csv_text(out, 0, titles[verdict]);
    out_csv_count(out, number);
    out_csv_text(out, 0, label);
    out_csv_real(out, verdict == OUT_COVERAGE_NO_THEORY ? NAN : percent(row->covered, row->seeds));
    out_csv_real(out, percent(row->low, row->seeds));
    out_csv_real(out, percent(row->high, row->seeds));
    free(text);
    free(label);
}

bool out_coverage_write(struct out_folder *folder, const struct out_coverage *rows, size_t count,
                        const struct out_figure_source *source, struct err_list *err) {
    if (!write_table(folder, rows, count, err)) {
        return false;
    }
    char *table = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&table, &length);
    err_require(out != NULL);
    char *caption = caption_of(rows, count, source);
    out_csv_header(out, "series", "title", "row", "label", "value", "low", "high", "subtitle", "note", "caption", NULL);
    for (size_t i = 0; i < count; i++) {
        write_dot(out, &rows[i], i + 1);
        if (i == 0) {
            write_texts(out, &rows[0], note_of(rows, count), caption);
        } else {
            fputs(",,,\n", out);
        }
    }
    free(caption);
    err_require(fclose(out) == 0);
    const bool is_written = out_figures_write_table(folder, "coverage", table, source->plots, err);
    free(table);
    return is_written;
}

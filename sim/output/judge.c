/* output/judge.c - two versions of a table, and whether more than chance sets them apart. */
#include "judge.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/mem.h"
#include "stats/agreement.h"

static const double interval_confidence = 0.95;
static const double last_digit = 1e-9; /* tables have ten digits */

/* Column of that name; the number of columns when there is none. */
static size_t column_find(const struct out_judge *judge, const char *name) {
    size_t c = 0;

    while (c < judge->column_count && strcmp(judge->columns[c].name, name) != 0) {
        c++;
    }
    return c;
}

static size_t either_find(const struct out_judge *judge, const char *name, const char *other) {
    const size_t c = column_find(judge, name);

    return c < judge->column_count ? c : column_find(judge, other);
}

static bool is_any_of(const char *name, const char *const *names, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (strcmp(name, names[i]) == 0) {
            return true;
        }
    }
    return false;
}

static void basis_find(struct out_judge *judge) {
    const size_t none = judge->column_count;

    judge->counted = either_find(judge, "replications", "pairs");
    judge->value = either_find(judge, "mean", "difference");
    judge->low = column_find(judge, "low_95");
    judge->high = column_find(judge, "high_95");
    if (judge->counted < none && judge->value < none && judge->low < none && judge->high < none) {
        judge->basis = OUT_BASIS_INTERVALS;
    } else if (column_find(judge, "replication") < none && column_find(judge, "value") < none) {
        judge->basis = OUT_BASIS_RUNS;
        judge->value = column_find(judge, "value");
    }
}

static void columns_take(struct out_judge *judge, const struct out_rows *table) {
    static const char *const spreads[] = {"replications",       "pairs",      "low_95", "high_95", "p10", "p90", "sd",
                                          "probability_better", "fingerprint"};
    static const char *const within[] = {"replication", "month"};

    judge->column_count = table->count;
    judge->columns = mem_zeroed(judge->column_count, sizeof *judge->columns);
    for (size_t c = 0; c < judge->column_count; c++) {
        judge->columns[c].name = mem_text(out_rows_field(table, c));
    }
    basis_find(judge);
    for (size_t c = 0; c < judge->column_count; c++) {
        struct out_judge_column *column = &judge->columns[c];

        column->is_tested = judge->basis != OUT_BASIS_NONE && c == judge->value;
        column->is_spread = is_any_of(column->name, spreads, sizeof spreads / sizeof spreads[0]);
        column->is_of_measure = !column->is_tested && !column->is_spread &&
                                !is_any_of(column->name, within, sizeof within / sizeof within[0]);
    }
}

/* Takes the columns from a header; both tables must have the same. */
static bool header_take(struct out_judge *judge, struct out_rows tables[2]) {
    if (!out_rows_next(&tables[0]) || !out_rows_next(&tables[1]) || tables[0].count != tables[1].count) {
        return false;
    }
    columns_take(judge, &tables[0]);
    for (size_t c = 0; c < judge->column_count; c++) {
        if (strcmp(judge->columns[c].name, out_rows_field(&tables[1], c)) != 0) {
            return false;
        }
    }
    return true;
}

static double chance_of_means(const struct stat_moments samples[2]) {
    const double first = samples[0].mean, second = samples[1].mean;

    if (!isfinite(first) || !isfinite(second) || !isfinite(samples[0].squares) || !isfinite(samples[1].squares)) {
        return 0;
    }
    if (fabs(first - second) <= last_digit * fmax(fabs(first), fabs(second))) {
        return 1;
    }
    return stat_agreement_of_means(&samples[0], &samples[1]);
}

static void pair_test(struct out_judge *judge, const struct out_judge_pair *pair) {
    const struct stat_moments *samples = pair->samples;
    const bool has_spread = samples[0].count >= 2 && samples[1].count >= 2;
    const double chance =
        has_spread ? chance_of_means(samples)
                   : stat_agreement_of_counts((uint32_t)samples[0].count, (uint32_t)samples[1].count, judge->runs);

    judge->tests++;
    judge->spreads += has_spread;
    if (chance < judge->least) {
        judge->least = chance;
        judge->worst = pair->line;
    }
}

/* Variance between runs in one of the tables, on average over the rows of a measure. */
static double mean_variance(const struct out_judge *judge, size_t table) {
    struct stat_moments variances = {0};

    for (size_t i = 0; i < judge->pair_count; i++) {
        stat_moments_add(&variances, stat_moments_variance(&judge->pairs[i].samples[table]));
    }
    return stat_moments_mean(&variances);
}

/* Few runs may have the same small count in some month without being sure of it: a month is given at least the variance
 * that the measure has in all months. */
static void variances_raise(struct out_judge *judge) {
    for (size_t table = 0; table < 2; table++) {
        const double variance = mean_variance(judge, table);

        for (size_t i = 0; i < judge->pair_count; i++) {
            struct stat_moments *sample = &judge->pairs[i].samples[table];

            if (sample->count >= 2) {
                sample->squares = fmax(sample->squares, variance * (double)(sample->count - 1));
            }
        }
    }
}

static void measure_end(struct out_judge *judge) {
    variances_raise(judge);
    for (size_t i = 0; i < judge->pair_count; i++) {
        pair_test(judge, &judge->pairs[i]);
    }
    judge->pair_count = 0;
    free(judge->measure);
    judge->measure = NULL;
}

/* What says which measure a row is of. */
static char *measure_of(const struct out_judge *judge, const struct out_rows *table) {
    char *text = NULL;
    size_t length;
    FILE *out = open_memstream(&text, &length);

    err_require(out);
    for (size_t c = 0; c < judge->column_count; c++) {
        if (judge->columns[c].is_of_measure) {
            fprintf(out, "%s\n", out_rows_field(table, c));
        }
    }
    err_require(fclose(out) == 0);
    return text;
}

/* Goes on to the measure of the row read last, which may be the same. */
static void measure_begin(struct out_judge *judge, const struct out_rows *table) {
    char *measure = measure_of(judge, table);

    if (judge->measure && strcmp(judge->measure, measure) == 0) {
        free(measure);
        return;
    }
    measure_end(judge);
    judge->measure = measure;
}

static struct out_judge_pair *pair_add(struct out_judge *judge, size_t line) {
    judge->pairs = mem_grown(judge->pairs, judge->pair_count, &judge->pair_capacity, sizeof *judge->pairs);
    judge->pairs[judge->pair_count] = (struct out_judge_pair){.line = line};
    return &judge->pairs[judge->pair_count++];
}

static struct stat_moments interval_sample(const struct out_judge *judge, const struct out_rows *table) {
    const uint64_t count = strtoull(out_rows_field(table, judge->counted), NULL, 10);
    const double mean = strtod(out_rows_field(table, judge->value), NULL);
    const double low = strtod(out_rows_field(table, judge->low), NULL);
    const double high = strtod(out_rows_field(table, judge->high), NULL);

    return stat_agreement_sample(count < judge->runs ? count : judge->runs, mean, (high - low) / 2,
                                 interval_confidence);
}

static void interval_take(struct out_judge *judge, const struct out_rows tables[2]) {
    struct out_judge_pair *pair = pair_add(judge, tables[0].first_line);

    for (size_t i = 0; i < 2; i++) {
        pair->samples[i] = interval_sample(judge, &tables[i]);
    }
}

static void run_take(struct out_judge *judge, const struct out_rows tables[2]) {
    struct out_judge_pair *pair = judge->pair_count > 0 ? judge->pairs : pair_add(judge, tables[0].first_line);

    for (size_t i = 0; i < 2; i++) {
        const char *value = out_rows_field(&tables[i], judge->value);

        /* More rows than runs are no runs: their number is not to pass what Fisher's test knows. */
        if (pair->samples[i].count < judge->runs) {
            stat_moments_add(&pair->samples[i], *value ? strtod(value, NULL) : NAN);
        }
    }
}

/* Notes the first column that differs, and whether chance cannot have done it. */
static void row_compare(struct out_judge *judge, const struct out_rows tables[2]) {
    judge->is_same_shape = tables[0].count == tables[1].count && tables[0].count == judge->column_count;
    for (size_t c = 0; c < judge->column_count; c++) {
        const struct out_judge_column *column = &judge->columns[c];

        if (strcmp(out_rows_field(&tables[0], c), out_rows_field(&tables[1], c)) != 0) {
            judge->column = judge->column ? judge->column : column->name;
            judge->is_any_mean_other = judge->is_any_mean_other || column->is_tested;
            if (judge->basis != OUT_BASIS_NONE && !column->is_tested && !column->is_spread) {
                judge->is_same_shape = false;
            }
        }
    }
}

/* Without a basis there is nothing to find behind the first difference; nor where shapes differ. */
static bool is_undecided(const struct out_judge *judge) {
    return judge->is_same_shape && (judge->basis != OUT_BASIS_NONE || !judge->column);
}

void out_judge_read(struct out_judge *judge, struct out_rows tables[2], uint32_t runs) {
    *judge = (struct out_judge){.runs = runs, .least = 1};
    judge->is_same_shape = header_take(judge, tables);
    while (is_undecided(judge)) {
        const bool has_row = out_rows_next(&tables[0]), has_other = out_rows_next(&tables[1]);

        if (!has_row || !has_other) {
            judge->is_same_shape = has_row == has_other || judge->basis == OUT_BASIS_NONE;
            break;
        }
        row_compare(judge, tables);
        if (judge->is_same_shape && judge->basis != OUT_BASIS_NONE) {
            measure_begin(judge, &tables[0]);
            (judge->basis == OUT_BASIS_RUNS ? run_take : interval_take)(judge, tables);
        }
    }
    measure_end(judge);
    if (tables[0].is_broken || tables[1].is_broken) {
        judge->is_same_shape = false;
    }
}

void out_judge_free(struct out_judge *judge) {
    for (size_t c = 0; c < judge->column_count; c++) {
        free(judge->columns[c].name);
    }
    free(judge->columns);
    free(judge->pairs);
    free(judge->measure);
    *judge = (struct out_judge){0};
}

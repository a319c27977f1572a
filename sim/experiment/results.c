/* experiment/results.c - looking things up in the results of a study, and giving them back. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/mem.h"
#include "experiment/study.h"

/* Texts are constant for those who read the results; only their owner may take that away. */
static void text_free(const char *text) {
    free((void *)(uintptr_t)text);
}

static void column_free(const struct expt_column *column) {
    text_free(column->measure);
    text_free(column->name);
    text_free(column->unit);
    text_free(column->definition);
    text_free(column->dimension);
    text_free(column->subject);
    text_free(column->decimals);
}

static void waits_free(struct expt_waits *waits) {
    for (size_t i = 0; i < waits->subjects; i++) {
        text_free(waits->dimensions[i]);
        text_free(waits->names[i]);
    }
    free(waits->dimensions);
    free(waits->names);
    free(waits->counts);
}

static void incidence_free(struct expt_incidence *incidence) {
    for (size_t i = 0; i < incidence->cause_count; i++) {
        text_free(incidence->causes[i]);
    }
    for (size_t i = 0; i < incidence->subjects; i++) {
        text_free(incidence->dimensions[i]);
        text_free(incidence->names[i]);
    }
    free(incidence->causes);
    free(incidence->dimensions);
    free(incidence->names);
    free(incidence->shares);
    free(incidence->at_risk);
}

static void split_free(struct expt_split *split) {
    for (size_t i = 0; i < split->part_count; i++) {
        free(split->parts[i].values);
    }
    free(split->parts);
}

static void outcome_free(struct expt_outcome *outcome) {
    for (size_t i = 0; i < outcome->column_count; i++) {
        column_free(&outcome->columns[i]);
    }
    text_free(outcome->name);
    text_free(outcome->title);
    free(outcome->columns);
    free(outcome->order);
    free(outcome->values);
    free(outcome->fingerprints);
    free(outcome->years);
    free(outcome->months);
    waits_free(&outcome->waits);
    incidence_free(&outcome->incidence);
    for (size_t i = 0; i < outcome->split_count; i++) {
        split_free(&outcome->splits[i]);
    }
    free(outcome->splits);
}

void expt_results_free(struct expt_results *results) {
    for (size_t i = 0; i < results->outcome_count; i++) {
        outcome_free(&results->outcomes[i]);
    }
    free(results->outcomes);
    free(results->months);
    free(results->years);
    *results = (struct expt_results){0};
}

static int compare(const struct expt_column *a, const struct expt_column *b) {
    const int subject = strcmp(a->subject, b->subject);
    const int measure = subject != 0 ? subject : strcmp(a->measure, b->measure);

    return measure != 0 ? measure : strcmp(a->dimension, b->dimension);
}

/* Columns of the same name keep their order. */
static int compare_places(const void *a, const void *b, void *columns) {
    const size_t i = *(const size_t *)a, j = *(const size_t *)b;
    const int order = compare((const struct expt_column *)columns + i, (const struct expt_column *)columns + j);

    return order != 0 ? order : i < j ? -1 : i > j;
}

void expt_column_sort(struct expt_outcome *outcome) {
    outcome->order = mem_zeroed(outcome->column_count, sizeof *outcome->order);
    for (size_t i = 0; i < outcome->column_count; i++) {
        outcome->order[i] = i;
    }
    qsort_r(outcome->order, outcome->column_count, sizeof *outcome->order, compare_places, outcome->columns);
}

/* Place in the order of the first column that is not before the one wanted. */
static size_t place_of(const struct expt_outcome *outcome, const struct expt_column *wanted) {
    size_t low = 0, high = outcome->column_count;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (compare(&outcome->columns[outcome->order[middle]], wanted) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

int expt_column_find(const struct expt_outcome *outcome, const char *measure, const char *dimension,
                     const char *subject) {
    const struct expt_column wanted = {.measure = measure, .dimension = dimension, .subject = subject};
    const size_t count = outcome->column_count;
    size_t at = 0;

    if (outcome->order) {
        const size_t place = place_of(outcome, &wanted);
        at = place < count ? outcome->order[place] : count;
        return at < count && compare(&outcome->columns[at], &wanted) == 0 ? (int)at : -1;
    }
    while (at < count && compare(&outcome->columns[at], &wanted) != 0) {
        at++;
    }
    return at < count ? (int)at : -1;
}

static const double *column_values(const struct expt_results *results, size_t outcome, size_t column) {
    err_require(outcome < results->outcome_count);
    err_require(column < results->outcomes[outcome].column_count);
    return results->outcomes[outcome].values + column * results->replications;
}

struct stat_summary expt_column_summary(const struct expt_results *results, size_t outcome, size_t column) {
    return stat_summary_of(column_values(results, outcome, column), results->replications);
}

struct expt_difference expt_column_difference(const struct expt_results *results, size_t outcome, size_t column) {
    const double *values = column_values(results, outcome, column);
    const struct expt_column *wanted = &results->outcomes[outcome].columns[column];
    const int found = expt_column_find(&results->outcomes[0], wanted->measure, wanted->dimension, wanted->subject);
    const double *baseline;

    if (found < 0) {
        return (struct expt_difference){
            .exists = false, .difference = stat_summary_of(values, 0), .probability_better = NAN};
    }
    baseline = column_values(results, 0, (size_t)found);
    return (struct expt_difference){
        .exists = true,
        .difference = stat_summary_of_difference(values, baseline, results->replications),
        .probability_better = stat_probability_better(values, baseline, results->replications, wanted->better)};
}

struct stat_summary expt_part_summary(const struct expt_results *results, const struct expt_part *part) {
    return stat_summary_of(part->values, results->replications);
}

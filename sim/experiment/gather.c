/* experiment/gather.c - taking the results of replications in, one after another. */
#include "gather.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "incidence.h"
#include "model/split.h"

/* By month only where somebody steers by it: a column for every role, age and stream would drown the rest. */
static bool is_monthly(enum model_dimension dimension) {
    return dimension != MODEL_STAFF && dimension != MODEL_BAND && dimension != MODEL_STREAM && dimension != MODEL_ROUTE;
}

static struct expt_column describe(const struct model_column *column) {
    const struct model_measure *measure = column->measure;
    return (struct expt_column){
        .measure = mem_text(measure->key),
        .name = mem_text(measure->name),
        .unit = mem_text(measure->unit),
        .definition = mem_text(measure->definition),
        .dimension = mem_text(model_dimension_name(column->dimension)),
        .subject = mem_text(column->subject_name),
        .better = measure->better,
        .headline = measure->headline && column->dimension == MODEL_ALL,
        .assumed = measure->assumed,
        .monthly = measure->monthly && is_monthly(column->dimension),
        .decimals = mem_text(measure->decimals),
    };
}

static void init_waits(struct expt_waits *waits, const struct model_inputs *inputs) {
    struct model_column *subjects;
    waits->subjects = model_wait_subjects(inputs, &subjects);
    waits->dimensions = mem_zeroed(waits->subjects, sizeof *waits->dimensions);
    waits->names = mem_zeroed(waits->subjects, sizeof *waits->names);
    for (size_t s = 0; s < waits->subjects; s++) {
        waits->dimensions[s] = mem_text(model_dimension_name(subjects[s].dimension));
        waits->names[s] = mem_text(subjects[s].subject_name);
    }
    model_columns_free(subjects, waits->subjects);
}

static bool has_effect(const struct svc_service *service) {
    for (size_t t = 0; t < service->teams.count; t++) {
        const struct svc_effect *effect = &svc_team(service, t)->effect;
        if (effect->prevent + effect->reduce + effect->delay > 0) {
            return true;
        }
    }
    return false;
}

static struct expt_part part_of(const struct model_part *part, uint32_t replications) {
    return (struct expt_part){.key = part->key,
                              .name = part->name,
                              .meaning = part->meaning,
                              .is_no_saving = part->is_no_saving,
                              .values = mem_zeroed(replications, sizeof(double))};
}

static const struct model_measure *measure_of(const char *key) {
    size_t count, i = 0;
    const struct model_measure *measures = model_measures(&count);
    while (strcmp(measures[i].key, key) != 0) {
        i++;
    }
    return &measures[i];
}

static void init_splits(struct expt_outcome *outcome, uint32_t replications) {
    const struct model_split *splits = model_splits(&outcome->split_count);
    outcome->splits = mem_zeroed(outcome->split_count, sizeof *outcome->splits);
    for (size_t i = 0; i < outcome->split_count; i++) {
        const struct model_measure *measure = measure_of(splits[i].measure);
        outcome->splits[i] = (struct expt_split){measure->key,
                                                 measure->name,
                                                 measure->unit,
                                                 measure->decimals,
                                                 mem_zeroed(splits[i].part_count, sizeof(struct expt_part)),
                                                 splits[i].part_count};
        for (size_t p = 0; p < splits[i].part_count; p++) {
            outcome->splits[i].parts[p] = part_of(&splits[i].parts[p], replications);
        }
    }
}

static void init_outcome(struct expt_gather *gather, size_t scenario) {
    const struct expt_scenario *from = &gather->study->scenarios[scenario];
    struct expt_outcome *outcome = &gather->results->outcomes[scenario];
    outcome->name = mem_text(from->name);
    outcome->title = mem_text(from->title);
    outcome->has_effect = has_effect(from->inputs.service);
    outcome->column_count = model_columns(&from->inputs, &gather->columns[scenario]);
    outcome->columns = mem_zeroed(outcome->column_count, sizeof *outcome->columns);
    for (size_t c = 0; c < outcome->column_count; c++) {
        outcome->columns[c] = describe(&gather->columns[scenario][c]);
    }
    expt_column_sort(outcome);
    const size_t columns = outcome->column_count;
    outcome->values = mem_zeroed(columns * gather->study->replications, sizeof *outcome->values);
    outcome->fingerprints = mem_zeroed(gather->study->replications, sizeof *outcome->fingerprints);
    outcome->years = mem_zeroed(columns * gather->results->year_count, sizeof *outcome->years);
    outcome->months = mem_zeroed(columns * gather->results->month_count, sizeof *outcome->months);
    init_waits(&outcome->waits, &from->inputs);
    expt_incidence_init(&outcome->incidence, &from->inputs);
    if (scenario > 0) {
        init_splits(outcome, gather->study->replications);
    }
}

static void init_calendar(struct expt_results *results, const struct model_inputs *inputs) {
    results->month_count = inputs->months;
    results->year_count = inputs->months / 12;
    results->months = mem_zeroed(results->month_count, sizeof *results->months);
    results->years = mem_zeroed(results->year_count, sizeof *results->years);
    for (size_t m = 0; m < results->month_count; m++) {
        const struct des_date date = des_calendar_date(inputs->calendar, des_calendar_month_start(inputs->calendar, m));
        char *month = mem_format("%04d-%02d", date.year, date.month);
        memcpy(results->months[m], month, sizeof results->months[m]);
        free(month);
        if (m % 12 == 0 && m / 12 < results->year_count) {
            results->years[m / 12] = date.year;
        }
    }
}

void expt_gather_init(struct expt_gather *gather, const struct expt_study *study, struct expt_results *results) {
    *results =
        (struct expt_results){.outcome_count = study->scenario_count, .first_replication = study->first_replication};
    *gather = (struct expt_gather){.study = study, .results = results};
    init_calendar(results, &study->scenarios[0].inputs);
    results->outcomes = mem_zeroed(study->scenario_count, sizeof *results->outcomes);
    gather->columns = mem_zeroed(study->scenario_count, sizeof *gather->columns);
    gather->waits = mem_zeroed(study->scenario_count, sizeof *gather->waits);
    gather->incidence = mem_zeroed(study->scenario_count, sizeof *gather->incidence);
    for (size_t s = 0; s < study->scenario_count; s++) {
        init_outcome(gather, s);
    }
}

static void take_column(struct expt_gather *gather, size_t scenario, size_t c, const struct model *model) {
    struct expt_results *results = gather->results;
    struct expt_outcome *outcome = &results->outcomes[scenario];
    const struct model_column *column = &gather->columns[scenario][c];
    outcome->values[c * gather->study->replications + gather->taken] =
        model_column_value(model, column, 0, results->month_count - 1);
    for (size_t y = 0; y < results->year_count; y++) {
        stat_moments_add(&outcome->years[c * results->year_count + y],
                         model_column_value(model, column, 12 * y, 12 * y + 11));
    }
    for (size_t m = 0; outcome->columns[c].monthly && m < results->month_count; m++) {
        stat_moments_add(&outcome->months[c * results->month_count + m], model_column_value(model, column, m, m));
    }
}

static void take_counts(struct des_histogram *counts, const struct des_histogram *from) {
    if (counts->counts == NULL) {
        des_histogram_init(counts, from->subjects, from->bins, from->width);
    }
    des_histogram_merge(counts, from);
}

static void take_splits(struct expt_gather *gather, struct expt_outcome *outcome, const struct model *baseline,
                        const struct model *model) {
    double values[MODEL_PARTS_MAX];
    for (size_t i = 0; i < outcome->split_count; i++) {
        model_split_parts(baseline, model, i, values);
        for (size_t p = 0; p < outcome->splits[i].part_count; p++) {
            outcome->splits[i].parts[p].values[gather->taken] = values[p];
        }
    }
}

void expt_gather_take(struct expt_gather *gather, struct model *const *models) {
    for (size_t s = 0; s < gather->study->scenario_count; s++) {
        struct expt_outcome *outcome = &gather->results->outcomes[s];
        for (size_t c = 0; c < outcome->column_count; c++) {
            take_column(gather, s, c, models[s]);
        }
        take_counts(&gather->waits[s], model_waits(models[s]));
        take_counts(&gather->incidence[s], model_incidence(models[s]));
        if (s > 0) { /* the baseline does not differ from itself */
            take_splits(gather, outcome, models[0], models[s]);
        }
        outcome->persons += model_persons(models[s]);
        outcome->events += model_events(models[s]);
        outcome->fingerprints[gather->taken] = model_fingerprint(models[s]);
    }
    gather->taken++;
}

/* A study that was stopped has fewer values a column than were laid out for. */
static void close_ranks(struct expt_outcome *outcome, uint32_t laid_out, uint32_t taken) {
    for (size_t c = 0; c < outcome->column_count; c++) {
        memmove(outcome->values + c * taken, outcome->values + c * laid_out, taken * sizeof *outcome->values);
    }
}

/* The results take the counts over. */
static void close_waits(struct expt_waits *waits, const struct des_histogram *from) {
    waits->bins = from->bins;
    waits->bin_days = des_clock_units(from->width, DES_DAY);
    waits->counts = from->counts;
}

void expt_gather_finish(struct expt_gather *gather) {
    for (size_t s = 0; s < gather->study->scenario_count; s++) {
        close_ranks(&gather->results->outcomes[s], gather->study->replications, gather->taken);
        close_waits(&gather->results->outcomes[s].waits, &gather->waits[s]);
        expt_incidence_close(&gather->results->outcomes[s].incidence, &gather->incidence[s]);
        des_histogram_free(&gather->incidence[s]);
        model_columns_free(gather->columns[s], gather->results->outcomes[s].column_count);
    }
    free(gather->columns);
    free(gather->waits);
    free(gather->incidence);
    gather->results->replications = gather->taken;
}

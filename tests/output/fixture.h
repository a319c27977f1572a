/* tests/output/fixture.h - results of an invented study: every number in it is made up. */
#ifndef TESTS_OUTPUT_FIXTURE_H
#define TESTS_OUTPUT_FIXTURE_H

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "experiment/study.h"

enum { FIXTURE_SCENARIOS = 3, FIXTURE_YEARS = 10, FIXTURE_REPLICATIONS = 30, FIXTURE_BINS = 400 };

enum { FIXTURE_MOST_COLUMNS = 200 };

struct fixture_measure {
    const char *key, *name, *unit, *decimals;
    int better;
    bool headline, assumed, monthly;
    double made_up[FIXTURE_SCENARIOS]; /* value for all people, one a scenario */
};

static const struct fixture_measure fixture_measures[] = {
    {"wait_mean", "Wait to first assessment, mean", "days", "%.1f", -1, true, false, true, {71.3, 52.7, 47.9}},
    {"wait_median", "Wait to first assessment, median", "days", "%.1f", -1, true, false, false, {58.1, 44.3, 40.6}},
    {"wait_p90", "Wait to first assessment, 90th percentile", "days", "%.1f", -1, true, false, false, {151, 118, 109}},
    {"within_target", "Seen within target", "%", "%.1f", 1, true, false, false, {48.2, 61.9, 66.4}},
    {"list_people", "People waiting for assessment", "people", "%.0f", -1, true, false, true, {912, 655, 603}},
    {"still_waiting_mean", "Wait of those still waiting, mean", "days", "%.1f", -1, false, false, true, {83, 61, 57}},
    {"referrals_per_year", "Referrals", "a year", "%.0f", 0, false, false, false, {6834, 6834, 6834}},
    {"assessments_per_person",
     "Assessments per person",
     "assessments",
     "%.2f",
     -1,
     true,
     false,
     false,
     {1.37, 1.12, 1.09}},
    {"second_assessments_per_year", "Second assessments", "a year", "%.0f", -1, true, false, false, {1817, 604, 540}},
    {"care_packages", "Packages of care in payment", "packages", "%.0f", 0, true, true, true, {1043, 1041, 1012}},
    {"care_hours_per_week", "Care funded", "hours a week", "%.0f", 0, true, true, true, {13310, 13260, 12840}},
    {"care_not_met_hours_per_week",
     "Care not met: people waiting",
     "hours a week",
     "%.0f",
     -1,
     true,
     true,
     true,
     {412, 390, 357}},
    {"care_waiting_assessment", "Waiting for a care assessment", "people", "%.0f", -1, true, false, true, {27, 26, 21}},
    {"care_waiting_package", "Waiting for a package to start", "people", "%.0f", -1, false, false, true, {11, 11, 10}},
    {"prevented_per_year", "Packages prevented", "a year", "%.0f", 1, true, true, false, {0, 0, 37}},
    {"staff_cost_gbp_per_year",
     "Cost of staff",
     "GBP a year",
     "%.0f",
     -1,
     true,
     false,
     false,
     {3.41e6, 3.41e6, 3.62e6}},
    {"care_cost_gbp_per_year", "Cost of care", "GBP a year", "%.0f", -1, true, true, false, {1.52e7, 1.51e7, 1.46e7}},
};

static const char *const fixture_titles[FIXTURE_SCENARIOS] = {"Separate services", "Integrated teams",
                                                              "Skill mix at the front door"};
static const char *const fixture_names[FIXTURE_SCENARIOS] = {"separate", "integrated", "skill-mix"};
static const char *const fixture_teams[FIXTURE_SCENARIOS][8] = {
    {"NHS community", "NHS acute", "Council Perth City", "Council North", "Council South", "Social work", NULL},
    {"Perth City", "North", "South", "Strathmore", "NHS acute", "Social work", NULL},
    {"Front door pair", "Perth City", "North", "South", "Strathmore", "NHS acute", "Social work", NULL}};
static const char *const fixture_priorities[] = {"Priority 1", "Priority 2", "Priority 3"};

/* A number in [-1, 1] that looks random and is the same on every run. */
static inline double jitter(size_t a, size_t b, size_t c) {
    uint32_t mixed = (uint32_t)(a * 7919u + b * 104729u + c * 1299709u + 12345u);

    mixed ^= mixed << 13;
    mixed ^= mixed >> 17;
    mixed ^= mixed << 5;
    mixed *= 2654435761u;
    return (double)(mixed >> 8) / 8388607.5 - 1;
}

static inline struct expt_column *column_add(struct expt_outcome *outcome, const struct fixture_measure *from,
                                             const char *dimension, const char *subject) {
    struct expt_column *column = &outcome->columns[outcome->column_count++];

    *column = (struct expt_column){.measure = mem_text(from->key),
                                   .name = mem_text(from->name),
                                   .unit = mem_text(from->unit),
                                   .definition = mem_format("Fixture, not a result: %s.", from->name),
                                   .dimension = mem_text(dimension),
                                   .subject = mem_text(subject),
                                   .better = from->better,
                                   .headline = from->headline,
                                   .assumed = from->assumed,
                                   .monthly = from->monthly,
                                   .decimals = mem_text(from->decimals)};
    return column;
}

static inline void values_make(struct expt_results *results, size_t scenario, size_t column, double level) {
    struct expt_outcome *outcome = &results->outcomes[scenario];

    for (size_t k = 0; k < results->replications; k++) {
        outcome->values[column * results->replications + k] =
            level * (1 + 0.05 * jitter(k, column, 0) + 0.06 * jitter(k, column, scenario + 1));
    }
}

static inline void months_make(struct expt_results *results, size_t scenario, size_t column, double level) {
    struct expt_outcome *outcome = &results->outcomes[scenario];

    for (size_t month = 0; month < results->month_count; month++) {
        for (size_t k = 0; k < results->replications; k++) {
            const double years = (double)month / 12;
            const double growth = 0.8 + years * (scenario == 0 ? 0.05 : 0.035) + 0.02 * sin(6.283 * years);
            const double value = level * growth * (1 + 0.08 * jitter(k, column, scenario) + 0.02 * jitter(k, month, 9));

            stat_moments_add(&outcome->months[column * results->month_count + month], value);
            stat_moments_add(&outcome->years[column * results->year_count + month / 12], value / 12);
        }
    }
}

static inline void column_make(struct expt_results *results, size_t scenario, const struct fixture_measure *from,
                               const char *const where[2], double level) {
    struct expt_outcome *outcome = &results->outcomes[scenario];
    const size_t column = outcome->column_count;

    column_add(outcome, from, where[0], where[1]);
    values_make(results, scenario, column, level);
    if (from->monthly) {
        months_make(results, scenario, column, level);
    }
}

static inline void subjects_make(struct expt_results *results, size_t scenario) {
    static const struct fixture_measure utilisation = {
        .key = "utilisation", .name = "Utilisation", .unit = "%", .decimals = "%.0f"};

    for (size_t i = 0; i < 3; i++) {
        const char *const where[2] = {"priority", fixture_priorities[i]};

        column_make(results, scenario, &fixture_measures[3], where, 81 - 17.3 * (double)i + 6.1 * (double)scenario);
    }
    for (size_t i = 0; fixture_teams[scenario][i]; i++) {
        const char *const where[2] = {"team", fixture_teams[scenario][i]};

        column_make(results, scenario, &utilisation, where, 96 + 9 * jitter(i, scenario, 5));
        column_make(results, scenario, &fixture_measures[0], where, 60 + 9 * jitter(i, scenario, 6));
    }
}

/* Waits with a long tail: all people, and people of the first priority. */
static inline void waits_make(struct expt_waits *waits, double mean_days) {
    static const char *const subjects[2][2] = {{"all", "all"}, {"priority", "Priority 1"}};

    waits->bin_days = 1;
    waits->bins = FIXTURE_BINS;
    waits->subjects = 2;
    waits->dimensions = mem_zeroed(2, sizeof *waits->dimensions);
    waits->names = mem_zeroed(2, sizeof *waits->names);
    waits->counts = mem_zeroed(2 * FIXTURE_BINS, sizeof *waits->counts);
    for (size_t i = 0; i < 2; i++) {
        waits->dimensions[i] = mem_text(subjects[i][0]);
        waits->names[i] = mem_text(subjects[i][1]);
        for (size_t bin = 0; bin < 300; bin++) {
            const double x = ((double)bin + 0.5) / mean_days * (i ? 3 : 1);

            waits->counts[i * FIXTURE_BINS + bin] = (uint64_t)(40000 * x * exp(-2 * x));
        }
    }
}

static inline void outcome_make(struct expt_results *results, size_t scenario) {
    static const char *const all[2] = {"all", "all"};
    struct expt_outcome *outcome = &results->outcomes[scenario];

    outcome->name = mem_text(fixture_names[scenario]);
    outcome->title = mem_text(fixture_titles[scenario]);
    outcome->has_effect = scenario == 2;
    outcome->persons = 2147491 + scenario;
    outcome->events = 31415927;
    outcome->columns = mem_zeroed(FIXTURE_MOST_COLUMNS, sizeof *outcome->columns);
    outcome->values = mem_zeroed((size_t)FIXTURE_MOST_COLUMNS * results->replications, sizeof *outcome->values);
    outcome->fingerprints = mem_zeroed(results->replications, sizeof *outcome->fingerprints);
    outcome->years = mem_zeroed(FIXTURE_MOST_COLUMNS * results->year_count, sizeof *outcome->years);
    outcome->months = mem_zeroed(FIXTURE_MOST_COLUMNS * results->month_count, sizeof *outcome->months);
    for (size_t i = 0; i < sizeof fixture_measures / sizeof fixture_measures[0]; i++) {
        column_make(results, scenario, &fixture_measures[i], all, fixture_measures[i].made_up[scenario]);
    }
    subjects_make(results, scenario);
    waits_make(&outcome->waits, fixture_measures[0].made_up[scenario]);
}

/* Three scenarios, ten years, made-up numbers. The caller frees with expt_results_free. */
static inline void fixture_results_make(struct expt_results *results) {
    *results = (struct expt_results){.outcome_count = FIXTURE_SCENARIOS,
                                     .first_replication = 1,
                                     .replications = FIXTURE_REPLICATIONS,
                                     .month_count = 12 * (size_t)FIXTURE_YEARS,
                                     .year_count = FIXTURE_YEARS};
    results->months = mem_zeroed(results->month_count, sizeof *results->months);
    results->years = mem_zeroed(results->year_count, sizeof *results->years);
    for (size_t i = 0; i < results->month_count; i++) {
        snprintf(results->months[i], sizeof results->months[i], "%04zu-%02zu", (2014 + i / 12) % 10000, i % 12 + 1);
    }
    for (size_t i = 0; i < results->year_count; i++) {
        results->years[i] = 2014 + (int)i;
    }
    results->outcomes = mem_zeroed(FIXTURE_SCENARIOS, sizeof *results->outcomes);
    for (size_t i = 0; i < FIXTURE_SCENARIOS; i++) {
        outcome_make(results, i);
    }
}

static inline void text_replace(const char **text, const char *other) {
    free((void *)(uintptr_t)*text);
    *text = mem_text(other);
}

/* Gives a scenario another title. */
static inline void fixture_title_set(struct expt_results *results, size_t scenario, const char *title) {
    text_replace(&results->outcomes[scenario].title, title);
}

/* Gives every column of that subject another one, in all scenarios. */
static inline void fixture_subject_rename(struct expt_results *results, const char *from, const char *to) {
    for (size_t i = 0; i < results->outcome_count; i++) {
        for (size_t j = 0; j < results->outcomes[i].column_count; j++) {
            if (strcmp(results->outcomes[i].columns[j].subject, from) == 0) {
                text_replace(&results->outcomes[i].columns[j].subject, to);
            }
        }
    }
}

#endif

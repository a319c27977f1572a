/* tests/command/invented.h - results with as many scenarios, years and replications as a test asks for. */
#ifndef TESTS_COMMAND_INVENTED_H
#define TESTS_COMMAND_INVENTED_H

#include "tests/output/fixture.h"
#include "tests/support.h"

static const struct fixture_measure invented_needed = {.key = "care_needed_hours_per_week",
                                                       .name = "Care needed",
                                                       .unit = "hours a week",
                                                       .decimals = "%.0f",
                                                       .better = -1,
                                                       .headline = true,
                                                       .assumed = true,
                                                       .monthly = true};
static const struct fixture_measure invented_load = {.key = "offered_load",
                                                     .name = "Demand over capacity",
                                                     .unit = "%",
                                                     .decimals = "%.1f",
                                                     .better = -1,
                                                     .monthly = true};

static inline void invented_outcome_make(struct expt_results *results, size_t i) {
    static const char *const all[2] = {"all", "all"};
    static const char *const teams[][2] = {{"team", "Forfar"}, {"team", "Auchterarder"}};
    struct expt_outcome *outcome = &results->outcomes[i];
    outcome->name = mem_format("plan-%zu", i);
    outcome->title = mem_format("Plan %zu", i);
    outcome->columns = mem_zeroed(FIXTURE_MOST_COLUMNS, sizeof *outcome->columns);
    outcome->values = mem_zeroed((size_t)FIXTURE_MOST_COLUMNS * results->replications, sizeof *outcome->values);
    outcome->fingerprints = mem_zeroed(results->replications, sizeof *outcome->fingerprints);
    outcome->years = mem_zeroed(FIXTURE_MOST_COLUMNS * (results->year_count + 1), sizeof *outcome->years);
    outcome->months = mem_zeroed(FIXTURE_MOST_COLUMNS * results->month_count, sizeof *outcome->months);
    for (size_t m = 0; m < sizeof fixture_measures / sizeof fixture_measures[0]; m++) {
        column_make(results, i, &fixture_measures[m], all, fixture_measures[m].made_up[i % FIXTURE_SCENARIOS]);
    }
    column_make(results, i, &invented_needed, all, 13700 - 100 * (double)i);
    column_make(results, i, &invented_load, teams[0], 80);
    column_make(results, i, &invented_load, teams[1], 80);
}

/* The caller frees with expt_results_free.
 *   years  from 2014; 0: half a year */
static inline void invented_make(struct expt_results *results, size_t scenarios, size_t years, uint32_t replications) {
    *results = (struct expt_results){.outcome_count = scenarios,
                                     .first_replication = 1,
                                     .replications = replications,
                                     .month_count = years > 0 ? 12 * years : 6,
                                     .year_count = years};
    results->months = mem_zeroed(results->month_count, sizeof *results->months);
    results->years = mem_zeroed(years + 1, sizeof *results->years);
    for (size_t m = 0; m < results->month_count; m++) {
        snprintf(results->months[m], sizeof results->months[m], "%04zu-%02zu", (2014 + m / 12) % 10000, m % 12 + 1);
    }
    for (size_t y = 0; y < years; y++) {
        results->years[y] = 2014 + (int)y;
    }
    results->outcomes = mem_zeroed(scenarios, sizeof *results->outcomes);
    for (size_t i = 0; i < scenarios; i++) {
        invented_outcome_make(results, i);
    }
}

static inline size_t invented_column(const struct expt_results *results, size_t i, const char *measure,
                                     const char *subject) {
    const char *dimension = strcmp(subject, "all") == 0 ? "all" : "team";
    const int column = expt_column_find(&results->outcomes[i], measure, dimension, subject);
    assert_true(column >= 0);
    return (size_t)column;
}

/* What a measure of a subject is in one year, in every replication. */
static inline void invented_year(struct expt_results *results, size_t i, const char *measure, const char *subject,
                                 const double at[2]) {
    const size_t column = invented_column(results, i, measure, subject), year = (size_t)at[0] - 2014;
    struct stat_moments *moments = &results->outcomes[i].years[column * results->year_count + year];
    *moments = (struct stat_moments){0};
    stat_moments_add(moments, at[1]);
}

/* What a measure of all people is over the window: the level, one more and one less by turns. */
static inline void invented_level(struct expt_results *results, size_t i, const char *measure, double level) {
    const size_t column = invented_column(results, i, measure, "all");
    for (size_t k = 0; k < results->replications; k++) {
        results->outcomes[i].values[column * results->replications + k] = level +
                                                                          (i == 0       ? 0
                                                                           : k % 2 == 0 ? 1
                                                                                        : -1) +
                                                                          100 * jitter(k, 3, 7);
    }
}

#endif

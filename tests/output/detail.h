/* tests/output/detail.h - adds to invented results what the figures of details draw: every number is made up. */
#ifndef TESTS_OUTPUT_DETAIL_H
#define TESTS_OUTPUT_DETAIL_H

#include "tests/output/fixture.h"

enum { DETAIL_BANDS = 7, DETAIL_BINS = 900, DETAIL_CAUSES = 4, DETAIL_PARTS = 6 };

static const char *const detail_bands[DETAIL_BANDS] = {"0-1 weeks",   "1-2 weeks",   "2-4 weeks",    "4-12 weeks",
                                                       "12-18 weeks", "18-52 weeks", "over 52 weeks"};
static const double detail_band_people[DETAIL_BANDS] = {61.7, 58.3, 97.1, 243.9, 131.3, 287.9, 113.3};
static const char *const detail_causes[DETAIL_CAUSES] = {"seen", "died", "admitted", "left"};
static const char *const detail_localities[] = {"Perth City", "Eastern Perthshire", "Highland Perthshire",
                                                "South Perthshire"};

/* Measures of all people, one value a scenario. */
static const struct fixture_measure detail_measures[] = {
    {"use_assessment_hours_per_year", "First assessments", "hours a year", "%.0f", 0, 0, 0, 0, {38713, 37291, 35917}},
    {"use_second_hours_per_year", "Second assessments", "hours a year", "%.0f", -1, 0, 0, 0, {9613, 3371, 2927}},
    {"use_followup_hours_per_year", "Follow-up", "hours a year", "%.0f", 0, 0, 0, 0, {41117, 45377, 46133}},
    {"use_commissioning_hours_per_year", "Care", "hours a year", "%.0f", 0, 0, 0, 0, {12713, 12641, 11897}},
    {"use_triage_hours_per_year", "Triage", "hours a year", "%.0f", 0, 0, 0, 0, {2711, 2713, 6121}},
    {"use_travel_hours_per_year", "Travel", "hours a year", "%.0f", -1, 0, 0, 0, {17393, 16111, 15679}},
    {"use_missed_hours_per_year", "Missed", "hours a year", "%.0f", -1, 0, 0, 0, {3169, 2917, 2791}},
    {"lost_hours_per_year", "Lost", "staff hours a year", "%.0f", -1, 0, 0, 0, {0, 0, 4787}},
    {"spare_hours_per_year", "Spare", "hours a year", "%.0f", 0, 0, 0, 0, {5101, 7321, 9293}},
    {"journey_first_wait_mean", "First wait", "days", "%.1f", -1, 0, 0, 0, {71.3, 52.7, 47.9}},
    {"journey_further_wait_mean", "Further waits", "days", "%.1f", -1, 0, 0, 0, {39.1, 11.7, 9.3}},
    {"journey_package_wait_mean", "Wait for care", "days", "%.1f", -1, 0, 0, 0, {17.9, 16.3, 13.7}},
    {"journey_hospital_mean", "In hospital", "days", "%.1f", -1, 0, 0, 0, {6.7, 5.9, 5.3}},
    {"journey_help_mean", "Help", "days", "%.1f", -1, 0, 0, 0, {43.1, 41.3, 38.9}},
    {"journey_mean", "Journey", "days", "%.1f", -1, 0, 0, 0, {178.1, 127.9, 115.1}},
    {"wait_equity_locality", "Equity", "ratio", "%.2f", -1, 0, 0, 0, {1.73, 1.41, 1.29}},
    {"delayed_beds", "Delayed beds", "beds", "%.1f", -1, 0, 0, 1, {31.3, 24.7, 19.1}},
    {"delayed_beds_assessment", "Waiting for assessment", "beds", "%.1f", -1, 0, 0, 1, {11.9, 7.3, 5.7}},
    {"delayed_beds_care", "Waiting for care", "beds", "%.1f", -1, 0, 0, 1, {19.4, 17.4, 13.4}},
};

/* Four causes with constant risks a day, the first of them higher in later scenarios. */
static inline void detail_incidence_make(struct expt_incidence *incidence, size_t scenario) {
    const double risks[DETAIL_CAUSES] = {0.011 + 0.005 * (double)(scenario % 3), 0.0009, 0.0014, 0.0006};
    double shares[DETAIL_CAUSES] = {0}, left = 1;

    *incidence =
        (struct expt_incidence){.bin_days = 1, .bins = DETAIL_BINS, .cause_count = DETAIL_CAUSES, .subjects = 1};
    incidence->causes = mem_zeroed(DETAIL_CAUSES, sizeof *incidence->causes);
    incidence->dimensions = mem_zeroed(1, sizeof *incidence->dimensions);
    incidence->names = mem_zeroed(1, sizeof *incidence->names);
    incidence->shares = mem_zeroed((size_t)DETAIL_CAUSES * DETAIL_BINS, sizeof *incidence->shares);
    incidence->at_risk = mem_zeroed(DETAIL_BINS, sizeof *incidence->at_risk);
    incidence->dimensions[0] = mem_text("all");
    incidence->names[0] = mem_text("all");
    for (size_t bin = 0; bin < DETAIL_BINS; bin++) {
        double gone = 0;

        incidence->at_risk[bin] = (uint64_t)(9173 * left);
        for (size_t cause = 0; cause < DETAIL_CAUSES; cause++) {
            shares[cause] += left * risks[cause];
            gone += shares[cause];
            incidence->shares[cause * DETAIL_BINS + bin] = shares[cause];
        }
        left = 1 - gone;
    }
    for (size_t cause = 0; cause < DETAIL_CAUSES; cause++) {
        incidence->causes[cause] = mem_text(detail_causes[cause]);
    }
}

/* Parts of the difference in funded care; the last takes what is left, so that they sum to it. */
static inline void detail_split_make(struct expt_results *results, size_t scenario) {
    static const struct expt_part parts[DETAIL_PARTS] = {{"prevented", "Prevented", "Made up.", false, NULL},
                                                         {"reduced", "Made smaller", "Made up.", false, NULL},
                                                         {"delayed", "Put off on purpose", "Made up.", false, NULL},
                                                         {"held_up", "Held up by waiting", "Made up.", true, NULL},
                                                         {"died", "Died first", "Made up.", true, NULL},
                                                         {"other", "Found sooner", "Made up.", false, NULL}};
    static const double levels[DETAIL_PARTS] = {-213, -117, -61, -97, -31, 0};
    struct expt_outcome *outcome = &results->outcomes[scenario];
    const int column = expt_column_find(outcome, "care_hours_per_week", "all", "all");
    const double *values = outcome->values + (size_t)column * results->replications;
    const double *baseline =
        results->outcomes[0].values +
        (size_t)expt_column_find(&results->outcomes[0], "care_hours_per_week", "all", "all") * results->replications;

    outcome->splits = mem_zeroed(1, sizeof *outcome->splits);
    outcome->split_count = 1;
    outcome->splits[0] = (struct expt_split){.measure = outcome->columns[column].measure,
                                             .name = outcome->columns[column].name,
                                             .unit = outcome->columns[column].unit,
                                             .decimals = outcome->columns[column].decimals,
                                             .parts = mem_zeroed(DETAIL_PARTS, sizeof *parts),
                                             .part_count = DETAIL_PARTS};
    for (size_t part = 0; part < DETAIL_PARTS; part++) {
        struct expt_part *made = &outcome->splits[0].parts[part];

        *made = parts[part];
        made->values = mem_zeroed(results->replications, sizeof *made->values);
        for (size_t k = 0; k < results->replications; k++) {
            double rest = values[k] - baseline[k];

            for (size_t other = 0; other < part; other++) {
                rest -= outcome->splits[0].parts[other].values[k];
            }
            made->values[k] = part == DETAIL_PARTS - 1 ? rest : levels[part] * (1 + 0.4 * jitter(k, part, scenario));
        }
    }
}

static inline void detail_columns_make(struct expt_results *results, size_t scenario) {
    static const char *const all[2] = {"all", "all"};
    static const struct fixture_measure in_band = {
        .key = "waiting_in_band", .name = "In band", .unit = "people", .decimals = "%.0f", .monthly = true};
    static const struct fixture_measure wait = {
        .key = "wait_mean", .name = "Wait", .unit = "days", .decimals = "%.1f", .better = -1};

    for (size_t i = 0; i < sizeof detail_measures / sizeof detail_measures[0]; i++) {
        column_make(results, scenario, &detail_measures[i], all, detail_measures[i].made_up[scenario % 3]);
    }
    for (size_t band = 0; band < DETAIL_BANDS; band++) {
        const char *const where[2] = {"wait band", detail_bands[band]};
        const double shrunk = 1 - 0.07 * (double)(scenario * band) / DETAIL_BANDS;

        column_make(results, scenario, &in_band, where, detail_band_people[band] * shrunk * shrunk);
    }
    for (size_t i = 0; i < sizeof detail_localities / sizeof detail_localities[0]; i++) {
        const char *const where[2] = {"locality", detail_localities[i]};

        column_make(results, scenario, &wait, where, 61 - 3.7 * (double)scenario + 17 * jitter(i, scenario, 7));
    }
}

/* To results as fixture_results_make or invented_make leaves them; they are freed as before. */
static inline void detail_add(struct expt_results *results) {
    for (size_t i = 0; i < results->outcome_count; i++) {
        detail_columns_make(results, i);
        detail_incidence_make(&results->outcomes[i].incidence, i);
        if (i > 0) {
            detail_split_make(results, i);
        }
    }
}

#endif

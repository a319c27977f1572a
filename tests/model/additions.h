/* tests/model/additions.h - which columns sum to which. */
#ifndef TESTS_MODEL_ADDITIONS_H
#define TESTS_MODEL_ADDITIONS_H

#include "tests/model/fixture.h"

/* Sum of a measure over all subjects of a kind, in one replication. */
static inline double sum_over(const struct trial *trial, const char *measure, const char *dimension,
                              uint32_t replication) {
    const struct expt_outcome *outcome = &trial->results.outcomes[0];
    double sum = 0;
    for (size_t c = 0; c < outcome->column_count; c++) {
        if (strcmp(outcome->columns[c].measure, measure) == 0 &&
            strcmp(outcome->columns[c].dimension, dimension) == 0) {
            sum += outcome->values[c * trial->results.replications + replication];
        }
    }
    return sum;
}

/* A measure whose parts, of one kind of subject, sum to the whole, of another. */
struct addition {
    const char *measure, *parts, *whole;
};

static const struct addition additions[] = {
    {"contacts_per_year", "team", "all"},
    {"contacts_per_year", "organisation", "all"},
    {"demand_hours_per_year", "team", "all"},
    {"capacity_hours_per_year", "role", "all"},
    {"capacity_hours_per_year", "team", "all"},
    {"staff_cost_per_year", "team", "all"},
    {"followups_waiting", "team", "all"},
    {"second_assessments_per_year", "team", "all"},
    {"second_assessments_per_year", "stream", "all"},
    {"second_hours_per_year", "team", "all"},
    {"second_hours_per_year", "priority", "all"},
    {"referrals_per_year", "locality", "all"},
    {"referrals_per_year", "age band", "all"},
    {"referrals_per_year", "priority", "all"},
    {"referrals_per_year", "team", "organisation"},
    {"referrals_per_year", "stream", "team"},
    {"referrals_per_year", "route", "organisation"},
    {"seen_per_year", "priority", "all"},
    {"seen_per_year", "team", "organisation"},
    {"list_people", "priority", "all"},
    {"list_people", "locality", "all"},
    {"list_people", "team", "organisation"},
    {"resolved_per_year", "team", "all"},
    {"declined_per_year", "priority", "all"},
    {"died_waiting_per_year", "priority", "all"},
    {"persons_per_year", "stream", "all"},
    {"persons_per_year", "locality", "all"},
    {"persons_per_year", "age band", "all"},
    {"care_packages", "locality", "all"},
    {"care_packages", "age band", "all"},
    {"care_hours_per_week", "age band", "all"},
    {"care_unmet_hours_per_week", "locality", "all"},
    {"care_requests_per_year", "locality", "all"},
    {"care_starts_per_year", "age band", "all"},
    {"care_cost_per_year", "locality", "all"},
    {"care_waiting_package", "locality", "all"},
    {"care_hidden_hours_per_week", "age band", "all"},
    {"care_never_started_per_year", "locality", "all"},
    {"withdrawn_per_year", "priority", "all"},
    {"waiting_in_band", "wait band", "all"},
    {"journeys_per_year", "locality", "all"},
    {"journeys_per_year", "age band", "all"},
    {"journeys_per_year", "stream", "all"},
    {"journeys_without_help_per_year", "stream", "all"},
    {"use_assessment_hours_per_year", "team", "all"},
    {"use_travel_hours_per_year", "organisation", "all"},
    {"spare_hours_per_year", "team", "all"},
};

#endif

/* world/demand.c - arrival times by inverting the integrated, piecewise linear rate of each cell. */
#include "world/demand.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* clang-format off: one row is one parameter. */
static const struct param likelihood_params[] = {
    {.key = "need",
     .kind = PARAM_TEXT,
     .offset = offsetof(struct world_likelihood, need),
     .unit = "name of a need",
     .meaning = "The need."},
    {.key = "probability",
     .kind = PARAM_REAL,
     .offset = offsetof(struct world_likelihood, probability),
     .low = 0,
     .high = 1,
     .fallback = NAN,
     .unit = "probability",
     .meaning = "How likely it is."},
    {.key = "from_years",
     .kind = PARAM_REAL,
     .offset = offsetof(struct world_likelihood, from_years),
     .low = 0,
     .high = 120,
     .fallback = 0,
     .unit = "years",
     .meaning = "Only people of at least this age."},
    {.key = "to_years",
     .kind = PARAM_REAL,
     .offset = offsetof(struct world_likelihood, to_years),
     .low = 0,
     .high = 120,
     .fallback = 120,
     .unit = "years",
     .meaning = "Only people below this age."},
};
/* clang-format on */

const struct param_table world_likelihood_table = {
    .name = "likelihood of a need",
    .meaning = "A need and how likely it is.",
    .size = sizeof(struct world_likelihood),
    .params = likelihood_params,
    .count = sizeof likelihood_params / sizeof likelihood_params[0],
    .repeats = 1, /* a need may stand twice, for two ranges of age */
};

/* clang-format off: one row is one parameter. */
static const struct param priority_share_params[] = {
    {.key = "priority",
     .kind = PARAM_TEXT,
     .offset = offsetof(struct world_priority_share, priority),
     .unit = "name of a priority",
     .meaning = "The priority."},
    {.key = "share",
     .kind = PARAM_REAL,
     .offset = offsetof(struct world_priority_share, share),
     .low = 0,
     .high = 1,
     .fallback = NAN,
     .unit = "share",
     .meaning = "Share of the stream's people who have it."},
};
/* clang-format on */

static const struct param_table priority_share_table = {
    .name = "share of a priority",
    .meaning = "A priority and the share of people who have it; the shares of a stream sum to 1.",
    .size = sizeof(struct world_priority_share),
    .params = priority_share_params,
    .count = sizeof priority_share_params / sizeof priority_share_params[0],
};

/* clang-format off: one row is one parameter. */
static const struct param rate_params[] = {
    {.key = "age_band",
     .kind = PARAM_TEXT,
     .offset = offsetof(struct world_rate, age_band),
     .unit = "name of an age band",
     .meaning = "The age band."},
    {.key = "per_1000_per_year",
     .kind = PARAM_REAL,
     .offset = offsetof(struct world_rate, per_1000_per_year),
     .low = 0,
     .high = 100000,
     .fallback = NAN,
     .unit = "per 1,000 residents per year",
     .meaning = "People of that age who come this way, at the start date."},
};
/* clang-format on */

static const struct param_table rate_table = {
    .name = "rate",
    .meaning = "How many people of an age band come by a stream.",
    .size = sizeof(struct world_rate),
    .params = rate_params,
    .count = sizeof rate_params / sizeof rate_params[0],
};

/* clang-format off: one row is one parameter. */
static const struct param stream_params[] = {
    {.key = "name",
     .kind = PARAM_TEXT,
     .offset = offsetof(struct world_stream, name),
     .unit = "name",
     .meaning = "What the way in is called."},
    {.key = "presents",
     .kind = PARAM_ROWS,
     .offset = offsetof(struct world_stream, presents),
     .low = 1,
     .high = 64,
     .fallback = NAN,
     .unit = "list of groups",
     .meaning = "The need for which people come; at every age the probabilities sum to 1.",
     .table = &world_likelihood_table},
    {.key = "further",
     .kind = PARAM_ROWS,
     .offset = offsetof(struct world_stream, further),
     .low = 0,
     .high = 64,
     .fallback = 0,
     .unit = "list of groups",
     .meaning = "Needs that they have besides, independent of one another.",
     .table = &world_likelihood_table},
    {.key = "priorities",
     .kind = PARAM_ROWS,
     .offset = offsetof(struct world_stream, priorities),
     .low = 1,
     .high = WORLD_PRIORITIES_MAX,
     .fallback = NAN,
     .unit = "list of groups",
     .meaning = "Shares of the priorities.",
     .table = &priority_share_table},
    {.key = "rates",
     .kind = PARAM_ROWS,
     .offset = offsetof(struct world_stream, rates),
     .low = 1,
     .high = 100,
     .fallback = NAN,
     .unit = "list of groups",
     .meaning = "How many people come, by age band.",
     .table = &rate_table},
    {.key = "growth_per_year",
     .kind = PARAM_REAL,
     .offset = offsetof(struct world_stream, growth_per_year),
     .low = -0.5,
     .high = 1,
     .fallback = 0,
     .unit = "per year",
     .meaning = "Growth of the rates themselves from the start date, besides that of the population (0.01: 1 %)."},
    {.key = "growth",
     .kind = PARAM_ROWS,
     .offset = offsetof(struct world_stream, growth),
     .low = 0,
     .high = 300,
     .fallback = 0,
     .unit = "list of groups",
     .meaning = "Years in which the rates grow otherwise than growth_per_year says.",
     .table = &world_profile_growth_table},
    {.key = "month_profile",
     .kind = PARAM_REALS,
     .offset = offsetof(struct world_stream, month_profile),
     .low = 0,
     .high = 1000000,
     .fallback = 0,
     .unit = "relative rates",
     .meaning = "Of the months, January first; only their ratios count: they are scaled to a mean of 1 over the days "
                "of each calendar year. Empty: every month alike.",
     .length = WORLD_PROFILE_MONTHS},
    {.key = "weekday_profile",
     .kind = PARAM_REALS,
     .offset = offsetof(struct world_stream, weekday_profile),
     .low = 0,
     .high = 1000000,
     .fallback = 0,
     .unit = "relative rates",
     .meaning = "Of the days of the week, Monday first; scaled to a mean of 1 over the week, times that of the month. "
                "Empty: every day alike.",
     .length = WORLD_PROFILE_WEEKDAYS},
    {.key = "shocks",
     .kind = PARAM_ROWS,
     .offset = offsetof(struct world_stream, shocks),
     .low = 0,
     .high = 1000,
     .fallback = 0,
     .unit = "list of groups",
     .meaning = "Times in which more or fewer people come.",
     .table = &world_profile_shock_table},
    {.key = "existing_service",
     .kind = PARAM_REAL,
     .offset = offsetof(struct world_stream, existing_service),
     .low = 0,
     .high = 1,
     .fallback = 0,
     .unit = "probability",
     .meaning = "That a person who comes this way has a service already."},
    {.key = "inpatient",
     .kind = PARAM_BOOLEAN,
     .offset = offsetof(struct world_stream, inpatient),
     .fallback = 0,
     .unit = "true or false",
     .meaning = "People are in hospital: they leave when medically ready and seen, and are referred on at discharge."},
};
/* clang-format on */

const struct param_table world_stream_table = {
    .name = "stream",
    .meaning = "A way in: how many people come, and with which needs.",
    .size = sizeof(struct world_stream),
    .params = stream_params,
    .count = sizeof stream_params / sizeof stream_params[0],
};

/* Last knot at which no more than this was expected. */
static size_t knot_before(const struct world_cell *cell, double expected) {
    size_t low = 0, high = cell->knots - 1;
    while (high - low > 1) {
        const size_t middle = (low + high) / 2;
        if (cell->expected[middle] <= expected) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

des_time world_demand_time(const struct world_demand *demand, size_t cell_index, double expected) {
    const struct world_cell *cell = &demand->cells[cell_index];
    if (expected >= cell->expected[cell->knots - 1]) {
        return DES_NEVER;
    }
    const size_t k = knot_before(cell, expected);
    const struct world_profile *profile = &demand->profiles[cell_index / (demand->cell_count / demand->stream_count)];
    return world_profile_time(profile, k, &cell->rate[k], expected - cell->expected[k]);
}

double world_demand_rate(const struct world_stream *stream, const char *band) {
    const struct world_rate *rates = stream->rates.rows;
    for (size_t i = 0; i < stream->rates.count; i++) {
        if (strcmp(rates[i].age_band, band) == 0) {
            return rates[i].per_1000_per_year;
        }
    }
    return 0;
}

void world_demand_free(struct world_demand *demand) {
    for (size_t i = 0; i < demand->cell_count; i++) {
        free(demand->cells[i].expected);
        free(demand->cells[i].rate);
    }
    free(demand->cells);
    for (size_t s = 0; s < demand->stream_count; s++) {
        world_profile_free(&demand->profiles[s]);
    }
    free(demand->profiles);
    *demand = (struct world_demand){0};
}

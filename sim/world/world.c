/* world/world.c - the table of a world's parameters, and its named rows. */
#include "world/world.h"

#include <math.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* clang-format off: one row is one parameter. */
static const struct param priority_params[] = {
    {.key = "name",
     .kind = PARAM_TEXT,
     .offset = offsetof(struct world_priority, name),
     .unit = "name",
     .meaning = "What the priority is called."},
    {.key = "target_days",
     .kind = PARAM_REAL,
     .offset = offsetof(struct world_priority, target_days),
     .low = 0.01,
     .high = 3650,
     .fallback = NAN,
     .unit = "days",
     .meaning = "Within which the first assessment should begin, counted from referral."},
};
/* clang-format on */

static const struct param_table priority_table = {
    .name = "priority",
    .meaning = "A class of urgency; the list begins with the most urgent.",
    .size = sizeof(struct world_priority),
    .params = priority_params,
    .count = sizeof priority_params / sizeof priority_params[0],
};

/* clang-format off: one row is one parameter. */
static const struct param role_params[] = {
    {.key = "name",
     .kind = PARAM_TEXT,
     .offset = offsetof(struct world_role, name),
     .unit = "name",
     .meaning = "What the role is called."},
    {.key = "client_hours_per_fte_year",
     .kind = PARAM_REAL,
     .offset = offsetof(struct world_role, client_hours_per_fte_year),
     .low = 1,
     .high = 3000,
     .fallback = NAN,
     .unit = "hours per FTE per year",
     .meaning = "Direct and indirect work for clients, travel included."},
    {.key = "cost_gbp_per_fte_year",
     .kind = PARAM_REAL,
     .offset = offsetof(struct world_role, cost_gbp_per_fte_year),
     .low = 0,
     .high = 1000000,
     .fallback = NAN,
     .unit = "GBP per FTE per year",
     .meaning = "Salary, on-costs and overheads."},
    {.key = "stands_in_for",
     .kind = PARAM_TEXTS,
     .offset = offsetof(struct world_role, stands_in_for),
     .low = 0,
     .high = WORLD_ROLES_MAX,
     .fallback = 0,
     .unit = "names of roles",
     .meaning = "Roles whose work it may do when none of them is free."},
    {.key = "sickness_spells_per_year",
     .kind = PARAM_REAL,
     .offset = offsetof(struct world_role, sickness_spells_per_year),
     .low = 0,
     .high = 50,
     .fallback = 0,
     .unit = "per person per year",
     .meaning =
         "Spells of sickness absence; 0: nobody falls ill. Hours per FTE must then not be net of sickness already."},
    {.key = "sickness_days",
     .kind = PARAM_DIST,
     .offset = offsetof(struct world_role, sickness_days),
     .low = 0.01,
     .high = 365,
     .fallback = NAN,
     .unit = "calendar days",
     .meaning = "How long a spell lasts; needed where there are spells.",
     .optional = 1},
    {.key = "leavers_per_year",
     .kind = PARAM_REAL,
     .offset = offsetof(struct world_role, leavers_per_year),
     .low = 0,
     .high = 12,
     .fallback = 0,
     .unit = "per filled post per year",
     .meaning = "Rate at which those who hold a post leave it; 0: every post is always filled."},
    {.key = "recruitment_weeks",
     .kind = PARAM_DIST,
     .offset = offsetof(struct world_role, recruitment_weeks),
     .low = 0.01,
     .high = 520,
     .fallback = NAN,
     .unit = "weeks",
     .meaning = "How long a post stays empty, from the leaving of one to the first day of the next; needed where "
                "people leave. An empty post is not paid.",
     .optional = 1},
};
/* clang-format on */

static const struct param_table role_table = {
    .name = "role",
    .meaning = "A profession or grade.",
    .size = sizeof(struct world_role),
    .params = role_params,
    .count = sizeof role_params / sizeof role_params[0],
};

/* clang-format off: one row is one parameter. */
static const struct param leaving_params[] = {
    {.key = "resolved_per_week",
     .kind = PARAM_REAL,
     .offset = offsetof(struct world_leaving, resolved_per_week),
     .low = 0,
     .high = 1,
     .fallback = NAN,
     .unit = "per week",
     .meaning = "Rate at which people who wait find that the matter has resolved itself; a need for care ends by "
                "itself instead."},
    {.key = "declined_per_week",
     .kind = PARAM_REAL,
     .offset = offsetof(struct world_leaving, declined_per_week),
     .low = 0,
     .high = 1,
     .fallback = NAN,
     .unit = "per week",
     .meaning = "Rate at which people who wait decline, move away or go elsewhere."},
    {.key = "rise_per_week",
     .kind = PARAM_REAL,
     .offset = offsetof(struct world_leaving, rise_per_week),
     .low = 0,
     .high = 10,
     .fallback = 0,
     .unit = "per week of waiting",
     .meaning = "By which share of themselves both rates rise with each week that a person has waited."},
};
/* clang-format on */

static const struct param_table leaving_table = {
    .name = "leaving",
    .meaning = "Why people leave a waiting list unseen, besides death; it decides where an overloaded list settles.",
    .size = sizeof(struct world_leaving),
    .params = leaving_params,
    .count = sizeof leaving_params / sizeof leaving_params[0],
};

/* clang-format off: one row is one parameter. */
static const struct param world_params[] = {
    {.key = "localities",
     .kind = PARAM_ROWS,
     .offset = offsetof(struct world, localities),
     .low = 1,
     .high = WORLD_LOCALITIES_MAX,
     .fallback = NAN,
     .unit = "list of groups",
     .meaning = "Parts of the area.",
     .table = &world_locality_table},
    {.key = "age_bands",
     .kind = PARAM_ROWS,
     .offset = offsetof(struct world, bands),
     .low = 1,
     .high = WORLD_BANDS_MAX,
     .fallback = NAN,
     .unit = "list of groups",
     .meaning = "Age bands, youngest first, without gaps.",
     .table = &world_band_table},
    {.key = "priorities",
     .kind = PARAM_ROWS,
     .offset = offsetof(struct world, priorities),
     .low = 1,
     .high = WORLD_PRIORITIES_MAX,
     .fallback = NAN,
     .unit = "list of groups",
     .meaning = "Classes of urgency, most urgent first.",
     .table = &priority_table},
    {.key = "targets",
     .kind = PARAM_ROWS,
     .offset = offsetof(struct world, targets),
     .low = 0,
     .high = WORLD_TARGETS_MAX,
     .fallback = 0,
     .unit = "list of groups",
     .meaning = "Promises about waits that results are held against; they change nothing that happens.",
     .table = &world_target_table},
    {.key = "roles",
     .kind = PARAM_ROWS,
     .offset = offsetof(struct world, roles),
     .low = 1,
     .high = WORLD_ROLES_MAX,
     .fallback = NAN,
     .unit = "list of groups",
     .meaning = "Professions and grades.",
     .table = &role_table},
    {.key = "needs",
     .kind = PARAM_ROWS,
     .offset = offsetof(struct world, needs),
     .low = 1,
     .high = WORLD_NEEDS_MAX,
     .fallback = NAN,
     .unit = "list of groups",
     .meaning = "What people may need.",
     .table = &world_need_table},
    {.key = "streams",
     .kind = PARAM_ROWS,
     .offset = offsetof(struct world, streams),
     .low = 1,
     .high = WORLD_STREAMS_MAX,
     .fallback = NAN,
     .unit = "list of groups",
     .meaning = "The ways in.",
     .table = &world_stream_table},
    {.key = "care",
     .kind = PARAM_GROUP,
     .offset = offsetof(struct world, care),
     .place_offset = offsetof(struct world, care_place),
     .fallback = NAN,
     .unit = "group",
     .meaning = "Funded care at home.",
     .table = &world_care_table},
    {.key = "leaving",
     .kind = PARAM_GROUP,
     .offset = offsetof(struct world, leaving),
     .fallback = NAN,
     .unit = "group",
     .meaning = "Leaving a waiting list unseen.",
     .table = &leaving_table},
    {.key = "hospital",
     .kind = PARAM_GROUP,
     .offset = offsetof(struct world, hospital),
     .place_offset = offsetof(struct world, hospital_place),
     .fallback = NAN,
     .unit = "group",
     .meaning = "Inpatients.",
     .table = &world_hospital_table},
    {.key = "care_homes",
     .kind = PARAM_GROUP,
     .offset = offsetof(struct world, care_homes),
     .place_offset = offsetof(struct world, care_homes_place),
     .fallback = 0,
     .unit = "group",
     .meaning = "Care homes; absent: nobody goes to one.",
     .table = &world_care_home_table,
     .optional = 1},
    {.key = "population_file",
     .kind = PARAM_TEXT,
     .offset = offsetof(struct world, population_file),
     .unit = "file name",
     .meaning = "CSV of residents at mid-year: year, locality, age_band, persons and, where it holds several "
                "projections, variant."},
    {.key = "population_variant",
     .kind = PARAM_TEXT,
     .offset = offsetof(struct world, population_variant),
     .unit = "name of a variant",
     .meaning = "Which projection of the population file; rows that name no variant hold for every one, and a file "
                "without the column 'variant' has the principal one only.",
     .default_word = "principal"},
    {.key = "deaths_file",
     .kind = PARAM_TEXT,
     .offset = offsetof(struct world, deaths_file),
     .unit = "file name",
     .meaning = "CSV of the life table: from_years, per_year (deaths per person-year)."},
    {.key = "starting_list_file",
     .kind = PARAM_TEXT,
     .offset = offsetof(struct world, starting_list_file),
     .unit = "file name",
     .meaning = "CSV of people who wait for assessment on day one, in place of a warm-up (warm_up_days = 0): locality, "
                "priority, need, days_waited (0 to 10,000). They are of the ages of those who come with that need by "
                "the first stream that brings it, and join the lists in the order of the file.",
     .optional = 1},
    {.key = "death_multiplier",
     .kind = PARAM_REAL,
     .offset = offsetof(struct world, death_multiplier),
     .low = 0,
     .high = 10,
     .fallback = 1,
     .unit = "ratio",
     .meaning = "Of every rate in the deaths file."},
    {.key = "assessment_hours",
     .kind = PARAM_DIST,
     .offset = offsetof(struct world, assessment_hours),
     .low = 0,
     .high = 200,
     .fallback = NAN,
     .unit = "hours",
     .meaning = "Base of an assessment: getting to know a person, once in each assessment, not in a handover."},
    {.key = "price_year",
     .kind = PARAM_TEXT,
     .offset = offsetof(struct world, price_year),
     .unit = "text",
     .meaning = "Year of the prices in which all costs of the file are given, such as 2014-15.",
     .default_word = "not stated"},
    {.key = "discount_per_year",
     .kind = PARAM_REAL,
     .offset = offsetof(struct world, discount_per_year),
     .low = 0,
     .high = 1,
     .fallback = 0.035,
     .unit = "per year",
     .meaning = "Rate at which costs of later years are discounted to the start date where they are summed over years "
                "(0.035: HM Treasury, The Green Book)."},
    {.key = "follow_days",
     .kind = PARAM_REAL,
     .offset = offsetof(struct world, follow_days),
     .low = 1,
     .high = 3650,
     .fallback = 365,
     .unit = "days",
     .meaning = "How long from referral a person may still come to need care or be admitted to hospital; no longer "
                "than the warm-up."},
    {.key = "missed_visit",
     .kind = PARAM_REAL,
     .offset = offsetof(struct world, missed_visit),
     .low = 0,
     .high = 0.9,
     .fallback = 0,
     .unit = "probability",
     .meaning =
         "That nobody is at home or the visit fails otherwise: the crew loses the travel there and back, and the "
         "person waits on for another visit with the clock they had."},
};
/* clang-format on */

const struct param_table world_table = {
    .name = "world",
    .meaning = "People: what is so whatever the service.",
    .size = sizeof(struct world),
    .params = world_params,
    .count = sizeof world_params / sizeof world_params[0],
};

/* Rows are read as their first field, which is the name. */
int world_index(const struct param_rows *rows, size_t row_size, const char *name) {
    for (size_t i = 0; i < rows->count; i++) {
        const char *row_name = NULL;
        memcpy(&row_name, (const char *)rows->rows + i * row_size, sizeof row_name);
        if (strcmp(row_name, name) == 0) {
            return (int)i;
        }
    }
    return -1;
}

int world_find(const struct world_lookup *lookup, const char *name, struct param_place place, struct err_list *err) {
    const int index = world_index(lookup->rows, lookup->row_size, name);
    if (index >= 0) {
        return index;
    }
    const char **names = mem_zeroed(lookup->rows->count, sizeof *names);
    for (size_t i = 0; i < lookup->rows->count; i++) {
        memcpy(&names[i], (const char *)lookup->rows->rows + i * lookup->row_size, sizeof names[i]);
    }
    char *hint = err_suggestion(name, names, lookup->rows->count, "");
    err_add(err, place.file, place.line, "%s: '%s' is no %s%s", lookup->where, name, lookup->kind, hint);
    free(hint);
    free(names);
    return -1;
}

const struct world_locality *world_locality(const struct world *world, size_t index) {
    return (const struct world_locality *)world->localities.rows + index;
}

const struct world_band *world_band(const struct world *world, size_t index) {
    return (const struct world_band *)world->bands.rows + index;
}

const struct world_priority *world_priority(const struct world *world, size_t index) {
    return (const struct world_priority *)world->priorities.rows + index;
}

const struct world_role *world_role(const struct world *world, size_t index) {
    return (const struct world_role *)world->roles.rows + index;
}

const struct world_need *world_need(const struct world *world, size_t index) {
    return (const struct world_need *)world->needs.rows + index;
}

const struct world_stream *world_stream(const struct world *world, size_t index) {
    return (const struct world_stream *)world->streams.rows + index;
}

size_t world_band_of_age(const struct world *world, double age_years) {
    size_t band = 0;
    while (band + 1 < world->bands.count && world_band(world, band)->to_years <= age_years) {
        band++;
    }
    return band;
}

const struct world_care_band *world_care_band(const struct world *world, size_t band) {
    const int row = world->care_band[band];
    return row < 0 ? NULL : (const struct world_care_band *)world->care.bands.rows + row;
}

const struct world_care_home_band *world_care_home_band(const struct world *world, size_t band) {
    const int row = world->care_home_band[band];
    return row < 0 ? NULL : (const struct world_care_home_band *)world->care_homes.bands.rows + row;
}

void world_free(struct world *world) {
    world_population_free(&world->population);
    world_hazard_free(&world->death);
    world_hazard_free(&world->onset);
    world_hazard_free(&world->admission);
    world_demand_free(&world->demand);
    world_starting_list_free(&world->starting_list);
}

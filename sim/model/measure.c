/* model/measure.c - columns of measures, and what each is worth after a run. */
#include "model/measure.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "formula.h"
#include "model/incidence.h"
#include "state.h"
#include "wait_band.h"

const char *model_dimension_name(enum model_dimension dimension) {
    static const char *const names[MODEL_DIMENSIONS] = {
        [MODEL_ALL] = "all",       [MODEL_ORGANISATION] = "organisation",
        [MODEL_TEAM] = "team",     [MODEL_LOCALITY] = "locality",
        [MODEL_BAND] = "age band", [MODEL_PRIORITY] = "priority",
        [MODEL_STREAM] = "stream", [MODEL_STAFF] = "role",
        [MODEL_ROUTE] = "route",   [MODEL_WAIT_BAND] = "wait band",
        [MODEL_TARGET] = "target",
    };
    return names[dimension];
}

static char *subject_name(const struct model_inputs *inputs, enum model_dimension dimension, size_t subject) {
    const struct world *world = inputs->world;
    const size_t roles = world->roles.count;
    switch (dimension) {
    case MODEL_ORGANISATION:
        return mem_text(inputs->service->organisations[subject]);
    case MODEL_TEAM:
        return mem_text(svc_team(inputs->service, subject)->name);
    case MODEL_LOCALITY:
        return mem_text(world_locality(world, subject)->name);
    case MODEL_BAND:
        return mem_text(world_band(world, subject)->name);
    case MODEL_PRIORITY:
        return mem_text(world_priority(world, subject)->name);
    case MODEL_STREAM:
        return mem_text(world_stream(world, subject)->name);
    case MODEL_STAFF:
        return mem_format("%s / %s", svc_team(inputs->service, subject / roles)->name,
                          world_role(world, subject % roles)->name);
    case MODEL_ROUTE:
        return mem_format("%s / %s", inputs->service->organisations[subject / world->streams.count],
                          world_stream(world, subject % world->streams.count)->name);
    case MODEL_WAIT_BAND:
        return mem_text(model_wait_band_name(subject));
    case MODEL_TARGET:
        return mem_text(world_target(world, subject)->name);
    default:
        return mem_text("all");
    }
}

/* A role that nobody in a team has is no subject. */
static bool is_present(const struct model_inputs *inputs, enum model_dimension dimension, size_t subject) {
    const size_t roles = inputs->world->roles.count;
    return dimension != MODEL_STAFF || svc_team(inputs->service, subject / roles)->fte[subject % roles] > 0;
}

struct columns {
    struct model_column *columns;
    size_t count, capacity;
};

static void add_columns(const struct model_inputs *inputs, const struct model_measure *measure, unsigned dimensions,
                        struct columns *to) {
    for (unsigned d = 0; d < MODEL_DIMENSIONS; d++) {
        const size_t subjects = dimensions >> d & 1 ? model_account_dimension_size(inputs, d) : 0;
        for (size_t s = 0; s < subjects; s++) {
            if (is_present(inputs, d, s)) {
                to->columns = mem_grown(to->columns, to->count, &to->capacity, sizeof *to->columns);
                to->columns[to->count++] = (struct model_column){measure, d, s, subject_name(inputs, d, s)};
            }
        }
    }
}

size_t model_columns(const struct model_inputs *inputs, struct model_column **columns) {
    struct columns all = {NULL, 0, 0};
    size_t count;
    const struct model_measure *measures = model_measures(&count);
    for (size_t m = 0; m < count; m++) {
        add_columns(inputs, &measures[m], measures[m].dimensions, &all);
    }
    *columns = all.columns;
    return all.count;
}

size_t model_wait_subjects(const struct model_inputs *inputs, struct model_column **subjects) {
    struct columns all = {NULL, 0, 0};
    size_t count;
    add_columns(inputs, model_measures(&count), OF_WAITS, &all);
    *subjects = all.columns;
    return all.count;
}

size_t model_incidence_subjects(const struct model_inputs *inputs, struct model_column **subjects) {
    struct columns all = {NULL, 0, 0};
    size_t count;
    add_columns(inputs, model_measures(&count), OF_INCIDENCE, &all);
    *subjects = all.columns;
    return all.count;
}

void model_columns_free(struct model_column *columns, size_t count) {
    for (size_t i = 0; i < count; i++) {
        free(columns[i].subject_name);
    }
    free(columns);
}

double model_column_value(const struct model *model, const struct model_column *column, size_t first_month,
                          size_t last_month) {
    return model_formula_value(model, column, (struct model_months){first_month, last_month});
}

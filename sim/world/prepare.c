/* world/prepare.c - what single ranges cannot check, and names turned into indices. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "forecast.h"
#include "world/absence.h"
#include "world/world.h"

/* Where complaints go, and the place they name. */
struct complaints {
    struct param_place place;
    struct err_list *list;
};

/* The same for complaints about one row of a list. */
static struct complaints about(const struct complaints *to, const struct param_rows *rows, size_t index) {
    return (struct complaints){param_place_of(rows, index, to->place.file), to->list};
}

/* The same for complaints about a group. */
static struct complaints inside(const struct complaints *to, const struct param_place *group) {
    return group->file != NULL ? (struct complaints){*group, to->list} : *to;
}

/* Index of a name; 0 when there is none, which has then been complained of. */
static unsigned resolve(const struct complaints *to, const struct param_rows *rows, size_t size, const char *kind,
                        const char *name, const char *where) {
    const struct world_lookup lookup = {rows, size, kind, where};
    const int index = world_find(&lookup, name, to->place, to->list);
    return index >= 0 ? (unsigned)index : 0;
}

static void check_bands(const struct world *world, const struct complaints *to) {
    double reached = 0;
    for (size_t i = 0; i < world->bands.count; i++) {
        const struct world_band *band = world_band(world, i);
        const struct complaints at = about(to, &world->bands, i);
        if (band->to_years <= band->from_years) {
            err_add(at.list, at.place.file, at.place.line, "age band '%s': to_years = %g is not above from_years = %g",
                    band->name, band->to_years, band->from_years);
        }
        if (fabs(band->from_years - reached) > 1e-9) {
            err_add(at.list, at.place.file, at.place.line,
                    "age band '%s' begins at %g years, but the bands before it end at %g: bands cover every age once",
                    band->name, band->from_years, reached);
        }
        reached = band->to_years;
    }
}

static void prepare_targets(struct world *world, const struct complaints *to) {
    for (size_t t = 0; t < world->targets.count; t++) {
        struct world_target *target = (struct world_target *)world->targets.rows + t;
        const struct complaints at = about(to, &world->targets, t);
        char *where = mem_format("target '%s', priorities", target->name);
        target->priority_mask = target->priorities.count == 0 ? UINT32_MAX : 0;
        for (size_t i = 0; i < target->priorities.count; i++) {
            target->priority_mask |= 1u << resolve(&at, &world->priorities, sizeof(struct world_priority), "priority",
                                                   target->priorities.texts[i], where);
        }
        free(where);
    }
}

static void prepare_roles(struct world *world, const struct complaints *to) {
    for (unsigned r = 0; r < world->roles.count; r++) {
        world->doers[r] |= 1u << r;
        const struct world_role *role = world_role(world, r);
        const struct complaints at = about(to, &world->roles, r);
        for (size_t i = 0; i < role->stands_in_for.count; i++) {
            char *where = mem_format("role '%s', stands_in_for", role->name);
            const unsigned other =
                resolve(&at, &world->roles, sizeof *role, "role", role->stands_in_for.texts[i], where);
            world->doers[other] |= 1u << r;
            free(where);
        }
    }
}

/* Lengths that are needed, and spells that leave time for work between them. */
static void check_absence(const struct world *world, const struct complaints *to) {
    for (size_t r = 0; r < world->roles.count; r++) {
        const struct world_role *role = world_role(world, r);
        const struct complaints at = about(to, &world->roles, r);
        if (role->leavers_per_year > 0 && role->recruitment_weeks.family == NULL) {
            err_add(at.list, at.place.file, at.place.line,
                    "role '%s': leavers_per_year = %g, but 'recruitment_weeks' is missing: how long is a post empty?",
                    role->name, role->leavers_per_year);
        }
        if (role->sickness_spells_per_year > 0 && role->sickness_days.family == NULL) {
            err_add(at.list, at.place.file, at.place.line,
                    "role '%s': sickness_spells_per_year = %g, but 'sickness_days' is missing: how long is a spell?",
                    role->name, role->sickness_spells_per_year);
        } else if (world_absence_share(role, WORLD_SICK) >= 1) {
            err_add(at.list, at.place.file, at.place.line,
                    "role '%s': %g spells of sickness a year of %g days on average are no less than a year", role->name,
                    role->sickness_spells_per_year, des_dist_mean(&role->sickness_days));
        }
    }
}

static void prepare_needs(struct world *world, const struct complaints *to) {
    for (unsigned n = 0; n < world->needs.count; n++) {
        const struct world_need *need = world_need(world, n);
        const struct complaints at = about(to, &world->needs, n);
        char *where = mem_format("need '%s', roles", need->name);
        for (size_t i = 0; i < need->roles.count; i++) {
            const unsigned role =
                resolve(&at, &world->roles, sizeof(struct world_role), "role", need->roles.texts[i], where);
            world->need_roles[n] |= world->doers[role];
        }
        free(where);
    }
}

static void prepare_likelihoods(const struct world *world, struct param_rows *rows, const char *where,
                                const struct complaints *to) {
    struct world_likelihood *likelihoods = rows->rows;
    for (size_t i = 0; i < rows->count; i++) {
        const struct complaints at = about(to, rows, i);
        likelihoods[i].index =
            resolve(&at, &world->needs, sizeof(struct world_need), "need", likelihoods[i].need, where);
        if (likelihoods[i].to_years <= likelihoods[i].from_years) {
            err_add(at.list, at.place.file, at.place.line, "%s: need '%s' of people from %g up to %g years is nobody's",
                    where, likelihoods[i].need, likelihoods[i].from_years, likelihoods[i].to_years);
        }
    }
}

/* One random number decides whether somebody has a further need: of rows that hold for one age, the lower would mean
 * nothing. */
static void check_further(const struct world_stream *stream, const struct complaints *to) {
    const struct world_likelihood *rows = stream->further.rows;
    for (size_t i = 1; i < stream->further.count; i++) {
        for (size_t j = 0; j < i; j++) {
            const double from = fmax(rows[i].from_years, rows[j].from_years);
            const double until = fmin(rows[i].to_years, rows[j].to_years);
            if (strcmp(rows[i].need, rows[j].need) == 0 && from < until) {
                const struct complaints at = about(to, &stream->further, i);
                err_add(at.list, at.place.file, at.place.line,
                        "stream '%s': 'further' names '%s' twice for people from %g up to %g years; once is allowed",
                        stream->name, rows[i].need, from, until);
            }
        }
    }
}

/* Age above this one at which a row begins or ends; INFINITY behind the last. */
static double next_edge(const struct param_rows *likely, double age_years) {
    const struct world_likelihood *rows = likely->rows;
    double next = INFINITY;
    for (size_t i = 0; i < likely->count; i++) {
        next = rows[i].from_years > age_years ? fmin(next, rows[i].from_years) : next;
        next = rows[i].to_years > age_years ? fmin(next, rows[i].to_years) : next;
    }
    return next;
}

/* The sum changes nowhere but where a row begins or ends. */
static void check_presents(const struct world *world, const struct world_stream *stream, const struct complaints *to) {
    const struct world_likelihood *rows = stream->presents.rows;
    const double oldest = world_band(world, world->bands.count - 1)->to_years;
    for (double age = 0; age < oldest; age = next_edge(&stream->presents, age)) {
        double sum = 0;
        for (size_t i = 0; i < stream->presents.count; i++) {
            sum += rows[i].from_years <= age && age < rows[i].to_years ? rows[i].probability : 0;
        }
        if (fabs(sum - 1) > 1e-6) {
            err_add(to->list, to->place.file, to->place.line,
                    "stream '%s': the probabilities of 'presents' sum to %g at age %g; they must sum to 1",
                    stream->name, sum, age);
            return;
        }
    }
}

static void prepare_priorities(const struct world *world, struct world_stream *stream, const char *where,
                               const struct complaints *to) {
    struct world_priority_share *rows = stream->priorities.rows;
    double sum = 0;
    for (size_t i = 0; i < stream->priorities.count; i++) {
        const struct complaints at = about(to, &stream->priorities, i);
        rows[i].index =
            resolve(&at, &world->priorities, sizeof(struct world_priority), "priority", rows[i].priority, where);
        sum += rows[i].share;
    }
    if (fabs(sum - 1) > 1e-6) {
        err_add(to->list, to->place.file, to->place.line,
                "%s: the shares of 'priorities' sum to %g; they must sum to 1", where, sum);
    }
}

static void prepare_streams(struct world *world, const struct complaints *to) {
    for (size_t s = 0; s < world->streams.count; s++) {
        struct world_stream *stream = (struct world_stream *)world->streams.rows + s;
        const struct complaints at = about(to, &world->streams, s);
        char *where = mem_format("stream '%s'", stream->name);
        prepare_likelihoods(world, &stream->presents, where, &at);
        prepare_likelihoods(world, &stream->further, where, &at);
        check_presents(world, stream, &at);
        check_further(stream, &at);
        prepare_priorities(world, stream, where, &at);
        world_profile_check(stream, at.place, at.list);
        const struct world_rate *rates = stream->rates.rows;
        for (size_t i = 0; i < stream->rates.count; i++) {
            const struct complaints at_rate = about(to, &stream->rates, i);
            resolve(&at_rate, &world->bands, sizeof(struct world_band), "age band", rates[i].age_band, where);
        }
        free(where);
    }
}

static int care_row(const struct world *world, size_t band) {
    return world_index(&world->care.bands, sizeof(struct world_care_band), world_band(world, band)->name);
}

static bool has_rate(const struct world_stream *stream, const struct world_band *band) {
    const struct world_rate *rates = stream->rates.rows;
    for (size_t i = 0; i < stream->rates.count; i++) {
        if (strcmp(rates[i].age_band, band->name) == 0 && rates[i].per_1000_per_year > 0) {
            return true;
        }
    }
    return false;
}

static bool may_need_care(const struct world *world, const struct param_rows *likely, const struct world_band *band) {
    const struct world_likelihood *rows = likely->rows;
    for (size_t i = 0; i < likely->count; i++) {
        if (rows[i].index == world->care_need && rows[i].probability > 0 &&
            fmax(rows[i].from_years, band->from_years) < fmin(rows[i].to_years, band->to_years)) {
            return true;
        }
    }
    return false;
}

/* Packages are drawn by age when they start, and people grow older while they wait for them. */
static void check_care_bands(const struct world *world, const struct complaints *to) {
    bool is_needed = false;
    for (size_t b = 0; b < world->bands.count; b++) {
        const struct world_band *band = world_band(world, b);
        for (size_t s = 0; s < world->streams.count; s++) {
            const struct world_stream *stream = world_stream(world, s);
            is_needed = is_needed || (has_rate(stream, band) && (may_need_care(world, &stream->presents, band) ||
                                                                 may_need_care(world, &stream->further, band)));
        }
        const bool is_named = care_row(world, b) >= 0;
        if (is_needed && !is_named) {
            err_add(to->list, to->place.file, to->place.line,
                    "care, bands: '%s' is missing, but people of that age, or who reach it, may need '%s'", band->name,
                    world->care.need);
        }
        is_needed = is_needed || is_named;
    }
}

/* A hazard with one step a band, 0 as yet. */
static void begin_hazard(const struct world *world, struct world_hazard *hazard) {
    hazard->count = world->bands.count;
    hazard->steps = mem_zeroed(hazard->count, sizeof *hazard->steps);
    for (size_t b = 0; b < hazard->count; b++) {
        hazard->steps[b].from_years = world_band(world, b)->from_years;
    }
}

static void prepare_onset(struct world *world) {
    begin_hazard(world, &world->onset);
    for (size_t b = 0; b < world->bands.count; b++) {
        world->care_band[b] = care_row(world, b);
        world->care_home_band[b] =
            world_index(&world->care_homes.bands, sizeof(struct world_care_home_band), world_band(world, b)->name);
        const struct world_care_band *care = world_care_band(world, b);
        world->onset.steps[b].per_year = care != NULL ? care->onset_per_year : 0;
    }
    world_hazard_prepare(&world->onset);
}

static void prepare_admission(struct world *world) {
    const struct world_admission *rows = world->hospital.admissions.rows;
    if (world->hospital.admissions.count == 0) {
        return;
    }
    begin_hazard(world, &world->admission);
    for (size_t i = 0; i < world->hospital.admissions.count; i++) {
        const int band = world_index(&world->bands, sizeof(struct world_band), rows[i].age_band);
        world->admission.steps[band].per_year = rows[i].per_year;
    }
    world_hazard_prepare(&world->admission);
}

/* Rows that begin with the name of an age band. */
static void check_band_names(const struct world *world, const struct param_rows *rows, size_t size, const char *where,
                             const struct complaints *to) {
    for (size_t i = 0; i < rows->count; i++) {
        const char *name = NULL;
        const struct complaints at = about(to, rows, i);
        memcpy(&name, (const char *)rows->rows + i * size, sizeof name);
        resolve(&at, &world->bands, sizeof(struct world_band), "age band", name, where);
    }
}

/* Who is admitted may have care or wait for it already: it could not begin anew. */
static void check_admission_stream(const struct world *world, const struct complaints *to) {
    const struct world_stream *stream = world_stream(world, world->admission_stream);
    const struct world_likelihood *rows = stream->presents.rows;
    if (!stream->inpatient) {
        err_add(to->list, to->place.file, to->place.line,
                "hospital, admission_stream: people who come by '%s' are no inpatients (inpatient = true)",
                stream->name);
    }
    for (size_t i = 0; world->hospital.admissions.count > 0 && i < stream->presents.count; i++) {
        if (rows[i].index == world->care_need && rows[i].probability > 0) {
            err_add(to->list, to->place.file, to->place.line,
                    "hospital, admission_stream: nobody is admitted for '%s', which 'presents' of stream '%s' names",
                    world->care.need, stream->name);
        }
    }
}

static void prepare_hospital(struct world *world, const struct complaints *to) {
    const struct complaints here = inside(to, &world->hospital_place);
    const struct world_hospital *hospital = &world->hospital;
    world->discharge_priority = resolve(&here, &world->priorities, sizeof(struct world_priority), "priority",
                                        hospital->discharge_priority, "hospital, discharge_priority");
    check_band_names(world, &hospital->admissions, sizeof(struct world_admission), "hospital, admissions", to);
    if (hospital->admission_stream == NULL && hospital->admissions.count > 0) {
        const struct complaints at = about(to, &hospital->admissions, 0);
        err_add(at.list, at.place.file, at.place.line,
                "hospital: there are admissions, but no 'admission_stream' says how those admitted are referred");
    }
    if (hospital->admission_stream == NULL) {
        return;
    }
    const size_t size = sizeof(struct world_stream);
    world->admission_stream =
        resolve(&here, &world->streams, size, "stream", hospital->admission_stream, "hospital, admission_stream");
    if (world_index(&world->streams, size, hospital->admission_stream) >= 0) {
        check_admission_stream(world, &here);
    }
}

/* A row holds until the year of the next one begins. */
static void check_supply(const struct world *world, const struct complaints *to) {
    const struct world_supply *rows = world->care.supply.rows;
    for (size_t i = 1; i < world->care.supply.count; i++) {
        if (rows[i].year <= rows[i - 1].year) {
            const struct complaints at = about(to, &world->care.supply, i);
            err_add(at.list, at.place.file, at.place.line,
                    "care, supply: the year %d stands behind %d; years must rise from row to row", (int)rows[i].year,
                    (int)rows[i - 1].year);
        }
    }
}

static void check_care_need(const struct world *world, const char *name, const struct complaints *to) {
    const int index = world_index(&world->needs, sizeof(struct world_need), name);
    if (index >= 0) {
        const struct complaints at = about(to, &world->needs, (size_t)index);
        world_need_check_care(world_need(world, (size_t)index), at.place, at.list);
    }
}

static void prepare_care(struct world *world, const struct complaints *to) {
    const struct complaints here = inside(to, &world->care_place);
    const size_t need_size = sizeof(struct world_need);
    world->care_need = resolve(&here, &world->needs, need_size, "need", world->care.need, "care, need");
    world->commissioning_need =
        resolve(&here, &world->needs, need_size, "need", world->care.commissioning, "care, commissioning");
    world->request_stream = resolve(&here, &world->streams, sizeof(struct world_stream), "stream",
                                    world->care.request_stream, "care, request_stream");
    check_band_names(world, &world->care.bands, sizeof(struct world_care_band), "care, bands", to);
    check_band_names(world, &world->care_homes.bands, sizeof(struct world_care_home_band), "care_homes, bands", to);
    check_supply(world, &here);
    check_care_need(world, world->care.need, to);
    check_care_need(world, world->care.commissioning, to);
    if (world->care_need == world->commissioning_need) {
        err_add(here.list, here.place.file, here.place.line, "care: 'need' and 'commissioning' name the same need '%s'",
                world->care.need);
    }
}

bool world_prepare(struct world *world, struct des_date start, des_time warm_up, des_time end, const char *file,
                   struct err_list *err) {
    const struct complaints unplaced = {{file, 0}, err}, to = inside(&unplaced, &world->place);
    const size_t before = err->count;
    world->start_date = start;
    world->warm_up = warm_up;
    world->end = end;
    check_bands(world, &to);
    prepare_targets(world, &to);
    prepare_roles(world, &to);
    check_absence(world, &to);
    prepare_needs(world, &to);
    prepare_streams(world, &to);
    prepare_care(world, &to);
    prepare_hospital(world, &to);
    if (warm_up > 0 && world->follow_days > des_clock_units(warm_up, DES_DAY)) {
        err_add(err, to.place.file, to.place.line,
                "follow_days = %g is longer than the warm-up of %g days: the number of people followed would still be "
                "rising when the study starts",
                world->follow_days, des_clock_units(warm_up, DES_DAY));
    }
    if (err->count == before) {
        check_care_bands(world, &to);
    }
    if (err->count > before) {
        return false;
    }
    prepare_onset(world);
    prepare_admission(world);
    world_forecast_prepare(world, start, warm_up, end);
    world_starting_list_prepare(world, err);
    return err->count == before;
}

/* world/person.c - drawing persons and their potential outcomes. */
#include "world/person.h"

#include <math.h>

#include "base/err.h"

/* The lower half of the numbers is for those who come; the others are there on day one: holders of packages in payment,
 * residents of care homes, and those who wait. */
static const uint32_t first_of_stock = UINT32_C(1) << 31, first_of_residents = UINT32_C(5) << 29,
                      first_of_starters = UINT32_C(3) << 30;

uint32_t world_person_number(const struct world *world, size_t cell, uint32_t nth_arrival) {
    const uint64_t number = (uint64_t)nth_arrival * world->demand.cell_count + cell;
    err_require(number < first_of_stock);
    return (uint32_t)number;
}

uint32_t world_person_number_of_stock(uint32_t nth) {
    err_require(nth < first_of_residents - first_of_stock);
    return first_of_stock + nth;
}

uint32_t world_person_number_of_resident(uint32_t nth) {
    err_require(nth < first_of_starters - first_of_residents);
    return first_of_residents + nth;
}

uint32_t world_person_number_of_starter(uint32_t nth) {
    err_require(nth <= UINT32_MAX - first_of_starters);
    return first_of_starters + nth;
}

uint32_t world_purpose_key(enum world_purpose purpose, unsigned need, unsigned count) {
    return (uint32_t)purpose | need << 8 | count << 16;
}

double world_person_uniform(struct des_stream *random, uint32_t number, uint32_t key) {
    des_stream_seek(random, key, number);
    return des_stream_uniform(random);
}

bool world_person_chance(struct des_stream *random, uint32_t number, uint32_t key, double probability) {
    return probability > 0 && (probability >= 1 || world_person_uniform(random, number, key) < probability);
}

double world_person_exponential(struct des_stream *random, uint32_t number, uint32_t key) {
    des_stream_seek(random, key, number);
    return des_stream_exponential(random);
}

double world_person_amount(struct des_stream *random, uint32_t number, uint32_t key, const struct des_dist *dist) {
    des_stream_seek(random, key, number);
    return des_dist_draw(dist, random);
}

size_t world_cell(const struct world *world, size_t stream, size_t locality, size_t band) {
    return (stream * world->localities.count + locality) * world->bands.count + band;
}

static bool is_of_age(const struct world_likelihood *likelihood, double age_years) {
    return likelihood->from_years <= age_years && age_years < likelihood->to_years;
}

/* A random number of a person that need not be drawn when there is nothing to choose. */
struct draw {
    struct des_stream *random;
    uint32_t number;
    enum world_purpose purpose;
};

static double uniform_of(struct draw draw) {
    return world_person_uniform(draw.random, draw.number, draw.purpose);
}

/* Rows hold for the ages of the bands; who has grown older than these, while followed, is as the oldest of them. */
static unsigned draw_presents(const struct world *world, unsigned stream_number, struct draw draw, double age_years) {
    const struct world_stream *stream = world_stream(world, stream_number);
    const struct world_likelihood *rows = stream->presents.rows;
    if (stream->presents.count == 1) {
        return rows[0].index;
    }
    double u = uniform_of(draw);
    const double oldest = nextafter(world_band(world, world->bands.count - 1)->to_years, 0);
    unsigned last = rows[0].index;
    for (size_t i = 0; i < stream->presents.count; i++) {
        if (!is_of_age(&rows[i], fmin(age_years, oldest))) {
            continue;
        }
        last = rows[i].index;
        if (u < rows[i].probability) {
            break;
        }
        u -= rows[i].probability;
    }
    return last;
}

static world_needs draw_further(const struct world_stream *stream, struct des_stream *random,
                                const struct world_person *person) {
    const struct world_likelihood *rows = stream->further.rows;
    world_needs needs = WORLD_NO_NEEDS;
    for (size_t i = 0; i < stream->further.count; i++) {
        const uint32_t key = world_purpose_key(WORLD_FURTHER, rows[i].index, 0);
        if (is_of_age(&rows[i], person->age_years) &&
            world_person_chance(random, person->number, key, rows[i].probability)) {
            needs |= world_needs_of(rows[i].index);
        }
    }
    return needs;
}

static unsigned draw_priority(const struct world_stream *stream, struct draw draw) {
    const struct world_priority_share *rows = stream->priorities.rows;
    if (stream->priorities.count == 1) {
        return rows[0].index;
    }
    double u = uniform_of(draw);
    size_t i = 0;
    while (i + 1 < stream->priorities.count && u >= rows[i].share) {
        u -= rows[i].share;
        i++;
    }
    return rows[i].index;
}

/* At which age what a hazard is of falls. */
static double draw_fall(const struct world_hazard *hazard, struct des_stream *random, const struct world_person *person,
                        enum world_purpose purpose) {
    return world_hazard_is_none(hazard)
               ? INFINITY
               : world_hazard_age_at(hazard, person->age_years,
                                     world_person_exponential(random, person->number, purpose));
}

static void draw_life(const struct world *world, struct des_stream *random, struct world_person *person) {
    person->death_age = draw_fall(&world->death, random, person, WORLD_DEATH);
    person->admission_age = draw_fall(&world->admission, random, person, WORLD_ADMISSION);
}

static void draw_age_and_life(const struct world *world, struct des_stream *random, struct world_person *person) {
    const struct world_band *band = world_band(world, person->band);
    const double u = world_person_uniform(random, person->number, WORLD_AGE);
    person->age_years = band->from_years + u * (band->to_years - band->from_years);
    draw_life(world, random, person);
}

/* What somebody has besides the need for which they come. */
static void draw_case(const struct world *world, struct des_stream *random, struct world_person *person) {
    const struct world_stream *stream = world_stream(world, person->stream);
    person->needs = world_needs_of(person->presents) | draw_further(stream, random, person);
    person->has_service = world_person_chance(random, person->number, WORLD_EXISTING_SERVICE, stream->existing_service);
    person->onset_threshold =
        world_hazard_is_none(&world->onset) ? INFINITY : world_person_exponential(random, person->number, WORLD_ONSET);
}

void world_person_draw(const struct world *world, struct des_stream *random, size_t cell, uint32_t number,
                       struct world_person *person) {
    const size_t place = cell % (world->localities.count * world->bands.count);
    person->number = number;
    person->stream = (unsigned)(cell / (world->localities.count * world->bands.count));
    person->locality = (unsigned)(place / world->bands.count);
    person->band = (unsigned)(place % world->bands.count);
    const struct world_stream *stream = world_stream(world, person->stream);
    draw_age_and_life(world, random, person);
    person->presents =
        draw_presents(world, person->stream, (struct draw){random, number, WORLD_PRESENTS}, person->age_years);
    person->priority = draw_priority(stream, (struct draw){random, number, WORLD_PRIORITY});
    draw_case(world, random, person);
}

void world_person_draw_stock(const struct world *world, struct des_stream *random, unsigned locality, unsigned band,
                             uint32_t number, struct world_person *person) {
    *person = (struct world_person){
        .number = number,
        .stream = world->request_stream,
        .locality = locality,
        .band = band,
        .presents = world->care_need,
        .needs = world_needs_of(world->care_need),
        .has_service = true,
        .onset_threshold = INFINITY,
    };
    draw_age_and_life(world, random, person);
    person->admission_age = INFINITY;
}

struct world_admitted world_person_draw_admitted(const struct world *world, struct des_stream *random, uint32_t number,
                                                 double age_years) {
    const struct world_stream *stream = world_stream(world, world->admission_stream);
    return (struct world_admitted){
        .presents = draw_presents(world, world->admission_stream,
                                  (struct draw){random, number, WORLD_ADMITTED_PRESENTS}, age_years),
        .priority = draw_priority(stream, (struct draw){random, number, WORLD_ADMITTED_PRIORITY}),
    };
}

void world_person_draw_starter(const struct world *world, struct des_stream *random, uint32_t nth,
                               struct world_person *person) {
    const struct world_starter *starter = &world->starting_list.rows[nth];
    *person = (struct world_person){
        .number = world_person_number_of_starter(nth),
        .stream = starter->stream,
        .locality = starter->locality,
        .priority = starter->priority,
        .presents = starter->need,
    };
    person->age_years =
        world_starting_list_age(world, starter, world_person_uniform(random, person->number, WORLD_AGE));
    person->band = (unsigned)world_band_of_age(world, person->age_years);
    draw_life(world, random, person);
    draw_case(world, random, person);
}

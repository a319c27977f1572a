/* world/starting_list.c - by which way and at which age the people came who wait on day one. */
#include "world/starting_list.h"

#include <math.h>
#include <stdlib.h>

#include "world/world.h"

size_t world_starting_list_ranges(const struct world *world, const struct world_starter *starter) {
    return world->bands.count * world_stream(world, starter->stream)->presents.count;
}

struct world_starting_ages world_starting_list_ages(const struct world *world, const struct world_starter *starter,
                                                    size_t range) {
    const struct world_stream *stream = world_stream(world, starter->stream);
    const size_t b = range / stream->presents.count;
    const struct world_band *band = world_band(world, b);
    const struct world_likelihood *row =
        (const struct world_likelihood *)stream->presents.rows + range % stream->presents.count;
    struct world_starting_ages ages = {
        .from_years = fmax(row->from_years, band->from_years),
        .to_years = fmin(row->to_years, band->to_years),
    };
    if (row->index == starter->need && ages.from_years < ages.to_years) {
        const double persons = world_population_at(&world->population, starter->locality, b, world->start_year);
        const double share = (ages.to_years - ages.from_years) / (band->to_years - band->from_years);
        ages.people_per_year = persons / 1000 * world_demand_rate(stream, band->name) * share * row->probability;
    }
    return ages;
}

static double people_per_year(const struct world *world, const struct world_starter *starter) {
    double people = 0;
    for (size_t i = 0; i < world_starting_list_ranges(world, starter); i++) {
        people += world_starting_list_ages(world, starter, i).people_per_year;
    }
    return people;
}

double world_starting_list_age(const struct world *world, const struct world_starter *starter, double u) {
    double left = u * people_per_year(world, starter), age = 0;
    for (size_t i = 0; i < world_starting_list_ranges(world, starter); i++) {
        const struct world_starting_ages ages = world_starting_list_ages(world, starter, i);
        if (ages.people_per_year > 0) {
            const double part = left / ages.people_per_year;
            age = fmin(ages.from_years + part * (ages.to_years - ages.from_years),
                       nextafter(ages.to_years, ages.from_years));
            if (left < ages.people_per_year) {
                break;
            }
            left -= ages.people_per_year;
        }
    }
    return age;
}

bool world_starting_list_has(const struct world *world, unsigned stream, unsigned locality, size_t band) {
    const struct world_starting_list *list = &world->starting_list;
    const size_t rows = world_stream(world, stream)->presents.count;
    for (size_t i = 0; i < list->count; i++) {
        const struct world_starter *starter = &list->rows[i];
        for (size_t r = 0; starter->stream == stream && starter->locality == locality && r < rows; r++) {
            if (world_starting_list_ages(world, starter, band * rows + r).people_per_year > 0) {
                return true;
            }
        }
    }
    return false;
}

/* False when nobody of the locality comes by any stream with the need. */
static bool find_stream(const struct world *world, struct world_starter *starter) {
    for (unsigned s = 0; s < world->streams.count; s++) {
        starter->stream = s;
        if (people_per_year(world, starter) > 0) {
            return true;
        }
    }
    return false;
}

/* Have people with the same need in the same locality stood on the list before? */
static const struct world_starter *like_before(const struct world_starting_list *list, size_t index) {
    for (size_t i = 0; i < index; i++) {
        if (list->rows[i].locality == list->rows[index].locality && list->rows[i].need == list->rows[index].need) {
            return &list->rows[i];
        }
    }
    return NULL;
}

void world_starting_list_prepare(struct world *world, struct err_list *err) {
    struct world_starting_list *list = &world->starting_list;
    for (size_t i = 0; i < list->count; i++) {
        const struct world_starter *before = like_before(list, i);
        if (before != NULL) {
            list->rows[i].stream = before->stream;
        } else if (!find_stream(world, &list->rows[i])) {
            err_add(err, list->file, list->rows[i].line,
                    "nobody in '%s' comes by any stream with the need '%s': there is no age to give this person",
                    world_locality(world, list->rows[i].locality)->name, world_need(world, list->rows[i].need)->name);
        }
    }
}

void world_starting_list_free(struct world_starting_list *list) {
    free(list->file);
    free(list->rows);
}

/* world/forecast.c - the rates of arrivals that follow from population, rates by age and each stream's profile. */
#include "forecast.h"

#include <math.h>

#include "base/mem.h"

/* A time as a real calendar year: 2014.5 is the middle of 2014. */
static double calendar_year(struct des_date start, des_time time) {
    const double day = (double)des_date_day(start) + des_clock_units(time, DES_DAY);
    const int year = des_date_from_day((int64_t)floor(day)).year;
    const double first = (double)des_date_day((struct des_date){year, 1, 1});
    const double next = (double)des_date_day((struct des_date){year + 1, 1, 1});
    return year + (day - first) / (next - first);
}

static double rate_at(const struct world *world, size_t cell, struct des_date start, des_time time) {
    const size_t bands = world->bands.count, localities = world->localities.count;
    const struct world_stream *stream = world_stream(world, cell / (bands * localities));
    const double year = calendar_year(start, time > 0 ? time : 0);
    const double persons = world_population_at(&world->population, cell / bands % localities, cell % bands, year);
    return persons / 1000 * world_demand_rate(stream, world_band(world, cell % bands)->name) / DES_YEAR *
           world_profile_growth(stream, start, time);
}

static void fill_cell(struct world *world, size_t index, struct des_date start) {
    const struct world_demand *demand = &world->demand;
    const struct world_profile *profile = &demand->profiles[index / (demand->cell_count / demand->stream_count)];
    struct world_cell *cell = &demand->cells[index];
    cell->knots = profile->bend_count;
    cell->rate = mem_zeroed(cell->knots, sizeof *cell->rate);
    cell->expected = mem_zeroed(cell->knots, sizeof *cell->expected);
    for (size_t k = 0; k < cell->knots; k++) {
        cell->rate[k] = rate_at(world, index, start, profile->bends[k]);
        if (k > 0) {
            cell->expected[k] = cell->expected[k - 1] + world_profile_expected(profile, k - 1, &cell->rate[k - 1]);
        }
    }
}

void world_forecast_prepare(struct world *world, struct des_date start, des_time warm_up, des_time end) {
    struct world_demand *demand = &world->demand;
    world->start_year = calendar_year(start, 0);
    demand->stream_count = world->streams.count;
    demand->profiles = mem_zeroed(demand->stream_count, sizeof *demand->profiles);
    for (size_t s = 0; s < demand->stream_count; s++) {
        world_profile_prepare(&demand->profiles[s], world_stream(world, s), start, (const des_time[2]){warm_up, end});
    }
    demand->cell_count = world->streams.count * world->localities.count * world->bands.count;
    demand->cells = mem_zeroed(demand->cell_count, sizeof *demand->cells);
    for (size_t i = 0; i < demand->cell_count; i++) {
        fill_cell(world, i, start);
    }
}

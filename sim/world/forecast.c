/* world/forecast.c - the rates of arrivals that follow from population, rates by age and growth. */
#include "forecast.h"

#include <math.h>
#include <string.h>

#include "base/mem.h"

/* A time as a real calendar year: 2014.5 is the middle of 2014. */
static double calendar_year(struct des_date start, des_time time) {
    const double day = (double)des_date_day(start) + des_clock_units(time, DES_DAY);
    const int year = des_date_from_day((int64_t)floor(day)).year;
    const double first = (double)des_date_day((struct des_date){year, 1, 1});
    const double next = (double)des_date_day((struct des_date){year + 1, 1, 1});
    return year + (day - first) / (next - first);
}

static void find_knots(struct world_demand *demand, struct des_date start, des_time warm_up, des_time end) {
    const int last_year = start.year + (int)(end / DES_YEAR) + 1;
    demand->knots = mem_zeroed((size_t)(last_year - start.year) + 4, sizeof *demand->knots);
    size_t count = 0;
    if (warm_up > 0) {
        demand->knots[count++] = -warm_up;
    }
    demand->knots[count++] = 0;
    for (int year = start.year; year <= last_year; year++) {
        const int64_t day = des_date_day((struct des_date){year, 7, 1}) - des_date_day(start);
        const des_time middle = day * DES_DAY;
        if (0 < middle && middle < end) {
            demand->knots[count++] = middle;
        }
    }
    demand->knots[count++] = end;
    demand->knot_count = count;
}

static double rate_of_band(const struct world_stream *stream, const char *band) {
    const struct world_rate *rates = stream->rates.rows;
    for (size_t i = 0; i < stream->rates.count; i++) {
        if (strcmp(rates[i].age_band, band) == 0) {
            return rates[i].per_1000_per_year;
        }
    }
    return 0;
}

static double rate_at(const struct world *world, size_t cell, double years_on, double year) {
    const size_t bands = world->bands.count, localities = world->localities.count;
    const struct world_stream *stream = world_stream(world, cell / (bands * localities));
    const double persons = world_population_at(&world->population, cell / bands % localities, cell % bands, year);
    return persons / 1000 * rate_of_band(stream, world_band(world, cell % bands)->name) / DES_YEAR *
           pow(1 + stream->growth_per_year, years_on);
}

static void fill_cell(struct world *world, size_t index, struct des_date start) {
    const struct world_demand *demand = &world->demand;
    struct world_cell *cell = &demand->cells[index];
    cell->knots = demand->knot_count;
    cell->rate = mem_zeroed(cell->knots, sizeof *cell->rate);
    cell->expected = mem_zeroed(cell->knots, sizeof *cell->expected);
    for (size_t k = 0; k < cell->knots; k++) {
        const des_time time = demand->knots[k] > 0 ? demand->knots[k] : 0;
        cell->rate[k] = rate_at(world, index, des_clock_units(time, DES_YEAR), calendar_year(start, time));
        if (k > 0) {
            const double length = (double)(demand->knots[k] - demand->knots[k - 1]);
            cell->expected[k] = cell->expected[k - 1] + (cell->rate[k - 1] + cell->rate[k]) / 2 * length;
        }
    }
}

void world_forecast_prepare(struct world *world, struct des_date start, des_time warm_up, des_time end) {
    struct world_demand *demand = &world->demand;
    world->start_year = calendar_year(start, 0);
    find_knots(demand, start, warm_up, end);
    demand->cell_count = world->streams.count * world->localities.count * world->bands.count;
    demand->cells = mem_zeroed(demand->cell_count, sizeof *demand->cells);
    for (size_t i = 0; i < demand->cell_count; i++) {
        fill_cell(world, i, start);
    }
}

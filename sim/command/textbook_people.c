/* command/textbook_people.c - scenarios of people without queues: packages, arrivals, survival. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "textbook.h"
#include "theory/filling.h"
#include "theory/life.h"
#include "theory/span.h"
#include "theory/trend.h"

enum { DAYS_OF_WEEK = 7 };

/* First day of a month of the study window, from 1, counted from the start date. */
static double day_of_month(const struct scn_scenario *scenario, unsigned month) {
    const struct des_date start = scenario->run.start_date;
    const int months = start.month - 1 + (int)month - 1;
    const struct des_date first = {start.year + months / 12, months % 12 + 1, 1};
    return month <= 1 ? 0 : (double)(des_date_day(first) - des_date_day(start));
}

/* Packages that start in a month [1/day]: the profile is relative to its mean over the days of the year. */
static struct theory_inflow starts_in(const struct scn_scenario *scenario, unsigned month) {
    const double *profile = world_stream(&scenario->world, 0)->month_profile.values;
    const double per_day = cmd_textbook_rate(scenario, 0) * DES_DAY / DES_HOUR;
    double days = 0, sum = 0;
    for (unsigned m = 1; m <= 12; m++) {
        const double length = day_of_month(scenario, m + 1) - day_of_month(scenario, m);
        days += length;
        sum += length * profile[m - 1];
    }
    return (struct theory_inflow){day_of_month(scenario, month), day_of_month(scenario, month + 1),
                                  per_day * profile[month - 1] * days / sum};
}

/* A calendar year from the first of January, without growth, stock or deaths. */
static bool is_one_year_of_starts(const struct scn_scenario *scenario) {
    const struct world_stream *stream = world_stream(&scenario->world, 0);
    const struct world_care_band *care = world_care_band(&scenario->world, 0);
    return scenario->months <= 12 && scenario->run.start_date.month == 1 && scenario->run.start_date.day == 1 &&
           stream->month_profile.count == 12 && cmd_textbook_is_steady(scenario) && care != NULL &&
           care->stock_per_1000 == 0;
}

double cmd_textbook_packages(const struct scn_scenario *scenario, const struct cmd_answer *answer) {
    if (!is_one_year_of_starts(scenario)) {
        return NAN;
    }
    struct theory_inflow starts[12];
    for (unsigned m = 1; m <= 12; m++) {
        starts[m - 1] = starts_in(scenario, m);
    }
    struct theory_span span = cmd_textbook_span(&world_care_band(&scenario->world, 0)->weeks);
    span.mean *= DAYS_OF_WEEK;
    const struct theory_stay stay = {theory_span_exceeds, &span};
    const double between[2] = {day_of_month(scenario, answer->month), day_of_month(scenario, answer->month + 1)};
    return isnan(span.mean) ? NAN : theory_filling_mean(starts, 12, stay, between);
}

/* Who comes from one cell in a year, from 1. */
static double expected_from(const struct scn_scenario *scenario, const size_t cell[3], unsigned year) {
    const struct world *world = &scenario->world;
    const struct world_stream *stream = world_stream(world, cell[0]);
    const struct world_population *population = &world->population;
    double *years = mem_zeroed(population->years, sizeof *years);
    double *persons = mem_zeroed(population->years, sizeof *persons);
    for (size_t y = 0; y < population->years; y++) {
        years[y] = population->first_year + (double)y + 0.5;
        persons[y] = population->persons[(y * population->localities + cell[1]) * population->bands + cell[2]];
    }
    const double start = scenario->run.start_date.year;
    const struct theory_trend trend = {
        .years = years,
        .persons = persons,
        .count = population->years,
        .per_person_year = world_demand_rate(stream, world_band(world, cell[2])->name) / 1000,
        .growth_per_year = stream->growth_per_year,
        .growth_from = start,
    };
    const double expected = theory_trend_expected(&trend, start + year - 1, start + year);
    free(years);
    free(persons);
    return expected;
}

/* Of whole calendar years, whose rates are per 365.25 days: the days of the year cancel. */
double cmd_textbook_arrivals(const struct scn_scenario *scenario, const struct cmd_answer *answer) {
    const struct world *world = &scenario->world;
    const int band = world_index(&world->bands, sizeof(struct world_band), answer->subject);
    if (band < 0 || scenario->run.start_date.month != 1 || scenario->run.start_date.day != 1) {
        return NAN;
    }
    double sum = 0;
    for (size_t s = 0; s < world->streams.count; s++) {
        for (size_t l = 0; l < world->localities.count; l++) {
            sum += expected_from(scenario, (const size_t[]){s, l, (size_t)band}, answer->year);
        }
    }
    return sum;
}

/* Those who came to an age band in the warm-up and are alive, on average over a year of the study window. */
double cmd_textbook_alive(const struct scn_scenario *scenario, const struct cmd_answer *answer) {
    const struct world *world = &scenario->world;
    const int number = world_index(&world->bands, sizeof(struct world_band), answer->subject);
    if (number < 0 || answer->year == 0) {
        return NAN;
    }
    const struct world_band *band = world_band(world, (size_t)number);
    struct theory_death *deaths = mem_zeroed(world->death.count, sizeof *deaths);
    for (size_t d = 0; d < world->death.count; d++) {
        deaths[d] = (struct theory_death){world->death.steps[d].from_years, world->death.steps[d].per_year};
    }
    const struct theory_life life = {deaths, world->death.count, band->from_years, band->to_years};
    const double persons = world_population_at(&world->population, 0, (size_t)number, world->start_year);
    const struct theory_inflow came = {.from = -des_clock_units(scenario->warm_up, DES_YEAR),
                                       .rate = persons / 1000 * world_demand_rate(world_stream(world, 0), band->name)};
    const double per_year = (double)DES_YEAR / DES_DAY;
    const unsigned month = 12 * (answer->year - 1) + 1;
    const double between[2] = {day_of_month(scenario, month) / per_year, day_of_month(scenario, month + 12) / per_year};
    const double alive = theory_filling_mean(&came, 1, (struct theory_stay){theory_life_alive, &life}, between);
    free(deaths);
    return alive;
}

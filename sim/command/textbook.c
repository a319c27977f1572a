/* command/textbook.c - what the textbooks read of a scenario. */
#include "textbook.h"

#include <math.h>
#include <string.h>

#include "theory/span.h"
#include "world/absence.h"

double cmd_textbook_rate(const struct scn_scenario *scenario, size_t stream) {
    const struct world *world = &scenario->world;
    double per_year = 0;
    for (size_t l = 0; l < world->localities.count; l++) {
        for (size_t b = 0; b < world->bands.count; b++) {
            per_year += world_population_at(&world->population, l, b, world->start_year) / 1000 *
                        world_demand_rate(world_stream(world, stream), world_band(world, b)->name);
        }
    }
    return per_year * DES_HOUR / DES_YEAR;
}

static bool are_same(const double *values, size_t count) {
    size_t i = 1;
    while (i < count && values[i] == values[0]) {
        i++;
    }
    return i >= count;
}

static bool has_same_residents(const struct world_population *population) {
    const size_t cells = population->localities * population->bands;
    size_t i = cells;
    while (i < cells * population->years && population->persons[i] == population->persons[i % cells]) {
        i++;
    }
    return i >= cells * population->years;
}

bool cmd_textbook_is_steady(const struct scn_scenario *scenario) {
    const struct world *world = &scenario->world;
    bool is_steady =
        has_same_residents(&world->population) && world->death_multiplier == 0 && world->starting_list_file == NULL;
    for (size_t s = 0; s < world->streams.count; s++) {
        const struct world_stream *stream = world_stream(world, s);
        is_steady = is_steady && stream->growth_per_year == 0 && stream->growth.count == 0 && stream->shocks.count == 0;
    }
    return is_steady;
}

bool cmd_textbook_is_level(const struct scn_scenario *scenario) {
    bool is_level = true;
    for (size_t s = 0; s < scenario->world.streams.count; s++) {
        const struct world_stream *stream = world_stream(&scenario->world, s);
        is_level = is_level && are_same(stream->month_profile.values, stream->month_profile.count) &&
                   are_same(stream->weekday_profile.values, stream->weekday_profile.count);
    }
    return is_level;
}

bool cmd_textbook_is_constant(const struct scn_scenario *scenario, const struct svc_team *team) {
    const double servers = cmd_textbook_servers(team);
    bool is_constant = servers == floor(servers) && team->stage_count == 1 && team->opens_at <= -scenario->warm_up &&
                       team->closes_at == DES_NEVER;
    for (size_t r = 0; r < team->role_count; r++) {
        const struct world_role *role = world_role(&scenario->world, r);
        const bool is_there = team->stages[0].fte[r] > 0;
        is_constant = is_constant &&
                      !(is_there && (world_absence_is_on(role, WORLD_SICK) || world_absence_is_on(role, WORLD_VACANT)));
    }
    return is_constant;
}

/* Nobody goes anywhere, is screened, or is sent elsewhere, and each sees people alone. */
static bool is_plain(const struct scn_scenario *scenario, const struct svc_team *team) {
    bool is_plain = team->crew_count == 0 && team->triage_roles == 0 && team->list_limit < 0 && team->always_open &&
                    !(team->visits && scenario->world.missed_visit > 0);
    for (size_t l = 0; l < scenario->world.localities.count; l++) {
        is_plain = is_plain && !(team->visits && team->travel_hours[l] > 0);
    }
    return is_plain;
}

bool cmd_textbook_has_stations(const struct scn_scenario *scenario) {
    bool has_stations = cmd_textbook_is_steady(scenario) && cmd_textbook_is_level(scenario);
    for (size_t t = 0; t < scenario->service.teams.count; t++) {
        const struct svc_team *team = svc_team(&scenario->service, t);
        has_stations = has_stations && is_plain(scenario, team) && cmd_textbook_is_constant(scenario, team);
    }
    return has_stations;
}

double cmd_textbook_servers(const struct svc_team *team) {
    double fte = 0;
    for (size_t r = 0; r < team->role_count; r++) {
        fte += team->stages[0].fte[r];
    }
    return fte;
}

struct theory_span cmd_textbook_span(const struct des_dist *dist) {
    static const char *const names[] = {
        [THEORY_CONSTANT] = "constant",
        [THEORY_EXPONENTIAL] = "exponential",
        [THEORY_GAMMA] = "gamma",
        [THEORY_LOGNORMAL] = "lognormal",
    };
    for (size_t f = 0; f < sizeof names / sizeof names[0]; f++) {
        if (strcmp(dist->family->name, names[f]) == 0) {
            return (struct theory_span){(enum theory_family)f, dist->given[0], dist->given[1]};
        }
    }
    return (struct theory_span){THEORY_CONSTANT, NAN, NAN};
}

struct cmd_textbook_work cmd_textbook_work(const struct scn_scenario *scenario, const struct svc_team *team,
                                           unsigned need) {
    const struct theory_span span = cmd_textbook_span(&world_need(&scenario->world, need)->assessment_hours);
    const double pace = team->pace[need];
    return (struct cmd_textbook_work){pace * span.mean, pace * pace * theory_span_square(&span),
                                      span.family == THEORY_EXPONENTIAL};
}

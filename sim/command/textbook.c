/* command/textbook.c - what the textbooks read of a scenario. */
#include "textbook.h"

#include <math.h>
#include <string.h>

#include "theory/span.h"

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

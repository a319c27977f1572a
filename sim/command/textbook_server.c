/* command/textbook_server.c - scenarios that are one server with work of any spread, or two who work together. */
#include <math.h>
#include <string.h>

#include "textbook.h"
#include "theory/pair.h"
#include "theory/server.h"

/* People of one stream and priority, added to their class: rate and the moments of their work, weighted by the rate. */
static void add_people(const struct scn_scenario *scenario, size_t number, const struct world_priority_share *share,
                       struct theory_class *class) {
    const struct world_stream *stream = world_stream(&scenario->world, number);
    const struct world_likelihood *presents = stream->presents.rows;
    for (size_t p = 0; p < stream->presents.count; p++) {
        const struct cmd_textbook_work work =
            cmd_textbook_work(scenario, svc_team(&scenario->service, 0), presents[p].index);
        const double rate = cmd_textbook_rate(scenario, number) * share->share * presents[p].probability;
        class->arrivals += rate;
        class->work += rate * work.mean;
        class->square += rate * work.square;
    }
}

/* The classes of the first team, by priority [h]. Returns how many. */
static size_t read_classes(const struct scn_scenario *scenario, struct theory_class classes[WORLD_PRIORITIES_MAX]) {
    const size_t count = scenario->world.priorities.count;
    for (size_t c = 0; c < count; c++) {
        classes[c] = (struct theory_class){.target = world_priority(&scenario->world, c)->target_days};
    }
    for (size_t s = 0; s < scenario->world.streams.count; s++) {
        const struct param_rows *shares = &world_stream(&scenario->world, s)->priorities;
        for (size_t p = 0; p < shares->count; p++) {
            const struct world_priority_share *share = (const struct world_priority_share *)shares->rows + p;
            add_people(scenario, s, share, &classes[share->index]);
        }
    }
    for (size_t c = 0; c < count; c++) {
        const double rate = classes[c].arrivals > 0 ? classes[c].arrivals : 1;
        classes[c].work /= rate;
        classes[c].square /= rate;
    }
    return count;
}

/* Nobody gives up, and all are served in an order. */
static bool has_queue(const struct scn_scenario *scenario, const char *queue) {
    const struct svc_team *team = svc_team(&scenario->service, 0);
    const struct world_leaving *leaving = &scenario->world.leaving;
    return cmd_textbook_servers(team) == 1 && strcmp(team->queue, queue) == 0 && leaving->resolved_per_week == 0 &&
           leaving->declined_per_week == 0 && cmd_textbook_has_stations(scenario);
}

static double days(double hours) {
    return hours * DES_HOUR / DES_DAY;
}

double cmd_textbook_server_wait(const struct scn_scenario *scenario, const struct cmd_answer *answer) {
    (void)answer;
    struct theory_class classes[WORLD_PRIORITIES_MAX];
    const size_t count = read_classes(scenario, classes);
    return has_queue(scenario, "fifo") ? days(theory_server_wait(classes, count)) : NAN;
}

/* Little (1961), Operations Research 9(3), 383-387: people on the list are rate times wait. */
double cmd_textbook_server_list(const struct scn_scenario *scenario, const struct cmd_answer *answer) {
    struct theory_class classes[WORLD_PRIORITIES_MAX];
    double arrivals = 0;
    for (size_t c = read_classes(scenario, classes); c > 0; c--) {
        arrivals += classes[c - 1].arrivals;
    }
    return arrivals * cmd_textbook_server_wait(scenario, answer) * DES_DAY / DES_HOUR;
}

static size_t priority_of(const struct scn_scenario *scenario, const struct cmd_answer *answer) {
    const int index = world_index(&scenario->world.priorities, sizeof(struct world_priority), answer->subject);
    return index >= 0 ? (size_t)index : 0;
}

double cmd_textbook_server_strict(const struct scn_scenario *scenario, const struct cmd_answer *answer) {
    struct theory_class classes[WORLD_PRIORITIES_MAX];
    const size_t count = read_classes(scenario, classes);
    return has_queue(scenario, "priority")
               ? days(theory_server_wait_strict(classes, count, priority_of(scenario, answer)))
               : NAN;
}

double cmd_textbook_server_accumulating(const struct scn_scenario *scenario, const struct cmd_answer *answer) {
    struct theory_class classes[WORLD_PRIORITIES_MAX];
    const size_t count = read_classes(scenario, classes);
    return has_queue(scenario, "accumulating")
               ? days(theory_server_wait_accumulating(classes, count, priority_of(scenario, answer)))
               : NAN;
}

enum { MOST_PLACES = 20 }; /* the chain has some 400 states then */

/* An OT who stands in for an assistant, and an assistant: two who may screen. */
static bool is_pair(const struct scn_scenario *scenario, const struct svc_team *team) {
    return cmd_textbook_is_steady(scenario) && cmd_textbook_is_level(scenario) &&
           cmd_textbook_is_constant(scenario, team) && strcmp(team->queue, "due_date") == 0 && team->crew_count == 2 &&
           cmd_textbook_servers(team) == 2 && team->list_limit > 0 && team->list_limit <= MOST_PLACES &&
           team->always_open && __builtin_popcount(team->triage_roles) == 2 && team->triage.resolves < 1 &&
           team->triage.long_list < 0;
}

double cmd_textbook_pair(const struct scn_scenario *scenario, const struct cmd_answer *answer) {
    const struct svc_team *team = svc_team(&scenario->service, 0);
    const unsigned need = (unsigned)__builtin_ctz(team->remit_needs);
    const struct cmd_textbook_work work = cmd_textbook_work(scenario, team, need);
    if (!is_pair(scenario, team) || !work.is_exponential ||
        strcmp(team->triage.minutes.family->name, "exponential") != 0) {
        return NAN;
    }
    const struct theory_pair pair = {
        .arrivals = cmd_textbook_rate(scenario, 0),
        .screening = des_dist_mean(&team->triage.minutes) * DES_MINUTE / DES_HOUR,
        .resolved = team->triage.resolves,
        .assessment = work.mean,
        .places = (size_t)team->list_limit,
    };
    const struct theory_pair_answer in = theory_pair_answer(&pair);
    const double hours_per_year = (double)DES_YEAR / DES_HOUR;
    return strcmp(answer->measure, "list_people") == 0            ? in.waiting
           : strcmp(answer->measure, "seen_per_year") == 0        ? in.seen * hours_per_year
           : strcmp(answer->measure, "triaged_out_per_year") == 0 ? in.advised * hours_per_year
                                                                  : 100 * in.busy;
}

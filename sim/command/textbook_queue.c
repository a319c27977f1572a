/* command/textbook_queue.c - scenarios that are stations with exponential work: Erlang and Jackson. */
#include <math.h>
#include <string.h>

#include "textbook.h"
#include "theory/network.h"
#include "theory/queue.h"

enum { STATIONS_MAX = 8 };

/* A team as a station: all who come, those who come for the first time, and how long each takes [h]. */
struct station {
    struct theory_queue queue;
    double first;
};

static size_t team_of(const struct scn_scenario *scenario, const struct cmd_answer *answer) {
    size_t t = 0;
    while (t < scenario->service.teams.count && strcmp(answer->dimension, "team") == 0 &&
           strcmp(svc_team(&scenario->service, t)->name, answer->subject) != 0) {
        t++;
    }
    return t < scenario->service.teams.count ? t : 0;
}

/* The first team that has a need in its remit. */
static size_t team_for(const struct svc_service *service, unsigned need) {
    size_t t = 0;
    while (t + 1 < service->teams.count && !(svc_team(service, t)->remit_needs >> need & 1)) {
        t++;
    }
    return t;
}

/* The need that a team meets, the one work of a station. */
static unsigned need_of(const struct scn_scenario *scenario, size_t team) {
    return (unsigned)__builtin_ctz(svc_team(&scenario->service, team)->remit_needs);
}

/* Those who come from outside to each team [1/h]. */
static void read_outside(const struct scn_scenario *scenario, double *outside) {
    for (size_t s = 0; s < scenario->world.streams.count; s++) {
        const struct world_stream *stream = world_stream(&scenario->world, s);
        const struct world_likelihood *presents = stream->presents.rows;
        for (size_t p = 0; p < stream->presents.count; p++) {
            outside[team_for(&scenario->service, presents[p].index)] +=
                cmd_textbook_rate(scenario, s) * presents[p].probability;
        }
    }
}

/* Who is recognised to need another team, further down, goes on there; who has follow-ups comes back. */
static void read_passes(const struct scn_scenario *scenario, double *passes) {
    const struct svc_service *service = &scenario->service;
    const struct world_stream *stream = world_stream(&scenario->world, 0);
    const struct world_likelihood *further = stream->further.rows;
    for (size_t t = 0; t < service->teams.count; t++) {
        const double again = des_dist_mean(&world_need(&scenario->world, need_of(scenario, t))->followups);
        passes[t * service->teams.count + t] = again / (1 + again);
        for (size_t f = 0; f < stream->further.count; f++) {
            const size_t next = team_for(service, further[f].index);
            passes[t * service->teams.count + next] +=
                next > t ? further[f].probability * svc_team(service, t)->recognises : 0;
        }
    }
}

/* Follow-ups must take as long as assessments, and come in a geometric number, for a station to be one of Jackson's. */
static bool is_of_jackson(const struct scn_scenario *scenario, unsigned number) {
    const struct world_need *need = world_need(&scenario->world, number);
    const bool has_none = des_dist_mean(&need->followups) == 0;
    return has_none || (strcmp(need->followups.family->name, "geometric") == 0 &&
                        strcmp(need->followup_hours.family->name, "exponential") == 0 &&
                        des_dist_mean(&need->followup_hours) == des_dist_mean(&need->assessment_hours));
}

/* False where a scenario is no such model. */
static bool read_station(const struct scn_scenario *scenario, size_t team, struct station *station) {
    double outside[STATIONS_MAX] = {0}, passes[STATIONS_MAX * STATIONS_MAX] = {0}, arrivals[STATIONS_MAX];
    const size_t teams = scenario->service.teams.count;
    const unsigned need = need_of(scenario, team);
    const struct svc_team *plan = svc_team(&scenario->service, team);
    const struct cmd_textbook_work work = cmd_textbook_work(scenario, plan, need);
    if (teams > STATIONS_MAX || !work.is_exponential || strcmp(plan->queue, "fifo") != 0 ||
        !is_of_jackson(scenario, need) || !cmd_textbook_has_stations(scenario)) {
        return false;
    }
    read_outside(scenario, outside);
    read_passes(scenario, passes);
    theory_network_arrivals(teams, outside, passes, arrivals);
    const struct world_leaving *leaving = &scenario->world.leaving;
    *station = (struct station){
        .queue = {.servers = (unsigned)cmd_textbook_servers(plan),
                  .arrivals = arrivals[team],
                  .work = work.mean,
                  .leaving = (leaving->resolved_per_week + leaving->declined_per_week) * DES_HOUR / DES_WEEK},
        .first = arrivals[team] * (1 - passes[team * teams + team]),
    };
    return station->queue.servers > 0 && station->queue.arrivals > 0;
}

/* The station of an answer, where it is one that has a steady wait or one that people leave. */
static bool find_station(const struct scn_scenario *scenario, const struct cmd_answer *answer, bool is_left,
                         struct station *station) {
    return read_station(scenario, team_of(scenario, answer), station) && (station->queue.leaving > 0) == is_left;
}

double cmd_textbook_wait(const struct scn_scenario *scenario, const struct cmd_answer *answer) {
    struct station station;
    return find_station(scenario, answer, false, &station) ? theory_queue_wait(&station.queue) * DES_HOUR / DES_DAY
                                                           : NAN;
}

/* By the target of each priority, in shares of the first stream. */
double cmd_textbook_within(const struct scn_scenario *scenario, const struct cmd_answer *answer) {
    const struct world_stream *stream = world_stream(&scenario->world, 0);
    const struct world_priority_share *shares = stream->priorities.rows;
    struct station station;
    if (!find_station(scenario, answer, false, &station)) {
        return NAN;
    }
    double within = 0;
    for (size_t p = 0; p < stream->priorities.count; p++) {
        const double hours = world_priority(&scenario->world, shares[p].index)->target_days * DES_DAY / DES_HOUR;
        within += shares[p].share * (1 - theory_queue_late(&station.queue, hours));
    }
    return 100 * within;
}

double cmd_textbook_list(const struct scn_scenario *scenario, const struct cmd_answer *answer) {
    struct station station;
    return find_station(scenario, answer, false, &station) ? station.first * theory_queue_wait(&station.queue) : NAN;
}

double cmd_textbook_followups(const struct scn_scenario *scenario, const struct cmd_answer *answer) {
    struct station station;
    return find_station(scenario, answer, false, &station)
               ? (station.queue.arrivals - station.first) * theory_queue_wait(&station.queue)
               : NAN;
}

static double percent_busy(const struct theory_queue *queue, double arrivals) {
    return fmin(100 * arrivals * queue->work / queue->servers, 100);
}

double cmd_textbook_use(const struct scn_scenario *scenario, const struct cmd_answer *answer) {
    struct station station;
    return find_station(scenario, answer, false, &station) ? percent_busy(&station.queue, station.queue.arrivals) : NAN;
}

double cmd_textbook_patience_list(const struct scn_scenario *scenario, const struct cmd_answer *answer) {
    struct station station;
    return find_station(scenario, answer, true, &station) ? theory_queue_waiting(&station.queue) : NAN;
}

double cmd_textbook_patience_leave(const struct scn_scenario *scenario, const struct cmd_answer *answer) {
    const struct world_leaving *leaving = &scenario->world.leaving;
    const bool is_resolved = strcmp(answer->measure, "resolved_per_year") == 0;
    const double per_week = is_resolved ? leaving->resolved_per_week : leaving->declined_per_week;
    return cmd_textbook_patience_list(scenario, answer) * per_week * DES_YEAR / DES_WEEK;
}

/* Who does not leave is seen. */
double cmd_textbook_patience_use(const struct scn_scenario *scenario, const struct cmd_answer *answer) {
    struct station station;
    if (!find_station(scenario, answer, true, &station)) {
        return NAN;
    }
    const double left = theory_queue_waiting(&station.queue) * station.queue.leaving;
    return percent_busy(&station.queue, station.queue.arrivals - left);
}

/* command/textbook_hours.c - scenarios that are queues in working time. */
#include <math.h>

#include "textbook.h"
#include "theory/hours.h"
#include "theory/queue.h"
#include "theory/server.h"

static const double working_days_per_year = 365.25 * 5 / 7;
enum { HOURS_OF_DAY = 24, HOURS_OF_WEEK = 168 };

/* Whole weeks without holidays, at work from Monday to Friday. */
static bool has_plain_weeks(const struct scn_scenario *scenario) {
    return scenario->run.holidays.count == 0 && scenario->end % DES_WEEK == 0 && scenario->warm_up % DES_WEEK == 0;
}

static struct theory_hours hours_of(const struct scn_scenario *scenario, const struct svc_team *team) {
    const double daily = team->hours_per_fte_year[0] / working_days_per_year;
    return (struct theory_hours){scenario->run.opening_hour, round(daily * DES_HOUR) / DES_HOUR};
}

static unsigned need_of(const struct svc_team *team) {
    return (unsigned)__builtin_ctz(team->remit_needs);
}

/* The second of two teams: what the first, always busy, hands on in a working hour; all go on. */
struct second {
    const struct svc_team *team;
    double arrivals; /* a working hour; NAN: a scenario of another kind */
    struct cmd_textbook_work work;
    struct theory_hours hours;
};

static struct second second_of(const struct scn_scenario *scenario) {
    if (scenario->service.teams.count != 2) {
        return (struct second){.arrivals = NAN};
    }
    const struct svc_team *first = svc_team(&scenario->service, 0), *team = svc_team(&scenario->service, 1);
    const struct cmd_textbook_work before = cmd_textbook_work(scenario, first, need_of(first));
    const struct theory_hours hours = hours_of(scenario, first);
    const double done = cmd_textbook_servers(first) / before.mean;
    const double come = cmd_textbook_rate(scenario, 0) * HOURS_OF_WEEK / (5 * hours.daily);
    const struct world_stream *stream = world_stream(&scenario->world, 0);
    const struct world_likelihood *further = stream->further.rows;
    const bool is_right = cmd_textbook_is_steady(scenario) && cmd_textbook_is_level(scenario) &&
                          cmd_textbook_is_constant(scenario, first) && cmd_textbook_is_constant(scenario, team) &&
                          has_plain_weeks(scenario) && before.is_exponential && come > 1.2 * done &&
                          stream->further.count == 1 && first->recognises == 1 &&
                          hours_of(scenario, team).daily == hours.daily && !first->always_open && !team->always_open;
    return (struct second){team, is_right ? done * further[0].probability : NAN,
                           cmd_textbook_work(scenario, team, need_of(team)), hours};
}

/* In working hours: one server with work of any spread, or several with exponential work. */
static double working_wait(const struct second *second) {
    const double servers = cmd_textbook_servers(second->team);
    const struct theory_class class = {second->arrivals, second->work.mean, second->work.square, 1};
    const struct theory_queue queue = {(unsigned)servers, second->arrivals, second->work.mean, 0};
    return servers == 1 ? theory_server_wait(&class, 1) : second->work.is_exponential ? theory_queue_wait(&queue) : NAN;
}

double cmd_textbook_hours_wait(const struct scn_scenario *scenario, const struct cmd_answer *answer) {
    (void)answer;
    const struct second second = second_of(scenario);
    return isnan(second.arrivals) ? NAN : theory_hours_wait(&second.hours, working_wait(&second)) / HOURS_OF_DAY;
}

/* Rate times wait, both by the calendar: the hours of the week cancel. */
double cmd_textbook_hours_list(const struct scn_scenario *scenario, const struct cmd_answer *answer) {
    (void)answer;
    const struct second second = second_of(scenario);
    return isnan(second.arrivals) ? NAN : second.arrivals * working_wait(&second);
}

double cmd_textbook_hours_use(const struct scn_scenario *scenario, const struct cmd_answer *answer) {
    (void)answer;
    const struct second second = second_of(scenario);
    return isnan(second.arrivals) ? NAN : 100 * second.arrivals * second.work.mean / cmd_textbook_servers(second.team);
}

/* People who come on Saturday and Sunday only, for work that takes as long for each. */
static struct theory_weekend weekend_of(const struct scn_scenario *scenario) {
    const struct svc_team *team = svc_team(&scenario->service, 0);
    const struct theory_span span = cmd_textbook_span(&world_need(&scenario->world, need_of(team))->assessment_hours);
    const double *days = world_stream(&scenario->world, 0)->weekday_profile.values;
    const bool is_weekend = world_stream(&scenario->world, 0)->weekday_profile.count == 7 && days[5] == days[6] &&
                            days[0] + days[1] + days[2] + days[3] + days[4] == 0;
    const bool is_right = is_weekend && cmd_textbook_is_steady(scenario) && cmd_textbook_is_constant(scenario, team) &&
                          span.family == THEORY_CONSTANT && has_plain_weeks(scenario) &&
                          cmd_textbook_servers(team) >= 1;
    return (struct theory_weekend){
        .hours = hours_of(scenario, team),
        .people = is_right ? cmd_textbook_rate(scenario, 0) * HOURS_OF_WEEK : NAN,
        .work = span.mean,
        .servers = (unsigned)cmd_textbook_servers(team),
    };
}

double cmd_textbook_weekend_wait(const struct scn_scenario *scenario, const struct cmd_answer *answer) {
    (void)answer;
    const struct theory_weekend weekend = weekend_of(scenario);
    return isnan(weekend.people) ? NAN : theory_weekend_wait(&weekend) / HOURS_OF_DAY;
}

double cmd_textbook_weekend_list(const struct scn_scenario *scenario, const struct cmd_answer *answer) {
    const double people = weekend_of(scenario).people;
    return people / HOURS_OF_WEEK * cmd_textbook_weekend_wait(scenario, answer) * HOURS_OF_DAY;
}

double cmd_textbook_weekend_use(const struct scn_scenario *scenario, const struct cmd_answer *answer) {
    (void)answer;
    const struct theory_weekend weekend = weekend_of(scenario);
    return 100 * weekend.people * weekend.work / (weekend.servers * 5 * weekend.hours.daily);
}

/* service/roster.h - the people of one team: who is free, who works on what.
 * 5.25 FTE are five people and one at a quarter of the hours. Members are numbered from 0, full-time ones of a role
 * first, over the most FTE that the team ever has: each is a post, there or not there yet or no more.
 * A post goes at its date, and a person falls ill or leaves, whatever they are at: that piece of work is ended first,
 * and only then are they gone, since nobody else could end it. Until then an ill or leaving person counts as on duty
 * (and is paid); what they do when the post has gone, or the team has closed, counts neither as work nor as time on
 * duty, and is not paid. */
#ifndef SERVICE_ROSTER_H
#define SERVICE_ROSTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/calendar.h"
#include "service/service.h"
#include "world/absence.h"

#define SVC_NO_MEMBER UINT32_MAX

/* Members who do one piece of work together; their numbers fit: eight roles of 1,000 FTE at most. */
struct svc_crew {
    uint16_t members[SVC_CREW_MAX];
    uint16_t count;
};

struct svc_roster;

/* The roster of a team on a calendar. The caller frees it with svc_roster_free. */
struct svc_roster *svc_roster_new(const struct svc_team *team, const struct des_calendar *calendar);
void svc_roster_free(struct svc_roster *roster);

/* Everybody present and free, as at the beginning of the run. */
void svc_roster_clear(struct svc_roster *roster);

/* Members the team ever has, present or not. */
size_t svc_roster_size(const struct svc_roster *roster);
size_t svc_roster_busy(const struct svc_roster *roster);

/* Requires that who is noted as free is neither at work nor absent, and nobody else is: for checked runs. */
void svc_roster_check(const struct svc_roster *roster);

/* Role of a member, its place among the members of that role, and the budget of working seconds a day (0: the post is
 * not there now). */
unsigned svc_roster_role(const struct svc_roster *roster, uint32_t member);
uint32_t svc_roster_place(const struct svc_roster *roster, uint32_t member);
des_time svc_roster_daily(const struct svc_roster *roster, uint32_t member);

/* The staff becomes that of the stage that holds now. */
void svc_roster_change(struct svc_roster *roster, des_time now);

/* A member falls ill or leaves (true), is well again or recruited (false). */
void svc_roster_set_absent(struct svc_roster *roster, uint32_t member, enum world_absence kind, bool is_absent,
                           des_time now);

/* Kinds of crew (bit k: kind k of the team) that could be formed now from those who are free and on duty; none
 * while the team is closed. */
uint64_t svc_roster_kinds(struct svc_roster *roster, des_time now);

/* Forms a crew of one kind and makes its members busy. Who can do least is asked first; of one role, the lowest number.
 *   kind  one of svc_roster_kinds at this moment
 *   crew  receives who it is */
void svc_roster_take(struct svc_roster *roster, unsigned kind, des_time now, struct svc_crew *crew);

/* The crew's members are free again, or gone if they are absent. */
void svc_roster_give_back(struct svc_roster *roster, const struct svc_crew *crew, des_time now);

/* Smallest daily budget of the crew's members: those who work together work while all are there. */
des_time svc_roster_crew_daily(const struct svc_roster *roster, const struct svc_crew *crew);

/* Working seconds of all posts of a role in [from, to), filled by people at work or not; none while the team is closed. */
des_time svc_roster_offered(const struct svc_roster *roster, unsigned role, des_time from, des_time to);

/* What became of the working seconds of a role's posts. The three are what svc_roster_offered says, exactly. */
struct svc_spent {
    des_time on_duty;
    des_time lost[WORLD_ABSENCES]; /* to sickness, to vacancies; of a vacant post all to vacancy */
    double cost_gbp;               /* empty posts are not paid, ill people are */
};

/* Of a role, from when the roster was cleared or svc_roster_settle was last called up to now. */
struct svc_spent svc_roster_spent(const struct svc_roster *roster, unsigned role, des_time now);

/* Begins a new account now. */
void svc_roster_settle(struct svc_roster *roster, des_time now);

#endif

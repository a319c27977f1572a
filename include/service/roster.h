/* service/roster.h - the people of one team: who is free, who works on what.
 * 5.25 FTE are five people and one at a quarter of the hours. Members are numbered from 0, full-time ones of a role
 * first. */
#ifndef SERVICE_ROSTER_H
#define SERVICE_ROSTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/calendar.h"
#include "service/service.h"

enum { SVC_NO_MEMBER = UINT32_MAX };

/* Members who do one piece of work together. */
struct svc_crew {
    uint32_t members[SVC_CREW_MAX];
    size_t count;
};

struct svc_roster;

/* The roster of a team on a calendar. The caller frees it with svc_roster_free. */
struct svc_roster *svc_roster_new(const struct svc_team *team, const struct des_calendar *calendar);
void svc_roster_free(struct svc_roster *roster);

/* Everybody free. */
void svc_roster_clear(struct svc_roster *roster);

size_t svc_roster_size(const struct svc_roster *roster);
size_t svc_roster_busy(const struct svc_roster *roster);

/* Role of a member, and the budget of working seconds a day. */
unsigned svc_roster_role(const struct svc_roster *roster, uint32_t member);
des_time svc_roster_daily(const struct svc_roster *roster, uint32_t member);

/* Kinds of crew (bit k: kind k of the team) that could be formed now from those who are free and on duty; none
 * while the team is closed. */
uint64_t svc_roster_kinds(const struct svc_roster *roster, des_time now);

/* Forms a crew of one kind and makes its members busy. Who can do least is asked first; of one role, the lowest number.
 *   kind  one of svc_roster_kinds at this moment */
struct svc_crew svc_roster_take(struct svc_roster *roster, unsigned kind, des_time now);

/* The crew's members are free again. */
void svc_roster_give_back(struct svc_roster *roster, const struct svc_crew *crew);

/* Smallest daily budget of the crew's members: those who work together work while all are there. */
des_time svc_roster_crew_daily(const struct svc_roster *roster, const struct svc_crew *crew);

/* Working seconds on offer by a role in [from, to), as far as the team is open. */
des_time svc_roster_offered(const struct svc_roster *roster, unsigned role, des_time from, des_time to);

#endif

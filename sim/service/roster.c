/* service/roster.c - members of a team: budgets, who is free, crews. */
#include "service/roster.h"

#include <math.h>
#include <stdlib.h>

#include "base/err.h"
#include "base/mem.h"
#include "service/opening.h"

struct member {
    unsigned role;
    des_time daily;
    bool is_busy;
};

struct svc_roster {
    const struct svc_team *team;
    const struct des_calendar *calendar;
    struct member *members; /* by role, full-time ones first */
    size_t count, busy;
    uint32_t first[WORLD_ROLES_MAX + 1]; /* members of role r: first[r] up to first[r + 1] */
};

static size_t members_for(double fte) {
    return (size_t)ceil(fte - 1e-9);
}

static des_time daily_of(const struct svc_roster *roster, unsigned role, double fte) {
    if (roster->team->always_open) {
        return DES_DAY;
    }
    const des_time daily = des_calendar_daily(roster->calendar, fte * roster->team->hours_per_fte_year[role]);
    return daily > 0 ? daily : 1;
}

struct svc_roster *svc_roster_new(const struct svc_team *team, const struct des_calendar *calendar) {
    struct svc_roster *roster = mem_zeroed(1, sizeof *roster);
    roster->team = team;
    roster->calendar = calendar;
    for (unsigned r = 0; r < team->role_count; r++) {
        roster->count += members_for(team->fte[r]);
    }
    roster->members = mem_zeroed(roster->count, sizeof *roster->members);
    uint32_t m = 0;
    for (unsigned r = 0; r < team->role_count; r++) {
        roster->first[r] = m;
        double left = team->fte[r];
        for (size_t i = 0; i < members_for(team->fte[r]); i++, left -= 1) {
            roster->members[m++] = (struct member){.role = r, .daily = daily_of(roster, r, fmin(left, 1))};
        }
    }
    for (size_t r = team->role_count; r <= WORLD_ROLES_MAX; r++) {
        roster->first[r] = m;
    }
    return roster;
}

void svc_roster_free(struct svc_roster *roster) {
    if (roster != NULL) {
        free(roster->members);
        free(roster);
    }
}

void svc_roster_clear(struct svc_roster *roster) {
    for (size_t m = 0; m < roster->count; m++) {
        roster->members[m].is_busy = false;
    }
    roster->busy = 0;
}

size_t svc_roster_size(const struct svc_roster *roster) {
    return roster->count;
}

size_t svc_roster_busy(const struct svc_roster *roster) {
    return roster->busy;
}

unsigned svc_roster_role(const struct svc_roster *roster, uint32_t member) {
    return roster->members[member].role;
}

des_time svc_roster_daily(const struct svc_roster *roster, uint32_t member) {
    return roster->members[member].daily;
}

static bool is_in(const struct svc_crew *crew, uint32_t member) {
    for (size_t i = 0; i < crew->count; i++) {
        if (crew->members[i] == member) {
            return true;
        }
    }
    return false;
}

/* Free, on duty at this many seconds since the doors opened today, and not in the crew yet. */
static uint32_t find(const struct svc_roster *roster, unsigned role, des_time open_for, const struct svc_crew *crew) {
    for (uint32_t m = roster->first[role]; m < roster->first[role + 1]; m++) {
        const struct member *member = &roster->members[m];
        if (!member->is_busy && open_for < member->daily && !is_in(crew, m)) {
            return m;
        }
    }
    return SVC_NO_MEMBER;
}

/* Somebody of a set of roles, those first who can do least. */
static uint32_t find_any(const struct svc_roster *roster, uint32_t roles, des_time open_for,
                         const struct svc_crew *crew) {
    for (size_t i = 0; i < roster->team->role_count; i++) {
        const unsigned role = roster->team->role_order[i];
        const uint32_t member = roles >> role & 1 ? find(roster, role, open_for, crew) : SVC_NO_MEMBER;
        if (member != SVC_NO_MEMBER) {
            return member;
        }
    }
    return SVC_NO_MEMBER;
}

/* Each place goes to its own role if it can, and to a stand-in otherwise; own places first, so that a stand-in does not
 * take the only member whom another place needs. */
static bool form_joint(const struct svc_roster *roster, des_time open_for, struct svc_crew *crew) {
    const struct svc_team *team = roster->team;
    size_t missing = 0;
    unsigned places[SVC_CREW_MAX];
    for (size_t i = 0; i < team->crew_count; i++) {
        const uint32_t member = find(roster, team->crew_roles[i], open_for, crew);
        if (member == SVC_NO_MEMBER) {
            places[missing++] = team->crew_roles[i];
        } else {
            crew->members[crew->count++] = member;
        }
    }
    for (size_t i = 0; i < missing; i++) {
        const uint32_t member = find_any(roster, team->doers[places[i]], open_for, crew);
        if (member == SVC_NO_MEMBER) {
            return false;
        }
        crew->members[crew->count++] = member;
    }
    return true;
}

static bool form(const struct svc_roster *roster, unsigned kind, des_time open_for, struct svc_crew *crew) {
    crew->count = 0;
    if (kind == 0 && roster->team->crew_count > 0) {
        return form_joint(roster, open_for, crew);
    }
    const uint32_t member = find_any(roster, roster->team->crew_kinds[kind], open_for, crew);
    if (member == SVC_NO_MEMBER) {
        return false;
    }
    crew->members[crew->count++] = member;
    return true;
}

uint64_t svc_roster_kinds(const struct svc_roster *roster, des_time now) {
    const des_time open_for = des_calendar_open_for(roster->calendar, now);
    uint64_t kinds = 0;
    if (open_for < 0 || roster->busy == roster->count || !svc_opening_holds(roster->team, now)) {
        return kinds;
    }
    struct svc_crew crew;
    for (unsigned kind = 0; kind < roster->team->crew_kind_count; kind++) {
        kinds |= (uint64_t)form(roster, kind, open_for, &crew) << kind;
    }
    return kinds;
}

struct svc_crew svc_roster_take(struct svc_roster *roster, unsigned kind, des_time now) {
    struct svc_crew crew;
    const bool formed = form(roster, kind, des_calendar_open_for(roster->calendar, now), &crew);
    err_require(formed);
    for (size_t i = 0; i < crew.count; i++) {
        roster->members[crew.members[i]].is_busy = true;
    }
    roster->busy += crew.count;
    return crew;
}

void svc_roster_give_back(struct svc_roster *roster, const struct svc_crew *crew) {
    for (size_t i = 0; i < crew->count; i++) {
        err_require(roster->members[crew->members[i]].is_busy);
        roster->members[crew->members[i]].is_busy = false;
    }
    roster->busy -= crew->count;
}

des_time svc_roster_crew_daily(const struct svc_roster *roster, const struct svc_crew *crew) {
    des_time daily = DES_DAY;
    for (size_t i = 0; i < crew->count; i++) {
        const des_time own = roster->members[crew->members[i]].daily;
        daily = own < daily ? own : daily;
    }
    return daily;
}

des_time svc_roster_offered(const struct svc_roster *roster, unsigned role, des_time from, des_time to) {
    const des_time begin = from > roster->team->opens_at ? from : roster->team->opens_at;
    const des_time end = begin + svc_opening_within(roster->team, from, to);
    des_time offered = 0;
    for (uint32_t m = roster->first[role]; m < roster->first[role + 1]; m++) {
        offered += des_calendar_worked(roster->calendar, begin, end, roster->members[m].daily);
    }
    return offered;
}

/* service/member.c - the members of a roster: their budgets, and what their time goes into. */
#include "member.h"

#include <math.h>

size_t svc_member_posts(double fte) {
    return (size_t)ceil(fte - 1e-9);
}

des_time svc_member_daily(const struct svc_roster *roster, unsigned role, double share) {
    if (share == 0) {
        return 0;
    }
    if (roster->team->always_open) {
        return DES_DAY;
    }
    const des_time daily = des_calendar_daily(roster->calendar, share * roster->team->hours_per_fte_year[role]);
    return daily > 0 ? daily : 1;
}

/* Enters what a member's time went into since it was last entered. */
static void enter_time(const struct svc_roster *roster, const struct svc_member *member, des_time now,
                       struct svc_spent *spent) {
    if (member->daily == 0) {
        return;
    }
    const des_time time = des_calendar_worked(roster->calendar, member->since, now, member->daily);
    if (!member->is_busy && member->is_absent[WORLD_VACANT]) {
        spent->lost[WORLD_VACANT] += time;
    } else if (!member->is_busy && member->is_absent[WORLD_SICK]) {
        spent->lost[WORLD_SICK] += time;
    } else {
        spent->on_duty += time;
    }
}

/* Enters what a role cost since it was last entered. */
static void enter_cost(const struct svc_roster *roster, unsigned role, des_time now, struct svc_spent *spent) {
    double fte = roster->team->stages[roster->stage].fte[role];
    const struct svc_group *group = &roster->groups[role];
    for (uint32_t m = group->first; m < group->end; m++) {
        const struct svc_member *member = &roster->members[m];
        fte -= !member->is_busy && member->is_absent[WORLD_VACANT] ? member->share : 0;
    }
    const double years = des_clock_units(now - group->paid_until, DES_YEAR);
    spent->cost_gbp += fmax(fte, 0) * roster->team->cost_gbp_per_fte_year[role] * years;
}

void svc_member_bring_up_to_date(struct svc_roster *roster, uint32_t number, des_time now) {
    struct svc_member *member = &roster->members[number];
    struct svc_group *group = &roster->groups[member->role];
    enter_time(roster, member, now, &group->spent);
    member->since = now;
    enter_cost(roster, member->role, now, &group->spent);
    group->paid_until = now;
}

struct svc_spent svc_roster_spent(const struct svc_roster *roster, unsigned role, des_time now) {
    struct svc_spent spent = roster->groups[role].spent;
    for (uint32_t m = roster->groups[role].first; m < roster->groups[role].end; m++) {
        enter_time(roster, &roster->members[m], now, &spent);
    }
    enter_cost(roster, role, now, &spent);
    return spent;
}

void svc_roster_settle(struct svc_roster *roster, des_time now) {
    for (unsigned r = 0; r < WORLD_ROLES_MAX; r++) {
        roster->groups[r].spent = (struct svc_spent){0};
        roster->groups[r].paid_until = now;
    }
    for (size_t m = 0; m < roster->count; m++) {
        roster->members[m].since = now;
    }
}

/* Of one role in one stage. */
static des_time offered_by(const struct svc_roster *roster, unsigned role, const struct svc_stage *stage,
                           const des_time span[2]) {
    des_time offered = 0;
    double left = stage->fte[role];
    for (size_t i = svc_member_posts(left); i > 0; i--, left -= 1) {
        offered +=
            des_calendar_worked(roster->calendar, span[0], span[1], svc_member_daily(roster, role, fmin(left, 1)));
    }
    return offered;
}

des_time svc_roster_offered(const struct svc_roster *roster, unsigned role, des_time from, des_time to) {
    const struct svc_team *team = roster->team;
    des_time offered = 0;
    for (size_t s = svc_stage_at(team, from); s < team->stage_count && team->stages[s].from < to; s++) {
        const bool is_last = s + 1 == team->stage_count || team->stages[s + 1].from >= to;
        const des_time span[2] = {team->stages[s].from > from ? team->stages[s].from : from,
                                  is_last ? to : team->stages[s + 1].from};
        offered += offered_by(roster, role, &team->stages[s], span);
    }
    return offered;
}

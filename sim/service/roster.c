/* service/roster.c - members of a team: who is there, who is free, crews. */
#include "service/roster.h"

#include <math.h>
#include <stdlib.h>

#include "base/err.h"
#include "base/mem.h"
#include "member.h"
#include "service/opening.h"

/* The posts of a stage: full-time ones of a role first. */
static void fill_posts(struct svc_roster *roster, size_t stage) {
    roster->stage = stage;
    for (unsigned r = 0; r < roster->team->role_count; r++) {
        const double fte = roster->team->stages[stage].fte[r];
        const size_t posts = svc_member_posts(fte);
        double left = fte;
        const struct svc_group *group = &roster->groups[r];
        for (uint32_t m = group->first; m < group->end; m++, left -= 1) {
            struct svc_member *member = &roster->members[m];
            member->share = m - group->first < posts ? fmin(left, 1) : 0;
            member->daily = svc_member_daily(roster, r, member->share);
        }
    }
}

/* Kind 0 is no one's alone where there is a joint crew. */
static void note_kinds(struct svc_roster *roster) {
    const struct svc_team *team = roster->team;
    for (size_t kind = team->crew_count > 0; kind < team->crew_kind_count; kind++) {
        for (unsigned r = 0; r < team->role_count; r++) {
            roster->groups[r].kinds |= (uint64_t)(team->crew_kinds[kind] >> r & 1) << kind;
        }
    }
}

static size_t words_of(const struct svc_group *group) {
    return (group->end - group->first + 63) / 64;
}

static void make_groups(struct svc_roster *roster) {
    const struct svc_team *team = roster->team;
    for (unsigned r = 0; r < team->role_count; r++) {
        struct svc_group *group = &roster->groups[r];
        group->first = (uint32_t)roster->count;
        roster->count += svc_member_posts(team->fte[r]);
        group->end = (uint32_t)roster->count;
        group->free = mem_zeroed(words_of(group), sizeof *group->free);
    }
    err_require(roster->count <= UINT16_MAX); /* as a crew notes its members */
    roster->members = mem_zeroed(roster->count, sizeof *roster->members);
    for (unsigned r = 0; r < team->role_count; r++) {
        for (uint32_t m = roster->groups[r].first; m < roster->groups[r].end; m++) {
            roster->members[m].role = (uint8_t)r;
        }
    }
}

struct svc_roster *svc_roster_new(const struct svc_team *team, const struct des_calendar *calendar) {
    struct svc_roster *roster = mem_zeroed(1, sizeof *roster);
    roster->team = team;
    roster->calendar = calendar;
    make_groups(roster);
    note_kinds(roster);
    svc_roster_clear(roster);
    return roster;
}

void svc_roster_free(struct svc_roster *roster) {
    if (roster != NULL) {
        for (size_t r = 0; r < WORLD_ROLES_MAX; r++) {
            free(roster->groups[r].free);
        }
        free(roster->members);
        free(roster);
    }
}

static bool is_absent(const struct svc_member *member) {
    return member->is_absent[WORLD_SICK] || member->is_absent[WORLD_VACANT];
}

static bool is_free(const struct svc_member *member) {
    return !member->is_busy && !is_absent(member);
}

static void take_off(struct svc_roster *roster, uint32_t member) {
    const unsigned role = roster->members[member].role;
    struct svc_group *group = &roster->groups[role];
    const uint32_t place = member - group->first;
    group->free[place / 64] &= ~(UINT64_C(1) << place % 64);
    group->free_count--;
    roster->free_roles &= ~((uint32_t)(group->free_count == 0) << role);
}

static void put_back(struct svc_roster *roster, uint32_t member) {
    const unsigned role = roster->members[member].role;
    struct svc_group *group = &roster->groups[role];
    const uint32_t place = member - group->first;
    group->free[place / 64] |= UINT64_C(1) << place % 64;
    group->free_count++;
    roster->free_roles |= 1u << role;
}

void svc_roster_clear(struct svc_roster *roster) {
    for (size_t r = 0; r < WORLD_ROLES_MAX; r++) {
        roster->groups[r].free_count = 0;
    }
    for (uint32_t m = 0; m < roster->count; m++) {
        roster->members[m] = (struct svc_member){.role = roster->members[m].role};
        put_back(roster, m);
    }
    roster->busy = 0;
    roster->today = (struct des_day){0};
    fill_posts(roster, 0);
    svc_roster_settle(roster, roster->team->stages[0].from);
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

uint32_t svc_roster_place(const struct svc_roster *roster, uint32_t member) {
    return member - roster->groups[roster->members[member].role].first;
}

des_time svc_roster_daily(const struct svc_roster *roster, uint32_t member) {
    return roster->members[member].daily;
}

/* Seconds since the doors opened today; negative before they open, and on days on which nobody works. */
static des_time open_for_at(struct svc_roster *roster, des_time now) {
    if (now < roster->today.begins || now >= roster->today.ends) {
        roster->today = des_calendar_day(roster->calendar, now);
    }
    return now - roster->today.opens;
}

/* Somebody free and on duty at this many seconds since the doors opened today. No number above the first has a longer
 * day: when that one has gone home, so have all. */
static uint32_t find(const struct svc_roster *roster, unsigned role, des_time open_for) {
    const struct svc_group *group = &roster->groups[role];
    if (group->free_count == 0) {
        return SVC_NO_MEMBER;
    }
    uint32_t word = 0;
    while (group->free[word] == 0) {
        word++;
    }
    const uint32_t member = group->first + word * 64 + (uint32_t)__builtin_ctzll(group->free[word]);
    return open_for < roster->members[member].daily ? member : SVC_NO_MEMBER;
}

/* Somebody of a set of roles, those first who can do least. The order holds every role that has members. */
static uint32_t find_any(const struct svc_roster *roster, uint32_t roles, des_time open_for) {
    roles &= roster->free_roles;
    for (const unsigned *role = roster->team->role_order; roles != 0; role++) {
        const uint32_t member = roles >> *role & 1 ? find(roster, *role, open_for) : SVC_NO_MEMBER;
        if (member != SVC_NO_MEMBER) {
            return member;
        }
        roles &= ~(1u << *role);
    }
    return SVC_NO_MEMBER;
}

/* Who joins a crew is no longer free. */
static bool join(struct svc_roster *roster, struct svc_crew *crew, uint32_t member) {
    if (member == SVC_NO_MEMBER) {
        return false;
    }
    take_off(roster, member);
    crew->members[crew->count++] = (uint16_t)member;
    return true;
}

/* Each place goes to its own role if it can, and to a stand-in otherwise; own places first, so that a stand-in does not
 * take the only member whom another place needs. */
static bool form_joint(struct svc_roster *roster, des_time open_for, struct svc_crew *crew) {
    const struct svc_team *team = roster->team;
    size_t missing = 0;
    unsigned places[SVC_CREW_MAX];
    for (size_t i = 0; i < team->crew_count; i++) {
        if (!join(roster, crew, find(roster, team->crew_roles[i], open_for))) {
            places[missing++] = team->crew_roles[i];
        }
    }
    for (size_t i = 0; i < missing; i++) {
        if (!join(roster, crew, find_any(roster, team->doers[places[i]], open_for))) {
            return false;
        }
    }
    return true;
}

static bool form(struct svc_roster *roster, unsigned kind, des_time open_for, struct svc_crew *crew) {
    crew->count = 0;
    if (kind == 0 && roster->team->crew_count > 0) {
        return form_joint(roster, open_for, crew);
    }
    return join(roster, crew, find_any(roster, roster->team->crew_kinds[kind], open_for));
}

/* A joint crew is formed to see whether it can be, and sent apart again. */
static bool can_form_joint(struct svc_roster *roster, des_time open_for) {
    struct svc_crew crew;
    const bool formed = form(roster, 0, open_for, &crew);
    for (size_t i = 0; i < crew.count; i++) {
        put_back(roster, crew.members[i]);
    }
    return formed;
}

uint64_t svc_roster_kinds(struct svc_roster *roster, des_time now) {
    if (roster->free_roles == 0) {
        return 0;
    }
    const des_time open_for = open_for_at(roster, now);
    if (open_for < 0 || !svc_opening_holds(roster->team, now)) {
        return 0;
    }
    uint64_t kinds = 0;
    for (uint32_t roles = roster->free_roles; roles != 0; roles &= roles - 1) {
        const unsigned role = (unsigned)__builtin_ctz(roles);
        kinds |= find(roster, role, open_for) != SVC_NO_MEMBER ? roster->groups[role].kinds : 0;
    }
    return roster->team->crew_count > 0 && can_form_joint(roster, open_for) ? kinds | 1 : kinds;
}

void svc_roster_take(struct svc_roster *roster, unsigned kind, des_time now, struct svc_crew *crew) {
    const bool formed = form(roster, kind, open_for_at(roster, now), crew);
    err_require(formed);
    for (size_t i = 0; i < crew->count; i++) {
        struct svc_member *member = &roster->members[crew->members[i]];
        err_require(!member->is_busy && !is_absent(member) && member->daily > 0); /* nobody works who is not on duty */
        member->is_busy = true;
    }
    roster->busy += crew->count;
}

des_time svc_roster_crew_daily(const struct svc_roster *roster, const struct svc_crew *crew) {
    des_time daily = DES_DAY;
    for (size_t i = 0; i < crew->count; i++) {
        const des_time own = roster->members[crew->members[i]].daily;
        daily = own < daily ? own : daily;
    }
    return daily;
}

void svc_roster_give_back(struct svc_roster *roster, const struct svc_crew *crew, des_time now) {
    for (size_t i = 0; i < crew->count; i++) {
        struct svc_member *member = &roster->members[crew->members[i]];
        err_require(member->is_busy);
        if (is_absent(member)) {
            svc_member_bring_up_to_date(roster, crew->members[i], now);
        } else {
            put_back(roster, crew->members[i]);
        }
        member->is_busy = false;
    }
    roster->busy -= crew->count;
}

static void bring_all_up_to_date(struct svc_roster *roster, des_time now) {
    for (uint32_t m = 0; m < roster->count; m++) {
        svc_member_bring_up_to_date(roster, m, now);
    }
}

void svc_roster_change(struct svc_roster *roster, des_time now) {
    bring_all_up_to_date(roster, now);
    fill_posts(roster, svc_stage_at(roster->team, now));
}

void svc_roster_set_absent(struct svc_roster *roster, uint32_t number, enum world_absence kind, bool is_absent,
                           des_time now) {
    struct svc_member *member = &roster->members[number];
    const bool was_free = is_free(member);
    svc_member_bring_up_to_date(roster, number, now);
    member->is_absent[kind] = is_absent;
    if (was_free && !is_free(member)) {
        take_off(roster, number);
    } else if (!was_free && is_free(member)) {
        put_back(roster, number);
    }
}

void svc_roster_check(const struct svc_roster *roster) {
    for (unsigned r = 0; r < roster->team->role_count; r++) {
        const struct svc_group *group = &roster->groups[r];
        uint32_t free_count = 0;
        for (uint32_t m = group->first; m < group->end; m++) {
            const uint32_t place = m - group->first;
            const bool is_noted = group->free[place / 64] >> place % 64 & 1;
            err_require(is_noted == is_free(&roster->members[m]));
            free_count += is_noted;
        }
        err_require(free_count == group->free_count);
        err_require((roster->free_roles >> r & 1) == (free_count > 0));
    }
}

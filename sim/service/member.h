/* service/member.h - the members of a roster, their budgets and what their time goes into (inside the service only). */
#ifndef SIM_SERVICE_MEMBER_H
#define SIM_SERVICE_MEMBER_H

#include "service/roster.h"

struct svc_member {
    uint8_t role;
    bool is_busy, is_absent[WORLD_ABSENCES];
    des_time daily; /* 0: the post is not there now */
    double share;   /* of full time; 0 likewise */
    des_time since; /* time is in the accounts up to here */
};

/* All posts of a role. */
struct svc_group {
    uint32_t first, end; /* its members, end excluded */
    uint32_t free_count;
    uint64_t *free; /* owned; a bit for each of them who is neither at work nor absent */
    uint64_t kinds; /* of crew that one of them makes alone, as a mask */
    struct svc_spent spent;
    des_time paid_until;
};

struct svc_roster {
    const struct svc_team *team;
    const struct des_calendar *calendar;
    size_t stage;               /* of the team, the one that holds */
    struct svc_member *members; /* by role, full-time ones first */
    size_t count, busy;
    struct des_day today; /* when somebody was last looked for */
    uint32_t free_roles;  /* that have somebody free, as a mask */
    struct svc_group groups[WORLD_ROLES_MAX];
};

/* How many posts a number of FTE makes: full-time ones, and at most one that is not. */
size_t svc_member_posts(double fte);

/* The daily budget [s] of a member of a role who has a share of full time; 0 for a share of 0. */
des_time svc_member_daily(const struct svc_roster *roster, unsigned role, double share);

/* The accounts of a member and its role hold up to now. Call before anything about it changes. */
void svc_member_bring_up_to_date(struct svc_roster *roster, uint32_t member, des_time now);

#endif

/* service/service.h - how help is organised: teams, what each may do, who works there. What a planner changes.
 * Filled by the scenario reader; svc_prepare checks it against a world and turns names into indices. */
#ifndef SERVICE_SERVICE_H
#define SERVICE_SERVICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/param.h"
#include "engine/calendar.h"
#include "engine/dist.h"
#include "world/world.h"

enum { SVC_CREW_MAX = 4, SVC_CREW_KINDS_MAX = 64, SVC_ORGANISATIONS_MAX = 64 };

/* A need that a team can meet. */
struct svc_remit {
    char *need;
    double pace;              /* work takes this many times as long as for the need's own specialists */
    struct param_texts roles; /* who may do it in this team, if not as the world says */
};

/* From a date on (midnight) a staff group has so many FTE. */
struct svc_change {
    struct des_date date;
    double fte;
};

/* People of one role in a team. */
struct svc_staff {
    char *role;
    double fte;
    double client_hours_per_fte_year; /* NAN: as the role says */
    double cost_gbp_per_fte_year;     /* NAN: as the role says */
    struct param_rows changes;        /* struct svc_change, dates rising */
};

/* Who is on the staff of a team from a moment on, until the next stage. */
struct svc_stage {
    des_time from; /* the first: the beginning of the run */
    double fte[WORLD_ROLES_MAX];
};

/* Travel to one locality. */
struct svc_travel {
    char *locality;
    double minutes; /* one way */
};

/* What an assessment led by occupational therapy may do to a request for care. Absent: nothing (all zero). */
struct svc_effect {
    double prevent;               /* probability that the package is not started now */
    double return_per_year;       /* rate at which people so helped ask again */
    double reduce;                /* probability of a smaller package */
    struct des_dist reduce_hours; /* hours a week less */
    double delay;                 /* probability of a later start */
    struct des_dist delay_weeks;  /* how much later */
};

/* Screening of referrals on receipt. Absent: none (all zero). */
struct svc_triage {
    struct des_dist minutes;   /* desk work on each referral */
    char *role;                /* who screens, or stands in for them */
    double target_days;        /* within which it should happen */
    double resolves;           /* share of referrals resolved at once with advice */
    int64_t long_list;         /* people waiting for assessment above which the list is long; -1: never */
    double resolves_when_long; /* the share then; NAN: no other */
    struct param_place place;  /* where the group stands */
};

/* One team. Filled by the scenario reader from svc_team_table. */
struct svc_team {
    char *name;
    char *organisation;
    struct param_texts localities; /* names, or "all" */
    double from_years, to_years;   /* ages served, to_years excluded */
    struct param_texts streams;    /* names of the ways in it accepts, or "all" */
    bool only_without_service;     /* takes only people with no existing service */
    struct param_rows remit;       /* struct svc_remit */
    struct param_rows staff;       /* struct svc_staff */
    struct param_texts crew;       /* roles that assess together; empty: one person */
    struct param_rows travel;      /* struct svc_travel; a locality not named: as the world says */
    double recognises;             /* probability of recognising a need outside the remit */
    char *queue;                   /* name of a discipline */
    double followup_target_days;   /* within which a follow-up that is due should happen */
    int64_t list_limit;            /* people waiting for assessment beyond which referrals go elsewhere; -1: none */
    int64_t precedence;            /* higher is asked first */
    bool always_open;
    bool visits;                   /* contacts need travel */
    struct des_date opens, closes; /* takes referrals and works from the first up to the second; all zero: always */
    struct svc_effect effect;
    struct svc_triage triage;

    /* Worked out by svc_prepare. */
    unsigned organisation_index;
    des_time opens_at, closes_at; /* from the start date; the beginning of the run and DES_NEVER where not given */
    uint64_t locality_mask;
    uint32_t stream_mask;
    world_needs remit_needs;
    double pace[WORLD_NEEDS_MAX];
    uint32_t roles[WORLD_NEEDS_MAX];           /* roles on the team that may work on each need, stand-ins included */
    double travel_hours[WORLD_LOCALITIES_MAX]; /* there and back */
    unsigned crew_roles[SVC_CREW_MAX];
    size_t crew_count; /* 0: one person assesses */
    uint32_t
        crew_kinds[SVC_CREW_KINDS_MAX]; /* roles of which one works alone; kind 0 is the joint crew if there is one */
    size_t crew_kind_count;
    uint32_t triage_roles;                /* roles on the team that may screen, stand-ins included; 0: no screening */
    uint32_t doers[WORLD_ROLES_MAX];      /* roles on the team that may do each role's work */
    unsigned role_order[WORLD_ROLES_MAX]; /* who is asked first: those who can do least, so that others stay free */
    size_t role_count;
    struct svc_stage *stages; /* owned, freed by svc_free; one more than there are changes inside the run */
    size_t stage_count;
    double fte[WORLD_ROLES_MAX]; /* the most at any time of the run */
    double hours_per_fte_year[WORLD_ROLES_MAX];
    double cost_gbp_per_fte_year[WORLD_ROLES_MAX];
    const struct svc_discipline *discipline;
};
extern const struct param_table svc_team_table;

struct svc_service {
    struct param_rows teams; /* struct svc_team, in file order */

    /* Worked out by svc_prepare. */
    char **organisations; /* names borrowed from teams */
    size_t organisation_count;
    struct svc_routing *routing;
};

/* Checks a service against the world it is laid over and works out the rest. Among the faults it names: a need that no
 * team meets somewhere or at some time (with the locality, ages, stream and date), a team whose staff cannot do its remit, names that do not
 * exist. Returns false if there was any complaint. */
bool svc_prepare(struct svc_service *service, const struct world *world, const char *file, struct err_list *err);

/* The part of this that concerns each team alone, which is all that can be said over a world that has faults itself: turns
 * names into indices, and complains about those that do not exist or do not go together. */
void svc_prepare_teams(struct svc_service *service, const struct world *world, const char *file, struct err_list *err);

/* Frees what svc_prepare made. */
void svc_free(struct svc_service *service);

const struct svc_team *svc_team(const struct svc_service *service, size_t index);

/* Number of the stage that holds at a moment of the run. */
size_t svc_stage_at(const struct svc_team *team, des_time time);

/* FTE of a role on average over [from, to), from < to. */
double svc_stage_mean_fte(const struct svc_team *team, unsigned role, des_time from, des_time to);

/* Kind of crew that a piece of work needs in a team.
 *   needs       what is worked on, inside the remit, not empty
 *   assessment  true for an assessment (the joint crew, where the team has one), false for a follow-up */
unsigned svc_team_crew_kind(const struct svc_team *team, world_needs needs, bool assessment);

/* Kind of crew that screens, in a team that does: one person. */
unsigned svc_team_triage_kind(const struct svc_team *team);

#endif

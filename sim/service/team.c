/* service/team.c - the table of a team's parameters. */
#include <math.h>
#include <stddef.h>

#include "service/service.h"
#include "triage.h"

/* clang-format off: one row is one parameter. */
static const struct param remit_params[] = {
    {.key = "need",
     .kind = PARAM_TEXT,
     .offset = offsetof(struct svc_remit, need),
     .unit = "name of a need",
     .meaning = "A need that the team can meet."},
    {.key = "pace",
     .kind = PARAM_REAL,
     .offset = offsetof(struct svc_remit, pace),
     .low = 0.1,
     .high = 10,
     .fallback = 1,
     .unit = "ratio",
     .meaning = "Work on it takes this many times as long as for the need's own specialists."},
    {.key = "roles",
     .kind = PARAM_TEXTS,
     .offset = offsetof(struct svc_remit, roles),
     .low = 0,
     .high = WORLD_ROLES_MAX,
     .fallback = 0,
     .unit = "names of roles",
     .meaning = "Who may work on it in this team, if not as the world's needs table says."},
};
/* clang-format on */

static const struct param_table remit_table = {
    .name = "remit",
    .meaning = "What the team may do, and how fast.",
    .size = sizeof(struct svc_remit),
    .params = remit_params,
    .count = sizeof remit_params / sizeof remit_params[0],
};

/* clang-format off: one row is one parameter. */
static const struct param change_params[] = {
    {.key = "date",
     .kind = PARAM_DATE,
     .offset = offsetof(struct svc_change, date),
     .unit = "date",
     .meaning = "From its midnight on; before the run: from its beginning; at or behind its end: without effect."},
    {.key = "fte",
     .kind = PARAM_REAL,
     .offset = offsetof(struct svc_change, fte),
     .low = 0,
     .high = 1000,
     .fallback = NAN,
     .unit = "FTE",
     .meaning = "Full-time equivalents from then on. Who is at work when their post goes ends that piece of work."},
};
/* clang-format on */

static const struct param_table change_table = {
    .name = "change of staff",
    .meaning = "Another number of FTE from a date on; dates rise.",
    .size = sizeof(struct svc_change),
    .params = change_params,
    .count = sizeof change_params / sizeof change_params[0],
    .repeats = 1,
};

/* clang-format off: one row is one parameter. */
static const struct param staff_params[] = {
    {.key = "role",
     .kind = PARAM_TEXT,
     .offset = offsetof(struct svc_staff, role),
     .unit = "name of a role",
     .meaning = "Their role."},
    {.key = "fte",
     .kind = PARAM_REAL,
     .offset = offsetof(struct svc_staff, fte),
     .low = 0,
     .high = 1000,
     .fallback = NAN,
     .unit = "FTE",
     .meaning = "Full-time equivalents; 5.25 is five people and one at a quarter."},
    {.key = "client_hours_per_fte_year",
     .kind = PARAM_REAL,
     .offset = offsetof(struct svc_staff, client_hours_per_fte_year),
     .low = 1,
     .high = 3000,
     .fallback = NAN,
     .unit = "hours per FTE per year",
     .meaning = "Work for clients, if not as the role says.",
     .optional = 1},
    {.key = "cost_gbp_per_fte_year",
     .kind = PARAM_REAL,
     .offset = offsetof(struct svc_staff, cost_gbp_per_fte_year),
     .low = 0,
     .high = 1000000,
     .fallback = NAN,
     .unit = "GBP per FTE per year",
     .meaning = "Cost, if not as the role says.",
     .optional = 1},
    {.key = "changes",
     .kind = PARAM_ROWS,
     .offset = offsetof(struct svc_staff, changes),
     .low = 0,
     .high = 1000,
     .fallback = 0,
     .unit = "list of groups",
     .meaning = "Dated changes of its FTE; they hold from their dates whatever 'fte' a later file gives.",
     .table = &change_table},
};
/* clang-format on */

static const struct param_table staff_table = {
    .name = "staff group",
    .meaning = "People of one role in a team.",
    .size = sizeof(struct svc_staff),
    .params = staff_params,
    .count = sizeof staff_params / sizeof staff_params[0],
};

/* clang-format off: one row is one parameter. */
static const struct param travel_params[] = {
    {.key = "locality",
     .kind = PARAM_TEXT,
     .offset = offsetof(struct svc_travel, locality),
     .unit = "name of a locality",
     .meaning = "Where to."},
    {.key = "minutes",
     .kind = PARAM_REAL,
     .offset = offsetof(struct svc_travel, minutes),
     .low = 0,
     .high = 600,
     .fallback = NAN,
     .unit = "minutes",
     .meaning = "One way."},
};
/* clang-format on */

static const struct param_table travel_table = {
    .name = "travel",
    .meaning = "Travel from the team's base, where it differs from the locality's own.",
    .size = sizeof(struct svc_travel),
    .params = travel_params,
    .count = sizeof travel_params / sizeof travel_params[0],
};

/* clang-format off: one row is one parameter. */
static const struct param effect_params[] = {
    {.key = "prevent",
     .kind = PARAM_REAL,
     .offset = offsetof(struct svc_effect, prevent),
     .low = 0,
     .high = 1,
     .fallback = 0,
     .unit = "probability",
     .meaning = "That the package asked for is not started now."},
    {.key = "return_per_year",
     .kind = PARAM_REAL,
     .offset = offsetof(struct svc_effect, return_per_year),
     .low = 0,
     .high = 100,
     .fallback = NAN,
     .unit = "per year",
     .meaning = "Rate at which people whose package was prevented ask again: prevention is a postponement."},
    {.key = "reduce",
     .kind = PARAM_REAL,
     .offset = offsetof(struct svc_effect, reduce),
     .low = 0,
     .high = 1,
     .fallback = 0,
     .unit = "probability",
     .meaning = "That the package is smaller than asked for."},
    {.key = "reduce_hours",
     .kind = PARAM_DIST,
     .offset = offsetof(struct svc_effect, reduce_hours),
     .low = 0,
     .high = 168,
     .fallback = 0,
     .unit = "hours a week",
     .meaning = "By how much, at most the whole package."},
    {.key = "delay",
     .kind = PARAM_REAL,
     .offset = offsetof(struct svc_effect, delay),
     .low = 0,
     .high = 1,
     .fallback = 0,
     .unit = "probability",
     .meaning = "That the package starts later than asked for."},
    {.key = "delay_weeks",
     .kind = PARAM_DIST,
     .offset = offsetof(struct svc_effect, delay_weeks),
     .low = 0,
     .high = 520,
     .fallback = 0,
     .unit = "weeks",
     .meaning = "By how much."},
};
/* clang-format on */

static const struct param_table effect_table = {
    .name = "effect on care",
    .meaning = "What an assessment led by occupational therapy may do to a request for care.",
    .size = sizeof(struct svc_effect),
    .params = effect_params,
    .count = sizeof effect_params / sizeof effect_params[0],
};

/* clang-format off: one row is one parameter. */
static const struct param team_params[] = {
    {.key = "name",
     .kind = PARAM_TEXT,
     .offset = offsetof(struct svc_team, name),
     .unit = "name",
     .meaning = "What the team is called."},
    {.key = "organisation",
     .kind = PARAM_TEXT,
     .offset = offsetof(struct svc_team, organisation),
     .unit = "name",
     .meaning = "Whose record it keeps: within one organisation a referral is a handover, between two the assessment "
                "is done again."},
    {.key = "localities",
     .kind = PARAM_TEXTS,
     .offset = offsetof(struct svc_team, localities),
     .low = 1,
     .high = WORLD_LOCALITIES_MAX,
     .fallback = NAN,
     .unit = "names, or \"all\"",
     .meaning = "Localities it serves."},
    {.key = "from_years",
     .kind = PARAM_REAL,
     .offset = offsetof(struct svc_team, from_years),
     .low = 0,
     .high = 120,
     .fallback = 0,
     .unit = "years",
     .meaning = "Youngest age it serves."},
    {.key = "to_years",
     .kind = PARAM_REAL,
     .offset = offsetof(struct svc_team, to_years),
     .low = 0,
     .high = 120,
     .fallback = 120,
     .unit = "years",
     .meaning = "Age from which it no longer serves people."},
    {.key = "streams",
     .kind = PARAM_TEXTS,
     .offset = offsetof(struct svc_team, streams),
     .low = 1,
     .high = WORLD_STREAMS_MAX,
     .fallback = NAN,
     .unit = "names, or \"all\"",
     .meaning = "Whom it accepts, by their way in."},
    {.key = "only_without_service",
     .kind = PARAM_BOOLEAN,
     .offset = offsetof(struct svc_team, only_without_service),
     .fallback = 0,
     .unit = "true or false",
     .meaning = "Takes only people who have no service yet and whom no team has assessed."},
    {.key = "remit",
     .kind = PARAM_ROWS,
     .offset = offsetof(struct svc_team, remit),
     .low = 1,
     .high = WORLD_NEEDS_MAX,
     .fallback = NAN,
     .unit = "list of groups",
     .meaning = "Needs that it can meet.",
     .table = &remit_table},
    {.key = "staff",
     .kind = PARAM_ROWS,
     .offset = offsetof(struct svc_team, staff),
     .low = 1,
     .high = WORLD_ROLES_MAX,
     .fallback = NAN,
     .unit = "list of groups",
     .meaning = "Who works there.",
     .table = &staff_table},
    {.key = "crew",
     .kind = PARAM_TEXTS,
     .offset = offsetof(struct svc_team, crew),
     .low = 0,
     .high = SVC_CREW_MAX,
     .fallback = 0,
     .unit = "names of roles",
     .meaning = "Roles that do assessments together; without it one person assesses alone."},
    {.key = "travel",
     .kind = PARAM_ROWS,
     .offset = offsetof(struct svc_team, travel),
     .low = 0,
     .high = WORLD_LOCALITIES_MAX,
     .fallback = 0,
     .unit = "list of groups",
     .meaning = "Travel from its base, where it differs from the locality's own.",
     .table = &travel_table},
    {.key = "visits",
     .kind = PARAM_BOOLEAN,
     .offset = offsetof(struct svc_team, visits),
     .fallback = 1,
     .unit = "true or false",
     .meaning = "Every contact is a visit and needs travel there and back."},
    {.key = "recognises",
     .kind = PARAM_REAL,
     .offset = offsetof(struct svc_team, recognises),
     .low = 0,
     .high = 1,
     .fallback = NAN,
     .unit = "probability",
     .meaning = "Of recognising each need outside its remit."},
    {.key = "queue",
     .kind = PARAM_TEXT,
     .offset = offsetof(struct svc_team, queue),
     .unit = "word",
     .meaning = "Who is next: first come, strict priority, earliest due date, or the largest share of the target "
                "already waited.",
     .words = "fifo|priority|due_date|accumulating",
     .default_word = "accumulating"},
    {.key = "followup_target_days",
     .kind = PARAM_REAL,
     .offset = offsetof(struct svc_team, followup_target_days),
     .low = 0.01,
     .high = 3650,
     .fallback = 28,
     .unit = "days",
     .meaning = "Within which a follow-up that has fallen due should happen."},
    {.key = "list_limit",
     .kind = PARAM_INTEGER,
     .offset = offsetof(struct svc_team, list_limit),
     .low = -1,
     .high = 1000000,
     .fallback = -1,
     .unit = "people (-1: none)",
     .meaning = "People waiting for assessment from which on referrals go to the next team that could take them."},
    {.key = "precedence",
     .kind = PARAM_INTEGER,
     .offset = offsetof(struct svc_team, precedence),
     .low = -1000,
     .high = 1000,
     .fallback = 0,
     .unit = "number",
     .meaning = "Teams with a higher one are asked first, those with the same one in file order."},
    {.key = "always_open",
     .kind = PARAM_BOOLEAN,
     .offset = offsetof(struct svc_team, always_open),
     .fallback = 0,
     .unit = "true or false",
     .meaning = "Every FTE is one server at work day and night (for checks against queueing theory)."},
    {.key = "opens",
     .kind = PARAM_DATE,
     .offset = offsetof(struct svc_team, opens),
     .unit = "date",
     .meaning = "First day on which it takes referrals and its staff work; absent, or before the run begins: from the "
                "beginning.",
     .optional = 1},
    {.key = "closes",
     .kind = PARAM_DATE,
     .offset = offsetof(struct svc_team, closes),
     .unit = "date",
     .meaning = "The day after the last of them. Who waits there then moves to the team that would take the referral, "
                "with the time waited so far; absent: never.",
     .optional = 1},
    {.key = "effect",
     .kind = PARAM_GROUP,
     .offset = offsetof(struct svc_team, effect),
     .fallback = 0,
     .unit = "group",
     .meaning = "What its assessments do to requests for care; absent: nothing.",
     .table = &effect_table,
     .optional = 1},
    {.key = "triage",
     .kind = PARAM_GROUP,
     .offset = offsetof(struct svc_team, triage),
     .place_offset = offsetof(struct svc_team, triage) + offsetof(struct svc_triage, place),
     .fallback = 0,
     .unit = "group",
     .meaning = "Screening of each referral on receipt; absent: none.",
     .table = &svc_triage_table,
     .optional = 1},
};
/* clang-format on */

const struct param_table svc_team_table = {
    .name = "team",
    .meaning = "A team: whom it serves, what it may do, who works there.",
    .size = sizeof(struct svc_team),
    .params = team_params,
    .count = sizeof team_params / sizeof team_params[0],
};

static unsigned kind_of_roles(const struct svc_team *team, uint32_t roles) {
    for (unsigned kind = team->crew_count > 0; kind < team->crew_kind_count; kind++) {
        if (team->crew_kinds[kind] == roles) {
            return kind;
        }
    }
    err_require(false && "every set of needs inside the remit, and screening, has its kind of crew");
    return 0;
}

unsigned svc_team_crew_kind(const struct svc_team *team, world_needs needs, bool assessment) {
    if (assessment && team->crew_count > 0) {
        return 0;
    }
    uint32_t roles = UINT32_MAX;
    for (world_needs rest = needs; rest != WORLD_NO_NEEDS; rest &= rest - 1) {
        roles &= team->roles[__builtin_ctz(rest)];
    }
    return kind_of_roles(team, roles);
}

unsigned svc_team_triage_kind(const struct svc_team *team) {
    return kind_of_roles(team, team->triage_roles);
}

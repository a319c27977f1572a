/* service/triage.c - screening of referrals on receipt: its parameters and their rules. */
#include "triage.h"

#include <math.h>
#include <stddef.h>
#include <stdlib.h>

#include "base/mem.h"

/* clang-format off: one row is one parameter. */
static const struct param triage_params[] = {
    {.key = "minutes",
     .kind = PARAM_DIST,
     .offset = offsetof(struct svc_triage, minutes),
     .low = 0,
     .high = 600,
     .fallback = NAN,
     .unit = "minutes",
     .meaning = "Work at the desk on each referral, by one person; referrals of inpatients and of people whom the "
                "organisation has assessed before are not screened, and people on a starting list have been."},
    {.key = "role",
     .kind = PARAM_TEXT,
     .offset = offsetof(struct svc_triage, role),
     .unit = "name of a role",
     .meaning = "Who screens; who may stand in for the role may screen too."},
    {.key = "target_days",
     .kind = PARAM_REAL,
     .offset = offsetof(struct svc_triage, target_days),
     .low = 0.01,
     .high = 3650,
     .fallback = 1,
     .unit = "days",
     .meaning = "Within which a referral should be screened; gives the work its place on the list."},
    {.key = "resolves",
     .kind = PARAM_REAL,
     .offset = offsetof(struct svc_triage, resolves),
     .low = 0,
     .high = 1,
     .fallback = 0,
     .unit = "probability",
     .meaning = "That a referral is resolved at once with advice; never one that asks for care."},
    {.key = "long_list",
     .kind = PARAM_INTEGER,
     .offset = offsetof(struct svc_triage, long_list),
     .low = -1,
     .high = 1000000,
     .fallback = -1,
     .unit = "people (-1: never long)",
     .meaning = "A list with more people waiting for assessment than this is long."},
    {.key = "resolves_when_long",
     .kind = PARAM_REAL,
     .offset = offsetof(struct svc_triage, resolves_when_long),
     .low = 0,
     .high = 1,
     .fallback = NAN,
     .unit = "probability",
     .meaning = "The same while the list is long; at least 'resolves'.",
     .optional = 1},
};
/* clang-format on */

const struct param_table svc_triage_table = {
    .name = "triage",
    .meaning = "Screening of referrals on receipt.",
    .size = sizeof(struct svc_triage),
    .params = triage_params,
    .count = sizeof triage_params / sizeof triage_params[0],
};

static void check_shares(const struct svc_team *team, const char *file, struct err_list *err) {
    const struct svc_triage *triage = &team->triage;
    if (isnan(triage->resolves_when_long) != (triage->long_list < 0)) {
        err_add(err, file, triage->place.line,
                "team '%s': triage: long_list and resolves_when_long change something only together", team->name);
    } else if (triage->resolves_when_long < triage->resolves) {
        err_add(err, file, triage->place.line,
                "team '%s': triage: resolves_when_long = %g is below resolves = %g; a long list resolves no fewer",
                team->name, triage->resolves_when_long, triage->resolves);
    }
}

void svc_triage_prepare(struct svc_team *team, const struct world *world, const char *file, struct err_list *err) {
    const struct svc_triage *triage = &team->triage;
    if (triage->role == NULL) {
        return;
    }
    const struct param_place place = {triage->place.file ? triage->place.file : file, triage->place.line};
    char *where = mem_format("team '%s': triage", team->name);
    const struct world_lookup lookup = {&world->roles, sizeof(struct world_role), "role", where};
    const int role = world_find(&lookup, triage->role, place, err);
    free(where);
    team->triage_roles = role >= 0 ? team->doers[role] : 0;
    if (role >= 0 && team->triage_roles == 0) {
        err_add(err, place.file, place.line, "team '%s': triage: nobody on its staff is '%s' or stands in for it",
                team->name, triage->role);
    }
    check_shares(team, place.file, err);
}

/* service/prepare.c - names in teams become indices; what does not go together is named. */
#include "prepare.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "service/list.h"
#include "triage.h"

/* One team on its way to being checked. */
struct work {
    struct svc_team *team;
    const struct world *world;
    struct param_place place;
    struct err_list *err;
};

/* The same for complaints about one row of a list of the team. */
static struct work about(const struct work *work, const struct param_rows *rows, size_t index) {
    struct work row = *work;
    row.place = param_place_of(rows, index, work->place.file);
    return row;
}

/* Index of a name among named rows; a complaint and -1 when there is none. */
static int resolve(const struct work *work, const struct param_rows *rows, size_t size, const char *kind,
                   const char *name) {
    char *where = mem_format("team '%s'", work->team->name);
    const struct world_lookup lookup = {rows, size, kind, where};
    const int index = world_find(&lookup, name, work->place, work->err);
    free(where);
    return index;
}

static int resolve_role(const struct work *work, const char *name) {
    return resolve(work, &work->world->roles, sizeof(struct world_role), "role", name);
}

/* Mask of the named rows; all of them for the word "all". */
static uint64_t mask_of(const struct work *work, const struct param_texts *names, const struct param_rows *rows,
                        size_t size, const char *kind) {
    uint64_t mask = 0;
    for (size_t i = 0; i < names->count; i++) {
        if (strcmp(names->texts[i], "all") == 0) {
            return rows->count < 64 ? (UINT64_C(1) << rows->count) - 1 : UINT64_MAX;
        }
        const int index = resolve(work, rows, size, kind, names->texts[i]);
        mask |= index >= 0 ? UINT64_C(1) << index : 0;
    }
    return mask;
}

static void prepare_staff(const struct work *work) {
    const struct svc_staff *rows = work->team->staff.rows;
    for (size_t i = 0; i < work->team->staff.count; i++) {
        const struct work at = about(work, &work->team->staff, i);
        const int role = resolve_role(&at, rows[i].role);
        if (role < 0) {
            continue;
        }
        const struct world_role *usual = world_role(work->world, (size_t)role);
        const double hours = rows[i].client_hours_per_fte_year, cost = rows[i].cost_gbp_per_fte_year;
        work->team->hours_per_fte_year[role] = isnan(hours) ? usual->client_hours_per_fte_year : hours;
        work->team->cost_gbp_per_fte_year[role] = isnan(cost) ? usual->cost_gbp_per_fte_year : cost;
    }
}

static unsigned count_of_roles(const struct world *world, unsigned doer) {
    unsigned count = 0;
    for (unsigned r = 0; r < world->roles.count; r++) {
        count += world->doers[r] >> doer & 1;
    }
    return count;
}

/* Who can do the least is asked first, so that those who can do more stay free for it. */
static void prepare_role_order(const struct work *work) {
    struct svc_team *team = work->team;
    team->role_count = work->world->roles.count;
    uint32_t present = 0;
    for (unsigned r = 0; r < team->role_count; r++) {
        present |= team->fte[r] > 0 ? 1u << r : 0;
    }
    for (unsigned r = 0; r < team->role_count; r++) {
        team->doers[r] = work->world->doers[r] & present;
        size_t place = r;
        const unsigned count = count_of_roles(work->world, r);
        while (place > 0 && count_of_roles(work->world, team->role_order[place - 1]) > count) {
            team->role_order[place] = team->role_order[place - 1];
            place--;
        }
        team->role_order[place] = r;
    }
}

/* Roles on the team that may work on a need: as the team says, or as the world says. */
static uint32_t roles_for(const struct work *work, const struct svc_remit *remit, unsigned need) {
    uint32_t roles = remit->roles.count > 0 ? 0 : work->world->need_roles[need];
    for (size_t i = 0; i < remit->roles.count; i++) {
        const int role = resolve_role(work, remit->roles.texts[i]);
        roles |= role >= 0 ? work->world->doers[role] : 0;
    }
    uint32_t present = 0;
    for (unsigned r = 0; r < work->team->role_count; r++) {
        present |= work->team->fte[r] > 0 ? 1u << r : 0;
    }
    return roles & present;
}

static void prepare_remit(const struct work *work) {
    struct svc_team *team = work->team;
    const struct svc_remit *rows = team->remit.rows;
    for (size_t i = 0; i < team->remit.count; i++) {
        const struct work at = about(work, &team->remit, i);
        const int need = resolve(&at, &work->world->needs, sizeof(struct world_need), "need", rows[i].need);
        if (need < 0) {
            continue;
        }
        team->remit_needs |= world_needs_of((unsigned)need);
        team->pace[need] = rows[i].pace;
        team->roles[need] = roles_for(&at, &rows[i], (unsigned)need);
        if (team->roles[need] == 0) { /* in the file that changed the team last, if that leaves the remit alone */
            const bool is_near = strcmp(at.place.file, work->place.file) == 0;
            const struct param_place place = is_near ? at.place : work->place;
            err_add(at.err, place.file, place.line, "team '%s': nobody on its staff may work on '%s'", team->name,
                    rows[i].need);
        }
    }
}

static void prepare_crew(const struct work *work) {
    struct svc_team *team = work->team;
    uint32_t crew = 0;
    for (size_t i = 0; i < team->crew.count; i++) {
        const int role = resolve_role(work, team->crew.texts[i]);
        if (role >= 0) {
            team->crew_roles[team->crew_count++] = (unsigned)role;
            crew |= 1u << role;
        }
    }
    if (!svc_stage_can_form_crew(team, team->fte)) {
        err_add(work->err, work->place.file, work->place.line, "team '%s': its staff cannot form the crew it asks for",
                team->name);
        return;
    }
    for (unsigned n = 0; team->crew_count > 0 && n < WORLD_NEEDS_MAX; n++) {
        if (team->remit_needs >> n & 1 && team->roles[n] != 0 && (team->roles[n] & crew) == 0) {
            err_add(work->err, work->place.file, work->place.line, "team '%s': nobody in its crew may work on '%s'",
                    team->name, world_need(work->world, n)->name);
        }
    }
}

static bool has_kind(const struct svc_team *team, uint32_t roles) {
    for (size_t k = team->crew_count > 0; k < team->crew_kind_count; k++) {
        if (team->crew_kinds[k] == roles) {
            return true;
        }
    }
    return false;
}

/* Is there room for it? */
static bool add_kind(struct svc_team *team, uint32_t roles) {
    if (roles == 0 || has_kind(team, roles)) {
        return true;
    }
    if (team->crew_kind_count == SVC_CREW_KINDS_MAX) {
        return false;
    }
    team->crew_kinds[team->crew_kind_count++] = roles;
    return true;
}

/* Every set of roles that is common to some of the needs in the remit: closed under intersection. */
static void prepare_kinds(const struct work *work) {
    struct svc_team *team = work->team;
    team->crew_kind_count = team->crew_count > 0; /* kind 0 is the joint crew */
    bool has_room = true;
    for (unsigned n = 0; n < WORLD_NEEDS_MAX; n++) {
        const size_t known = team->crew_kind_count;
        for (size_t k = team->crew_count > 0; team->remit_needs >> n & 1 && k < known; k++) {
            has_room = add_kind(team, team->crew_kinds[k] & team->roles[n]) && has_room;
        }
        has_room = add_kind(team, team->remit_needs >> n & 1 ? team->roles[n] : 0) && has_room;
    }
    has_room = add_kind(team, team->triage_roles) && has_room;
    if (!has_room) {
        err_add(work->err, work->place.file, work->place.line,
                "team '%s': its needs ask for more than %d different sets of roles", team->name, SVC_CREW_KINDS_MAX);
    }
    uint32_t common = UINT32_MAX;
    bool is_workable = true; /* each need alone: what cannot be has been complained of */
    for (unsigned n = 0; n < WORLD_NEEDS_MAX; n++) {
        const uint32_t roles = team->remit_needs >> n & 1 ? team->roles[n] : UINT32_MAX;
        is_workable = is_workable && roles != 0;
        common &= roles;
    }
    if (team->crew_count == 0 && common == 0 && is_workable) {
        err_add(work->err, work->place.file, work->place.line,
                "team '%s': nobody on its staff may work on all of its remit in one assessment; give it a crew",
                team->name);
    }
}

static void prepare_travel(const struct work *work) {
    struct svc_team *team = work->team;
    for (size_t l = 0; l < work->world->localities.count; l++) {
        team->travel_hours[l] = team->visits ? 2 * world_locality(work->world, l)->travel_minutes / 60 : 0;
    }
    const struct svc_travel *rows = team->travel.rows;
    for (size_t i = 0; i < team->travel.count; i++) {
        const struct work at = about(work, &team->travel, i);
        const int locality =
            resolve(&at, &work->world->localities, sizeof(struct world_locality), "locality", rows[i].locality);
        if (locality >= 0 && team->visits) {
            team->travel_hours[locality] = 2 * rows[i].minutes / 60;
        }
    }
}

static void check_effect(const struct work *work) {
    const struct svc_effect *effect = &work->team->effect;
    if (effect->prevent + effect->reduce + effect->delay > 0 &&
        !(work->team->remit_needs >> work->world->care_need & 1)) {
        err_add(work->err, work->place.file, work->place.line,
                "team '%s': it has an effect on care, but '%s' is not in its remit", work->team->name,
                work->world->care.need);
    }
}

static void check_fte(const struct work *work, const struct svc_staff *group, double fte) {
    if (fte > 0 && fte < 0.01) {
        err_add(work->err, work->place.file, work->place.line,
                "team '%s': fte = %g of '%s' is less than 0.01 FTE and not 0", work->team->name, fte, group->role);
    }
    if (work->team->always_open && fte != floor(fte)) {
        err_add(work->err, work->place.file, work->place.line,
                "team '%s': fte = %g of '%s': a team that is always open has whole servers", work->team->name, fte,
                group->role);
    }
}

/* Numbers inside their ranges that would do something nobody means. */
static void check_numbers(const struct work *work) {
    const struct svc_team *team = work->team;
    const struct svc_staff *rows = team->staff.rows;
    if (team->list_limit == 0) {
        err_add(work->err, work->place.file, work->place.line,
                "team '%s': list_limit = 0 would send nobody to it; -1 is no limit", team->name);
    }
    for (size_t i = 0; i < team->staff.count; i++) {
        const struct svc_change *changes = rows[i].changes.rows;
        check_fte(work, &rows[i], rows[i].fte);
        for (size_t c = 0; c < rows[i].changes.count; c++) {
            const struct work at = about(work, &rows[i].changes, c);
            check_fte(&at, &rows[i], changes[c].fte);
        }
    }
}

static bool is_given(struct des_date date) {
    return date.month > 0;
}

static des_time time_of(const struct world *world, struct des_date date) {
    return (des_date_day(date) - des_date_day(world->start_date)) * DES_DAY;
}

static void prepare_dates(const struct work *work) {
    struct svc_team *team = work->team;
    const des_time opens = is_given(team->opens) ? time_of(work->world, team->opens) : -work->world->warm_up;
    team->opens_at = opens > -work->world->warm_up ? opens : -work->world->warm_up;
    team->closes_at = is_given(team->closes) ? time_of(work->world, team->closes) : DES_NEVER;
    if (is_given(team->opens) && team->closes_at <= opens) {
        err_add(work->err, work->place.file, work->place.line,
                "team '%s': closes = %04d-%02d-%02d is not after opens = %04d-%02d-%02d", team->name, team->closes.year,
                team->closes.month, team->closes.day, team->opens.year, team->opens.month, team->opens.day);
    }
}

static void prepare_organisation(struct svc_service *service, const struct work *work) {
    struct svc_team *team = work->team;
    for (size_t i = 0; i < service->organisation_count; i++) {
        if (strcmp(service->organisations[i], team->organisation) == 0) {
            team->organisation_index = (unsigned)i;
            return;
        }
    }
    if (service->organisation_count == SVC_ORGANISATIONS_MAX) {
        err_add(work->err, work->place.file, work->place.line,
                "team '%s': organisation '%s' is one more than the %d allowed", team->name, team->organisation,
                SVC_ORGANISATIONS_MAX);
        return;
    }
    team->organisation_index = (unsigned)service->organisation_count;
    service->organisations =
        mem_resized(service->organisations, service->organisation_count + 1, sizeof *service->organisations);
    service->organisations[service->organisation_count++] = team->organisation;
}

static void prepare_team(const struct work *work) {
    struct svc_team *team = work->team;
    const struct world *world = work->world;
    const size_t before = work->err->count;
    team->locality_mask =
        mask_of(work, &team->localities, &world->localities, sizeof(struct world_locality), "locality");
    team->stream_mask = (uint32_t)mask_of(work, &team->streams, &world->streams, sizeof(struct world_stream), "stream");
    if (team->to_years <= team->from_years) {
        err_add(work->err, work->place.file, work->place.line, "team '%s': to_years = %g is not above from_years = %g",
                team->name, team->to_years, team->from_years);
    }
    if (team->to_years >= 120) {
        team->to_years = INFINITY; /* as old as people get */
    }
    team->discipline = svc_discipline(team->queue);
    check_numbers(work);
    prepare_dates(work);
    prepare_staff(work);
    svc_stage_make(team, world, work->place, work->err);
    prepare_role_order(work);
    prepare_remit(work);
    prepare_crew(work);
    svc_triage_prepare(team, world, work->place.file, work->err);
    prepare_kinds(work);
    prepare_travel(work);
    check_effect(work);
    if (work->err->count == before) {
        svc_stage_check(team, world, work->place, work->err);
    }
}

void svc_prepare_teams(struct svc_service *service, const struct world *world, const char *file, struct err_list *err) {
    for (size_t t = 0; t < service->teams.count; t++) {
        const struct work work = {(struct svc_team *)service->teams.rows + t, world,
                                  param_place_of(&service->teams, t, file), err};
        prepare_team(&work);
        prepare_organisation(service, &work);
    }
}

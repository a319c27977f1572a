/* service/stage.c - a team's staff between one dated change and the next. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "prepare.h"
#include "service/opening.h"

enum { ALL_NEEDS = WORLD_NEEDS_MAX }; /* in place of a need: all of them together */

/* One team whose stages are made or checked. */
struct staging {
    struct svc_team *team;
    const struct world *world;
    struct param_place place;
    struct err_list *err;
};

static des_time time_of(const struct world *world, struct des_date date) {
    return (des_date_day(date) - des_date_day(world->start_date)) * DES_DAY;
}

static void check_dates(const struct staging *work, const struct svc_staff *group) {
    const struct svc_change *rows = group->changes.rows;
    for (size_t c = 1; c < group->changes.count; c++) {
        const struct des_date date = rows[c].date, last = rows[c - 1].date;
        if (des_date_day(date) <= des_date_day(last)) {
            const struct param_place place = param_place_of(&group->changes, c, work->place.file);
            err_add(work->err, place.file, place.line,
                    "team '%s': the change of '%s' on %04d-%02d-%02d is not after the one before it, on %04d-%02d-%02d",
                    work->team->name, group->role, date.year, date.month, date.day, last.year, last.month, last.day);
        }
    }
}

/* Puts a stage in its place by time, unless there is one. */
static void add_stage(struct svc_team *team, des_time from) {
    size_t place = team->stage_count;
    while (place > 0 && team->stages[place - 1].from >= from) {
        place--;
    }
    if (place < team->stage_count && team->stages[place].from == from) {
        return;
    }
    team->stages = mem_resized(team->stages, team->stage_count + 1, sizeof *team->stages);
    for (size_t s = team->stage_count++; s > place; s--) {
        team->stages[s] = team->stages[s - 1];
    }
    team->stages[place] = (struct svc_stage){.from = from};
}

static double fte_at(const struct world *world, const struct svc_staff *group, des_time time) {
    const struct svc_change *rows = group->changes.rows;
    double fte = group->fte;
    for (size_t c = 0; c < group->changes.count && time_of(world, rows[c].date) <= time; c++) {
        fte = rows[c].fte;
    }
    return fte;
}

/* Changes before the run hold from its beginning, those behind it are none. */
static void add_stages(const struct staging *work, const struct svc_staff *group) {
    const struct world *world = work->world;
    const struct svc_change *rows = group->changes.rows;
    for (size_t c = 0; c < group->changes.count; c++) {
        const des_time time = time_of(world, rows[c].date);
        if (time > -world->warm_up && time < world->end) {
            add_stage(work->team, time);
        }
    }
}

/* A team that is closed has nobody. */
static void add_opening(const struct staging *work) {
    const struct svc_team *team = work->team;
    if (team->opens_at > -work->world->warm_up && team->opens_at < work->world->end) {
        add_stage(work->team, team->opens_at);
    }
    if (team->closes_at > -work->world->warm_up && team->closes_at < work->world->end) {
        add_stage(work->team, team->closes_at);
    }
}

static void fill_stages(const struct staging *work, const struct svc_staff *group) {
    const int role = world_index(&work->world->roles, sizeof(struct world_role), group->role);
    struct svc_team *team = work->team;
    for (size_t s = 0; role >= 0 && s < team->stage_count; s++) {
        const double fte = fte_at(work->world, group, team->stages[s].from);
        team->stages[s].fte[role] = svc_opening_holds(team, team->stages[s].from) ? fte : 0;
        team->fte[role] = fmax(team->fte[role], fte);
    }
}

void svc_stage_make(struct svc_team *team, const struct world *world, struct param_place place, struct err_list *err) {
    const struct staging work = {team, world, place, err};
    const struct svc_staff *rows = team->staff.rows;
    team->stage_count = 0;
    add_stage(team, -world->warm_up);
    add_opening(&work);
    for (size_t i = 0; i < team->staff.count; i++) {
        check_dates(&work, &rows[i]);
        add_stages(&work, &rows[i]);
    }
    for (size_t i = 0; i < team->staff.count; i++) {
        fill_stages(&work, &rows[i]);
    }
}

/* Takes somebody of a set of roles, those first who can do least. Returns the role as a mask, 0 if there is nobody. */
static uint32_t take_any(const struct svc_team *team, uint32_t roles, double people[WORLD_ROLES_MAX]) {
    for (size_t i = 0; i < team->role_count; i++) {
        const unsigned role = team->role_order[i];
        if (roles >> role & 1 && people[role] > 0) {
            people[role]--;
            return 1u << role;
        }
    }
    return 0;
}

/* Roles of those who are the crew while everybody is free, as the roster forms it: own places first, then stand-ins.
 * 0 where there is no crew, or it cannot be formed. */
static uint32_t crew_of(const struct svc_team *team, const double fte[WORLD_ROLES_MAX]) {
    double people[WORLD_ROLES_MAX];
    uint32_t taken[SVC_CREW_MAX], crew = 0;
    for (unsigned r = 0; r < team->role_count; r++) {
        people[r] = ceil(fte[r] - 1e-9);
    }
    for (size_t i = 0; i < team->crew_count; i++) {
        taken[i] = take_any(team, 1u << team->crew_roles[i], people);
    }
    for (size_t i = 0; i < team->crew_count; i++) {
        taken[i] = taken[i] != 0 ? taken[i] : take_any(team, team->doers[team->crew_roles[i]], people);
        if (taken[i] == 0) {
            return 0;
        }
        crew |= taken[i];
    }
    return crew;
}

static uint32_t present_of(const struct svc_team *team, const double fte[WORLD_ROLES_MAX]) {
    uint32_t present = 0;
    for (unsigned r = 0; r < team->role_count; r++) {
        present |= fte[r] > 0 ? 1u << r : 0;
    }
    return present;
}

/* What so many FTE by role cannot do about a need of the remit: the beginning of a sentence that ends with the need. */
static const char *fault_of_need(const struct svc_team *team, const double fte[WORLD_ROLES_MAX], unsigned need) {
    const uint32_t roles = team->roles[need] & present_of(team, fte), crew = crew_of(team, fte);
    if (!(team->remit_needs >> need & 1)) {
        return NULL;
    }
    if (roles == 0) {
        return "nobody on its staff may work on";
    }
    return crew != 0 && (roles & crew) == 0 ? "nobody in its crew may work on" : NULL;
}

/* What they cannot do about all of it together. */
static const char *fault_of_all(const struct svc_team *team, const double fte[WORLD_ROLES_MAX]) {
    const uint32_t present = present_of(team, fte);
    uint32_t common = present;
    for (unsigned n = 0; n < WORLD_NEEDS_MAX; n++) {
        common &= team->remit_needs >> n & 1 ? team->roles[n] : UINT32_MAX;
    }
    if (team->triage_roles != 0 && (team->triage_roles & present) == 0) {
        return "nobody on its staff may screen referrals";
    }
    if (team->crew_count == 0 && common == 0) {
        return "nobody on its staff may work on all of its remit in one assessment; give it a crew";
    }
    return team->crew_count > 0 && crew_of(team, fte) == 0 ? "its staff cannot form the crew it asks for" : NULL;
}

/* Row of the remit for a need. */
static size_t row_of(const struct staging *work, unsigned need) {
    const struct svc_remit *rows = work->team->remit.rows;
    size_t i = 0;
    while (strcmp(rows[i].need, world_need(work->world, need)->name) != 0) {
        i++;
    }
    return i;
}

/* Where the change stands that begins a stage; without one the need in the remit, or the team itself: in the file that
 * changed the team last, even if that leaves the remit alone. */
static struct param_place place_of(const struct staging *work, const struct svc_stage *stage, unsigned need) {
    const struct svc_staff *rows = work->team->staff.rows;
    for (size_t i = 0; i < work->team->staff.count; i++) {
        const struct svc_change *changes = rows[i].changes.rows;
        for (size_t c = 0; c < rows[i].changes.count; c++) {
            if (time_of(work->world, changes[c].date) == stage->from) {
                return param_place_of(&rows[i].changes, c, work->place.file);
            }
        }
    }
    if (need == ALL_NEEDS) {
        return work->place;
    }
    const struct param_place row = param_place_of(&work->team->remit, row_of(work, need), work->place.file);
    return strcmp(row.file, work->place.file) == 0 ? row : work->place;
}

/* "from 2015-04-01 on "; nothing where staff never change, or the team never opens. The caller frees it. */
static char *from_text(const struct staging *work, const struct svc_stage *stage) {
    const int64_t days = (int64_t)floor(des_clock_units(stage->from, DES_DAY));
    const struct des_date date = des_date_from_day(des_date_day(work->world->start_date) + days);
    const bool is_dated = work->team->stage_count > 1 && svc_opening_holds(work->team, stage->from);
    return is_dated ? mem_format("from %04d-%02d-%02d on ", date.year, date.month, date.day) : mem_text("");
}

static void complain(const struct staging *work, const struct svc_stage *stage, const char *fault, unsigned need) {
    const struct param_place place = place_of(work, stage, need);
    const bool is_about_need = need < ALL_NEEDS;
    char *from = from_text(work, stage);
    err_add(work->err, place.file, place.line, "team '%s': %s%s%s%s%s", work->team->name, from, fault,
            is_about_need ? " '" : "", is_about_need ? world_need(work->world, need)->name : "",
            is_about_need ? "'" : "");
    free(from);
}

static bool is_ever_open(const struct svc_team *team) {
    bool is_open = false;
    for (size_t s = 0; s < team->stage_count; s++) {
        is_open = is_open || svc_opening_holds(team, team->stages[s].from);
    }
    return is_open;
}

/* A fault that goes on from the stage before has been named.
 *   said  [ALL_NEEDS + 1] the faults of the stage before; receives those of this one */
static void check_stage(const struct staging *work, const struct svc_stage *stage, const char **said) {
    const struct svc_team *team = work->team;
    const double *fte = svc_opening_holds(team, stage->from) ? stage->fte : team->fte;
    bool is_able = true;
    for (unsigned n = 0; n <= ALL_NEEDS; n++) {
        const char *fault = n < ALL_NEEDS ? fault_of_need(team, fte, n) : is_able ? fault_of_all(team, fte) : NULL;
        if (fault != NULL && fault != said[n]) {
            complain(work, stage, fault, n);
        }
        said[n] = fault;
        is_able = is_able && fault == NULL;
    }
}

void svc_stage_check(struct svc_team *team, const struct world *world, struct param_place place, struct err_list *err) {
    const struct staging work = {team, world, place, err};
    const char *said[ALL_NEEDS + 1] = {NULL};
    const bool is_closed = !is_ever_open(team);
    for (size_t s = 0; s < (is_closed ? 1 : team->stage_count); s++) {
        if (is_closed || svc_opening_holds(team, team->stages[s].from)) {
            check_stage(&work, &team->stages[s], said);
        }
    }
}

size_t svc_stage_at(const struct svc_team *team, des_time time) {
    size_t stage = 0;
    while (stage + 1 < team->stage_count && team->stages[stage + 1].from <= time) {
        stage++;
    }
    return stage;
}

double svc_stage_mean_fte(const struct svc_team *team, unsigned role, des_time from, des_time to) {
    double sum = 0;
    for (size_t s = svc_stage_at(team, from); s < team->stage_count && team->stages[s].from < to; s++) {
        const des_time begin = team->stages[s].from > from ? team->stages[s].from : from;
        const bool is_last = s + 1 == team->stage_count || team->stages[s + 1].from >= to;
        const des_time end = is_last ? to : team->stages[s + 1].from;
        if (begin == from && end == to) {
            return team->stages[s].fte[role]; /* without a change, the very number of the file */
        }
        sum += team->stages[s].fte[role] * (double)(end - begin);
    }
    return sum / (double)(to - from);
}

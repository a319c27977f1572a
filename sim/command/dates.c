/* command/dates.c - what dates take the effect from: entries outside the run, for a mistyped year would otherwise go
 * unnoticed, and FTE that a change overtakes before the study window begins. */
#include "dates.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/mem.h"
#include "layout.h"

struct run_days {
    int64_t begin, end; /* warm-up included; the end excluded */
};

/* Puts one more entry behind the others; takes the new one over. */
static void append(char **entries, char *entry) {
    char *longer = mem_format("%s%s%s", *entries, **entries ? ", " : "", entry);
    free(*entries);
    free(entry);
    *entries = longer;
}

static char *dated(const char *name, const char *what, struct des_date date) {
    return mem_format("'%s' %s %04d-%02d-%02d", name, what, date.year, date.month, date.day);
}

static void find_team(const struct svc_team *team, struct run_days run, char **entries) {
    const struct svc_staff *staff = team->staff.rows;
    if (team->opens.year != 0 && des_date_day(team->opens) >= run.end) {
        append(entries, dated(team->name, "opens", team->opens));
    }
    if (team->closes.year != 0 && des_date_day(team->closes) >= run.end) {
        append(entries, dated(team->name, "closes", team->closes));
    }
    for (size_t s = 0; s < team->staff.count; s++) {
        const struct svc_change *changes = staff[s].changes.rows;
        for (size_t c = 0; c < staff[s].changes.count; c++) {
            if (des_date_day(changes[c].date) >= run.end) {
                append(entries, dated(team->name, "changes its staff", changes[c].date));
            }
        }
    }
}

static void find_shocks(const struct world_stream *stream, struct run_days run, char **entries) {
    const struct world_shock *shocks = stream->shocks.rows;
    for (size_t i = 0; i < stream->shocks.count; i++) {
        if (des_date_day(shocks[i].from) >= run.end || des_date_day(shocks[i].to) <= run.begin) {
            append(entries, dated(stream->name, "has a shock from", shocks[i].from));
        }
    }
}

static void find_supply(const struct world *world, struct run_days run, char **entries) {
    const struct world_supply *supply = world->care.supply.rows;
    for (size_t i = 0; i < world->care.supply.count; i++) {
        const struct des_date first = {(int)supply[i].year, 1, 1};
        if (des_date_day(first) >= run.end) {
            append(entries, mem_format("home care is limited from %d", first.year));
        }
    }
}

/* The caller frees it. */
static char *find_entries(const struct scn_scenario *scenario, struct run_days run) {
    char *entries = mem_text("");
    for (size_t t = 0; t < scenario->service.teams.count; t++) {
        find_team(svc_team(&scenario->service, t), run, &entries);
    }
    for (size_t s = 0; s < scenario->world.streams.count; s++) {
        find_shocks(world_stream(&scenario->world, s), run, &entries);
    }
    find_supply(&scenario->world, run, &entries);
    return entries;
}

static void say(FILE *out, const struct scn_scenario *scenario) {
    const struct run_days run = {des_date_day(scenario->run.start_date) - (int64_t)scenario->run.warm_up_days,
                                 des_date_day(scenario->run.end_date)};
    char *entries = find_entries(scenario, run);
    if (*entries) {
        const struct des_date begin = des_date_from_day(run.begin), end = scenario->run.end_date;
        char *text =
            mem_format("%s: outside the run (from %04d-%02d-%02d, warm-up included, up to %04d-%02d-%02d), and "
                       "so without effect: %s.",
                       scenario->name, begin.year, begin.month, begin.day, end.year, end.month, end.day, entries);
        cmd_layout_paragraph(out, text);
        free(text);
    }
    free(entries);
}

/* The last change that has come by the start date, or NULL. */
static const struct svc_change *change_by(const struct svc_staff *staff, struct des_date start) {
    const struct svc_change *changes = staff->changes.rows, *last = NULL;
    for (size_t c = 0; c < staff->changes.count; c++) {
        last = des_date_day(changes[c].date) <= des_date_day(start) ? &changes[c] : last;
    }
    return last;
}

/* The caller frees it. */
static char *find_overtaken(const struct scn_scenario *scenario) {
    char *entries = mem_text("");
    for (size_t t = 0; t < scenario->service.teams.count; t++) {
        const struct svc_team *team = svc_team(&scenario->service, t);
        const struct svc_staff *staff = team->staff.rows;
        for (size_t s = 0; s < team->staff.count; s++) {
            const struct svc_change *change = change_by(&staff[s], scenario->run.start_date);
            if (change != NULL) {
                append(&entries,
                       mem_format("'%s' %s %g, then %g", team->name, staff[s].role, staff[s].fte, change->fte));
            }
        }
    }
    return entries;
}

static void say_overtaken(FILE *out, const struct scn_scenario *scenario) {
    char *entries = find_overtaken(scenario);
    if (*entries) {
        const struct des_date start = scenario->run.start_date;
        char *text = mem_format("%s: 'fte' holds before %04d-%02d-%02d only, for 'changes' take its place by then: %s.",
                                scenario->name, start.year, start.month, start.day, entries);
        cmd_layout_paragraph(out, text);
        free(text);
    }
    free(entries);
}

void cmd_dates_without_effect(FILE *out, const struct cmd_study *study) {
    for (size_t i = 0; i < study->count; i++) {
        say(out, &study->read[i]);
        say_overtaken(out, &study->read[i]);
    }
}

/* command/event_log.c - what happens in one replication, as tables: to people, and event by event. */
#include "event_log.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/watch.h"
#include "output/csv.h"

/* How one fact is told. A fact without an activity has no row: another one says the same. In texts, %s is the work. */
struct telling {
    const char *event_type; /* of vidigi; "" where it would move somebody who does not move */
    const char *event;
    const char *activity, *lifecycle; /* of bupaR */
};

static const struct telling tellings[MODEL_FACTS] = {
    [MODEL_FACT_CAME] = {"arrival_departure", "arrival", "arrival", "complete"},
    [MODEL_FACT_WAS_THERE] = {"arrival_departure", "arrival", "arrival", "complete"},
    [MODEL_FACT_WAIT_BEGINS] = {"queue", "waits for %s", "wait for %s", "start"},
    [MODEL_FACT_WAIT_ENDS] = {"queue", "off the list", "wait for %s", "complete"},
    [MODEL_FACT_WORK_BEGINS] = {"resource_use", "%s begins", "%s", "start"},
    [MODEL_FACT_WORK_ENDS] = {"resource_use_end", "%s ends", "%s", "complete"},
    [MODEL_FACT_HELPED] = {"", "needs besides care met", "needs besides care met", "complete"},
    [MODEL_FACT_NEEDS_CARE] = {"", "need for care begins", "need for care begins", "complete"},
    [MODEL_FACT_PACKAGE_BEGINS] = {"queue", "package of care begins", "package of care", "start"},
    [MODEL_FACT_PACKAGE_ENDS] = {"queue", "package of care ends", "package of care", "complete"},
    [MODEL_FACT_HOME_BEGINS] = {"queue", "care home begins", "care home", "start"},
    [MODEL_FACT_HOME_ENDS] = {"queue", "care home ends", "care home", "complete"},
    [MODEL_FACT_STAY_BEGINS] = {"queue", "hospital begins", "hospital", "start"},
    [MODEL_FACT_READY] = {"queue", "medically ready", "medically ready", "complete"},
    [MODEL_FACT_STAY_ENDS] = {"queue", "hospital ends", "hospital", "complete"},
    [MODEL_FACT_GONE] = {"arrival_departure", "depart", "departure", "complete"},
    [MODEL_FACT_STILL_THERE] = {"arrival_departure", "depart", "departure", "complete"},
};

/* The text with its work, behind the team if there is one. */
static void write_told(const struct cmd_event_log *log, const struct model_note *note, const char *text,
                       bool with_team) {
    const char *place = strstr(text, "%s");
    const int before = place != NULL ? (int)(place - text) : (int)strlen(text);
    const bool has_team = with_team && note->team != MODEL_NO_TEAM;
    char *told =
        mem_format("%s%s%.*s%s%s", has_team ? svc_team(log->scenario->inputs.service, note->team)->name : "",
                   has_team ? ": " : "", before, text, place != NULL ? note->work : "", place != NULL ? place + 2 : "");
    out_csv_text(log->out, 0, told);
    free(told);
}

/* Date and time of day as ISO 8601 has them. */
static void write_timestamp(const struct cmd_event_log *log, des_time time) {
    const struct des_date date = des_calendar_date(log->scenario->inputs.calendar, time);
    const unsigned second = (unsigned)((time % DES_DAY + DES_DAY) % DES_DAY);
    char *text = mem_format("%04d-%02d-%02dT%02u:%02u:%02u", date.year, date.month, date.day, second / DES_HOUR,
                            second / DES_MINUTE % 60, second % 60);
    out_csv_text(log->out, 0, text);
    free(text);
}

/* Roles and numbers of those at work: "ot 2 and assistant 1". */
static void write_crew(const struct cmd_event_log *log, const struct model_note *note) {
    char *text = mem_text("");
    for (size_t i = 0; i < note->crew_count; i++) {
        const char *role = world_role(log->scenario->inputs.world, note->crew[i].role)->name;
        char *longer = mem_format("%s%s%s %u", text, i > 0 ? " and " : "", role, note->crew[i].place + 1);
        free(text);
        text = longer;
    }
    out_csv_text(log->out, 0, text);
    free(text);
}

static void write_team(const struct cmd_event_log *log, uint32_t team) {
    out_csv_text(log->out, 0, team != MODEL_NO_TEAM ? svc_team(log->scenario->inputs.service, team)->name : "");
}

static void write_detail(const struct cmd_event_log *log, const struct model_note *note) {
    out_csv_text(log->out, 0, note->fact == MODEL_FACT_WAS_THERE ? "day one" : model_reason_name(note->reason));
}

static void write_number(const struct cmd_event_log *log, bool exists, uint64_t number) {
    if (exists) {
        out_csv_count(log->out, number);
    } else {
        out_csv_text(log->out, 0, "");
    }
}

static void write_vidigi(const struct cmd_event_log *log, const struct model_note *note,
                         const struct telling *telling) {
    const struct model_inputs *inputs = &log->scenario->inputs;
    const bool is_call = note->fact == MODEL_FACT_WAIT_ENDS && note->reason == MODEL_REASON_SEEN;
    out_csv_count(log->out, note->person);
    out_csv_text(log->out, 0, world_stream(inputs->world, note->stream)->name);
    out_csv_text(log->out, 0, is_call ? "" : telling->event_type);
    write_told(log, note, telling->event, true);
    out_csv_real(log->out, des_clock_units(note->time + inputs->warm_up, DES_MINUTE));
    write_number(log, note->crew_count > 0, note->crew[0].member + 1);
}

static void write_bupar(const struct cmd_event_log *log, const struct model_note *note, const struct telling *telling) {
    char *instance = note->instance > 0 ? mem_format("span %u", note->instance)
                                        : mem_format("point %llu", (unsigned long long)log->rows);
    write_told(log, note, telling->activity, false);
    out_csv_text(log->out, 0, instance);
    out_csv_text(log->out, 0, telling->lifecycle);
    write_timestamp(log, note->time);
    write_crew(log, note);
    free(instance);
}

static void write_note(void *context, const struct model_note *note) {
    struct cmd_event_log *log = context;
    const struct telling *telling = &tellings[note->fact];
    if (telling->activity == NULL) {
        return;
    }
    log->rows++;
    out_csv_text(log->out, 1, log->scenario->name);
    out_csv_count(log->out, log->replication);
    write_vidigi(log, note, telling);
    write_bupar(log, note, telling);
    write_team(log, note->team);
    write_detail(log, note);
    out_csv_count(log->out, model_events(log->model));
    out_csv_hex(log->out, model_fingerprint(log->model));
    out_csv_end(log->out);
}

void cmd_event_log_of_people(struct cmd_event_log *log, struct model *model) {
    out_csv_header(log->out, "scenario", "run", "entity_id", "pathway", "event_type", "event", "time", "resource_id",
                   "activity", "activity_instance", "lifecycle", "timestamp", "resource", "team", "detail",
                   "event_number", "fingerprint", NULL);
    log->model = model;
    model_watch(model, write_note, log);
}

static void write_step(void *context, const struct model_step *step) {
    struct cmd_event_log *log = context;
    log->rows++;
    out_csv_text(log->out, 1, log->scenario->name);
    out_csv_count(log->out, log->replication);
    out_csv_count(log->out, step->number);
    out_csv_real(log->out, (double)step->time);
    write_timestamp(log, step->time);
    out_csv_text(log->out, 0, step->kind_name);
    write_number(log, step->person != MODEL_NOBODY, step->person);
    write_team(log, step->team);
    out_csv_hex(log->out, step->fingerprint);
    out_csv_end(log->out);
}

void cmd_event_log_of_events(struct cmd_event_log *log, struct model *model) {
    out_csv_header(log->out, "scenario", "run", "event_number", "seconds", "timestamp", "event", "entity_id", "team",
                   "fingerprint", NULL);
    log->model = model;
    model_follow(model, write_step, log);
}

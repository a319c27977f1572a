/* scenario/scenario.c - a scenario file in, a scenario ready to run out. */
#include "scenario/scenario.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "inputs.h"
#include "overlay.h"
#include "read.h"
#include "scenario/name.h"
#include "settings.h"
#include "write.h"

/* clang-format off: one row is one parameter. */
static const struct param run_params[] = {
    {.key = "start_date",
     .kind = PARAM_DATE,
     .offset = offsetof(struct scn_run, start_date),
     .unit = "date",
     .meaning = "First day of the study window.",
     .default_word = "2014-01-01"},
    {.key = "end_date",
     .kind = PARAM_DATE,
     .offset = offsetof(struct scn_run, end_date),
     .unit = "date",
     .meaning = "The day after the last of the study window.",
     .default_word = "2024-01-01"},
    {.key = "warm_up_days",
     .kind = PARAM_REAL,
     .offset = offsetof(struct scn_run, warm_up_days),
     .low = 0,
     .high = 3650,
     .fallback = 365,
     .unit = "days",
     .meaning = "Run before the start date and not counted, so that lists are not empty on day one."},
    {.key = "replications",
     .kind = PARAM_INTEGER,
     .offset = offsetof(struct scn_run, replications),
     .low = 1,
     .high = 1000000,
     .fallback = 100,
     .unit = "runs",
     .meaning = "How many times the window is simulated, each time with other random numbers."},
    {.key = "seed",
     .kind = PARAM_INTEGER,
     .offset = offsetof(struct scn_run, seed),
     .low = 0,
     .high = 9007199254740992,
     .fallback = 1,
     .unit = "number",
     .meaning = "Of all random numbers; scenarios that are compared share it."},
    {.key = "holidays",
     .kind = PARAM_DATES,
     .offset = offsetof(struct scn_run, holidays),
     .fallback = 0,
     .unit = "dates",
     .meaning = "Days on which nobody works, besides Saturdays and Sundays."},
    {.key = "opening_hour",
     .kind = PARAM_REAL,
     .offset = offsetof(struct scn_run, opening_hour),
     .low = 0,
     .high = 23,
     .fallback = 9,
     .unit = "hour of the day",
     .meaning = "When work starts on a working day."},
};
/* clang-format on */

static const struct param_table run_table = {
    .name = "run",
    .meaning = "When, how long and how often.",
    .size = sizeof(struct scn_run),
    .params = run_params,
    .count = sizeof run_params / sizeof run_params[0],
};

/* clang-format off: one row is one parameter. */
static const struct param published_params[] = {
    {.key = "name",
     .kind = PARAM_TEXT,
     .offset = offsetof(struct scn_published, name),
     .unit = "name",
     .meaning = "What a planner calls the figure."},
    {.key = "measure",
     .kind = PARAM_TEXT,
     .offset = offsetof(struct scn_published, measure),
     .unit = "name",
     .meaning = "Key of the measure that it is held against."},
    {.key = "dimension",
     .kind = PARAM_TEXT,
     .offset = offsetof(struct scn_published, dimension),
     .unit = "name",
     .meaning = "What the measure is divided by.",
     .default_word = "all"},
    {.key = "subject",
     .kind = PARAM_TEXT,
     .offset = offsetof(struct scn_published, subject),
     .unit = "name",
     .meaning = "Which team, locality, ... it is about.",
     .default_word = "all"},
    {.key = "year",
     .kind = PARAM_REAL,
     .offset = offsetof(struct scn_published, year),
     .low = 0,
     .high = 300,
     .fallback = 0,
     .unit = "year of the study window, from 1",
     .meaning = "When; 0 stands for the first two."},
    {.key = "low",
     .kind = PARAM_REAL,
     .offset = offsetof(struct scn_published, low),
     .low = -1e15,
     .high = 1e15,
     .fallback = NAN,
     .unit = "as 'unit' says",
     .meaning = "Lower end of what was published."},
    {.key = "high",
     .kind = PARAM_REAL,
     .offset = offsetof(struct scn_published, high),
     .low = -1e15,
     .high = 1e15,
     .fallback = NAN,
     .unit = "as 'unit' says",
     .meaning = "Upper end of what was published."},
    {.key = "unit",
     .kind = PARAM_TEXT,
     .offset = offsetof(struct scn_published, unit),
     .unit = "name of a unit",
     .meaning = "Unit of low and high."},
    {.key = "source",
     .kind = PARAM_TEXT,
     .offset = offsetof(struct scn_published, source),
     .unit = "citation",
     .meaning = "Where it was published."},
};
/* clang-format on */

static const struct param_table published_table = {
    .name = "published figure",
    .meaning = "A figure published elsewhere that a run is held against.",
    .size = sizeof(struct scn_published),
    .params = published_params,
    .count = sizeof published_params / sizeof published_params[0],
};

/* clang-format off: one row is one parameter. */
static const struct param scenario_params[] = {
    {.key = "title",
     .kind = PARAM_TEXT,
     .offset = offsetof(struct scn_scenario, title),
     .unit = "text",
     .meaning = "What the scenario is called in figures and tables."},
    {.key = "question",
     .kind = PARAM_TEXT,
     .offset = offsetof(struct scn_scenario, question),
     .unit = "text",
     .meaning = "The question that it asks.",
     .default_word = ""},
    {.key = "run",
     .kind = PARAM_GROUP,
     .offset = offsetof(struct scn_scenario, run),
     .fallback = 0,
     .unit = "group",
     .meaning = "When, how long and how often.",
     .table = &run_table},
    {.key = "world",
     .kind = PARAM_GROUP,
     .offset = offsetof(struct scn_scenario, world),
     .place_offset = offsetof(struct scn_scenario, world.place),
     .fallback = NAN,
     .unit = "group",
     .meaning = "People: the half that no service changes.",
     .table = &world_table},
    {.key = "teams",
     .kind = PARAM_ROWS,
     .offset = offsetof(struct scn_scenario, service.teams),
     .low = 1,
     .high = 20000,
     .fallback = NAN,
     .unit = "list of groups",
     .meaning = "How help is organised; a referral goes to the first team that can take it.",
     .table = &svc_team_table},
    {.key = "published",
     .kind = PARAM_ROWS,
     .offset = offsetof(struct scn_scenario, published),
     .low = 0,
     .high = 1000,
     .fallback = 0,
     .unit = "list of groups",
     .meaning = "Figures published elsewhere that a run is held against.",
     .table = &published_table},
};
/* clang-format on */

const struct param_table scn_scenario_table = {
    .name = "scenario",
    .meaning = "The top level of a file: a service laid over a world.",
    .size = sizeof(struct scn_scenario),
    .params = scenario_params,
    .count = sizeof scenario_params / sizeof scenario_params[0],
};

/* A scenario on its way from the file. */
struct reading {
    struct scn_scenario *scenario;
    struct scn_node *root; /* the scenario's tree */
    struct scn_file_list files;
    struct err_list *err;
};

static const struct scn_node *find_in(const struct scn_node *root, const char *group, const char *key) {
    const struct scn_node *node = scn_node_find(root, group);
    const struct scn_node *child = node ? scn_node_find(node, key) : NULL;
    return child ? child : node ? node : root;
}

static void check_window(struct reading *reading) {
    const struct scn_run *run = &reading->scenario->run;
    if (run->start_date.year == 0 || run->end_date.year == 0) {
        return;
    }
    if (des_date_day(run->end_date) <= des_date_day(run->start_date)) {
        const struct scn_node *node = find_in(reading->root, "run", "end_date");
        err_add(reading->err, node->file, node->line,
                "'end_date' %04d-%02d-%02d is not after 'start_date' %04d-%02d-%02d", run->end_date.year,
                run->end_date.month, run->end_date.day, run->start_date.year, run->start_date.month,
                run->start_date.day);
    }
}

static void check_published(struct reading *reading) {
    const struct scn_published *figures = reading->scenario->published.rows;
    const struct scn_node *list = scn_node_find(reading->root, "published");
    for (size_t i = 0; i < reading->scenario->published.count; i++) {
        const struct scn_node *node = scn_node_find(&list->children[i], "low");
        if (node && figures[i].name && figures[i].low > figures[i].high) {
            err_add(reading->err, node->file, node->line, "published figure '%s': 'low' = %g is above 'high' = %g",
                    figures[i].name, figures[i].low, figures[i].high);
        }
    }
}

/* Calendar months that [start, end) touches. */
static size_t months_of(struct des_date start, struct des_date end) {
    const int months = (end.year - start.year) * 12 + end.month - start.month + (end.day > 1 ? 1 : 0);
    return (size_t)months;
}

static void set_times(struct scn_scenario *scenario) {
    const struct scn_run *run = &scenario->run;
    scenario->warm_up = des_clock_span(run->warm_up_days, DES_DAY);
    scenario->end = (des_date_day(run->end_date) - des_date_day(run->start_date)) * DES_DAY;
    scenario->months = months_of(run->start_date, run->end_date);
}

static void make_calendars(struct scn_scenario *scenario) {
    const struct scn_run *run = &scenario->run;
    const int64_t before = (int64_t)ceil(run->warm_up_days) + 1;
    const int64_t after = scenario->end / DES_DAY;
    const des_time open = des_clock_span(run->opening_hour, DES_HOUR);
    scenario->calendar =
        des_calendar_new(run->start_date, before, after, run->holidays.dates, run->holidays.count, open);
    scenario->always_open = des_calendar_new_always_open(run->start_date, before, after);
}

/* Do the hours of a full-time member of a role fit between opening and midnight? */
static void check_hours(struct reading *reading, size_t index, unsigned role) {
    const struct scn_scenario *scenario = reading->scenario;
    const struct svc_team *team = svc_team(&scenario->service, index);
    if (team->fte[role] <= 0 || team->always_open) {
        return;
    }
    const double hours = team->hours_per_fte_year[role];
    const des_time daily = des_calendar_daily(scenario->calendar, hours);
    const double left = 24 - scenario->run.opening_hour;
    if ((double)daily <= left * DES_HOUR) {
        return;
    }
    const struct scn_node *node = find_in(reading->root, "run", "opening_hour");
    err_add(reading->err, node->file, node->line,
            "team '%s': %g client hours a year of '%s' over %.1f working days a year do not fit into the %g hours from "
            "opening_hour to midnight",
            team->name, hours, world_role(&scenario->world, role)->name,
            des_calendar_working_days_per_year(scenario->calendar), left);
}

/* A team that keeps to working days needs some. */
static bool has_working_days(struct reading *reading, const struct svc_team *team) {
    const struct scn_run *run = &reading->scenario->run;
    if (team->always_open || des_calendar_working_days_per_year(reading->scenario->calendar) > 0) {
        return true;
    }
    const struct scn_node *node = scn_node_find(reading->root, "run");
    err_add(
        reading->err, node ? node->file : reading->scenario->path, node ? node->line : 0,
        "no day from %04d-%02d-%02d up to %04d-%02d-%02d is a working day: Saturdays, Sundays and 'holidays' are none",
        run->start_date.year, run->start_date.month, run->start_date.day, run->end_date.year, run->end_date.month,
        run->end_date.day);
    return false;
}

static void check_all_hours(struct reading *reading) {
    const struct scn_scenario *scenario = reading->scenario;
    bool is_good = true;
    for (size_t t = 0; is_good && t < scenario->service.teams.count; t++) {
        is_good = has_working_days(reading, svc_team(&scenario->service, t));
        for (unsigned r = 0; is_good && r < scenario->world.roles.count; r++) {
            check_hours(reading, t, r);
        }
    }
}

/* The configuration as text; settings stand above it, for no file does. */
static char *resolved(const struct scn_scenario *scenario) {
    char *head = mem_text("");
    for (size_t i = 0; i < scenario->setting_count; i++) {
        char *longer = mem_format("%s# with %s\n", head, scenario->settings[i]);
        free(head);
        head = longer;
    }
    char *body = scn_write(scenario->tree);
    char *text = mem_format("%s%s", head, body);
    free(body);
    free(head);
    return text;
}

void scn_scenario_remember(struct scn_scenario *scenario, const char *text) {
    const struct scn_setting setting = {.text = text};
    scenario->settings = mem_resized(scenario->settings, scenario->setting_count + 1, sizeof *scenario->settings);
    scenario->settings[scenario->setting_count++] = scn_setting_label(&setting);
    free(scenario->resolved);
    scenario->resolved = resolved(scenario);
}

/* What lies behind the reading relies on structs that are complete. */
static void prepare(struct reading *reading, const char *path) {
    struct scn_scenario *scenario = reading->scenario;
    set_times(scenario);
    const bool good =
        world_prepare(&scenario->world, scenario->run.start_date, scenario->warm_up, scenario->end, path, reading->err);
    if (!good) {
        svc_prepare_teams(&scenario->service, &scenario->world, path, reading->err);
    } else if (svc_prepare(&scenario->service, &scenario->world, path, reading->err)) {
        make_calendars(scenario);
        check_all_hours(reading);
        scenario->resolved = resolved(scenario);
    }
}

static void lay_settings(struct reading *reading, struct scn_setting *settings, size_t count) {
    struct scn_scenario *scenario = reading->scenario;
    scenario->settings = mem_zeroed(count, sizeof *scenario->settings);
    for (size_t i = 0; i < count; i++) {
        char *label = scn_setting_label(&settings[i]);
        if (scn_setting_lay(&settings[i], label, reading->root, reading->err)) {
            scenario->settings[scenario->setting_count++] = label;
        } else {
            free(label);
        }
    }
}

static void read_tree(struct reading *reading) {
    scn_read_group(reading->root, &scn_scenario_table, reading->scenario, reading->err);
    scn_inputs_read(reading->root, reading->scenario, &reading->files, reading->err);
    check_window(reading);
    check_published(reading);
}

bool scn_scenario_read_with(const char *path, struct scn_setting *settings, size_t count, struct scn_scenario *scenario,
                            struct err_list *err) {
    const size_t before = err->count;
    *scenario = (struct scn_scenario){.name = scn_name_stem(path), .path = mem_text(path)};
    scenario->tree = mem_zeroed(1, sizeof *scenario->tree);
    struct reading reading = {.scenario = scenario, .root = scenario->tree, .err = err};
    if (scn_overlay_read(path, &scn_scenario_table, &reading.files, reading.root, err)) {
        lay_settings(&reading, settings, count);
        read_tree(&reading);
    }
    if (err_is_mild_since(err, before)) {
        prepare(&reading, path);
    }
    scenario->files = reading.files.files;
    scenario->file_count = reading.files.count;
    return err->count == before;
}

bool scn_scenario_read(const char *path, struct scn_scenario *scenario, struct err_list *err) {
    return scn_scenario_read_with(path, NULL, 0, scenario, err);
}

static void free_tree(struct scn_scenario *scenario) {
    if (scenario->tree != NULL) {
        scn_node_free(scenario->tree);
    }
    free(scenario->tree);
    for (size_t i = 0; i < scenario->setting_count; i++) {
        free(scenario->settings[i]);
    }
    free(scenario->settings);
}

void scn_scenario_free(struct scn_scenario *scenario) {
    svc_free(&scenario->service);
    world_free(&scenario->world);
    scn_read_free(&scn_scenario_table, scenario);
    des_calendar_free(scenario->calendar);
    des_calendar_free(scenario->always_open);
    for (size_t i = 0; i < scenario->file_count; i++) {
        free(scenario->files[i].path);
    }
    free(scenario->files);
    free_tree(scenario);
    free(scenario->resolved);
    free(scenario->name);
    free(scenario->path);
    *scenario = (struct scn_scenario){0};
}

/* scenario/scenario.h - scenario files in, plain structs out.
 * A file may lie over another: extends = "separate.cfg" (relative to the file that says it). Groups merge; lists of
 * groups merge by the first key of their rows (name, need, role, ...), new names are added behind, and a group with
 * drop = true takes its namesake out; a distribution that names its family, other lists and scalars replace. Read by
 * libconfig; every complaint names the file and line that said it. */
#ifndef SCENARIO_SCENARIO_H
#define SCENARIO_SCENARIO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/err.h"
#include "base/param.h"
#include "engine/calendar.h"
#include "scenario/setting.h"
#include "service/service.h"
#include "world/world.h"

struct scn_node;

/* When and how long: the group `run`. */
struct scn_run {
    struct des_date start_date, end_date; /* study window: [start, end) */
    double warm_up_days;
    int64_t replications;
    int64_t seed;
    struct param_dates holidays;
    double opening_hour; /* hour of the day at which work starts */
};

/* A figure published elsewhere that a run is held against: a row of the list `published`. */
struct scn_published {
    char *name;                          /* what a planner calls it */
    char *measure, *dimension, *subject; /* which column of results */
    double year;                         /* which year of the study window, from 1; 0: the first two */
    double low, high;
    char *unit;
    char *source;
};

/* A file that was read: named in the manifest with its hash. */
struct scn_file {
    char *path;
    bool is_data; /* and not a scenario */
};

struct scn_scenario {
    char *name; /* file name without folder and ending */
    char *path;
    char *title;
    char *question; /* the one it asks */
    struct scn_run run;
    struct world world;
    struct svc_service service;
    struct param_rows published; /* struct scn_published */

    struct scn_file *files; /* every scenario and data file read, in order of first reading */
    size_t file_count;
    char *resolved;        /* the fully overlaid configuration as text, in libconfig's own form */
    struct scn_node *tree; /* owned: the same as it was read, with the file and line of each value */
    char **settings;       /* "--set key=value": those laid over it, in the order given */
    size_t setting_count;

    des_time warm_up, end; /* [s] */
    size_t months;         /* months the study window touches */
    struct des_calendar *calendar, *always_open;
};

/* Reads, overlays, checks and prepares a scenario.
 *   path      borrowed
 *   scenario  caller frees with scn_scenario_free, whether this succeeded or not
 *   err       receives every complaint with file and line
 * Returns false if there was any complaint. Never prints, never exits. */
bool scn_scenario_read(const char *path, struct scn_scenario *scenario, struct err_list *err);

/* The same with settings of the command line over the files; what they give is checked as if it stood in a file.
 *   settings  [count]; each learns whether this scenario took it, see scn_setting_check */
bool scn_scenario_read_with(const char *path, struct scn_setting *settings, size_t count, struct scn_scenario *scenario,
                            struct err_list *err);

/* Says of a scenario that was read from its resolved file which setting that file holds already, so that it is written out
 * as it was.
 *   text  "key=value" of a line */
void scn_scenario_remember(struct scn_scenario *scenario, const char *text);
void scn_scenario_free(struct scn_scenario *scenario);

/* The table of all keys of a scenario file; what it refers to is reached through its rows. */
extern const struct param_table scn_scenario_table;

/* Prints every parameter as Markdown, a table a group: key, unit, range, default, meaning. */
void scn_parameters_print(FILE *out);

#endif

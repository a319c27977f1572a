/* command/event_log.h - what happens in one replication, as tables: to people, and event by event (inside the command
 * layer only). */
#ifndef SIM_COMMAND_EVENT_LOG_H
#define SIM_COMMAND_EVENT_LOG_H

#include <stdio.h>

#include "experiment/study.h"
#include "model/model.h"

/* A replication that is written down while it runs. Everything is borrowed. */
struct cmd_event_log {
    FILE *out;
    const struct expt_scenario *scenario;
    const struct model *model;
    uint32_t replication;
    uint64_t rows; /* so far */
};

/* Writes the header and has the model tell the log what happens to people; it must stay where it is while the model runs.
 * The columns are those of vidigi and of bupaR, as the help of `caremix trace` describes them. */
void cmd_event_log_of_people(struct cmd_event_log *log, struct model *model);

/* The same for every event of the engine. */
void cmd_event_log_of_events(struct cmd_event_log *log, struct model *model);

#endif

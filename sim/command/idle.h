/* command/idle.h - teams to which nobody comes (inside the command layer only). */
#ifndef SIM_COMMAND_IDLE_H
#define SIM_COMMAND_IDLE_H

#include <stdio.h>

#include "study.h"

/* One sentence for each scenario with teams that have staff and end no piece of work in the whole study window; nothing
 * when there is none. */
void cmd_idle_teams(FILE *out, const struct cmd_study *study);

#endif

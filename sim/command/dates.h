/* command/dates.h - what dates take the effect from (inside the command layer only). */
#ifndef SIM_COMMAND_DATES_H
#define SIM_COMMAND_DATES_H

#include <stdio.h>

#include "study.h"

/* One sentence for each scenario that changes staff, opens or closes a team, or limits home care from its end on, or
 * that has a shock which ends before its warm-up begins or begins at its end; another where the FTE of a staff group is
 * overtaken by a dated change up to the start date. Nothing when there is none. */
void cmd_dates_without_effect(FILE *out, const struct cmd_study *study);

#endif

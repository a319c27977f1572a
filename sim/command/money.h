/* command/money.h - what each scenario pays for, in sentences. */
#ifndef SIM_COMMAND_MONEY_H
#define SIM_COMMAND_MONEY_H

#include <stdio.h>

#include "study.h"

/* FTE by role in each scenario, on average over the study window; whether all spend the same; which posts are empty. */
void cmd_money_staff(FILE *out, const struct cmd_study *study);

/* Of which year the prices are, and how costs are summed over years. */
void cmd_money_prices(FILE *out, const struct cmd_study *study);

#endif

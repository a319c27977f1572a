/* command/words.h - what a table does not say: in sentences (inside the command layer only). */
#ifndef SIM_COMMAND_WORDS_H
#define SIM_COMMAND_WORDS_H

#include <stdio.h>

#include "study.h"

/* A paragraph, broken at 100 columns, with the first line set out. */
void cmd_words_paragraph(FILE *out, const char *text);

/* For each scenario whose demand passes capacity: in which teams, from when, and the path instead of a mean. */
void cmd_words_stability(FILE *out, const struct expt_results *results);

/* For each scenario against the first: how much of the difference in funded care is care that people only wait for. */
void cmd_words_held_up(FILE *out, const struct expt_results *results);

/* Which scenarios rest on assumed effect sizes. */
void cmd_words_assumptions(FILE *out, const struct expt_results *results);

/* Paid FTE by role in each scenario, and whether all spend the same. */
void cmd_words_staff(FILE *out, const struct cmd_study *study);

#endif

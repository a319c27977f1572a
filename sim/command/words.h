/* command/words.h - what a table does not say: in sentences (inside the command layer only). */
#ifndef SIM_COMMAND_WORDS_H
#define SIM_COMMAND_WORDS_H

#include <stdio.h>

#include "study.h"

/* The question that a scenario asks, if its file names one. */
void cmd_words_question(FILE *out, const struct scn_scenario *scenario);

/* Each setting of the command line, and which scenarios it was laid over; nothing when there is none. */
void cmd_words_settings(FILE *out, const struct cmd_study *study);

/* What was run: scenarios with their titles and settings, study window, replications and seed. */
void cmd_words_study(FILE *out, const struct cmd_study *study);

/* For each scenario: whether demand passes capacity, in how many teams, where and when first, and the path instead of a
 * mean. */
void cmd_words_stability(FILE *out, const struct expt_results *results);

/* For each scenario against the first: how much of the difference in funded care is care that people only wait for. */
void cmd_words_held_up(FILE *out, const struct expt_results *results);

/* That few replications say little; nothing when there are enough. */
void cmd_words_precision(FILE *out, const struct expt_results *results);

/* Which scenarios rest on assumed effect sizes. */
void cmd_words_assumptions(FILE *out, const struct expt_results *results);

#endif

/* command/answer.h - known answers: scenarios that are textbook models, and what theory says of their results (inside the
 * command layer only). */
#ifndef SIM_COMMAND_ANSWER_H
#define SIM_COMMAND_ANSWER_H

#include <stddef.h>

#include "experiment/study.h"
#include "scenario/scenario.h"

struct cmd_answer;

/* What theory says, worked out from the numbers that the scenario gives, in the unit of the measure; NAN where it has no
 * answer for them (a distribution for which there is no formula). */
typedef double cmd_theory(const struct scn_scenario *scenario, const struct cmd_answer *answer);

/* One number of a run that theory knows. */
struct cmd_answer {
    const char *measure, *dimension, *subject; /* which column of results */
    cmd_theory *theory;
    unsigned year, month; /* of the study window, from 1; both 0: all of it */
};

/* A scenario file with what is known of it. */
struct cmd_case {
    const char *file;   /* without folder and ending */
    const char *title;  /* the textbook's name of it */
    const char *source; /* of the theory */
    const struct cmd_answer *answers;
    size_t count;
};

/* All cases; *count receives how many. */
const struct cmd_case *cmd_cases(size_t *count);

/* The values of an answer's column over replications, in its year, month or window; none when there is no such column.
 *   column  receives the column's number, -1 when there is none; may be NULL */
struct stat_moments cmd_answer_moments(const struct cmd_answer *answer, const struct expt_results *results,
                                       int *column);

/* The name of an answer for a table: measure, subject, month or year. The caller frees it. */
char *cmd_answer_name(const struct cmd_answer *answer, const struct expt_results *results);

#endif

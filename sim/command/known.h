/* command/known.h - known answers beside what came out: verdicts, and rows of a table (inside the command layer only). */
#ifndef SIM_COMMAND_KNOWN_H
#define SIM_COMMAND_KNOWN_H

#include <stdbool.h>
#include <stdio.h>

#include "answer.h"
#include "manifest.h"
#include "output/coverage.h"
#include "study.h"

/* One answer, and what runs made of it. */
struct cmd_known {
    const struct cmd_case *of;
    const struct cmd_answer *answer;
    char *name, *unit; /* owned */
    double theory;
    uint64_t first_seed;
    struct stat_moments values; /* over the replications of one seed, the last */
    uint32_t seeds, covered;    /* seeds run, and those whose 95 % interval holds the theory */
    struct stat_moments means;  /* over seeds */
};

struct cmd_known_list {
    struct cmd_known *rows; /* owned */
    size_t count, capacity;
    struct cmd_manifest made; /* of what was run for them */
};

void cmd_known_free(struct cmd_known_list *list);

/* Takes in a study of a case: adds its answers, or where they are the list's last, counts another seed. */
void cmd_known_take(struct cmd_known_list *list, const struct cmd_case *of, const struct cmd_study *study);

/* Theory lies inside the 99.9 % interval, and that is narrow enough for this to mean something. */
enum cmd_verdict {
    CMD_HOLDS,
    CMD_OFF,      /* outside */
    CMD_WIDE,     /* the interval proves nothing */
    CMD_NO_THEORY /* for the numbers of the scenario, or nothing was measured */
};
enum cmd_verdict cmd_known_verdict(const struct cmd_known *known);

/* The number with its coverage over seeds, whose verdict out_coverage_verdict gives; texts are borrowed. */
struct out_coverage cmd_known_coverage(const struct cmd_known *known);

/* Seeds whose intervals must hold the theory, at least and at most, for it to be plausible that 95 % do: the middle
 * 99.9 % of a binomial number. */
struct cmd_known_range {
    uint32_t low, high;
};
struct cmd_known_range cmd_known_covers(uint32_t seeds);

/* Share of a theory beyond which half an interval is too wide. */
extern const double cmd_known_widest;

/* The heading of a case: its title, file and source. */
void cmd_known_heading(FILE *out, const struct cmd_case *of);

/* The names of the columns, and one answer: verdict of one seed, or coverage over several. */
void cmd_known_columns(FILE *out, bool is_coverage);
void cmd_known_row(FILE *out, const struct cmd_known *known);
void cmd_known_coverage_row(FILE *out, const struct cmd_known *known);

#endif

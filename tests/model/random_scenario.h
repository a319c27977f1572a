/* tests/model/random_scenario.h - valid scenarios drawn from a seed, as statements laid over tests/scenarios/hamlet.cfg.
 * Each statement can be left out without the others, so that a scenario that fails can be made smaller. Most scenarios
 * are without a fault; what is refused is refused with a complaint. The random numbers of a statement belong to what it
 * is about, so that a statement more moves no other. */
#ifndef TESTS_MODEL_RANDOM_SCENARIO_H
#define TESTS_MODEL_RANDOM_SCENARIO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "engine/stream.h"

/* What is said about one group, or about one row of a list of groups. Texts have ' for their quotes. */
struct random_statement {
    const char *group;     /* "" for the top level, "run", "world", "roles", "teams", ...; constant */
    char *row;             /* owned; NULL where the group is no list */
    char *text;            /* owned; whole settings, each with its ';' */
    char *file, *contents; /* owned; a file that the text names; NULL: none */
    bool is_dropped;
};

struct random_scenario {
    uint64_t seed;
    struct random_statement *statements; /* owned */
    size_t count, capacity;

    /* While it is drawn. */
    struct des_stream random;
    char **texts; /* owned; borrowed by whoever draws */
    size_t text_count, text_capacity;
    double density;             /* how likely a statement is */
    int64_t start_day, end_day; /* of the study window, as des_date_day */
    bool has_advice;            /* there is a need more than in the hamlet */
};

/* Draws a scenario; the caller frees it with random_scenario_free. It must not be moved while it is drawn. */
void random_scenario_draw(struct random_scenario *scenario, uint64_t seed);
void random_scenario_free(struct random_scenario *scenario);

/* Writes it, and the files it names, into a folder of its own and returns the path of the scenario file. The caller
 * takes it away with random_scenario_remove.
 *   base  what it is laid over, an absolute path or one from the folder of the program */
char *random_scenario_write(const struct random_scenario *scenario, const char *base);
void random_scenario_remove(const struct random_scenario *scenario, char *path);

/* Prints it as a scenario file to be saved in tests/scenarios, and behind it the files that it names. */
void random_scenario_print(const struct random_scenario *scenario, FILE *out);

/* Leaves out statements as long as what is claimed holds without them: first many at once, then one by one, until no
 * single one can be left out. Returns how many are left. */
typedef bool random_claim(const struct random_scenario *scenario, void *context);
size_t random_scenario_shrink(struct random_scenario *scenario, random_claim *claim, void *context);

#endif

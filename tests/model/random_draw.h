/* tests/model/random_draw.h - what random scenarios are drawn from: numbers, dates, distributions, and statements. */
#ifndef TESTS_MODEL_RANDOM_DRAW_H
#define TESTS_MODEL_RANDOM_DRAW_H

#include "tests/model/random_scenario.h"

/* Whose random numbers come next. */
void random_begin(struct random_scenario *scenario, const char *subject);

bool random_chance(struct random_scenario *scenario, double probability);
/* Shall something be said that need not be? */
bool random_is_said(struct random_scenario *scenario);
/* From low to high, both included. */
int random_whole(struct random_scenario *scenario, int low, int high);
double random_real(struct random_scenario *scenario, double low, double high);
/* One of the words, which are parted by '|'. */
const char *random_word(struct random_scenario *scenario, const char *words);
/* Some of the words, at least one, as a list: ['a', 'b']. */
const char *random_words(struct random_scenario *scenario, const char *words);

/* Texts belong to the scenario. */
const char *random_text(struct random_scenario *scenario, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
const char *random_date_text(struct random_scenario *scenario, int64_t day);
/* Some day from 120 before the study window to 40 behind it. */
int64_t random_day(struct random_scenario *scenario);
/* A distribution of any family, or a number, with a mean from low to high; of counts where that is asked for. */
const char *random_dist(struct random_scenario *scenario, double low, double high);
const char *random_count(struct random_scenario *scenario, double high);
/* Shares of 1 given to the words by a form, which has a %s for the word and a %g for the share. */
const char *random_shares(struct random_scenario *scenario, const char *words, const char *before, const char *after);

/* Adds a statement. row: NULL where the group is no list. */
struct random_statement *random_say(struct random_scenario *scenario, const char *group, const char *row,
                                    const char *format, ...) __attribute__((format(printf, 4, 5)));

/* The halves of a scenario. */
void random_draw_world(struct random_scenario *scenario);
void random_draw_people(struct random_scenario *scenario);
void random_draw_service(struct random_scenario *scenario);

#endif

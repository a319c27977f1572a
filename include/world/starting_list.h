/* world/starting_list.h - people known to wait on day one: a list in place of a warm-up.
 * A row names locality, priority, need and how long the person has waited. All else is as for the people who come by
 * the first stream, in file order, by which people of that locality present with that need: their ages, further needs
 * and fate. Their referrals came before day one, so they have been screened where a team screens. */
#ifndef WORLD_STARTING_LIST_H
#define WORLD_STARTING_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

struct world;

/* Somebody who waits. */
struct world_starter {
    unsigned locality, priority, need; /* indices */
    double days_waited;                /* until day one, 0 to 10,000 */
    unsigned line;                     /* of the file */
    unsigned stream;                   /* worked out by world_prepare */
};

struct world_starting_list {
    char *file;                 /* owned; NULL when there is none */
    struct world_starter *rows; /* [count] owned */
    size_t count;
};

/* Ages from which somebody may be drawn, evenly. */
struct world_starting_ages {
    double from_years, to_years;
    double people_per_year; /* who come at these ages, at the start date; 0: nobody */
};

/* How many ranges of age may be asked for, of anybody on the list. */
size_t world_starting_list_ranges(const struct world *world, const struct world_starter *starter);

/* One of these ranges, by band and then by row of what people of the stream present with. */
struct world_starting_ages world_starting_list_ages(const struct world *world, const struct world_starter *starter,
                                                    size_t range);

/* An age from the part u of the list's people, in [0, 1), youngest first: of the ages of those who come. */
double world_starting_list_age(const struct world *world, const struct world_starter *starter, double u);

/* Does anybody on the list stand for people of this stream, locality and band? */
bool world_starting_list_has(const struct world *world, unsigned stream, unsigned locality, size_t band);

/* Finds everybody's stream; a complaint for each need with which nobody of a locality comes. */
void world_starting_list_prepare(struct world *world, struct err_list *err);

void world_starting_list_free(struct world_starting_list *list);

#endif

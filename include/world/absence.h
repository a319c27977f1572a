/* world/absence.h - when the holder of a post is ill, and when nobody holds it.
 * Two processes go by turns, each on its own: at work and ill; filled and vacant. Time at work and time in post are
 * exponential, spells of sickness and times to recruit as the role says. Both begin in equilibrium, so that a run does
 * not begin with everybody well and every post filled: absent with the long-run probability, and then for a residual
 * time. Source: Cox (1962), Renewal Theory, chapter 7 (alternating renewal processes).
 * The fate of a post depends on the seed, the replication and the number of the post, and on nothing that a service
 * does: it goes on while the post does not exist, and sickness goes on while it is vacant (and then means nothing). */
#ifndef WORLD_ABSENCE_H
#define WORLD_ABSENCE_H

#include <stdbool.h>
#include <stdint.h>

#include "engine/stream.h"
#include "world/world.h"

enum world_absence { WORLD_SICK, WORLD_VACANT, WORLD_ABSENCES };

/* Does anybody of this role ever fall ill, or leave? */
bool world_absence_is_on(const struct world_role *role, enum world_absence kind);

/* Long-run share of time that is lost [0..1]; 0 when it is off.
 * Sickness: spells a year times their length, since spells are counted per year of the calendar, sick time included.
 * Vacancies: rate * mean / (1 + rate * mean), since the rate is that of a post while it is filled. */
double world_absence_share(const struct world_role *role, enum world_absence kind);

/* A time of presence or of absence. */
struct world_stretch {
    bool is_absent;
    des_time until; /* DES_NEVER when beyond the clock */
    unsigned nth;   /* stretches of both kinds before it */
};

/* The stretch in which a run begins.
 *   post   number of the post, see world_absence_post
 *   begin  of the run */
struct world_stretch world_absence_begin(const struct world_role *role, enum world_absence kind,
                                         struct des_stream *random, uint32_t post, des_time begin);

/* The stretch that follows one that ends before DES_NEVER. */
struct world_stretch world_absence_next(const struct world_role *role, enum world_absence kind,
                                        struct des_stream *random, uint32_t post, const struct world_stretch *last);

/* Number of a post: a 32-bit hash of the name of the team, the role and its place (from 0) among the team's posts of
 * that role. It does not depend on the order of teams or roles in a file. Two posts of a study share a number, and with
 * it a fate, with a chance of about n^2 / 2^33 for n posts: one in a million for 90.
 * Source: Eastlake, Hansen, Fowler, Vo and Noll, The FNV non-cryptographic hash algorithm, IETF
 * draft-eastlake-fnv: FNV-1a of 32 bits, over both names, each ended by a zero byte, and the place, lowest byte first. */
uint32_t world_absence_post(const char *team, const char *role, uint32_t nth);

#endif

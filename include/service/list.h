/* service/list.h - the waiting list of one team, and who is next.
 * Waiting work is kept apart by crew (who can do it) and by class (first come first served within one); a discipline
 * compares the heads of the classes. Work may be taken out from anywhere. Nothing depends on memory addresses. */
#ifndef SERVICE_LIST_H
#define SERVICE_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/clock.h"

/* What all waiting work of one class has in common. */
struct svc_class {
    des_time target; /* [s] within which it should be taken, > 0 */
    uint32_t rank;   /* of its priority: 0 is the most urgent */
};

/* One piece of waiting work. */
struct svc_waiting {
    des_time since;    /* when it began to wait; its clock moves with it */
    uint32_t subject;  /* the caller's number for it */
    uint32_t sequence; /* order of joining, given by the list */
};

/* What decides whose turn it is, of the first in a class. */
struct svc_turn {
    des_time since, target;
    uint32_t rank, sequence;
};

/* How two heads compare. One const struct a discipline. */
struct svc_discipline {
    const char *name;
    const char *meaning; /* one sentence for planners */
    /* Is a to be taken before b at this moment? Ties are broken by the list (since, then sequence). Negative: a first;
     * positive: b first; 0: a tie. */
    int (*compare)(const struct svc_turn *a, const struct svc_turn *b, des_time now);
};

/* fifo, priority, due_date, accumulating; *count receives how many. */
const struct svc_discipline *svc_disciplines(size_t *count);

/* The discipline of that name, or NULL. */
const struct svc_discipline *svc_discipline(const char *name);

struct svc_list;

/* An empty list for a number of crews, and of classes, up to 64 of each. The caller frees it with svc_list_free.
 *   classes  [count] copied */
struct svc_list *svc_list_new(const struct svc_discipline *discipline, size_t crews, const struct svc_class *classes,
                              size_t count);
void svc_list_free(struct svc_list *list);
void svc_list_clear(struct svc_list *list);

#define SVC_ON_HOLD UINT32_MAX

/* Joins; returns the entry's number, valid until it is removed.
 *   crew   below the number given to svc_list_new, or SVC_ON_HOLD: it waits and counts, and nobody may take it
 *   class  below the number given to svc_list_new
 *   since, subject  as in struct svc_waiting */
uint32_t svc_list_join(struct svc_list *list, size_t crew, size_t class, des_time since, uint32_t subject);

/* Takes an entry out. */
void svc_list_remove(struct svc_list *list, uint32_t entry);

/* Crews for which somebody waits who is not on hold, as a mask. */
uint64_t svc_list_crews(const struct svc_list *list);

#define SVC_NOBODY UINT32_MAX

/* Entry of the next work among the crews in a mask (bit c: crew c could work now), or SVC_NOBODY. */
uint32_t svc_list_next(const struct svc_list *list, uint64_t crews, des_time now);

const struct svc_waiting *svc_list_entry(const struct svc_list *list, uint32_t entry);

/* How many wait. */
size_t svc_list_count(const struct svc_list *list);

/* Number waiting in one class over all crews, and the sum of the times they have waited so far [s]. */
struct svc_list_age {
    size_t count;
    des_time waited;
};
struct svc_list_age svc_list_class_age(const struct svc_list *list, size_t class, des_time now);

/* Requires that what is noted of who waits for whom is so: for checked runs. */
void svc_list_check(const struct svc_list *list);

/* Told of one piece of waiting work; must not change the list. */
typedef void svc_list_visitor(void *context, const struct svc_waiting *waiting);

/* Visits all that waits in one class: crew by crew, at last what is on hold; within each from the longest wait to
 * the shortest. */
void svc_list_visit_class(const struct svc_list *list, size_t class, svc_list_visitor *visit, void *context);

#endif

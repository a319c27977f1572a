/* engine/queue.h - the event queue: what happens next.
 * Ordered by (time, order, scheduling): equal times leave by order, equal orders as they were scheduled. Cancelling
 * removes the event at once. Handles carry a generation, so a stale handle is noticed.
 * Inside are hierarchical timing wheels that reach as far as time does. Far events stand unsorted in wide buckets; a
 * bucket is spread over narrower ones when its turn comes, and one second and order has a bucket of its own. An event is
 * moved seven times at most, in practice once or twice, however many are pending and however they are spaced: there are
 * no widths to adapt. An event earlier than those already taken is taken next, but makes the queue spread others anew.
 * Sources: Varghese and Lauck (1987), Proceedings of the 11th ACM Symposium on Operating Systems Principles, 25-38
 * (hierarchical timing wheels); Ahuja, Mehlhorn, Orlin and Tarjan (1990), Journal of the ACM 37(2), 213-223 (buckets by the
 * first digit that differs from the present). */
#ifndef ENGINE_QUEUE_H
#define ENGINE_QUEUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/clock.h"

/* Which of two events at one second comes first. */
enum des_order {
    DES_ORDER_CAPACITY,   /* doors open, staff change */
    DES_ORDER_COMPLETION, /* work ends */
    DES_ORDER_RETURN,     /* something comes back: a follow-up falls due, a stay ends */
    DES_ORDER_LEAVING,    /* somebody goes: death, giving up */
    DES_ORDER_ARRIVAL,
    DES_ORDER_OBSERVATION, /* accounts are taken */
    DES_ORDER_END,
    DES_ORDER_COUNT
};

/* Names one scheduled event; DES_NO_EVENT (all zero) names none. Plain value. */
typedef uint64_t des_handle;
#define DES_NO_EVENT ((des_handle)0)

struct des_event {
    des_time time;
    uint32_t type;    /* the model's own number for what happens */
    uint32_t subject; /* whom it happens to */
};

struct des_queue;

/* An empty queue of 2,048 buckets, 33 kB; the caller frees it with des_queue_free. Grows with what is pending. */
struct des_queue *des_queue_new(void);
void des_queue_free(struct des_queue *queue);

/* Forgets all events; keeps the memory. */
void des_queue_clear(struct des_queue *queue);

/* Schedules an event; the handle is valid until it is popped or cancelled.
 *   time  any but DES_NEVER, from -2^58 to 2^58 */
des_handle des_queue_push(struct des_queue *queue, des_time time, enum des_order order, uint32_t type,
                          uint32_t subject);

/* Takes the next event; false when there is none. */
bool des_queue_pop(struct des_queue *queue, struct des_event *event);

/* Removes an event that has not happened. False (and nothing changes) when the handle is DES_NO_EVENT or its event
 * has happened or was cancelled. */
bool des_queue_cancel(struct des_queue *queue, des_handle handle);

/* Moves a pending event to another time, behind all events already there of its order. False as for cancel. */
bool des_queue_reschedule(struct des_queue *queue, des_handle handle, des_time time);

/* Number of pending events. */
size_t des_queue_count(const struct des_queue *queue);

/* Time of the next event, DES_NEVER when there is none. Looks through the events of one bucket, which may be many. */
des_time des_queue_next_time(const struct des_queue *queue);

#endif

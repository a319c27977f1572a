/* engine/queue.c - the event queue: wheels of buckets, each bucket as wide as the whole wheel before its own. */
#include "engine/queue.h"

#include <stdlib.h>

#include "base/err.h"
#include "base/mem.h"

enum { ORDER_BITS = 3, ORDER_MASK = (1 << ORDER_BITS) - 1 };
_Static_assert((int)DES_ORDER_COUNT <= (int)ORDER_MASK + 1, "an order must fit into its bits of the key");

/* A key is a number of eight digits of eight bits, and every digit has a wheel, the last and finest first. An event
 * stands on the wheel of the first digit in which its key differs from the present, in the bucket of that digit.
 * Hence all events of a wheel come before those of the next one, and all buckets together are in order of time. A
 * bucket of the finest wheel is one order of one second. */
enum { DIGIT_BITS = 8, DIGITS = 1 << DIGIT_BITS, WHEELS = 64 / DIGIT_BITS, BUCKETS = WHEELS * DIGITS };

enum { WORD = 64, WORDS = BUCKETS / WORD, FIRST_CAPACITY = 16 };
_Static_assert((int)WORDS <= (int)WORD, "a bit for every word must fit into one word");

static const des_time farthest = (des_time)1 << 58;

/* One in a ring: a bucket and the events in it, in the order in which they came. */
struct node {
    uint64_t key;  /* (time + farthest) << ORDER_BITS | order: compares as (time, order); none in a bucket */
    uint32_t next; /* also of a free node: the next free one */
    uint32_t previous;
};

/* What nobody looks at before the event happens. */
struct slot {
    uint32_t generation; /* grows when the event is over, which makes old handles stale */
    uint32_t type;
    uint32_t subject;
};

struct des_queue {
    struct node *nodes; /* the buckets, then the events */
    struct slot *slots; /* of the events */
    uint64_t present;   /* a key with 0 for its last digit; none that is pending is smaller */
    uint32_t capacity;  /* events there is room for */
    uint32_t count;
    uint32_t free_node;
    uint64_t words_in_use; /* bits of words that are not 0 */
    uint64_t words[WORDS]; /* bits of buckets that are not empty */
};

static void grow(struct des_queue *queue, uint32_t capacity) {
    err_require(capacity > queue->capacity);
    queue->nodes = mem_resized(queue->nodes, (size_t)BUCKETS + capacity, sizeof *queue->nodes);
    queue->slots = mem_resized(queue->slots, capacity, sizeof *queue->slots);
    for (uint32_t i = queue->capacity; i < capacity; i++) {
        queue->nodes[BUCKETS + i].next = BUCKETS + i + 1;
        queue->slots[i].generation = 0;
    }
    queue->capacity = capacity;
}

static void close_ring(struct des_queue *queue, uint32_t bucket) {
    queue->nodes[bucket].next = queue->nodes[bucket].previous = bucket;
}

struct des_queue *des_queue_new(void) {
    struct des_queue *queue = mem_zeroed(1, sizeof *queue);
    grow(queue, FIRST_CAPACITY);
    queue->free_node = BUCKETS;
    for (uint32_t bucket = 0; bucket < BUCKETS; bucket++) {
        close_ring(queue, bucket);
    }
    return queue;
}

void des_queue_free(struct des_queue *queue) {
    if (queue != NULL) {
        free(queue->nodes);
        free(queue->slots);
        free(queue);
    }
}

static uint64_t key_of(des_time time, uint64_t order) {
    err_require(time >= -farthest && time <= farthest);
    return (uint64_t)(time + farthest) << ORDER_BITS | order;
}

static des_time time_of(uint64_t key) {
    return (des_time)(key >> ORDER_BITS) - farthest;
}

static struct slot *slot_of(const struct des_queue *queue, uint32_t event) {
    return &queue->slots[event - BUCKETS];
}

/* ---- buckets ---- */

static uint32_t wheel_between(uint64_t key, uint64_t other) {
    return (63u ^ (uint32_t)__builtin_clzll((key ^ other) | 1)) / DIGIT_BITS;
}

static uint32_t bucket_on(uint32_t wheel, uint64_t key) {
    return wheel * DIGITS + (uint32_t)(key >> wheel * DIGIT_BITS) % DIGITS;
}

static void mark_in_use(struct des_queue *queue, uint32_t bucket) {
    queue->words[bucket / WORD] |= (uint64_t)1 << bucket % WORD;
    queue->words_in_use |= (uint64_t)1 << bucket / WORD;
}

static void mark_empty(struct des_queue *queue, uint32_t bucket) {
    queue->words[bucket / WORD] ^= (uint64_t)1 << bucket % WORD;
    queue->words_in_use ^= (uint64_t)(queue->words[bucket / WORD] == 0) << bucket / WORD;
}

/* The queue is not empty. */
static uint32_t first_bucket(const struct des_queue *queue) {
    const uint32_t word = (uint32_t)__builtin_ctzll(queue->words_in_use);
    return word * WORD + (uint32_t)__builtin_ctzll(queue->words[word]);
}

static inline void append(struct des_queue *queue, uint32_t event) {
    struct node *nodes = queue->nodes;
    const uint64_t key = nodes[event].key;
    const uint32_t bucket = bucket_on(wheel_between(key, queue->present), key);
    const uint32_t last = nodes[bucket].previous;
    nodes[event].next = bucket;
    nodes[event].previous = last;
    nodes[last].next = event;
    nodes[bucket].previous = event;
    mark_in_use(queue, bucket);
}

static void take_out(struct des_queue *queue, uint32_t event) {
    const uint32_t next = queue->nodes[event].next, previous = queue->nodes[event].previous;
    queue->nodes[previous].next = next;
    queue->nodes[next].previous = previous;
    if (next == previous) {
        mark_empty(queue, next);
    }
}

/* The present comes to the begin of the first bucket, whose events go on to finer wheels. These are empty; so events of
 * one key, which are always in one bucket, remain as they were scheduled. */
static void spread(struct des_queue *queue, uint32_t bucket) {
    const uint32_t shift = bucket / DIGITS * DIGIT_BITS;
    uint32_t event = queue->nodes[bucket].next;
    queue->present = queue->nodes[event].key >> shift << shift;
    close_ring(queue, bucket);
    mark_empty(queue, bucket);
    while (event != bucket) {
        const uint32_t next = queue->nodes[event].next;
        append(queue, event);
        event = next;
    }
}

static void move_ring(struct des_queue *queue, uint32_t from, uint32_t to) {
    struct node *nodes = queue->nodes;
    const uint32_t first = nodes[from].next, last = nodes[from].previous, before = nodes[to].previous;
    nodes[before].next = first;
    nodes[first].previous = before;
    nodes[last].next = to;
    nodes[to].previous = last;
    close_ring(queue, from);
    mark_empty(queue, from);
    mark_in_use(queue, to);
}

/* The opposite of spread, for an event before the present: what stands on wheels finer than the first digit that differs
 * shares that digit of the present. */
static void go_back(struct des_queue *queue, uint64_t key) {
    const uint32_t wheel = wheel_between(key, queue->present);
    const uint32_t to = bucket_on(wheel, queue->present);
    while (queue->words_in_use != 0 && first_bucket(queue) < wheel * DIGITS) {
        move_ring(queue, first_bucket(queue), to);
    }
    queue->present = key / DIGITS * DIGITS;
}

/* ---- events ---- */

static void put(struct des_queue *queue, uint32_t event, uint64_t key) {
    if (key < queue->present) {
        go_back(queue, key);
    }
    queue->nodes[event].key = key;
    append(queue, event);
}

static inline void end_event(struct des_queue *queue, uint32_t event) {
    take_out(queue, event);
    slot_of(queue, event)->generation++;
    queue->nodes[event].next = queue->free_node;
    queue->free_node = event;
    queue->count--;
}

void des_queue_clear(struct des_queue *queue) {
    while (queue->count > 0) {
        end_event(queue, queue->nodes[first_bucket(queue)].next);
    }
    queue->present = 0;
}

des_handle des_queue_push(struct des_queue *queue, des_time time, enum des_order order, uint32_t type,
                          uint32_t subject) {
    if (queue->count == queue->capacity) {
        grow(queue, queue->capacity * 2);
    }
    const uint32_t event = queue->free_node;
    queue->free_node = queue->nodes[event].next;
    queue->count++;
    struct slot *slot = slot_of(queue, event);
    slot->type = type;
    slot->subject = subject;
    put(queue, event, key_of(time, order));
    return (des_handle)slot->generation << 32 | event;
}

/* An event alone in its bucket is spared the finer wheels. */
static uint32_t first_event(struct des_queue *queue) {
    uint32_t bucket = first_bucket(queue);
    while (bucket >= DIGITS && queue->nodes[bucket].next != queue->nodes[bucket].previous) {
        spread(queue, bucket);
        bucket = first_bucket(queue);
    }
    return queue->nodes[bucket].next;
}

bool des_queue_pop(struct des_queue *queue, struct des_event *event) {
    if (queue->count == 0) {
        return false;
    }
    const uint32_t first = first_event(queue);
    const struct slot *slot = slot_of(queue, first);
    *event = (struct des_event){time_of(queue->nodes[first].key), slot->type, slot->subject};
    end_event(queue, first);
    return true;
}

/* The node of the event that a handle names; 0, which is a bucket, when there is none. */
static uint32_t event_of(const struct des_queue *queue, des_handle handle) {
    if (handle == DES_NO_EVENT) {
        return 0;
    }
    const uint32_t event = (uint32_t)handle;
    err_require(event >= BUCKETS && event - BUCKETS < queue->capacity);
    return slot_of(queue, event)->generation == (uint32_t)(handle >> 32) ? event : 0;
}

bool des_queue_cancel(struct des_queue *queue, des_handle handle) {
    const uint32_t event = event_of(queue, handle);
    if (event == 0) {
        return false;
    }
    end_event(queue, event);
    return true;
}

bool des_queue_reschedule(struct des_queue *queue, des_handle handle, des_time time) {
    const uint32_t event = event_of(queue, handle);
    if (event == 0) {
        return false;
    }
    take_out(queue, event);
    put(queue, event, key_of(time, queue->nodes[event].key & ORDER_MASK));
    return true;
}

size_t des_queue_count(const struct des_queue *queue) {
    return queue->count;
}

/* Spreading the bucket would be quicker the next time, but takes the present beyond what may still be scheduled. */
des_time des_queue_next_time(const struct des_queue *queue) {
    if (queue->count == 0) {
        return DES_NEVER;
    }
    const uint32_t bucket = first_bucket(queue);
    uint64_t least = UINT64_MAX;
    for (uint32_t event = queue->nodes[bucket].next; event != bucket; event = queue->nodes[event].next) {
        least = queue->nodes[event].key < least ? queue->nodes[event].key : least;
    }
    return time_of(least);
}

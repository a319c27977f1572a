/* engine/queue.c - the event queue: an indexed 4-ary heap. */
#include "engine/queue.h"

#include <stdlib.h>

#include "base/err.h"
#include "base/mem.h"

/* With the root here the children of p are 4p - 8 to 4p - 5: each family of four begins at a multiple of four,
 * so it is one line of the processor's cache. */
enum { ROOT = 3, LINE = 64, FIRST_CAPACITY = 16 };

enum { ORDER_BITS = 4, ORDER_MASK = (1 << ORDER_BITS) - 1 };
_Static_assert((int)DES_ORDER_COUNT <= (int)ORDER_MASK, "an order must fit into its bits of the key");

static const des_time farthest = (des_time)1 << 58;

/* What the heap moves about. The rest of an event stands still in its slot. */
struct entry {
    uint64_t key; /* (time + farthest) << ORDER_BITS | order: compares as (time, order) */
    uint32_t sequence;
    uint32_t slot;
};

/* Later than every event; fills the places behind the last one, so that every family has four members. */
static const struct entry empty = {.key = UINT64_MAX, .sequence = UINT32_MAX, .slot = UINT32_MAX};

struct slot {
    uint32_t position;   /* in the heap; in a free slot, the number of the next free one */
    uint32_t generation; /* grows when the slot becomes free, which makes old handles stale */
    uint32_t type;
    uint32_t subject;
};

struct des_queue {
    struct entry *heap; /* entries at ROOT to end - 1, empty up to capacity */
    struct slot *slots;
    uint32_t end;
    uint32_t capacity; /* places in heap, and slots: more than can be in use at once */
    uint32_t free_slot;
    uint32_t sequence;
};

/* Key and sequence make one number of 128 bits, which the processor compares without guessing at a branch. */
static bool before(struct entry a, struct entry b) {
    __extension__ unsigned __int128 first = a.key;
    __extension__ unsigned __int128 second = b.key;
    first = first << 64 | a.sequence;
    second = second << 64 | b.sequence;
    return first < second;
}

/* The C library cannot resize memory and keep it aligned: hence new places and a copy. */
static struct entry *aligned_places(const struct entry *old, uint32_t used, uint32_t capacity) {
    struct entry *heap = aligned_alloc(LINE, capacity * sizeof *heap);
    err_require(heap != NULL);
    for (uint32_t i = 0; i < capacity; i++) {
        heap[i] = i >= ROOT && i < used ? old[i] : empty;
    }
    return heap;
}

static void grow(struct des_queue *queue, uint32_t capacity) {
    err_require(capacity > queue->capacity);
    struct entry *heap = aligned_places(queue->heap, queue->end, capacity);
    free(queue->heap);
    queue->heap = heap;
    queue->slots = mem_resized(queue->slots, capacity, sizeof *queue->slots);
    for (uint32_t i = queue->capacity; i < capacity; i++) {
        queue->slots[i] = (struct slot){.position = i + 1};
    }
    queue->capacity = capacity;
}

struct des_queue *des_queue_new(void) {
    struct des_queue *queue = mem_zeroed(1, sizeof *queue);
    queue->end = ROOT;
    grow(queue, FIRST_CAPACITY);
    return queue;
}

void des_queue_free(struct des_queue *queue) {
    if (queue != NULL) {
        free(queue->heap);
        free(queue->slots);
        free(queue);
    }
}

static void free_slot(struct des_queue *queue, uint32_t index) {
    struct slot *slot = &queue->slots[index];
    slot->generation++;
    slot->position = queue->free_slot;
    queue->free_slot = index;
}

void des_queue_clear(struct des_queue *queue) {
    for (uint32_t i = ROOT; i < queue->end; i++) {
        free_slot(queue, queue->heap[i].slot);
        queue->heap[i] = empty;
    }
    queue->end = ROOT;
    queue->sequence = 0;
}

static void place(struct des_queue *queue, uint32_t position, struct entry entry) {
    queue->heap[position] = entry;
    queue->slots[entry.slot].position = position;
}

static uint32_t parent_of(uint32_t position) {
    return position / 4 + 2;
}

/* Fills the hole at a position with the entry or, while the entry is earlier, with the hole's parent. */
static void rise(struct des_queue *queue, uint32_t hole, struct entry entry) {
    while (hole > ROOT) {
        uint32_t parent = parent_of(hole);
        if (!before(entry, queue->heap[parent])) {
            break;
        }
        place(queue, hole, queue->heap[parent]);
        hole = parent;
    }
    place(queue, hole, entry);
}

/* A knock-out of two rounds. The sums in place of conditions keep the processor from guessing. */
static uint32_t earliest_of_family(const struct entry *heap, uint32_t first) {
    uint32_t left = first + before(heap[first + 1], heap[first]);
    uint32_t right = first + 2 + before(heap[first + 3], heap[first + 2]);
    return before(heap[right], heap[left]) ? right : left;
}

/* The hole sinks to the leaves before the entry is looked at, since that is where the entry nearly always ends. From
 * there it may rise as far as it must, also above the place where the hole began. */
static void sink(struct des_queue *queue, uint32_t hole, struct entry entry) {
    for (uint32_t first = hole * 4 - 8; first < queue->end; first = hole * 4 - 8) {
        uint32_t child = earliest_of_family(queue->heap, first);
        place(queue, hole, queue->heap[child]);
        hole = child;
    }
    rise(queue, hole, entry);
}

static uint64_t key_of(des_time time, uint64_t order) {
    err_require(time >= -farthest && time <= farthest);
    return (uint64_t)(time + farthest) << ORDER_BITS | order;
}

static des_time time_of(struct entry entry) {
    return (des_time)(entry.key >> ORDER_BITS) - farthest;
}

static uint32_t next_sequence(struct des_queue *queue) {
    err_require(queue->sequence < UINT32_MAX);
    return queue->sequence++;
}

des_handle des_queue_push(struct des_queue *queue, des_time time, enum des_order order, uint32_t type,
                          uint32_t subject) {
    if (queue->end == queue->capacity) {
        grow(queue, queue->capacity * 2);
    }
    uint32_t index = queue->free_slot;
    struct slot *slot = &queue->slots[index];
    queue->free_slot = slot->position;
    slot->type = type;
    slot->subject = subject;
    struct entry entry = {key_of(time, order), next_sequence(queue), index};
    rise(queue, queue->end++, entry);
    return (des_handle)slot->generation << 32 | (index + 1);
}

/* Closes the gap at a position with the last entry. */
static void take_out(struct des_queue *queue, uint32_t position) {
    free_slot(queue, queue->heap[position].slot);
    queue->end--;
    struct entry last = queue->heap[queue->end];
    queue->heap[queue->end] = empty;
    if (position < queue->end) {
        sink(queue, position, last);
    }
}

bool des_queue_pop(struct des_queue *queue, struct des_event *event) {
    if (queue->end == ROOT) {
        return false;
    }
    struct entry next = queue->heap[ROOT];
    const struct slot *slot = &queue->slots[next.slot];
    *event = (struct des_event){time_of(next), slot->type, slot->subject};
    take_out(queue, ROOT);
    return true;
}

/* Position of the event that a handle names; 0, which is no position, when there is none. */
static uint32_t position_of(const struct des_queue *queue, des_handle handle) {
    if (handle == DES_NO_EVENT) {
        return 0;
    }
    uint32_t index = (uint32_t)handle - 1;
    err_require(index < queue->capacity);
    const struct slot *slot = &queue->slots[index];
    return slot->generation == (uint32_t)(handle >> 32) ? slot->position : 0;
}

bool des_queue_cancel(struct des_queue *queue, des_handle handle) {
    uint32_t position = position_of(queue, handle);
    if (position == 0) {
        return false;
    }
    take_out(queue, position);
    return true;
}

bool des_queue_reschedule(struct des_queue *queue, des_handle handle, des_time time) {
    uint32_t position = position_of(queue, handle);
    if (position == 0) {
        return false;
    }
    struct entry entry = queue->heap[position];
    entry.key = key_of(time, entry.key & ORDER_MASK);
    entry.sequence = next_sequence(queue);
    sink(queue, position, entry);
    return true;
}

size_t des_queue_count(const struct des_queue *queue) {
    return queue->end - ROOT;
}

des_time des_queue_next_time(const struct des_queue *queue) {
    return queue->end > ROOT ? time_of(queue->heap[ROOT]) : DES_NEVER;
}

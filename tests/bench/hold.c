/* tests/bench/hold.c - the event queue alone, against a plain binary heap, in the hold model: take the next event, put one
 * back an exponential time later, with so many events ahead all the time. `hold queue 1000 5000000` prints the
 * nanoseconds of processor time of a hold, draw included; `hold heap ...` those of the binary heap; `hold moved ...` those
 * of a hold after which any one of the events ahead is moved by its handle.
 * Source: Jones (1986), Communications of the ACM 29(4), 300-311 (hold model). */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "chance.h"
#include "engine/queue.h"

static const double mean_seconds = 1e6;

static des_time later(struct chance *chance, des_time now) {
    return now + (des_time)(mean_seconds * chance_exponential(chance));
}

/* ---- the binary heap, root at 1: ties in order of scheduling as in the queue, but no handles, so nothing to cancel ---- */

struct entry {
    uint64_t time;
    uint32_t sequence, subject;
};

struct heap {
    struct entry *entries;
    size_t count;
    uint32_t sequence;
};

static bool before(struct entry a, struct entry b) {
    __extension__ typedef unsigned __int128 whole;
    return ((whole)a.time << 64 | a.sequence) < ((whole)b.time << 64 | b.sequence);
}

static void heap_push(struct heap *heap, des_time time, uint32_t subject) {
    const struct entry entry = {(uint64_t)time, heap->sequence++, subject};
    size_t hole = ++heap->count;
    for (; hole > 1 && before(entry, heap->entries[hole / 2]); hole /= 2) {
        heap->entries[hole] = heap->entries[hole / 2];
    }
    heap->entries[hole] = entry;
}

static struct entry heap_pop(struct heap *heap) {
    const struct entry next = heap->entries[1], last = heap->entries[heap->count--];
    size_t hole = 1;
    for (size_t child = 2; child <= heap->count; child = 2 * hole) {
        child += child < heap->count && before(heap->entries[child + 1], heap->entries[child]);
        if (!before(heap->entries[child], last)) {
            break;
        }
        heap->entries[hole] = heap->entries[child];
        hole = child;
    }
    heap->entries[hole] = last;
    return next;
}

/* ---- */

static double processor_seconds(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static double hold_queue(struct chance *chance, size_t pending, size_t holds) {
    struct des_queue *queue = des_queue_new();
    for (size_t i = 0; i < pending; i++) {
        des_queue_push(queue, later(chance, 0), DES_ORDER_RETURN, 1, (uint32_t)i);
    }
    const double begun = processor_seconds();
    for (size_t i = 0; i < holds; i++) {
        struct des_event event;
        if (des_queue_pop(queue, &event)) {
            des_queue_push(queue, later(chance, event.time), DES_ORDER_RETURN, event.type, event.subject);
        }
    }
    const double seconds = processor_seconds() - begun;
    des_queue_free(queue);
    return seconds;
}

/* As hold_queue, with the handle of each event at hand. */
static double hold_moved(struct chance *chance, size_t pending, size_t holds) {
    struct des_queue *queue = des_queue_new();
    des_handle *handles = calloc(pending, sizeof *handles);
    if (handles == NULL) {
        exit(1);
    }
    for (size_t i = 0; i < pending; i++) {
        handles[i] = des_queue_push(queue, later(chance, 0), DES_ORDER_RETURN, 1, (uint32_t)i);
    }
    const double begun = processor_seconds();
    for (size_t i = 0; i < holds; i++) {
        struct des_event event;
        if (des_queue_pop(queue, &event)) {
            handles[event.subject] =
                des_queue_push(queue, later(chance, event.time), DES_ORDER_RETURN, event.type, event.subject);
            const size_t any = (size_t)(chance_uniform(chance) * (double)pending);
            des_queue_reschedule(queue, handles[any], later(chance, event.time));
        }
    }
    const double seconds = processor_seconds() - begun;
    free(handles);
    des_queue_free(queue);
    return seconds;
}

static double hold_heap(struct chance *chance, size_t pending, size_t holds) {
    struct heap heap = {.entries = calloc(pending + 2, sizeof(struct entry))};
    if (heap.entries == NULL) {
        exit(1);
    }
    for (size_t i = 0; i < pending; i++) {
        heap_push(&heap, later(chance, 0), (uint32_t)i);
    }
    const double begun = processor_seconds();
    for (size_t i = 0; i < holds; i++) {
        const struct entry event = heap_pop(&heap);
        heap_push(&heap, later(chance, (des_time)event.time), event.subject);
    }
    const double seconds = processor_seconds() - begun;
    free(heap.entries);
    return seconds;
}

static double hold(const char *what, struct chance *chance, size_t pending, size_t holds) {
    if (strcmp(what, "heap") == 0) {
        return hold_heap(chance, pending, holds);
    }
    return (strcmp(what, "moved") == 0 ? hold_moved : hold_queue)(chance, pending, holds);
}

int main(int count, char **words) {
    if (count < 4) {
        return 64;
    }
    const size_t pending = strtoul(words[2], NULL, 10), holds = strtoul(words[3], NULL, 10);
    struct chance chance;
    chance_init(&chance, 1);
    printf("%.3f\n", 1e9 * hold(words[1], &chance, pending, holds) / (double)holds);
    return 0;
}

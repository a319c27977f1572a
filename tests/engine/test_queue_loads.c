/* tests/engine/test_queue_loads.c - the event queue under loads of many shapes, against a binary heap; borders of its
 * wheels; and that scale and place of the times do not matter. */
#include "engine/queue.h"

#include "tests/support.h"

enum { NAMES = 100000, FEW = 3, ORDERS = DES_ORDER_COUNT };

static const des_time day = 86400, year = 365 * (des_time)86400, farthest = (des_time)1 << 58;

static uint32_t random_below(uint64_t *random, uint32_t limit) {
    *random = *random * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*random >> 33) % limit;
}

/* ---- the binary heap: by time, order, and as scheduled; what was cancelled or moved stays in it until it is met ---- */

struct entry {
    des_time time;
    uint64_t order, sequence;
    uint32_t name;
};

struct event {
    des_handle handle;
    uint64_t sequence; /* of the last time it was scheduled */
    uint32_t order;
    bool is_pending;
};

struct trial {
    struct des_queue *queue;
    struct entry *heap; /* root at 1 */
    struct event *events;
    uint32_t *names;  /* the first count of them are pending */
    uint32_t *places; /* of names */
    size_t count, heap_count, heap_capacity;
    des_time now;
    uint64_t sequence, random;
};

static bool is_before(const struct entry *a, const struct entry *b) {
    if (a->time != b->time) {
        return a->time < b->time;
    }
    return a->order != b->order ? a->order < b->order : a->sequence < b->sequence;
}

static void heap_push(struct trial *trial, struct entry entry) {
    if (++trial->heap_count >= trial->heap_capacity) {
        trial->heap_capacity *= 2;
        trial->heap = realloc(trial->heap, trial->heap_capacity * sizeof *trial->heap);
    }
    size_t hole = trial->heap_count;
    for (; hole > 1 && is_before(&entry, &trial->heap[hole / 2]); hole /= 2) {
        trial->heap[hole] = trial->heap[hole / 2];
    }
    trial->heap[hole] = entry;
}

static struct entry heap_pop(struct trial *trial) {
    struct entry *heap = trial->heap;
    const struct entry next = heap[1], last = heap[trial->heap_count--];
    size_t hole = 1;
    for (size_t child = 2; child <= trial->heap_count; child = 2 * hole) {
        child += child < trial->heap_count && is_before(&heap[child + 1], &heap[child]);
        if (!is_before(&heap[child], &last)) {
            break;
        }
        heap[hole] = heap[child];
        hole = child;
    }
    heap[hole] = last;
    return next;
}

/* ---- both at once ---- */

static struct trial *trial_new(uint64_t seed) {
    struct trial *trial = calloc(1, sizeof *trial);
    *trial = (struct trial){.queue = des_queue_new(), .heap_capacity = 2, .random = seed};
    trial->heap = calloc(trial->heap_capacity, sizeof *trial->heap);
    trial->events = calloc(NAMES, sizeof *trial->events);
    trial->names = calloc(NAMES, sizeof *trial->names);
    trial->places = calloc(NAMES, sizeof *trial->places);
    for (uint32_t i = 0; i < NAMES; i++) {
        trial->names[i] = trial->places[i] = i;
    }
    return trial;
}

static void trial_free(struct trial *trial) {
    des_queue_free(trial->queue);
    free(trial->heap);
    free(trial->events);
    free(trial->names);
    free(trial->places);
    free(trial);
}

static void swap_names(struct trial *trial, uint32_t name, size_t place) {
    const uint32_t other = trial->names[place], old = trial->places[name];
    trial->names[place] = name;
    trial->places[name] = (uint32_t)place;
    trial->names[old] = other;
    trial->places[other] = old;
}

static void begin(struct trial *trial, uint32_t name, des_time time) {
    struct event *event = &trial->events[name];
    event->sequence = trial->sequence++;
    event->is_pending = true;
    heap_push(trial, (struct entry){time, event->order, event->sequence, name});
}

static void end(struct trial *trial, uint32_t name) {
    trial->events[name].is_pending = false;
    swap_names(trial, name, --trial->count);
}

static void push_both(struct trial *trial, des_time time) {
    const uint32_t name = trial->names[trial->count++];
    struct event *event = &trial->events[name];
    assert_false(des_queue_cancel(trial->queue, event->handle));
    event->order = random_below(&trial->random, ORDERS);
    event->handle = des_queue_push(trial->queue, time, event->order, event->order, name);
    begin(trial, name, time);
}

static void pop_both(struct trial *trial) {
    struct entry want = heap_pop(trial);
    while (!trial->events[want.name].is_pending || trial->events[want.name].sequence != want.sequence) {
        want = heap_pop(trial);
    }
    struct des_event got;
    assert_true(des_queue_pop(trial->queue, &got));
    assert_true(got.time == want.time);
    assert_int_equal(got.type, want.order);
    assert_int_equal(got.subject, want.name);
    trial->now = want.time;
    end(trial, want.name);
}

static uint32_t anybody(struct trial *trial) {
    return trial->names[random_below(&trial->random, (uint32_t)trial->count)];
}

static void cancel_both(struct trial *trial) {
    const uint32_t name = anybody(trial);
    assert_true(des_queue_cancel(trial->queue, trial->events[name].handle));
    end(trial, name);
}

static void move_both(struct trial *trial, des_time time) {
    const uint32_t name = anybody(trial);
    assert_true(des_queue_reschedule(trial->queue, trial->events[name].handle, time));
    begin(trial, name, time);
}

static void clear_both(struct trial *trial) {
    des_queue_clear(trial->queue);
    while (trial->count > 0) {
        end(trial, trial->names[0]);
    }
    trial->heap_count = 0;
}

/* ---- loads ---- */

struct load {
    des_time begin;
    des_time (*ahead)(uint64_t *random, des_time now);
};

/* Office hours: a few seconds or hours ahead, but then from eight to four. */
static des_time clustered(uint64_t *random, des_time now) {
    if (random_below(random, 3) == 0) {
        return random_below(random, 300);
    }
    const des_time midnight = (now + day) / day * day;
    return midnight + random_below(random, 5) * day + 8 * 3600 + random_below(random, 8 * 3600) - now;
}

static des_time bimodal(uint64_t *random, des_time now) {
    (void)now;
    return random_below(random, 10) > 0 ? random_below(random, 100) : 40 * year + random_below(random, 1000);
}

static des_time tied(uint64_t *random, des_time now) {
    (void)now;
    return random_below(random, 3) * 3600;
}

static des_time constant(uint64_t *random, des_time now) {
    (void)random;
    (void)now;
    return 256;
}

/* As many seconds as minutes, hours, years, thousands of years. */
static des_time of_every_size(uint64_t *random, des_time now) {
    (void)now;
    const uint32_t bits = random_below(random, 39);
    return ((des_time)1 << bits) + random_below(random, 1u << (bits < 31 ? bits : 31));
}

/* Some events are earlier than those that have been taken. */
static des_time also_backwards(uint64_t *random, des_time now) {
    (void)now;
    return random_below(random, 20) == 0 ? -(des_time)random_below(random, 3000)
                                         : (des_time)random_below(random, 1000000);
}

static des_time later(struct trial *trial, const struct load *load) {
    return trial->now + load->ahead(&trial->random, trial->now);
}

/* One event goes and another comes; now and then one is cancelled and one moved. */
static void hold(struct trial *trial, const struct load *load) {
    const uint32_t action = random_below(&trial->random, 8);
    if (action == 0) {
        move_both(trial, later(trial, load));
    } else if (action == 1) {
        cancel_both(trial);
    } else {
        pop_both(trial);
    }
    if (action > 0) {
        push_both(trial, later(trial, load));
    }
}

static void grow(struct trial *trial, const struct load *load, size_t count) {
    while (trial->count < count) {
        push_both(trial, later(trial, load));
        if (random_below(&trial->random, 2) == 0) {
            hold(trial, load);
        }
    }
}

static void shrink(struct trial *trial, const struct load *load, size_t count) {
    while (trial->count > count) {
        pop_both(trial);
        if (random_below(&trial->random, 4) == 0 && trial->count > 0) {
            hold(trial, load);
        }
    }
}

/* From a few to very many and back, cleared in the middle, and the same once more. */
static void it_agrees_with_a_heap_under_the_load(void **state) {
    const struct load *load = *state;
    struct trial *trial = trial_new(20261122);
    for (size_t most = 1000; most <= NAMES; most *= 10) {
        trial->now = load->begin;
        grow(trial, load, FEW);
        for (uint32_t i = 0; i < 1000; i++) {
            hold(trial, load);
        }
        grow(trial, load, most);
        clear_both(trial);
        trial->now = load->begin;
        grow(trial, load, most);
        shrink(trial, load, FEW);
        assert_int_equal(des_queue_count(trial->queue), FEW);
        shrink(trial, load, 0);
        assert_true(des_queue_next_time(trial->queue) == DES_NEVER);
    }
    trial_free(trial);
}

/* ---- borders ---- */

static void take(struct des_queue *queue, des_time time, uint32_t subject) {
    struct des_event event;
    assert_true(des_queue_next_time(queue) == time);
    assert_true(des_queue_pop(queue, &event));
    assert_true(event.time == time);
    assert_int_equal(event.subject, subject);
}

static void neighbours_on_both_sides_of_every_border_leave_in_order(void **state) {
    (void)state;
    for (int bits = 0; bits < 58; bits++) {
        struct des_queue *queue = des_queue_new();
        const des_time border = ((des_time)1 << bits) - farthest;
        des_queue_push(queue, border + 1, DES_ORDER_RETURN, 1, 5);
        des_queue_push(queue, border, DES_ORDER_END, 1, 3);
        des_queue_push(queue, border - 1, DES_ORDER_END, 1, 1);
        take(queue, border - 1, 1);
        des_queue_push(queue, border, DES_ORDER_END, 1, 4);
        des_queue_push(queue, border, DES_ORDER_CAPACITY, 1, 2);
        take(queue, border, 2);
        take(queue, border, 3);
        take(queue, border, 4);
        take(queue, border + 1, 5);
        des_queue_free(queue);
    }
}

/* Each is earlier than the one just taken, by any span; those that wait meanwhile stay in order. */
static void an_event_before_the_last_one_is_the_next(void **state) {
    (void)state;
    for (int bits = 0; bits < 57; bits++) {
        struct des_queue *queue = des_queue_new();
        for (uint32_t i = 0; i < 4; i++) {
            des_queue_push(queue, i / 2 * 7, DES_ORDER_RETURN, 1, i);
        }
        take(queue, 0, 0);
        des_queue_push(queue, -((des_time)1 << bits), DES_ORDER_RETURN, 1, 9);
        des_queue_push(queue, 7, DES_ORDER_RETURN, 1, 4);
        take(queue, -((des_time)1 << bits), 9);
        take(queue, 0, 1);
        take(queue, 7, 2);
        take(queue, 7, 3);
        take(queue, 7, 4);
        des_queue_free(queue);
    }
}

static void the_last_of_a_bucket_can_be_cancelled_or_moved(void **state) {
    (void)state;
    struct des_queue *queue = des_queue_new();
    const des_handle gone = des_queue_push(queue, 5 * year, DES_ORDER_RETURN, 1, 1);
    const des_handle moved = des_queue_push(queue, 9 * year, DES_ORDER_RETURN, 1, 2);
    des_queue_push(queue, 2 * day, DES_ORDER_RETURN, 1, 3);
    take(queue, 2 * day, 3);
    assert_true(des_queue_cancel(queue, gone));
    assert_true(des_queue_reschedule(queue, moved, 3 * day));
    take(queue, 3 * day, 2);
    assert_int_equal(des_queue_count(queue), 0);
    assert_true(des_queue_next_time(queue) == DES_NEVER);
    des_queue_free(queue);
}

/* ---- the same events, elsewhere and at another scale ---- */

enum { STEPS = 3000 };

/* Writes who leaves at each step. */
static void play(uint32_t *subjects, des_time start, des_time scale) {
    struct des_queue *queue = des_queue_new();
    des_time now = 0;
    uint64_t random = 7;
    for (uint32_t i = 0; i < 200; i++) {
        des_queue_push(queue, start + scale * random_below(&random, 500), random_below(&random, ORDERS), 1, i);
    }
    for (uint32_t i = 0; i < STEPS; i++) {
        struct des_event event;
        assert_true(des_queue_pop(queue, &event));
        subjects[i] = event.subject;
        now = (event.time - start) / scale;
        des_queue_push(queue, start + scale * (now + random_below(&random, 500)), random_below(&random, ORDERS), 1, i);
    }
    des_queue_free(queue);
}

static void scale_and_place_of_the_times_do_not_matter(void **state) {
    (void)state;
    const des_time starts[] = {-farthest, -year, -1, 0, 255, (des_time)1 << 32};
    const des_time scales[] = {3, 64, 3600, 86400, 100000007, (des_time)1 << 37};
    uint32_t want[STEPS], got[STEPS];
    play(want, 0, 1);
    for (size_t s = 0; s < sizeof starts / sizeof *starts; s++) {
        for (size_t c = 0; c < sizeof scales / sizeof *scales; c++) {
            play(got, starts[s], scales[c]);
            assert_memory_equal(got, want, sizeof want);
        }
    }
}

int main(int argc, char **argv) {
    struct load office = {-2 * year, clustered}, near_and_far = {-1000, bimodal}, hourly = {0, tied},
                even = {-((des_time)1 << 40), constant}, vast = {-((des_time)1 << 57), of_every_size},
                erring = {-500000, also_backwards};
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(neighbours_on_both_sides_of_every_border_leave_in_order),
        cmocka_unit_test(an_event_before_the_last_one_is_the_next),
        cmocka_unit_test(the_last_of_a_bucket_can_be_cancelled_or_moved),
        cmocka_unit_test(scale_and_place_of_the_times_do_not_matter),
        cmocka_unit_test_prestate(it_agrees_with_a_heap_under_the_load, &office),
        cmocka_unit_test_prestate(it_agrees_with_a_heap_under_the_load, &near_and_far),
        cmocka_unit_test_prestate(it_agrees_with_a_heap_under_the_load, &hourly),
        cmocka_unit_test_prestate(it_agrees_with_a_heap_under_the_load, &even),
        cmocka_unit_test_prestate(it_agrees_with_a_heap_under_the_load, &vast),
        cmocka_unit_test_prestate(it_agrees_with_a_heap_under_the_load, &erring),
    };
    return run_chosen(tests, argc, argv);
}

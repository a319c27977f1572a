/* tests/engine/test_queue.c - the event queue against a sorted array, and the order of ties. */
#include "engine/queue.h"

#include <string.h>

#include "tests/support.h"

static void take(struct des_queue *queue, des_time time, uint32_t type, uint32_t subject) {
    struct des_event event;
    assert_true(des_queue_pop(queue, &event));
    assert_true(event.time == time);
    assert_int_equal(event.type, type);
    assert_int_equal(event.subject, subject);
}

static void events_leave_by_time(void **state) {
    (void)state;
    struct des_queue *queue = des_queue_new();
    des_queue_push(queue, 2385, DES_ORDER_ARRIVAL, 1, 11);
    des_queue_push(queue, -71, DES_ORDER_ARRIVAL, 2, 22);
    des_queue_push(queue, 0, DES_ORDER_ARRIVAL, 3, 33);
    assert_int_equal(des_queue_count(queue), 3);
    assert_true(des_queue_next_time(queue) == -71);
    take(queue, -71, 2, 22);
    take(queue, 0, 3, 33);
    take(queue, 2385, 1, 11);
    struct des_event event;
    assert_false(des_queue_pop(queue, &event));
    assert_true(des_queue_next_time(queue) == DES_NEVER);
    des_queue_free(queue);
}

static void every_pair_of_orders_at_one_time_leaves_by_order(void **state) {
    (void)state;
    struct des_queue *queue = des_queue_new();
    for (uint32_t a = 0; a < DES_ORDER_COUNT; a++) {
        for (uint32_t b = 0; b < DES_ORDER_COUNT; b++) {
            des_queue_push(queue, 77, a, a, 1);
            des_queue_push(queue, 77, b, b, 2);
            take(queue, 77, a <= b ? a : b, a <= b ? 1 : 2);
            take(queue, 77, a <= b ? b : a, a <= b ? 2 : 1);
        }
    }
    des_queue_free(queue);
}

static void ties_of_one_order_leave_as_they_were_scheduled(void **state) {
    (void)state;
    struct des_queue *queue = des_queue_new();
    for (uint32_t i = 0; i < 1000; i++) {
        des_queue_push(queue, 5, i % 2 == 0 ? DES_ORDER_LEAVING : DES_ORDER_RETURN, 9, i);
    }
    for (uint32_t i = 0; i < 1000; i++) {
        take(queue, 5, 9, i < 500 ? 2 * i + 1 : 2 * (i - 500));
    }
    des_queue_free(queue);
}

static void a_cancelled_event_does_not_happen(void **state) {
    (void)state;
    struct des_queue *queue = des_queue_new();
    des_handle first = des_queue_push(queue, 10, DES_ORDER_RETURN, 1, 1);
    des_queue_push(queue, 20, DES_ORDER_RETURN, 2, 2);
    assert_true(des_queue_cancel(queue, first));
    assert_false(des_queue_cancel(queue, first));
    assert_int_equal(des_queue_count(queue), 1);
    take(queue, 20, 2, 2);
    des_queue_free(queue);
}

static void a_stale_handle_is_noticed_though_its_place_is_taken_again(void **state) {
    (void)state;
    struct des_queue *queue = des_queue_new();
    des_handle old = des_queue_push(queue, 10, DES_ORDER_RETURN, 1, 1);
    take(queue, 10, 1, 1);
    des_handle newer = des_queue_push(queue, 30, DES_ORDER_RETURN, 2, 2);
    assert_true(newer != old);
    assert_int_equal((uint32_t)newer, (uint32_t)old);
    assert_false(des_queue_cancel(queue, old));
    assert_false(des_queue_reschedule(queue, old, 50));
    assert_false(des_queue_cancel(queue, DES_NO_EVENT));
    assert_false(des_queue_reschedule(queue, DES_NO_EVENT, 50));
    take(queue, 30, 2, 2);
    des_queue_free(queue);
}

static void a_moved_event_keeps_its_order_and_stands_behind_its_equals(void **state) {
    (void)state;
    struct des_queue *queue = des_queue_new();
    des_handle moved = des_queue_push(queue, 90, DES_ORDER_COMPLETION, 1, 1);
    des_queue_push(queue, 40, DES_ORDER_COMPLETION, 2, 2);
    des_queue_push(queue, 40, DES_ORDER_ARRIVAL, 3, 3);
    assert_true(des_queue_reschedule(queue, moved, 40));
    assert_true(des_queue_reschedule(queue, moved, 40));
    take(queue, 40, 2, 2);
    take(queue, 40, 1, 1);
    take(queue, 40, 3, 3);
    des_queue_free(queue);
}

static void clearing_forgets_events_and_their_handles(void **state) {
    (void)state;
    struct des_queue *queue = des_queue_new();
    des_handle old = des_queue_push(queue, 1, DES_ORDER_END, 1, 1);
    for (uint32_t i = 0; i < 100; i++) {
        des_queue_push(queue, i, DES_ORDER_END, 1, i);
    }
    des_queue_clear(queue);
    assert_int_equal(des_queue_count(queue), 0);
    assert_false(des_queue_cancel(queue, old));
    for (uint32_t i = 0; i < 20; i++) {
        des_queue_push(queue, 1000 - i, DES_ORDER_END, 4, i);
    }
    for (uint32_t i = 20; i > 0; i--) {
        take(queue, 1001 - i, 4, i - 1);
    }
    des_queue_free(queue);
}

static void times_beyond_the_clock_are_refused(void **state) {
    (void)state;
    const des_time farthest = (des_time)1 << 58;
    struct des_queue *queue = des_queue_new();
    des_queue_push(queue, farthest, DES_ORDER_END, 1, 1);
    des_queue_push(queue, -farthest, DES_ORDER_END, 2, 2);
    assert_aborts(des_queue_push(queue, DES_NEVER, DES_ORDER_END, 1, 1));
    assert_aborts(des_queue_push(queue, farthest + 1, DES_ORDER_END, 1, 1));
    assert_aborts(des_queue_push(queue, -farthest - 1, DES_ORDER_END, 1, 1));
    take(queue, -farthest, 2, 2);
    take(queue, farthest, 1, 1);
    des_queue_free(queue);
}

/* ---- against a sorted array ---- */

enum { PENDING_MAX = 3000, STALE_MAX = 50, STEPS = 200000 };

struct pending {
    des_time time;
    uint32_t order, subject;
    des_handle handle;
};

/* By time, then order, then as scheduled; and some handles of events that have happened or were taken back. */
struct reference {
    struct pending array[PENDING_MAX];
    size_t count;
    des_handle stale[STALE_MAX];
    size_t stale_count;
    uint64_t random;
};

static uint32_t random_below(struct reference *reference, uint32_t limit) {
    reference->random = reference->random * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(reference->random >> 33) % limit;
}

static bool is_behind(const struct pending *a, const struct pending *b) {
    return a->time > b->time || (a->time == b->time && a->order > b->order);
}

/* Behind its equals. */
static void insert(struct reference *reference, struct pending event) {
    size_t at = reference->count++;
    for (; at > 0 && is_behind(&reference->array[at - 1], &event); at--) {
        reference->array[at] = reference->array[at - 1];
    }
    reference->array[at] = event;
}

static struct pending remove_at(struct reference *reference, size_t index) {
    struct pending removed = reference->array[index];
    reference->count--;
    memmove(&reference->array[index], &reference->array[index + 1], (reference->count - index) * sizeof removed);
    return removed;
}

/* The handle may be asked about long after. */
static void make_stale(struct reference *reference, des_handle handle) {
    const size_t at =
        reference->stale_count < STALE_MAX ? reference->stale_count++ : random_below(reference, STALE_MAX);
    reference->stale[at] = handle;
}

/* A few times and orders, so that most events are tied with others. */
static des_time random_time(struct reference *reference) {
    return (des_time)random_below(reference, 60) - 30;
}

static void push_both(struct des_queue *queue, struct reference *reference, uint32_t subject) {
    struct pending event = {.subject = subject};
    event.time = random_time(reference);
    event.order = random_below(reference, DES_ORDER_COUNT);
    event.handle = des_queue_push(queue, event.time, event.order, 6, subject);
    insert(reference, event);
}

static void cancel_both(struct des_queue *queue, struct reference *reference) {
    struct pending event = remove_at(reference, random_below(reference, (uint32_t)reference->count));
    assert_true(des_queue_cancel(queue, event.handle));
    make_stale(reference, event.handle);
}

static void reschedule_both(struct des_queue *queue, struct reference *reference) {
    struct pending event = remove_at(reference, random_below(reference, (uint32_t)reference->count));
    event.time = random_time(reference);
    assert_true(des_queue_reschedule(queue, event.handle, event.time));
    insert(reference, event);
}

static void pop_both(struct des_queue *queue, struct reference *reference) {
    struct pending want = remove_at(reference, 0);
    assert_true(des_queue_next_time(queue) == want.time);
    take(queue, want.time, 6, want.subject);
    make_stale(reference, want.handle);
}

static void clear_both(struct des_queue *queue, struct reference *reference) {
    des_queue_clear(queue);
    for (; reference->count > 0; reference->count--) {
        make_stale(reference, reference->array[reference->count - 1].handle);
    }
}

/* Nothing moves, though the places of these events have been taken again. */
static void disturb_with_stale(struct des_queue *queue, struct reference *reference) {
    const des_handle handle = reference->stale[random_below(reference, (uint32_t)reference->stale_count)];
    assert_false(des_queue_cancel(queue, handle));
    assert_false(des_queue_reschedule(queue, handle, random_time(reference)));
}

static void step_both(struct des_queue *queue, struct reference *reference, uint32_t step) {
    const uint32_t action = random_below(reference, 100);
    const bool is_filling = step / 20000 % 2 == 0;
    if (reference->count == 0 || (reference->count < PENDING_MAX && action < (is_filling ? 60u : 20u))) {
        push_both(queue, reference, step);
    } else if (action < 75) {
        pop_both(queue, reference);
    } else if (action < 83) {
        cancel_both(queue, reference);
    } else {
        reschedule_both(queue, reference);
    }
}

/* The queue begins with room for a few events and grows to thousands, more than once; at times it is cleared. */
static void it_agrees_with_a_sorted_array_whatever_is_done(void **state) {
    (void)state;
    struct reference *reference = calloc(1, sizeof *reference);
    struct des_queue *queue = des_queue_new();
    size_t most = 0;
    reference->random = 20260731;
    for (uint32_t step = 0; step < STEPS; step++) {
        step_both(queue, reference, step);
        most = reference->count > most ? reference->count : most;
        assert_int_equal(des_queue_count(queue), reference->count);
        assert_true(des_queue_next_time(queue) == (reference->count > 0 ? reference->array[0].time : DES_NEVER));
        if (reference->stale_count > 0) {
            disturb_with_stale(queue, reference);
        }
        if (step % 47000 == 46999) {
            clear_both(queue, reference);
        }
    }
    assert_int_equal(most, PENDING_MAX);
    while (reference->count > 0) {
        pop_both(queue, reference);
    }
    des_queue_free(queue);
    free(reference);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(events_leave_by_time),
        cmocka_unit_test(every_pair_of_orders_at_one_time_leaves_by_order),
        cmocka_unit_test(ties_of_one_order_leave_as_they_were_scheduled),
        cmocka_unit_test(a_cancelled_event_does_not_happen),
        cmocka_unit_test(a_stale_handle_is_noticed_though_its_place_is_taken_again),
        cmocka_unit_test(a_moved_event_keeps_its_order_and_stands_behind_its_equals),
        cmocka_unit_test(clearing_forgets_events_and_their_handles),
        cmocka_unit_test(times_beyond_the_clock_are_refused),
        cmocka_unit_test(it_agrees_with_a_sorted_array_whatever_is_done),
    };
    return run_chosen(tests, argc, argv);
}

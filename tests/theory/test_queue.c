/* tests/theory/test_queue.c - Erlang B, C and A against tables and other ways to the same numbers. */
#include <gsl/gsl_cdf.h>

#include "tests/support.h"
#include "theory/queue.h"

/* Loads at which 1 in 100 or in 1,000 is blocked, as any table of Erlang B gives them, to four digits. */
static void as_many_are_blocked_as_tables_of_erlang_b_say(void **state) {
    (void)state;
    static const struct {
        unsigned servers;
        double load, blocked;
    } rows[] = {{5, 1.361, 0.01}, {10, 4.461, 0.01}, {20, 12.03, 0.01}, {5, 0.7621, 0.001}, {100, 84.06, 0.01}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_near(theory_queue_erlang_b(rows[i].servers, rows[i].load), rows[i].blocked, 0.003);
    }
}

/* Source: summed directly, in exact fractions: a^c / c! c / (c - a) over itself and the sum of a^k / k!. */
static void as_many_wait_as_the_sum_of_erlang_c_says(void **state) {
    (void)state;
    assert_near(theory_queue_erlang_c(7, 5.3), 0.4004863961835063, 1e-12);
    assert_near(theory_queue_erlang_c(4, 3.4), 0.6893162216811786, 1e-12);
    assert_near(theory_queue_erlang_c(1, 0.63), 0.63, 1e-12);
    assert_near(theory_queue_erlang_c(3, 3), 1, 0);
}

/* Source: Gross and Harris (1998), Fundamentals of Queueing Theory, example 2.3: six an hour, twenty minutes each, three
 * servers; 8 / 9 wait on average, for 4 / 27 of an hour. */
static void three_servers_wait_as_in_the_textbook(void **state) {
    (void)state;
    const struct theory_queue queue = {.servers = 3, .arrivals = 6, .work = 1.0 / 3};
    assert_near(theory_queue_wait(&queue), 4.0 / 27, 1e-12);
    assert_near(theory_queue_late(&queue, 0), 4.0 / 9, 1e-12);
    assert_near(theory_queue_late(&queue, 0.37), 4.0 / 9 * exp(-3 * 0.37), 1e-12);
}

static void servers_that_cannot_keep_up_make_people_wait_for_ever(void **state) {
    (void)state;
    const struct theory_queue queue = {.servers = 2, .arrivals = 3, .work = 0.7};
    assert_true(isinf(theory_queue_wait(&queue)));
    assert_near(theory_queue_late(&queue, 1000), 1, 0);
}

/* Where people leave as fast as they are served, how many are there is Poisson with the mean arrivals * work. */
static void impatient_people_wait_as_a_poisson_number_beyond_the_servers(void **state) {
    (void)state;
    const struct theory_queue queue = {.servers = 4, .arrivals = 9.3, .work = 0.6, .leaving = 1 / 0.6};
    double waiting = 0;
    for (unsigned n = 4; n < 60; n++) {
        waiting += gsl_cdf_poisson_Q(n, 9.3 * 0.6);
    }
    assert_near(theory_queue_waiting(&queue), waiting, 1e-12);
}

/* So overloaded that the servers are always busy: what comes beyond them leaves. */
static void an_overloaded_list_is_as_long_as_leaving_makes_it(void **state) {
    (void)state;
    const struct theory_queue queue = {.servers = 2, .arrivals = 907, .work = 0.1, .leaving = 1.7};
    assert_near(theory_queue_waiting(&queue), (907 - 20) / 1.7, 1e-9);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(as_many_are_blocked_as_tables_of_erlang_b_say),
        cmocka_unit_test(as_many_wait_as_the_sum_of_erlang_c_says),
        cmocka_unit_test(three_servers_wait_as_in_the_textbook),
        cmocka_unit_test(servers_that_cannot_keep_up_make_people_wait_for_ever),
        cmocka_unit_test(impatient_people_wait_as_a_poisson_number_beyond_the_servers),
        cmocka_unit_test(an_overloaded_list_is_as_long_as_leaving_makes_it),
    };
    return run_chosen(tests, argc, argv);
}

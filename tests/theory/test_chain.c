/* tests/theory/test_chain.c - where a Markov chain is found. */
#include "tests/support.h"
#include "theory/chain.h"

/* Round and round: the time spent in a state is in proportion to 1 / rate: 1 / 0.7, 1 / 1.9, 1 / 0.3. */
static void a_ring_is_found_where_it_is_slow(void **state) {
    (void)state;
    const struct theory_move moves[] = {{0, 1, 0.7}, {1, 2, 1.9}, {2, 0, 0.1}, {2, 0, 0.2}, {1, 1, 5}};
    const double sum = 1 / 0.7 + 1 / 1.9 + 1 / 0.3;
    double shares[3];
    theory_chain_shares(3, moves, 5, shares);
    assert_near(shares[0], 1 / 0.7 / sum, 1e-12);
    assert_near(shares[1], 1 / 1.9 / sum, 1e-12);
    assert_near(shares[2], 1 / 0.3 / sum, 1e-12);
}

/* A queue with places for six has n people with a probability in proportion to the load to the power of n. */
static void a_short_queue_is_geometric(void **state) {
    (void)state;
    struct theory_move moves[12];
    double shares[7], sum = 0;
    for (size_t n = 0; n < 6; n++) {
        moves[2 * n] = (struct theory_move){n, n + 1, 1.3};
        moves[2 * n + 1] = (struct theory_move){n + 1, n, 1.7};
        sum += pow(1.3 / 1.7, (double)n);
    }
    theory_chain_shares(7, moves, 12, shares);
    sum += pow(1.3 / 1.7, 6);
    for (size_t n = 0; n < 7; n++) {
        assert_near(shares[n], pow(1.3 / 1.7, (double)n) / sum, 1e-12);
    }
}

static void nobody_is_found_where_no_way_leads(void **state) {
    (void)state;
    const struct theory_move moves[] = {{0, 1, 1}, {1, 2, 2}, {2, 1, 3}};
    double shares[3];
    theory_chain_shares(3, moves, 3, shares);
    assert_within(shares[0], 0, 1e-12);
    assert_near(shares[1], 0.6, 1e-12);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_ring_is_found_where_it_is_slow),
        cmocka_unit_test(a_short_queue_is_geometric),
        cmocka_unit_test(nobody_is_found_where_no_way_leads),
    };
    return run_chosen(tests, argc, argv);
}

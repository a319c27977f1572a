/* tests/theory/test_pair.c - two people who assess together and screen apart. */
#include "tests/support.h"
#include "theory/pair.h"

/* With one place there are four states: empty E, screening S, assessing A, assessing while somebody waits B. With rates
 * a of arrival, s of screening, m of assessment: (a + m) A = s (1 - r) S, m B = a A, a E = s S - m B. Solved by hand in
 * exact fractions for a = 1.3, 1 / s = 0.3, 1 / m = 0.7, r = 1 / 4. */
static void one_place_is_four_states_solved_by_hand(void **state) {
    (void)state;
    const struct theory_pair pair = {1.3, 0.3, 0.25, 0.7, 1};
    const struct theory_pair_answer answer = theory_pair_answer(&pair);
    assert_near(answer.waiting, 0.41696746770045556, 1e-12);
    assert_near(answer.advised, 0.18948557299735194, 1e-12);
    assert_near(answer.seen, 0.5684567189920559, 1e-12);
    assert_near(answer.busy, 0.5116110470928502, 1e-12);
}

/* Where screening resolves nearly everybody, two people screen: an M/M/2 queue with four places. */
static void those_resolved_by_screening_meet_two_servers(void **state) {
    (void)state;
    const struct theory_pair pair = {1.7, 0.9, 1 - 1e-9, 0.5, 4};
    const double load = 1.7 * 0.9;
    double weight = 1, sum = 1, people = 0;
    for (unsigned n = 1; n <= 4; n++) {
        weight *= load / (n < 2 ? 1 : 2);
        sum += weight;
        people += n * weight;
    }
    assert_near(theory_pair_answer(&pair).waiting, people / sum, 1e-6);
}

/* Whoever is taken is resolved or seen, and both is work. */
static void nobody_is_lost_and_work_is_counted(void **state) {
    (void)state;
    const struct theory_pair pair = {2.3, 0.21, 0.37, 0.43, 3};
    const struct theory_pair_answer answer = theory_pair_answer(&pair);
    assert_near(answer.advised / (answer.advised + answer.seen), 0.37, 1e-12);
    assert_near(answer.busy, answer.seen * 0.43 + (answer.advised + answer.seen) * 0.21 / 2, 1e-12);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_place_is_four_states_solved_by_hand),
        cmocka_unit_test(those_resolved_by_screening_meet_two_servers),
        cmocka_unit_test(nobody_is_lost_and_work_is_counted),
    };
    return run_chosen(tests, argc, argv);
}

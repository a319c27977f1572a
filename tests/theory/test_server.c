/* tests/theory/test_server.c - Pollaczek and Khinchine, Cobham, Kleinrock against sums done in exact fractions. */
#include "tests/support.h"
#include "theory/server.h"

/* Work of means 0.11, 0.23, 0.17 with squared coefficients of variation 1, 1/4, 9/4. */
static const struct theory_class classes[] = {
    {1.3, 0.11, 0.11 * 0.11 * 2, 2},
    {0.7, 0.23, 0.23 * 0.23 * 1.25, 5},
    {2.1, 0.17, 0.17 * 0.17 * 3.25, 14},
};

static void work_left_over_what_is_spare_is_the_wait(void **state) {
    (void)state;
    assert_near(theory_server_wait(classes, 3), 0.40558997050147494, 1e-12);
    const struct theory_class constant = {3, 0.2, 0.04, 1};
    assert_near(theory_server_wait(&constant, 1), 0.15, 1e-12); /* 3 0.04 / 2 / 0.4 */
}

/* Source: Cobham's formula in exact fractions. */
static void the_urgent_wait_as_cobham_says(void **state) {
    (void)state;
    assert_near(theory_server_wait_strict(classes, 3, 0), 0.16043757292882146, 1e-12);
    assert_near(theory_server_wait_strict(classes, 3, 1), 0.23051375420807682, 1e-12);
    assert_near(theory_server_wait_strict(classes, 3, 2), 0.5827442104906249, 1e-12);
}

/* Source: Kleinrock's equations, before he solved them, solved in exact fractions. */
static void the_urgent_wait_as_kleinrock_says(void **state) {
    (void)state;
    assert_near(theory_server_wait_accumulating(classes, 3, 0), 0.21507732604336186, 1e-12);
    assert_near(theory_server_wait_accumulating(classes, 3, 1), 0.3120944308380043, 1e-12);
    assert_near(theory_server_wait_accumulating(classes, 3, 2), 0.5240664131998753, 1e-12);
}

/* Source: Kleinrock (1965), A conservation law, Naval Research Logistics Quarterly 12(2), 181-192. */
static void the_order_shares_out_waits_and_makes_none(void **state) {
    (void)state;
    double load = 0, strict = 0, accumulating = 0;
    for (size_t i = 0; i < 3; i++) {
        const double own = classes[i].arrivals * classes[i].work;
        load += own;
        strict += own * theory_server_wait_strict(classes, 3, i);
        accumulating += own * theory_server_wait_accumulating(classes, 3, i);
    }
    assert_near(strict, load * theory_server_wait(classes, 3), 1e-12);
    assert_near(accumulating, load * theory_server_wait(classes, 3), 1e-12);
}

static void who_cannot_be_kept_up_with_waits_for_ever(void **state) {
    (void)state;
    const struct theory_class busy[] = {{3, 0.2, 0.08, 1}, {3, 0.2, 0.08, 2}};
    assert_true(isinf(theory_server_wait(busy, 2)));
    assert_near(theory_server_wait_strict(busy, 2, 0), 0.24 / 0.4, 1e-12);
    assert_true(isinf(theory_server_wait_strict(busy, 2, 1)));
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(work_left_over_what_is_spare_is_the_wait),
        cmocka_unit_test(the_urgent_wait_as_cobham_says),
        cmocka_unit_test(the_urgent_wait_as_kleinrock_says),
        cmocka_unit_test(the_order_shares_out_waits_and_makes_none),
        cmocka_unit_test(who_cannot_be_kept_up_with_waits_for_ever),
    };
    return run_chosen(tests, argc, argv);
}

/* tests/output/test_axis.c - round steps and lengths of an axis. */
#include "../../sim/output/axis.h"

#include "tests/support.h"

static void a_step_is_the_least_round_one_that_is_enough(void **state) {
    (void)state;
    assert_near(out_axis_step(1274, 5), 500, 1e-12);
    assert_near(out_axis_step(1000, 5), 200, 1e-12);
    assert_near(out_axis_step(0.37, 6), 0.1, 1e-12);
    assert_near(out_axis_step(5.1, 1), 10, 1e-12);
}

static void a_length_is_the_next_round_one(void **state) {
    (void)state;
    assert_near(out_axis_length(187), 200, 1e-12);
    assert_near(out_axis_length(250), 250, 1e-12);
    assert_near(out_axis_length(251), 300, 1e-12);
    assert_near(out_axis_length(8.5), 10, 1e-12);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_step_is_the_least_round_one_that_is_enough),
        cmocka_unit_test(a_length_is_the_next_round_one),
    };
    return run_chosen(tests, argc, argv);
}

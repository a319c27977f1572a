/* tests/world/test_need.c - sets of needs. */
#include "world/need.h"

#include "tests/support.h"

static void each_need_has_a_bit_of_its_own(void **state) {
    (void)state;
    world_needs all = WORLD_NO_NEEDS;
    for (unsigned n = 0; n < WORLD_NEEDS_MAX; n++) {
        const world_needs one = world_needs_of(n);
        assert_int_equal(one & all, 0);
        assert_int_equal(one >> n, 1);
        all |= one;
    }
    assert_int_equal(all, 0xFFFF);
}

static void a_need_beyond_the_limit_is_refused(void **state) {
    (void)state;
    assert_aborts(world_needs_of(WORLD_NEEDS_MAX));
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_need_has_a_bit_of_its_own),
        cmocka_unit_test(a_need_beyond_the_limit_is_refused),
    };
    return run_chosen(tests, argc, argv);
}

/* tests/engine/test_clock.c - lengths of time between real units and whole seconds. */
#include "engine/clock.h"

#include "tests/support.h"

static void a_span_is_rounded_once_to_whole_seconds(void **state) {
    (void)state;
    assert_int_equal(des_clock_span(2.385, DES_HOUR), 8586);
    assert_int_equal(des_clock_span(1.0 / 3, DES_MINUTE), 20);
    assert_int_equal(des_clock_span(0.4999, 1), 0);
    assert_int_equal(des_clock_span(0.5, 1), 1);
    assert_int_equal(des_clock_span(0, DES_YEAR), 0);
    assert_int_equal(des_clock_span(1, DES_YEAR), 31557600);
}

static void assert_rounded(double seconds) {
    assert_true(des_clock_span(seconds, 1) == llround(seconds));
}

/* Numbers of every size, and their neighbours: 0.49999999999999994 plus a half is 1 when it is added. */
static void halves_go_up_and_what_is_next_to_them_does_not_follow(void **state) {
    (void)state;
    assert_int_equal(des_clock_span(0.49999999999999994, 1), 0);
    assert_true(des_clock_span(4503599627370495.5, 1) == 4503599627370496);
    assert_true(des_clock_span(4503599627370497, 1) == 4503599627370497);
    assert_int_equal(des_clock_span(-0.0, 1), 0);
    uint64_t random = 20140101;
    for (int i = 0; i < 200000; i++) {
        random = random * 6364136223846793005u + 1442695040888963407u;
        const double whole = (double)(random >> (11 + i % 53));
        for (double part = 0; part <= 1; part += 0.25) {
            const double seconds = fmin(whole + part, 0x1p56);
            assert_rounded(seconds);
            assert_rounded(nextafter(seconds, INFINITY));
            assert_rounded(fabs(nextafter(seconds, -INFINITY)));
        }
    }
}

static void a_span_too_long_for_the_clock_never_ends(void **state) {
    (void)state;
    assert_true(des_clock_span(INFINITY, 1) == DES_NEVER);
    assert_true(des_clock_span(1e12, DES_YEAR) == DES_NEVER);
    assert_true(des_clock_span(0x1p57, 1) == DES_NEVER);
    assert_true(des_clock_span(0x1p56, 1) == (des_time)1 << 56);
}

static void a_span_in_units_goes_back(void **state) {
    (void)state;
    assert_near(des_clock_units(8586, DES_HOUR), 2.385, 1e-15);
    assert_near(des_clock_units(-43200, DES_DAY), -0.5, 0);
}

static void a_negative_amount_or_no_number_is_refused(void **state) {
    (void)state;
    assert_aborts(des_clock_span(-1e-9, DES_DAY));
    assert_aborts(des_clock_span(NAN, DES_DAY));
    assert_aborts(des_clock_span(1, 0));
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_span_is_rounded_once_to_whole_seconds),
        cmocka_unit_test(halves_go_up_and_what_is_next_to_them_does_not_follow),
        cmocka_unit_test(a_span_too_long_for_the_clock_never_ends),
        cmocka_unit_test(a_span_in_units_goes_back),
        cmocka_unit_test(a_negative_amount_or_no_number_is_refused),
    };
    return run_chosen(tests, argc, argv);
}

/* tests/model/test_wait_band.c - where each band of waits begins and ends. */
#include "../../sim/model/wait_band.h"

#include "tests/support.h"

static void a_band_holds_its_first_second_and_not_that_of_the_next(void **state) {
    (void)state;
    static const des_time begins[] = {0, 1, 2, 4, 12, 18, 52};
    for (size_t b = 0; b < MODEL_WAIT_BANDS; b++) {
        assert_int_equal(model_wait_band_of(begins[b] * DES_WEEK), b);
        if (b > 0) {
            assert_int_equal(model_wait_band_of(begins[b] * DES_WEEK - 1), b - 1);
        }
    }
    assert_int_equal(model_wait_band_of(731 * DES_WEEK), MODEL_WAIT_BANDS - 1);
}

static void bands_are_named_by_their_weeks(void **state) {
    (void)state;
    assert_string_equal(model_wait_band_name(model_wait_band_of(27 * DES_DAY)), "2-4 weeks");
    assert_string_equal(model_wait_band_name(model_wait_band_of(28 * DES_DAY)), "4-12 weeks");
    assert_string_equal(model_wait_band_name(model_wait_band_of(364 * DES_DAY)), "over 52 weeks");
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_band_holds_its_first_second_and_not_that_of_the_next),
        cmocka_unit_test(bands_are_named_by_their_weeks),
    };
    return run_chosen(tests, argc, argv);
}

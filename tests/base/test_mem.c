/* tests/base/test_mem.c - memory that is there or the program stops. */
#include "base/mem.h"

#include "tests/support.h"

static void zeroed_memory_is_zero(void **state) {
    (void)state;
    uint64_t *numbers = mem_zeroed(37, sizeof *numbers);
    for (size_t i = 0; i < 37; i++) {
        assert_int_equal(numbers[i], 0);
    }
    free(numbers);
}

static void nothing_still_has_a_valid_address(void **state) {
    (void)state;
    void *none = mem_zeroed(0, 8);
    assert_non_null(none);
    none = mem_resized(none, 0, 8);
    assert_non_null(none);
    free(none);
}

static void resizing_keeps_what_was_there(void **state) {
    (void)state;
    int *numbers = mem_resized(NULL, 2, sizeof *numbers);
    numbers[0] = 2385;
    numbers[1] = -71;
    numbers = mem_resized(numbers, 10000, sizeof *numbers);
    assert_int_equal(numbers[0], 2385);
    assert_int_equal(numbers[1], -71);
    free(numbers);
}

static void growing_doubles_and_only_when_full(void **state) {
    (void)state;
    size_t capacity = 0, growths = 0;
    int *numbers = NULL;
    for (int i = 0; i < 1000; i++) {
        size_t old = capacity;
        numbers = mem_grown(numbers, (size_t)i, &capacity, sizeof *numbers);
        assert_true(capacity > (size_t)i);
        assert_true(capacity == old || old == 0 || capacity == 2 * old);
        growths += capacity != old;
        numbers[i] = i * 3;
    }
    assert_int_equal(numbers[999], 2997);
    assert_true(growths < 12);
    free(numbers);
}

static void texts_are_copies(void **state) {
    (void)state;
    char original[] = "team";
    char *copy = mem_text(original);
    original[0] = 'b';
    assert_string_equal(copy, "team");
    free(copy);
}

static void texts_are_made_as_by_printf(void **state) {
    (void)state;
    char *text = mem_format("%s %d %.3f", "row", 41, 2.385);
    assert_string_equal(text, "row 41 2.385");
    free(text);
}

static void asking_for_more_than_there_is_stops_the_program(void **state) {
    (void)state;
    volatile size_t most = SIZE_MAX / 2;
    assert_aborts(free(mem_resized(NULL, most, 16)));
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(zeroed_memory_is_zero),
        cmocka_unit_test(nothing_still_has_a_valid_address),
        cmocka_unit_test(resizing_keeps_what_was_there),
        cmocka_unit_test(growing_doubles_and_only_when_full),
        cmocka_unit_test(texts_are_copies),
        cmocka_unit_test(texts_are_made_as_by_printf),
        cmocka_unit_test(asking_for_more_than_there_is_stops_the_program),
    };
    return run_chosen(tests, argc, argv);
}

/* tests/engine/test_pool.c - numbered records: taken, given back, taken again. */
#include "engine/pool.h"

#include <string.h>

#include "tests/support.h"

struct record {
    uint64_t mark;
    unsigned char rest[29];
};

static struct record *record_at(const struct des_pool *pool, uint32_t number) {
    return des_pool_at(pool, number);
}

static void numbers_are_given_from_nought_on(void **state) {
    (void)state;
    struct des_pool pool;
    des_pool_init(&pool, sizeof(struct record));
    for (uint32_t i = 0; i < 37; i++) {
        assert_int_equal(des_pool_take(&pool), i);
        assert_int_equal(pool.in_use, i + 1);
    }
    des_pool_free(&pool);
    assert_int_equal(pool.in_use, 0);
    assert_int_equal(des_pool_take(&pool), 0);
    des_pool_free(&pool);
}

static void the_record_given_back_last_is_taken_first(void **state) {
    (void)state;
    struct des_pool pool;
    des_pool_init(&pool, sizeof(struct record));
    for (int i = 0; i < 6; i++) {
        des_pool_take(&pool);
    }
    des_pool_give(&pool, 1);
    des_pool_give(&pool, 4);
    assert_int_equal(pool.in_use, 4);
    assert_int_equal(des_pool_take(&pool), 4);
    assert_int_equal(des_pool_take(&pool), 1);
    assert_int_equal(des_pool_take(&pool), 6);
    des_pool_free(&pool);
}

static void a_record_begins_with_nothing_in_it(void **state) {
    (void)state;
    const struct record nothing = {0};
    struct des_pool pool;
    des_pool_init(&pool, sizeof(struct record));
    for (uint32_t i = 0; i < 9; i++) {
        memset(record_at(&pool, des_pool_take(&pool)), 0xA5, sizeof(struct record));
    }
    des_pool_give(&pool, 5);
    assert_int_equal(des_pool_take(&pool), 5);
    assert_memory_equal(record_at(&pool, 5), &nothing, sizeof nothing);
    assert_int_equal(record_at(&pool, 4)->rest[28], 0xA5);
    des_pool_clear(&pool);
    des_pool_take(&pool);
    assert_memory_equal(record_at(&pool, 0), &nothing, sizeof nothing);
    des_pool_free(&pool);
}

static void records_lie_one_behind_the_other_from_a_line_of_the_cache_on(void **state) {
    (void)state;
    struct des_pool pool;
    des_pool_init(&pool, sizeof(struct record));
    for (uint32_t i = 0; i < 900; i++) {
        memset(record_at(&pool, des_pool_take(&pool)), (int)i % 251, sizeof(struct record));
        assert_true((uintptr_t)pool.records % 64 == 0);
    }
    for (uint32_t i = 0; i < 900; i++) {
        assert_ptr_equal(record_at(&pool, i), pool.records + i * sizeof(struct record));
        assert_int_equal(record_at(&pool, i)->rest[0], i % 251);
        assert_int_equal(record_at(&pool, i)->rest[28], i % 251);
    }
    des_pool_free(&pool);
}

static void clearing_takes_every_record_back(void **state) {
    (void)state;
    struct des_pool pool;
    des_pool_init(&pool, sizeof(struct record));
    for (int i = 0; i < 20; i++) {
        des_pool_take(&pool);
    }
    des_pool_give(&pool, 17);
    des_pool_clear(&pool);
    assert_int_equal(pool.in_use, 0);
    for (uint32_t i = 0; i < 25; i++) {
        assert_int_equal(des_pool_take(&pool), i);
    }
    des_pool_free(&pool);
}

static void what_was_never_taken_cannot_be_given_back(void **state) {
    (void)state;
    struct des_pool pool;
    des_pool_init(&pool, sizeof(struct record));
    assert_aborts(des_pool_give(&pool, 0));
    des_pool_take(&pool);
    assert_aborts(des_pool_give(&pool, 1));
    assert_aborts(des_pool_give(&pool, DES_NO_RECORD));
    des_pool_give(&pool, 0);
    assert_aborts(des_pool_give(&pool, 0));
    des_pool_free(&pool);
}

static uint32_t random_below(uint64_t *random, uint32_t limit) {
    *random = *random * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*random >> 33) % limit;
}

static void a_record_keeps_its_number_and_what_is_in_it(void **state) {
    (void)state;
    uint64_t random = 20261121, marks[500] = {0}; /* by number; 0: not in use */
    struct des_pool pool;
    des_pool_init(&pool, sizeof(struct record));
    size_t in_use = 0;
    for (uint64_t step = 1; step <= 50000; step++) {
        const uint32_t chosen = random_below(&random, 500);
        if (marks[chosen] != 0) {
            assert_true(record_at(&pool, chosen)->mark == marks[chosen]);
            des_pool_give(&pool, chosen);
            marks[chosen] = 0;
            in_use--;
        } else if (in_use < 450) {
            const uint32_t number = des_pool_take(&pool);
            assert_true(number < 500 && marks[number] == 0);
            marks[number] = record_at(&pool, number)->mark = step;
            in_use++;
        }
        assert_int_equal(pool.in_use, in_use);
    }
    des_pool_free(&pool);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_given_from_nought_on),
        cmocka_unit_test(the_record_given_back_last_is_taken_first),
        cmocka_unit_test(a_record_begins_with_nothing_in_it),
        cmocka_unit_test(records_lie_one_behind_the_other_from_a_line_of_the_cache_on),
        cmocka_unit_test(clearing_takes_every_record_back),
        cmocka_unit_test(what_was_never_taken_cannot_be_given_back),
        cmocka_unit_test(a_record_keeps_its_number_and_what_is_in_it),
    };
    return run_chosen(tests, argc, argv);
}

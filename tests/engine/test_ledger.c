/* tests/engine/test_ledger.c - sums by cell and period. */
#include "engine/ledger.h"

#include "tests/support.h"

enum { LEVELS = 0, FLOWS = 2, CELLS = 5 };

static struct des_ledger *ledger_from(des_time begin, size_t periods) {
    struct des_ledger *ledger = des_ledger_new(FLOWS, CELLS, periods);
    des_ledger_clear(ledger, begin);
    return ledger;
}

static void end_period(struct des_ledger *ledger, des_time now) {
    des_ledger_settle(ledger, now);
    des_ledger_close_period(ledger, now);
}

static void flows_gather_in_their_period(void **state) {
    (void)state;
    struct des_ledger *ledger = ledger_from(-100, 3);
    des_ledger_add(ledger, FLOWS + 2, 2.385);
    end_period(ledger, 0);
    des_ledger_add(ledger, FLOWS + 2, 1.25);
    des_ledger_add(ledger, FLOWS + 2, 0.5);
    assert_near(des_ledger_current(ledger, FLOWS + 2), 1.75, 0);
    end_period(ledger, 60);
    des_ledger_add(ledger, FLOWS, 7);
    assert_near(des_ledger_sum(ledger, FLOWS + 2, 0, 0), 2.385, 0);
    assert_near(des_ledger_sum(ledger, FLOWS + 2, 1, 1), 1.75, 0);
    assert_near(des_ledger_sum(ledger, FLOWS + 2, 1, 2), 1.75, 0);
    assert_near(des_ledger_sum(ledger, FLOWS, 0, 2), 7, 0);
    assert_near(des_ledger_sum(ledger, FLOWS + 1, 0, 2), 0, 0);
    des_ledger_free(ledger);
}

static void levels_are_worth_their_time(void **state) {
    (void)state;
    struct des_ledger *ledger = ledger_from(-100, 2);
    des_ledger_shift(ledger, LEVELS + 1, 3, -70);
    des_ledger_shift(ledger, LEVELS + 1, -1, -20);
    assert_near(des_ledger_level(ledger, LEVELS + 1), 2, 0);
    des_ledger_settle(ledger, -5);
    assert_near(des_ledger_current(ledger, LEVELS + 1), 3 * 50 + 2 * 15, 0);
    end_period(ledger, 0);
    des_ledger_shift(ledger, LEVELS + 1, 0.5, 11);
    end_period(ledger, 31);
    assert_near(des_ledger_sum(ledger, LEVELS + 1, 0, 0), 3 * 50 + 2 * 20, 0);
    assert_near(des_ledger_sum(ledger, LEVELS + 1, 1, 1), 2 * 11 + 2.5 * 20, 0);
    assert_near(des_ledger_sum(ledger, LEVELS, 0, 1), 0, 0);
    des_ledger_free(ledger);
}

static void clearing_forgets_sums_and_levels(void **state) {
    (void)state;
    struct des_ledger *ledger = ledger_from(0, 1);
    des_ledger_add(ledger, FLOWS, 4);
    des_ledger_shift(ledger, LEVELS, 4, 10);
    end_period(ledger, 20);
    des_ledger_clear(ledger, -5);
    assert_near(des_ledger_level(ledger, LEVELS), 0, 0);
    des_ledger_shift(ledger, LEVELS, 1, 0);
    end_period(ledger, 8);
    assert_near(des_ledger_sum(ledger, FLOWS, 0, 0), 0, 0);
    assert_near(des_ledger_sum(ledger, LEVELS, 0, 0), 8, 0);
    des_ledger_free(ledger);
}

static void what_lies_outside_is_refused(void **state) {
    (void)state;
    struct des_ledger *ledger = ledger_from(0, 1);
    assert_aborts(des_ledger_add(ledger, CELLS, 1));
    assert_aborts(des_ledger_shift(ledger, FLOWS, 1, 0));
    assert_aborts(des_ledger_level(ledger, FLOWS));
    assert_aborts(des_ledger_current(ledger, CELLS));
    assert_aborts(des_ledger_sum(ledger, CELLS, 0, 0));
    assert_aborts(des_ledger_sum(ledger, FLOWS, 0, 1));
    assert_aborts(des_ledger_shift(ledger, LEVELS, 1, -1));
    assert_aborts(des_ledger_close_period(ledger, 1)); /* levels stand as of 0 */
    end_period(ledger, 1);
    assert_aborts(des_ledger_add(ledger, FLOWS, 1));
    assert_aborts(des_ledger_shift(ledger, LEVELS, 1, 1));
    assert_aborts(des_ledger_settle(ledger, 1));
    assert_aborts(des_ledger_close_period(ledger, 1));
    des_ledger_free(ledger);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(flows_gather_in_their_period),
        cmocka_unit_test(levels_are_worth_their_time),
        cmocka_unit_test(clearing_forgets_sums_and_levels),
        cmocka_unit_test(what_lies_outside_is_refused),
    };
    return run_chosen(tests, argc, argv);
}

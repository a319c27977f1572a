/* tests/service/test_discipline.c - which of two pieces of work comes first. */
#include "service/list.h"
#include "service/service.h"

#include <string.h>

#include "tests/support.h"

static int order(const char *name, struct svc_turn a, struct svc_turn b, des_time now) {
    const struct svc_discipline *discipline = svc_discipline(name);
    assert_non_null(discipline);
    const int forwards = discipline->compare(&a, &b, now), backwards = discipline->compare(&b, &a, now);
    assert_true((forwards > 0) - (forwards < 0) == (backwards < 0) - (backwards > 0));
    return (forwards > 0) - (forwards < 0);
}

static struct svc_turn waiting(des_time since_days, des_time target_days, uint32_t rank) {
    return (struct svc_turn){.since = since_days * DES_DAY, .target = target_days * DES_DAY, .rank = rank};
}

static void disciplines_are_known_by_name_and_say_what_they_do(void **state) {
    (void)state;
    size_t count = 0;
    const struct svc_discipline *all = svc_disciplines(&count);
    static const char *const names[] = {"fifo", "priority", "due_date", "accumulating"};
    assert_int_equal(count, 4);
    for (size_t i = 0; i < count; i++) {
        assert_string_equal(all[i].name, names[i]);
        assert_ptr_equal(svc_discipline(names[i]), &all[i]);
        assert_true(strlen(all[i].meaning) > 20 && strchr(all[i].meaning, '.'));
    }
    assert_null(svc_discipline("lifo"));
    assert_null(svc_discipline(""));
}

/* The words that a scenario may use are the disciplines there are. */
static void a_scenario_may_name_each_of_them_and_no_other(void **state) {
    (void)state;
    size_t count = 0;
    const struct svc_discipline *all = svc_disciplines(&count);
    for (size_t i = 0; i < svc_team_table.count; i++) {
        const char *words = svc_team_table.params[i].words;
        for (size_t d = 0; words != NULL && d < count; d++) {
            assert_string_equal(svc_team_table.params[i].key, "queue");
            const size_t length = strlen(all[d].name);
            assert_memory_equal(words, all[d].name, length);
            assert_int_equal(words[length], d + 1 < count ? '|' : '\0');
            words += length + 1;
        }
    }
}

static void first_come_is_first_served(void **state) {
    (void)state;
    assert_int_equal(order("fifo", waiting(3, 90, 2), waiting(4, 7, 0), 1000 * DES_DAY), -1);
    assert_int_equal(order("fifo", waiting(-3, 7, 0), waiting(-4, 90, 2), 0), 1);
    assert_int_equal(order("fifo", waiting(5, 7, 0), waiting(5, 90, 2), 10 * DES_DAY), 0);
}

static void priority_knows_only_ranks(void **state) {
    (void)state;
    assert_int_equal(order("priority", waiting(700, 90, 0), waiting(1, 7, 1), 701 * DES_DAY), -1);
    assert_int_equal(order("priority", waiting(1, 90, 3), waiting(700, 7, 2), 701 * DES_DAY), 1);
    assert_int_equal(order("priority", waiting(1, 90, 2), waiting(700, 7, 2), 701 * DES_DAY), 0);
}

static void the_earliest_due_date_comes_first(void **state) {
    (void)state;
    assert_int_equal(order("due_date", waiting(10, 7, 0), waiting(-70, 84, 2), 20 * DES_DAY), 1);
    assert_int_equal(order("due_date", waiting(10, 7, 0), waiting(-66, 84, 2), 20 * DES_DAY), -1);
    assert_int_equal(order("due_date", waiting(10, 7, 0), waiting(-67, 84, 2), 20 * DES_DAY), 0);
}

static void the_largest_share_of_the_target_comes_first(void **state) {
    (void)state;
    const struct svc_turn urgent = waiting(10, 7, 0), low = waiting(-60, 84, 2);
    assert_int_equal(order("accumulating", urgent, low, 16 * DES_DAY), 1);
    assert_int_equal(order("accumulating", urgent, low, 17 * DES_DAY), -1);
    assert_int_equal(order("accumulating", waiting(13, 7, 0), waiting(-64, 84, 2), 20 * DES_DAY), 0);
    assert_int_equal(order("accumulating", waiting(20, 7, 0), waiting(20, 84, 2), 20 * DES_DAY), 0);
}

/* Twenty years waited for a target of ten: the products still fit. */
static void long_waits_do_not_overflow(void **state) {
    (void)state;
    const des_time now = 4000 * DES_DAY;
    assert_int_equal(order("accumulating", waiting(-3305, 3650, 2), waiting(-3304, 3650, 2), now), -1);
    assert_int_equal(order("accumulating", waiting(-3305, 3650, 2), waiting(3999, 1, 0), now), -1);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(disciplines_are_known_by_name_and_say_what_they_do),
        cmocka_unit_test(a_scenario_may_name_each_of_them_and_no_other),
        cmocka_unit_test(first_come_is_first_served),
        cmocka_unit_test(priority_knows_only_ranks),
        cmocka_unit_test(the_earliest_due_date_comes_first),
        cmocka_unit_test(the_largest_share_of_the_target_comes_first),
        cmocka_unit_test(long_waits_do_not_overflow),
    };
    return run_chosen(tests, argc, argv);
}

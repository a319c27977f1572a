/* tests/world/test_hazard.c - hazards by age: integrated, inverted, never later when larger. */
#include "world/hazard.h"

#include "base/mem.h"
#include "tests/support.h"

enum { STEPS_MAX = 40 };

static double random_unit(uint64_t *random) {
    *random = *random * 6364136223846793005u + 1442695040888963407u;
    return (double)(*random >> 11) / 9007199254740992.0;
}

static struct world_hazard hazard_of(const struct world_hazard_step *steps, size_t count) {
    struct world_hazard hazard = {mem_zeroed(count, sizeof *steps), count};
    for (size_t i = 0; i < count; i++) {
        hazard.steps[i] = steps[i];
    }
    world_hazard_prepare(&hazard);
    return hazard;
}

static void it_gathers_each_rate_for_as_long_as_it_holds(void **state) {
    (void)state;
    const struct world_hazard_step steps[] = {{0, 0.004, 7}, {16, 0, 7}, {40.5, 0.02, 7}, {80, 0.35, 7}};
    struct world_hazard hazard = hazard_of(steps, 4);
    assert_near(world_hazard_accumulated(&hazard, 0), 0, 0);
    assert_near(world_hazard_accumulated(&hazard, 7.25), 0.029, 1e-12);
    assert_near(world_hazard_accumulated(&hazard, 16), 0.064, 1e-12);
    assert_near(world_hazard_accumulated(&hazard, 33), 0.064, 1e-12);
    assert_near(world_hazard_accumulated(&hazard, 50.5), 0.264, 1e-12);
    assert_near(world_hazard_accumulated(&hazard, 80), 0.854, 1e-12);
    assert_near(world_hazard_accumulated(&hazard, 110), 0.854 + 10.5, 1e-12);
    world_hazard_free(&hazard);
    assert_null(hazard.steps);
}

static void an_amount_is_gathered_at_the_age_worked_out_by_hand(void **state) {
    (void)state;
    const struct world_hazard_step steps[] = {{0, 0.004, 0}, {16, 0, 0}, {40.5, 0.02, 0}, {80, 0.35, 0}};
    struct world_hazard hazard = hazard_of(steps, 4);
    assert_near(world_hazard_age_at(&hazard, 3, 0.02), 8, 1e-12);
    assert_near(world_hazard_age_at(&hazard, 3, 0.052 + 0.2), 50.5, 1e-12);
    assert_near(world_hazard_age_at(&hazard, 20, 0.1), 45.5, 1e-12);
    assert_near(world_hazard_age_at(&hazard, 79, 0.02 + 0.7), 82, 1e-12);
    assert_near(world_hazard_age_at(&hazard, 101.5, 3.5), 111.5, 1e-12);
    world_hazard_free(&hazard);
}

static void nothing_more_is_gathered_at_once(void **state) {
    (void)state;
    const struct world_hazard_step steps[] = {{0, 0.004, 0}, {16, 0, 0}, {40.5, 0.02, 0}};
    struct world_hazard hazard = hazard_of(steps, 3);
    assert_near(world_hazard_age_at(&hazard, 0, 0), 0, 0);
    assert_near(world_hazard_age_at(&hazard, 16, 0), 16, 0);
    assert_near(world_hazard_age_at(&hazard, 21.125, 0), 21.125, 0);
    assert_near(world_hazard_age_at(&hazard, 99.5, 0), 99.5, 0);
    world_hazard_free(&hazard);
}

static void where_the_last_rate_is_nought_some_amounts_are_never_gathered(void **state) {
    (void)state;
    const struct world_hazard_step steps[] = {{0, 0.5, 0}, {2, 0, 0}};
    struct world_hazard hazard = hazard_of(steps, 2);
    assert_near(world_hazard_age_at(&hazard, 0, 0.999), 1.998, 1e-12);
    assert_near(world_hazard_age_at(&hazard, 0, 1), 2, 1e-12);
    assert_true(isinf(world_hazard_age_at(&hazard, 0, 1.001)));
    assert_true(isinf(world_hazard_age_at(&hazard, 60, 1e-9)));
    world_hazard_free(&hazard);
    assert_aborts(world_hazard_prepare(&hazard));
}

/* Steps of random length and rate; one rate in five is nought, but never the last. */
static struct world_hazard random_hazard(uint64_t *random) {
    struct world_hazard_step steps[STEPS_MAX] = {{0, 0, 0}};
    const size_t count = 1 + (size_t)(random_unit(random) * (STEPS_MAX - 1));
    for (size_t i = 0; i < count; i++) {
        steps[i].from_years = i == 0 ? 0 : steps[i - 1].from_years + 0.01 + 9 * random_unit(random);
        steps[i].per_year = i + 1 < count && random_unit(random) < 0.2 ? 0 : 1e-4 + random_unit(random);
    }
    return hazard_of(steps, count);
}

static void integration_and_inversion_undo_each_other(void **state) {
    (void)state;
    uint64_t random = 41;
    for (int trial = 0; trial < 2000; trial++) {
        struct world_hazard hazard = random_hazard(&random);
        const double last = hazard.steps[hazard.count - 1].from_years;
        for (int i = 0; i < 10; i++) {
            const double age = 1.4 * last * random_unit(&random);
            const double amount = exp(6 * random_unit(&random) - 5);
            const double later = world_hazard_age_at(&hazard, age, amount);
            const double before = world_hazard_accumulated(&hazard, age);
            assert_true(later >= age);
            assert_near(world_hazard_accumulated(&hazard, later), before + amount, 1e-10);
            const double again = world_hazard_age_at(&hazard, 0, before + amount);
            assert_within(again, later, 1e-8);
        }
        world_hazard_free(&hazard);
    }
}

static void a_larger_hazard_never_makes_it_later(void **state) {
    (void)state;
    uint64_t random = 1977;
    size_t earlier = 0;
    for (int trial = 0; trial < 5000; trial++) {
        struct world_hazard hazard = random_hazard(&random);
        struct world_hazard larger = hazard_of(hazard.steps, hazard.count);
        for (size_t i = 0; i < larger.count; i++) {
            larger.steps[i].per_year += random_unit(&random) < 0.5 ? 0.3 * random_unit(&random) : 0;
        }
        world_hazard_prepare(&larger);
        const double age = 120 * random_unit(&random), amount = 3 * random_unit(&random);
        const double when = world_hazard_age_at(&hazard, age, amount);
        const double sooner = world_hazard_age_at(&larger, age, amount);
        assert_true(sooner <= when * (1 + 1e-12));
        earlier += sooner < when - 0.01;
        world_hazard_free(&hazard);
        world_hazard_free(&larger);
    }
    assert_true(earlier > 1000);
}

static void a_larger_amount_is_never_gathered_earlier(void **state) {
    (void)state;
    uint64_t random = 5;
    for (int trial = 0; trial < 5000; trial++) {
        struct world_hazard hazard = random_hazard(&random);
        const double age = 120 * random_unit(&random), amount = 3 * random_unit(&random);
        const double when = world_hazard_age_at(&hazard, age, amount);
        assert_true(world_hazard_age_at(&hazard, age, amount + random_unit(&random)) >= when);
        world_hazard_free(&hazard);
    }
}

static void there_is_none_where_all_rates_are_nought(void **state) {
    (void)state;
    const struct world_hazard_step steps[] = {{0, 0, 0}, {16, 0, 0}, {40, 0, 0}};
    struct world_hazard hazard = hazard_of(steps, 3);
    assert_true(world_hazard_is_none(&hazard));
    assert_true(world_hazard_is_none(&(struct world_hazard){0}));
    for (size_t i = 0; i < 3; i++) {
        hazard.steps[i].per_year = 1e-6;
        world_hazard_prepare(&hazard);
        assert_false(world_hazard_is_none(&hazard));
        hazard.steps[i].per_year = 0;
    }
    world_hazard_free(&hazard);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_gathers_each_rate_for_as_long_as_it_holds),
        cmocka_unit_test(an_amount_is_gathered_at_the_age_worked_out_by_hand),
        cmocka_unit_test(nothing_more_is_gathered_at_once),
        cmocka_unit_test(where_the_last_rate_is_nought_some_amounts_are_never_gathered),
        cmocka_unit_test(integration_and_inversion_undo_each_other),
        cmocka_unit_test(a_larger_hazard_never_makes_it_later),
        cmocka_unit_test(a_larger_amount_is_never_gathered_earlier),
        cmocka_unit_test(there_is_none_where_all_rates_are_nought),
    };
    return run_chosen(tests, argc, argv);
}

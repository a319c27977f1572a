/* tests/model/test_random.c - invariants, sums, splits and Little's law over scenarios drawn from seeds.
 * SEEDS=from-to in the environment tries those seeds in place of the first few, and shows why some are refused:
 * SEEDS=1-20000 build/release/tests/model/test_random. What breaks is printed as a scenario file, as small as it can be
 * made: saved in tests/scenarios, with the files behind it, it can be run with --checked. */
#include "tests/model/random_trial.h"
#include "tests/support.h"

/* The sanitizers are some ten times slower. */
#ifdef __SANITIZE_ADDRESS__
enum { SEEDS = 12 };
#else
enum { SEEDS = 150 };
#endif

static bool breaks(const struct random_scenario *scenario, void *context) {
    (void)context;
    return random_trial(scenario, NULL) == RANDOM_BREAKS;
}

/* Whatever breaks is shown as small as it can be made. */
static void show_broken(struct random_scenario *scenario) {
    random_scenario_shrink(scenario, breaks, NULL);
    print_error("seed %llu breaks:\n", (unsigned long long)scenario->seed);
    random_trial(scenario, stderr);
    random_scenario_print(scenario, stderr);
}

static void whatever_is_drawn_keeps_every_promise(void **state) {
    (void)state;
    unsigned long long from = 1, to = SEEDS;
    const char *seeds = getenv("SEEDS");
    assert_true(seeds == NULL || sscanf(seeds, "%llu-%llu", &from, &to) == 2);
    size_t refused = 0, broken = 0;
    for (unsigned long long seed = from; seed <= to; seed++) {
        struct random_scenario scenario;
        random_scenario_draw(&scenario, seed);
        const enum random_verdict verdict = random_trial(&scenario, seeds != NULL ? stderr : NULL);
        refused += verdict == RANDOM_REFUSED;
        broken += verdict == RANDOM_BREAKS;
        if (verdict == RANDOM_BREAKS) {
            show_broken(&scenario);
        }
        random_scenario_free(&scenario);
    }
    if (seeds != NULL) {
        print_message("%llu scenarios, %zu refused, %zu broken\n", to - from + 1, refused, broken);
    }
    assert_int_equal(broken, 0);
    assert_true(refused * 5 <= to - from + 1);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whatever_is_drawn_keeps_every_promise),
    };
    return run_chosen(tests, argc, argv);
}

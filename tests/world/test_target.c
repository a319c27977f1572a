/* tests/world/test_target.c - to whom a target applies. */
#include "tests/world/fixture.h"

/* One target for the priorities named; prepared. */
static void prepare_target(struct small_world *small, struct world_target *target, const char *priorities,
                           struct err_list *err) {
    *target = (struct world_target){
        .name = word(&small->words, "soon"), .days = 17, .share = 0.85, .priorities = texts(&small->words, priorities)};
    small->world.targets = (struct param_rows){target, 1, NULL};
    err_list_init(err);
    prepare_small_world(small, err);
}

static uint32_t mask_of(const char *priorities) {
    struct small_world *small = make_small_world();
    struct world_target target;
    struct err_list err;
    prepare_target(small, &target, priorities, &err);
    assert_int_equal(err.count, 0);
    assert_ptr_equal(world_target(&small->world, 0), &target);
    const uint32_t mask = target.priority_mask;
    err_list_free(&err);
    drop_small_world(small);
    return mask & ((1u << PRIORITIES) - 1);
}

static void a_target_applies_to_the_priorities_named(void **state) {
    (void)state;
    assert_int_equal(mask_of("routine"), 1u << ROUTINE);
    assert_int_equal(mask_of("routine|urgent"), 1u << ROUTINE | 1u << URGENT);
}

static void a_target_without_priorities_applies_to_everybody(void **state) {
    (void)state;
    assert_int_equal(mask_of(""), 1u << ROUTINE | 1u << URGENT);
}

static void an_unknown_priority_of_a_target_is_a_complaint(void **state) {
    (void)state;
    struct small_world *small = make_small_world();
    struct world_target target;
    struct err_list err;
    prepare_target(small, &target, "urgent|routin", &err);
    assert_only_said(&err, "target 'soon', priorities: 'routin' is no priority; did you mean 'routine'?");
    err_list_free(&err);
    drop_small_world(small);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_target_applies_to_the_priorities_named),
        cmocka_unit_test(a_target_without_priorities_applies_to_everybody),
        cmocka_unit_test(an_unknown_priority_of_a_target_is_a_complaint),
    };
    return run_chosen(tests, argc, argv);
}

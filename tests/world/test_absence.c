/* tests/world/test_absence.c - sickness and vacancies of posts: how long, how often, and whose. */
#include "world/absence.h"

#include "tests/support.h"

enum { POSTS = 20000, SEED = 90210 };

/* 3.4 spells of 11 days a year; 0.6 leavers a year, recruited after 31 weeks on average. */
static struct world_role tired_role(void) {
    const double recruitment[DES_DIST_KEYS] = {31, 0.8, 0};
    struct world_role role = {
        .sickness_spells_per_year = 3.4, .sickness_days = des_dist_constant(11), .leavers_per_year = 0.6};
    assert_null(des_dist_init(&role.recruitment_weeks, des_dist_family("gamma"), recruitment, NULL));
    return role;
}

static des_time absent_between(const struct world_stretch *stretch, des_time since, des_time end) {
    const des_time until = stretch->until < end ? stretch->until : end;
    return stretch->is_absent && until > since ? until - since : 0;
}

/* Shares of posts absent at the beginning, and of their time until the end. */
struct shares {
    double at_begin, of_time;
};

static struct shares shares_of(enum world_absence kind, des_time end) {
    const struct world_role role = tired_role();
    struct shares shares = {0, 0};
    struct des_stream random;
    des_stream_init(&random, SEED, 3);
    for (uint32_t post = 0; post < POSTS; post++) {
        struct world_stretch stretch = world_absence_begin(&role, kind, &random, post, 0);
        shares.at_begin += stretch.is_absent;
        shares.of_time += (double)absent_between(&stretch, 0, end);
        while (stretch.until < end) {
            const des_time since = stretch.until;
            stretch = world_absence_next(&role, kind, &random, post, &stretch);
            shares.of_time += (double)absent_between(&stretch, since, end);
        }
    }
    return (struct shares){shares.at_begin / POSTS, shares.of_time / (double)end / POSTS};
}

/* Beginning: four standard errors of a share of 20,000. Time: a share of ten years varies no more between posts than
 * one at a moment does, so the same allowance is wide. A false alarm once in 16,000 seeds each. */
static void assert_in_equilibrium(enum world_absence kind, double share) {
    const struct shares shares = shares_of(kind, (des_time)10 * DES_YEAR);
    const double allowed = 4 * sqrt(share * (1 - share) / POSTS);
    assert_within(shares.at_begin, share, allowed);
    assert_within(shares.of_time, share, allowed);
}

static void sick_time_is_spells_a_year_times_their_length(void **state) {
    (void)state;
    const struct world_role role = tired_role();
    assert_near(world_absence_share(&role, WORLD_SICK), 3.4 * 11 / 365.25, 1e-12);
    assert_in_equilibrium(WORLD_SICK, 3.4 * 11 / 365.25);
}

static void posts_are_vacant_for_their_share_from_the_beginning(void **state) {
    (void)state;
    const struct world_role role = tired_role();
    const double lost = 0.6 * 31 * 7 / 365.25;
    assert_near(world_absence_share(&role, WORLD_VACANT), lost / (1 + lost), 1e-12);
    assert_in_equilibrium(WORLD_VACANT, lost / (1 + lost));
}

/* Of spells that begin in the run; what is left of one that began before is shorter. */
static void a_spell_lasts_as_long_as_the_file_says(void **state) {
    (void)state;
    const struct world_role role = tired_role();
    struct des_stream random;
    des_stream_init(&random, SEED, 1);
    struct world_stretch stretch = world_absence_begin(&role, WORLD_SICK, &random, 7, -5 * DES_YEAR);
    assert_true(stretch.until >= -5 * (des_time)DES_YEAR);
    size_t spells = 0;
    while (spells < 40) {
        const des_time since = stretch.until;
        const bool was_absent = stretch.is_absent;
        stretch = world_absence_next(&role, WORLD_SICK, &random, 7, &stretch);
        assert_true(stretch.is_absent != was_absent);
        assert_true(!stretch.is_absent || stretch.until == since + 11 * DES_DAY);
        spells += stretch.is_absent;
    }
}

/* Of spells of 11 days met at a random moment a uniform share is left, 5.5 days on average; four standard errors. */
static void a_run_begins_in_the_middle_of_spells(void **state) {
    (void)state;
    const struct world_role role = tired_role();
    struct des_stream random;
    des_stream_init(&random, SEED, 2);
    double left = 0, spells = 0;
    for (uint32_t post = 0; post < POSTS; post++) {
        const struct world_stretch stretch = world_absence_begin(&role, WORLD_SICK, &random, post, 77);
        assert_true(!stretch.is_absent || (stretch.until >= 77 && stretch.until <= 77 + 11 * DES_DAY));
        left += stretch.is_absent ? des_clock_units(stretch.until - 77, DES_DAY) : 0;
        spells += stretch.is_absent;
    }
    assert_within(left / spells, 5.5, 4 * 11 / sqrt(12 * spells));
}

static void what_is_off_is_no_share_of_time(void **state) {
    (void)state;
    struct world_role role = tired_role();
    role.sickness_spells_per_year = 0;
    assert_false(world_absence_is_on(&role, WORLD_SICK));
    assert_true(world_absence_is_on(&role, WORLD_VACANT));
    assert_true(world_absence_share(&role, WORLD_SICK) == 0);
    role = (struct world_role){.leavers_per_year = 0};
    assert_false(world_absence_is_on(&role, WORLD_VACANT));
    assert_true(world_absence_share(&role, WORLD_VACANT) == 0);
}

/* The fate of one process does not move when the other is switched, nor with what else is drawn. */
static void a_fate_is_the_same_whatever_else_is_drawn(void **state) {
    (void)state;
    struct world_role role = tired_role();
    struct des_stream random;
    des_stream_init(&random, SEED, 1);
    const struct world_stretch first = world_absence_begin(&role, WORLD_VACANT, &random, 41, 0);
    const struct world_stretch second = world_absence_next(&role, WORLD_VACANT, &random, 41, &first);
    role.sickness_spells_per_year = 0;
    des_stream_uniform(&random);
    assert_true(world_absence_next(&role, WORLD_VACANT, &random, 41, &first).until == second.until);
    assert_true(world_absence_begin(&role, WORLD_VACANT, &random, 41, 0).until == first.until);
    assert_true(world_absence_begin(&role, WORLD_VACANT, &random, 42, 0).until != first.until);
}

/* Worked out from the definition of FNV-1a by another program, which gives 0xe40c292c for "a" as published. */
static void a_post_is_known_by_its_names_and_place(void **state) {
    (void)state;
    assert_int_equal(world_absence_post("Rehab", "ot", 2), UINT32_C(0xc0d8299c));
    assert_int_equal(world_absence_post("OT North", "assistant", 77777), UINT32_C(0xb153ccb6));
    assert_int_not_equal(world_absence_post("ab", "c", 0), world_absence_post("a", "bc", 0));
    assert_int_not_equal(world_absence_post("ab", "c", 0), world_absence_post("ab", "c", 1));
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sick_time_is_spells_a_year_times_their_length),
        cmocka_unit_test(posts_are_vacant_for_their_share_from_the_beginning),
        cmocka_unit_test(a_spell_lasts_as_long_as_the_file_says),
        cmocka_unit_test(a_run_begins_in_the_middle_of_spells),
        cmocka_unit_test(what_is_off_is_no_share_of_time),
        cmocka_unit_test(a_fate_is_the_same_whatever_else_is_drawn),
        cmocka_unit_test(a_post_is_known_by_its_names_and_place),
    };
    return run_chosen(tests, argc, argv);
}

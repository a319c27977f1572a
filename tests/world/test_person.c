/* tests/world/test_person.c - persons: the same number is the same person; shares come out as given. */
#include "world/person.h"

#include "tests/engine/scripted.h"
#include "tests/world/fixture.h"

enum { DRAWS = 40000 };

static struct world_person draw(const struct small_world *small, uint32_t replication, size_t cell, uint32_t nth) {
    struct des_stream random;
    des_stream_init(&random, 771, replication);
    struct world_person person;
    memset(&person, 0xA5, sizeof person);
    world_person_draw(&small->world, &random, cell, world_person_number(&small->world, cell, nth), &person);
    return person;
}

static void assert_same(const struct world_person *a, const struct world_person *b) {
    assert_int_equal(a->number, b->number);
    assert_true(a->stream == b->stream && a->locality == b->locality && a->band == b->band);
    assert_true(a->priority == b->priority && a->presents == b->presents && a->needs == b->needs);
    assert_true(a->has_service == b->has_service && a->age_years == b->age_years);
    assert_true(a->death_age == b->death_age && a->onset_threshold == b->onset_threshold);
}

static void the_same_number_is_the_same_person_whatever_was_drawn_before(void **state) {
    (void)state;
    struct small_world *small = make_prepared_world();
    struct des_stream random;
    des_stream_init(&random, 771, 5);
    struct world_person person, other;
    for (uint32_t nth = 0; nth < 50; nth++) {
        for (size_t cell = 0; cell < small->world.demand.cell_count; cell++) {
            const struct world_person alone = draw(small, 5, cell, nth);
            world_person_draw(&small->world, &random, cell, alone.number, &person);
            assert_same(&person, &alone);
            world_person_draw_stock(&small->world, &random, SOUTH, OLD, world_person_number_of_stock(nth), &other);
        }
    }
    drop_small_world(small);
}

static void another_number_or_replication_is_somebody_else(void **state) {
    (void)state;
    struct small_world *small = make_prepared_world();
    const struct world_person a = draw(small, 5, 4, 10), b = draw(small, 5, 4, 11), c = draw(small, 6, 4, 10);
    assert_true(a.age_years != b.age_years && a.age_years != c.age_years && b.age_years != c.age_years);
    assert_true(a.onset_threshold != b.onset_threshold && a.onset_threshold != c.onset_threshold);
    drop_small_world(small);
}

static void a_changed_share_leaves_everything_else_as_it_was(void **state) {
    (void)state;
    struct small_world *small = make_prepared_world();
    const size_t cell = world_cell(&small->world, COMMUNITY, NORTH, OLD);
    size_t changed = 0;
    for (uint32_t nth = 0; nth < 500; nth++) {
        small->further[COMMUNITY][0].probability = 0.4;
        const struct world_person before = draw(small, 0, cell, nth);
        small->further[COMMUNITY][0].probability = 0.6;
        struct world_person after = draw(small, 0, cell, nth);
        assert_int_equal(before.needs & ~after.needs, 0);
        changed += before.needs != after.needs;
        after.needs = before.needs;
        assert_same(&after, &before);
    }
    assert_true(changed > 20);
    drop_small_world(small);
}

static void a_person_comes_from_the_cell(void **state) {
    (void)state;
    struct small_world *small = make_prepared_world();
    for (size_t i = 0; i < (size_t)STREAMS * LOCALITIES * BANDS; i++) {
        const size_t stream = i / (LOCALITIES * BANDS), locality = i / BANDS % LOCALITIES, band = i % BANDS;
        assert_int_equal(world_cell(&small->world, stream, locality, band), i);
        for (uint32_t nth = 0; nth < 200; nth++) {
            const struct world_person person = draw(small, 1, i, nth);
            assert_true(person.stream == stream && person.locality == locality && person.band == band);
            assert_true(person.age_years >= small->bands[band].from_years);
            assert_true(person.age_years < small->bands[band].to_years);
            assert_true(person.death_age > person.age_years);
            assert_true(person.needs >> person.presents & 1);
        }
    }
    drop_small_world(small);
}

static void every_arrival_of_every_cell_has_a_number_of_its_own(void **state) {
    (void)state;
    struct small_world *small = make_prepared_world();
    const size_t cells = small->world.demand.cell_count;
    bool *taken = mem_zeroed(300 * cells, sizeof *taken);
    for (size_t cell = 0; cell < cells; cell++) {
        for (uint32_t nth = 0; nth < 300; nth++) {
            const uint32_t number = world_person_number(&small->world, cell, nth);
            assert_true(number < 300 * cells && !taken[number]);
            taken[number] = true;
        }
    }
    free(taken);
    drop_small_world(small);
}

static void more_people_in_one_cell_change_nobody_elsewhere(void **state) {
    (void)state;
    struct small_world *before = make_prepared_world(), *after = make_small_world();
    after->rates[COMMUNITY][1].per_1000_per_year *= 3;
    struct err_list err;
    err_list_init(&err);
    assert_true(prepare_small_world(after, &err));
    for (size_t cell = 0; cell < before->world.demand.cell_count; cell++) {
        const bool grows = cell / (LOCALITIES * BANDS) == COMMUNITY && cell % BANDS == ADULT;
        for (uint32_t nth = 1; nth < 40; nth++) {
            const des_time a = world_demand_time(&before->world.demand, cell, nth * 0.5);
            const des_time b = world_demand_time(&after->world.demand, cell, nth * 0.5);
            assert_true(grows ? b < a : b == a);
            const struct world_person first = draw(before, 0, cell, nth), second = draw(after, 0, cell, nth);
            assert_same(&first, &second);
        }
    }
    drop_small_world(before);
    drop_small_world(after);
}

static void the_stock_never_bears_the_number_of_an_arrival(void **state) {
    (void)state;
    struct small_world *small = make_prepared_world();
    const uint32_t cells = (uint32_t)small->world.demand.cell_count;
    const uint32_t last = (UINT32_C(1) << 31) / cells; /* 2^31 is no multiple of 12 */
    assert_true(world_person_number(&small->world, 0, last) < world_person_number_of_stock(0));
    assert_aborts(world_person_number(&small->world, cells - 1, last));
    const uint32_t most = UINT32_C(1) << 29; /* of each kind that is there on day one */
    assert_true(world_person_number_of_stock(most - 1) < world_person_number_of_resident(0));
    assert_true(world_person_number_of_resident(most - 1) + 1 == world_person_number_of_starter(0));
    assert_aborts(world_person_number_of_stock(most));
    assert_aborts(world_person_number_of_resident(most));
    assert_true(world_person_number_of_starter((UINT32_C(1) << 30) - 1) == UINT32_MAX);
    assert_aborts(world_person_number_of_starter(UINT32_C(1) << 30));
    drop_small_world(small);
}

struct tally {
    size_t rehabilitation, urgent, service, further_care, rehabilitation_too;
    double ages;
};

static struct tally tally_of(const struct small_world *small, size_t cell) {
    struct tally tally = {0};
    for (uint32_t nth = 0; nth < DRAWS; nth++) {
        const struct world_person person = draw(small, 2, cell, nth);
        tally.rehabilitation += person.presents == REHABILITATION;
        tally.urgent += person.priority == URGENT;
        tally.service += person.has_service;
        tally.further_care += person.needs >> CARE & 1;
        tally.rehabilitation_too += person.needs >> REHABILITATION & 1;
        tally.ages += person.age_years;
    }
    return tally;
}

static double share_allowed(double share) {
    return 4 * sqrt(share * (1 - share) / DRAWS);
}

/* Within 4 standard errors: each passes but once in 16,000 seeds. */
static void shares_come_out_as_given(void **state) {
    (void)state;
    struct small_world *small = make_prepared_world();
    const struct tally old = tally_of(small, world_cell(&small->world, COMMUNITY, SOUTH, OLD));
    assert_within((double)old.rehabilitation / DRAWS, 0.3, share_allowed(0.3));
    assert_within((double)old.urgent / DRAWS, 0.15, share_allowed(0.15));
    assert_within((double)old.service / DRAWS, 0.35, share_allowed(0.35));
    assert_within((double)old.further_care / DRAWS, 0.25, share_allowed(0.25));
    assert_within((double)old.rehabilitation_too / DRAWS, 0.3 + 0.7 * 0.4, share_allowed(0.58));
    assert_within(old.ages / DRAWS, 80, 4 * 30 / sqrt(12. * DRAWS));
    drop_small_world(small);
}

static void each_of_three_shares_comes_out_as_given(void **state) {
    (void)state;
    static const double shares[] = {0.2, 0.45, 0.35};
    struct small_world *small = make_prepared_world();
    struct world_likelihood presents[3];
    struct world_priority_share priorities[3];
    for (unsigned i = 0; i < 3; i++) {
        presents[i] = (struct world_likelihood){NULL, shares[i], 0, 120, i};
        priorities[i] = (struct world_priority_share){NULL, shares[2 - i], i};
    }
    small->streams[HOSPITAL].presents = (struct param_rows){presents, 3, NULL};
    small->streams[HOSPITAL].priorities = (struct param_rows){priorities, 3, NULL};
    double presented[3] = {0}, given[3] = {0};
    for (uint32_t nth = 0; nth < DRAWS; nth++) {
        const struct world_person person = draw(small, 4, world_cell(&small->world, HOSPITAL, NORTH, OLD), nth);
        presented[person.presents] += 1. / DRAWS;
        given[person.priority] += 1. / DRAWS;
    }
    for (size_t i = 0; i < 3; i++) {
        assert_within(presented[i], shares[i], share_allowed(shares[i]));
        assert_within(given[i], shares[2 - i], share_allowed(shares[2 - i]));
    }
    drop_small_world(small);
}

static void a_need_falls_only_on_the_ages_it_is_given_for(void **state) {
    (void)state;
    struct small_world *small = make_prepared_world();
    const struct tally young = tally_of(small, world_cell(&small->world, COMMUNITY, NORTH, YOUNG));
    assert_int_equal(young.further_care, 0);
    assert_int_equal(young.rehabilitation_too, young.rehabilitation);
    const struct tally adult = tally_of(small, world_cell(&small->world, COMMUNITY, NORTH, ADULT));
    assert_int_equal(adult.further_care, 0);
    small->further[COMMUNITY][1].from_years = 70;
    small->further[COMMUNITY][1].to_years = 80;
    small->further[COMMUNITY][1].probability = 1;
    const size_t cell = world_cell(&small->world, COMMUNITY, NORTH, OLD);
    for (uint32_t nth = 0; nth < 3000; nth++) {
        const struct world_person person = draw(small, 2, cell, nth);
        const bool is_of_age = person.age_years >= 70 && person.age_years < 80;
        assert_int_equal(person.needs >> CARE & 1, is_of_age);
    }
    drop_small_world(small);
}

static void what_people_present_with_changes_at_the_age_given(void **state) {
    (void)state;
    struct small_world *small = make_prepared_world();
    small->presents[COMMUNITY][0] = (struct world_likelihood){NULL, 1, 0, 40, EQUIPMENT};
    small->presents[COMMUNITY][1] = (struct world_likelihood){NULL, 1, 40, 120, REHABILITATION};
    const size_t cell = world_cell(&small->world, COMMUNITY, NORTH, ADULT);
    for (uint32_t nth = 0; nth < 3000; nth++) {
        const struct world_person person = draw(small, 2, cell, nth);
        assert_int_equal(person.presents, person.age_years < 40 ? EQUIPMENT : REHABILITATION);
    }
    drop_small_world(small);
}

/* The bands end at 95. */
static void who_has_grown_older_than_the_bands_presents_as_the_oldest_do(void **state) {
    (void)state;
    struct small_world *small = make_prepared_world();
    struct des_stream random;
    des_stream_init(&random, 771, 0);
    small->world.admission_stream = COMMUNITY;
    small->presents[COMMUNITY][0] = (struct world_likelihood){NULL, 1, 0, 90, EQUIPMENT};
    small->presents[COMMUNITY][1] = (struct world_likelihood){NULL, 1, 90, 95, REHABILITATION};
    for (uint32_t number = 0; number < 30; number++) {
        assert_int_equal(world_person_draw_admitted(&small->world, &random, number, 89.9).presents, EQUIPMENT);
        assert_int_equal(world_person_draw_admitted(&small->world, &random, number, 94.9).presents, REHABILITATION);
        assert_int_equal(world_person_draw_admitted(&small->world, &random, number, 95).presents, REHABILITATION);
        assert_int_equal(world_person_draw_admitted(&small->world, &random, number, 103.4).presents, REHABILITATION);
    }
    drop_small_world(small);
}

/* Deaths before 80 among those of 65 to 80: 1 - exp(-0.012 (80 - age)) each, and the sum's standard error. */
static void people_die_by_the_life_table(void **state) {
    (void)state;
    struct small_world *small = make_prepared_world();
    const size_t cell = world_cell(&small->world, HOSPITAL, SOUTH, OLD);
    double expected = 0, variance = 0, died = 0;
    for (uint32_t nth = 0; nth < DRAWS; nth++) {
        const struct world_person person = draw(small, 3, cell, nth);
        const double chance = person.age_years < 80 ? 1 - exp(-0.012 * (80 - person.age_years)) : 0;
        expected += chance;
        variance += chance * (1 - chance);
        died += person.death_age < 80;
    }
    assert_true(expected > 1000);
    assert_within(died, expected, 4 * sqrt(variance));
    drop_small_world(small);
}

/* Nobody below 16, 0.04 a year from then, 1.7 from 65 on: the age at which so much has gathered. */
static double age_of_admission(double age_years, double threshold) {
    const double from = fmax(age_years, 16), as_adult = fmax(65 - from, 0) * 0.04;
    return threshold < as_adult ? from + threshold / 0.04 : fmax(from, 65) + (threshold - as_adult) / 1.7;
}

static struct small_world *make_world_with_admissions(struct world_admission *rows) {
    struct small_world *small = make_small_world();
    rows[0] = (struct world_admission){word(&small->words, "old"), 1.7};
    rows[1] = (struct world_admission){word(&small->words, "adult"), 0.04};
    small->world.hospital.admissions = (struct param_rows){rows, 2, NULL};
    small->world.hospital.admission_stream = word(&small->words, "hospital");
    struct err_list err;
    err_list_init(&err);
    assert_true(prepare_small_world(small, &err));
    err_list_free(&err);
    return small;
}

static void people_are_admitted_at_the_rates_of_the_ages_they_reach(void **state) {
    (void)state;
    struct world_admission rows[2];
    struct small_world *small = make_world_with_admissions(rows);
    struct des_stream random;
    des_stream_init(&random, 771, 6);
    size_t in_another_band = 0;
    for (size_t band = 0; band < BANDS; band++) {
        for (uint32_t nth = 0; nth < 500; nth++) {
            const struct world_person person = draw(small, 6, world_cell(&small->world, COMMUNITY, SOUTH, band), nth);
            const double threshold = world_person_exponential(&random, person.number, WORLD_ADMISSION);
            assert_near(person.admission_age, age_of_admission(person.age_years, threshold), 1e-12);
            in_another_band += person.admission_age >= small->bands[band].to_years;
        }
    }
    assert_true(in_another_band > 600); /* all the young, and some others */
    drop_small_world(small);
}

static void without_rates_and_with_a_package_nobody_is_admitted(void **state) {
    (void)state;
    struct world_admission rows[2];
    struct small_world *without = make_prepared_world(), *with = make_world_with_admissions(rows);
    const struct world_person person = draw(without, 6, world_cell(&without->world, COMMUNITY, SOUTH, OLD), 3);
    assert_true(isinf(person.admission_age));
    struct des_stream random;
    struct world_person holder;
    des_stream_init(&random, 771, 6);
    world_person_draw_stock(&with->world, &random, SOUTH, OLD, world_person_number_of_stock(3), &holder);
    assert_true(isinf(holder.admission_age));
    drop_small_world(without);
    drop_small_world(with);
}

static void holders_of_a_package_have_care_and_nothing_else(void **state) {
    (void)state;
    struct small_world *small = make_prepared_world();
    struct des_stream random;
    des_stream_init(&random, 771, 0);
    struct world_person person;
    const uint32_t number = world_person_number_of_stock(17);
    world_person_draw_stock(&small->world, &random, SOUTH, OLD, number, &person);
    assert_int_equal(person.number, number);
    assert_true(person.locality == SOUTH && person.band == OLD && person.stream == COMMUNITY);
    assert_int_equal(person.needs, world_needs_of(CARE));
    assert_int_equal(person.presents, CARE);
    assert_true(person.has_service && isinf(person.onset_threshold));
    assert_true(person.age_years >= 65 && person.age_years < 95 && person.death_age > person.age_years);
    drop_small_world(small);
}

static void no_two_purposes_share_their_numbers(void **state) {
    (void)state;
    for (unsigned a = WORLD_ARRIVAL; a <= WORLD_DELAY_WEEKS; a++) {
        for (unsigned need = 0; need < WORLD_NEEDS_MAX; need++) {
            const uint32_t key = world_purpose_key((enum world_purpose)a, need, 41);
            assert_int_equal(key & 0xFF, a);
            assert_int_equal(key >> 8 & 0xFF, need);
            assert_int_equal(key >> 16, 41);
        }
    }
}

static void a_draw_depends_on_the_person_and_the_purpose_alone(void **state) {
    (void)state;
    struct des_stream random;
    des_stream_init(&random, 3, 1);
    const struct des_dist dist = des_dist_constant(2.375);
    const double uniform = world_person_uniform(&random, 12, WORLD_PREVENT);
    const double exponential = world_person_exponential(&random, 12, WORLD_PREVENT);
    assert_near(exponential, -log1p(-uniform), 1e-12);
    assert_true(world_person_uniform(&random, 13, WORLD_PREVENT) != uniform);
    assert_true(world_person_uniform(&random, 12, WORLD_REDUCE) != uniform);
    assert_near(world_person_amount(&random, 12, WORLD_PREVENT, &dist), 2.375, 0);
    assert_near(world_person_uniform(&random, 12, WORLD_PREVENT), uniform, 0);
}

/* How many words of its block the stream has given out tells whether anything was drawn. */
static void what_is_certain_is_not_drawn(void **state) {
    (void)state;
    struct des_stream random;
    des_stream_init(&random, 3, 1);
    des_stream_seek(&random, WORLD_PREVENT, 12);
    const uint32_t none = random.state.used;
    assert_false(world_person_chance(&random, 12, WORLD_PREVENT, 0));
    assert_true(world_person_chance(&random, 12, WORLD_PREVENT, 1));
    assert_int_equal(random.state.used, none);
    const double u = world_person_uniform(&random, 12, WORLD_PREVENT);
    assert_false(world_person_chance(&random, 12, WORLD_PREVENT, u));
    assert_true(world_person_chance(&random, 12, WORLD_PREVENT, nextafter(u, 1)));
    assert_int_not_equal(random.state.used, none);
}

/* Each number at the edge of what it decides, or just below it. */
static void everything_about_a_person_follows_from_its_numbers(void **state) {
    (void)state;
    struct small_world *small = make_prepared_world();
    const size_t cell = world_cell(&small->world, COMMUNITY, NORTH, OLD);
    for (int is_below = 0; is_below < 2; is_below++) {
        const double less = is_below ? 1e-12 : 0;
        struct des_stream random;
        struct scripted script;
        struct world_person person;
        struct scripted_row rows[] = {{WORLD_AGE, 8, 0.5, 0},
                                      {WORLD_PRESENTS, 8, 0.7 - less, 0},
                                      {world_purpose_key(WORLD_FURTHER, REHABILITATION, 0), 8, 0.4 - less, 0},
                                      {world_purpose_key(WORLD_FURTHER, CARE, 0), 8, 0.25 - less, 0},
                                      {WORLD_PRIORITY, 8, 0.85 - less, 0},
                                      {WORLD_EXISTING_SERVICE, 8, 0.35 - less, 0},
                                      {WORLD_ONSET, 8, scripted_exponential(1.5), 0}};
        des_stream_init(&random, 1, 1);
        scripted_init(&script, &random, rows, sizeof rows / sizeof rows[0]);
        random.rng = script.rng;
        world_person_draw(&small->world, &random, cell, 8, &person);
        assert_near(person.age_years, 80, 1e-15);
        assert_int_equal(person.presents, is_below ? EQUIPMENT : REHABILITATION);
        assert_int_equal(person.needs,
                         is_below ? world_needs_of(EQUIPMENT) | world_needs_of(REHABILITATION) | world_needs_of(CARE)
                                  : world_needs_of(REHABILITATION));
        assert_int_equal(person.priority, is_below ? ROUTINE : URGENT);
        assert_true(person.has_service == is_below);
        assert_near(person.onset_threshold, 1.5, 1e-15);
        assert_true(scripted_is_over(&script));
    }
    drop_small_world(small);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_number_is_the_same_person_whatever_was_drawn_before),
        cmocka_unit_test(what_is_certain_is_not_drawn),
        cmocka_unit_test(another_number_or_replication_is_somebody_else),
        cmocka_unit_test(a_changed_share_leaves_everything_else_as_it_was),
        cmocka_unit_test(a_person_comes_from_the_cell),
        cmocka_unit_test(every_arrival_of_every_cell_has_a_number_of_its_own),
        cmocka_unit_test(more_people_in_one_cell_change_nobody_elsewhere),
        cmocka_unit_test(the_stock_never_bears_the_number_of_an_arrival),
        cmocka_unit_test(shares_come_out_as_given),
        cmocka_unit_test(each_of_three_shares_comes_out_as_given),
        cmocka_unit_test(a_need_falls_only_on_the_ages_it_is_given_for),
        cmocka_unit_test(what_people_present_with_changes_at_the_age_given),
        cmocka_unit_test(who_has_grown_older_than_the_bands_presents_as_the_oldest_do),
        cmocka_unit_test(people_die_by_the_life_table),
        cmocka_unit_test(people_are_admitted_at_the_rates_of_the_ages_they_reach),
        cmocka_unit_test(without_rates_and_with_a_package_nobody_is_admitted),
        cmocka_unit_test(holders_of_a_package_have_care_and_nothing_else),
        cmocka_unit_test(no_two_purposes_share_their_numbers),
        cmocka_unit_test(a_draw_depends_on_the_person_and_the_purpose_alone),
        cmocka_unit_test(everything_about_a_person_follows_from_its_numbers),
    };
    return run_chosen(tests, argc, argv);
}

/* tests/engine/test_stream.c - random numbers that belong to a purpose of an entity in a replication. */
#include "engine/stream.h"

#include <string.h>

#include "engine/dist.h"
#include "tests/engine/scripted.h"
#include "tests/support.h"

/* Random123's own known answer for philox4x32-10 with key and counter all zero (its file kat_vectors). */
static void the_words_of_zeros_are_the_published_ones(void **state) {
    (void)state;
    struct des_stream stream;
    des_stream_init(&stream, 0, 0);
    assert_true(gsl_rng_get(&stream.rng) == 0x6627e8d5);
    assert_true(gsl_rng_get(&stream.rng) == 0xe169c58d);
    assert_true(gsl_rng_get(&stream.rng) == 0xbc57ac4c);
    assert_true(gsl_rng_get(&stream.rng) == 0x9b00dbd8);
}

/* From the same file: the counter holds 243f6a88 85a308d3 13198a2e 03707344, the key a4093822 299f31d0. */
static void key_and_counter_stand_where_they_should(void **state) {
    (void)state;
    struct des_stream stream;
    des_stream_init(&stream, 0x299f31d0a4093822, 0x03707344);
    des_stream_seek(&stream, 0x85a308d3, 0x13198a2e);
    stream.state.counter[0] = 0x243f6a88;
    assert_true(gsl_rng_get(&stream.rng) == 0xd16cfe09);
    assert_true(gsl_rng_get(&stream.rng) == 0x94fdcceb);
    assert_true(gsl_rng_get(&stream.rng) == 0x5001e420);
    assert_true(gsl_rng_get(&stream.rng) == 0x24126ea1);
}

static void seeking_starts_the_same_sequence_again(void **state) {
    (void)state;
    struct des_stream stream;
    des_stream_init(&stream, 20140131, 7);
    double first[9];
    des_stream_seek(&stream, 3, 1234);
    for (size_t i = 0; i < 9; i++) {
        first[i] = des_stream_uniform(&stream);
    }
    des_stream_seek(&stream, 4, 1234);
    gsl_rng_get(&stream.rng);
    des_stream_seek(&stream, 3, 1234);
    for (size_t i = 0; i < 9; i++) {
        assert_near(des_stream_uniform(&stream), first[i], 0);
    }
}

static void every_part_of_the_place_gives_other_numbers(void **state) {
    (void)state;
    const uint32_t places[][4] = {/* seed, replication, purpose, entity */
                                  {1, 1, 1, 1},
                                  {2, 1, 1, 1},
                                  {1, 2, 1, 1},
                                  {1, 1, 2, 1},
                                  {1, 1, 1, 2}};
    enum { PLACES = sizeof places / sizeof places[0] };
    double draws[PLACES];
    for (size_t i = 0; i < PLACES; i++) {
        struct des_stream stream;
        des_stream_init(&stream, places[i][0], places[i][1]);
        des_stream_seek(&stream, places[i][2], places[i][3]);
        draws[i] = des_stream_uniform(&stream);
        for (size_t j = 0; j < i; j++) {
            assert_true(draws[i] != draws[j]);
        }
    }
}

static void the_upper_half_of_the_seed_counts(void **state) {
    (void)state;
    struct des_stream low, high;
    des_stream_init(&low, 5, 1);
    des_stream_init(&high, 5 + (1ull << 40), 1);
    assert_true(des_stream_uniform(&low) != des_stream_uniform(&high));
}

/* The extremes of 64 random bits, put where the next two words are read. */
static void reals_lie_strictly_between_zero_and_one(void **state) {
    (void)state;
    struct des_stream stream;
    des_stream_init(&stream, 1, 1);
    const int bytes[] = {0x00, 0xff};
    for (size_t i = 0; i < 2; i++) {
        memset(stream.state.words, bytes[i], sizeof stream.state.words);
        stream.state.used = 0;
        double u = des_stream_uniform(&stream);
        assert_true(u > 0 && u < 1);
        stream.state.used = 0;
        double x = des_stream_exponential(&stream);
        assert_true(x > 0 && isfinite(x));
    }
}

static void gsl_draws_the_same_reals(void **state) {
    (void)state;
    struct des_stream own, gsl;
    des_stream_init(&own, 99, 3);
    des_stream_init(&gsl, 99, 3);
    for (int i = 0; i < 10; i++) {
        assert_near(des_stream_uniform(&own), gsl_rng_uniform(&gsl.rng), 0);
    }
    assert_string_equal(gsl_rng_name(&gsl.rng), "philox4x32-10");
    gsl_rng *allocated = gsl_rng_alloc(des_stream_type);
    gsl_rng_set(allocated, 0);
    assert_true(gsl_rng_get(allocated) == 0x6627e8d5);
    gsl_rng_free(allocated);
    gsl_rng_set(&gsl.rng, 0);
    assert_true(gsl_rng_get(&gsl.rng) == 0x6627e8d5);
}

/* 100 classes, so 99 degrees of freedom: below 39.5 or above 183 one time in a million each. */
static void reals_are_uniform(void **state) {
    (void)state;
    enum { CLASSES = 100, DRAWS = 1000000 };
    static const double expected = DRAWS / CLASSES;
    size_t counts[CLASSES] = {0};
    struct des_stream stream;
    des_stream_init(&stream, 31415926535, 1);
    for (uint32_t i = 0; i < DRAWS; i++) {
        des_stream_seek(&stream, 2, i);
        counts[(size_t)(des_stream_uniform(&stream) * CLASSES)]++;
    }
    double chi_squared = 0;
    for (size_t i = 0; i < CLASSES; i++) {
        chi_squared += ((double)counts[i] - expected) * ((double)counts[i] - expected) / expected;
    }
    assert_true(chi_squared > 39.5 && chi_squared < 183);
}

/* Of 100,000 independent pairs the correlation has a standard error of 0.0032; four of them. */
static void neighbouring_entities_are_not_correlated(void **state) {
    (void)state;
    enum { PAIRS = 100000 };
    struct des_stream stream;
    des_stream_init(&stream, 27182818, 1);
    double sum = 0, last = 0.5;
    for (uint32_t i = 0; i < PAIRS; i++) {
        des_stream_seek(&stream, 1, i);
        double u = des_stream_uniform(&stream);
        sum += (u - 0.5) * (last - 0.5) * 12;
        last = u;
    }
    assert_within(sum / PAIRS, 0, 4 * 0.0032);
}

static void a_sequence_that_would_repeat_stops_the_program(void **state) {
    (void)state;
    struct des_stream stream;
    des_stream_init(&stream, 1, 1);
    stream.state.counter[0] = UINT32_MAX;
    assert_aborts(des_stream_uniform(&stream));
}

/* ---- scripts ---- */

static void a_script_plays_its_numbers_at_their_places_and_nothing_moves_elsewhere(void **state) {
    (void)state;
    struct des_stream stream, own;
    struct scripted script;
    struct scripted_row rows[] = {{4, 77, 0.25, 0}, {5, 77, 0.5, 0}, {4, 77, 0.75, 0}};
    des_stream_init(&stream, 20140131, 7);
    des_stream_init(&own, 20140131, 7);
    scripted_init(&script, &stream, rows, 3);
    stream.rng = script.rng;
    for (uint32_t purpose = 3; purpose <= 6; purpose++) {
        for (uint32_t entity = 76; entity <= 78; entity++) {
            des_stream_seek(&stream, purpose, entity);
            des_stream_seek(&own, purpose, entity);
            for (size_t i = 0; i < 4; i++) {
                const bool is_first = purpose == 4 && entity == 77 && i == 0,
                           is_second = purpose == 4 && entity == 77 && i == 1,
                           is_other = purpose == 5 && entity == 77 && i == 0;
                const double mine = des_stream_uniform(&own), got = des_stream_uniform(&stream);
                assert_true(got == (is_first ? 0.25 : is_second ? 0.75 : is_other ? 0.5 : mine));
            }
        }
    }
    assert_true(scripted_is_over(&script));
}

static void a_script_is_played_again_when_its_place_is_begun_anew(void **state) {
    (void)state;
    struct des_stream stream;
    struct scripted script;
    struct scripted_row rows[] = {{1, 2, 0.125, 0}, {9, 9, 0.5, 0}};
    des_stream_init(&stream, 1, 1);
    scripted_init(&script, &stream, rows, 2);
    stream.rng = script.rng;
    for (size_t i = 0; i < 3; i++) {
        des_stream_seek(&stream, 1, 2);
        assert_true(des_stream_uniform(&stream) == 0.125);
    }
    assert_int_equal(rows[0].played, 3);
    assert_false(scripted_is_over(&script)); /* nobody went to the place of the second */
}

/* Distributions draw from it like from any other, those of GSL too. */
static void distributions_follow_a_script(void **state) {
    (void)state;
    struct des_stream stream;
    struct scripted script;
    struct scripted_row rows[] = {{1, 1, scripted_exponential(2.5), 0}, {2, 1, 0.75, 0}, {3, 1, 0.4, 0}};
    struct des_dist exponential, uniform, geometric;
    const double mean[DES_DIST_KEYS] = {4}, ends[DES_DIST_KEYS] = {10, 30}, one[DES_DIST_KEYS] = {1};
    assert_null(des_dist_init(&exponential, des_dist_family("exponential"), mean, NULL));
    assert_null(des_dist_init(&uniform, des_dist_family("uniform"), ends, NULL));
    assert_null(des_dist_init(&geometric, des_dist_family("geometric"), one, NULL));
    des_stream_init(&stream, 1, 1);
    scripted_init(&script, &stream, rows, 3);
    stream.rng = script.rng;
    des_stream_seek(&stream, 1, 1);
    assert_near(des_dist_draw(&exponential, &stream), 10, 1e-14);
    des_stream_seek(&stream, 2, 1);
    assert_near(des_dist_draw(&uniform, &stream), 25, 1e-14);
    des_stream_seek(&stream, 3, 1);
    assert_near(des_dist_draw(&geometric, &stream), 1, 0); /* 0.4 lies in (1/4, 1/2] */
    assert_true(scripted_is_over(&script));
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_words_of_zeros_are_the_published_ones),
        cmocka_unit_test(key_and_counter_stand_where_they_should),
        cmocka_unit_test(seeking_starts_the_same_sequence_again),
        cmocka_unit_test(every_part_of_the_place_gives_other_numbers),
        cmocka_unit_test(the_upper_half_of_the_seed_counts),
        cmocka_unit_test(reals_lie_strictly_between_zero_and_one),
        cmocka_unit_test(gsl_draws_the_same_reals),
        cmocka_unit_test(reals_are_uniform),
        cmocka_unit_test(neighbouring_entities_are_not_correlated),
        cmocka_unit_test(a_sequence_that_would_repeat_stops_the_program),
        cmocka_unit_test(a_script_plays_its_numbers_at_their_places_and_nothing_moves_elsewhere),
        cmocka_unit_test(a_script_is_played_again_when_its_place_is_begun_anew),
        cmocka_unit_test(distributions_follow_a_script),
    };
    return run_chosen(tests, argc, argv);
}

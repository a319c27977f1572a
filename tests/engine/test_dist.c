/* tests/engine/test_dist.c - every family against its known moments, and the coupling of draws. */
#include "engine/dist.h"

#include <string.h>

#include "tests/support.h"

enum { DRAWS = 200000 };

/* The middle bin has no weight. */
static struct des_dist_bins observed_bins(void) {
    static const double edges[] = {0.5, 2, 3, 7.5}, weights[] = {3, 0, 5.2};
    struct des_dist_bins bins = {malloc(sizeof edges), malloc(sizeof weights), 3};
    memcpy(bins.edges, edges, sizeof edges);
    memcpy(bins.weights, weights, sizeof weights);
    return bins;
}

static struct des_dist make(const char *name, double a, double b, double c) {
    const double given[DES_DIST_KEYS] = {a, b, c};
    const struct des_family *family = des_dist_family(name);
    struct des_dist_bins bins = {.count = 0};
    bool is_empirical = strcmp(name, "empirical") == 0;
    if (is_empirical) {
        bins = observed_bins();
    }
    struct des_dist dist;
    assert_null(des_dist_init(&dist, family, given, is_empirical ? &bins : NULL));
    return dist;
}

/* Moments are about 0: first, second, third. */
struct known {
    const char *name;
    double given[DES_DIST_KEYS];
    double first, second, third;
};

/* The moments of the empirical one are sums over its bins of weight (b^(n+1) - a^(n+1)) / ((n + 1) (b - a)). */
static const struct known families[] = {
    {"constant", {2.385}, 2.385, 5.688225, 13.566416625},
    {"exponential", {3.7}, 3.7, 2 * 13.69, 6 * 50.653},
    {"gamma", {2.1, 0.5}, 2.1, 4.41 * 1.25, 9.261 * 1.25 * 1.5},
    {"gamma", {2.1, 1.6}, 2.1, 4.41 * 3.56, 9.261 * 3.56 * 6.12},
    {"lognormal", {5.3, 0.8}, 5.3, 28.09 * 1.64, 148.877 * 4.410944},
    {"lognormal", {5.3, 0}, 5.3, 28.09, 148.877},
    {"uniform", {1.5, 4.1}, 2.8, 8.403333333333333, 26.684},
    {"triangular", {1, 2.5, 6}, 19.0 / 6, 11.125, 42.5875},
    {"empirical", {0}, 0, 0, 0},
    {"poisson", {2.7}, 2.7, 2.7 + 7.29, 2.7 + 3 * 7.29 + 19.683},
    {"geometric", {1.9}, 1.9, 1.9 + 2 * 3.61, 1.9 + 6 * 3.61 + 6 * 6.859},
};

static struct known known_of_bins(void) {
    struct known known = {.name = "empirical"};
    double *moments[] = {&known.first, &known.second, &known.third};
    for (int n = 1; n <= 3; n++) {
        double low = (pow(2, n + 1) - pow(0.5, n + 1)) / ((n + 1) * 1.5);
        double high = (pow(7.5, n + 1) - pow(3, n + 1)) / ((n + 1) * 4.5);
        *moments[n - 1] = (3 * low + 5.2 * high) / 8.2;
    }
    return known;
}

static struct known known_number(size_t i) {
    return strcmp(families[i].name, "empirical") == 0 ? known_of_bins() : families[i];
}

struct sample {
    double mean, variance, mean_error, variance_error;
};

typedef double drawing(const struct des_dist *dist, struct des_stream *stream);

static struct sample sample_of(const struct des_dist *dist, drawing *draw) {
    struct des_stream stream;
    des_stream_init(&stream, 20260731, 1);
    double *draws = malloc(DRAWS * sizeof *draws);
    double mean = 0, second = 0, fourth = 0;
    for (uint32_t i = 0; i < DRAWS; i++) {
        des_stream_seek(&stream, 5, i);
        draws[i] = draw(dist, &stream);
        mean += draws[i] / DRAWS;
    }
    for (size_t i = 0; i < DRAWS; i++) {
        double square = (draws[i] - mean) * (draws[i] - mean);
        second += square / DRAWS;
        fourth += square * square / DRAWS;
    }
    free(draws);
    double variance_error = sqrt(fmax(fourth - second * second, 0) / DRAWS);
    return (struct sample){mean, second, sqrt(second / DRAWS), variance_error};
}

/* Four standard errors: one of the comparisons here fails by chance about once in 16,000 other seeds. The last digits
 * of a constant are left to rounding. */
static void assert_sample(struct sample sample, double mean, double variance) {
    assert_within(sample.mean, mean, 4 * sample.mean_error + 1e-9);
    assert_within(sample.variance, variance, 4 * sample.variance_error + 1e-9);
}

static void draws_have_the_mean_and_variance_of_their_family(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof families / sizeof families[0]; i++) {
        struct known known = known_number(i);
        struct des_dist dist = make(known.name, known.given[0], known.given[1], known.given[2]);
        assert_near(des_dist_mean(&dist), known.first, 1e-12);
        assert_sample(sample_of(&dist, des_dist_draw), known.first, known.second - known.first * known.first);
        des_dist_free(&dist);
    }
}

static double draw_length_biased(const struct des_dist *dist, struct des_stream *stream) {
    return dist->family->length_biased(dist, stream);
}

/* A length-biased draw has the moments m2 / m1 and m3 / m1. */
static void what_is_met_at_a_random_moment_is_length_biased(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof families / sizeof families[0]; i++) {
        struct known known = known_number(i);
        struct des_dist dist = make(known.name, known.given[0], known.given[1], known.given[2]);
        double mean = known.second / known.first;
        assert_sample(sample_of(&dist, draw_length_biased), mean, known.third / known.first - mean * mean);
        des_dist_free(&dist);
    }
}

/* Half the length-biased mean. */
static void what_is_left_has_the_mean_of_renewal_theory(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof families / sizeof families[0]; i++) {
        struct known known = known_number(i);
        struct des_dist dist = make(known.name, known.given[0], known.given[1], known.given[2]);
        struct sample sample = sample_of(&dist, des_dist_draw_residual);
        assert_within(sample.mean, known.second / known.first / 2, 4 * sample.mean_error);
        des_dist_free(&dist);
    }
}

/* The n-th moment of a weibull is scale^n G(1 + n / k). */
static void a_weibull_has_the_mean_and_cv_that_were_given(void **state) {
    (void)state;
    const double cvs[] = {0.1, 0.37, 1, 2.2, 5};
    for (size_t i = 0; i < sizeof cvs / sizeof cvs[0]; i++) {
        struct des_dist dist = make("weibull", 4.2, cvs[i], 0);
        double scale = dist.shape[0], k = dist.shape[1];
        double first = scale * tgamma(1 + 1 / k), second = scale * scale * tgamma(1 + 2 / k);
        assert_near(first, 4.2, 1e-11);
        assert_near(sqrt(second - first * first) / first, cvs[i], 1e-9);
    }
    struct des_dist dist = make("weibull", 4.2, 0.5, 0);
    double k = dist.shape[1], scale = dist.shape[0];
    assert_sample(sample_of(&dist, des_dist_draw), 4.2, 4.2 * 4.2 * 0.25);
    double second = pow(scale, 2) * tgamma(1 + 2 / k), third = pow(scale, 3) * tgamma(1 + 3 / k);
    double mean = second / 4.2;
    assert_sample(sample_of(&dist, draw_length_biased), mean, third / 4.2 - mean * mean);
}

/* Kolmogorov and Smirnov: sqrt(n) times the greatest distance exceeds 2.63 in two of a million samples. */
static void what_is_left_of_an_exponential_is_the_same_exponential(void **state) {
    (void)state;
    struct des_dist dist = make("exponential", 3.7, 0, 0);
    enum { CLASSES = 500 };
    size_t counts[CLASSES] = {0};
    struct des_stream stream;
    des_stream_init(&stream, 77, 1);
    for (uint32_t i = 0; i < DRAWS; i++) {
        des_stream_seek(&stream, 5, i);
        double share = -expm1(-des_dist_draw_residual(&dist, &stream) / 3.7);
        counts[(size_t)(share * CLASSES)]++;
    }
    double below = 0, distance = 0;
    for (size_t i = 0; i < CLASSES; i++) {
        below += (double)counts[i] / DRAWS;
        distance = fmax(distance, fabs(below - (double)(i + 1) / CLASSES));
    }
    assert_true(distance * sqrt(DRAWS) < 2.63);
}

static void a_larger_mean_never_draws_less(void **state) {
    (void)state;
    const struct {
        const char *name;
        double low[DES_DIST_KEYS], high[DES_DIST_KEYS];
    } pairs[] = {
        {"exponential", {3.7}, {3.8}},     {"gamma", {2, 0.7}, {2.2, 0.7}}, {"lognormal", {5, 0.8}, {5.1, 0.8}},
        {"weibull", {4, 0.6}, {4.1, 0.6}}, {"uniform", {1, 3}, {1.2, 3.1}}, {"triangular", {1, 2, 6}, {1.1, 2.2, 6.3}},
        {"geometric", {2}, {2.3}},
    };
    struct des_stream stream;
    des_stream_init(&stream, 4711, 1);
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        struct des_dist low = make(pairs[i].name, pairs[i].low[0], pairs[i].low[1], pairs[i].low[2]);
        struct des_dist high = make(pairs[i].name, pairs[i].high[0], pairs[i].high[1], pairs[i].high[2]);
        for (uint32_t entity = 0; entity < 20000; entity++) {
            des_stream_seek(&stream, 1, entity);
            double less = des_dist_draw(&low, &stream);
            des_stream_seek(&stream, 1, entity);
            assert_true(des_dist_draw(&high, &stream) >= less);
        }
    }
}

static void what_is_always_nothing_draws_nothing(void **state) {
    (void)state;
    const char *const names[] = {"constant", "poisson", "geometric", "uniform", "triangular"};
    struct des_stream stream;
    des_stream_init(&stream, 1, 1);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        struct des_dist dist = make(names[i], 0, 0, 0);
        for (int n = 0; n < 50; n++) {
            assert_near(des_dist_draw(&dist, &stream), 0, 0);
            assert_near(des_dist_draw_residual(&dist, &stream), 0, 0);
        }
    }
}

static void values_that_do_not_go_together_are_named(void **state) {
    (void)state;
    const struct {
        const char *name;
        double given[DES_DIST_KEYS];
        const char *fault;
    } cases[] = {
        {"uniform", {4, 3}, "min is above max"},
        {"triangular", {4, 3, 6}, "min is above mode"},
        {"triangular", {1, 3, 2}, "mode is above max"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct des_dist dist;
        const char *fault = des_dist_init(&dist, des_dist_family(cases[i].name), cases[i].given, NULL);
        assert_non_null(fault);
        assert_string_equal(fault, cases[i].fault);
        assert_null(dist.family);
    }
}

static void faulty_bins_are_named(void **state) {
    (void)state;
    const struct {
        double edges[3], weights[2];
        size_t count;
        const char *fault;
    } cases[] = {
        {{0, 1, 2}, {1, 1}, 0, "there is no bin"},
        {{-1, 1, 2}, {1, 1}, 2, "the first edge is below 0"},
        {{0, 1, 1}, {1, 1}, 2, "the edges do not rise"},
        {{0, NAN, 1}, {1, 1}, 2, "the edges do not rise"},
        {{0, 1, 2}, {1, -1}, 2, "a weight is below 0"},
        {{0, 1, 2}, {0, 0}, 2, "all weights are 0"},
        {{0, 1, INFINITY}, {1, 1}, 2, "an edge or a weight is not finite"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct des_dist_bins bins = {malloc(sizeof cases[i].edges), malloc(sizeof cases[i].weights), cases[i].count};
        memcpy(bins.edges, cases[i].edges, sizeof cases[i].edges);
        memcpy(bins.weights, cases[i].weights, sizeof cases[i].weights);
        const double given[DES_DIST_KEYS] = {0};
        struct des_dist dist;
        const char *fault = des_dist_init(&dist, des_dist_family("empirical"), given, &bins);
        assert_non_null(fault);
        assert_string_equal(fault, cases[i].fault);
    }
}

static void families_are_found_by_name_in_the_promised_order(void **state) {
    (void)state;
    const char *const names[] = {"constant", "exponential", "gamma",     "lognormal", "weibull",
                                 "uniform",  "triangular",  "empirical", "poisson",   "geometric"};
    size_t count;
    const struct des_family *rows = des_dist_families(&count);
    assert_int_equal(count, sizeof names / sizeof names[0]);
    for (size_t i = 0; i < count; i++) {
        assert_string_equal(rows[i].name, names[i]);
        assert_ptr_equal(des_dist_family(names[i]), &rows[i]);
        assert_true(rows[i].meaning[0] != '\0');
        assert_int_equal(rows[i].counts, i >= 8);
    }
    assert_null(des_dist_family("normal"));
}

static void values_outside_their_range_are_refused(void **state) {
    (void)state;
    const double too_low[DES_DIST_KEYS] = {1, 0.01};
    const double no_number[DES_DIST_KEYS] = {NAN};
    struct des_dist dist;
    assert_aborts(des_dist_init(&dist, des_dist_family("gamma"), too_low, NULL));
    assert_aborts(des_dist_init(&dist, des_dist_family("exponential"), no_number, NULL));
    assert_aborts(des_dist_init(&dist, des_dist_family("empirical"), no_number, NULL));
    dist = des_dist_constant(2.385);
    assert_near(des_dist_mean(&dist), 2.385, 0);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(draws_have_the_mean_and_variance_of_their_family),
        cmocka_unit_test(what_is_met_at_a_random_moment_is_length_biased),
        cmocka_unit_test(what_is_left_has_the_mean_of_renewal_theory),
        cmocka_unit_test(a_weibull_has_the_mean_and_cv_that_were_given),
        cmocka_unit_test(what_is_left_of_an_exponential_is_the_same_exponential),
        cmocka_unit_test(a_larger_mean_never_draws_less),
        cmocka_unit_test(what_is_always_nothing_draws_nothing),
        cmocka_unit_test(values_that_do_not_go_together_are_named),
        cmocka_unit_test(faulty_bins_are_named),
        cmocka_unit_test(families_are_found_by_name_in_the_promised_order),
        cmocka_unit_test(values_outside_their_range_are_refused),
    };
    return run_chosen(tests, argc, argv);
}

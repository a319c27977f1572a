/* tests/theory/test_span.c - second moments and tails of distributions. */
#include <gsl/gsl_integration.h>

#include "tests/support.h"
#include "theory/span.h"

static const struct theory_span spans[] = {
    {THEORY_CONSTANT, 2.3, 0}, {THEORY_EXPONENTIAL, 2.3, 0}, {THEORY_GAMMA, 2.3, 0.7}, {THEORY_LOGNORMAL, 2.3, 1.4}};

static double tail(double time, void *span) {
    return theory_span_exceeds(span, time);
}

static double twice_tail(double time, void *span) {
    return 2 * time * theory_span_exceeds(span, time);
}

static double integral(double (*function)(double, void *), const struct theory_span *span) {
    struct theory_span copy = *span;
    const gsl_function of = {function, &copy};
    gsl_integration_workspace *workspace = gsl_integration_workspace_alloc(1000);
    const double edges[] = {0, 2.3, 20, 2000};
    double sum = 0, value, error;
    for (size_t i = 0; i < 3; i++) {
        gsl_integration_qag(&of, edges[i], edges[i + 1], 1e-9, 1e-9, 1000, GSL_INTEG_GAUSS21, workspace, &value,
                            &error);
        sum += value;
    }
    gsl_integration_workspace_free(workspace);
    return sum;
}

/* The integral of the tail is the mean, that of twice the time times the tail the mean square. */
static void tails_have_the_mean_and_the_square_that_are_asked_for(void **state) {
    (void)state;
    for (size_t i = 0; i < 4; i++) {
        assert_near(integral(tail, &spans[i]), 2.3, 1e-6);
        assert_near(integral(twice_tail, &spans[i]), theory_span_square(&spans[i]), 1e-5);
    }
}

static void squares_follow_from_mean_and_spread(void **state) {
    (void)state;
    assert_near(theory_span_square(&spans[0]), 2.3 * 2.3, 1e-12);
    assert_near(theory_span_square(&spans[1]), 2 * 2.3 * 2.3, 1e-12);
    assert_near(theory_span_square(&spans[3]), 2.3 * 2.3 * 2.96, 1e-12);
}

static void everything_lasts_longer_than_nothing(void **state) {
    (void)state;
    for (size_t i = 0; i < 4; i++) {
        assert_near(theory_span_exceeds(&spans[i], 0), 1, 1e-12);
    }
    assert_near(theory_span_exceeds(&spans[1], 4.1), exp(-4.1 / 2.3), 1e-12);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tails_have_the_mean_and_the_square_that_are_asked_for),
        cmocka_unit_test(squares_follow_from_mean_and_spread),
        cmocka_unit_test(everything_lasts_longer_than_nothing),
    };
    return run_chosen(tests, argc, argv);
}

/* tests/scenario/test_dist.c - distributions in scenario files. */
#include "../../sim/scenario/dist.h"

#include "fixture.h"

static const struct param weeks = {.key = "weeks", .kind = PARAM_DIST, .low = 0.5, .high = 200, .unit = "weeks"};

/* Reads the one value of a text. */
static struct des_dist read_text(const char *text, struct err_list *err) {
    struct des_dist dist = {.family = NULL};
    struct scn_node root = tree_of(text);
    scn_dist_read(&root.children[0], &weeks, &dist, err);
    scn_node_free(&root);
    return dist;
}

static void a_plain_number_is_a_constant(void **state) {
    (void)state;
    struct err_list err;
    err_list_init(&err);
    struct des_dist whole = read_text("weeks = 3;", &err), real = read_text("weeks = 2.385;", &err);
    assert_string_equal(whole.family->name, "constant");
    assert_near(des_dist_mean(&whole), 3, 0);
    assert_near(des_dist_mean(&real), 2.385, 0);
    assert_int_equal(err.count, 0);
}

static void every_family_is_read_by_its_keys(void **state) {
    (void)state;
    static const struct {
        const char *text;
        double mean;
    } cases[] = {
        {"weeks = { dist = \"constant\"; value = 2.385; };", 2.385},
        {"weeks = { dist = \"exponential\"; mean = 17; };", 17},
        {"weeks = { dist = \"gamma\"; mean = 3.25; cv = 0.5; };", 3.25},
        {"weeks = { cv = 0.75; mean = 7.5; dist = \"lognormal\"; };", 7.5},
        {"weeks = { dist = \"weibull\"; mean = 96.4; cv = 1.2; };", 96.4},
        {"weeks = { dist = \"uniform\"; min = 1.5; max = 4.75; };", 3.125},
        {"weeks = { dist = \"triangular\"; min = 1; mode = 6; max = 31; };", 38.0 / 3},
        {"weeks = { dist = \"poisson\"; mean = 2.7; };", 2.7},
        {"weeks = { dist = \"geometric\"; mean = 0.7; };", 0.7},
        {"weeks = { dist = \"empirical\"; edges = [ 0, 2, 6 ]; weights = [ 1.5, 4.5 ]; };", 3.25},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct err_list err;
        err_list_init(&err);
        struct des_dist dist = read_text(cases[i].text, &err);
        assert_int_equal(err.count, 0);
        assert_near(des_dist_mean(&dist), cases[i].mean, 1e-9);
        des_dist_free(&dist);
    }
}

static const char *const faults[][2] = {
    {"weeks = 0.25;", "x.cfg:1: error: 'weeks' = 0.25 is outside 0.5..200 weeks"},
    {"weeks = -1;", "'weeks' = -1 is outside"},
    {"weeks = \"gamma\";", "'weeks': a number or a distribution such as { dist = \"gamma\";"},
    {"weeks = { mean = 3; };", "'weeks': which distribution?"},
    {"weeks = { dist = \"gama\"; mean = 3; };", "'gama' is no distribution; did you mean 'gamma'?"},
    {"weeks = { dist = \"cauchy\"; mean = 3; };", "'cauchy' is no distribution"},
    {"weeks = { dist = \"gamma\"; mean = 3; };", "'weeks': the gamma distribution needs 'cv'"},
    {"weeks = { dist = \"gamma\"; maen = 3; cv = 0.5; };", "'maen' is no parameter of 'gamma'; did you mean 'mean'?"},
    {"weeks = {\ndist = \"gamma\"; mean = 3;\ncv = 77; };", "x.cfg:3: error: 'cv' of 'weeks' = 77 is outside"},
    {"weeks = { dist = \"gamma\"; mean = true; cv = 1; };", "'mean': a number was expected, this is true or false"},
    {"weeks = { dist = \"gamma\"; mean = 1e999; cv = 1; };", "'mean' is too big a number"},
    {"weeks = { dist = \"exponential\"; mean = 201; };", "the mean of 'weeks' = 201 is outside 0.5..200 weeks"},
    {"weeks = { dist = \"triangular\"; min = 3; mode = 2; max = 4; };", "'weeks': min is above mode"},
    {"weeks = { dist = \"empirical\"; edges = [ 0, 9 ]; };", "needs 'weights', an array of numbers"},
    {"weeks = { dist = \"empirical\"; edges = 9; weights = [ 1 ]; };", "needs 'edges', an array of numbers"},
    {"weeks = { dist = \"empirical\"; edges = [ 0, 9 ]; weights = [ 1, 2 ]; };", "2 edges and 2 weights"},
    {"weeks = { dist = \"empirical\"; edges = ( 0, \"a\" ); weights = [ 1 ]; };", "a number was expected here"},
    {"weeks = { dist = \"empirical\"; edges = [ 9, 0 ]; weights = [ 1 ]; };", "'weeks': "},
    {"weeks = { dist = \"empirical\"; edges = [ 0, 900 ]; weights = [ 1 ]; };", "the mean of 'weeks' = 450 is outside"},
};

static void every_fault_is_named(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
        struct err_list err;
        err_list_init(&err);
        struct des_dist dist = read_text(faults[i][0], &err);
        assert_null(dist.family);
        assert_true(complained(&err, faults[i][1]));
        err_list_free(&err);
    }
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plain_number_is_a_constant),
        cmocka_unit_test(every_family_is_read_by_its_keys),
        cmocka_unit_test(every_fault_is_named),
    };
    return run_chosen(tests, argc, argv);
}

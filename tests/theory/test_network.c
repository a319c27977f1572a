/* tests/theory/test_network.c - people handed on between stations. */
#include "tests/support.h"
#include "theory/network.h"

static void somebody_who_comes_back_comes_more_than_once(void **state) {
    (void)state;
    double arrivals;
    theory_network_arrivals(1, (const double[]){2.7}, (const double[]){0.37}, &arrivals);
    assert_near(arrivals, 2.7 / 0.63, 1e-12);
}

/* 1.1 and 0.4 come; of the first station's 0.6 go to the second and 0.3 to the third, of the second's 0.5 back to the
 * first, of the third's 0.2 to the second: a = 1.1 + 0.5 b, b = 0.4 + 0.6 a + 0.2 c, c = 0.3 a, so 0.67 a = 1.3. */
static void stations_share_out_people_as_worked_by_hand(void **state) {
    (void)state;
    const double passes[] = {0, 0.6, 0.3, 0.5, 0, 0, 0, 0.2, 0};
    double arrivals[3];
    theory_network_arrivals(3, (const double[]){1.1, 0.4, 0}, passes, arrivals);
    const double first = 1.3 / 0.67;
    assert_near(arrivals[0], first, 1e-12);
    assert_near(arrivals[1], (first - 1.1) / 0.5, 1e-12);
    assert_near(arrivals[2], 0.3 * first, 1e-12);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(somebody_who_comes_back_comes_more_than_once),
        cmocka_unit_test(stations_share_out_people_as_worked_by_hand),
    };
    return run_chosen(tests, argc, argv);
}

/* tests/service/test_gap.c - needs that no team takes, folded into one complaint where they have one reason. */
#include "sim/service/gap.h"

#include "base/mem.h"
#include "service/routing.h"
#include "tests/support.h"

static void add(struct svc_gaps *gaps, int team, unsigned need, const char *more) {
    const struct svc_gap gap = {.team = team, .need = need, .place = {"x.cfg", 7}};
    svc_gap_add(gaps, gap, mem_format("nobody takes %s in full", more), mem_text(more));
}

static void check(struct svc_gaps *gaps, size_t count, const char *const *wanted) {
    struct err_list err;
    err_list_init(&err);
    svc_gap_complain(gaps, &err);
    assert_int_equal(err.count, count);
    for (size_t i = 0; i < count; i++) {
        assert_string_equal(err.complaints[i].text, wanted[i]);
    }
    assert_int_equal(gaps->count, 0);
    err_list_free(&err);
}

static void a_case_alone_is_told_in_full(void **state) {
    (void)state;
    static const char *const wanted[] = {"x.cfg:7: error: nobody takes a in full"};
    struct svc_gaps gaps = {0};
    add(&gaps, SVC_NO_TEAM, 3, "a");
    check(&gaps, 1, wanted);
    check(&gaps, 0, NULL);
}

static void cases_of_one_need_are_one_complaint(void **state) {
    (void)state;
    static const char *const wanted[] = {"x.cfg:7: error: nobody takes a in full; nor, in 1 more case, c",
                                         "x.cfg:7: error: nobody takes b in full"};
    struct svc_gaps gaps = {0};
    add(&gaps, SVC_NO_TEAM, 3, "a");
    add(&gaps, SVC_NO_TEAM, 4, "b");
    add(&gaps, SVC_NO_TEAM, 3, "c");
    check(&gaps, 2, wanted);
}

static void cases_of_a_team_that_closes_are_one_complaint_whatever_the_need(void **state) {
    (void)state;
    static const char *const wanted[] = {"x.cfg:7: error: nobody takes a in full; nor, in 1 more case, b",
                                         "x.cfg:7: error: nobody takes c in full",
                                         "x.cfg:7: error: nobody takes d in full"};
    struct svc_gaps gaps = {0};
    add(&gaps, 0, 3, "a");
    add(&gaps, 0, 4, "b");
    add(&gaps, 1, 3, "c");
    add(&gaps, SVC_NO_TEAM, 3, "d");
    check(&gaps, 3, wanted);
}

static void of_many_cases_a_few_are_named(void **state) {
    (void)state;
    static const char *const five[] = {"x.cfg:7: error: nobody takes a in full; nor, in 4 more cases, b, c, d, e"};
    static const char *const six[] = {
        "x.cfg:7: error: nobody takes a in full; nor, in 5 more cases, b, c, d, e and others"};
    static const char *const names[] = {"a", "b", "c", "d", "e", "f"};
    for (size_t many = 5; many <= 6; many++) {
        struct svc_gaps gaps = {0};
        for (size_t i = 0; i < many; i++) {
            add(&gaps, SVC_NO_TEAM, 3, names[i]);
        }
        check(&gaps, 1, many == 5 ? five : six);
    }
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_case_alone_is_told_in_full),
        cmocka_unit_test(cases_of_one_need_are_one_complaint),
        cmocka_unit_test(cases_of_a_team_that_closes_are_one_complaint_whatever_the_need),
        cmocka_unit_test(of_many_cases_a_few_are_named),
    };
    return run_chosen(tests, argc, argv);
}

/* tests/base/test_err.c - complaints about what a user gave us. */
#include "base/err.h"

#include <stdlib.h>
#include <string.h>

#include "tests/support.h"

static void a_complaint_names_file_and_line_as_far_as_it_has_them(void **state) {
    (void)state;
    struct err_list list;
    err_list_init(&list);
    err_add(&list, "pilot.cfg", 41, "'%s' = %d is outside 0..%d FTE", "fte", -3, 1000);
    err_add(&list, "deaths.csv", 0, "the file is empty");
    err_add(&list, NULL, 7, "no scenario");
    assert_int_equal(list.count, 3);
    assert_string_equal(list.complaints[0].text, "pilot.cfg:41: error: 'fte' = -3 is outside 0..1000 FTE");
    assert_string_equal(list.complaints[1].text, "deaths.csv: error: the file is empty");
    assert_string_equal(list.complaints[2].text, "error: no scenario");
    err_list_free(&list);
}

static void a_list_keeps_every_complaint_in_order(void **state) {
    (void)state;
    struct err_list list;
    err_list_init(&list);
    for (unsigned i = 1; i <= 500; i++) {
        err_add(&list, "a.cfg", i, "fault");
    }
    assert_int_equal(list.count, 500);
    assert_string_equal(list.complaints[16].text, "a.cfg:17: error: fault");
    assert_string_equal(list.complaints[499].text, "a.cfg:500: error: fault");
    err_list_free(&list);
    assert_int_equal(list.count, 0);
}

static void a_misspelt_name_finds_the_one_that_was_meant(void **state) {
    (void)state;
    const char *const names[] = {"mean", "fte", "queue", "localities", "precedence"};
    const struct {
        const char *word, *meant;
    } cases[] = {
        {"fet", "fte"},    /* neighbours swapped */
        {"queu", "queue"}, /* one missing */
        {"meaan", "mean"}, /* one too many */
        {"localitees", "localities"},
        {"rpecedecne", "precedence"},
        {"queue", "queue"},
        {"staff", NULL},
        {"x", NULL},
        {"", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *found = err_nearest(cases[i].word, names, sizeof names / sizeof names[0]);
        if (cases[i].meant == NULL) {
            assert_null(found);
        } else {
            assert_non_null(found);
            assert_string_equal(found, cases[i].meant);
        }
    }
}

static void near_is_a_third_of_the_word_rounded_up(void **state) {
    (void)state;
    const char *const names[] = {"abcdefg"};
    assert_non_null(err_nearest("abcdxyz", names, 1));
    assert_null(err_nearest("abcwxyz", names, 1));
    assert_null(err_nearest("abcd", names, 1));
    assert_non_null(err_nearest("abcde", names, 1));
}

static void the_nearest_wins_and_the_first_of_equals(void **state) {
    (void)state;
    const char *const names[] = {"weekly", "weeks", "weekz", "week"};
    assert_string_equal(err_nearest("weekd", names, 4), "weeks");
    assert_string_equal(err_nearest("wek", names, 4), "week");
    assert_null(err_nearest("week", names, 0));
}

static void a_hint_names_the_nearest_or_says_something_else(void **state) {
    (void)state;
    const char *const names[] = {"mean", "fte"};
    char *near = err_suggestion("fet", names, 2, "; it has 2 keys");
    char *far = err_suggestion("staff", names, 2, "; it has 2 keys");
    assert_string_equal(near, "; did you mean 'fte'?");
    assert_string_equal(far, "; it has 2 keys");
    free(near);
    free(far);
}

static void a_broken_promise_stops_the_program(void **state) {
    (void)state;
    volatile int two = 2;
    err_require(two == 2);
    assert_aborts(err_require(two == 3));
}

/* Names of users end up in complaints, and complaints on a terminal. */
static void a_complaint_is_one_line_that_a_terminal_obeys_nothing_of(void **state) {
    (void)state;
    struct err_list list;
    err_list_init(&list);
    err_add(&list, "odd\n.cfg", 3, "'%s' is odd", "a\x1B[2J\x9B\r\nb");
    assert_string_equal(list.complaints[0].text, "odd .cfg:3: error: 'a [2J?  b' is odd");
    err_list_free(&list);
}

static void complaints_are_mild_only_if_all_are(void **state) {
    (void)state;
    struct err_list list;
    err_list_init(&list);
    err_add(&list, NULL, 0, "a fault that leaves nothing to go on with");
    err_add(&list, NULL, 0, "a number beyond its range");
    err_soften(&list);
    assert_true(err_is_mild_since(&list, 1));
    assert_true(err_is_mild_since(&list, 2));
    assert_false(err_is_mild_since(&list, 0));
    err_list_free(&list);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(complaints_are_mild_only_if_all_are),
        cmocka_unit_test(a_complaint_is_one_line_that_a_terminal_obeys_nothing_of),
        cmocka_unit_test(a_complaint_names_file_and_line_as_far_as_it_has_them),
        cmocka_unit_test(a_list_keeps_every_complaint_in_order),
        cmocka_unit_test(a_misspelt_name_finds_the_one_that_was_meant),
        cmocka_unit_test(near_is_a_third_of_the_word_rounded_up),
        cmocka_unit_test(the_nearest_wins_and_the_first_of_equals),
        cmocka_unit_test(a_hint_names_the_nearest_or_says_something_else),
        cmocka_unit_test(a_broken_promise_stops_the_program),
    };
    return run_chosen(tests, argc, argv);
}

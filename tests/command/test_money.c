/* tests/command/test_money.c - what each scenario pays for, as a user reads it. */
#include "tests/command/program.h"

#define SHORT_RUN "run = { end_date = '2014-04-01'; warm_up_days = 0; };\n"

static struct program run(void **state, const char *name, const char *overlay) {
    char *settings = mem_format(SHORT_RUN "%s", overlay);
    char *file = mem_format("%s.cfg", name), *words = mem_format("compare -r 2 @/plain.cfg @/%s.cfg", name);
    valley_overlay(state, file, settings);
    valley_overlay(state, "plain.cfg", SHORT_RUN);
    const struct program program = program_run(state, words);
    free(settings);
    free(file);
    free(words);
    assert_int_equal(program.status, 0);
    return program;
}

/* Half a therapist at 52,000 and 0.722 of an assistant at 36,000 cost the same but for 8 pounds a year. */
static void other_staff_for_the_same_money_is_told(void **state) {
    struct program program = run(state, "swapped",
                                 "teams = ( { name = \"OT North\"; staff = ( { role = \"ot\"; fte = 1.3; }, "
                                 "{ role = \"assistant\"; fte = 1.222; } ); } );");
    assert_non_null(strstr(program.out, "The scenarios do not pay for the same staff, but staff cost the same."));
    assert_null(strstr(program.out, "do NOT pay"));
    program_free(&program);
}

static void more_staff_is_money(void **state) {
    struct program program =
        run(state, "more", "teams = ( { name = \"OT North\"; staff = ( { role = \"ot\"; fte = 2.3; } ); } );");
    assert_non_null(
        strstr(program.out, "The scenarios do NOT pay for the same staff: part of any difference is money."));
    program_free(&program);
}

static void prices_and_discount_are_those_of_the_scenario(void **state) {
    struct program program = run(state, "same", "");
    assert_non_null(strstr(program.out, "All scenarios pay for the same staff: "));
    assert_non_null(strstr(program.out, "Costs are in prices of one year (not stated), "));
    assert_non_null(strstr(program.out, "3.5 % a year"));
    program_free(&program);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        test_in_scratch(other_staff_for_the_same_money_is_told),
        test_in_scratch(more_staff_is_money),
        test_in_scratch(prices_and_discount_are_those_of_the_scenario),
    };
    return run_chosen(tests, argc, argv);
}

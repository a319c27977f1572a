/* tests/command/test_check.c - are the files right, and can the teams do what comes to them? */
#include "model/measure.h"
#include "scenario/scenario.h"
#include "tests/command/program.h"

static struct program check(void **state, const char *scenarios) {
    char *words = mem_format("check -r 2 %s", scenarios);
    struct program program = program_run(state, words);
    if (program.status != 0 || text_widest(program.out) > 100) {
        print_error("%s%s", program.out, program.err);
        fail();
    }
    free(words);
    return program;
}

/* The numbers of a line, thousands not set apart; how many. */
static size_t numbers_of(const char *line, double numbers[20]) {
    char *copy = mem_format("%.*s", (int)strcspn(line, "\n"), line), *rest = NULL;
    size_t count = 0;
    for (char *word = strtok_r(copy, " ", &rest); word != NULL; word = strtok_r(NULL, " ", &rest)) {
        char plain[32] = "", *end;
        for (const char *at = word; *at != '\0' && strlen(plain) < 31; at++) {
            strncat(plain, at, *at != ',');
        }
        numbers[count] = strtod(plain, &end);
        count += *plain != '\0' && *end == '\0';
    }
    free(copy);
    return count;
}

static const char *line_behind(const char *text, const char *heading, const char *label) {
    const char *at = strstr(text, heading);
    assert_non_null(at);
    at = strstr(at, label);
    assert_non_null(at);
    return at;
}

static void demand_capacity_and_ratio_are_told_for_each_team(void **state) {
    static const char *const teams[] = {"Acute OT", "Rehab", "OT North", "OT South", "Social work"};
    struct program program = check(state, "tests/scenarios/valley.cfg");
    assert_non_null(strstr(program.out, "tests/scenarios/valley.cfg: no faults\n"));
    for (size_t t = 0; t < 5; t++) {
        double demand[20], capacity[20], ratio[20];
        char *team = mem_format("\n%s\n", teams[t]);
        assert_int_equal(numbers_of(line_behind(program.out, team, "  demand"), demand), 1);
        assert_int_equal(numbers_of(line_behind(program.out, team, "  capacity"), capacity), 1);
        assert_int_equal(numbers_of(line_behind(program.out, team, "  ratio, %"), ratio), 1);
        assert_true(demand[0] > 1000 && capacity[0] > 1000);
        assert_within(ratio[0], 100 * demand[0] / capacity[0], 0.6);
        free(team);
    }
    program_free(&program);
}

static void every_year_is_told_though_only_ten_stand_side_by_side(void **state) {
    struct program program = check(state, "tests/scenarios/valley-longer.cfg");
    for (int year = 2014; year < 2026; year++) {
        char *want = mem_format("    %d", year);
        assert_int_equal(text_count(program.out, want), 1);
        free(want);
    }
    assert_int_equal(text_count(program.out, "\nOT North\n"), 2);
    program_free(&program);
}

static void ways_in_add_up_to_what_comes_to_an_organisation(void **state) {
    static const char *const organisations[] = {"\nnhs ", "\ncouncil ", "\nsocial work "};
    struct program program = check(state, "tests/scenarios/valley.cfg");
    for (size_t o = 0; o < 3; o++) {
        double routes[20], sum = 0;
        const size_t count = numbers_of(line_behind(program.out, "by way in", organisations[o]) + 1, routes);
        assert_int_equal(count, 5);
        for (size_t r = 0; r < 4; r++) {
            sum += routes[r];
        }
        assert_true(sum > 100);
        assert_within(routes[4], sum, 0.5 * 5);
    }
    program_free(&program);
}

static void scenarios_that_pay_for_the_same_staff_are_said_to(void **state) {
    struct program program = check(state, "tests/scenarios/separate-short.cfg tests/scenarios/integrated-short.cfg "
                                          "tests/scenarios/skill-mix-short.cfg");
    assert_non_null(strstr(program.out, "- All scenarios pay for the same staff: "));
    assert_null(strstr(program.out, "NOT"));
    program_free(&program);
}

static void staff_that_is_added_is_noticed(void **state) {
    struct program program = check(state, "tests/scenarios/valley.cfg tests/scenarios/valley-bigger.cfg");
    assert_non_null(strstr(program.out, "- valley pays for 9.50 FTE ot, 3.50 FTE assistant, 2.60 FTE social_worker: "
                                        "15.60 FTE in all.\n"));
    assert_non_null(strstr(program.out, "- valley-bigger pays for 10.50 FTE ot, "));
    assert_non_null(strstr(program.out, "- The scenarios do NOT pay for the same staff"));
    program_free(&program);
}

/* 1.8 FTE until July and 3 behind it, 181 and 184 days: 2.4049. */
static void staff_that_changes_is_told_on_average(void **state) {
    static const char settings[] =
        "teams = ( { name = 'OT North'; staff = ( { role = 'ot'; changes = ( { date = '2014-07-01'; "
        "fte = 3; } ); } ); } );";
    valley_overlay(state, "growing.cfg", settings);
    struct program program = check(state, "tests/scenarios/valley.cfg @/growing.cfg");
    assert_non_null(strstr(program.out, "- valley pays for 9.50 FTE ot, "));
    assert_non_null(strstr(program.out, "- growing pays on average for 10.10 FTE ot, "));
    assert_non_null(strstr(program.out, "- The scenarios do NOT pay for the same staff"));
    program_free(&program);
    valley_overlay(state, "twin.cfg", settings);
    program = check(state, "@/growing.cfg @/twin.cfg");
    assert_non_null(strstr(program.out, "- All scenarios pay for the same staff on average: 10.10 FTE ot, "));
    program_free(&program);
}

/* 0.4 a year times 30 weeks is 0.2300 years lost a year in post: 18.7 %; 0.1 times 52 weeks is 9.1 %. */
static void vacancies_are_told(void **state) {
    static const char settings[] =
        "world = { roles = ( { name = 'ot'; leavers_per_year = 0.4; recruitment_weeks = 30; }, { name"
        " = 'assistant'; leavers_per_year = 0.1; recruitment_weeks = 52; } ); };";
    valley_overlay(state, "leaving.cfg", settings);
    struct program program = check(state, "tests/scenarios/valley.cfg @/leaving.cfg");
    assert_non_null(strstr(program.out, "- valley pays for 9.50 FTE ot, "));
    assert_non_null(strstr(program.out, "- leaving has posts for 9.50 FTE ot, "));
    assert_non_null(
        strstr(program.out, "- leaving: posts fall vacant: about 19 % of ot and 9 % of assistant posts are "));
    assert_null(strstr(program.out, "- valley: posts"));
    assert_non_null(strstr(program.out, "- The scenarios do NOT pay for the same staff"));
    program_free(&program);
}

/* The run of the valley goes from 2013-01-01 up to 2015-01-01. */
static void what_is_dated_outside_the_run_is_told(void **state) {
    static const char settings[] =
        "teams = ( { name = 'OT North'; closes = '2015-01-01'; staff = ( { role = 'ot'; changes = ( {"
        " date = '2014-12-31'; fte = 3; }, { date = '2015-01-01'; fte = 4; } ); } ); } ); world = { "
        "streams = ( { name = 'community'; shocks = ( { from = '2012-03-01'; to = '2013-01-01'; "
        "multiplier = 2; }, { from = '2013-01-01'; to = '2013-02-01'; multiplier = 1; } ); } ); care "
        "= { supply = ( { year = 2014; hours_per_week = 9000; }, { year = 2015; hours_per_week = "
        "9000; } ); }; };";
    valley_overlay(state, "late.cfg", settings);
    struct program program = check(state, "tests/scenarios/valley.cfg @/late.cfg");
    for (char *at = strstr(program.out, "\n  "); at != NULL; at = strstr(at + 1, "\n  ")) {
        memmove(at, at + 2, strlen(at + 2) + 1);
    }
    assert_non_null(strstr(program.out,
                           "- late: outside the run (from 2013-01-01, warm-up included, up to 2015-01-01), and "
                           "so without effect: 'OT North' closes 2015-01-01, 'OT North' changes its staff "
                           "2015-01-01, 'community' has a shock from 2012-03-01, home care is limited from "
                           "2015.\n"));
    assert_int_equal(text_count(program.out, "outside the run"), 1);
    program_free(&program);
}

/* A change on the start date itself; one later leaves the FTE its time. */
static void fte_that_a_change_overtakes_is_told(void **state) {
    static const char settings[] =
        "teams = ( { name = 'OT North'; staff = ( { role = 'ot'; fte = 8; changes = ( { date = '2013-06-01'; fte = 7; "
        "}, {"
        " date = '2014-01-01'; fte = 2.5; }, { date = '2014-07-01'; fte = 3; } ); } ); }, { name = 'Rehab'; staff = ( {"
        " role = 'ot'; changes = ( { date = '2014-01-02'; fte = 3; } ); } ); } );";
    valley_overlay(state, "over.cfg", settings);
    struct program program = check(state, "tests/scenarios/valley.cfg @/over.cfg");
    for (char *at = strstr(program.out, "\n  "); at != NULL; at = strstr(at + 1, "\n  ")) {
        memmove(at, at + 2, strlen(at + 2) + 1);
    }
    for (char *at = program.out; (at = strchr(at, '\n')) != NULL; *at = ' ') {
    }
    assert_non_null(strstr(program.out, "- over: 'fte' holds before 2014-01-01 only, for 'changes' take its place by "
                                        "then: 'OT North' ot 8, then 2.5. "));
    assert_int_equal(text_count(program.out, "'fte' holds"), 1);
    program_free(&program);
}

static void a_team_to_which_nobody_comes_is_told(void **state) {
    static const char settings[] =
        "teams = ( { name = 'Behind'; organisation = 'nhs'; localities = [ 'all' ]; streams = [ 'all' ]; recognises = "
        "0;"
        " remit = ( { need = 'equipment'; }, { need = 'adaptation'; } ); staff = ( { role = 'ot'; fte = 2; } ); } );";
    valley_overlay(state, "behind.cfg", settings);
    struct program program = check(state, "tests/scenarios/valley.cfg @/behind.cfg");
    assert_non_null(strstr(program.out, "- behind: nobody comes to 'Behind'. Of several teams"));
    assert_int_equal(text_count(program.out, "nobody comes to"), 1);
    program_free(&program);
}

/* Rehab closes before day one, OT North after the first of two years. */
static void years_and_teams_without_capacity_are_left_out(void **state) {
    static const char settings[] =
        "run = { end_date = '2016-01-01'; }; teams = ( { name = 'Rehab'; closes = '2014-01-01'; }, { "
        "name = 'OT North'; closes = '2015-01-01'; }, { name = 'Joined'; organisation = 'nhs'; "
        "localities = [ 'all' ]; streams = [ 'all' ]; opens = '2014-01-01'; recognises = 0.8; remit ="
        " ( { need = 'rehabilitation'; }, { need = 'equipment'; }, { need = 'adaptation'; } ); staff "
        "= ( { role = 'ot'; fte = 5; } ); } );";
    valley_overlay(state, "rollout.cfg", settings);
    struct program program = check(state, "@/rollout.cfg");
    assert_null(strstr(program.out, "\nRehab\n"));
    const char *north = line_behind(program.out, "\nOT North\n", "  capacity");
    double numbers[20];
    assert_int_equal(numbers_of(north, numbers), 1);
    assert_int_equal(strspn(strchr(north, '\n') - 8, " "), 7);
    assert_int_equal(strchr(north, '\n')[-1], '-');
    assert_int_equal(numbers_of(line_behind(program.out, "\nOT North\n", "  demand"), numbers), 1);
    assert_non_null(
        strstr(program.out, "- rollout pays on average for 11.20 FTE ot, 2.25 FTE assistant, 2.60 FTE social_worker"));
    program_free(&program);
}

static void one_scenario_is_compared_with_none(void **state) {
    struct program program = check(state, "tests/scenarios/valley.cfg");
    assert_null(strstr(program.out, "All scenarios"));
    assert_null(strstr(program.out, "NOT"));
    program_free(&program);
}

static void a_window_shorter_than_a_year_has_no_empty_tables(void **state) {
    static const char settings[] = "run = { end_date = '2014-06-01'; };";
    valley_overlay(state, "half.cfg", settings);
    struct program program = check(state, "@/half.cfg");
    assert_non_null(strstr(program.out, "The study window is shorter than a year"));
    assert_null(strstr(program.out, "capacity"));
    program_free(&program);
}

enum { MOST_TABLES = 60 };

struct tables {
    const struct param_table *seen[MOST_TABLES];
    size_t count;
};

/* Finds every table that can be reached, each once. */
static void tables_collect(struct tables *tables, const struct param_table *table) {
    for (size_t i = 0; i < tables->count; i++) {
        if (tables->seen[i] == table) {
            return;
        }
    }
    assert_true(tables->count < MOST_TABLES);
    tables->seen[tables->count++] = table;
    for (size_t p = 0; p < table->count; p++) {
        if (table->params[p].table != NULL) {
            tables_collect(tables, table->params[p].table);
        }
    }
}

static void the_reference_has_a_row_for_every_key_of_every_table(void **state) {
    struct tables tables = {.count = 0};
    size_t keys = 0;
    tables_collect(&tables, &scn_scenario_table);
    for (size_t t = 0; t < tables.count; t++) {
        keys += tables.seen[t]->count;
    }
    struct program program = program_run(state, "check --parameters");
    const char *distributions = strstr(program.out, "\n## Distributions\n");
    assert_non_null(distributions);
    assert_true(keys > 60);
    assert_int_equal(text_count(program.out, "\n| `") - text_count(distributions, "\n| `"), keys);
    program_free(&program);
}

/* Keys that stand in the files, from every depth. */
static void parameters_print_every_key_without_a_scenario(void **state) {
    static const char *const keys[] = {"start_date",
                                       "end_date",
                                       "warm_up_days",
                                       "replications",
                                       "seed",
                                       "population_file",
                                       "localities",
                                       "travel_minutes",
                                       "per_1000_per_year",
                                       "brokerage_days",
                                       "list_limit",
                                       "recognises",
                                       "fte",
                                       "prevent",
                                       "reduce_hours",
                                       "delay_weeks",
                                       "length_of_stay_days"};
    struct program program = program_run(state, "check --parameters");
    assert_int_equal(program.status, 0);
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        char *row = mem_format("| `%s` |", keys[i]);
        if (strstr(program.out, row) == NULL) {
            print_error("%s is not in the reference\n", row);
            fail();
        }
        free(row);
    }
    assert_string_equal(program.err, "");
    program_free(&program);
}

/* Who gives them expects that they matter. */
static void options_of_a_study_need_a_scenario(void **state) {
    static const char *const options[] = {"-r 3", "--first 2", "-j 2", "-s 5", "--checked", "--set run.seed=5"};
    for (size_t i = 0; i < sizeof options / sizeof options[0]; i++) {
        for (size_t k = 0; k < 2; k++) {
            char *words = mem_format("check %s %s", k == 0 ? "--parameters" : "--measures", options[i]);
            program_expect(state, words, 64, "without a scenario nothing is run");
            free(words);
        }
    }
    program_expect(state, "check --measures -r 1 tests/scenarios/valley.cfg", 0, "no faults");
}

static void every_measure_has_a_row_with_its_definition(void **state) {
    size_t count;
    const struct model_measure *measures = model_measures(&count);
    struct program program = program_run(state, "check --measures");
    assert_int_equal(program.status, 0);
    assert_int_equal(text_count(program.out, "\n| `"), count);
    for (size_t i = 0; i < count; i++) {
        char *row = mem_format("\n| `%s` | %s | %s |", measures[i].key, measures[i].name, measures[i].unit);
        assert_non_null(strstr(program.out, row));
        assert_non_null(strstr(program.out, measures[i].definition));
        free(row);
    }
    program_free(&program);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        test_in_scratch(demand_capacity_and_ratio_are_told_for_each_team),
        test_in_scratch(every_year_is_told_though_only_ten_stand_side_by_side),
        test_in_scratch(ways_in_add_up_to_what_comes_to_an_organisation),
        test_in_scratch(scenarios_that_pay_for_the_same_staff_are_said_to),
        test_in_scratch(staff_that_is_added_is_noticed),
        test_in_scratch(staff_that_changes_is_told_on_average),
        test_in_scratch(vacancies_are_told),
        test_in_scratch(what_is_dated_outside_the_run_is_told),
        test_in_scratch(fte_that_a_change_overtakes_is_told),
        test_in_scratch(a_team_to_which_nobody_comes_is_told),
        test_in_scratch(years_and_teams_without_capacity_are_left_out),
        test_in_scratch(one_scenario_is_compared_with_none),
        test_in_scratch(a_window_shorter_than_a_year_has_no_empty_tables),
        test_in_scratch(the_reference_has_a_row_for_every_key_of_every_table),
        test_in_scratch(parameters_print_every_key_without_a_scenario),
        test_in_scratch(options_of_a_study_need_a_scenario),
        test_in_scratch(every_measure_has_a_row_with_its_definition),
    };
    return run_chosen(tests, argc, argv);
}

/* tests/command/test_selftest.c - textbook queues held against theory, on the command line. */
#include <jansson.h>

#include "tests/command/program.h"

/* A case that lies over one of the known answers, as a case of the same name in the scratch folder. */
static void case_write(void **state, const char *name, const char *settings) {
    char folder[4096];
    assert_non_null(getcwd(folder, sizeof folder));
    char *file = mem_format("%s.cfg", name);
    char *text = mem_format("extends = \"%s/tests/known-answers/%s\";\n%s\n", folder, file, settings);
    for (char *at = strchr(text, '\n'); *at != '\0'; at++) {
        *at = *at == '\'' ? '"' : *at;
    }
    scratch_write(state, file, text);
    free(text);
    free(file);
}

static void a_case_that_agrees_with_theory_holds(void **state) {
    program_expect(state, "selftest hours-weekend", 0, "3 of 3 numbers hold.");
    program_expect(state, "selftest packages hours-weekend -j 1", 0, "8 of 8 numbers hold.");
}

static void the_table_fits_and_names_case_theory_and_source(void **state) {
    struct program program = program_run(state, "selftest packages joint");
    assert_int_equal(program.status, 0);
    assert_true(text_widest(program.out) <= 100);
    assert_non_null(strstr(program.out, "Packages with time-varying starts: M(t)/G/infinity (packages.cfg)"));
    assert_non_null(strstr(program.out, "Theory: Eick, Massey and Whitt (1993)"));
    assert_int_equal(text_count(program.out, "]  holds"), 9);
    program_free(&program);
}

/* Travel of three minutes each way is work that the formula does not know. */
static void a_queue_that_is_none_of_the_textbooks_is_noticed(void **state) {
    case_write(state, "hours-weekend",
               "world = { localities = ( { name = 'Here'; travel_minutes = 3; } ); }; "
               "teams = ( { name = 'Team'; visits = true; } );");
    program_expect(state, "selftest hours-weekend --cases @/.", 1, "DIFFERS");
    program_expect(state, "selftest hours-weekend --cases @/.", 1, "0 of 3 numbers hold; the others do NOT.");
}

/* Work of 0.6 hours for 45 people a weekend: 45 0.6 / (2 5 7.5) = 36 %. */
static void theory_follows_the_numbers_of_the_file(void **state) {
    case_write(
        state, "hours-weekend",
        "world = { needs = ( { name = 'help'; assessment_hours = { dist = 'constant'; value = 0.6; }; } ); "
        "streams = ( { name = 'door'; rates = ( { age_band = 'everybody'; per_1000_per_year = 2348.04; } ); } ); "
        "};");
    program_expect(state, "selftest hours-weekend --cases @/.", 0, "36.00");
}

static void a_distribution_without_a_formula_has_no_theory(void **state) {
    case_write(state, "hours-weekend",
               "world = { needs = ( { name = 'help'; assessment_hours = { dist = 'uniform'; min = 0.7; max = 0.8; }; } "
               "); };");
    program_expect(state, "selftest hours-weekend --cases @/.", 1, "NO THEORY");
}

/* Neither agreement nor difference where there is nothing to agree with. */
static void expect_no_theory(void **state, const char *words) {
    struct program program = program_run(state, words);
    const bool is_said = strstr(program.out, "  NO THEORY\n") && !strstr(program.out, "  holds\n") &&
                         !strstr(program.out, "  DIFFERS\n") && !strstr(program.out, "  TOO WIDE\n");
    if (program.status != 1 || !is_said) {
        print_error("caremix %s\n%s%s", words, program.out, program.err);
        fail();
    }
    program_free(&program);
}

/* Each leaves the model by what the formulas do not know. */
static void what_leaves_the_model_has_no_theory(void **state) {
    static const char *const changes[] = {
        "mm1 --set world.streams[door].growth_per_year=0.3",
        "mm1 --set world.streams[door].month_profile=[1,1,1,1,1,1,1,1,1,1,1,2]",
        "mm1 --set world.streams[door].weekday_profile=[1,1,1,1,1,1,2]",
        "mm1 --set world.death_multiplier=1",
        "mm1 --set teams[Team].queue=priority",
        "mm1 --set teams[Team].visits=true --set world.localities[Here].travel_minutes=1",
        "mm1 --set teams[Team].visits=true --set world.missed_visit=0.1",
        "mm1 --set world.roles[ot].sickness_spells_per_year=1 --set world.roles[ot].sickness_days=5",
        "mg1-cv1 --set teams[Team].queue=priority",
        "mg1-cv1 --set world.leaving.resolved_per_week=0.1",
        "priorities --set world.streams[lists].growth_per_year=0.3",
        "joint --set teams[Team].queue=fifo",
        "hours-mm1 --set teams[Second].staff[ot].fte=1.5",
        "hours-weekend --set teams[Team].staff[ot].fte=1.9",
    };
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        char *words = mem_format("selftest -r 2 --set run.warm_up_days=7 %s", changes[i]);
        expect_no_theory(state, words);
        free(words);
    }
}

/* By rows that a setting cannot add. */
static void staff_and_demand_that_change_have_no_theory(void **state) {
    case_write(state, "mm1",
               "teams = ( { name = 'Team'; staff = ( { role = 'ot'; changes = ( { date = '2014-06-01'; "
               "fte = 2; } ); } ); } );");
    expect_no_theory(state, "selftest mm1 -r 2 --cases @/.");
    case_write(state, "mm1",
               "world = { streams = ( { name = 'door'; shocks = ( { from = '2014-06-01'; to = "
               "'2014-07-01'; multiplier = 2; } ); } ); };");
    expect_no_theory(state, "selftest mm1 -r 2 --cases @/.");
}

static void few_replications_prove_nothing(void **state) {
    program_expect(state, "selftest hours-weekend -r 2", 1, "TOO WIDE");
    program_expect(state, "selftest hours-weekend -r 2", 1, "of them only because their intervals are too wide, which");
}

static void results_are_the_same_for_any_number_of_threads(void **state) {
    struct program one = program_run(state, "selftest joint -j 1 -r 6"),
                   three = program_run(state, "selftest joint -j 3 -r 6");
    assert_string_equal(one.out, three.out);
    program_free(&one);
    program_free(&three);
}

static void usage_is_explained(void **state) {
    program_expect(state, "selftest hours-weekends", 64, "'hours-weekends' is no case; did you mean 'hours-weekend'?");
    program_expect(state, "selftest -o @/out", 64, "needs --seeds");
    program_expect(state, "selftest --replace", 64, "so it needs -o");
    program_expect(state, "selftest --seeds 19", 64, "--seeds must be a whole number from 20 to 100000, not '19'");
    program_expect(state, "selftest hours-weekend --cases @/nowhere", 65, "nowhere/hours-weekend.cfg");
    program_expect(state, "selftst", 64, "did you mean 'selftest'?");
}

/* People who leave the list are no M/M/1. */
static void coverage_without_theory_is_no_difference(void **state) {
    struct program program = program_run(
        state, "selftest mm1 --seeds 20 -r 2 --set world.leaving.declined_per_week=0.1 --set run.end_date=2014-01-03");
    assert_int_equal(program.status, 1);
    assert_int_equal(text_count(program.out, "-  NO THEORY\n"), 4);
    assert_null(strstr(program.out, "DIFFERS"));
    assert_null(strstr(program.out, "intervals 0.0 %"));
    assert_non_null(strstr(program.out, "\n4 of 4 numbers have NO THEORY, or were not measured.\n"));
    program_free(&program);
    program_expect(state, "selftest hours-weekend packages --seeds 20 -r 2 --set run.start_date=2014-02-01", 1,
                   " makes plausible.\n5 of 8 numbers have NO THEORY");
}

/* Wide numbers beside none. */
static void columns_keep_apart(void **state) {
    program_expect(state, "selftest packages -r 3 --set run.start_date=2014-02-01", 1, " -     1,856 ");
}

static void one_replication_has_no_interval(void **state) {
    program_expect(state, "selftest --seeds 20 -r 1", 64, "so --seeds needs two or more");
    program_expect(state, "selftest mm1 --seeds 20 --set run.replications=1", 65, "so --seeds needs two or more");
}

static void no_folder_is_made_for_a_case_that_is_faulty(void **state) {
    case_write(state, "hours-weekend", "nonsense = 1;");
    program_expect(state, "selftest hours-weekend --seeds 20 -o @/out --cases @/.", 65, "nonsense");
    assert_false(scratch_has(state, "out"));
}

/* Two files for one case, four replications with each of twenty seeds; persons and events of all. */
static void the_manifest_of_coverage_says_what_was_run(void **state) {
    program_expect(
        state, "selftest hours-weekend --seeds 20 -r 4 -o @/out --set run.seed=5 --set run.replications=9 --first 3", 0,
        "Results are in");
    char *path = scratch_path(state, "out/manifest.json");
    json_t *manifest = json_load_file(path, JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(manifest);
    const json_t *run = json_array_get(json_object_get(manifest, "runs"), 0);
    assert_string_equal(json_string_value(json_object_get(run, "seed")), "5");
    assert_int_equal(json_integer_value(json_object_get(run, "seeds")), 20);
    assert_int_equal(json_integer_value(json_object_get(run, "replications")), 4);
    assert_int_equal(json_integer_value(json_object_get(manifest, "first_replication")), 3);
    assert_int_equal(json_array_size(json_object_get(manifest, "settings")), 2);
    assert_int_equal(json_array_size(json_object_get(manifest, "inputs")), 4);
    assert_true(json_integer_value(json_object_get(manifest, "persons")) > 50 * 52 * 20 * 4 / 2);
    assert_true(json_integer_value(json_object_get(manifest, "events")) > 50 * 52 * 20 * 4);
    json_decref(manifest);
    free(path);
    size_t length;
    char *figure = scratch_read(state, "out/figures/coverage.csv", &length);
    assert_non_null(strstr(figure, "seeds from 5 on \xC2\xB7 2 settings\n"));
    free(figure);
    program_expect(state, "verify @/out", 65, "is of the coverage of intervals");
}

static void coverage_is_counted_and_drawn(void **state) {
    program_expect(state, "selftest hours-weekend --seeds 25 -r 4 -o @/out", 0,
                   "3 of 3 numbers are covered as often as 95 % makes plausible.");
    static const char *const names[] = {"out/coverage.csv", "out/figures/coverage.svg", "out/figures/coverage.png",
                                        "out/manifest.json"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        assert_true(scratch_has(state, names[i]));
    }
    program_expect(state, "selftest hours-weekend --seeds 25 -r 4 -o @/out", 73, "out");
    program_expect(state, "selftest hours-weekend --seeds 25 -r 4 -o @/out --replace", 0, "Results are in");
    char *path = mem_text(getenv("PATH"));
    assert_int_equal(setenv("PATH", "/nonexistent", 1), 0);
    program_expect(state, "selftest hours-weekend --seeds 20 -r 4 -o @/undrawn", 73, "gnuplot cannot be started");
    assert_int_equal(setenv("PATH", path, 1), 0);
    size_t length;
    char *manifest = scratch_read(state, "undrawn/manifest.json", &length);
    assert_non_null(strstr(manifest, "\"complete\": false"));
    free(manifest);
    free(path);
}

/* Nearly every interval misses a theory that is a sixth off. */
static void intervals_that_miss_are_noticed(void **state) {
    case_write(state, "hours-weekend",
               "world = { localities = ( { name = 'Here'; travel_minutes = 3; } ); }; "
               "teams = ( { name = 'Team'; visits = true; } );");
    program_expect(state, "selftest hours-weekend --cases @/. --seeds 20 -r 4", 1, "the others are NOT");
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        test_in_scratch(a_case_that_agrees_with_theory_holds),
        test_in_scratch(the_table_fits_and_names_case_theory_and_source),
        test_in_scratch(a_queue_that_is_none_of_the_textbooks_is_noticed),
        test_in_scratch(theory_follows_the_numbers_of_the_file),
        test_in_scratch(a_distribution_without_a_formula_has_no_theory),
        test_in_scratch(what_leaves_the_model_has_no_theory),
        test_in_scratch(staff_and_demand_that_change_have_no_theory),
        test_in_scratch(few_replications_prove_nothing),
        test_in_scratch(results_are_the_same_for_any_number_of_threads),
        test_in_scratch(usage_is_explained),
        test_in_scratch(coverage_without_theory_is_no_difference),
        test_in_scratch(columns_keep_apart),
        test_in_scratch(one_replication_has_no_interval),
        test_in_scratch(no_folder_is_made_for_a_case_that_is_faulty),
        test_in_scratch(the_manifest_of_coverage_says_what_was_run),
        test_in_scratch(coverage_is_counted_and_drawn),
        test_in_scratch(intervals_that_miss_are_noticed),
    };
    return run_chosen(tests, argc, argv);
}

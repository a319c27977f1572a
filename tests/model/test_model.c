/* tests/model/test_model.c - the same run is the same whatever stands around it, and its invariants hold
 * after every event. */
#include "model/measure.h"
#include "model/model.h"
#include "tests/model/everything.h"

static const char *const valley = "tests/scenarios/valley.cfg";

/* All columns of one scenario as a model leaves them. */
struct values {
    double *values;
    size_t count;
};

static struct values values_of(const struct model *model, const struct model_inputs *inputs) {
    struct model_column *columns;
    struct values values = {.count = model_columns(inputs, &columns)};
    values.values = mem_zeroed(values.count, sizeof *values.values);
    for (size_t c = 0; c < values.count; c++) {
        values.values[c] = model_column_value(model, &columns[c], 0, inputs->months - 1);
    }
    model_columns_free(columns, values.count);
    return values;
}

static void assert_same_values(struct values a, struct values b) {
    assert_int_equal(a.count, b.count);
    assert_memory_equal(a.values, b.values, a.count * sizeof *a.values);
    free(a.values);
    free(b.values);
}

static const char *const short_run =
    "run = { end_date = '2014-05-15'; warm_up_days = 150; }; world = { follow_days = 150; };";

static void invariants_hold_in_separate_services(void **state) {
    (void)state;
    assert_invariants_hold("scenarios/separate.cfg", short_run, 5000);
}

static void invariants_hold_in_integrated_teams(void **state) {
    (void)state;
    assert_invariants_hold("scenarios/integrated.cfg", short_run, 5000);
}

static void invariants_hold_with_pairs_at_the_front_door(void **state) {
    (void)state;
    assert_invariants_hold("scenarios/skill-mix.cfg", short_run, 5000);
}

/* Everything that may happen, often: deaths, leaving, limits, prevention and return, reduction, delay, long
 * stays. */
static void invariants_hold_when_everything_happens_at_once(void **state) {
    (void)state;
    assert_invariants_hold(valley,
                           "world = { death_multiplier = 3; leaving = { resolved_per_week = 0.03; "
                           "declined_per_week = 0.04; }; care = { waiting_multiplier = 6; "
                           "bands = ( { age_band = 'old'; onset_per_year = 1; } ); }; "
                           "}; teams = ( { name = 'OT North'; list_limit = 4; }, "
                           "{ name = 'Pair'; organisation = 'council'; localities = [ 'all' ]; "
                           "streams = [ 'care', 'community' ]; only_without_service = true; precedence = 1; "
                           "list_limit = 6; crew = [ 'ot', 'assistant' ]; recognises = 0.9; "
                           "remit = ( { need = 'care'; roles = [ 'ot' ]; }, { need = 'equipment'; }, "
                           "{ need = 'rehabilitation'; } ); staff = ( { role = 'ot'; fte = 1.3; }, "
                           "{ role = 'assistant'; fte = 1; } ); effect = { prevent = 0.4; return_per_year = 4; "
                           "reduce = 0.4; reduce_hours = 3; delay = 0.4; delay_weeks = 5; }; "
                           "}, { name = 'Spill'; organisation = 'agency'; localities = [ 'all' ]; "
                           "streams = [ 'all' ]; recognises = 1; remit = ( { need = 'equipment'; }, "
                           "{ need = 'adaptation'; } ); staff = ( { role = 'ot'; fte = 0.4; } ); } );",
                           5000);
}

/* Care goes to one team although others may meet it too, and rehabilitation likewise: a person may wait in
 * both, and be seen in either first. */
static void nobody_is_helped_twice_by_teams_that_share_needs(void **state) {
    (void)state;
    assert_invariants_hold(valley,
                           "teams = ( { name = 'OT North'; remit = ( { need = 'care'; roles = [ 'ot' ]; } ); "
                           "}, { name = 'OT South'; remit = ( { need = 'rehabilitation'; } ); "
                           "staff = ( { role = 'ot'; fte = 9; } ); }, { name = 'Rehab'; precedence = 1; }, "
                           "{ name = 'Care first'; organisation = 'agency'; localities = [ 'all' ]; "
                           "streams = [ 'all' ]; precedence = 1; recognises = 0.9; remit = ( { need = 'care'; }, "
                           "{ need = 'commissioning'; } ); staff = ( { role = 'social_worker'; fte = 8; } ); } );",
                           5000);
}

/* A request for care beside another need on one list, taken over, given up and ended: none is left behind. */
static void requests_for_care_end_wherever_they_stand(void **state) {
    (void)state;
    assert_invariants_hold(valley,
                           "world = { leaving = { resolved_per_week = 0.3; declined_per_week = 0.3; }; care = { bands "
                           "= ( { age_band = 'adult'; onset_per_year = 3; }, { age_band = 'old'; onset_per_year = "
                           "5; } ); }; }; teams = ( { name = 'Rehab'; remit = ( { need = 'rehabilitation'; roles = "
                           "[ 'ot' ]; }, { need = 'care'; roles = [ 'ot' ]; } ); }, { name = 'OT North'; remit = ( "
                           "{ need = 'care'; roles = [ 'ot' ]; } ); } );",
                           5000);
    assert_invariants_hold(valley,
                           "world = { care = { bands = ( { age_band = 'adult'; onset_per_year = 3; weeks = { dist = "
                           "'exponential'; mean = 3; }; }, { age_band = 'old'; onset_per_year = 5; weeks = { dist = "
                           "'exponential'; mean = 3; }; } ); }; }; teams = ( { name = 'OT North'; remit = ( { need "
                           "= 'care'; roles = [ 'ot' ]; } ); } );",
                           5000);
}

/* Inpatients whose only assessment is for care, which soon ends: the checks see who stays without a reason. */
static void inpatients_go_home_when_care_is_no_longer_needed(void **state) {
    (void)state;
    assert_invariants_hold(valley,
                           "world = { streams = ( { name = 'hospital'; presents = ( { need = 'acute'; probability = "
                           "0.5; }, { need = 'care'; probability = 0.5; } ); } ); care = { bands = ( { age_band = "
                           "'adult'; weeks = { dist = 'exponential'; mean = 0.3; }; }, { age_band = 'old'; weeks = "
                           "{ dist = 'exponential'; mean = 0.3; }; } ); }; };",
                           5000);
}

/* Care that arises and ends, deaths, leaving and taking back find people who are being screened and whose visits fail. */
static void invariants_hold_while_referrals_are_screened_and_visits_fail(void **state) {
    (void)state;
    assert_invariants_hold(valley,
                           "world = { missed_visit = 0.6; death_multiplier = 8; leaving = { resolved_per_week = 0.3; "
                           "declined_per_week = 0.2; rise_per_week = 0.5; }; care = { bands = ( { age_band = 'adult'; "
                           "onset_per_year = 3; }, { age_band = 'old'; onset_per_year = 5; weeks = { dist = "
                           "'exponential'; mean = 3; }; } ); }; }; teams = ( { name = 'OT North'; precedence = 1; "
                           "remit = ( { need = 'care'; roles = [ 'ot' ]; } ); triage = { minutes = 300; role = 'ot'; "
                           "resolves = 0.2; long_list = 5; resolves_when_long = 0.6; target_days = 20; }; }, "
                           "{ name = 'OT South'; triage = { minutes = 200; role = 'assistant'; resolves = 0.3; }; }, "
                           "{ name = 'Rehab'; crew = [ 'ot', 'assistant' ]; triage = { minutes = 20; "
                           "role = 'assistant'; }; }, { name = 'Social work'; triage = { minutes = 90; "
                           "role = 'social_worker'; resolves = 1; }; } );",
                           5000);
}

static void a_replication_is_the_same_whatever_ran_before_it(void **state) {
    (void)state;
    struct trial trial = {.count = 0};
    trial_add(&trial, valley, "");
    const struct model_inputs *inputs = &trial.entries[0].inputs;
    struct model *model = model_new(inputs), *fresh = model_new(inputs);
    model_run(model, 5, false);
    struct values first = values_of(model, inputs);
    const uint64_t persons = model_persons(model), events = model_events(model);
    model_run(model, 2, false);
    struct values other = values_of(model, inputs);
    assert_memory_not_equal(first.values, other.values, first.count * sizeof(double));
    model_run(model, 5, false);
    model_run(fresh, 5, true);
    assert_int_equal(model_persons(model), persons);
    assert_int_equal(model_events(model), events);
    assert_same_values(values_of(model, inputs), values_of(fresh, inputs));
    assert_same_values(values_of(model, inputs), first);
    free(other.values);
    model_free(model);
    model_free(fresh);
    model_free(NULL);
    trial_end(&trial);
}

static void a_replication_alone_is_that_of_the_batch(void **state) {
    (void)state;
    struct trial trial = {.count = 0};
    trial_add(&trial, valley, "");
    trial_go(&trial, 4);
    const struct model_inputs *inputs = &trial.entries[0].inputs;
    struct model *model = model_new(inputs);
    model_run(model, 3, false);
    struct values alone = values_of(model, inputs);
    for (size_t c = 0; c < alone.count; c++) {
        const double in_batch = trial.results.outcomes[0].values[c * 4 + 2];
        assert_memory_equal(&alone.values[c], &in_batch, sizeof in_batch);
    }
    free(alone.values);
    model_free(model);
    trial_end(&trial);
}

static void seeds_and_replications_differ(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, 2, (const char *const[]){"", "run = { seed = 72; };", NULL});
    const struct column came = of_all("care_hours_per_week");
    assert_true(value_of(&trial, 0, came, 0) != value_of(&trial, 0, came, 1));
    assert_true(value_of(&trial, 0, came, 0) != value_of(&trial, 1, came, 0));
    trial_end(&trial);
}

/* Writes a copy of a file to a folder with one word in place of another, wherever it stands. */
static void copy_renamed(const char *folder, const char *name, const char *(*words)[2], size_t count) {
    char *from = mem_format("tests/scenarios/%s", name), *to = mem_format("%s/%s", folder, name);
    FILE *in = fopen(from, "r"), *out = fopen(to, "w");
    char line[1000];
    assert_non_null(in);
    assert_non_null(out);
    while (fgets(line, sizeof line, in) != NULL) {
        for (const char *at = line; *at != '\0';) {
            size_t w = 0;
            while (w < count && strncmp(at, words[w][0], strlen(words[w][0])) != 0) {
                w++;
            }
            if (w < count) {
                fputs(words[w][1], out);
                at += strlen(words[w][0]);
            } else {
                fputc(*at++, out);
            }
        }
    }
    fclose(in);
    assert_int_equal(fclose(out), 0);
    free(from);
    free(to);
}

/* Reads valley.cfg with other words in it into the second place of a trial. */
static void add_renamed(struct trial *trial, const char *(*words)[2], size_t count) {
    static const char *const names[] = {"valley.cfg", "valley-population.csv", "valley-deaths.csv"};
    char folder[] = "/tmp/caremix-test-XXXXXX";
    assert_non_null(mkdtemp(folder));
    for (size_t i = 0; i < 3; i++) {
        copy_renamed(folder, names[i], words, count);
    }
    struct err_list err;
    err_list_init(&err);
    char *path = mem_format("%s/valley.cfg", folder);
    struct scn_scenario *scenario = &trial->scenarios[trial->count];
    const bool is_read = scn_scenario_read(path, scenario, &err);
    free(path);
    for (size_t i = 0; i < 3; i++) {
        path = mem_format("%s/%s", folder, names[i]);
        assert_int_equal(remove(path), 0);
        free(path);
    }
    assert_int_equal(rmdir(folder), 0);
    assert_true(is_read && err.count == 0);
    err_list_free(&err);
    trial->entries[trial->count++] =
        (struct expt_scenario){.name = "renamed", .title = "", .inputs = inputs_of(scenario)};
}

static void names_mean_nothing(void **state) {
    (void)state;
    static const char *words[][2] = {
        {"North", "Zz"},     {"South", "Aa"},        {"Acute OT", "X"},       {"Rehab\"", "9\""},
        {"equipment", "z"},  {"adaptation", "y"},    {"rehabilitation", "b"}, {"commissioning\"", "a\""},
        {"urgent", "zoo"},   {"low\"", "b\""},       {"council", "zebra"},    {"nhs", "yak"},
        {"assistant", "AA"}, {"social_worker", "A"}, {"community", "q"},      {"hospital\"", "p\""},
    };
    struct trial trial = {.count = 0};
    trial_add(&trial, valley, "");
    add_renamed(&trial, words, sizeof words / sizeof words[0]);
    trial_go(&trial, 2);
    assert_int_equal(expt_column_find(&trial.results.outcomes[1], "wait_mean", "team", "OT Zz") >= 0, 1);
    assert_int_equal(expt_column_find(&trial.results.outcomes[1], "wait_mean", "team", "OT North"), -1);
    assert_same_results(&trial, 0, 1);
    trial_end(&trial);
}

/* The NHS teams stand behind the others, and the other way round. */
static void the_order_of_teams_that_share_nothing_means_nothing(void **state) {
    (void)state;
    struct trial trial = {.count = 0};
    trial_add(&trial, valley, "");
    trial_add(&trial, "tests/scenarios/valley-council.cfg", "teams = ( " NHS_TEAMS("") " );");
    assert_string_equal(svc_team(&trial.scenarios[1].service, 3)->name, "Rehab");
    trial_go(&trial, 2);
    assert_same_by_name(&trial, 0, 1);
    trial_end(&trial);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(invariants_hold_in_separate_services),
        cmocka_unit_test(invariants_hold_in_integrated_teams),
        cmocka_unit_test(invariants_hold_with_pairs_at_the_front_door),
        cmocka_unit_test(invariants_hold_when_everything_happens_at_once),
        cmocka_unit_test(nobody_is_helped_twice_by_teams_that_share_needs),
        cmocka_unit_test(requests_for_care_end_wherever_they_stand),
        cmocka_unit_test(inpatients_go_home_when_care_is_no_longer_needed),
        cmocka_unit_test(invariants_hold_while_referrals_are_screened_and_visits_fail),
        cmocka_unit_test(a_replication_is_the_same_whatever_ran_before_it),
        cmocka_unit_test(a_replication_alone_is_that_of_the_batch),
        cmocka_unit_test(seeds_and_replications_differ),
        cmocka_unit_test(names_mean_nothing),
        cmocka_unit_test(the_order_of_teams_that_share_nothing_means_nothing),
    };
    return run_chosen(tests, argc, argv);
}

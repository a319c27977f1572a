/* tests/model/test_little.c - Little's law on a run that starts and ends empty: as an identity, for the whole and for each
 * team, however people leave the lists. */
#include "tests/model/little.h"

/* Two teams, each for its own locality, where people come with one need in the first two months alone; the lists are empty
 * before and behind. Everything that can end a wait does: being seen, screening, both causes of leaving, and death. */
static const char *const two_teams =
    "run = { end_date = '2015-06-01'; warm_up_days = 0; };"
    "world = { missed_visit = 0.3; follow_days = 1; death_multiplier = 6;"
    "  leaving = { resolved_per_week = 0.02; declined_per_week = 0.03; rise_per_week = 0.01; };"
    "  roles = ( { name = 'ot'; sickness_spells_per_year = 3; sickness_days = 8; leavers_per_year = 0.5;"
    "    recruitment_weeks = 6; } );"
    "  streams = ( { name = 'hospital'; drop = true; },"
    "    { name = 'community'; rates = ( { age_band = 'adult'; per_1000_per_year = 700; } );"
    "      presents = ( { need = 'equipment'; probability = 0.6; }, { need = 'adaptation'; probability = 0.4; } );"
    "      shocks = ( { from = '2014-03-01'; to = '2016-01-01'; multiplier = 0; } ); },"
    "    { name = 'care'; shocks = ( { from = '2014-01-01'; to = '2016-01-01'; multiplier = 0; } ); } );"
    "  care = { bands = ( { age_band = 'child'; stock_per_1000 = 0; onset_per_year = 0; weeks = 1; },"
    "    { age_band = 'adult'; stock_per_1000 = 0; onset_per_year = 0; weeks = 1; },"
    "    { age_band = 'old'; stock_per_1000 = 0; onset_per_year = 0; weeks = 1; } ); }; };"
    "teams = ( { name = 'OT'; localities = [ 'North' ]; triage = { minutes = 20; role = 'ot'; resolves = 0.2; }; },"
    "  { name = 'South'; organisation = 'council'; localities = [ 'South' ]; streams = [ 'all' ]; queue = 'priority';"
    "    remit = ( { need = 'equipment'; }, { need = 'adaptation'; } ); staff = ( { role = 'ot'; fte = 0.7; } );"
    "    recognises = 0; } );";

/* One replication, and what it told of the lists of all and of each team. */
struct run {
    struct scn_scenario scenario;
    struct model_inputs inputs;
    struct model *model;
    struct little whole, north, south;
};

static void note(void *context, const struct model_note *note) {
    struct run *run = context;
    little_note(&run->whole, note);
    little_note(&run->north, note);
    little_note(&run->south, note);
}

static uint32_t team_of(const struct run *run, const char *name) {
    uint32_t team = 0;
    while (strcmp(svc_team(&run->scenario.service, team)->name, name) != 0) {
        team++;
    }
    return team;
}

static void go(struct run *run, uint32_t replication) {
    trial_read(&run->scenario, "tests/scenarios/hamlet.cfg", two_teams);
    run->inputs = inputs_of(&run->scenario);
    run->whole = (struct little){.team = MODEL_NO_TEAM};
    run->north = (struct little){.team = team_of(run, "OT")};
    run->south = (struct little){.team = team_of(run, "South")};
    run->model = model_new(&run->inputs);
    model_watch(run->model, note, run);
    model_run(run->model, replication, true);
}

static void end(struct run *run) {
    model_free(run->model);
    scn_scenario_free(&run->scenario);
}

/* Nothing but integers and a quotient: equal to the last digits. */
static void assert_law(const struct run *run, const struct little *little, const char *team) {
    assert_int_equal(little_inside(little), 0);
    assert_true(little->seen > 30 && little->left > 30);
    assert_near(little_listed(run->model, &run->inputs, team), little_waited(little, run->inputs.end), 1e-12);
}

static void lists_times_time_are_waits_for_the_whole_and_for_each_team(void **state) {
    (void)state;
    for (uint32_t replication = 1; replication <= 4; replication++) {
        struct run run;
        go(&run, replication);
        assert_law(&run, &run.whole, NULL);
        assert_law(&run, &run.north, "OT");
        assert_law(&run, &run.south, "South");
        end(&run);
    }
}

static double column_of(const struct run *run, const char *measure) {
    struct model_column *columns;
    double value = NAN;
    const size_t count = model_columns(&run->inputs, &columns);
    for (size_t c = 0; c < count; c++) {
        if (strcmp(columns[c].measure->key, measure) == 0 && columns[c].dimension == MODEL_ALL) {
            value = model_column_value(run->model, &columns[c], 0, run->inputs.months - 1);
        }
    }
    model_columns_free(columns, count);
    return value;
}

/* The law's own three: length, rate of coming, and time, of those seen and of those who left. */
static void the_list_is_the_rate_of_coming_times_the_mean_time_on_it(void **state) {
    (void)state;
    struct run run;
    go(&run, 5);
    const double years = (double)run.inputs.end / DES_YEAR;
    const double seen_days = column_of(&run, "wait_mean") * column_of(&run, "seen_per_year") * years;
    const double all_days = little_waited(&run.whole, run.inputs.end) / DES_DAY;
    const double rate = column_of(&run, "referrals_per_year");
    assert_near(rate * years, (double)run.whole.joined, 1e-12);
    assert_near(column_of(&run, "seen_per_year") * years, (double)run.whole.seen, 1e-12);
    assert_near(column_of(&run, "list_people"), rate * all_days / (double)run.whole.joined * DES_DAY / DES_YEAR, 1e-12);
    assert_above(all_days, 1.2 * seen_days); /* without those who left unseen the law would not hold */
    end(&run);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_times_time_are_waits_for_the_whole_and_for_each_team),
        cmocka_unit_test(the_list_is_the_rate_of_coming_times_the_mean_time_on_it),
    };
    return run_chosen(tests, argc, argv);
}

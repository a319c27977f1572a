/* tests/model/test_use.c - staff time by what it is used for: the parts make the capacity, month by month. */
#include "model/measure.h"
#include "model/model.h"
#include "tests/model/fixture.h"

static const char *const queue = "tests/scenarios/queue.cfg";
static const char *const valley = "tests/scenarios/valley.cfg";

/* Everything that staff do, and work so long that it goes on over the ends of months. */
#define BUSY                                                                                                           \
    "world = { missed_visit = 0.2; assessment_hours = 30; }; teams = ( { name = 'Rehab'; crew = [ 'ot', "              \
    "'assistant' ]; }, { name = 'OT North'; triage = { minutes = 50; role = 'assistant'; resolves = 0.2; }; }, "       \
    "{ name = 'Pair'; organisation = 'council'; localities = [ 'all' ]; streams = [ 'care' ]; precedence = 1; "        \
    "list_limit = 9; recognises = 0.9; remit = ( { need = 'care'; roles = [ 'ot' ]; } ); "                             \
    "staff = ( { role = 'ot'; fte = 1.5; } ); } );"

static bool is_use(const char *measure) {
    return strncmp(measure, "use_", 4) == 0 || strcmp(measure, "spare_hours_per_year") == 0;
}

static bool is_same_subject(const struct model_column *a, const struct model_column *b) {
    return a->dimension == b->dimension && a->subject == b->subject;
}

/* Sum of all uses of one subject's time in one month. */
static double uses_of(const struct model *model, const struct model_column *columns, size_t count,
                      const struct model_column *subject, size_t month) {
    double sum = 0;
    for (size_t c = 0; c < count; c++) {
        if (is_use(columns[c].measure->key) && is_same_subject(&columns[c], subject)) {
            const double hours = model_column_value(model, &columns[c], month, month);
            assert_true(hours > -1e-6);
            sum += hours;
        }
    }
    return sum;
}

static size_t compare(const struct model *model, const struct model_inputs *inputs) {
    struct model_column *columns;
    const size_t count = model_columns(inputs, &columns);
    size_t compared = 0;
    for (size_t c = 0; c < count; c++) {
        const bool is_meant =
            strcmp(columns[c].measure->key, "capacity_hours_per_year") == 0 && columns[c].dimension != MODEL_STAFF;
        for (size_t m = 0; is_meant && m < inputs->months; m++, compared++) {
            const double capacity = model_column_value(model, &columns[c], m, m);
            assert_within(uses_of(model, columns, count, &columns[c], m), capacity, 1e-9 * (1 + capacity));
        }
    }
    model_columns_free(columns, count);
    return compared;
}

static void uses_make_the_capacity_of_every_team_and_month(void **state) {
    (void)state;
    struct scn_scenario scenario;
    trial_read(&scenario, valley, BUSY);
    const struct model_inputs inputs = inputs_of(&scenario);
    struct model *model = model_new(&inputs);
    model_run(model, 0, false);
    assert_int_equal(compare(model, &inputs), 12 * (1 + 3 + 6));
    model_free(model);
    scn_scenario_free(&scenario);
}

/* Assessments go on for weeks after the posts of those who do them have gone, or work fewer hours. */
static void work_counts_no_longer_than_the_post_is_there(void **state) {
    (void)state;
    struct scn_scenario scenario;
    trial_read(&scenario, valley,
               "world = { assessment_hours = 90; }; teams = ( { name = 'OT North'; staff = ( { role = 'ot'; fte = 3; "
               "changes = ( { date = '2014-03-01'; fte = 0.2; }, { date = '2014-06-17'; fte = 2.5; }, "
               "{ date = '2014-08-01'; fte = 0.1; } ); } ); }, { name = 'Rehab'; crew = [ 'ot', 'assistant' ]; staff = "
               "( { role = 'ot'; changes = ( { date = '2014-05-09'; fte = 0.3; } ); } ); } );");
    const struct model_inputs inputs = inputs_of(&scenario);
    struct model *model = model_new(&inputs);
    model_run(model, 0, true);
    assert_int_equal(compare(model, &inputs), 12 * (1 + 3 + 5));
    model_free(model);
    scn_scenario_free(&scenario);
}

static void every_use_occurs_and_none_without_its_cause(void **state) {
    (void)state;
    static const char *const uses[] = {"use_assessment_hours_per_year", "use_second_hours_per_year",
                                       "use_followup_hours_per_year",   "use_commissioning_hours_per_year",
                                       "use_triage_hours_per_year",     "use_travel_hours_per_year",
                                       "use_missed_hours_per_year",     "spare_hours_per_year"};
    struct trial trial;
    trial_run(&trial, valley, 1, (const char *const[]){BUSY, "", NULL});
    for (size_t i = 0; i < sizeof uses / sizeof uses[0]; i++) {
        assert_above(mean_of(&trial, 0, of_all(uses[i])), 1);
    }
    assert_true(mean_of(&trial, 1, of_all("use_triage_hours_per_year")) == 0);
    assert_true(mean_of(&trial, 1, of_all("use_missed_hours_per_year")) == 0);
    assert_true(mean_of(&trial, 1, of_team("use_travel_hours_per_year", "Acute OT")) == 0);
    assert_true(mean_of(&trial, 0, of_team("use_commissioning_hours_per_year", "Rehab")) == 0);
    trial_end(&trial);
}

/* Six minutes of work for each two hours on the road, whatever part of a visit falls into the window. */
static void a_visit_is_divided_between_work_and_travel(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, queue, 1,
              (const char *const[]){"world = { needs = ( { name = 'help'; assessment_hours = 0.1; } ); }; teams = ( "
                                    "{ name = 'Team'; visits = true; staff = ( { role = 'ot'; fte = 40; } ); } );",
                                    NULL});
    const double work = mean_of(&trial, 0, of_all("use_assessment_hours_per_year"));
    assert_above(work, 1000);
    assert_near(mean_of(&trial, 0, of_all("use_travel_hours_per_year")) / work, 20, 1e-9);
    trial_end(&trial);
}

/* Second assessments with their travel are what second_hours_per_year counts when they begin. */
static void second_assessments_are_apart_from_first_ones(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, 2,
              (const char *const[]){"teams = ( { name = 'OT North'; visits = false; }, { name = 'OT South'; visits = "
                                    "false; }, { name = 'Rehab'; visits = false; }, { name = 'Social work'; visits = "
                                    "false; } );",
                                    NULL});
    const double hours = mean_of(&trial, 0, of_all("use_second_hours_per_year"));
    assert_above(hours, 100);
    assert_near(hours, mean_of(&trial, 0, of_all("second_hours_per_year")), 0.02);
    trial_end(&trial);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(uses_make_the_capacity_of_every_team_and_month),
        cmocka_unit_test(work_counts_no_longer_than_the_post_is_there),
        cmocka_unit_test(every_use_occurs_and_none_without_its_cause),
        cmocka_unit_test(a_visit_is_divided_between_work_and_travel),
        cmocka_unit_test(second_assessments_are_apart_from_first_ones),
    };
    return run_chosen(tests, argc, argv);
}

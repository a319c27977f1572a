/* tests/experiment/test_study.c - replications on threads: the same results for any number of them, and
 * stopping. */
#include "tests/model/fixture.h"

static const char *const window = "run = { start_date = '2014-02-01'; end_date = '2015-04-01'; warm_up_days = 40; }; "
                                  "world = { follow_days = 40; };";
static const char *const more_staff =
    "run = { start_date = '2014-02-01'; end_date = '2015-04-01'; warm_up_days = 40; }; "
    "world = { follow_days = 40; }; teams = ( { name = 'OT North'; staff = ( { role = 'ot'; "
    "fte = 3; } ); } );";

static void prepare(struct trial *trial) {
    trial_prepare(trial, "tests/scenarios/valley.cfg", (const char *const[]){window, more_staff, NULL});
}

static void run_on(const struct trial *trial, unsigned threads, uint32_t replications, struct expt_results *results) {
    struct expt_study study = study_of(trial, replications);
    study.threads = threads;
    expt_study_run(&study, NULL, NULL, results);
}

static void assert_same_outcome(const struct expt_results *a, const struct expt_results *b, size_t scenario) {
    const struct expt_outcome *one = &a->outcomes[scenario], *other = &b->outcomes[scenario];
    const size_t columns = one->column_count;
    assert_int_equal(columns, other->column_count);
    assert_memory_equal(one->values, other->values, columns * a->replications * sizeof *one->values);
    assert_memory_equal(one->fingerprints, other->fingerprints, a->replications * sizeof *one->fingerprints);
    assert_memory_equal(one->years, other->years, columns * a->year_count * sizeof *one->years);
    assert_memory_equal(one->months, other->months, columns * a->month_count * sizeof *one->months);
    assert_int_equal(one->waits.bins, other->waits.bins);
    assert_memory_equal(one->waits.counts, other->waits.counts,
                        one->waits.bins * one->waits.subjects * sizeof *one->waits.counts);
    assert_int_equal(one->persons, other->persons);
    assert_int_equal(one->events, other->events);
}

static void results_do_not_depend_on_the_number_of_threads(void **state) {
    (void)state;
    struct trial trial;
    prepare(&trial);
    struct expt_results alone;
    run_on(&trial, 1, 7, &alone);
    for (unsigned threads = 2; threads <= 9; threads += threads == 3 ? 6 : 1) { /* 2, 3, and more than replications */
        struct expt_results crowd;
        run_on(&trial, threads, 7, &crowd);
        assert_int_equal(crowd.replications, 7);
        assert_same_outcome(&alone, &crowd, 0);
        assert_same_outcome(&alone, &crowd, 1);
        expt_results_free(&crowd);
    }
    expt_results_free(&alone);
    trial_end(&trial);
}

/* What a listener was told, and when it says stop (0: never). */
struct listener {
    uint32_t stop_at, calls, last, total;
    bool in_order;
};

static bool listen(void *context, uint32_t finished, uint32_t total) {
    struct listener *listener = context;
    listener->in_order = listener->in_order && finished == listener->last + 1;
    listener->calls++;
    listener->last = finished;
    listener->total = total;
    return finished != listener->stop_at;
}

static void progress_is_told_of_each_replication_in_turn(void **state) {
    (void)state;
    struct trial trial;
    prepare(&trial);
    struct expt_study study = study_of(&trial, 5);
    study.threads = 3;
    struct listener listener = {.in_order = true};
    expt_study_run(&study, listen, &listener, &trial.results);
    assert_int_equal(listener.calls, 5);
    assert_int_equal(listener.total, 5);
    assert_true(listener.in_order);
    trial_end(&trial);
}

/* The same as a study of so many replications from the beginning, on one thread or several. */
static void stopping_keeps_what_is_finished(void **state) {
    (void)state;
    struct trial trial;
    prepare(&trial);
    struct expt_results shorter;
    run_on(&trial, 1, 3, &shorter);
    for (unsigned threads = 1; threads <= 3; threads++) {
        struct expt_study study = study_of(&trial, 8);
        struct expt_results stopped;
        struct listener listener = {.in_order = true, .stop_at = 3};
        study.threads = threads;
        expt_study_run(&study, listen, &listener, &stopped);
        assert_int_equal(listener.calls, 3);
        assert_int_equal(stopped.replications, 3);
        assert_same_outcome(&shorter, &stopped, 0);
        assert_same_outcome(&shorter, &stopped, 1);
        expt_results_free(&stopped);
    }
    expt_results_free(&shorter);
    trial_end(&trial);
}

static void a_longer_study_begins_with_the_shorter_one(void **state) {
    (void)state;
    struct trial trial;
    prepare(&trial);
    struct expt_results shorter, longer;
    run_on(&trial, 1, 2, &shorter);
    run_on(&trial, 1, 4, &longer);
    for (size_t c = 0; c < shorter.outcomes[0].column_count; c++) {
        assert_memory_equal(&shorter.outcomes[0].values[c * 2], &longer.outcomes[0].values[c * 4], 2 * sizeof(double));
    }
    expt_results_free(&shorter);
    expt_results_free(&longer);
    trial_end(&trial);
}

/* Replication number of a study of four, and of a study of it alone: every measure, every event. */
static void assert_same_alone(const struct expt_results *all, const struct expt_results *alone, uint32_t number) {
    assert_int_equal(alone->first_replication, number);
    assert_int_equal(alone->replications, 1);
    for (size_t s = 0; s < all->outcome_count; s++) {
        const struct expt_outcome *one = &all->outcomes[s], *other = &alone->outcomes[s];
        for (size_t c = 0; c < one->column_count; c++) {
            assert_memory_equal(&one->values[c * all->replications + number - 1], &other->values[c], sizeof(double));
        }
        for (size_t p = 0; s > 0 && p < one->splits[0].part_count; p++) {
            assert_memory_equal(&one->splits[0].parts[p].values[number - 1], other->splits[0].parts[p].values,
                                sizeof(double));
        }
        assert_true(one->fingerprints[number - 1] == other->fingerprints[0]);
    }
}

static void a_replication_alone_is_as_in_the_batch(void **state) {
    (void)state;
    struct trial trial;
    prepare(&trial);
    struct expt_results all;
    run_on(&trial, 3, 4, &all);
    for (uint32_t number = 4; number >= 1; number--) {
        struct expt_study study = study_of(&trial, 1);
        study.first_replication = number;
        study.threads = number;
        expt_study_run(&study, NULL, NULL, &trial.results);
        assert_same_alone(&all, &trial.results, number);
        expt_results_free(&trial.results);
    }
    for (uint32_t r = 1; r < 4; r++) {
        assert_true(all.outcomes[0].fingerprints[r] != all.outcomes[0].fingerprints[r - 1]);
    }
    expt_results_free(&all);
    trial_go(&trial, 1);
    trial_end(&trial);
}

static void a_scenario_alone_is_as_in_company(void **state) {
    (void)state;
    struct trial trial, alone;
    prepare(&trial);
    trial_go(&trial, 2);
    trial_run(&alone, "tests/scenarios/valley.cfg", 2, (const char *const[]){more_staff, NULL});
    const struct expt_outcome *company = &trial.results.outcomes[1];
    assert_memory_equal(company->values, alone.results.outcomes[0].values,
                        2 * company->column_count * sizeof *company->values);
    trial_end(&alone);
    trial_end(&trial);
}

static void a_study_of_nothing_is_refused(void **state) {
    (void)state;
    struct trial trial;
    prepare(&trial);
    struct expt_study study = study_of(&trial, 1);
    struct expt_results results;
    study.threads = 0;
    assert_aborts(expt_study_run(&study, NULL, NULL, &results));
    study = study_of(&trial, 0);
    assert_aborts(expt_study_run(&study, NULL, NULL, &results));
    study = study_of(&trial, 1);
    study.scenario_count = 0;
    assert_aborts(expt_study_run(&study, NULL, NULL, &results));
    study = study_of(&trial, 1);
    study.first_replication = 0;
    assert_aborts(expt_study_run(&study, NULL, NULL, &results));
    study = study_of(&trial, 2);
    study.first_replication = UINT32_MAX;
    assert_aborts(expt_study_run(&study, NULL, NULL, &results));
    trial_end(&trial);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(results_do_not_depend_on_the_number_of_threads),
        cmocka_unit_test(progress_is_told_of_each_replication_in_turn),
        cmocka_unit_test(stopping_keeps_what_is_finished),
        cmocka_unit_test(a_longer_study_begins_with_the_shorter_one),
        cmocka_unit_test(a_replication_alone_is_as_in_the_batch),
        cmocka_unit_test(a_scenario_alone_is_as_in_company),
        cmocka_unit_test(a_study_of_nothing_is_refused),
    };
    return run_chosen(tests, argc, argv);
}

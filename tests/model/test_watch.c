/* tests/model/test_watch.c - what a watcher is told, and with it the coupling of scenarios, person by person. */
#include "base/mem.h"
#include "model/watch.h"
#include "tests/model/fixture.h"

static const char *const valley = "tests/scenarios/valley.cfg";
enum { PEOPLE_MAX = 200000, PAIRS = 12, SPANS_MAX = 60000 };

/* When something happened to a person; DES_NEVER when it did not. */
struct life {
    des_time came, helped, needs_care;
};

static void remember(void *context, const struct model_note *note) {
    struct life *lives = context;
    if (note->person >= PEOPLE_MAX) { /* who is there on day one came by no stream */
        return;
    }
    struct life *life = &lives[note->person];
    if (note->fact == MODEL_FACT_CAME) {
        *life = (struct life){note->time, DES_NEVER, DES_NEVER};
    } else if (note->fact == MODEL_FACT_HELPED && life->helped == DES_NEVER) {
        life->helped = note->time;
    } else if (note->fact == MODEL_FACT_NEEDS_CARE && life->needs_care == DES_NEVER) {
        life->needs_care = note->time;
    }
}

static struct life *lives_of(const char *overlay, uint32_t replication) {
    struct life *lives = mem_zeroed(PEOPLE_MAX, sizeof *lives);
    for (size_t i = 0; i < PEOPLE_MAX; i++) {
        lives[i] = (struct life){DES_NEVER, DES_NEVER, DES_NEVER};
    }
    struct scn_scenario scenario;
    trial_read(&scenario, valley, overlay);
    const struct model_inputs inputs = inputs_of(&scenario);
    struct model *model = model_new(&inputs);
    model_watch(model, remember, lives);
    model_run(model, replication, false);
    model_free(model);
    scn_scenario_free(&scenario);
    return lives;
}

/* Staff, travel and discipline at random; the people and their needs are the same. Nothing may resolve itself: whether
 * it does before somebody is seen depends on the wait. */
static char *random_service(uint32_t pair, uint32_t which) {
    struct des_stream random;
    des_stream_init(&random, 20140101, pair + 1);
    des_stream_seek(&random, 1, which);
    double u[4];
    for (size_t i = 0; i < 4; i++) {
        u[i] = des_stream_uniform(&random);
    }
    return mem_format(
        "world = { leaving = { resolved_per_week = 0; declined_per_week = 0; }; "
        "care = { waiting_multiplier = 3; protection_multiplier = 0.3; bands = ( "
        "{ age_band = 'adult'; onset_per_year = 0.1; }, { age_band = 'old'; onset_per_year = 0.5; } ); }; }; "
        "teams = ( { name = 'Rehab'; staff = ( { role = 'ot'; fte = %.2f; } ); }, "
        "{ name = 'OT North'; staff = ( { role = 'ot'; fte = %.2f; } ); queue = '%s'; }, "
        "{ name = 'OT South'; staff = ( { role = 'ot'; fte = %.2f; } ); } );",
        1.5 + 2 * u[0], 1 + 2 * u[1], u[3] < 0.5 ? "fifo" : "accumulating", 1 + 2 * u[2]);
}

struct tally {
    size_t people, sooner, later;
};

/* Whoever was never helped later does not need care earlier: their hazard never ran faster. */
static void compare(const struct life *a, const struct life *b, struct tally *tally) {
    for (size_t i = 0; i < PEOPLE_MAX; i++) {
        assert_true(a[i].came == b[i].came);
        if (a[i].came == DES_NEVER) {
            continue;
        }
        tally->people++;
        tally->sooner += a[i].needs_care < b[i].needs_care;
        tally->later += a[i].needs_care > b[i].needs_care;
        if (a[i].helped <= b[i].helped) {
            assert_true(a[i].needs_care >= b[i].needs_care);
        }
    }
}

static void whoever_never_waits_longer_does_not_need_care_sooner(void **state) {
    (void)state;
    struct tally tally = {0, 0, 0};
    for (uint32_t pair = 0; pair < PAIRS; pair++) {
        char *one = random_service(pair, 1), *other = random_service(pair, 2);
        struct life *a = lives_of(one, pair + 1), *b = lives_of(other, pair + 1);
        compare(a, b, &tally);
        compare(b, a, &tally);
        free(a);
        free(b);
        free(one);
        free(other);
    }
    assert_true(tally.people > 20000 && tally.sooner > 200 && tally.later == tally.sooner);
}

/* How often each fact was told, and that of the study window alone. */
struct count {
    size_t times[MODEL_FACTS], since[MODEL_FACTS];
};

static void tell(void *context, const struct model_note *note) {
    struct count *count = context;
    count->times[note->fact]++;
    count->since[note->fact] += note->time >= 0;
}

/* What is told, and what is counted in the accounts, is the same. */
static void a_watcher_is_told_what_is_counted(void **state) {
    (void)state;
    struct trial trial;
    trial_prepare(&trial, valley,
                  (const char *const[]){"world = { hospital = { admission_stream = 'hospital'; admissions = ( "
                                        "{ age_band = 'old'; per_year = 0.7; } ); }; };",
                                        NULL});
    struct count count = {{0}, {0}};
    struct model *model = model_new(&trial.entries[0].inputs);
    model_watch(model, tell, &count);
    model_run(model, 1, false);
    trial_go(&trial, 1);
    const double years = 365 / 365.25;
    const size_t came = count.since[MODEL_FACT_CAME], home = count.times[MODEL_FACT_WENT_HOME];
    assert_near((double)came, value_of(&trial, 0, of_all("persons_per_year"), 0) * years, 1e-9);
    assert_near((double)count.times[MODEL_FACT_CARE], value_of(&trial, 0, of_all("care_starts_per_year"), 0) * years,
                1e-9);
    assert_near((double)count.since[MODEL_FACT_ASSESSED], sum_over(&trial, "seen_per_year", "team", 0) * years, 1e-9);
    assert_true(count.times[MODEL_FACT_ADMITTED] > 50 && home > count.times[MODEL_FACT_ADMITTED]);
    assert_true(count.since[MODEL_FACT_ASSESSED] > came / 2 && count.times[MODEL_FACT_GONE] > came / 2);
    assert_int_equal(count.times[MODEL_FACT_CAME] + count.times[MODEL_FACT_WAS_THERE], model_persons(model));
    assert_int_equal(count.times[MODEL_FACT_GONE] + count.times[MODEL_FACT_STILL_THERE], model_persons(model));
    model_free(model);
    trial_end(&trial);
}

/* Everything that has begun, by its number: what it was, whose, and whether it has ended. */
struct spans {
    struct {
        enum model_fact fact;
        uint32_t person;
        bool is_over;
    } spans[SPANS_MAX];
    size_t count, ended;
};

static bool is_beginning(enum model_fact fact) {
    return fact == MODEL_FACT_WAIT_BEGINS || fact == MODEL_FACT_WORK_BEGINS || fact == MODEL_FACT_PACKAGE_BEGINS ||
           fact == MODEL_FACT_HOME_BEGINS || fact == MODEL_FACT_STAY_BEGINS;
}

static bool is_end(enum model_fact fact) {
    return fact == MODEL_FACT_WAIT_ENDS || fact == MODEL_FACT_WORK_ENDS || fact == MODEL_FACT_PACKAGE_ENDS ||
           fact == MODEL_FACT_HOME_ENDS || fact == MODEL_FACT_STAY_ENDS;
}

static enum model_fact end_of(enum model_fact beginning) {
    return beginning == MODEL_FACT_STAY_BEGINS ? MODEL_FACT_STAY_ENDS : beginning + 1;
}

static void keep_spans(void *context, const struct model_note *note) {
    struct spans *spans = context;
    assert_true(note->instance < SPANS_MAX);
    if (is_beginning(note->fact)) {
        assert_int_equal(spans->spans[note->instance].person, 0);
        spans->spans[note->instance].fact = note->fact;
        spans->spans[note->instance].person = note->person + 1;
        spans->count++;
    } else if (is_end(note->fact)) {
        assert_int_equal(note->fact, end_of(spans->spans[note->instance].fact));
        assert_int_equal(note->person + 1, spans->spans[note->instance].person);
        assert_false(spans->spans[note->instance].is_over);
        spans->spans[note->instance].is_over = true;
        spans->ended++;
    } else {
        assert_int_equal(note->instance, 0);
    }
}

static const char *const eventful =
    "run = { end_date = '2014-12-01'; }; world = { death_multiplier = 8; missed_visit = 0.2; hospital = { "
    "admission_stream = 'hospital'; admissions = ( { age_band = 'old'; per_year = 1.5; } ); }; }; teams = ( "
    "{ name = 'OT North'; closes = '2014-06-02'; triage = { minutes = 12; role = 'ot'; resolves = 0.3; }; }, "
    "{ name = 'OT South'; localities = [ 'all' ]; staff = ( { role = 'ot'; fte = 3; } ); } );";

/* Screening, visits in vain, deaths and admissions while a crew is at work, and a team that closes. */
static void whatever_begins_ends_once(void **state) {
    (void)state;
    struct scn_scenario scenario;
    trial_read(&scenario, valley, eventful);
    const struct model_inputs inputs = inputs_of(&scenario);
    struct spans *spans = mem_zeroed(1, sizeof *spans);
    struct model *model = model_new(&inputs);
    model_watch(model, keep_spans, spans);
    model_run(model, 1, true);
    assert_true(spans->count > 2000);
    assert_int_equal(spans->count, spans->ended);
    model_free(model);
    free(spans);
    scn_scenario_free(&scenario);
}

/* A watcher and a follower take nothing from the run and add nothing. */
static void being_watched_changes_nothing(void **state) {
    (void)state;
    struct scn_scenario scenario;
    trial_read(&scenario, valley, "");
    const struct model_inputs inputs = inputs_of(&scenario);
    struct model *alone = model_new(&inputs), *watched = model_new(&inputs);
    struct count count = {{0}, {0}};
    model_watch(watched, tell, &count);
    model_run(alone, 3, false);
    model_run(watched, 3, false);
    assert_int_equal(model_events(alone), model_events(watched));
    assert_true(model_fingerprint(alone) == model_fingerprint(watched));
    model_free(alone);
    model_free(watched);
    scn_scenario_free(&scenario);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whoever_never_waits_longer_does_not_need_care_sooner),
        cmocka_unit_test(a_watcher_is_told_what_is_counted),
        cmocka_unit_test(whatever_begins_ends_once),
        cmocka_unit_test(being_watched_changes_nothing),
    };
    return run_chosen(tests, argc, argv);
}

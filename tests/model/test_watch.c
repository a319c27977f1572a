/* tests/model/test_watch.c - what a watcher is told, and with it the coupling of scenarios, person by person. */
#include "base/mem.h"
#include "model/watch.h"
#include "tests/model/fixture.h"

static const char *const valley = "tests/scenarios/valley.cfg";
enum { PEOPLE_MAX = 200000, PAIRS = 12 };

/* When something happened to a person; DES_NEVER when it did not. */
struct life {
    des_time came, helped, needs_care;
};

static void remember(void *context, enum model_fact fact, uint32_t person, des_time time) {
    struct life *lives = context;
    if (person >= PEOPLE_MAX) { /* who is there on day one came by no stream */
        return;
    }
    if (fact == MODEL_FACT_CAME) {
        lives[person] = (struct life){time, DES_NEVER, DES_NEVER};
    } else if (fact == MODEL_FACT_HELPED && lives[person].helped == DES_NEVER) {
        lives[person].helped = time;
    } else if (fact == MODEL_FACT_NEEDS_CARE && lives[person].needs_care == DES_NEVER) {
        lives[person].needs_care = time;
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

struct count {
    size_t came, gone, care, admitted, home, assessed;
};

static void tell(void *context, enum model_fact fact, uint32_t person, des_time time) {
    struct count *count = context;
    (void)person;
    count->came += fact == MODEL_FACT_CAME && time >= 0;
    count->care += fact == MODEL_FACT_CARE;
    count->assessed += fact == MODEL_FACT_ASSESSED && time >= 0;
    count->admitted += fact == MODEL_FACT_ADMITTED;
    count->home += fact == MODEL_FACT_WENT_HOME;
    count->gone += fact == MODEL_FACT_GONE;
}

/* What is told, and what is counted in the accounts, is the same. */
static void a_watcher_is_told_what_is_counted(void **state) {
    (void)state;
    struct trial trial;
    trial_prepare(&trial, valley,
                  (const char *const[]){"world = { hospital = { admission_stream = 'hospital'; admissions = ( "
                                        "{ age_band = 'old'; per_year = 0.7; } ); }; };",
                                        NULL});
    struct count count = {0, 0, 0, 0, 0, 0};
    struct model *model = model_new(&trial.entries[0].inputs);
    model_watch(model, tell, &count);
    model_run(model, 1, false);
    trial_go(&trial, 1);
    const double years = 365 / 365.25;
    assert_near((double)count.came, value_of(&trial, 0, of_all("persons_per_year"), 0) * years, 1e-9);
    assert_near((double)count.care, value_of(&trial, 0, of_all("care_starts_per_year"), 0) * years, 1e-9);
    assert_near((double)count.assessed, sum_over(&trial, "seen_per_year", "team", 0) * years, 1e-9);
    assert_true(count.admitted > 50 && count.home > count.admitted && count.assessed > count.came);
    assert_true(count.gone > count.came / 2 && count.gone < (size_t)model_persons(model));
    model_free(model);
    trial_end(&trial);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whoever_never_waits_longer_does_not_need_care_sooner),
        cmocka_unit_test(a_watcher_is_told_what_is_counted),
    };
    return run_chosen(tests, argc, argv);
}

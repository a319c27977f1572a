/* tests/experiment/test_incidence.c - shares by cause and day, from runs whose outcome is known. */
#include "tests/model/fixture.h"

static const char *const valley = "tests/scenarios/valley.cfg", *const queue = "tests/scenarios/queue.cfg";

enum { SEEN, DIED, ADMITTED, LEFT, CAUSES };

/* Nobody is seen, for the first assessment lasts longer than the run. */
static const char *const closed =
    "run = { warm_up_days = 0; }; world = { needs = ( { name = 'help'; assessment_hours = 200; } ); streams = ( { "
    "name = 'door'; priorities = ( { priority = 'urgent'; share = 0.25; }, { priority = 'routine'; share = 0.75; } ); "
    "rates = ( { age_band = 'everybody'; per_1000_per_year = 14610; } ); } ); leaving = { resolved_per_week = %g; "
    "declined_per_week = %g; }; }; teams = ( { name = 'Team'; always_open = false; staff = ( { role = 'ot'; "
    "client_hours_per_fte_year = 10; } ); } );";

static size_t subject_of(const struct expt_incidence *incidence, const char *name) {
    size_t s = 0;
    while (strcmp(incidence->names[s], name) != 0) {
        s++;
        assert_true(s < incidence->subjects);
    }
    return s;
}

static double share_of(const struct expt_incidence *incidence, const char *subject, size_t cause, size_t days) {
    const size_t s = subject_of(incidence, subject);
    return incidence->shares[(s * incidence->cause_count + cause) * incidence->bins + days - 1];
}

static uint64_t at_risk(const struct expt_incidence *incidence, const char *subject, size_t days) {
    return incidence->at_risk[subject_of(incidence, subject) * incidence->bins + days];
}

static void everybody_referred_is_at_risk_on_the_first_day(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, 3, (const char *const[]){"", NULL});
    const struct expt_incidence *incidence = &trial.results.outcomes[0].incidence;
    assert_int_equal(incidence->subjects, 4);
    assert_int_equal(incidence->cause_count, CAUSES);
    assert_string_equal(incidence->causes[DIED], "died");
    for (size_t s = 0; s < 4; s++) {
        const struct column referrals = {"referrals_per_year", incidence->dimensions[s], incidence->names[s]};
        assert_within((double)at_risk(incidence, incidence->names[s], 0),
                      3 * mean_of(&trial, 0, referrals) * 365 / 365.25, 1e-6);
    }
    trial_end(&trial);
}

static void shares_rise_and_never_exceed_one_together(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, 3, (const char *const[]){"", NULL});
    const struct expt_incidence *incidence = &trial.results.outcomes[0].incidence;
    for (size_t s = 0; s < incidence->subjects; s++) {
        double staying = 1; /* product-limit estimate, from how many of those at risk left each day */
        for (size_t day = 1; day <= incidence->bins; day++) {
            double gone = 0, before = 0;
            for (size_t c = 0; c < CAUSES; c++) {
                const double share = share_of(incidence, incidence->names[s], c, day);
                const double last = day > 1 ? share_of(incidence, incidence->names[s], c, day - 1) : 0;
                assert_true(share >= last);
                gone += share;
                before += last;
            }
            const double risk = (double)at_risk(incidence, incidence->names[s], day - 1);
            const double left = risk > 0 ? round((gone - before) / staying * risk) : 0;
            staying *= risk > 0 ? 1 - left / risk : 1;
            assert_within(gone + staying, 1, 1e-12);
        }
    }
    trial_end(&trial);
}

/* Waits end in nothing but leaving, at 0.3 a week: by then 1 - exp(-0.3 weeks) have left, however many who came late
 * still wait; four standard errors of a share of as many people as are at risk to the end, and more. */
static void people_who_still_wait_are_not_forgotten(void **state) {
    (void)state;
    struct trial trial;
    char *overlay = mem_format(closed, 0.1, 0.2);
    trial_run(&trial, queue, 2, (const char *const[]){overlay, NULL});
    const struct expt_incidence *incidence = &trial.results.outcomes[0].incidence;
    static const size_t days[] = {7, 21, 63, 98};
    for (size_t i = 0; i < 4; i++) {
        const double want = 1 - exp(-0.3 * (double)days[i] / 7);
        assert_within(share_of(incidence, "routine", LEFT, days[i]), want, 4 * sqrt(want * (1 - want) / 1200) + 1e-3);
        assert_within(share_of(incidence, "urgent", LEFT, days[i]), want, 4 * sqrt(want * (1 - want) / 400) + 1e-3);
        assert_true(share_of(incidence, "all", DIED, days[i]) == 0);
    }
    assert_true(share_of(incidence, "all", SEEN, 120) < 0.001); /* the one who came first */
    assert_above((double)at_risk(incidence, "all", 14), 100);
    trial_end(&trial);
    free(overlay);
}

/* Who came d days before the end is at risk on day d and on no later one. */
static void who_waits_at_the_end_is_censored_on_the_day_reached(void **state) {
    (void)state;
    struct trial trial;
    char *overlay = mem_format(closed, 0.0, 0.0);
    trial_run(&trial, queue, 1, (const char *const[]){overlay, NULL});
    const struct expt_incidence *incidence = &trial.results.outcomes[0].incidence;
    const double january = month_of(&trial, 0, of_all("referrals_per_year"), 0) * 31 / 365.25;
    assert_within((double)at_risk(incidence, "all", 89), january - 1, 1e-6); /* one is seen, on the first day */
    assert_int_equal(at_risk(incidence, "all", 120), 0);
    for (size_t c = SEEN + 1; c < CAUSES; c++) {
        assert_true(share_of(incidence, "all", c, 120) == 0);
    }
    trial_end(&trial);
    free(overlay);
}

static void faster_leaving_takes_people_from_being_seen(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, 3,
              (const char *const[]){"", "world = { leaving = { declined_per_week = 0.08; }; };",
                                    "world = { death_multiplier = 8; };", NULL});
    const struct expt_outcome *outcomes = trial.results.outcomes;
    assert_above(share_of(&outcomes[1].incidence, "low", LEFT, 42), share_of(&outcomes[0].incidence, "low", LEFT, 42));
    assert_above(share_of(&outcomes[0].incidence, "low", SEEN, 180),
                 share_of(&outcomes[1].incidence, "low", SEEN, 180));
    assert_above(share_of(&outcomes[2].incidence, "all", DIED, 90),
                 3 * share_of(&outcomes[0].incidence, "all", DIED, 90));
    trial_end(&trial);
}

static void admission_takes_people_off_the_lists(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, 3,
              (const char *const[]){"",
                                    "world = { hospital = { admission_stream = 'hospital'; admissions = ( { age_band = "
                                    "'old'; per_year = 0.7; } ); }; };",
                                    NULL});
    assert_true(share_of(&trial.results.outcomes[0].incidence, "all", ADMITTED, 200) == 0);
    assert_above(share_of(&trial.results.outcomes[1].incidence, "low", ADMITTED, 90), 0.01);
    assert_rises(&trial, 1, of_all("admitted_per_year"));
    trial_end(&trial);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everybody_referred_is_at_risk_on_the_first_day),
        cmocka_unit_test(shares_rise_and_never_exceed_one_together),
        cmocka_unit_test(people_who_still_wait_are_not_forgotten),
        cmocka_unit_test(who_waits_at_the_end_is_censored_on_the_day_reached),
        cmocka_unit_test(admission_takes_people_off_the_lists),
        cmocka_unit_test(faster_leaving_takes_people_from_being_seen),
    };
    return run_chosen(tests, argc, argv);
}

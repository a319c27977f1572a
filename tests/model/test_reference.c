/* tests/model/test_reference.c - what the three reference services do against one another, on a short
 * horizon. Only what follows from how they divide the needs; numbers belong to the golden runs. */
#include "tests/model/fixture.h"

enum { REPLICATIONS = 4, SEPARATE = 0, INTEGRATED = 1, SKILL_MIX = 2 };

static void run(struct trial *trial, const char *overlay_of_skill_mix) {
    static const char *const window = "run = { end_date = '2015-01-01'; };";
    char *overlay = mem_format("%s %s", window, overlay_of_skill_mix);
    *trial = (struct trial){.count = 0};
    trial_add(trial, "scenarios/separate.cfg", window);
    trial_add(trial, "scenarios/integrated.cfg", window);
    trial_add(trial, "scenarios/skill-mix.cfg", overlay);
    trial_go(trial, REPLICATIONS);
    free(overlay);
}

static void the_same_people_meet_every_service(void **state) {
    (void)state;
    struct trial trial;
    run(&trial, "");
    assert_stays(&trial, INTEGRATED, of_all("persons_per_year"));
    assert_stays(&trial, SKILL_MIX, of_all("persons_per_year"));
    assert_near(mean_of(&trial, INTEGRATED, of_all("staff_cost_per_year")),
                mean_of(&trial, SEPARATE, of_all("staff_cost_per_year")), 1e-9);
    assert_near(mean_of(&trial, SKILL_MIX, of_all("staff_cost_per_year")),
                mean_of(&trial, SEPARATE, of_all("staff_cost_per_year")), 1e-9);
    trial_end(&trial);
}

static void joining_teams_spares_second_assessments(void **state) {
    (void)state;
    struct trial trial;
    run(&trial, "");
    assert_above(mean_of(&trial, SEPARATE, of_all("second_assessments_per_year")), 500);
    assert_falls(&trial, INTEGRATED, of_all("second_assessments_per_year"));
    assert_falls(&trial, INTEGRATED, of_all("second_hours_per_year"));
    assert_falls(&trial, SKILL_MIX, of_all("second_assessments_per_year"));
    trial_end(&trial);
}

static void pairs_prevent_reduce_and_delay_and_nobody_else_does(void **state) {
    (void)state;
    static const char *const measures[] = {"prevented_per_year", "reduced_per_year", "delayed_per_year"};
    struct trial trial;
    run(&trial, "");
    for (size_t i = 0; i < 3; i++) {
        assert_true(mean_of(&trial, SEPARATE, of_all(measures[i])) == 0);
        assert_true(mean_of(&trial, INTEGRATED, of_all(measures[i])) == 0);
        assert_above(mean_of(&trial, SKILL_MIX, of_all(measures[i])), 1);
    }
    trial_end(&trial);
}

/* With every effect at zero packages differ through waiting alone: people reach a decision sooner or later,
 * and with it protection from a need for care, or die first. That moves starts, but by little. */
static void pairs_without_effect_move_care_by_waiting_alone(void **state) {
    (void)state;
    static const char *const measures[] = {"prevented_per_year", "reduced_per_year", "reduced_hours_per_year",
                                           "delayed_per_year", "care_put_off"};
    struct trial trial;
    run(&trial, "teams = ( { name = 'Front-door pair, Perth City'; effect = { prevent = 0; reduce = 0; "
                "delay = 0; }; }, { name = 'Front-door pair, South Perthshire'; effect = { prevent = 0; "
                "reduce = 0; delay = 0; }; } );");
    for (size_t i = 0; i < sizeof measures / sizeof measures[0]; i++) {
        assert_true(mean_of(&trial, SKILL_MIX, of_all(measures[i])) == 0);
    }
    const double starts = mean_of(&trial, SEPARATE, of_all("care_starts_per_year"));
    const double asked = mean_of(&trial, SEPARATE, of_all("care_requests_per_year"));
    assert_near(mean_of(&trial, SKILL_MIX, of_all("care_starts_per_year")), starts, 0.08);
    assert_near(mean_of(&trial, SKILL_MIX, of_all("care_requests_per_year")), asked, 0.03);
    trial_end(&trial);
}

/* Every service that is shipped lies over the same world and pays for the same staff, role by role. */
static void every_service_pays_for_the_same_staff(void **state) {
    (void)state;
    static const char *const paths[] = {"scenarios/separate.cfg",
                                        "scenarios/integrated.cfg",
                                        "scenarios/skill-mix.cfg",
                                        "scenarios/skill-mix-everywhere.cfg",
                                        "scenarios/integrated-skill-mix.cfg",
                                        "scenarios/no-effects.cfg",
                                        "scenarios/triage.cfg"};
    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
        struct trial trial = {.count = 0};
        trial_add(&trial, paths[0], "");
        trial_add(&trial, paths[i], "");
        for (size_t role = 0; role < trial.entries[0].inputs.world->roles.count; role++) {
            double fte[2] = {0, 0};
            for (size_t s = 0; s < 2; s++) {
                const struct svc_service *service = trial.entries[s].inputs.service;
                for (size_t t = 0; t < service->teams.count; t++) {
                    fte[s] += svc_team(service, t)->fte[role];
                }
            }
            assert_near(fte[1], fte[0], 1e-12);
        }
        trial_end(&trial);
    }
}

/* In the last years, when lists are long; fewer are assessed, so fewer needs for care are found. */
static void triage_keeps_lists_in_bounds_by_advice(void **state) {
    (void)state;
    static const char window[] = "run = { start_date = '2021-01-01'; end_date = '2023-01-01'; };";
    const struct column advised = of_organisation("triaged_out_per_year", "council");
    struct trial trial = {.count = 0};
    trial_add(&trial, "scenarios/separate.cfg", window);
    trial_add(&trial, "scenarios/triage.cfg", window);
    trial_go(&trial, REPLICATIONS);
    assert_falls(&trial, 1, of_organisation("list_people", "council"));
    assert_falls(&trial, 1, of_organisation("offered_load", "council"));
    assert_falls(&trial, 1, of_organisation("seen_per_year", "council"));
    assert_above(mean_of(&trial, 1, advised),
                 0.10 * mean_of(&trial, 1, of_organisation("referrals_per_year", "council")));
    assert_true(mean_of(&trial, 1, of_organisation("triaged_out_per_year", "social work")) == 0);
    assert_rises(&trial, 1, of_all("care_hidden_hours_per_week"));
    trial_end(&trial);
}

static void without_effects_the_pairs_only_organise(void **state) {
    (void)state;
    struct trial trial = {.count = 0};
    trial_add(&trial, "scenarios/skill-mix.cfg", "run = { end_date = '2014-07-01'; };");
    trial_add(&trial, "scenarios/no-effects.cfg", "run = { end_date = '2014-07-01'; };");
    trial_go(&trial, REPLICATIONS);
    assert_above(mean_of(&trial, 0, of_all("prevented_per_year")), 0);
    for (size_t m = 0; m < 3; m++) {
        static const char *const effects[] = {"prevented_per_year", "reduced_per_year", "delayed_per_year"};
        assert_true(mean_of(&trial, 1, of_all(effects[m])) == 0);
    }
    assert_rises(&trial, 1, of_all("care_needed_hours_per_week"));
    trial_end(&trial);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_people_meet_every_service),
        cmocka_unit_test(joining_teams_spares_second_assessments),
        cmocka_unit_test(pairs_prevent_reduce_and_delay_and_nobody_else_does),
        cmocka_unit_test(pairs_without_effect_move_care_by_waiting_alone),
        cmocka_unit_test(every_service_pays_for_the_same_staff),
        cmocka_unit_test(triage_keeps_lists_in_bounds_by_advice),
        cmocka_unit_test(without_effects_the_pairs_only_organise),
    };
    return run_chosen(tests, argc, argv);
}

/* tests/model/test_caseload.c - people under way in a team. */
#include "tests/model/fixture.h"

/* Everybody has the need "help", and with the probability given a further one that takes as long. Servers for everybody
 * at once, 8 people an hour. An assessment of 6 minutes, 5 days until the first of two follow-ups of half an hour, 10
 * days between them: 15 days and 1.1 hours. */
static char *follow_up(const char *probability) {
    return mem_format(
        "world = { needs = ( { name = 'help'; assessment_hours = 0.1; followups = 2; "
        "followup_hours = 0.5; followup_gap_days = 10; lead_days = 5; }, { name = 'more'; "
        "assessment_hours = 0; followups = 2; followup_hours = 0.5; followup_gap_days = 10; "
        "lead_days = 5; roles = [ 'ot' ]; } ); streams = ( { name = 'door'; "
        "further = ( { need = 'more'; probability = %s; } ); } ); }; teams = ( { name = 'Team'; "
        "remit = ( { need = 'help'; }, { need = 'more'; } ); staff = ( { role = 'ot'; fte = 90; } ); } );",
        probability);
}

/* By Little's law; four standard errors, as in test_queueing.c. */
static void who_rests_between_follow_ups_is_under_way(void **state) {
    (void)state;
    struct trial trial;
    char *overlay = follow_up("0");
    trial_run(&trial, "tests/scenarios/queue.cfg", 12, (const char *const[]){overlay, NULL});
    const struct column caseload = of_team("caseload_per_fte", "Team");
    const double theory = 8 * (15 * 24 + 1.1) / 90;
    assert_above(0.01 * theory, error_of(&trial, 0, caseload));
    assert_within(mean_of(&trial, 0, caseload), theory, 4 * error_of(&trial, 0, caseload));
    free(overlay);
    trial_end(&trial);
}

/* Both needs are followed up side by side: the same people, one each. */
static void somebody_with_two_needs_in_a_team_counts_once(void **state) {
    (void)state;
    struct trial trial;
    char *one = follow_up("0"), *two = follow_up("1");
    trial_run(&trial, "tests/scenarios/queue.cfg", 2, (const char *const[]){one, two, NULL});
    assert_near(mean_of(&trial, 1, of_all("contacts_per_year")) / mean_of(&trial, 0, of_all("contacts_per_year")),
                5.0 / 3, 0.01);
    assert_near(mean_of(&trial, 1, of_all("caseload_per_fte")), mean_of(&trial, 0, of_all("caseload_per_fte")), 1e-3);
    free(one);
    free(two);
    trial_end(&trial);
}

static void caseload_is_per_fte(void **state) {
    (void)state;
    struct trial trial;
    trial_run(
        &trial, "tests/scenarios/valley.cfg", 4,
        (const char *const[]){"", "teams = ( { name = 'Rehab'; staff = ( { role = 'ot'; fte = 4.4; } ); } );", NULL});
    const struct column caseload = of_team("caseload_per_fte", "Rehab");
    assert_above(mean_of(&trial, 0, caseload), 1);
    assert_falls(&trial, 1, caseload); /* more are under way, over 5.4 FTE and not 3.4 */
    trial_end(&trial);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_rests_between_follow_ups_is_under_way),
        cmocka_unit_test(somebody_with_two_needs_in_a_team_counts_once),
        cmocka_unit_test(caseload_is_per_fte),
    };
    return run_chosen(tests, argc, argv);
}

/* tests/model/test_caseload.c - people under way in a team. */
#include "tests/model/fixture.h"

/* Everybody has the need "help", and with the probability given a further one that takes as long. Servers for everybody
 * at once, 8 people an hour. An assessment of 6 minutes, 5 days until the first of two follow-ups of half an hour, 10
 * days between them: 15 days and 1.1 hours. A post that somebody leaves is empty for half a year. */
static char *follow_up(const char *probability, double leavers_per_year, double fte) {
    return mem_format(
        "world = { roles = ( { name = 'ot'; leavers_per_year = %g; recruitment_weeks = 26; } ); needs = ( { name = "
        "'help'; assessment_hours = 0.1; followups = 2; "
        "followup_hours = 0.5; followup_gap_days = 10; lead_days = 5; }, { name = 'more'; "
        "assessment_hours = 0; followups = 2; followup_hours = 0.5; followup_gap_days = 10; "
        "lead_days = 5; roles = [ 'ot' ]; } ); streams = ( { name = 'door'; "
        "further = ( { need = 'more'; probability = %s; } ); } ); }; teams = ( { name = 'Team'; "
        "remit = ( { need = 'help'; }, { need = 'more'; } ); staff = ( { role = 'ot'; fte = %g; } ); } );",
        leavers_per_year, probability, fte);
}

/* By Little's law; four standard errors, as in test_queueing.c. */
static void who_rests_between_follow_ups_is_under_way(void **state) {
    (void)state;
    struct trial trial;
    char *overlay = follow_up("0", 0, 90);
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
    char *one = follow_up("0", 0, 90), *two = follow_up("1", 0, 90);
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

/* Half of 180 posts are vacant; those who are there have time for everybody, as 90 had. */
static void vacant_posts_are_among_the_fte(void **state) {
    (void)state;
    struct trial trial;
    char *filled = follow_up("0", 0, 90), *vacant = follow_up("0", 2, 180);
    trial_run(&trial, "tests/scenarios/queue.cfg", 2, (const char *const[]){filled, vacant, NULL});
    assert_near(mean_of(&trial, 1, of_all("capacity_hours_per_year")),
                mean_of(&trial, 0, of_all("capacity_hours_per_year")), 0.05);
    assert_near(mean_of(&trial, 1, of_all("caseload_per_fte")), mean_of(&trial, 0, of_all("caseload_per_fte")) / 2,
                1e-3);
    free(filled);
    free(vacant);
    trial_end(&trial);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_rests_between_follow_ups_is_under_way),
        cmocka_unit_test(somebody_with_two_needs_in_a_team_counts_once),
        cmocka_unit_test(caseload_is_per_fte),
        cmocka_unit_test(vacant_posts_are_among_the_fte),
    };
    return run_chosen(tests, argc, argv);
}

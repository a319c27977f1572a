/* tests/model/test_triage.c - screening of referrals on receipt: who is screened, how long it takes, who leaves. */
#include "sim/model/contact.h"
#include "sim/model/work.h"
#include "tests/model/town.h"

static const char *const queue = "tests/scenarios/queue.cfg";
static const char *const valley = "tests/scenarios/valley.cfg";
enum { REPLICATIONS = 6 };

/* The queue with work of six minutes, and servers for everybody at once. */
#define AMPLE "world = { needs = ( { name = 'help'; assessment_hours = 0.1; } ); };"

static char *ample(const char *triage) {
    return mem_format(AMPLE " teams = ( { name = 'Team'; staff = ( { role = 'ot'; fte = 90; } ); %s } );", triage);
}

/* 17 minutes at the desk, then the assessment begins at once: the wait is 1,020 seconds for everybody. */
static void who_is_screened_waits_for_it_to_the_second(void **state) {
    (void)state;
    struct trial trial;
    char *triage = ample("triage = { minutes = 17; role = 'ot'; };"), *none = ample("");
    trial_run(&trial, queue, 2, (const char *const[]){none, triage, NULL});
    const double per_year = mean_of(&trial, 1, of_all("referrals_per_year"));
    assert_true(mean_of(&trial, 0, of_all("wait_mean")) == 0);
    assert_near(mean_of(&trial, 1, of_all("wait_mean")), 1020.0 / 86400, 1e-12);
    assert_near(mean_of(&trial, 1, of_all("list_people")), per_year * 1020 / 31557600, 1e-3);
    assert_near(mean_of(&trial, 1, of_all("use_triage_hours_per_year")), per_year * 17 / 60, 1e-3);
    assert_near(mean_of(&trial, 1, of_all("demand_hours_per_year")), per_year * (17.0 / 60 + 0.1), 1e-9);
    assert_stays(&trial, 1, of_all("referrals_per_year"));
    assert_near(mean_of(&trial, 1, of_all("contacts_per_year")), mean_of(&trial, 0, of_all("contacts_per_year")), 1e-3);
    free(triage);
    free(none);
    trial_end(&trial);
}

/* Some 15,000 people in each replication: five standard errors are 0.02. */
static void advice_takes_its_share_off_the_list_and_off_demand(void **state) {
    (void)state;
    struct trial trial;
    char *triage = ample("triage = { minutes = 30; role = 'ot'; resolves = 0.37; };");
    trial_run(&trial, queue, 2, (const char *const[]){triage, NULL});
    const double received = mean_of(&trial, 0, of_all("referrals_per_year"));
    const double advised = mean_of(&trial, 0, of_all("triaged_out_per_year"));
    assert_within(advised / received, 0.37, 0.02);
    assert_near(mean_of(&trial, 0, of_all("seen_per_year")) + advised, received, 1e-3);
    assert_near(mean_of(&trial, 0, of_all("demand_hours_per_year")), 0.5 * received + 0.1 * (received - advised), 1e-3);
    assert_true(mean_of(&trial, 0, of_all("resolved_per_year")) == 0);
    free(triage);
    trial_end(&trial);
}

#define SCREENS(more) "triage = { minutes = 20; role = 'ot'; " more " };"
#define NORTH(more) "teams = ( { name = 'OT North'; " SCREENS(more) " } );"

static void triage_shortens_the_list_and_more_so_when_it_is_long(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, REPLICATIONS,
              (const char *const[]){NORTH(""), NORTH("resolves = 0.2;"),
                                    NORTH("resolves = 0.2; long_list = 0; resolves_when_long = 0.5;"),
                                    NORTH("resolves = 0.2; long_list = 100000; resolves_when_long = 0.5;"), NULL});
    const struct column advised = of_team("triaged_out_per_year", "OT North");
    assert_rises(&trial, 1, advised);
    assert_falls(&trial, 1, of_team("list_people", "OT North"));
    assert_falls(&trial, 1, of_team("demand_hours_per_year", "OT North"));
    assert_stays(&trial, 1, of_team("seen_per_year", "Acute OT"));
    for (uint32_t r = 0; r < REPLICATIONS; r++) {
        assert_above(value_of(&trial, 2, advised, r), value_of(&trial, 1, advised, r));
    }
    assert_same_results(&trial, 1, 3);
    trial_end(&trial);
}

static void refer_on_saturday(struct town *town, size_t people, unsigned locality) {
    go(town, 3, 11);
    for (size_t i = 0; i < people; i++) {
        const uint32_t person = person_new(town, 600 + (uint32_t)town->model->persons, world_needs_of(EQUIPMENT));
        model_person_at(town->model, person)->who.locality = locality;
        refer(town, person, world_needs_of(EQUIPMENT), LOW);
    }
}

/* A screening in hand, by its number among contacts. */
static uint32_t screening_in_hand(const struct town *town, size_t team) {
    for (uint32_t c = 0; c < town->model->contacts.count; c++) {
        const struct model_contact *contact = model_contact_at(town->model, c);
        if (contact->kind == CONTACT_TRIAGE && contact->team == team && contact->state == CONTACT_WORKING) {
            return c;
        }
    }
    fail_msg("nobody is being screened");
    return DES_NO_RECORD;
}

/* Two therapists of North screen one each on Monday; how many of the two are resolved with advice. */
static double resolved_of_two(size_t in_north, size_t in_south) {
    struct town *town = town_new("{ name = 'OT North'; triage = { minutes = 15; role = 'ot'; long_list = 3; "
                                 "resolves_when_long = 1; }; }");
    refer_on_saturday(town, in_north, 0);
    refer_on_saturday(town, in_south, 1);
    go(town, 5, 9);
    model_work_dispatch(town->model, OT_NORTH);
    for (size_t i = 0; i < 2; i++) {
        const uint32_t screening = screening_in_hand(town, OT_NORTH);
        go(town, 5, 9.25);
        model_unschedule(town->model, &model_contact_at(town->model, screening)->event);
        model_work_complete(town->model, screening);
        settle_and_check(town);
    }
    const double resolved = sum(town, ACCOUNT_TRIAGED_OUT, OT_NORTH);
    town_free(town);
    return resolved;
}

/* More than three people are long, whoever is being screened among them. */
static void a_list_is_long_with_one_more_than_it_says(void **state) {
    (void)state;
    assert_near(resolved_of_two(3, 0), 0, 0);
    assert_near(resolved_of_two(4, 0), 1, 0); /* then three are left */
    assert_near(resolved_of_two(5, 0), 2, 0);
    assert_near(resolved_of_two(3, 7), 0, 0); /* another team's list is its own */
}

static void a_request_for_care_is_never_resolved_with_advice(void **state) {
    (void)state;
    struct trial trial;
    trial_run(
        &trial, valley, 2,
        (const char *const[]){"teams = ( { name = 'Social work'; triage = { minutes = 20; role = 'social_worker'; "
                              "resolves = 1; }; } );",
                              NULL});
    assert_above(mean_of(&trial, 0, of_team("use_triage_hours_per_year", "Social work")), 20);
    assert_true(mean_of(&trial, 0, of_all("triaged_out_per_year")) == 0);
    trial_end(&trial);
}

/* All that is screened is resolved, so who is seen was not screened: people whom the organisation has assessed
 * before. Rehab is in that of the acute team first, and then in one of its own. */
static void who_is_known_to_the_organisation_is_not_screened(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, 2,
              (const char *const[]){
                  "teams = ( { name = 'Rehab'; " SCREENS("resolves = 1;") " } );",
                  "teams = ( { name = 'Rehab'; organisation = 'agency'; " SCREENS("resolves = 1;") " } );", NULL});
    assert_above(mean_of(&trial, 0, of_team("seen_per_year", "Rehab")), 10);
    assert_above(mean_of(&trial, 0, of_team("triaged_out_per_year", "Rehab")), 10);
    assert_above(mean_of(&trial, 1, of_team("triaged_out_per_year", "Rehab")), 10);
    assert_true(year_of(&trial, 1, of_team("seen_per_year", "Rehab"), 0) == 0);
    trial_end(&trial);
}

static void inpatients_are_not_screened(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, 2,
              (const char *const[]){"", "teams = ( { name = 'Acute OT'; " SCREENS("resolves = 1;") " } );", NULL});
    assert_stays(&trial, 1, of_team("seen_per_year", "Acute OT"));
    assert_true(mean_of(&trial, 1, of_all("use_triage_hours_per_year")) == 0);
    trial_end(&trial);
}

static void people_on_the_starting_list_were_screened_long_ago(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, "tests/scenarios/queue-starting-list.cfg", 2,
              (const char *const[]){"",
                                    "teams = ( { name = 'Team'; triage = { minutes = 30; role = 'ot'; "
                                    "resolves = 1; }; } );",
                                    NULL});
    assert_near(mean_of(&trial, 1, of_all("seen_per_year")), 3 * 365.25 / 26, 1e-12);
    assert_same_results(&trial, 0, 1);
    trial_end(&trial);
}

/* Assistants may do nothing here but screen; OTs stand in for them, and they not for OTs. */
static void only_the_role_and_its_stand_ins_screen(void **state) {
    (void)state;
    static const char desk[] = "teams = ( { name = 'OT North'; staff = ( { role = 'ot'; fte = 4; } ); remit = ( { need "
                               "= 'equipment'; roles = [ 'ot' ]; } ); "
                               "triage = { minutes = 40; role = '%s'; }; } );";
    struct trial trial;
    char *ot = mem_format(desk, "ot"), *assistant = mem_format(desk, "assistant");
    static const char nobody[] = "teams = ( { name = 'OT North'; staff = ( { role = 'assistant'; drop = true; } ); "
                                 "triage = { minutes = 40; role = 'assistant'; }; } );";
    trial_run(&trial, valley, REPLICATIONS, (const char *const[]){ot, assistant, nobody, NULL});
    assert_true(mean_of(&trial, 0, of_role("utilisation", "OT North / assistant")) == 0);
    assert_above(mean_of(&trial, 2, of_team("use_triage_hours_per_year", "OT North")), 50);
    assert_rises(&trial, 1, of_role("utilisation", "OT North / assistant"));
    assert_falls(&trial, 1, of_role("utilisation", "OT North / ot"));
    free(ot);
    free(assistant);
    trial_end(&trial);
}

/* What is resolved with advice is met, and help protects from needs for care. */
static void advice_counts_as_help(void **state) {
    (void)state;
    static const char overlay[] = "world = { leaving = { declined_per_week = 0; resolved_per_week = 0; }; care = "
                                  "{ waiting_multiplier = 5; protection_multiplier = 0; }; }; teams = ( "
                                  "{ name = 'OT North'; staff = ( { role = 'ot'; fte = 1; } ); "
                                  "triage = { minutes = 5; role = 'ot'; resolves = %s; }; }, "
                                  "{ name = 'OT South'; triage = { minutes = 5; role = 'ot'; resolves = %s; }; } );";
    struct trial trial;
    char *none = mem_format(overlay, "0", "0"), *all = mem_format(overlay, "0.9", "0.9");
    trial_run(&trial, valley, REPLICATIONS, (const char *const[]){none, all, NULL});
    assert_falls(&trial, 1, of_all("care_requests_per_year"));
    free(none);
    free(all);
    trial_end(&trial);
}

/* Ahead of the rest or far behind it: the target of the desk decides. */
static void its_target_gives_screening_its_place(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, REPLICATIONS,
              (const char *const[]){NORTH("resolves = 0.5; target_days = 0.5;"),
                                    NORTH("resolves = 0.5; target_days = 500;"), NULL});
    assert_rises(&trial, 1, of_team("list_people", "OT North"));
    trial_end(&trial);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_is_screened_waits_for_it_to_the_second),
        cmocka_unit_test(advice_takes_its_share_off_the_list_and_off_demand),
        cmocka_unit_test(triage_shortens_the_list_and_more_so_when_it_is_long),
        cmocka_unit_test(a_list_is_long_with_one_more_than_it_says),
        cmocka_unit_test(a_request_for_care_is_never_resolved_with_advice),
        cmocka_unit_test(who_is_known_to_the_organisation_is_not_screened),
        cmocka_unit_test(inpatients_are_not_screened),
        cmocka_unit_test(people_on_the_starting_list_were_screened_long_ago),
        cmocka_unit_test(only_the_role_and_its_stand_ins_screen),
        cmocka_unit_test(advice_counts_as_help),
        cmocka_unit_test(its_target_gives_screening_its_place),
    };
    return run_chosen(tests, argc, argv);
}

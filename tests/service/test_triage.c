/* tests/service/test_triage.c - who screens in a team, and faults in what is said of it. */
#include "service/service.h"

#include "tests/service/fixture.h"

/* Two teams, of which the first screens; prepared, or not, by the caller. */
static struct small_service *make_screening(const char *role, struct svc_triage triage) {
    struct small_service *over = make_sound_service();
    over->teams[0].triage = triage;
    over->teams[0].triage.role = word(&over->words, role);
    return over;
}

static const struct svc_triage plain = {.resolves = 0.15, .long_list = -1, .resolves_when_long = NAN};

/* The therapist stands in for the assistant, and not the other way round. */
static void the_role_and_its_stand_ins_screen(void **state) {
    (void)state;
    struct small_service *over = make_screening("assistant", plain);
    assert_prepared(over);
    const struct svc_team *team = svc_team(&over->service, 0);
    assert_int_equal(team->triage_roles, 1u << ASSISTANT | 1u << THERAPIST);
    assert_int_equal(team->crew_kinds[svc_team_triage_kind(team)], team->triage_roles);
    assert_int_equal(svc_team(&over->service, 1)->triage_roles, 0);
    drop_service(over);
}

static void one_person_screens_where_several_assess(void **state) {
    (void)state;
    struct small_service *over = make_screening("therapist", plain);
    over->teams[0].crew = texts(&over->words, "therapist|assistant");
    assert_prepared(over);
    const struct svc_team *team = svc_team(&over->service, 0);
    assert_true(svc_team_triage_kind(team) > 0); /* 0 is the joint crew */
    assert_int_equal(team->crew_kinds[svc_team_triage_kind(team)], 1u << THERAPIST);
    drop_service(over);
}

static void faults_are_named(void **state) {
    (void)state;
    struct svc_triage fewer = plain, never = plain, no_share = plain;
    fewer.long_list = 31;
    fewer.resolves_when_long = 0.14;
    never.resolves_when_long = 0.4;
    no_share.long_list = 31;
    assert_refused(make_screening("social worker", plain),
                   "triage: nobody on its staff is 'social worker' or stands in for it");
    assert_refused(make_screening("therapists", plain), "'therapists' is no role; did you mean 'therapist'?");
    assert_refused(make_screening("therapist", fewer),
                   "resolves_when_long = 0.14 is below resolves = 0.15; a long list resolves no fewer");
    assert_refused(make_screening("therapist", never),
                   "long_list and resolves_when_long change something only together");
    assert_refused(make_screening("therapist", no_share),
                   "long_list and resolves_when_long change something only together");
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_role_and_its_stand_ins_screen),
        cmocka_unit_test(one_person_screens_where_several_assess),
        cmocka_unit_test(faults_are_named),
    };
    return run_chosen(tests, argc, argv);
}

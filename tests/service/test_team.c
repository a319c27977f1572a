/* tests/service/test_team.c - which kind of crew a piece of work needs. */
#include "service/service.h"

#include "tests/service/fixture.h"

static const world_needs equipment = 1u << EQUIPMENT, rehabilitation = 1u << REHABILITATION, care = 1u << CARE;

/* One team for everything; the crew as given. */
static struct small_service *make_one_team(const char *crew) {
    struct small_service *over = make_service();
    add_team(over, "All", "equipment|rehabilitation|care|commissioning", "therapist=2|assistant=1|social worker=1")
        ->crew = texts(&over->words, crew);
    return over;
}

static void an_assessment_is_done_by_the_joint_crew_whatever_it_is_about(void **state) {
    (void)state;
    struct small_service *over = make_one_team("therapist|social worker");
    assert_prepared(over);
    const struct svc_team *team = svc_team(&over->service, 0);
    assert_int_equal(svc_team_crew_kind(team, care, true), 0);
    assert_int_equal(svc_team_crew_kind(team, equipment, true), 0);
    assert_int_equal(svc_team_crew_kind(team, equipment | rehabilitation | care, true), 0);
    drop_service(over);
}

static void a_followup_is_done_by_one_of_those_who_may_do_all_of_it(void **state) {
    (void)state;
    struct small_service *over = make_one_team("therapist|social worker");
    assert_prepared(over);
    const struct svc_team *team = svc_team(&over->service, 0);
    const struct {
        world_needs needs;
        uint32_t roles;
    } cases[] = {
        {equipment, 1u << THERAPIST | 1u << ASSISTANT},    {rehabilitation, 1u << THERAPIST},
        {equipment | rehabilitation, 1u << THERAPIST},     {care, 1u << SOCIAL_WORKER},
        {care | 1u << COMMISSIONING, 1u << SOCIAL_WORKER},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const unsigned kind = svc_team_crew_kind(team, cases[i].needs, false);
        assert_true(kind > 0 && kind < team->crew_kind_count);
        assert_int_equal(team->crew_kinds[kind], cases[i].roles);
    }
    drop_service(over);
}

static void without_a_joint_crew_one_person_assesses(void **state) {
    (void)state;
    struct small_service *over = make_sound_service();
    assert_prepared(over);
    const struct svc_team *team = svc_team(&over->service, 0);
    const unsigned both = svc_team_crew_kind(team, equipment | rehabilitation, true);
    const unsigned one = svc_team_crew_kind(team, equipment, true);
    assert_int_equal(team->crew_count, 0);
    assert_int_equal(team->crew_kinds[both], 1u << THERAPIST);
    assert_int_equal(team->crew_kinds[one], 1u << THERAPIST | 1u << ASSISTANT);
    assert_int_equal(one, svc_team_crew_kind(team, equipment, false));
    drop_service(over);
}

static void every_kind_of_crew_stands_once(void **state) {
    (void)state;
    struct small_service *over = make_one_team("therapist|social worker");
    assert_prepared(over);
    const struct svc_team *team = svc_team(&over->service, 0);
    assert_int_equal(team->crew_kind_count, 4);
    for (size_t a = 1; a < team->crew_kind_count; a++) {
        for (size_t b = 1; b < a; b++) {
            assert_int_not_equal(team->crew_kinds[a], team->crew_kinds[b]);
        }
    }
    drop_service(over);
}

/* Three needs, each pair with one role in common that the third has not: four sets beside the three. */
static void every_set_of_needs_that_somebody_may_do_has_its_kind(void **state) {
    (void)state;
    struct small_service *over = make_one_team("therapist|assistant|social worker");
    over->remits[0][0].roles = texts(&over->words, "therapist|social worker");
    over->small->world.doers[ASSISTANT] = 1u << ASSISTANT;
    over->remits[0][1].roles = texts(&over->words, "therapist|assistant");
    over->remits[0][2].roles = texts(&over->words, "assistant|social worker");
    assert_prepared(over);
    const struct svc_team *team = svc_team(&over->service, 0);
    for (world_needs needs = 1; needs < 8; needs++) {
        uint32_t common = UINT32_MAX;
        for (unsigned n = 0; n < 3; n++) {
            common &= needs >> n & 1 ? team->roles[n] : UINT32_MAX;
        }
        if (common != 0) {
            assert_int_equal(team->crew_kinds[svc_team_crew_kind(team, needs, false)], common);
        }
    }
    assert_aborts(svc_team_crew_kind(team, 7, false));
    drop_service(over);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_assessment_is_done_by_the_joint_crew_whatever_it_is_about),
        cmocka_unit_test(a_followup_is_done_by_one_of_those_who_may_do_all_of_it),
        cmocka_unit_test(without_a_joint_crew_one_person_assesses),
        cmocka_unit_test(every_kind_of_crew_stands_once),
        cmocka_unit_test(every_set_of_needs_that_somebody_may_do_has_its_kind),
    };
    return run_chosen(tests, argc, argv);
}

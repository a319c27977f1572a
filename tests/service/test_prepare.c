/* tests/service/test_prepare.c - every complaint about teams, and what is worked out when there is none. */
#include "service/list.h"
#include "tests/service/fixture.h"

/* One fault planted in the sound service, and how the only complaint ends. */
struct fault {
    void (*plant)(struct small_service *over);
    const char *said;
};

static void misspell_locality(struct small_service *over) {
    over->teams[0].localities = texts(&over->words, "North|Suoth");
}

static void name_unknown_stream(struct small_service *over) {
    over->teams[1].streams = texts(&over->words, "telephone");
}

static void misspell_staff(struct small_service *over) {
    over->teams[0].staff = staff_of(over, 0, "therapist=2|assistant=1|asistant=1");
}

static void misspell_need(struct small_service *over) {
    over->teams[0].remit = remit_of(over, 0, "equipment|rehabilitation|rehabilitatoin");
}

static void misspell_role_of_remit(struct small_service *over) {
    over->remits[0][0].roles = texts(&over->words, "therapist|terapist");
}

static void misspell_role_of_crew(struct small_service *over) {
    over->teams[0].crew = texts(&over->words, "therapist|assitant");
}

static void misspell_destination(struct small_service *over) {
    over->travels[0] = (struct svc_travel){word(&over->words, "Nort"), 12};
    over->teams[0].travel = (struct param_rows){over->travels, 1, NULL};
}

static void turn_ages_upside_down(struct small_service *over) {
    over->teams[0].from_years = 65;
    over->teams[0].to_years = 65;
}

static void leave_a_need_to_nobody(struct small_service *over) {
    over->teams[0].remit = remit_of(over, 0, "equipment|rehabilitation|commissioning");
    over->teams[0].crew = texts(&over->words, "therapist|assistant");
}

static void have_the_right_staff_at_nought(struct small_service *over) {
    over->teams[1].staff = staff_of(over, 1, "therapist=1|social worker=0");
    over->teams[1].remit = remit_of(over, 1, "care");
    add_team(over, "Brokers", "commissioning", "social worker=1");
}

static void ask_for_a_role_that_is_not_there(struct small_service *over) {
    over->teams[0].crew = texts(&over->words, "therapist|social worker");
}

/* A crumb of rounding is nobody. */
static void ask_for_more_people_than_there_are(struct small_service *over) {
    over->teams[1].staff = staff_of(over, 1, "social worker=1.0000000001");
    over->teams[1].crew = texts(&over->words, "social worker|social worker");
}

/* Two people, and each role is there; but nobody can be the second social worker. */
static void ask_for_the_same_person_twice(struct small_service *over) {
    over->teams[1].staff = staff_of(over, 1, "social worker=0.75|therapist=1");
    over->teams[1].crew = texts(&over->words, "social worker|social worker");
}

static void give_the_crew_a_need_that_none_of_it_may_meet(struct small_service *over) {
    over->teams[1].remit = remit_of(over, 1, "care|commissioning|equipment");
    over->teams[1].staff = staff_of(over, 1, "social worker=2|assistant=1");
    over->teams[1].crew = texts(&over->words, "social worker");
}

static void share_out_the_remit_without_a_crew(struct small_service *over) {
    over->teams[1].remit = remit_of(over, 1, "care|commissioning|equipment");
    over->teams[1].staff = staff_of(over, 1, "social worker=2|assistant=1");
}

static void have_an_effect_without_care_in_the_remit(struct small_service *over) {
    over->teams[0].effect.prevent = 0.01;
}

static void reduce_by_nothing(struct small_service *over) {
    over->teams[1].effect.reduce = 0.25;
    over->teams[1].effect.reduce_hours = des_dist_constant(0);
}

static void delay_for_no_time(struct small_service *over) {
    over->teams[1].effect.delay = 0.125;
    over->teams[1].effect.delay_weeks = des_dist_constant(0);
}

static void complaints_name_the_team_and_what_is_wrong(void **state) {
    (void)state;
    static const struct fault faults[] = {
        {misspell_locality, "team 'Therapy': 'Suoth' is no locality; did you mean 'South'?"},
        {name_unknown_stream, "team 'Social work': 'telephone' is no stream"},
        {misspell_staff, "team 'Therapy': 'asistant' is no role; did you mean 'assistant'?"},
        {misspell_need, "team 'Therapy': 'rehabilitatoin' is no need; did you mean 'rehabilitation'?"},
        {misspell_role_of_remit, "team 'Therapy': 'terapist' is no role; did you mean 'therapist'?"},
        {misspell_role_of_crew, "team 'Therapy': 'assitant' is no role; did you mean 'assistant'?"},
        {misspell_destination, "team 'Therapy': 'Nort' is no locality; did you mean 'North'?"},
        {turn_ages_upside_down, "team 'Therapy': to_years = 65 is not above from_years = 65"},
        {leave_a_need_to_nobody, "team 'Therapy': nobody on its staff may work on 'commissioning'"},
        {ask_for_a_role_that_is_not_there, "team 'Therapy': its staff cannot form the crew it asks for"},
        {ask_for_more_people_than_there_are, "team 'Social work': its staff cannot form the crew it asks for"},
        {ask_for_the_same_person_twice, "team 'Social work': its staff cannot form the crew it asks for"},
        {give_the_crew_a_need_that_none_of_it_may_meet,
         "team 'Social work': nobody in its crew may work on 'equipment'"},
        {share_out_the_remit_without_a_crew,
         "team 'Social work': nobody on its staff may work on all of its remit in one assessment; give it a crew"},
        {have_an_effect_without_care_in_the_remit,
         "team 'Therapy': it has an effect on care, but 'care' is not in its remit"},
        {reduce_by_nothing, "team 'Social work': effect: reduce = 0.25 changes nothing, for reduce_hours is 0 or "
                            "missing: how many hours?"},
        {delay_for_no_time, "team 'Social work': effect: delay = 0.125 changes nothing, for delay_weeks is 0 or "
                            "missing: how many weeks?"},
    };
    for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
        struct small_service *over = make_sound_service();
        faults[i].plant(over);
        assert_refused(over, faults[i].said);
    }
}

static void staff_at_nought_can_do_nothing(void **state) {
    (void)state;
    struct small_service *over = make_sound_service();
    struct err_list err;
    err_list_init(&err);
    have_the_right_staff_at_nought(over);
    assert_false(prepare_service(over, &err));
    assert_int_equal(count_said(&err, "team 'Social work': nobody on its staff may work on 'care'"), 1);
    err_list_free(&err);
    drop_service(over);
}

static void one_organisation_too_many_is_named(void **state) {
    (void)state;
    struct small_service *over = make_sound_service();
    for (unsigned i = 1; i <= SVC_ORGANISATIONS_MAX; i++) {
        const char name[] = {'o', 'f', ' ', (char)('a' + i / 8), (char)('a' + i % 8), '\0'};
        add_team(over, name, "care", "social worker=1")->organisation = word(&over->words, name);
    }
    assert_refused(over, "team 'of ia': organisation 'of ia' is one more than the 64 allowed");
}

/* Eight roles, and for each a need that all others may meet: every set of roles but the empty one and the full one is
 * common to some needs, 254 in all. */
static void more_sets_of_roles_than_there_is_room_for_are_named(void **state) {
    (void)state;
    struct world_role roles[WORLD_ROLES_MAX] = {{.name = NULL}};
    struct world_need needs[WORLD_ROLES_MAX] = {{.name = NULL}};
    struct small_service *over = make_service();
    struct world *world = &over->small->world;
    for (unsigned i = 0; i < WORLD_ROLES_MAX; i++) {
        const char name[] = {(char)('A' + i), '\0'};
        roles[i] = (struct world_role){.name = word(&over->words, name), .client_hours_per_fte_year = 1000};
        needs[i] = (struct world_need){.name = word(&over->words, name)};
        world->doers[i] = 1u << i;
        world->need_roles[i] = 0xFFu & ~(1u << i);
    }
    world->roles = (struct param_rows){roles, WORLD_ROLES_MAX, NULL};
    world->needs = (struct param_rows){needs, WORLD_ROLES_MAX, NULL};
    add_team(over, "Many", "A|B|C|D|E|F|G|H", "A=1|B=1|C=1|D=1|E=1|F=1|G=1|H=1")->crew = texts(&over->words, "A|B");
    struct err_list err;
    err_list_init(&err);
    assert_false(prepare_service(over, &err));
    assert_int_equal(count_said(&err, "team 'Many': its needs ask for more than 64 different sets of roles"), 1);
    assert_int_equal(err.count, 1);
    err_list_free(&err);
    drop_service(over);
}

static void a_crew_may_be_formed_with_stand_ins(void **state) {
    (void)state;
    struct small_service *over = make_sound_service();
    over->teams[0].staff = staff_of(over, 0, "therapist=2");
    over->teams[0].crew = texts(&over->words, "assistant|therapist");
    assert_prepared(over);
    drop_service(over);
}

/* Rehabilitation is for therapists alone, and the crew's place for an assistant. */
static void the_work_of_a_stand_in_in_a_crew_counts(void **state) {
    (void)state;
    struct small_service *over = make_sound_service();
    over->teams[0].crew = texts(&over->words, "assistant|assistant");
    assert_prepared(over);
    drop_service(over);
    over = make_sound_service();
    over->teams[0].staff = staff_of(over, 0, "therapist=1.5|assistant=1.75");
    over->teams[0].crew = texts(&over->words, "assistant|assistant");
    assert_refused(over, "team 'Therapy': nobody in its crew may work on 'rehabilitation'");
}

/* Therapists may stand in for social workers and would be asked before them; but then nobody is left for therapy. */
static void own_places_in_a_crew_go_before_stand_ins(void **state) {
    (void)state;
    struct small_service *over = make_service();
    struct world *world = &over->small->world;
    world->doers[ASSISTANT] = 1u << ASSISTANT | 1u << SOCIAL_WORKER;
    world->doers[SOCIAL_WORKER] = 1u << SOCIAL_WORKER | 1u << THERAPIST;
    add_team(over, "All", "equipment|rehabilitation|care|commissioning", "therapist=1|social worker=1")->crew =
        texts(&over->words, "social worker|therapist");
    assert_prepared(over);
    assert_int_equal(over->teams[0].role_order[1], THERAPIST);
    drop_service(over);
}

static void names_become_masks(void **state) {
    (void)state;
    struct small_service *over = make_sound_service();
    add_team(over, "Ward", "rehabilitation", "therapist=1")->streams = texts(&over->words, "hospital");
    over->teams[2].localities = texts(&over->words, "South");
    assert_prepared(over);
    assert_true(over->teams[0].locality_mask == 3 && over->teams[0].stream_mask == 3);
    assert_true(over->teams[2].locality_mask == 1u << SOUTH);
    assert_true(over->teams[2].stream_mask == 1u << HOSPITAL);
    assert_int_equal(over->teams[0].remit_needs, world_needs_of(EQUIPMENT) | world_needs_of(REHABILITATION));
    assert_near(over->teams[0].pace[EQUIPMENT], 1, 0);
    assert_near(over->teams[0].pace[REHABILITATION], 1.25, 0);
    assert_string_equal(over->teams[0].discipline->name, "fifo");
    drop_service(over);
}

static void organisations_are_numbered_as_they_come(void **state) {
    (void)state;
    struct small_service *over = make_sound_service();
    add_team(over, "Ward", "rehabilitation", "therapist=1")->organisation = word(&over->words, "hospitals");
    add_team(over, "Care", "care", "social worker=1")->organisation = word(&over->words, "joined");
    assert_prepared(over);
    static const unsigned want[] = {0, 0, 1, 0};
    assert_int_equal(over->service.organisation_count, 2);
    assert_string_equal(over->service.organisations[1], "hospitals");
    for (size_t t = 0; t < 4; t++) {
        assert_int_equal(over->teams[t].organisation_index, want[t]);
    }
    drop_service(over);
}

static void staff_cost_and_work_as_their_role_says_unless_the_team_says_otherwise(void **state) {
    (void)state;
    struct small_service *over = make_sound_service();
    over->staffs[0][1].cost_gbp_per_fte_year = 28000;
    over->staffs[0][1].client_hours_per_fte_year = 990;
    assert_prepared(over);
    const struct svc_team *team = svc_team(&over->service, 0);
    assert_near(team->fte[THERAPIST], 2.5, 0);
    assert_near(team->hours_per_fte_year[THERAPIST], 1200, 0);
    assert_near(team->cost_gbp_per_fte_year[THERAPIST], 50123, 0);
    assert_near(team->hours_per_fte_year[ASSISTANT], 990, 0);
    assert_near(team->cost_gbp_per_fte_year[ASSISTANT], 28000, 0);
    assert_near(team->fte[SOCIAL_WORKER], 0, 0);
    drop_service(over);
}

static void travel_is_there_and_back_and_only_for_those_who_visit(void **state) {
    (void)state;
    struct small_service *over = make_sound_service();
    over->travels[0] = (struct svc_travel){word(&over->words, "South"), 12};
    over->teams[0].travel = (struct param_rows){over->travels, 1, NULL};
    over->teams[1].travel = (struct param_rows){over->travels, 1, NULL};
    over->teams[1].visits = false;
    assert_prepared(over);
    assert_near(over->teams[0].travel_hours[NORTH], 20 / 60., 1e-12);
    assert_near(over->teams[0].travel_hours[SOUTH], 24 / 60., 1e-12);
    assert_near(over->teams[1].travel_hours[NORTH], 0, 0);
    assert_near(over->teams[1].travel_hours[SOUTH], 0, 0);
    drop_service(over);
}

static void the_team_may_say_who_works_on_a_need_instead_of_the_world(void **state) {
    (void)state;
    struct small_service *over = make_sound_service();
    over->remits[0][0].roles = texts(&over->words, "therapist");
    over->remits[0][1].roles = texts(&over->words, "assistant|social worker");
    assert_prepared(over);
    assert_int_equal(over->teams[0].roles[EQUIPMENT], 1u << THERAPIST);
    assert_int_equal(over->teams[0].roles[REHABILITATION], 1u << ASSISTANT | 1u << THERAPIST);
    assert_int_equal(over->teams[0].doers[ASSISTANT], 1u << ASSISTANT | 1u << THERAPIST);
    assert_int_equal(over->teams[0].doers[SOCIAL_WORKER], 0);
    drop_service(over);
}

static void those_who_can_do_least_stand_first(void **state) {
    (void)state;
    struct small_service *over = make_sound_service();
    assert_prepared(over);
    static const unsigned want[] = {ASSISTANT, SOCIAL_WORKER, THERAPIST};
    assert_int_equal(over->teams[0].role_count, 3);
    assert_memory_equal(over->teams[0].role_order, want, sizeof want);
    drop_service(over);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(complaints_name_the_team_and_what_is_wrong),
        cmocka_unit_test(staff_at_nought_can_do_nothing),
        cmocka_unit_test(one_organisation_too_many_is_named),
        cmocka_unit_test(more_sets_of_roles_than_there_is_room_for_are_named),
        cmocka_unit_test(a_crew_may_be_formed_with_stand_ins),
        cmocka_unit_test(the_work_of_a_stand_in_in_a_crew_counts),
        cmocka_unit_test(own_places_in_a_crew_go_before_stand_ins),
        cmocka_unit_test(names_become_masks),
        cmocka_unit_test(organisations_are_numbered_as_they_come),
        cmocka_unit_test(staff_cost_and_work_as_their_role_says_unless_the_team_says_otherwise),
        cmocka_unit_test(travel_is_there_and_back_and_only_for_those_who_visit),
        cmocka_unit_test(the_team_may_say_who_works_on_a_need_instead_of_the_world),
        cmocka_unit_test(those_who_can_do_least_stand_first),
    };
    return run_chosen(tests, argc, argv);
}

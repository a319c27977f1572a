/* tests/model/test_followup.c - how many follow-ups a need takes: drawn once for a referral, and the same ever after. */
#include "sim/model/followup.h"

#include "sim/model/state.h"
#include "tests/model/fixture.h"

enum { EQUIPMENT, ADAPTATION, PEOPLE = 500 };

/* Numbers that fit into four bits, and some that do not. */
static const char *const many =
    "world = { needs = ( { name = 'equipment'; followups = { dist = 'poisson'; mean = 9.2; }; }, "
    "{ name = 'adaptation'; followups = { dist = 'poisson'; mean = 1.3; }; } ); };";

static unsigned drawn(struct model *model, uint32_t who, unsigned need) {
    const uint32_t key = world_purpose_key(WORLD_FOLLOWUPS, need, 0);
    return (unsigned)lround(
        world_person_amount(&model->random, who, key, &world_need(model->inputs->world, need)->followups));
}

/* Were it drawn again, it would be that of somebody else. */
static void a_contact_keeps_what_was_drawn_for_each_need(void **state) {
    (void)state;
    struct trial trial = {0};
    trial_add(&trial, "tests/scenarios/valley.cfg", many);
    struct model *model = model_new(&trial.entries[0].inputs);
    model_run(model, 1, false);
    const uint32_t person = des_pool_take(&model->people);
    unsigned none = 0, too_many = 0;
    for (uint32_t who = 0; who < PEOPLE; who++) {
        struct model_contact contact = {.person = person};
        model_person_at(model, person)->who.number = who;
        const unsigned equipment = drawn(model, who, EQUIPMENT), adaptation = drawn(model, who, ADAPTATION);
        assert_int_equal(model_followup_count(model, &contact, ADAPTATION), adaptation);
        assert_int_equal(model_followup_count(model, &contact, EQUIPMENT), equipment);
        model_person_at(model, person)->who.number = equipment < 15 ? who + 1 : who;
        assert_int_equal(model_followup_count(model, &contact, ADAPTATION), adaptation);
        assert_int_equal(model_followup_count(model, &contact, EQUIPMENT), equipment);
        none += adaptation == 0;
        too_many += equipment >= 15;
    }
    assert_true(none > 0 && too_many > 0);
    model_free(model);
    scn_scenario_free(&trial.scenarios[0]);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_contact_keeps_what_was_drawn_for_each_need),
    };
    return run_chosen(tests, argc, argv);
}

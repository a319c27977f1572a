/* tests/world/test_prepare.c - every complaint about a world, and what is worked out when there is none. */
#include "tests/world/fixture.h"

/* One fault planted in a sound world, and how the only complaint ends. */
struct fault {
    void (*plant)(struct small_world *small);
    const char *said;
};

/* Each in a world of its own. */
static void try_faults(const struct fault *faults, size_t count) {
    for (size_t i = 0; i < count; i++) {
        struct small_world *small = make_small_world();
        struct err_list err;
        err_list_init(&err);
        faults[i].plant(small);
        assert_false(prepare_small_world(small, &err));
        assert_only_said(&err, faults[i].said);
        assert_int_equal(count_said(&err, "small.cfg: error: "), 1);
        err_list_free(&err);
        drop_small_world(small);
    }
}

static void misspell_role_of_need(struct small_world *small) {
    small->needs[EQUIPMENT].roles = texts(&small->words, "assistant|therapst");
}

static void name_unknown_stand_in(struct small_world *small) {
    small->roles[ASSISTANT].stands_in_for = texts(&small->words, "gardener");
}

static void misspell_presents(struct small_world *small) {
    small->presents[HOSPITAL][0].need = word(&small->words, "rehabiltation");
}

static void misspell_further(struct small_world *small) {
    small->further[COMMUNITY][1].need = word(&small->words, "crae");
}

static void misspell_priority(struct small_world *small) {
    small->shares[COMMUNITY][0].priority = word(&small->words, "routin");
}

static void misspell_band_of_rate(struct small_world *small) {
    small->rates[HOSPITAL][1].age_band = word(&small->words, "odl");
}

static void misspell_care_need(struct small_world *small) {
    small->world.care.need = word(&small->words, "car");
}

static void misspell_commissioning(struct small_world *small) {
    small->world.care.commissioning = word(&small->words, "comissioning");
}

static void name_unknown_request_stream(struct small_world *small) {
    small->world.care.request_stream = word(&small->words, "telephone");
}

static void misspell_band_of_care(struct small_world *small) {
    small->care_bands[0].age_band = word(&small->words, "olt");
}

static void misspell_discharge_priority(struct small_world *small) {
    small->world.hospital.discharge_priority = word(&small->words, "urgnet");
}

static void names_that_do_not_exist_are_named_with_the_nearest_that_does(void **state) {
    (void)state;
    static const struct fault faults[] = {
        {misspell_role_of_need, "need 'equipment', roles: 'therapst' is no role; did you mean 'therapist'?"},
        {name_unknown_stand_in, "role 'assistant', stands_in_for: 'gardener' is no role"},
        {misspell_presents, "stream 'hospital': 'rehabiltation' is no need; did you mean 'rehabilitation'?"},
        {misspell_further, "stream 'community': 'crae' is no need; did you mean 'care'?"},
        {misspell_priority, "stream 'community': 'routin' is no priority; did you mean 'routine'?"},
        {misspell_band_of_rate, "stream 'hospital': 'odl' is no age band; did you mean 'old'?"},
        {misspell_care_need, "care, need: 'car' is no need; did you mean 'care'?"},
        {misspell_commissioning, "care, commissioning: 'comissioning' is no need; did you mean 'commissioning'?"},
        {name_unknown_request_stream, "care, request_stream: 'telephone' is no stream"},
        {misspell_band_of_care, "care, bands: 'olt' is no age band; did you mean 'old'?"},
        {misspell_discharge_priority, "hospital, discharge_priority: 'urgnet' is no priority; did you mean 'urgent'?"},
    };
    try_faults(faults, sizeof faults / sizeof faults[0]);
}

static void leave_presents_short(struct small_world *small) {
    small->presents[COMMUNITY][1].probability = 0.29;
}

static void leave_an_age_without_presents(struct small_world *small) {
    small->presents[COMMUNITY][1].to_years = 81;
}

static void leave_half_a_year_without_presents(struct small_world *small) {
    small->presents[HOSPITAL][0].to_years = 94.75;
}

static void let_presents_overlap(struct small_world *small) {
    small->presents[HOSPITAL][0].to_years = 40;
    small->presents[HOSPITAL][1] = likely(&small->words, "equipment", 1, 39.625);
    small->streams[HOSPITAL].presents.count = 2;
}

static void let_further_overlap(struct small_world *small) {
    small->further[COMMUNITY][1] = likely(&small->words, "rehabilitation", 0.3, 81.5);
    small->further[COMMUNITY][0].to_years = 83;
}

static void leave_priorities_short(struct small_world *small) {
    small->shares[COMMUNITY][1].share = 0.05;
}

static void name_one_need_for_care_and_commissioning(struct small_world *small) {
    small->world.care.commissioning = word(&small->words, "care");
}

static void follow_longer_than_the_warm_up(struct small_world *small) {
    small->world.follow_days = 401;
}

static void leave_gap_between_bands(struct small_world *small) {
    small->bands[ADULT].from_years = 18;
}

static void let_bands_overlap(struct small_world *small) {
    small->bands[ADULT].to_years = 66;
}

static void begin_late(struct small_world *small) {
    small->bands[YOUNG].from_years = 2;
}

static void turn_band_upside_down(struct small_world *small) {
    small->bands[OLD].to_years = 65;
}

static void shares_and_spans_that_do_not_go_together_are_named(void **state) {
    (void)state;
    static const struct fault faults[] = {
        {leave_presents_short,
         "stream 'community': the probabilities of 'presents' sum to 0.99 at age 0; they must sum to 1"},
        {leave_an_age_without_presents,
         "stream 'community': the probabilities of 'presents' sum to 0.7 at age 81; they must sum to 1"},
        {leave_half_a_year_without_presents,
         "stream 'hospital': the probabilities of 'presents' sum to 0 at age 94.75; they must sum to 1"},
        {let_presents_overlap,
         "stream 'hospital': the probabilities of 'presents' sum to 2 at age 39.625; they must sum to 1"},
        {let_further_overlap,
         "stream 'community': 'further' names 'rehabilitation' twice for people from 81.5 up to 83 "
         "years; once is allowed"},
        {leave_priorities_short, "stream 'community': the shares of 'priorities' sum to 0.9; they must sum to 1"},
        {name_one_need_for_care_and_commissioning, "care: 'need' and 'commissioning' name the same need 'care'"},
        {follow_longer_than_the_warm_up,
         "follow_days = 401 is longer than the warm-up of 400 days: the number of people followed would still be "
         "rising when the study starts"},
    };
    try_faults(faults, sizeof faults / sizeof faults[0]);
}

static void bands_that_do_not_cover_every_age_once_are_named(void **state) {
    (void)state;
    static const struct fault faults[] = {
        {leave_gap_between_bands,
         "age band 'adult' begins at 18 years, but the bands before it end at 16: bands cover every age once"},
        {let_bands_overlap,
         "age band 'old' begins at 65 years, but the bands before it end at 66: bands cover every age once"},
        {begin_late,
         "age band 'young' begins at 2 years, but the bands before it end at 0: bands cover every age once"},
        {turn_band_upside_down, "age band 'old': to_years = 65 is not above from_years = 65"},
    };
    try_faults(faults, sizeof faults / sizeof faults[0]);
}

static void let_people_leave_for_ever(struct small_world *small) {
    small->roles[ASSISTANT].leavers_per_year = 0.3;
}

static void let_people_be_ill_for_no_time(struct small_world *small) {
    small->roles[THERAPIST].sickness_spells_per_year = 2.5;
}

static void let_people_be_ill_all_year(struct small_world *small) {
    small->roles[THERAPIST].sickness_spells_per_year = 5;
    small->roles[THERAPIST].sickness_days = des_dist_constant(73.05);
}

static void absence_without_a_length_or_without_time_for_work_is_named(void **state) {
    (void)state;
    static const struct fault faults[] = {
        {let_people_leave_for_ever,
         "role 'assistant': leavers_per_year = 0.3, but 'recruitment_weeks' is missing: how long is a post empty?"},
        {let_people_be_ill_for_no_time,
         "role 'therapist': sickness_spells_per_year = 2.5, but 'sickness_days' is missing: how long is a spell?"},
        {let_people_be_ill_all_year,
         "role 'therapist': 5 spells of sickness a year of 73.05 days on average are no less than a year"},
    };
    try_faults(faults, sizeof faults / sizeof faults[0]);
}

static void need_care_where_there_is_none(struct small_world *small) {
    small->further[COMMUNITY][1].from_years = 64;
}

static void present_with_care_where_there_is_none(struct small_world *small) {
    small->presents[HOSPITAL][0].need = word(&small->words, "care");
}

static void give_care_to_adults_only(struct small_world *small) {
    small->care_bands[0].age_band = word(&small->words, "adult");
    small->further[COMMUNITY][1].probability = 0;
}

static void ages_at_which_care_may_be_needed_but_is_not_described_are_named(void **state) {
    (void)state;
    static const struct fault faults[] = {
        {need_care_where_there_is_none,
         "care, bands: 'adult' is missing, but people of that age, or who reach it, may need 'care'"},
        {present_with_care_where_there_is_none,
         "care, bands: 'adult' is missing, but people of that age, or who reach it, may need 'care'"},
        {give_care_to_adults_only,
         "care, bands: 'old' is missing, but people of that age, or who reach it, may need 'care'"},
    };
    try_faults(faults, sizeof faults / sizeof faults[0]);
}

static void a_further_need_may_have_a_row_for_each_age(void **state) {
    (void)state;
    struct small_world *small = make_small_world();
    struct err_list err;
    err_list_init(&err);
    small->further[COMMUNITY][1] = likely(&small->words, "rehabilitation", 0.3, 81.5);
    small->further[COMMUNITY][0].to_years = 81.5;
    assert_true(prepare_small_world(small, &err));
    err_list_free(&err);
    drop_small_world(small);
}

static void care_that_nobody_of_an_age_can_need_is_not_asked_for(void **state) {
    (void)state;
    struct small_world *small = make_small_world();
    struct err_list err;
    err_list_init(&err);
    small->presents[COMMUNITY][0].probability = 1;
    small->presents[COMMUNITY][1] = likely(&small->words, "care", 0, 0);
    small->further[HOSPITAL][0].need = word(&small->words, "care");
    small->rates[HOSPITAL][0].per_1000_per_year = 0;
    assert_true(prepare_small_world(small, &err));
    assert_int_equal(err.count, 0);
    err_list_free(&err);
    drop_small_world(small);
}

static void follow_care_up(struct small_world *small) {
    small->needs[CARE].followups = des_dist_constant(1.5);
}

static void give_care_followup_hours(struct small_world *small) {
    small->needs[CARE].followup_hours = des_dist_constant(0.75);
}

static void put_gaps_between_commissionings(struct small_world *small) {
    small->needs[COMMISSIONING].followup_gap_days = des_dist_constant(14);
}

static void let_commissioning_take_time(struct small_world *small) {
    small->needs[COMMISSIONING].lead_days = des_dist_constant(9.25);
}

static void what_would_change_nothing_in_needs_for_care_is_named(void **state) {
    (void)state;
#define NOTHING " would change nothing: care is arranged, in 'brokerage_days', and not followed up; it must be 0"
    static const struct fault faults[] = {
        {follow_care_up, "need 'care': followups = 1.5 (mean)" NOTHING},
        {give_care_followup_hours, "need 'care': followup_hours = 0.75 (mean)" NOTHING},
        {put_gaps_between_commissionings, "need 'commissioning': followup_gap_days = 14 (mean)" NOTHING},
        {let_commissioning_take_time, "need 'commissioning': lead_days = 9.25 (mean)" NOTHING},
    };
    try_faults(faults, sizeof faults / sizeof faults[0]);
}

static void all_faults_are_named_at_once(void **state) {
    (void)state;
    struct small_world *small = make_small_world();
    struct err_list err;
    err_list_init(&err);
    err_add(&err, NULL, 0, "an older complaint");
    leave_priorities_short(small);
    misspell_band_of_care(small);
    let_bands_overlap(small);
    assert_false(prepare_small_world(small, &err));
    assert_int_equal(err.count, 4);
    err_list_free(&err);
    drop_small_world(small);
}

static void an_older_complaint_does_not_count_against_a_sound_world(void **state) {
    (void)state;
    struct small_world *small = make_small_world();
    struct err_list err;
    err_list_init(&err);
    err_add(&err, NULL, 0, "an older complaint");
    assert_true(prepare_small_world(small, &err));
    assert_int_equal(err.count, 1);
    err_list_free(&err);
    drop_small_world(small);
}

static void without_a_warm_up_people_may_be_followed_for_as_long_as_one_likes(void **state) {
    (void)state;
    struct small_world *small = make_small_world();
    struct err_list err;
    err_list_init(&err);
    small->world.follow_days = 3650;
    assert_true(world_prepare(&small->world, fixture_start, 0, DES_YEAR, "small.cfg", &err));
    err_list_free(&err);
    drop_small_world(small);
}

static void names_become_indices(void **state) {
    (void)state;
    struct small_world *small = make_prepared_world();
    const struct world *world = &small->world;
    assert_int_equal(world->care_need, CARE);
    assert_int_equal(world->commissioning_need, COMMISSIONING);
    assert_int_equal(world->request_stream, COMMUNITY);
    assert_int_equal(world->discharge_priority, ROUTINE);
    assert_int_equal(small->presents[COMMUNITY][1].index, REHABILITATION);
    assert_int_equal(small->further[COMMUNITY][1].index, CARE);
    assert_int_equal(small->further[HOSPITAL][0].index, EQUIPMENT);
    assert_int_equal(small->shares[COMMUNITY][0].index, ROUTINE);
    assert_int_equal(small->shares[COMMUNITY][1].index, URGENT);
    drop_small_world(small);
}

static void whoever_stands_in_for_a_role_may_do_its_work(void **state) {
    (void)state;
    struct small_world *small = make_prepared_world();
    const struct world *world = &small->world;
    assert_int_equal(world->doers[THERAPIST], 1u << THERAPIST);
    assert_int_equal(world->doers[ASSISTANT], 1u << ASSISTANT | 1u << THERAPIST);
    assert_int_equal(world->doers[SOCIAL_WORKER], 1u << SOCIAL_WORKER);
    assert_int_equal(world->need_roles[EQUIPMENT], 1u << ASSISTANT | 1u << THERAPIST);
    assert_int_equal(world->need_roles[REHABILITATION], 1u << THERAPIST);
    assert_int_equal(world->need_roles[COMMISSIONING], 1u << SOCIAL_WORKER);
    drop_small_world(small);
}

static void the_onset_of_care_is_nought_in_bands_without_care(void **state) {
    (void)state;
    struct small_world *small = make_prepared_world();
    const struct world *world = &small->world;
    assert_int_equal(world->care_band[YOUNG], -1);
    assert_int_equal(world->care_band[ADULT], -1);
    assert_int_equal(world->care_band[OLD], 0);
    assert_near(world_hazard_accumulated(&world->onset, 65), 0, 0);
    assert_near(world_hazard_accumulated(&world->onset, 70), 0.3, 1e-12);
    assert_near(world_hazard_accumulated(&world->onset, 100), 2.1, 1e-12);
    drop_small_world(small);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_that_do_not_exist_are_named_with_the_nearest_that_does),
        cmocka_unit_test(shares_and_spans_that_do_not_go_together_are_named),
        cmocka_unit_test(bands_that_do_not_cover_every_age_once_are_named),
        cmocka_unit_test(absence_without_a_length_or_without_time_for_work_is_named),
        cmocka_unit_test(ages_at_which_care_may_be_needed_but_is_not_described_are_named),
        cmocka_unit_test(a_further_need_may_have_a_row_for_each_age),
        cmocka_unit_test(care_that_nobody_of_an_age_can_need_is_not_asked_for),
        cmocka_unit_test(what_would_change_nothing_in_needs_for_care_is_named),
        cmocka_unit_test(all_faults_are_named_at_once),
        cmocka_unit_test(an_older_complaint_does_not_count_against_a_sound_world),
        cmocka_unit_test(without_a_warm_up_people_may_be_followed_for_as_long_as_one_likes),
        cmocka_unit_test(names_become_indices),
        cmocka_unit_test(whoever_stands_in_for_a_role_may_do_its_work),
        cmocka_unit_test(the_onset_of_care_is_nought_in_bands_without_care),
    };
    return run_chosen(tests, argc, argv);
}

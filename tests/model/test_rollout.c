/* tests/model/test_rollout.c - single journeys through a change of teams, worked out by hand. */
#include "sim/model/rollout.h"

#include "sim/model/capacity.h"
#include "sim/model/contact.h"
#include "sim/model/followup.h"
#include "sim/model/work.h"
#include "tests/model/town.h"

/* Teams open and close on 3 March, a Monday. */
static const des_time change = 61 * (des_time)DES_DAY;

enum { NEW = TOWN_TEAMS };

/* A team of this organisation that is to do the work of the council in North, and rehabilitation. */
#define JOINED(organisation)                                                                                           \
    "{ name = 'Joined'; organisation = '" organisation "'; localities = [ 'North' ]; streams = [ 'all' ]; "            \
    "recognises = 0.5; opens = '2014-03-03'; staff = ( { role = 'ot'; fte = 2; }, { role = 'assistant'; fte = 1; } "   \
    "); remit = ( { need = 'equipment'; pace = 1.5; }, { need = 'adaptation'; }, { need = 'rehabilitation'; } ); }"
#define NORTH_CLOSES "{ name = 'OT North'; closes = '2014-03-03'; }, "
#define REHAB_CLOSES "{ name = 'Rehab'; closes = '2014-03-03'; localities = [ 'North' ]; }, "

static void change_teams(struct town *town) {
    town->model->now = change;
    model_rollout_change(town->model, 0);
    for (uint32_t t = 0; t < town->model->inputs->service->teams.count; t++) {
        model_capacity_change(town->model, t);
    }
    settle_and_check(town);
}

static world_needs both(unsigned a, unsigned b) {
    return world_needs_of(a) | world_needs_of(b);
}

static void who_waits_in_a_team_that_closes_is_seen_with_all_the_time_waited(void **state) {
    (void)state;
    struct town *town = town_new(NORTH_CLOSES JOINED("joined"));
    go(town, 17, 13.25);
    const uint32_t person = person_new(town, 4729, both(EQUIPMENT, REHABILITATION));
    refer(town, person, world_needs_of(EQUIPMENT), MEDIUM);
    const struct model_contact before = *contact_in(town, person, OT_NORTH);
    const double offered = sum(town, ACCOUNT_OFFERED_SECONDS, OT_NORTH);
    change_teams(town);
    struct model_contact *after = contact_in(town, person, NEW);
    assert_null(contact_in(town, person, OT_NORTH));
    assert_int_equal(after->since, before.since);
    assert_int_equal(after->priority, MEDIUM);
    assert_int_equal(after->asked, world_needs_of(EQUIPMENT));
    assert_int_equal(after->needs, both(EQUIPMENT, REHABILITATION)); /* all that the new team may do for the person */
    assert_int_equal(after->resolves_at, before.resolves_at);
    assert_int_equal(after->declines_at, before.declines_at);
    assert_int_equal(after->is_resolving, before.is_resolving);
    assert_true(offered > 0);
    assert_near(sum(town, ACCOUNT_OFFERED_SECONDS, OT_NORTH), 0, 0);
    assert_near(sum(town, ACCOUNT_OFFERED_SECONDS, NEW), model_work_offered(town->model, after), 1e-12);
    go(town, 61, 9);
    model_work_dispatch(town->model, NEW);
    assert_near(sum(town, ACCOUNT_WAIT_SECONDS, NEW), (61 * 24 + 9 - 17 * 24 - 13.25) * 3600, 0);
    assert_near(sum(town, ACCOUNT_REFERRALS, OT_NORTH), 1, 0);
    assert_near(sum(town, ACCOUNT_REFERRALS, NEW), 0, 0);
    town_free(town);
}

/* Otherwise the visits that somebody has missed would all be missed again. */
static void visits_in_vain_before_a_move_are_not_made_again(void **state) {
    (void)state;
    struct town *town = town_new(NORTH_CLOSES JOINED("joined"));
    go(town, 25, 0);
    const uint32_t person = person_new(town, 811, world_needs_of(EQUIPMENT));
    refer(town, person, world_needs_of(EQUIPMENT), LOW);
    contact_in(town, person, OT_NORTH)->missed = 3;
    change_teams(town);
    assert_int_equal(contact_in(town, person, NEW)->missed, 3);
    town_free(town);
}

static enum model_contact_kind kind_after_move(const char *teams) {
    struct town *town = town_new(teams);
    go(town, 30, 0);
    const uint32_t person = person_new(town, 17, world_needs_of(EQUIPMENT));
    const unsigned council = town->model->teams[OT_SOUTH].plan->organisation_index;
    model_person_at(town->model, person)->was_assessed = true;
    model_person_at(town->model, person)->known_to = UINT64_C(1) << council;
    refer(town, person, world_needs_of(EQUIPMENT), LOW);
    assert_int_equal(contact_in(town, person, OT_NORTH)->kind, CONTACT_HANDOVER);
    change_teams(town);
    const enum model_contact_kind kind = contact_in(town, person, NEW)->kind;
    town_free(town);
    return kind;
}

static void a_move_is_a_handover_or_a_second_assessment_as_any_referral(void **state) {
    (void)state;
    assert_int_equal(kind_after_move(NORTH_CLOSES JOINED("council")), CONTACT_HANDOVER);
    assert_int_equal(kind_after_move(NORTH_CLOSES JOINED("joined")), CONTACT_SECOND);
}

#define STORES                                                                                                         \
    "{ name = 'Stores'; organisation = 'council'; localities = [ 'all' ]; streams = [ 'all' ]; recognises = 0; "       \
    "opens = '2014-03-03'; precedence = 1; staff = ( { role = 'ot'; fte = 1; } ); remit = ( { need = 'equipment'; } "  \
    "); %s }"

static void a_referral_of_which_a_new_team_takes_a_part_is_split(void **state) {
    (void)state;
    char *stores = mem_format(STORES, "");
    struct town *town = town_new(stores);
    go(town, 12, 3.5);
    const uint32_t person = person_new(town, 3, both(EQUIPMENT, ADAPTATION));
    refer(town, person, both(EQUIPMENT, ADAPTATION), URGENT);
    const struct model_contact before = *contact_in(town, person, OT_NORTH);
    change_teams(town);
    const struct model_contact *stays = contact_in(town, person, OT_NORTH), *moves = contact_in(town, person, NEW);
    assert_int_equal(stays->asked, world_needs_of(ADAPTATION));
    assert_int_equal(moves->asked, world_needs_of(EQUIPMENT));
    assert_int_equal(moves->needs, world_needs_of(EQUIPMENT));
    assert_int_equal(stays->since, before.since);
    assert_int_equal(moves->since, before.since);
    assert_int_equal(moves->declines_at, before.declines_at);
    assert_int_equal(moves->priority, URGENT);
    assert_int_equal(town->model->waiting[OT_NORTH] + town->model->waiting[NEW], 2);
    town_free(town);
    free(stores);
}

static void two_referrals_that_come_together_are_one_with_the_earlier_clock(void **state) {
    (void)state;
    struct town *town = town_new(NORTH_CLOSES REHAB_CLOSES JOINED("nhs"));
    go(town, 10, 1);
    const uint32_t person = person_new(town, 5, both(EQUIPMENT, REHABILITATION));
    refer(town, person, world_needs_of(EQUIPMENT), LOW);
    const struct model_contact first = *contact_in(town, person, OT_NORTH);
    go(town, 20, 2);
    refer(town, person, world_needs_of(REHABILITATION), URGENT);
    change_teams(town);
    const struct model_contact *one = contact_in(town, person, NEW);
    assert_int_equal(one->asked, both(EQUIPMENT, REHABILITATION));
    assert_int_equal(one->since, first.since);
    assert_int_equal(one->resolves_at, first.resolves_at);
    assert_int_equal(one->declines_at, first.declines_at);
    assert_int_equal(one->priority, URGENT);
    assert_int_equal(town->model->waiting[NEW], 1);
    assert_int_equal(one->next_contact, DES_NO_RECORD);
    town_free(town);
}

/* The list of the team that takes over has them already: for rehabilitation, later or earlier. */
static void who_arrives_where_they_wait_already_waits_there_once(void **state) {
    (void)state;
    for (int days = 10; days <= 30; days += 20) {
        struct town *town = town_new("{ name = 'OT North'; precedence = 1; closes = '2014-03-03'; }, { name = 'Rehab'; "
                                     "remit = ( { need = 'equipment'; } ); }");
        const uint32_t person = person_new(town, 6, both(EQUIPMENT, REHABILITATION));
        const int other = 40 - days;
        for (int day = 10; day <= 30; day += 20) {
            go(town, day, 0);
            refer(town, person, world_needs_of(day == days ? EQUIPMENT : REHABILITATION), LOW);
        }
        change_teams(town);
        const struct model_contact *one = contact_in(town, person, REHAB);
        assert_int_equal(one->since, (days < other ? days : other) * (des_time)DES_DAY);
        assert_int_equal(one->asked, both(EQUIPMENT, REHABILITATION));
        assert_int_equal(one->next_contact, DES_NO_RECORD);
        assert_int_equal(town->model->teams[REHAB].moved_in, 0);
        assert_int_equal(town->model->teams[OT_NORTH].moved_out, 1);
        town_free(town);
    }
}

static void a_limited_list_takes_those_who_have_waited_longest(void **state) {
    (void)state;
    char *stores = mem_format(STORES, "list_limit = 2;");
    struct town *town = town_new(stores);
    uint32_t persons[4];
    static const int days[] = {30, 10, 40, 20};
    go(town, 45, 0);
    for (uint32_t i = 0; i < 4; i++) {
        persons[i] = person_new(town, 90 - i, world_needs_of(EQUIPMENT));
        refer(town, persons[i], world_needs_of(EQUIPMENT), LOW);
        const uint32_t contact = model_person_at(town->model, persons[i])->first_contact;
        model_contact_leave_list(town->model, contact, MODEL_REASON_WITHDRAWN);
        model_contact_join(town->model, contact, days[i] * (des_time)DES_DAY);
    }
    change_teams(town);
    for (uint32_t i = 0; i < 4; i++) {
        assert_non_null(contact_in(town, persons[i], i == 1 || i == 3 ? NEW : OT_NORTH));
    }
    town_free(town);
    free(stores);
}

/* Rehabilitation is full with the one who waits for it; stores, which open, would come next. */
static void who_is_on_a_full_list_does_not_make_room_for_themselves(void **state) {
    (void)state;
    struct town *town = town_new(
        "{ name = 'Rehab'; list_limit = 1; }, { name = 'More rehab'; organisation = 'nhs'; localities = [ 'all' ]; "
        "streams = [ 'all' ]; recognises = 0; opens = '2014-03-03'; staff = ( { role = 'ot'; fte = 1; } ); "
        "remit = ( { need = 'rehabilitation'; } ); }");
    const uint32_t person = person_new(town, 8, world_needs_of(REHABILITATION));
    refer(town, person, world_needs_of(REHABILITATION), LOW);
    change_teams(town);
    assert_non_null(contact_in(town, person, REHAB));
    town_free(town);
}

/* Two of North were referred to a team that takes one at a time; the first has gone since. Teams change in South. */
static void whom_a_change_does_not_concern_stays_though_lists_have_emptied(void **state) {
    (void)state;
    struct town *town =
        town_new("{ name = 'Rehab'; precedence = 1; list_limit = 1; remit = ( { need = 'equipment'; } ); }, { name = "
                 "'OT South'; "
                 "closes = '2014-03-03'; }, { name = 'South'; organisation = 'council'; localities = [ 'South' ]; "
                 "streams = [ 'all' ]; recognises = 0; opens = '2014-03-03'; staff = ( { role = 'ot'; fte = 1; } ); "
                 "remit = ( { need = 'equipment'; }, { need = 'adaptation'; } ); }");
    uint32_t persons[2];
    for (uint32_t i = 0; i < 2; i++) {
        persons[i] = person_new(town, 31 + i, world_needs_of(EQUIPMENT));
        refer(town, persons[i], world_needs_of(EQUIPMENT), LOW);
    }
    assert_non_null(contact_in(town, persons[1], OT_NORTH));
    model_person_at(town->model, persons[0])->taken = world_needs_of(EQUIPMENT);
    model_referral_withdraw(town->model, persons[0]);
    model_person_settle(town->model, persons[0]);
    assert_int_equal(town->model->waiting[REHAB], 0);
    change_teams(town);
    assert_non_null(contact_in(town, persons[1], OT_NORTH));
    town_free(town);
}

/* Two people wait on a Sunday; at midnight they move to a team that is always open and has one therapist from then on. */
static void posts_that_go_on_the_day_of_a_change_take_nobody_up(void **state) {
    (void)state;
    struct town *town =
        town_new("{ name = 'OT North'; precedence = 1; closes = '2014-03-03'; }, { name = 'Rehab'; always_open = true; "
                 "remit = ( { need = 'equipment'; } ); staff = ( { role = 'ot'; fte = 2; changes = ( { date = "
                 "'2014-03-03'; fte = 1; } ); }, { role = 'assistant'; fte = 0; } ); }");
    uint32_t persons[2];
    go(town, 60, 11.5);
    for (uint32_t i = 0; i < 2; i++) {
        persons[i] = person_new(town, 41 + i, world_needs_of(EQUIPMENT));
        refer(town, persons[i], world_needs_of(EQUIPMENT), LOW);
    }
    change_teams(town);
    assert_int_equal(svc_roster_busy(town->model->teams[REHAB].roster), 1);
    assert_int_equal(town->model->waiting[REHAB], 1);
    town_free(town);
}

/* Three follow-ups that are left, at the pace and with the travel of the new team: 1.5 times 36 minutes and 24. */
static void follow_ups_that_rest_go_on_in_the_new_team(void **state) {
    (void)state;
    struct town *town = town_new(NORTH_CLOSES JOINED("joined"));
    const uint32_t person = person_new(town, 21, world_needs_of(EQUIPMENT));
    const struct model_assessed assessed = {.person = person, .team = OT_NORTH, .request = {COMMUNITY, LOW}};
    go(town, 60, 10);
    model_person_at(town->model, person)->was_assessed = true;
    model_person_at(town->model, person)->taken = world_needs_of(EQUIPMENT);
    model_followup_begin(town->model, &assessed, EQUIPMENT);
    contact_in(town, person, OT_NORTH)->followups_left = 3;
    const des_handle due = contact_in(town, person, OT_NORTH)->event;
    change_teams(town);
    const struct model_contact *contact = contact_in(town, person, NEW);
    assert_int_equal(contact->state, CONTACT_PAUSED);
    assert_int_equal(contact->followups_left, 3);
    assert_true(contact->event == due);
    assert_near(sum(town, ACCOUNT_OFFERED_SECONDS, NEW), 3 * (1.5 * 36 + 24) * 60, 1e-12);
    assert_near(sum(town, ACCOUNT_OFFERED_SECONDS, OT_NORTH), -3 * (36 + 24) * 60, 1e-12);
    town_free(town);
}

static void follow_ups_and_commissioning_that_are_due_keep_their_clocks(void **state) {
    (void)state;
    struct town *town =
        town_new(NORTH_CLOSES "{ name = 'Social work'; closes = '2014-03-03'; }, { name = 'Care managers'; "
                              "organisation = 'joined'; localities = [ 'all' ]; streams = [ 'all' ]; recognises = 0; "
                              "opens = '2014-03-03'; staff = ( { role = 'social_worker'; fte = 1; } ); remit = ( { "
                              "need = 'care'; }, { need = 'commissioning'; } ); }, " JOINED("joined"));
    const uint32_t person = person_new(town, 22, both(EQUIPMENT, CARE));
    const struct model_request request = {COMMUNITY, MEDIUM};
    const struct model_assessed assessed = {.person = person, .team = OT_NORTH, .request = request};
    model_person_at(town->model, person)->was_assessed = true;
    model_person_at(town->model, person)->taken = both(EQUIPMENT, CARE);
    go(town, 40, 11);
    model_followup_begin(town->model, &assessed, EQUIPMENT);
    contact_in(town, person, OT_NORTH)->followups_left = 1;
    model_unschedule(town->model, &contact_in(town, person, OT_NORTH)->event);
    model_contact_join(town->model, model_person_at(town->model, person)->first_contact, town->model->now);
    go(town, 52, 12); /* Saturday */
    model_referral_commission(town->model, person, &request);
    change_teams(town);
    assert_int_equal(contact_in(town, person, NEW + 1)->since, 40 * DES_DAY + 11 * DES_HOUR);
    assert_int_equal(contact_in(town, person, NEW)->since, 52 * DES_DAY + 12 * DES_HOUR);
    assert_int_equal(contact_in(town, person, NEW)->kind, CONTACT_COMMISSIONING);
    town_free(town);
}

/* The crew that is at work at midnight comes to its end in the team that has closed; help begins in the new one. What it
 * works after the change is counted in no account. */
static void a_crew_ends_its_piece_of_work_and_what_follows_goes_on_elsewhere(void **state) {
    (void)state;
    struct town *town = town_new(NORTH_CLOSES JOINED("joined"));
    const uint32_t person = person_new(town, 23, world_needs_of(ADAPTATION));
    go(town, 58, 9); /* Friday */
    refer(town, person, world_needs_of(ADAPTATION), URGENT);
    const uint32_t number = model_person_at(town->model, person)->first_contact;
    assert_int_equal(model_contact_at(town->model, number)->state, CONTACT_WORKING);
    const des_time daily = model_contact_at(town->model, number)->crew_daily;
    change_teams(town);
    assert_int_equal(model_contact_at(town->model, number)->team, OT_NORTH);
    model_unschedule(town->model, &model_contact_at(town->model, number)->event);
    go(town, 61, 11);
    model_work_complete(town->model, number);
    assert_null(contact_in(town, person, OT_NORTH));
    assert_int_equal(contact_in(town, person, NEW)->kind, CONTACT_FOLLOWUP);
    assert_near(sum(town, ACCOUNT_WORK_SECONDS, OT_NORTH), (double)daily, 0);
    assert_near(sum(town, ACCOUNT_CONTACTS, OT_NORTH), 1, 0);
    town_free(town);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_waits_in_a_team_that_closes_is_seen_with_all_the_time_waited),
        cmocka_unit_test(visits_in_vain_before_a_move_are_not_made_again),
        cmocka_unit_test(a_move_is_a_handover_or_a_second_assessment_as_any_referral),
        cmocka_unit_test(a_referral_of_which_a_new_team_takes_a_part_is_split),
        cmocka_unit_test(two_referrals_that_come_together_are_one_with_the_earlier_clock),
        cmocka_unit_test(who_arrives_where_they_wait_already_waits_there_once),
        cmocka_unit_test(a_limited_list_takes_those_who_have_waited_longest),
        cmocka_unit_test(who_is_on_a_full_list_does_not_make_room_for_themselves),
        cmocka_unit_test(whom_a_change_does_not_concern_stays_though_lists_have_emptied),
        cmocka_unit_test(posts_that_go_on_the_day_of_a_change_take_nobody_up),
        cmocka_unit_test(follow_ups_that_rest_go_on_in_the_new_team),
        cmocka_unit_test(follow_ups_and_commissioning_that_are_due_keep_their_clocks),
        cmocka_unit_test(a_crew_ends_its_piece_of_work_and_what_follows_goes_on_elsewhere),
    };
    return run_chosen(tests, argc, argv);
}

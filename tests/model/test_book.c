/* tests/model/test_book.c - about whom each entry counts, at home and in hospital: one entry, looked at in every account. */
#include "sim/model/book.h"

#include "tests/model/town.h"

enum { SOUTH = 1, ADULT = 1, SCHOOL = 1, COUNCIL = 1, DAYS = 3 };

/* What an account should hold of one subject. */
struct booked {
    enum model_dimension dimension;
    size_t subject;
    double amount;
};

/* Somebody of 52 in South, who was referred to OT South as not urgent. */
struct entry {
    struct town *town;
    uint32_t person;
    struct model_contact contact;
};

static void entry_begin(struct entry *entry, bool in_hospital) {
    entry->town = town_new("{ name = 'Rehab'; }"); /* as it is */
    entry->person = person_new(entry->town, 91, world_needs_of(EQUIPMENT));
    model_person_at(entry->town->model, entry->person)->who.locality = SOUTH;
    entry->contact = (struct model_contact){
        .person = entry->person, .team = OT_SOUTH, .stream = SCHOOL, .priority = MEDIUM, .in_hospital = in_hospital};
}

static const struct world_person *entry_who(const struct entry *entry) {
    return &model_person_at(entry->town->model, entry->person)->who;
}

static void entry_close(struct entry *entry) {
    go(entry->town, DAYS, 0);
    model_book_close_period(entry->town->model);
}

/* What was entered without anybody doing anything is taken back, for the town is checked at its end. */
static void entry_end(struct entry *entry) {
    des_ledger_clear(entry->town->model->ledger, entry->town->model->now);
    des_pool_give(&entry->town->model->people, entry->person);
    entry->town->model->persons_gone++;
    town_free(entry->town);
}

static double wanted(const struct booked *rows, size_t count, unsigned dimension, size_t subject) {
    for (size_t i = 0; i < count; i++) {
        if (rows[i].dimension == dimension && rows[i].subject == subject) {
            return rows[i].amount;
        }
    }
    return 0;
}

static void check_booked(const struct entry *entry, enum model_account account, const struct booked *rows,
                         size_t count) {
    const struct model *model = entry->town->model;
    size_t found = 0;
    for (unsigned d = 0; d < MODEL_DIMENSIONS; d++) {
        const bool is_kept = model_account_dimensions(account) >> d & 1;
        for (size_t s = 0; is_kept && s < model->chart.dimension_size[d]; s++) {
            const double amount = des_ledger_sum(model->ledger, model_account_cell(&model->chart, account, d, s), 0, 0);
            assert_near(amount, wanted(rows, count, d, s), 0);
            found += amount != 0;
        }
    }
    assert_int_equal(found, count);
}

/* These subjects, and no others of the kinds about whom the account is kept. */
#define assert_booked(entry, account, ...)                                                                             \
    check_booked((entry), (account), (const struct booked[]){__VA_ARGS__},                                             \
                 sizeof((const struct booked[]){__VA_ARGS__}) / sizeof(struct booked))

static size_t route(const struct entry *entry) {
    return COUNCIL * entry->town->model->inputs->world->streams.count + SCHOOL;
}

static void a_referral_counts_for_who_is_referred_and_by_its_route(void **state) {
    (void)state;
    struct entry entry;
    entry_begin(&entry, false);
    model_book_received(entry.town->model, &entry.contact);
    entry_close(&entry);
    assert_booked(&entry, ACCOUNT_REFERRALS, {MODEL_ALL, 0, 1}, {MODEL_ORGANISATION, COUNCIL, 1},
                  {MODEL_TEAM, OT_SOUTH, 1}, {MODEL_LOCALITY, SOUTH, 1}, {MODEL_BAND, ADULT, 1},
                  {MODEL_PRIORITY, MEDIUM, 1}, {MODEL_STREAM, SCHOOL, 1}, {MODEL_ROUTE, route(&entry), 1});
    entry_end(&entry);
}

static void a_referral_in_hospital_counts_for_team_and_way_in(void **state) {
    (void)state;
    struct entry entry;
    entry_begin(&entry, true);
    model_book_received(entry.town->model, &entry.contact);
    entry_close(&entry);
    assert_booked(&entry, ACCOUNT_REFERRALS, {MODEL_ORGANISATION, COUNCIL, 1}, {MODEL_TEAM, OT_SOUTH, 1},
                  {MODEL_STREAM, SCHOOL, 1}, {MODEL_ROUTE, route(&entry), 1});
    entry_end(&entry);
}

static void who_is_seen_counts_with_the_wait_and_the_target(void **state) {
    (void)state;
    struct entry entry;
    entry_begin(&entry, false);
    model_book_seen(entry.town->model, &entry.contact, 700, true);
    model_book_seen(entry.town->model, &entry.contact, 7000, false);
    entry.contact.in_hospital = true;
    model_book_seen(entry.town->model, &entry.contact, 10, true);
    entry_close(&entry);
    assert_booked(&entry, ACCOUNT_SEEN, {MODEL_ALL, 0, 2}, {MODEL_ORGANISATION, COUNCIL, 3}, {MODEL_TEAM, OT_SOUTH, 3},
                  {MODEL_LOCALITY, SOUTH, 2}, {MODEL_BAND, ADULT, 2}, {MODEL_PRIORITY, MEDIUM, 2},
                  {MODEL_STREAM, SCHOOL, 3});
    assert_booked(&entry, ACCOUNT_WAIT_SECONDS, {MODEL_ALL, 0, 7700}, {MODEL_ORGANISATION, COUNCIL, 7710},
                  {MODEL_TEAM, OT_SOUTH, 7710}, {MODEL_LOCALITY, SOUTH, 7700}, {MODEL_BAND, ADULT, 7700},
                  {MODEL_PRIORITY, MEDIUM, 7700}, {MODEL_STREAM, SCHOOL, 7710});
    assert_booked(&entry, ACCOUNT_SEEN_WITHIN_TARGET, {MODEL_ALL, 0, 1}, {MODEL_ORGANISATION, COUNCIL, 2},
                  {MODEL_TEAM, OT_SOUTH, 2}, {MODEL_LOCALITY, SOUTH, 1}, {MODEL_BAND, ADULT, 1},
                  {MODEL_PRIORITY, MEDIUM, 1}, {MODEL_STREAM, SCHOOL, 2});
    entry_end(&entry);
}

static void who_leaves_counts_for_the_priority_unless_in_hospital(void **state) {
    (void)state;
    struct entry entry;
    entry_begin(&entry, false);
    model_book_left(entry.town->model, &entry.contact, ACCOUNT_RESOLVED);
    entry.contact.in_hospital = true;
    model_book_left(entry.town->model, &entry.contact, ACCOUNT_RESOLVED);
    entry_close(&entry);
    assert_booked(&entry, ACCOUNT_RESOLVED, {MODEL_ALL, 0, 1}, {MODEL_ORGANISATION, COUNCIL, 2},
                  {MODEL_TEAM, OT_SOUTH, 2}, {MODEL_PRIORITY, MEDIUM, 1});
    entry_end(&entry);
}

static void a_second_assessment_counts_in_hospital_too(void **state) {
    (void)state;
    struct entry entry;
    entry_begin(&entry, true);
    model_book_second(entry.town->model, &entry.contact, 1800);
    entry_close(&entry);
    assert_booked(&entry, ACCOUNT_SECOND_ASSESSMENTS, {MODEL_ALL, 0, 1}, {MODEL_ORGANISATION, COUNCIL, 1},
                  {MODEL_TEAM, OT_SOUTH, 1}, {MODEL_STREAM, SCHOOL, 1});
    assert_booked(&entry, ACCOUNT_SECOND_SECONDS, {MODEL_ALL, 0, 1800}, {MODEL_ORGANISATION, COUNCIL, 1800},
                  {MODEL_TEAM, OT_SOUTH, 1800}, {MODEL_PRIORITY, MEDIUM, 1800});
    entry_end(&entry);
}

static void a_wait_is_worth_its_time(void **state) {
    (void)state;
    const double home = 2.0 * DES_DAY, both = home + DES_DAY;
    struct entry entry;
    entry_begin(&entry, false);
    model_book_waiting(entry.town->model, &entry.contact, +1);
    go(entry.town, 2, 0);
    model_book_waiting(entry.town->model, &entry.contact, -1);
    entry.contact.in_hospital = true;
    model_book_waiting(entry.town->model, &entry.contact, +1); /* until the end of the third day */
    entry_close(&entry);
    assert_booked(&entry, ACCOUNT_WAITING, {MODEL_ALL, 0, home}, {MODEL_ORGANISATION, COUNCIL, both},
                  {MODEL_TEAM, OT_SOUTH, both}, {MODEL_LOCALITY, SOUTH, home}, {MODEL_BAND, ADULT, home},
                  {MODEL_PRIORITY, MEDIUM, home}, {MODEL_STREAM, SCHOOL, both});
    entry_end(&entry);
}

static void lists_are_counted_for_the_priority_unless_in_hospital(void **state) {
    (void)state;
    struct entry entry;
    struct model_waiting_group group = {OT_SOUTH, MEDIUM, false, 4, 800};
    entry_begin(&entry, false);
    model_book_snapshot(entry.town->model, &group);
    group.in_hospital = true;
    model_book_snapshot(entry.town->model, &group);
    entry_close(&entry);
    assert_booked(&entry, ACCOUNT_SNAPSHOT_PEOPLE, {MODEL_ALL, 0, 4}, {MODEL_ORGANISATION, COUNCIL, 8},
                  {MODEL_TEAM, OT_SOUTH, 8}, {MODEL_PRIORITY, MEDIUM, 4});
    assert_booked(&entry, ACCOUNT_SNAPSHOT_SECONDS, {MODEL_ALL, 0, 800}, {MODEL_ORGANISATION, COUNCIL, 1600},
                  {MODEL_TEAM, OT_SOUTH, 1600}, {MODEL_PRIORITY, MEDIUM, 800});
    entry_end(&entry);
}

static void who_came_counts_for_where_they_live_and_by_which_way(void **state) {
    (void)state;
    const double amounts[] = {1, 10, 200, 3000, 40000, 500000};
    struct entry entry;
    entry_begin(&entry, false);
    model_book_callers(entry.town->model, entry_who(&entry), ACCOUNT_JOURNEYS, amounts, 6);
    entry_close(&entry);
    assert_booked(&entry, ACCOUNT_JOURNEYS, {MODEL_ALL, 0, 1}, {MODEL_LOCALITY, SOUTH, 1}, {MODEL_BAND, ADULT, 1},
                  {MODEL_STREAM, COMMUNITY, 1});
    assert_booked(&entry, ACCOUNT_JOURNEY_HELP_SECONDS, {MODEL_ALL, 0, 500000}, {MODEL_LOCALITY, SOUTH, 500000},
                  {MODEL_BAND, ADULT, 500000}, {MODEL_STREAM, COMMUNITY, 500000});
    assert_booked(&entry, ACCOUNT_JOURNEY_SECONDS, {MODEL_ALL, 0, 543210}, {MODEL_LOCALITY, SOUTH, 543210},
                  {MODEL_BAND, ADULT, 543210}, {MODEL_STREAM, COMMUNITY, 543210});
    entry_end(&entry);
}

static void care_counts_for_where_people_live_and_for_what_is_needed(void **state) {
    (void)state;
    const double seconds = (double)DAYS * DES_DAY, not_met = 7 * seconds, needed = 12 * seconds;
    static const enum model_account levels[] = {ACCOUNT_CARE_UNMET_HOURS, ACCOUNT_CARE_HIDDEN_HOURS,
                                                ACCOUNT_CARE_GIVEN_UP_HOURS, ACCOUNT_CARE_HOURS};
    static const double hours[] = {1, 2, 4, 5};
    struct entry entry;
    entry_begin(&entry, false);
    for (size_t i = 0; i < sizeof levels / sizeof levels[0]; i++) {
        model_book_person_shift(entry.town->model, levels[i], entry_who(&entry), hours[i]);
    }
    model_book_person(entry.town->model, ACCOUNT_CARE_STARTS, entry_who(&entry), 1);
    model_book_all_shift(entry.town->model, ACCOUNT_BEDS_INDICATOR, 2);
    entry_close(&entry);
    assert_booked(&entry, ACCOUNT_CARE_NOT_MET_HOURS, {MODEL_ALL, 0, not_met}, {MODEL_LOCALITY, SOUTH, not_met},
                  {MODEL_BAND, ADULT, not_met});
    assert_booked(&entry, ACCOUNT_CARE_NEEDED_HOURS, {MODEL_ALL, 0, needed}, {MODEL_LOCALITY, SOUTH, needed},
                  {MODEL_BAND, ADULT, needed});
    assert_booked(&entry, ACCOUNT_CARE_STARTS, {MODEL_ALL, 0, 1}, {MODEL_LOCALITY, SOUTH, 1}, {MODEL_BAND, ADULT, 1});
    assert_booked(&entry, ACCOUNT_BEDS_INDICATOR, {MODEL_ALL, 0, 2 * seconds});
    entry_end(&entry);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_referral_counts_for_who_is_referred_and_by_its_route),
        cmocka_unit_test(a_referral_in_hospital_counts_for_team_and_way_in),
        cmocka_unit_test(who_is_seen_counts_with_the_wait_and_the_target),
        cmocka_unit_test(who_leaves_counts_for_the_priority_unless_in_hospital),
        cmocka_unit_test(a_second_assessment_counts_in_hospital_too),
        cmocka_unit_test(a_wait_is_worth_its_time),
        cmocka_unit_test(lists_are_counted_for_the_priority_unless_in_hospital),
        cmocka_unit_test(who_came_counts_for_where_they_live_and_by_which_way),
        cmocka_unit_test(care_counts_for_where_people_live_and_for_what_is_needed),
    };
    return run_chosen(tests, argc, argv);
}

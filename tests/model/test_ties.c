/* tests/model/test_ties.c - events that fall into one second: which comes first, for every pair of kinds, and what follows for
 * those where it matters, played by a script. Work takes 2 hours (help), 5 (acute), 7 (care); one therapist works day and
 * night unless a test says otherwise. */
#include "tests/model/ties.h"

#include "tests/model/trace.h"
#include "world/absence.h"

enum { TIES = sizeof ties / sizeof ties[0] };
static const char *const hamlet = "tests/scenarios/hamlet.cfg";
static const des_time work = 2 * DES_HOUR;

/* ---- the table ---- */

static void every_pair_of_kinds_has_one_outcome(void **state) {
    (void)state;
    size_t rows[EVENT_COUNT][EVENT_COUNT] = {{0}};
    for (size_t i = 0; i < TIES; i++) {
        rows[ties[i].first][ties[i].second]++;
        assert_true(strlen(ties[i].outcome) > 10 && ties[i].outcome[strlen(ties[i].outcome) - 1] == '.');
    }
    for (unsigned a = 0; a < EVENT_COUNT; a++) {
        for (unsigned b = 0; b <= a; b++) {
            assert_int_equal(rows[a][b] + (a != b ? rows[b][a] : 0), 1);
        }
    }
}

/* Both kinds at one second, scheduled in this order: which happens first? */
static enum model_event first_of(struct model *model, enum model_event earlier, enum model_event later) {
    struct des_event event;
    des_queue_clear(model->queue);
    model_schedule(model, earlier, 3 * DES_DAY, 1);
    model_schedule(model, later, 3 * DES_DAY, 2);
    assert_true(des_queue_pop(model->queue, &event));
    return earlier == later ? (event.subject == 1 ? earlier : EVENT_COUNT) : (enum model_event)event.type;
}

static void the_first_of_a_pair_is_first_whichever_was_scheduled_first(void **state) {
    (void)state;
    struct scn_scenario scenario;
    trial_read(&scenario, hamlet, "");
    const struct model_inputs inputs = inputs_of(&scenario);
    struct model *model = model_new(&inputs);
    for (size_t i = 0; i < TIES; i++) {
        const enum model_event first = ties[i].first, second = ties[i].second;
        const bool is_as_scheduled = model_order_of(first) == model_order_of(second);
        assert_int_equal(first_of(model, first, second), first);
        assert_int_equal(first_of(model, second, first), is_as_scheduled ? second : first);
        assert_true(!is_as_scheduled || first == second || strncmp(ties[i].outcome, "As scheduled", 12) == 0 ||
                    model_order_of(first) == DES_ORDER_CAPACITY || first == EVENT_DEATH);
    }
    model_free(model);
    scn_scenario_free(&scenario);
}

/* ---- who is free for whom ---- */

static const char *const one_therapist = "teams = ( { name = 'Team'; staff = ( { role = 'ot'; fte = 1; } ); } );";
static const char *const two_priorities = "world = { streams = ( { name = 'door'; priorities = ( { priority = "
                                          "'urgent'; share = 0.5; }, { priority = 'routine'; "
                                          "share = 0.5; } ); } ); };";
enum { DAY = DES_DAY };

static void say_priority(struct trace *trace, uint32_t person, bool is_urgent) {
    trace_say(trace, WORLD_PRIORITY, person, is_urgent ? 0.2 : 0.8);
}

/* One at work with somebody, one waits, one comes as the work ends, and is more urgent. */
static void a_crew_that_ends_takes_who_waits_and_not_a_more_urgent_newcomer(void **state) {
    (void)state;
    struct trace trace = {.count = 0};
    const des_time begin = 3 * DAY;
    const uint32_t one = trace_arrival(&trace, BY_DOOR, begin), waits = trace_arrival(&trace, BY_DOOR, begin + 60),
                   urgent = trace_arrival(&trace, BY_DOOR, begin + work);
    say_priority(&trace, waits, false);
    say_priority(&trace, urgent, true);
    char *overlay =
        mem_format("%s teams = ( { name = 'Team'; queue = 'priority'; staff = ( { role = 'ot'; fte = 1; } ); "
                   "} );",
                   two_priorities);
    trace_play(&trace, overlay);
    free(overlay);
    assert_trace(&trace, {MODEL_FACT_CAME, one, begin}, {MODEL_FACT_WAIT_BEGINS, one, begin},
                 {MODEL_FACT_ASSESSED, one, begin}, {MODEL_FACT_CAME, waits, begin + 60},
                 {MODEL_FACT_WAIT_BEGINS, waits, begin + 60}, {MODEL_FACT_ASSESSED, waits, begin + work},
                 {MODEL_FACT_HELPED, one, begin + work}, {MODEL_FACT_GONE, one, begin + work},
                 {MODEL_FACT_CAME, urgent, begin + work}, {MODEL_FACT_WAIT_BEGINS, urgent, begin + work},
                 {MODEL_FACT_ASSESSED, urgent, begin + 2 * work}, {MODEL_FACT_HELPED, waits, begin + 2 * work},
                 {MODEL_FACT_GONE, waits, begin + 2 * work}, {MODEL_FACT_HELPED, urgent, begin + 3 * work},
                 {MODEL_FACT_GONE, urgent, begin + 3 * work});
}

/* Doors open at nine on Friday 3 January 2014; somebody has waited since Thursday night. */
static void doors_open_for_who_waited_and_not_for_a_more_urgent_newcomer(void **state) {
    (void)state;
    struct trace trace = {.count = 0};
    const des_time night = 1 * DAY + 22 * DES_HOUR, opening = 2 * DAY + 9 * DES_HOUR;
    const uint32_t waits = trace_arrival(&trace, BY_DOOR, night), urgent = trace_arrival(&trace, BY_DOOR, opening);
    say_priority(&trace, waits, false);
    say_priority(&trace, urgent, true);
    char *overlay =
        mem_format("run = { opening_hour = 9; }; %s teams = ( { name = 'Team'; queue = 'priority'; always_open "
                   "= false; staff = ( { role = 'ot'; fte = 1; client_hours_per_fte_year = 2000; } ); } );",
                   two_priorities);
    trace_play(&trace, overlay);
    free(overlay);
    assert_trace(&trace, {MODEL_FACT_CAME, waits, night}, {MODEL_FACT_WAIT_BEGINS, waits, night},
                 {MODEL_FACT_ASSESSED, waits, opening}, {MODEL_FACT_CAME, urgent, opening},
                 {MODEL_FACT_WAIT_BEGINS, urgent, opening}, {MODEL_FACT_ASSESSED, urgent, opening + work},
                 {MODEL_FACT_HELPED, waits, opening + work}, {MODEL_FACT_GONE, waits, opening + work},
                 {MODEL_FACT_HELPED, urgent, opening + 2 * work}, {MODEL_FACT_GONE, urgent, opening + 2 * work});
}

/* Two at work and two waiting, until midnight, when one of the two posts goes. */
static void a_post_that_goes_as_its_work_ends_takes_nobody_after_it(void **state) {
    (void)state;
    struct trace trace = {.count = 0};
    const des_time change = 9 * DAY, begin = change - work;
    uint32_t people[4];
    for (size_t i = 0; i < 4; i++) {
        people[i] = trace_arrival(&trace, BY_DOOR, begin + (des_time)(i / 2) * 60);
    }
    trace_play(&trace,
               "teams = ( { name = 'Team'; staff = ( { role = 'ot'; fte = 2; changes = ( { date = '2014-01-10'; "
               "fte = 1; } ); } ); } );");
    assert_int_equal(trace_count(&trace, MODEL_FACT_ASSESSED, begin), 2);
    assert_int_equal(trace_count(&trace, MODEL_FACT_HELPED, change), 2);
    assert_int_equal(trace_count(&trace, MODEL_FACT_ASSESSED, change), 1);
    assert_true(trace_has(&trace, MODEL_FACT_ASSESSED, people[2], change));
    assert_true(trace_has(&trace, MODEL_FACT_ASSESSED, people[3], change + work));
}

static void who_falls_ill_as_their_work_ends_takes_nobody_after_it(void **state) {
    (void)state;
    struct trace trace = {.count = 0};
    const uint32_t post = world_absence_post("Team", "ot", 0);
    const des_time ill = 9 * DAY, begin = ill - work;
    trace_say(&trace, WORLD_SICK_AT_BEGIN, post, 0.99);
    trace_say(&trace, WORLD_SICK_GAP, post, scripted_exponential(9 / (365.25 - 3)));
    trace_say(&trace, world_purpose_key(WORLD_SICK_GAP, 0, 2), post, scripted_exponential(9));
    const uint32_t one = trace_arrival(&trace, BY_DOOR, begin), waits = trace_arrival(&trace, BY_DOOR, begin + 60);
    trace_play(&trace,
               "world = { roles = ( { name = 'ot'; sickness_spells_per_year = 1; sickness_days = 3; } ); }; teams = "
               "( { name = 'Team'; staff = ( { role = 'ot'; fte = 1; } ); } );");
    assert_true(trace_has(&trace, MODEL_FACT_HELPED, one, ill));
    assert_true(trace_has(&trace, MODEL_FACT_ASSESSED, waits, ill + 3 * DAY));
}

/* ---- leaving ---- */

static void who_would_decline_as_a_crew_becomes_free_is_seen(void **state) {
    (void)state;
    struct trace trace = {.count = 0};
    const des_time begin = 3 * DAY;
    const uint32_t one = trace_arrival(&trace, BY_DOOR, begin), waits = trace_arrival(&trace, BY_DOOR, begin + 60);
    trace_decline(&trace, waits, work - 60);
    char *overlay = mem_format("world = { leaving = { declined_per_week = 0.01; }; }; %s", one_therapist);
    trace_play(&trace, overlay);
    free(overlay);
    assert_true(trace_has(&trace, MODEL_FACT_HELPED, one, begin + work));
    assert_true(trace_has(&trace, MODEL_FACT_ASSESSED, waits, begin + work));
    assert_true(trace.sums[ACCOUNT_DECLINED] == 0);
}

/* A second team opens at midnight and takes over; a person of the first team's list would decline then. */
static void who_would_decline_as_another_team_opens_is_seen_by_it(void **state) {
    (void)state;
    struct trace trace = {.count = 0};
    const des_time opens = 9 * DAY;
    const uint32_t one = trace_arrival(&trace, BY_DOOR, opens - DES_HOUR),
                   waits = trace_arrival(&trace, BY_DOOR, opens - 60), comes = trace_arrival(&trace, BY_DOOR, opens);
    trace_decline(&trace, waits, 60);
    trace_play(&trace,
               "world = { leaving = { declined_per_week = 0.01; }; }; teams = ( { name = 'Team'; staff = ( { role = "
               "'ot'; fte = 1; } ); }, { name = 'Second'; organisation = 'one'; localities = [ 'all' ]; streams = [ "
               "'all' ]; visits = false; remit = ( { need = 'help'; } ); staff = ( { role = 'ot'; fte = 1; } ); "
               "recognises = 0; always_open = true; opens = '2014-01-10'; precedence = 1; } );");
    assert_true(trace_has(&trace, MODEL_FACT_ASSESSED, one, opens - DES_HOUR));
    assert_true(trace_has(&trace, MODEL_FACT_ASSESSED, waits, opens));
    assert_true(trace.sums[ACCOUNT_DECLINED] == 0);
    assert_true(
        trace_has(&trace, MODEL_FACT_ASSESSED, comes, opens + work)); /* by the team of the new day, which is busy */
}

/* The first team takes whom it has a place for; everybody else is seen at once by the second. */
static void who_comes_as_somebody_leaves_a_full_list_takes_the_place(void **state) {
    (void)state;
    struct trace trace = {.count = 0};
    const des_time begin = 3 * DAY;
    trace_arrival(&trace, BY_DOOR, begin);
    const uint32_t leaves = trace_arrival(&trace, BY_DOOR, begin + 60),
                   early = trace_arrival(&trace, BY_DOOR, begin + DES_HOUR - 1),
                   comes = trace_arrival(&trace, BY_DOOR, begin + DES_HOUR);
    trace_decline(&trace, leaves, DES_HOUR - 60);
    trace_play(&trace,
               "world = { leaving = { declined_per_week = 0.01; }; }; teams = ( { name = 'Team'; staff = ( { role = "
               "'ot'; fte = 1; } ); precedence = 1; list_limit = 1; }, { name = 'Second'; organisation = 'one'; "
               "localities = [ 'all' ]; streams = [ 'all' ]; visits = false; remit = ( { need = 'help'; } ); staff = "
               "( { role = 'ot'; fte = 9; } ); recognises = 0; always_open = true; } );");
    assert_true(trace_has(&trace, MODEL_FACT_WAIT_ENDS, leaves, begin + DES_HOUR));
    assert_true(trace_has(&trace, MODEL_FACT_ASSESSED, early, begin + DES_HOUR - 1));
    assert_true(trace_has(&trace, MODEL_FACT_ASSESSED, comes, begin + work));
}

static void who_would_decline_in_the_second_of_death_has_died_waiting(void **state) {
    (void)state;
    struct trace trace = {.count = 0};
    const des_time begin = 3 * DAY;
    trace_arrival(&trace, BY_DOOR, begin);
    const uint32_t waits = trace_arrival(&trace, BY_DOOR, begin + 60);
    trace_decline(&trace, waits, DES_HOUR);
    trace_death(&trace, waits, DES_HOUR);
    char *overlay = mem_format("world = { leaving = { declined_per_week = 0.01; }; }; %s", one_therapist);
    trace_play(&trace, overlay);
    free(overlay);
    assert_true(trace_has(&trace, MODEL_FACT_GONE, waits, begin + 60 + DES_HOUR));
    assert_true(trace.sums[ACCOUNT_DECLINED] == 0 && trace.sums[ACCOUNT_DIED_WAITING] == 1);
}

static const char *const admissions =
    "world = { leaving = { declined_per_week = 0.01; }; hospital = { admission_stream = "
    "'ward'; admissions = ( { age_band = 'everybody'; per_year = 1; } ); }; };";

static void who_would_decline_in_the_second_of_admission_is_admitted(void **state) {
    (void)state;
    struct trace trace = {.count = 0};
    const des_time begin = 3 * DAY;
    const uint32_t one = trace_arrival(&trace, BY_DOOR, begin), waits = trace_arrival(&trace, BY_DOOR, begin + 60);
    trace_admission(&trace, one, 400 * DAY);
    trace_admission(&trace, waits, DES_HOUR);
    trace_decline(&trace, waits, DES_HOUR);
    char *overlay = mem_format("%s %s", admissions, one_therapist);
    trace_play(&trace, overlay);
    free(overlay);
    assert_true(trace_has(&trace, MODEL_FACT_ADMITTED, waits, begin + 60 + DES_HOUR));
    assert_true(trace.sums[ACCOUNT_DECLINED] == 0 && trace.sums[ACCOUNT_ADMITTED] == 1);
}

/* The crew has begun when the person goes to hospital: the assessment goes on there. */
static void who_is_admitted_as_a_crew_becomes_free_has_been_seen(void **state) {
    (void)state;
    struct trace trace = {.count = 0};
    const des_time begin = 3 * DAY, tie = begin + work, home = tie + 4 * DAY + 6 * DES_HOUR;
    const uint32_t one = trace_arrival(&trace, BY_DOOR, begin), waits = trace_arrival(&trace, BY_DOOR, begin + 60);
    trace_admission(&trace, one, 400 * DAY);
    trace_admission(&trace, waits, work - 60);
    char *overlay = mem_format("%s %s", admissions, one_therapist);
    trace_play(&trace, overlay);
    free(overlay);
    assert_trace(&trace, {MODEL_FACT_CAME, one, begin}, {MODEL_FACT_WAIT_BEGINS, one, begin},
                 {MODEL_FACT_ASSESSED, one, begin}, {MODEL_FACT_CAME, waits, begin + 60},
                 {MODEL_FACT_WAIT_BEGINS, waits, begin + 60}, {MODEL_FACT_ASSESSED, waits, tie},
                 {MODEL_FACT_HELPED, one, tie}, {MODEL_FACT_GONE, one, tie}, {MODEL_FACT_ADMITTED, waits, tie},
                 {MODEL_FACT_WAIT_BEGINS, waits, tie}, {MODEL_FACT_ASSESSED, waits, tie},
                 {MODEL_FACT_HELPED, waits, tie + 5 * DES_HOUR}, {MODEL_FACT_WENT_HOME, waits, home},
                 {MODEL_FACT_GONE, waits, home});
    assert_true(trace.sums[ACCOUNT_ADMITTED] == 0);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_pair_of_kinds_has_one_outcome),
        cmocka_unit_test(the_first_of_a_pair_is_first_whichever_was_scheduled_first),
        cmocka_unit_test(a_crew_that_ends_takes_who_waits_and_not_a_more_urgent_newcomer),
        cmocka_unit_test(doors_open_for_who_waited_and_not_for_a_more_urgent_newcomer),
        cmocka_unit_test(a_post_that_goes_as_its_work_ends_takes_nobody_after_it),
        cmocka_unit_test(who_falls_ill_as_their_work_ends_takes_nobody_after_it),
        cmocka_unit_test(who_would_decline_as_a_crew_becomes_free_is_seen),
        cmocka_unit_test(who_would_decline_as_another_team_opens_is_seen_by_it),
        cmocka_unit_test(who_comes_as_somebody_leaves_a_full_list_takes_the_place),
        cmocka_unit_test(who_would_decline_in_the_second_of_death_has_died_waiting),
        cmocka_unit_test(who_would_decline_in_the_second_of_admission_is_admitted),
        cmocka_unit_test(who_is_admitted_as_a_crew_becomes_free_has_been_seen),
    };
    return run_chosen(tests, argc, argv);
}

/* tests/model/test_fingerprint.c - a number that stands for every event of a run. */
#include <string.h>

#include "base/mem.h"
#include "model/watch.h"
#include "tests/model/fixture.h"

static const char *const valley = "tests/scenarios/valley.cfg";
static const char *const short_run =
    "run = { end_date = '2014-04-01'; warm_up_days = 40; }; world = { follow_days = 40; };";

enum { EVENTS_MAX = 40000 };

/* All events of a run. */
struct events {
    struct model_step steps[EVENTS_MAX];
    size_t count;
};

static void write_down(void *context, const struct model_step *step) {
    struct events *events = context;
    assert_true(events->count < EVENTS_MAX);
    events->steps[events->count++] = *step;
}

/* The caller frees the events; the fingerprint of the whole run is told besides. */
static struct events *events_of(const char *overlay, uint32_t replication, uint64_t *fingerprint) {
    struct scn_scenario scenario;
    trial_read(&scenario, valley, overlay);
    const struct model_inputs inputs = inputs_of(&scenario);
    struct events *events = mem_zeroed(1, sizeof *events);
    struct model *model = model_new(&inputs);
    model_follow(model, write_down, events);
    model_run(model, replication, false);
    *fingerprint = model_fingerprint(model);
    assert_int_equal(events->count, model_events(model));
    model_free(model);
    scn_scenario_free(&scenario);
    return events;
}

static void events_are_told_in_order_with_whom_they_are_about(void **state) {
    (void)state;
    uint64_t fingerprint;
    struct events *events = events_of(short_run, 1, &fingerprint);
    size_t with_person = 0, with_team = 0;
    for (size_t i = 0; i < events->count; i++) {
        const struct model_step *step = &events->steps[i];
        assert_int_equal(step->number, i + 1);
        assert_true(i == 0 || step->time >= events->steps[i - 1].time);
        with_person += step->person != MODEL_NOBODY;
        with_team += step->team != MODEL_NO_TEAM;
        const bool has_both = strcmp(step->kind_name, "due") == 0 || strcmp(step->kind_name, "leaving") == 0;
        const bool has_neither = strcmp(step->kind_name, "opening") == 0 || strcmp(step->kind_name, "period") == 0;
        assert_true(!has_both || (step->person != MODEL_NOBODY && step->team < 5));
        assert_true(!has_neither || (step->person == MODEL_NOBODY && step->team == MODEL_NO_TEAM));
    }
    assert_true(with_person > events->count / 2 && with_team > events->count / 4);
    assert_string_equal(events->steps[events->count - 1].kind_name, "end");
    assert_true(events->steps[events->count - 1].fingerprint == fingerprint);
    free(events);
}

/* The words and the mixing are written out again. */
static void the_fingerprint_can_be_worked_out_from_the_events(void **state) {
    (void)state;
    uint64_t fingerprint, again = 0;
    struct events *events = events_of(short_run, 2, &fingerprint);
    for (size_t i = 0; i < events->count; i++) {
        const struct model_step *step = &events->steps[i];
        const uint64_t words[2] = {(uint64_t)step->time * 16 + step->kind, (uint64_t)step->team << 32 | step->person};
        for (size_t w = 0; w < 2; w++) {
            uint64_t mixed = (again ^ words[w]) + UINT64_C(0x9E3779B97F4A7C15);
            mixed = (mixed ^ mixed >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
            mixed = (mixed ^ mixed >> 27) * UINT64_C(0x94D049BB133111EB);
            again = mixed ^ mixed >> 31;
        }
        assert_true(step->fingerprint == again);
    }
    assert_true(fingerprint == again);
    free(events);
}

static void a_run_has_the_same_fingerprint_whatever_was_run_before(void **state) {
    (void)state;
    struct scn_scenario scenario;
    trial_read(&scenario, valley, short_run);
    const struct model_inputs inputs = inputs_of(&scenario);
    struct model *model = model_new(&inputs), *other = model_new(&inputs);
    uint64_t upwards[5], downwards[5];
    for (uint32_t r = 0; r < 5; r++) {
        model_run(model, r + 1, false);
        upwards[r] = model_fingerprint(model);
    }
    for (uint32_t r = 5; r > 0; r--) {
        model_run(other, r, r == 2);
        downwards[r - 1] = model_fingerprint(other);
    }
    for (size_t r = 0; r < 5; r++) {
        assert_true(upwards[r] == downwards[r]);
        assert_true(r == 0 || upwards[r] != upwards[r - 1]);
    }
    model_free(model);
    model_free(other);
    scn_scenario_free(&scenario);
}

/* Until the first event that differs, the fingerprints so far are equal; from it on they never are again. */
static void fingerprints_part_at_the_first_event_that_differs(void **state) {
    (void)state;
    static const char *const later = "run = { end_date = '2014-04-01'; warm_up_days = 40; }; world = { follow_days = "
                                     "40; }; teams = ( { name = 'Rehab'; staff = ( { role = 'ot'; "
                                     "fte = 2.4; changes = ( { date = '2014-02-17'; fte = 3.4; } ); } ); } );";
    uint64_t fingerprints[2];
    struct events *one = events_of(short_run, 1, &fingerprints[0]), *other = events_of(later, 1, &fingerprints[1]);
    size_t first = 0;
    while (one->steps[first].fingerprint == other->steps[first].fingerprint) {
        first++;
    }
    assert_int_equal(other->steps[first].time, 47 * DES_DAY); /* 17 February */
    assert_string_equal(other->steps[first].kind_name, "staff");
    for (size_t i = 0; i < first; i++) {
        assert_true(one->steps[i].time == other->steps[i].time && one->steps[i].person == other->steps[i].person);
    }
    for (size_t i = first; i < one->count && i < other->count; i++) {
        assert_true(one->steps[i].fingerprint != other->steps[i].fingerprint);
    }
    assert_true(fingerprints[0] != fingerprints[1]);
    free(one);
    free(other);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(events_are_told_in_order_with_whom_they_are_about),
        cmocka_unit_test(the_fingerprint_can_be_worked_out_from_the_events),
        cmocka_unit_test(a_run_has_the_same_fingerprint_whatever_was_run_before),
        cmocka_unit_test(fingerprints_part_at_the_first_event_that_differs),
    };
    return run_chosen(tests, argc, argv);
}

/* tests/model/trace.h - a run by a script, and what a watcher was told of it, to the second: of assessments when people
 * join a list, leave it unseen and are seen, and of their care; not of the spans that an event log needs besides. */
#ifndef TESTS_MODEL_TRACE_H
#define TESTS_MODEL_TRACE_H

#include "sim/model/state.h"
#include "tests/engine/scripted.h"
#include "tests/model/fixture.h"
#include "tests/model/watch.h"

/* People of tests/scenarios/script.cfg: its three ways in are three cells of demand. */
enum { BY_DOOR = 0, TO_WARD = 1, FOR_CARE = 2, WAYS_IN = 3 };
enum { TRACE_STEPS_MAX = 60, TRACE_ROWS_MAX = 40, TRACE_PERIODS = 4 };

/* The nth by a way in, from 0. */
static inline uint32_t trace_person(uint32_t way, uint32_t nth) {
    return way + WAYS_IN * nth;
}

struct trace_step {
    enum model_fact fact;
    uint32_t person;
    des_time time;
};

struct trace {
    struct trace_step steps[TRACE_STEPS_MAX];
    size_t count;
    struct scripted_row rows[TRACE_ROWS_MAX];
    size_t row_count;
    des_time last[WAYS_IN];       /* arrival by each way in */
    double sums[ACCOUNT_COUNT];   /* of everybody, over the whole run */
    double comers[TRACE_PERIODS]; /* people who came, by period: the warm-up, then the months */
    uint32_t arrived[WAYS_IN];
};

static inline void trace_say(struct trace *trace, uint32_t purpose, uint32_t entity, double u) {
    assert_true(trace->row_count < TRACE_ROWS_MAX && u > 0 && u < 1);
    trace->rows[trace->row_count++] = (struct scripted_row){purpose, entity, u, 0};
}

/* The next by a way in comes in a second, in the middle of it, so that last digits do not matter; one comes in a thousand
 * days. Returns who. */
static inline uint32_t trace_arrival(struct trace *trace, uint32_t way, des_time time) {
    const double half = trace->arrived[way] == 0 ? 0.5 : 0;
    const double days = ((double)(time - trace->last[way]) + half) / DES_DAY;
    const uint32_t person = trace_person(way, trace->arrived[way]++);
    trace->last[way] = time;
    trace_say(trace, WORLD_ARRIVAL, person, fmax(scripted_exponential(days / 1000), 1e-15));
    return person;
}

/* The life table has 0.02 deaths a year.
 *   after  arrival */
static inline void trace_death(struct trace *trace, uint32_t person, des_time after) {
    trace_say(trace, WORLD_DEATH, person, scripted_exponential(0.02 * des_clock_units(after, DES_YEAR)));
}

/* Somebody who waits for help from arrival on declines, at 0.01 a week. */
static inline void trace_decline(struct trace *trace, uint32_t person, des_time after) {
    trace_say(trace, world_purpose_key(WORLD_DECLINED, 0, 0), person,
              scripted_exponential(0.01 * des_clock_units(after, DES_WEEK)));
}

/* Admitted to hospital as an emergency, at one admission a year.
 *   after  arrival */
static inline void trace_admission(struct trace *trace, uint32_t person, des_time after) {
    trace_say(trace, WORLD_ADMISSION, person, scripted_exponential(des_clock_units(after, DES_YEAR)));
}

static inline void trace_add_up(struct trace *trace, const struct model *model) {
    for (unsigned a = 0; a < ACCOUNT_COUNT; a++) {
        const size_t all = model_account_cell(&model->chart, a, MODEL_ALL, 0);
        trace->sums[a] = des_ledger_sum(model->ledger, all, 0, model->inputs->months);
    }
    for (size_t p = 0; p < TRACE_PERIODS; p++) {
        const size_t everybody = model_account_cell(&model->chart, ACCOUNT_PERSONS, MODEL_ALL, 0);
        trace->comers[p] = des_ledger_sum(model->ledger, everybody, p, p);
    }
}

static inline bool trace_is_kept(const struct model_note *note) {
    const bool is_moved = note->reason == MODEL_REASON_MOVED || note->reason == MODEL_REASON_OVER;
    switch (note->fact) {
    case MODEL_FACT_CAME:
    case MODEL_FACT_ASSESSED:
    case MODEL_FACT_HELPED:
    case MODEL_FACT_NEEDS_CARE:
    case MODEL_FACT_CARE:
    case MODEL_FACT_ADMITTED:
    case MODEL_FACT_WENT_HOME:
    case MODEL_FACT_GONE:
        return true;
    case MODEL_FACT_WAIT_BEGINS:
        return watch_is_of_assessment(note);
    case MODEL_FACT_WAIT_ENDS:
        return watch_is_of_assessment(note) && note->reason != MODEL_REASON_SEEN && !is_moved;
    default:
        return false;
    }
}

static inline void trace_note(void *context, const struct model_note *note) {
    struct trace *trace = context;
    if (trace_is_kept(note)) {
        assert_true(trace->count < TRACE_STEPS_MAX);
        trace->steps[trace->count++] = (struct trace_step){note->fact, note->person, note->time};
    }
}

/* Plays what was said in the scenario with an overlay; every row must be asked for. */
static inline void trace_play(struct trace *trace, const char *overlay) {
    struct scn_scenario scenario;
    struct scripted script;
    const size_t said = trace->row_count;
    for (uint32_t way = 0; way < WAYS_IN; way++) { /* nobody else comes for 19 years */
        trace_say(trace, WORLD_ARRIVAL, trace_person(way, trace->arrived[way]), 0.999);
    }
    trial_read(&scenario, "tests/scenarios/script.cfg", overlay);
    const struct model_inputs inputs = inputs_of(&scenario);
    struct model *model = model_new(&inputs);
    scripted_init(&script, &model->random, trace->rows, trace->row_count);
    model->script = &script.rng;
    model_watch(model, trace_note, trace);
    model_run(model, 1, true);
    trace_add_up(trace, model);
    for (size_t i = 0; i < said; i++) {
        if (trace->rows[i].played == 0) {
            print_error("nobody asked for purpose %u of %u\n", trace->rows[i].purpose, trace->rows[i].entity);
            fail();
        }
    }
    model_free(model);
    scn_scenario_free(&scenario);
}

/* How often something was told at a time. */
static inline size_t trace_count(const struct trace *trace, enum model_fact fact, des_time time) {
    size_t count = 0;
    for (size_t i = 0; i < trace->count; i++) {
        count += trace->steps[i].fact == fact && trace->steps[i].time == time;
    }
    return count;
}

/* Was it told of the person at that time? */
static inline bool trace_has(const struct trace *trace, enum model_fact fact, uint32_t person, des_time time) {
    for (size_t i = 0; i < trace->count; i++) {
        const struct trace_step *step = &trace->steps[i];
        if (step->fact == fact && step->person == person && step->time == time) {
            return true;
        }
    }
    return false;
}

static inline void trace_show(const char *what, const struct trace_step *step) {
    static const char *const facts[MODEL_FACTS] = {
        [MODEL_FACT_CAME] = "came",
        [MODEL_FACT_WAIT_BEGINS] = "wait begins",
        [MODEL_FACT_WAIT_ENDS] = "wait ends unseen",
        [MODEL_FACT_ASSESSED] = "assessed",
        [MODEL_FACT_HELPED] = "helped",
        [MODEL_FACT_NEEDS_CARE] = "needs care",
        [MODEL_FACT_CARE] = "care",
        [MODEL_FACT_ADMITTED] = "admitted",
        [MODEL_FACT_WENT_HOME] = "went home",
        [MODEL_FACT_GONE] = "gone",
    };
    print_error("%s: %s, person %u, day %lld and %.6g hours\n", what, facts[step->fact], step->person,
                (long long)(step->time / DES_DAY), des_clock_units(step->time % DES_DAY, DES_HOUR));
}

static inline void trace_compare(const struct trace *trace, const struct trace_step *wanted, size_t count,
                                 const char *file, int line) {
    bool is_same = trace->count == count;
    for (size_t i = 0; i < count && i < trace->count; i++) {
        const struct trace_step *got = &trace->steps[i];
        is_same =
            is_same && got->fact == wanted[i].fact && got->person == wanted[i].person && got->time == wanted[i].time;
    }
    for (size_t i = 0; !is_same && i < trace->count; i++) {
        trace_show("got", &trace->steps[i]);
    }
    for (size_t i = 0; !is_same && i < count; i++) {
        trace_show("wanted", &wanted[i]);
    }
    if (!is_same) {
        _fail(file, line);
    }
}

/* Nothing else was told, and in this order. */
#define assert_trace(trace, ...)                                                                                       \
    trace_compare((trace), (const struct trace_step[]){__VA_ARGS__},                                                   \
                  sizeof((const struct trace_step[]){__VA_ARGS__}) / sizeof(struct trace_step), __FILE__, __LINE__)

#endif

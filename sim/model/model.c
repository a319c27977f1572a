/* model/model.c - one replication from its beginning to its end: the event loop and what each event calls. */
#include "model/model.h"

#include <stdlib.h>

#include "base/err.h"
#include "base/mem.h"
#include "capacity.h"
#include "care.h"
#include "check.h"
#include "contact.h"
#include "fingerprint.h"
#include "followup.h"
#include "hospital.h"
#include "incidence.h"
#include "journey.h"
#include "observe.h"
#include "person.h"
#include "referral.h"
#include "rollout.h"
#include "state.h"
#include "supply.h"
#include "tally.h"
#include "watch.h"
#include "work.h"

struct model_person *model_person_at(const struct model *model, uint32_t person) {
    return des_pool_at(&model->people, person);
}

struct model_contact *model_contact_at(const struct model *model, uint32_t contact) {
    return des_pool_at(&model->contacts, contact);
}

static const enum des_order orders[EVENT_COUNT] = {
    [EVENT_OPENING] = DES_ORDER_CAPACITY,  [EVENT_COMPLETION] = DES_ORDER_COMPLETION,
    [EVENT_DUE] = DES_ORDER_RETURN,        [EVENT_DISCHARGE] = DES_ORDER_RETURN,
    [EVENT_CARE] = DES_ORDER_RETURN,       [EVENT_CARE_END] = DES_ORDER_LEAVING,
    [EVENT_ADMISSION] = DES_ORDER_LEAVING, [EVENT_SUPPLY] = DES_ORDER_CAPACITY,
    [EVENT_LEAVING] = DES_ORDER_LEAVING,   [EVENT_DEATH] = DES_ORDER_LEAVING,
    [EVENT_ARRIVAL] = DES_ORDER_ARRIVAL,   [EVENT_PERIOD] = DES_ORDER_OBSERVATION,
    [EVENT_STAFF] = DES_ORDER_CAPACITY,    [EVENT_POST] = DES_ORDER_CAPACITY,
    [EVENT_ROLLOUT] = DES_ORDER_CAPACITY,  [EVENT_END] = DES_ORDER_END,
};

enum des_order model_order_of(enum model_event event) {
    return orders[event];
}

des_handle model_schedule(struct model *model, enum model_event event, des_time time, uint32_t subject) {
    err_require(time >= model->now);
    if (time >= model->inputs->end && event != EVENT_END && event != EVENT_PERIOD) {
        return DES_NO_EVENT;
    }
    return des_queue_push(model->queue, time, orders[event], event, subject);
}

void model_unschedule(struct model *model, des_handle *handle) {
    des_queue_cancel(model->queue, *handle);
    *handle = DES_NO_EVENT;
}

/* Everybody who is on duty looks at the list. */
static void look_at_lists(struct model *model) {
    for (size_t t = 0; t < model->inputs->service->teams.count; t++) {
        model_work_dispatch(model, t);
    }
}

static void open_doors(struct model *model, uint32_t nobody) {
    (void)nobody;
    look_at_lists(model);
    const des_time next = des_calendar_next_opening(model->inputs->calendar, model->now);
    if (next != DES_NEVER) {
        model_schedule(model, EVENT_OPENING, next, 0);
    }
}

/* Day one closes the warm-up; every later month closes the one before it. Who waits on day one is seen in the window,
 * also by those who are on duty at its first second. */
static void close_period(struct model *model, uint32_t nobody) {
    (void)nobody;
    model_observe_close_period(model);
    if (model->period == 1) {
        model_person_enrol_stock(model);
        if (model->inputs->world->starting_list.count > 0) {
            look_at_lists(model);
        }
    }
}

static void change_supply(struct model *model, uint32_t row) {
    model_supply_change(model, row);
    model_care_supply(model);
}

static void end_run(struct model *model, uint32_t nobody) {
    (void)nobody;
    model_watch_over(model);
    model_incidence_end(model);
    model_observe_end(model);
    model_tally_finish(model);
    des_queue_clear(model->queue);
}

typedef void handler(struct model *model, uint32_t subject);

static handler *const handlers[EVENT_COUNT] = {
    [EVENT_OPENING] = open_doors,
    [EVENT_STAFF] = model_capacity_change,
    [EVENT_POST] = model_capacity_turn,
    [EVENT_ROLLOUT] = model_rollout_change,
    [EVENT_COMPLETION] = model_work_complete,
    [EVENT_DUE] = model_followup_due,
    [EVENT_DISCHARGE] = model_hospital_ready,
    [EVENT_ADMISSION] = model_hospital_admit,
    [EVENT_CARE] = model_care_step,
    [EVENT_SUPPLY] = change_supply,
    [EVENT_CARE_END] = model_care_end,
    [EVENT_LEAVING] = model_referral_leave,
    [EVENT_DEATH] = model_person_die,
    [EVENT_ARRIVAL] = model_person_arrive,
    [EVENT_PERIOD] = close_period,
    [EVENT_END] = end_run,
};

static void make_teams(struct model *model) {
    const struct model_inputs *inputs = model->inputs;
    err_require(inputs->service->teams.count <= UINT16_MAX); /* as a contact notes its team */
    model->teams = mem_zeroed(inputs->service->teams.count, sizeof *model->teams);
    for (size_t t = 0; t < inputs->service->teams.count; t++) {
        struct model_team *team = &model->teams[t];
        team->plan = svc_team(inputs->service, t);
        team->calendar = team->plan->always_open ? inputs->always_open : inputs->calendar;
        team->roster = svc_roster_new(team->plan, team->calendar);
        team->list = model_contact_list(inputs->world, team->plan);
        team->work_of = mem_zeroed(svc_roster_size(team->roster), sizeof *team->work_of);
    }
}

/* Days that waits and journeys are told apart by: as many as the longest can last, and the open one behind them. */
static size_t wait_bins(const struct model_inputs *inputs) {
    const struct world_starting_list *list = &inputs->world->starting_list;
    des_time before = inputs->warm_up;
    for (size_t i = 0; i < list->count; i++) {
        const des_time waited = des_clock_span(list->rows[i].days_waited, DES_DAY);
        before = waited > before ? waited : before;
    }
    return (size_t)((before + inputs->end) / DES_DAY) + 2;
}

struct model *model_new(const struct model_inputs *inputs) {
    struct model *model = mem_zeroed(1, sizeof *model);
    const size_t bins = wait_bins(inputs);
    const size_t cells = inputs->world->demand.cell_count;
    model->inputs = inputs;
    model->queue = des_queue_new();
    model_account_chart(inputs, &model->chart);
    model->ledger = des_ledger_new(model->chart.levels, model->chart.cells, inputs->months + 1);
    des_histogram_init(&model->waits, model->chart.wait_subjects, bins, DES_DAY);
    des_histogram_init(&model->journeys, model->chart.journey_subjects, bins, DES_DAY);
    des_histogram_init(&model->incidence, (MODEL_CAUSES + 1) * model->chart.incidence_subjects, bins, DES_DAY);
    des_pool_init(&model->people, sizeof(struct model_person));
    des_pool_init(&model->contacts, sizeof(struct model_contact));
    des_pool_init(&model->open_tallies, sizeof(struct model_tally));
    make_teams(model);
    model->supply = model_supply_list(inputs->world);
    model_capacity_make(model);
    model->waiting = mem_zeroed(inputs->service->teams.count, sizeof *model->waiting);
    model->arrival_hazard = mem_zeroed(cells, sizeof *model->arrival_hazard);
    model->arrivals = mem_zeroed(cells, sizeof *model->arrivals);
    return model;
}

void model_free(struct model *model) {
    if (model == NULL) {
        return;
    }
    for (size_t t = 0; t < model->inputs->service->teams.count; t++) {
        svc_roster_free(model->teams[t].roster);
        svc_list_free(model->teams[t].list);
        free(model->teams[t].work_of);
    }
    des_queue_free(model->queue);
    des_ledger_free(model->ledger);
    des_histogram_free(&model->waits);
    des_histogram_free(&model->journeys);
    des_histogram_free(&model->incidence);
    des_pool_free(&model->people);
    des_pool_free(&model->contacts);
    des_pool_free(&model->open_tallies);
    svc_list_free(model->supply);
    free(model->teams);
    free(model->posts);
    free(model->waiting);
    free(model->arrival_hazard);
    free(model->arrivals);
    free(model->touched);
    free(model->tallies);
    free(model);
}

static void clear_teams(struct model *model) {
    for (size_t t = 0; t < model->inputs->service->teams.count; t++) {
        struct model_team *team = &model->teams[t];
        svc_roster_clear(team->roster);
        svc_list_clear(team->list);
        team->received = team->seen = team->left = team->moved_in = team->moved_out = 0;
        model->waiting[t] = 0;
        for (size_t m = 0; m < svc_roster_size(team->roster); m++) {
            team->work_of[m] = DES_NO_RECORD;
        }
    }
}

static void clear(struct model *model, uint32_t replication) {
    model->now = model->period_start = -model->inputs->warm_up;
    model->period = 0;
    model->persons = model->persons_gone = model->events = 0;
    model->instances = 0;
    model->tally_count = 0;
    des_pool_clear(&model->open_tallies);
    model_fingerprint_clear(model);
    model->people_seal = 0;
    des_queue_clear(model->queue);
    des_ledger_clear(model->ledger, model->now);
    des_histogram_clear(&model->waits);
    des_histogram_clear(&model->journeys);
    des_histogram_clear(&model->incidence);
    model->touched_count = 0;
    des_pool_clear(&model->people);
    des_pool_clear(&model->contacts);
    des_stream_init(&model->random, model->inputs->seed, replication);
    model->random.rng = model->script != NULL ? *model->script : model->random.rng;
    clear_teams(model);
    svc_list_clear(model->supply);
    for (size_t c = 0; c < model->inputs->world->demand.cell_count; c++) {
        model->arrival_hazard[c] = 0;
        model->arrivals[c] = 0;
    }
}

static void schedule_periods(struct model *model) {
    model_schedule(model, EVENT_PERIOD, 0, 0);
    for (size_t m = 1; m < model->inputs->months; m++) {
        model_schedule(model, EVENT_PERIOD, des_calendar_month_start(model->inputs->calendar, m), 0);
    }
    model_schedule(model, EVENT_PERIOD, model->inputs->end, 0);
    model_schedule(model, EVENT_END, model->inputs->end, 0);
}

void model_run(struct model *model, uint32_t replication, bool checked) {
    clear(model, replication);
    schedule_periods(model);
    model_rollout_expect(model);
    model_supply_expect(model);
    model_capacity_begin(model);
    open_doors(model, 0);
    model_person_enrol_starting_list(model);
    model_person_expect(model);
    struct des_event event;
    while (des_queue_pop(model->queue, &event)) {
        model->now = event.time;
        model->events++;
        model_fingerprint_take(model, &event);
        handlers[event.type](model, event.subject);
        model_journey_settle(model);
        if (checked) {
            model_check_all(model);
        }
    }
}

uint64_t model_persons(const struct model *model) {
    return model->persons;
}

uint64_t model_events(const struct model *model) {
    return model->events;
}

const struct des_histogram *model_waits(const struct model *model) {
    return &model->waits;
}

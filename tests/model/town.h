/* tests/model/town.h - the valley with nobody in it, where single people are followed by hand. */
#ifndef TESTS_MODEL_TOWN_H
#define TESTS_MODEL_TOWN_H

#include "sim/model/check.h"
#include "sim/model/journey.h"
#include "sim/model/person.h"
#include "sim/model/referral.h"
#include "tests/model/fixture.h"

/* The valley without anybody in it, and teams added or changed. */
static const char nobody_comes[] =
    "world = { streams = ( { name = 'community'; rates = ( { age_band = 'adult'; per_1000_per_year = 0; }, "
    "{ age_band = 'old'; per_1000_per_year = 0; } ); }, { name = 'school'; rates = ( { age_band = 'child'; "
    "per_1000_per_year = 0; } ); }, { name = 'hospital'; rates = ( { age_band = 'adult'; per_1000_per_year = 0; }, "
    "{ age_band = 'old'; per_1000_per_year = 0; } ); }, { name = 'care'; rates = ( { age_band = 'old'; "
    "per_1000_per_year = 0; } ); } ); care = { bands = ( { age_band = 'adult'; stock_per_1000 = 0; }, "
    "{ age_band = 'old'; stock_per_1000 = 0; } ); }; leaving = { resolved_per_week = 0.0005; declined_per_week = "
    "0.0003; }; }; teams = ( %s );";

enum { ACUTE, REHAB, OT_NORTH, OT_SOUTH, SOCIAL_WORK, TOWN_TEAMS };
enum { EQUIPMENT, ADAPTATION, REHABILITATION, ACUTE_WORK, CARE };
enum { URGENT, MEDIUM, LOW };
enum { COMMUNITY };

struct town {
    struct trial trial;
    struct model *model;
};

/* As after every event. */
static inline void settle_and_check(struct town *town) {
    model_journey_settle(town->model);
    model_check_all(town->model);
}

/* At the beginning of the window. The caller ends it with town_free. */
static inline struct town *town_new(const char *teams) {
    struct town *town = mem_zeroed(1, sizeof *town);
    char *overlay = mem_format(nobody_comes, teams);
    trial_add(&town->trial, "tests/scenarios/valley.cfg", overlay);
    free(overlay);
    town->model = model_new(&town->trial.entries[0].inputs);
    model_run(town->model, 1, true);
    des_ledger_clear(town->model->ledger, 0);
    town->model->now = town->model->period_start = 0;
    for (size_t t = 0; t < town->model->inputs->service->teams.count; t++) {
        svc_roster_clear(town->model->teams[t].roster);
        svc_roster_settle(town->model->teams[t].roster, 0);
    }
    return town;
}

static inline void town_free(struct town *town) {
    settle_and_check(town);
    model_free(town->model);
    scn_scenario_free(&town->trial.scenarios[0]);
    free(town);
}

/* Goes to a moment, some days and hours after the start. */
static inline void go(struct town *town, int days, double hours) {
    town->model->now = days * (des_time)DES_DAY + (des_time)(hours * DES_HOUR);
}

/* Somebody of 52 in North with these needs, who came by the community. */
static inline uint32_t person_new(struct town *town, uint32_t who, world_needs needs) {
    struct model *model = town->model;
    const uint32_t number = des_pool_take(&model->people);
    struct model_person *person = model_person_at(model, number);
    person->who = (struct world_person){.number = who,
                                        .stream = COMMUNITY,
                                        .priority = LOW,
                                        .needs = needs,
                                        .band = 1,
                                        .age_years = 52,
                                        .death_age = INFINITY};
    person->came = model->now;
    person->needs = needs;
    person->first_contact = DES_NO_RECORD;
    person->supply_entry = SVC_NOBODY;
    model->persons++;
    return number;
}

static inline void refer(struct town *town, uint32_t person, world_needs needs, unsigned priority) {
    const struct model_request request = {COMMUNITY, priority};
    model_referral_make(town->model, person, needs, &request);
}

/* The person's contact in a team, or NULL. */
static inline struct model_contact *contact_in(const struct town *town, uint32_t person, size_t team) {
    uint32_t c = model_person_at(town->model, person)->first_contact;
    while (c != DES_NO_RECORD && model_contact_at(town->model, c)->team != team) {
        c = model_contact_at(town->model, c)->next_contact;
    }
    return c == DES_NO_RECORD ? NULL : model_contact_at(town->model, c);
}

static inline double sum(const struct town *town, enum model_account account, size_t team) {
    const struct model_chart *chart = &town->model->chart;
    const bool is_by_role = model_account_dimensions(account) >> MODEL_STAFF & 1;
    const size_t count = is_by_role ? town->model->inputs->world->roles.count : 1;
    double total = 0;
    for (size_t i = 0; i < count; i++) {
        const enum model_dimension kind = is_by_role ? MODEL_STAFF : MODEL_TEAM;
        total += des_ledger_sum(town->model->ledger, model_account_cell(chart, account, kind, team * count + i), 0, 0);
    }
    return total;
}

#endif

/* model/check.c - what must hold after every event. */
#include "check.h"

#include <math.h>
#include <stdlib.h>

#include "base/err.h"
#include "base/mem.h"
#include "book.h"
#include "contact.h"
#include "journey.h"
#include "service/opening.h"
#include "supply.h"

/* What can be counted by looking at every person. */
struct count {
    size_t people, contacts, working, care[CARE_STATES];
    double hours[CARE_STATES]; /* a week */
    size_t *waiting;           /* [team] assessments */
    size_t *listed;            /* [team] contacts of every kind */
    size_t under_way;          /* people in the caseload of a team, summed over teams */
    size_t beds[DELAYS];       /* people in hospital, by why they have not left; DELAY_NONE: not ready */
    size_t indicator;          /* of those delayed, who are of its age */
    size_t supply;             /* people on the list for home care */
    double supply_hours;       /* a week, that they wait for */
};

/* An errand stands on the same team's list or at work, and the contact waits for it. */
static void count_errand(const struct model *model, uint32_t held, struct count *count) {
    const struct model_contact *contact = model_contact_at(model, held);
    const struct model_contact *errand = model_contact_at(model, contact->errand);
    err_require(contact->state == CONTACT_WAITING);
    err_require(errand->held == held && errand->person == contact->person && errand->team == contact->team);
    err_require(errand->state == CONTACT_WORKING || errand->kind == CONTACT_TRIAGE);
    count->contacts++;
    count->listed[errand->team] += errand->state == CONTACT_WAITING;
}

/* The first contact under way of a person in a team stands for all of them. */
static bool is_in_caseload(const struct model *model, const struct model_contact *contact) {
    for (uint32_t c = contact->next_contact; c != DES_NO_RECORD; c = model_contact_at(model, c)->next_contact) {
        if (model_contact_at(model, c)->is_under_way && model_contact_at(model, c)->team == contact->team) {
            return false;
        }
    }
    return contact->is_under_way;
}

static void count_contact(const struct model *model, const struct model_contact *contact, uint32_t person,
                          struct count *count) {
    err_require(contact->person == person);
    err_require(contact->state != CONTACT_NEW);
    err_require(contact->needs != WORLD_NO_NEEDS);
    err_require(contact->state == CONTACT_WORKING || model->now == model->inputs->end ||
                svc_opening_holds(model->teams[contact->team].plan, model->now)); /* nobody waits for a closed team */
    count->contacts++;
    count->working += contact->state == CONTACT_WORKING;
    count->under_way += is_in_caseload(model, contact);
    err_require(contact->is_under_way == (contact->kind == CONTACT_FOLLOWUP ||
                                          (model_contact_is_assessment(contact) && contact->state == CONTACT_WORKING)));
    err_require(contact->kind != CONTACT_FOLLOWUP || contact->state != CONTACT_WAITING ||
                !model_person_at(model, person)->is_inpatient); /* help at home waits for the discharge */
    if (contact->state == CONTACT_WAITING) {
        const struct svc_waiting *entry = svc_list_entry(model->teams[contact->team].list, contact->entry);
        err_require(contact->since <= model->now && entry->since == contact->since);
        count->listed[contact->team]++;
        count->waiting[contact->team] += model_contact_is_assessment(contact);
    }
}

/* Nobody stays without a reason, and a need that is counted has not ended. */
static void check_care(const struct model *model, const struct model_person *person) {
    const bool waits_for_care = person->care == CARE_ASKED || person->care == CARE_AGREED;
    const bool is_counted = person->care == CARE_HIDDEN || person->care == CARE_ASKED || person->care == CARE_AGREED ||
                            person->care == CARE_ACTIVE || person->care == CARE_GIVEN_UP || person->care == CARE_HOME;
    const bool is_idle = person->first_contact == DES_NO_RECORD && person->care_step == DES_NO_EVENT &&
                         person->admission == DES_NO_EVENT;
    err_require(!is_counted || person->care_until >= model->now);
    err_require(!is_idle || is_counted || person->care == CARE_PUT_OFF || person->is_inpatient);
    err_require(!person->is_inpatient || !person->is_ready || waits_for_care ||
                model_contact_has_assessment(model, person));
    err_require((person->delay != DELAY_NONE) == (person->is_inpatient && person->is_ready));
    err_require(person->supply_entry == SVC_NOBODY || person->care == CARE_AGREED);
}

/* Who is on the list for home care stands there under their own number. */
static void count_supply(const struct model *model, uint32_t number, struct count *count) {
    const struct model_person *person = model_person_at(model, number);
    if (person->supply_entry != SVC_NOBODY) {
        err_require(svc_list_entry(model->supply, person->supply_entry)->subject == number);
        count->supply++;
        count->supply_hours += person->care_hours;
    }
}

static void count_bed(const struct model_person *person, struct count *count) {
    if (person->is_inpatient) {
        count->beds[person->delay]++;
        count->indicator += person->delay != DELAY_NONE && person->counts_for_indicator;
    }
}

static void count_person(const struct model *model, uint32_t number, struct count *count) {
    const struct model_person *person = model_person_at(model, number);
    err_require((person->met & ~person->needs) == WORLD_NO_NEEDS);
    err_require(person->came <= model->now);
    err_require(person->journey.stage == model_journey_stage(person) && !person->journey.is_touched);
    count->people++;
    count->care[person->care]++;
    count->hours[person->care] += person->care_hours;
    check_care(model, person);
    count_supply(model, number, count);
    count_bed(person, count);
    world_needs helped = WORLD_NO_NEEDS, asked = person->held_back | person->taken;
    size_t waits = 0;
    for (uint32_t c = person->first_contact; c != DES_NO_RECORD; c = model_contact_at(model, c)->next_contact) {
        const struct model_contact *contact = model_contact_at(model, c);
        count_contact(model, contact, number, count);
        asked |= contact->state == CONTACT_WAITING ? contact->asked : WORLD_NO_NEEDS;
        waits += contact->state == CONTACT_WAITING && model_contact_is_assessment(contact);
        if (contact->errand != DES_NO_RECORD) {
            count_errand(model, c, count);
        }
        if (contact->kind == CONTACT_FOLLOWUP) {
            err_require((helped & contact->needs) == WORLD_NO_NEEDS); /* nobody is helped twice */
            helped |= contact->needs;
        }
    }
    err_require(waits == person->journey.waits);
    err_require((helped & ~person->taken) == WORLD_NO_NEEDS);
    err_require((person->referred & ~asked) == WORLD_NO_NEEDS); /* no referral is lost */
}

/* The time of a team's posts is on duty or lost, to the second, whatever happened to them. */
static void check_posts(const struct model *model, const struct model_team *team) {
    for (unsigned r = 0; r < model->inputs->world->roles.count; r++) {
        const struct svc_spent spent = svc_roster_spent(team->roster, r, model->now);
        const des_time offered = svc_roster_offered(team->roster, r, model->period_start, model->now);
        err_require(spent.on_duty + spent.lost[WORLD_SICK] + spent.lost[WORLD_VACANT] == offered);
    }
}

static void check_teams(const struct model *model, const struct count *count) {
    for (size_t t = 0; t < model->inputs->service->teams.count; t++) {
        const struct model_team *team = &model->teams[t];
        err_require(count->listed[t] == svc_list_count(team->list));
        err_require(count->waiting[t] == model->waiting[t]);
        err_require(team->received + team->moved_in == team->seen + team->left + team->moved_out + count->waiting[t]);
        err_require(svc_roster_busy(team->roster) <= svc_roster_size(team->roster));
        svc_roster_check(team->roster);
        svc_list_check(team->list);
        check_posts(model, team);
        size_t busy = 0;
        for (size_t m = 0; m < svc_roster_size(team->roster); m++) {
            busy += team->work_of[m] != DES_NO_RECORD;
        }
        err_require(busy == svc_roster_busy(team->roster));
    }
}

static void check_hours(const struct model *model, enum model_account account, double hours) {
    err_require(fabs(model_book_level(model, account) - hours) < 1e-6 * (1 + hours));
}

static void check_levels(const struct model *model, const struct count *count) {
    err_require(model_book_level(model, ACCOUNT_CARE_ASKED) == (double)count->care[CARE_ASKED]);
    err_require(model_book_level(model, ACCOUNT_CARE_AGREED) == (double)count->care[CARE_AGREED]);
    err_require(model_book_level(model, ACCOUNT_CARE_PUT_OFF) == (double)count->care[CARE_PUT_OFF]);
    err_require(model_book_level(model, ACCOUNT_CARE_ACTIVE) == (double)count->care[CARE_ACTIVE]);
    const double waiting = count->hours[CARE_ASKED] + count->hours[CARE_AGREED];
    err_require(model_book_level(model, ACCOUNT_CASELOAD) == (double)count->under_way);
    check_hours(model, ACCOUNT_CARE_HOURS, count->hours[CARE_ACTIVE]);
    check_hours(model, ACCOUNT_CARE_UNMET_HOURS, waiting);
    check_hours(model, ACCOUNT_CARE_HIDDEN_HOURS, count->hours[CARE_HIDDEN]);
    check_hours(model, ACCOUNT_CARE_GIVEN_UP_HOURS, count->hours[CARE_GIVEN_UP]);
    err_require(model_book_level(model, ACCOUNT_HOME_RESIDENTS) == (double)count->care[CARE_HOME]);
}

static void check_beds(const struct model *model, const struct count *count) {
    const size_t delayed = count->beds[DELAY_ASSESSMENT] + count->beds[DELAY_CARE];
    err_require(model_book_level(model, ACCOUNT_BEDS_DELAYED) == (double)delayed);
    err_require(model_book_level(model, ACCOUNT_BEDS_ASSESSMENT) == (double)count->beds[DELAY_ASSESSMENT]);
    err_require(model_book_level(model, ACCOUNT_BEDS_CARE) == (double)count->beds[DELAY_CARE]);
    err_require(model_book_level(model, ACCOUNT_BEDS_INDICATOR) == (double)count->indicator);
}

/* Nobody waits for hours that can be had. */
static void check_supply(const struct model *model, const struct count *count) {
    err_require(svc_list_count(model->supply) == count->supply);
    err_require(model_book_level(model, ACCOUNT_CARE_SUPPLY) == (double)count->supply);
    err_require(model_supply_next(model) == SVC_NOBODY);
    check_hours(model, ACCOUNT_CARE_SUPPLY_HOURS, count->supply_hours);
}

void model_check_all(const struct model *model) {
    const size_t teams = model->inputs->service->teams.count;
    struct count count = {.waiting = mem_zeroed(teams, sizeof(size_t)), .listed = mem_zeroed(teams, sizeof(size_t))};
    bool *is_used = des_pool_used(&model->people);
    for (uint32_t i = 0; i < model->people.count; i++) {
        if (is_used[i]) {
            count_person(model, i, &count);
        }
    }
    err_require(count.people == model->people.in_use);
    err_require(model->persons == model->persons_gone + count.people);
    err_require(count.contacts <= model->contacts.in_use); /* crews end work on people who have died */
    err_require(des_queue_next_time(model->queue) >= model->now);
    check_teams(model, &count);
    check_levels(model, &count);
    check_beds(model, &count);
    check_supply(model, &count);
    free(is_used);
    free(count.waiting);
    free(count.listed);
}

/* model/referral.c - referrals: where they go, how they wait, how people leave a list unseen. */
#include "referral.h"

#include <math.h>

#include "base/err.h"
#include "book.h"
#include "care.h"
#include "contact.h"
#include "incidence.h"
#include "journey.h"
#include "person.h"
#include "service/routing.h"
#include "triage.h"
#include "work.h"

static unsigned lowest(world_needs needs) {
    return (unsigned)__builtin_ctz(needs);
}

size_t model_referral_team(const struct model *model, uint32_t person_number, unsigned need, unsigned stream) {
    const struct model_person *person = model_person_at(model, person_number);
    const struct svc_question question = {
        .need = need,
        .locality = person->who.locality,
        .stream = stream,
        .age_years = model_person_age(model, person),
        .has_service = person->who.has_service || person->was_assessed,
        .now = model->now,
    };
    const struct svc_service *service = model->inputs->service;
    const int team = svc_routing_team(service->routing, service, &question, model->waiting);
    err_require(team != SVC_NO_TEAM); /* checked for everybody when the scenario was read */
    return (size_t)team;
}

/* The record of one's own organisation is trusted. */
static enum model_contact_kind kind_for(const struct model *model, const struct model_person *person, size_t team) {
    if (person->known_to >> model->teams[team].plan->organisation_index & 1) {
        return CONTACT_HANDOVER;
    }
    return person->was_assessed ? CONTACT_SECOND : CONTACT_FIRST;
}

static double rate_per_second(double per_week) {
    return per_week / DES_WEEK;
}

/* When a cause falls whose rate rises in proportion to the time waited, from now on; DES_NEVER at rate 0. The hazard
 * gathered in a time t, after w have been waited already, is rate * ((1 + rise * w) * t + rise * t * t / 2); t is where it
 * reaches u, written so that a rise of 0 gives u / rate to the last bit. */
static des_time time_of_cause(struct model *model, const struct model_contact *contact, enum world_purpose cause,
                              double per_week) {
    if (per_week <= 0) {
        return DES_NEVER;
    }
    const uint32_t person = model_person_at(model, contact->person)->who.number;
    const double u =
        world_person_exponential(&model->random, person, world_purpose_key(cause, lowest(contact->asked), 0));
    const double steady = u / rate_per_second(per_week);
    const double rise = rate_per_second(model->inputs->world->leaving.rise_per_week);
    const double first = 1 + rise * (double)(model->now - contact->since);
    const des_time span = des_clock_span(2 * steady / (first + sqrt(first * first + 2 * rise * steady)), 1);
    return span == DES_NEVER ? DES_NEVER : model->now + span;
}

static void schedule_leaving(struct model *model, uint32_t number) {
    struct model_contact *contact = model_contact_at(model, number);
    contact->is_resolving = contact->resolves_at < contact->declines_at;
    contact->event = model_schedule(model, EVENT_LEAVING,
                                    contact->is_resolving ? contact->resolves_at : contact->declines_at, number);
}

/* Causes of leaving compete with being seen and with death; they know nothing of how long the work would take. */
static void draw_leaving(struct model *model, uint32_t number) {
    struct model_contact *contact = model_contact_at(model, number);
    const struct world_leaving *leaving = &model->inputs->world->leaving;
    contact->resolves_at = contact->declines_at = DES_NEVER;
    if (contact->in_hospital) {
        return;
    }
    const bool is_for_care = contact->asked >> model->inputs->world->care_need & 1; /* which ends by itself, see care */
    contact->resolves_at = time_of_cause(model, contact, WORLD_RESOLVED, is_for_care ? 0 : leaving->resolved_per_week);
    contact->declines_at = time_of_cause(model, contact, WORLD_DECLINED, leaving->declined_per_week);
    schedule_leaving(model, number);
}

/* Care that is asked for besides does not go because another matter resolves itself. */
static void stop_resolving(struct model *model, uint32_t number) {
    struct model_contact *contact = model_contact_at(model, number);
    contact->resolves_at = DES_NEVER;
    if (contact->is_resolving) {
        model_unschedule(model, &contact->event);
        schedule_leaving(model, number);
    }
}

/* The moments are those of before, but care does not go because another matter resolves itself. */
static void resume_leaving(struct model *model, uint32_t number) {
    struct model_contact *contact = model_contact_at(model, number);
    if (contact->asked >> model->inputs->world->care_need & 1) {
        contact->resolves_at = DES_NEVER;
    }
    schedule_leaving(model, number);
}

/* What an assessment would cover: all that the team may do for this person and nobody does yet. */
static world_needs cover(const struct model *model, const struct model_contact *contact) {
    const struct model_person *person = model_person_at(model, contact->person);
    const world_needs commissioning = world_needs_of(model->inputs->world->commissioning_need);
    return (person->needs & ~commissioning & ~person->taken & model->teams[contact->team].plan->remit_needs) |
           contact->asked;
}

static uint32_t open_referral(struct model *model, uint32_t person, size_t team, world_needs asked,
                              const struct model_request *request) {
    const enum model_contact_kind kind = kind_for(model, model_person_at(model, person), team);
    const uint32_t number = model_contact_open(model, person, team, kind, request);
    struct model_contact *contact = model_contact_at(model, number);
    contact->asked = asked;
    contact->needs = cover(model, contact);
    return number;
}

static void enlist(struct model *model, uint32_t number, des_time since) {
    struct model_contact *contact = model_contact_at(model, number);
    model->teams[contact->team].received++;
    model_contact_join(model, number, since);
    draw_leaving(model, number);
    if (since == model->now) { /* who has waited for longer was screened when the referral came */
        model_triage_begin(model, number);
    }
    contact = model_contact_at(model, number);
    model_book_received(model, contact);
    model_book_team(model, ACCOUNT_OFFERED_SECONDS, contact->team, model_work_offered(model, contact));
}

/* The assessment for which the person waits in this team already, or DES_NO_RECORD. */
static uint32_t waiting_in(const struct model *model, uint32_t person, size_t team) {
    uint32_t number = model_person_at(model, person)->first_contact;
    while (number != DES_NO_RECORD) {
        const struct model_contact *contact = model_contact_at(model, number);
        if (contact->team == team && contact->state == CONTACT_WAITING && model_contact_is_assessment(contact)) {
            break;
        }
        number = contact->next_contact;
    }
    return number;
}

/* The work may now need another crew: it joins again with the clock it had. */
static void add_to_referral(struct model *model, uint32_t number, world_needs asked) {
    struct model_contact *contact = model_contact_at(model, number);
    const double offered = model_work_offered(model, contact);
    model_contact_leave_list(model, number, MODEL_REASON_NONE);
    contact->asked |= asked;
    contact->needs = cover(model, contact);
    model_contact_join(model, number, contact->since);
    if (asked >> model->inputs->world->care_need & 1) {
        stop_resolving(model, number);
    }
    model_book_team(model, ACCOUNT_OFFERED_SECONDS, contact->team, model_work_offered(model, contact) - offered);
}

/* One referral instead of two: that of which the clock began earlier, as urgent as the more urgent one. */
static void merge(struct model *model, uint32_t number, const struct model_contact *old, world_needs asked) {
    struct model_contact *contact = model_contact_at(model, number);
    const double offered = model_work_offered(model, contact);
    model_contact_leave_list(model, number, MODEL_REASON_NONE);
    model_unschedule(model, &contact->event);
    const struct model_contact earlier = old->since < contact->since ? *old : *contact;
    contact->stream = earlier.stream;
    contact->resolves_at = earlier.resolves_at;
    contact->declines_at = earlier.declines_at;
    contact->priority = old->priority < contact->priority ? old->priority : contact->priority;
    contact->asked |= asked;
    contact->needs = cover(model, contact);
    model_contact_join(model, number, earlier.since);
    resume_leaving(model, number);
    model_book_team(model, ACCOUNT_OFFERED_SECONDS, contact->team, model_work_offered(model, contact) - offered);
}

void model_referral_move(struct model *model, const struct model_contact *old, size_t team, world_needs asked) {
    const uint32_t already = waiting_in(model, old->person, team);
    if (already != DES_NO_RECORD) {
        merge(model, already, old, asked);
        return;
    }
    const struct model_request request = {old->stream, old->priority};
    const enum model_contact_kind kind = kind_for(model, model_person_at(model, old->person), team);
    const uint32_t number = model_contact_open(model, old->person, team, kind, &request);
    struct model_contact *contact = model_contact_at(model, number);
    contact->in_hospital = old->in_hospital;
    contact->missed = old->missed;
    contact->resolves_at = old->resolves_at;
    contact->declines_at = old->declines_at;
    contact->asked = asked;
    contact->needs = cover(model, contact);
    model->teams[team].moved_in++;
    model_contact_join(model, number, old->since);
    resume_leaving(model, number);
    model_book_team(model, ACCOUNT_OFFERED_SECONDS, team, model_work_offered(model, contact));
}

static void refer(struct model *model, uint32_t person_number, size_t team, world_needs asked,
                  const struct model_request *request) {
    struct model_person *person = model_person_at(model, person_number);
    person->referred |= asked;
    const uint32_t already = waiting_in(model, person_number, team);
    if (already != DES_NO_RECORD) {
        add_to_referral(model, already, asked);
    } else {
        enlist(model, open_referral(model, person_number, team, asked, request), model->now);
    }
    if (asked >> model->inputs->world->care_need & 1 && model_person_at(model, person_number)->care != CARE_ASKED) {
        model_care_ask(model, person_number);
    }
    model_work_dispatch(model, team);
}

/* A team may have begun with a need since it was found, or just now, when it was referred for another. */
static world_needs still_open(const struct model *model, uint32_t person, world_needs needs) {
    return needs & ~model_person_at(model, person)->taken;
}

void model_referral_make(struct model *model, uint32_t person, world_needs needs, const struct model_request *request) {
    while ((needs = still_open(model, person, needs)) != WORLD_NO_NEEDS) {
        const size_t team = model_referral_team(model, person, lowest(needs), request->stream);
        world_needs together = world_needs_of(lowest(needs));
        for (world_needs rest = needs & (needs - 1); rest != WORLD_NO_NEEDS; rest &= rest - 1) {
            const unsigned need = lowest(rest);
            if (model_referral_team(model, person, need, request->stream) == team) {
                together |= world_needs_of(need);
            }
        }
        refer(model, person, team, together, request);
        needs &= ~together;
    }
}

void model_referral_resume(struct model *model, uint32_t person, unsigned need, des_time since,
                           const struct model_request *request) {
    const world_needs asked = world_needs_of(need);
    const size_t team = model_referral_team(model, person, need, request->stream);
    model_person_at(model, person)->referred |= asked;
    enlist(model, open_referral(model, person, team, asked, request), since);
    if (need == model->inputs->world->care_need) {
        model_care_ask(model, person);
    }
}

void model_referral_commission(struct model *model, uint32_t person, const struct model_request *request) {
    const unsigned need = model->inputs->world->commissioning_need;
    const size_t team = model_referral_team(model, person, need, request->stream);
    const uint32_t number = model_contact_open(model, person, team, CONTACT_COMMISSIONING, request);
    struct model_contact *contact = model_contact_at(model, number);
    contact->asked = contact->needs = world_needs_of(need);
    model_contact_join(model, number, model->now);
    model_book_team(model, ACCOUNT_OFFERED_SECONDS, team, model_work_offered(model, contact));
    model_work_dispatch(model, team);
}

/* What has resolved itself is met; what was declined stays unmet, and nobody takes it up again. */
static void give_up(struct model *model, uint32_t number, world_needs asked, bool is_resolved) {
    struct model_person *person = model_person_at(model, number);
    const world_needs care = world_needs_of(model->inputs->world->care_need);
    person->taken |= asked;
    for (world_needs rest = asked & ~care; is_resolved && rest != WORLD_NO_NEEDS; rest &= rest - 1) {
        model_person_meet(model, number, lowest(rest));
    }
    if (asked & care) {
        model_care_give_up(model, number);
    }
}

static enum model_reason reason_of(enum model_account how) {
    return how == ACCOUNT_RESOLVED    ? MODEL_REASON_RESOLVED
           : how == ACCOUNT_DECLINED  ? MODEL_REASON_DECLINED
           : how == ACCOUNT_ADMITTED  ? MODEL_REASON_ADMITTED
           : how == ACCOUNT_WITHDRAWN ? MODEL_REASON_WITHDRAWN
                                      : MODEL_REASON_ADVISED;
}

static void leave(struct model *model, uint32_t number, enum model_account how, bool is_resolved) {
    const struct model_contact *contact = model_contact_at(model, number);
    const uint32_t person = contact->person;
    const world_needs asked = contact->asked;
    model_book_left(model, contact, how);
    model_incidence_leave(model, contact, MODEL_CAUSE_LEFT);
    model_contact_close(model, number, reason_of(how));
    give_up(model, person, asked, is_resolved);
    model_person_settle(model, person);
}

void model_referral_leave(struct model *model, uint32_t number) {
    struct model_contact *contact = model_contact_at(model, number);
    contact->event = DES_NO_EVENT;
    leave(model, number, contact->is_resolving ? ACCOUNT_RESOLVED : ACCOUNT_DECLINED, contact->is_resolving);
}

void model_referral_advise(struct model *model, uint32_t number) {
    struct model_contact *contact = model_contact_at(model, number);
    model_book_team(model, ACCOUNT_OFFERED_SECONDS, contact->team, -model_work_offered(model, contact));
    model_journey_help(model, contact->person);
    leave(model, number, ACCOUNT_TRIAGED_OUT, true);
}

void model_referral_bring_up_to_date(struct model *model, uint32_t number) {
    struct model_contact *contact = model_contact_at(model, number);
    if (model_contact_is_assessment(contact)) {
        const struct model_person *person = model_person_at(model, contact->person);
        contact->needs &= ~person->taken;
        err_require(contact->needs != WORLD_NO_NEEDS); /* or it would have been withdrawn */
        contact->kind = kind_for(model, person, contact->team);
    }
}

static void withdraw(struct model *model, uint32_t number, enum model_account account) {
    struct model_contact *contact = model_contact_at(model, number);
    if (model_contact_is_assessment(contact)) {
        model_book_left(model, contact, account);
        model_incidence_leave(model, contact, account == ACCOUNT_ADMITTED ? MODEL_CAUSE_ADMITTED : MODEL_CAUSE_LEFT);
    }
    model_book_team(model, ACCOUNT_OFFERED_SECONDS, contact->team, -model_work_offered(model, contact));
    model_contact_close(model, number, reason_of(account));
}

void model_referral_interrupt(struct model *model, uint32_t number) {
    withdraw(model, number, ACCOUNT_ADMITTED);
}

void model_referral_withdraw(struct model *model, uint32_t person_number) {
    const world_needs taken = model_person_at(model, person_number)->taken;
    uint32_t number = model_person_at(model, person_number)->first_contact;
    while (number != DES_NO_RECORD) {
        struct model_contact *contact = model_contact_at(model, number);
        const uint32_t next = contact->next_contact;
        if (contact->state == CONTACT_WAITING && model_contact_is_assessment(contact)) {
            contact->asked &= ~taken;
            if (contact->asked == WORLD_NO_NEEDS) {
                withdraw(model, number, ACCOUNT_WITHDRAWN);
            }
        }
        number = next;
    }
}

void model_referral_withdraw_care(struct model *model, uint32_t person_number) {
    const world_needs care = world_needs_of(model->inputs->world->care_need);
    uint32_t number = model_person_at(model, person_number)->first_contact;
    while (number != DES_NO_RECORD) {
        struct model_contact *contact = model_contact_at(model, number);
        const uint32_t next = contact->next_contact;
        if (contact->state == CONTACT_WAITING && contact->kind == CONTACT_COMMISSIONING) {
            withdraw(model, number, ACCOUNT_WITHDRAWN);
        }
        number = next;
    }
    model_person_at(model, person_number)->taken |= care;
    model_referral_withdraw(model, person_number);
}

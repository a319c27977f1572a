/* model/rollout.c - teams open and close on dates; people who wait move with their clocks. */
#include "rollout.h"

#include <stdlib.h>

#include "base/mem.h"
#include "book.h"
#include "caseload.h"
#include "contact.h"
#include "followup.h"
#include "referral.h"
#include "service/opening.h"
#include "work.h"

void model_rollout_expect(struct model *model) {
    const struct svc_service *service = model->inputs->service;
    for (des_time next = svc_opening_next(service, model->now); next < model->inputs->end;
         next = svc_opening_next(service, next)) {
        model_schedule(model, EVENT_ROLLOUT, next, 0);
    }
}

static bool is_open(const struct model *model, size_t team) {
    return svc_opening_holds(model->teams[team].plan, model->now);
}

static bool has_just_opened(const struct model *model, size_t team) {
    return model->teams[team].plan->opens_at == model->now;
}

/* A need with which people came is theirs whatever referral led to its assessment; so they are asked for by the way in
 * by which they came, and for any other by that of the admission at which it arose: for these some team was found when
 * the scenario was read. */
static unsigned way_in(const struct model *model, const struct model_contact *contact) {
    const struct world_person *who = &model_person_at(model, contact->person)->who;
    return who->needs & contact->needs ? who->stream : model->inputs->world->admission_stream;
}

static size_t successor(const struct model *model, const struct model_contact *contact) {
    if (contact->kind == CONTACT_COMMISSIONING) {
        const unsigned need = model->inputs->world->commissioning_need;
        return model_referral_team(model, contact->person, need, contact->stream);
    }
    return model_referral_team(model, contact->person, model_followup_need(contact), way_in(model, contact));
}

void model_rollout_hand_on(struct model *model, uint32_t number) {
    struct model_contact *contact = model_contact_at(model, number);
    if (is_open(model, contact->team)) {
        return;
    }
    const bool is_waiting = contact->state == CONTACT_WAITING;
    model_book_team(model, ACCOUNT_OFFERED_SECONDS, contact->team, -model_work_offered(model, contact));
    const bool is_under_way = contact->is_under_way;
    if (is_waiting) {
        model_contact_leave_list(model, number, MODEL_REASON_MOVED);
        model_contact_drop_errand(model, number, MODEL_REASON_MOVED);
    }
    model_caseload_leave(model, number);
    contact->team = (uint16_t)successor(model, contact);
    if (is_under_way) {
        model_caseload_join(model, number);
    }
    if (is_waiting) {
        model_contact_join(model, number, contact->since);
    }
    model_book_team(model, ACCOUNT_OFFERED_SECONDS, contact->team, model_work_offered(model, contact));
}

/* Where one need of a referral would go now. Its own place on a list that is full is not taken by itself. */
static size_t destination(struct model *model, const struct model_contact *contact, unsigned need) {
    model->waiting[contact->team]--;
    const size_t team = model_referral_team(model, contact->person, need, contact->stream);
    model->waiting[contact->team]++;
    return is_open(model, contact->team) && !has_just_opened(model, team) ? contact->team : team;
}

/* Needs of one referral that go to one team. */
struct part {
    size_t team;
    world_needs asked;
};

/* Returns the number of parts, each of another team. */
static size_t divide(struct model *model, const struct model_contact *contact, struct part parts[WORLD_NEEDS_MAX]) {
    size_t count = 0;
    for (unsigned n = 0; n < WORLD_NEEDS_MAX; n++) {
        if (!(contact->asked >> n & 1)) {
            continue;
        }
        const size_t team = destination(model, contact, n);
        size_t p = 0;
        while (p < count && parts[p].team != team) {
            p++;
        }
        if (p == count) {
            parts[count++] = (struct part){team, WORLD_NO_NEEDS};
        }
        parts[p].asked |= world_needs_of(n);
    }
    return count;
}

static void move_referral(struct model *model, uint32_t number) {
    struct part parts[WORLD_NEEDS_MAX];
    struct model_contact old = *model_contact_at(model, number);
    const size_t count = divide(model, &old, parts);
    if (count == 1 && parts[0].team == old.team) {
        return;
    }
    model_book_team(model, ACCOUNT_OFFERED_SECONDS, old.team, -model_work_offered(model, &old));
    model_contact_leave_list(model, number, MODEL_REASON_MOVED);
    model_contact_close(model, number, MODEL_REASON_MOVED);
    model->teams[old.team].moved_out++;
    for (size_t p = 0; p < count; p++) {
        model_referral_move(model, &old, parts[p].team, parts[p].asked);
    }
}

/* Order of moving. Numbers of records depend on the order in which teams stand in the file; this does not. */
struct mover {
    des_time since;
    uint32_t person, contact;
    world_needs needs;
};

static int compare_movers(const void *a, const void *b) {
    const struct mover *one = a, *other = b;
    if (one->since != other->since) {
        return one->since < other->since ? -1 : 1;
    }
    if (one->person != other->person) {
        return one->person < other->person ? -1 : 1;
    }
    return one->needs < other->needs ? -1 : one->needs > other->needs;
}

static bool may_move(const struct model *model, const struct model_contact *contact) {
    if (contact->held != DES_NO_RECORD) { /* an errand goes with its contact */
        return false;
    }
    if (model_contact_is_assessment(contact)) {
        return contact->state == CONTACT_WAITING;
    }
    return !is_open(model, contact->team) && (contact->state == CONTACT_WAITING || contact->state == CONTACT_PAUSED);
}

static size_t collect(const struct model *model, struct mover *movers) {
    size_t count = 0;
    for (uint32_t number = 0; number < model->contacts.count; number++) {
        const struct model_contact *contact = model_contact_at(model, number);
        if (may_move(model, contact)) {
            const uint32_t person = model_person_at(model, contact->person)->who.number;
            const world_needs needs = model_contact_is_assessment(contact) ? contact->asked : contact->needs;
            movers[count++] = (struct mover){contact->since, person, number, needs};
        }
    }
    qsort(movers, count, sizeof *movers, compare_movers);
    return count;
}

/* Such a team looks at its list when its staff has changed, in the same second. */
static bool changes_staff_now(const struct model *model, size_t team) {
    const struct svc_team *plan = model->teams[team].plan;
    return plan->stages[svc_stage_at(plan, model->now)].from == model->now;
}

void model_rollout_change(struct model *model, uint32_t nobody) {
    (void)nobody;
    struct mover *movers = mem_zeroed(model->contacts.count, sizeof *movers);
    const size_t count = collect(model, movers);
    for (size_t i = 0; i < count; i++) {
        if (model_contact_is_assessment(model_contact_at(model, movers[i].contact))) {
            move_referral(model, movers[i].contact);
        } else {
            model_rollout_hand_on(model, movers[i].contact);
        }
    }
    free(movers);
    for (size_t t = 0; t < model->inputs->service->teams.count; t++) {
        if (!changes_staff_now(model, t)) {
            model_work_dispatch(model, t);
        }
    }
}

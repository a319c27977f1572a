/* model/followup.c - lead time, follow-ups and gaps, until a need is met. */
#include "followup.h"

#include <math.h>

#include "caseload.h"
#include "contact.h"
#include "journey.h"
#include "person.h"
#include "rollout.h"
#include "work.h"

unsigned model_followup_need(const struct model_contact *contact) {
    return (unsigned)__builtin_ctz(contact->needs);
}

enum { DRAWN_BITS = 4, DRAWN_MASK = (1 << DRAWN_BITS) - 1 };
_Static_assert(WORLD_NEEDS_MAX *DRAWN_BITS <= 64, "what was drawn for each need fits into a word");

static unsigned count_of(struct model *model, uint32_t person, unsigned need, uint64_t *all_drawn) {
    const unsigned drawn = *all_drawn >> need * DRAWN_BITS & DRAWN_MASK;
    if (drawn > 0) {
        return drawn - 1;
    }
    const struct world_need *plan = world_need(model->inputs->world, need);
    const uint32_t key = world_purpose_key(WORLD_FOLLOWUPS, need, 0);
    const uint32_t who = model_person_at(model, person)->who.number;
    const unsigned count = (unsigned)lround(world_person_amount(&model->random, who, key, &plan->followups));
    if (count < DRAWN_MASK) {
        *all_drawn |= (uint64_t)(count + 1) << need * DRAWN_BITS;
    }
    return count;
}

unsigned model_followup_count(struct model *model, struct model_contact *assessment, unsigned need) {
    return count_of(model, assessment->person, need, &assessment->followups_drawn);
}

/* The contact rests until the next follow-up falls due or, when none is left, until help is in place. */
static void pause(struct model *model, uint32_t number, uint32_t key, const struct des_dist *days) {
    struct model_contact *contact = model_contact_at(model, number);
    const uint32_t who = model_person_at(model, contact->person)->who.number;
    const double wait = world_person_amount(&model->random, who, key, days);
    contact->state = CONTACT_PAUSED;
    contact->event = model_schedule(model, EVENT_DUE, model->now + des_clock_span(wait, DES_DAY), number);
}

void model_followup_begin(struct model *model, const struct model_assessed *assessed, unsigned need) {
    const struct world_need *plan = world_need(model->inputs->world, need);
    uint64_t drawn = assessed->followups_drawn;
    const unsigned count = count_of(model, assessed->person, need, &drawn);
    const uint32_t number =
        model_contact_open(model, assessed->person, assessed->team, CONTACT_FOLLOWUP, &assessed->request);
    struct model_contact *contact = model_contact_at(model, number);
    contact->needs = world_needs_of(need);
    contact->followups_left = count;
    model_rollout_hand_on(model, number);
    model_caseload_join(model, number);
    pause(model, number, world_purpose_key(WORLD_LEAD, need, 0), &plan->lead_days);
}

static void finish(struct model *model, uint32_t number) {
    const struct model_contact *contact = model_contact_at(model, number);
    const uint32_t person = contact->person;
    const unsigned need = model_followup_need(contact);
    model_contact_close(model, number, MODEL_REASON_NONE);
    model_person_meet(model, person, need);
    model_journey_help(model, person);
    model_person_settle(model, person);
}

void model_followup_due(struct model *model, uint32_t number) {
    struct model_contact *contact = model_contact_at(model, number);
    contact->event = DES_NO_EVENT;
    if (contact->followups_left == 0) {
        finish(model, number);
        return;
    }
    if (model_person_at(model, contact->person)->is_inpatient) {
        contact->is_overdue = true;
        return;
    }
    const uint32_t team = contact->team;
    model_contact_join(model, number, model->now);
    model_work_dispatch(model, team);
}

void model_followup_put_off(struct model *model, uint32_t number) {
    struct model_contact *contact = model_contact_at(model, number);
    model_contact_leave_list(model, number, MODEL_REASON_ADMITTED);
    model_contact_drop_errand(model, number, MODEL_REASON_ADMITTED);
    contact->state = CONTACT_PAUSED;
    contact->is_overdue = true;
}

void model_followup_take_up(struct model *model, uint32_t person) {
    for (uint32_t c = model_person_at(model, person)->first_contact; c != DES_NO_RECORD;
         c = model_contact_at(model, c)->next_contact) {
        struct model_contact *contact = model_contact_at(model, c);
        if (contact->is_overdue) {
            contact->is_overdue = false;
            model_contact_join(model, c, model->now);
            model_work_dispatch(model, contact->team);
        }
    }
}

void model_followup_end(struct model *model, uint32_t number) {
    struct model_contact *contact = model_contact_at(model, number);
    contact->followups_left--;
    contact->followups_done++;
    if (contact->followups_left == 0) {
        finish(model, number);
        return;
    }
    model_rollout_hand_on(model, number);
    const unsigned need = model_followup_need(contact);
    pause(model, number, world_purpose_key(WORLD_FOLLOWUP_GAP, need, contact->followups_done),
          &world_need(model->inputs->world, need)->followup_gap_days);
}

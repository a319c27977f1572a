/* model/work.c - staff at work: who takes what next, how long it takes, when it ends. */
#include "work.h"

#include "assessment.h"
#include "base/err.h"
#include "book.h"
#include "contact.h"
#include "followup.h"
#include "referral.h"
#include "service/opening.h"
#include "triage.h"
#include "use.h"
#include "visit.h"
#include "watch.h"

/* Base where nobody's record is trusted, and work on each need at the team's pace. */
static double draw_assessment(struct model *model, const struct model_contact *contact) {
    const struct world *world = model->inputs->world;
    const uint32_t person = model_person_at(model, contact->person)->who.number;
    double hours = 0;
    if (contact->kind == CONTACT_FIRST || contact->kind == CONTACT_SECOND) {
        hours += world_person_amount(&model->random, person, WORLD_ASSESSMENT_BASE, &world->assessment_hours);
    }
    for (world_needs rest = contact->needs; rest != WORLD_NO_NEEDS; rest &= rest - 1) {
        const unsigned n = (unsigned)__builtin_ctz(rest);
        const uint32_t key = world_purpose_key(WORLD_ASSESSMENT_WORK, n, 0);
        hours += model->teams[contact->team].plan->pace[n] *
                 world_person_amount(&model->random, person, key, &world_need(world, n)->assessment_hours);
    }
    return hours;
}

/* Asked when the referral comes and again when a crew takes it, mostly about the same needs. */
static double assessment_hours(struct model *model, struct model_contact *contact) {
    struct model_estimate *estimate = &contact->estimate;
    const bool is_same =
        estimate->needs == contact->needs && estimate->team == contact->team && estimate->kind == contact->kind;
    if (!is_same) {
        const double hours = draw_assessment(model, contact);
        *estimate = (struct model_estimate){hours, contact->needs, contact->team, contact->kind};
    }
    return estimate->hours;
}

static double followup_hours(struct model *model, const struct model_contact *contact, double travel) {
    const unsigned need = model_followup_need(contact);
    const uint32_t key = world_purpose_key(WORLD_FOLLOWUP_WORK, need, contact->followups_done);
    const double hours = world_person_amount(&model->random, model_person_at(model, contact->person)->who.number, key,
                                             &world_need(model->inputs->world, need)->followup_hours);
    return model->teams[contact->team].plan->pace[need] * hours + travel;
}

static double followups_offered(const struct model *model, const struct model_contact *contact, unsigned need,
                                unsigned count) {
    const double hours = des_dist_mean(&world_need(model->inputs->world, need)->followup_hours);
    return count *
           (model->teams[contact->team].plan->pace[need] * hours + model_visit_expected_travel_hours(model, contact));
}

double model_work_offered(struct model *model, struct model_contact *contact) {
    if (contact->kind == CONTACT_FOLLOWUP) {
        return followups_offered(model, contact, model_followup_need(contact), contact->followups_left) * DES_HOUR;
    }
    const struct svc_team *plan = model->teams[contact->team].plan;
    const bool is_joint = model_contact_is_assessment(contact) && plan->crew_count > 0;
    const double travel = model_visit_expected_travel_hours(model, contact);
    double hours = (assessment_hours(model, contact) + travel) * (double)(is_joint ? plan->crew_count : 1);
    world_needs followed = contact->kind == CONTACT_COMMISSIONING ? WORLD_NO_NEEDS : contact->needs;
    for (; followed != WORLD_NO_NEEDS; followed &= followed - 1) {
        const unsigned n = (unsigned)__builtin_ctz(followed);
        hours += followups_offered(model, contact, n, model_followup_count(model, contact, n));
    }
    return (hours + model_triage_hours_ahead(model, contact)) * DES_HOUR;
}

/* How long a contact takes, travel included. */
static double hours_of(struct model *model, struct model_contact *contact, double travel) {
    switch (contact->kind) {
    case CONTACT_MISSED:
        return travel;
    case CONTACT_TRIAGE:
        return model_triage_hours(model, contact);
    case CONTACT_FOLLOWUP:
        return followup_hours(model, contact, travel);
    default:
        return assessment_hours(model, contact) + travel;
    }
}

/* A crew takes it. Returns the hours of each member. */
static double set_to_work(struct model *model, uint32_t number) {
    struct model_contact *contact = model_contact_at(model, number);
    struct model_team *team = &model->teams[contact->team];
    const double travel = model_visit_travel_hours(model, contact), hours = hours_of(model, contact, travel);
    contact->travel_share = contact->kind == CONTACT_MISSED || hours <= 0 ? 0 : travel / hours;
    svc_roster_take(team->roster, contact->crew_kind, model->now, &contact->crew);
    contact->crew_daily = (uint32_t)svc_roster_crew_daily(team->roster, &contact->crew);
    contact->counted_from = model->now;
    contact->state = CONTACT_WORKING;
    for (size_t i = 0; i < contact->crew.count; i++) {
        team->work_of[contact->crew.members[i]] = number;
    }
    const des_time end =
        des_calendar_finish(team->calendar, model->now, des_clock_span(hours, DES_HOUR), contact->crew_daily);
    contact->event = model_schedule(model, EVENT_COMPLETION, end, number);
    model_watch_contact(model, MODEL_FACT_WORK_BEGINS, number, MODEL_REASON_NONE);
    return hours;
}

static void start(struct model *model, uint32_t number) {
    if (model_visit_is_missed(model, model_contact_at(model, number))) {
        set_to_work(model, model_visit_miss(model, number));
        return;
    }
    model_contact_leave_list(model, number, MODEL_REASON_SEEN);
    struct model_contact *contact = model_contact_at(model, number);
    model_unschedule(model, &contact->event); /* nobody leaves a list on which they no longer are */
    model_referral_bring_up_to_date(model, number);
    const double hours = set_to_work(model, number);
    if (model_contact_is_assessment(contact)) {
        model_assessment_begin(model, number, hours);
    }
}

void model_work_dispatch(struct model *model, size_t number) {
    const struct model_team *team = &model->teams[number];
    while (svc_list_crews(team->list) != 0) {
        const uint64_t kinds = svc_roster_kinds(team->roster, model->now) & svc_list_crews(team->list);
        if (kinds == 0) {
            return;
        }
        start(model, svc_list_entry(team->list, svc_list_next(team->list, kinds, model->now))->subject);
    }
}

/* Enters the work of a crew from where it was last entered up to now. What is ended after a team has closed, or a post
 * has gone, is counted neither as work nor as time on duty: the next team pays for these people now. */
static void enter_work(struct model *model, struct model_contact *contact) {
    const struct model_team *team = &model->teams[contact->team];
    const des_time until = contact->counted_from + svc_opening_within(team->plan, contact->counted_from, model->now);
    des_time sum = 0;
    for (size_t i = 0; i < contact->crew.count; i++) {
        const uint32_t member = contact->crew.members[i];
        const des_time own = svc_roster_daily(team->roster, member);
        const des_time daily = own < contact->crew_daily ? own : contact->crew_daily;
        const des_time worked =
            daily > 0 ? des_calendar_worked(team->calendar, contact->counted_from, until, daily) : 0;
        model_book_staff(model, ACCOUNT_WORK_SECONDS, contact->team, svc_roster_role(team->roster, member),
                         (double)worked);
        sum += worked;
    }
    model_use_enter(model, contact, (double)sum);
    contact->counted_from = model->now;
}

void model_work_bring_team_up_to_date(struct model *model, size_t number) {
    const struct model_team *team = &model->teams[number];
    for (size_t m = 0; m < svc_roster_size(team->roster); m++) {
        struct model_contact *contact =
            team->work_of[m] == DES_NO_RECORD ? NULL : model_contact_at(model, team->work_of[m]);
        if (contact != NULL && contact->crew.members[0] == m) {
            enter_work(model, contact);
        }
    }
}

void model_work_bring_up_to_date(struct model *model) {
    for (size_t t = 0; t < model->inputs->service->teams.count; t++) {
        model_work_bring_team_up_to_date(model, t);
    }
}

static void release_crew(struct model *model, struct model_contact *contact) {
    struct model_team *team = &model->teams[contact->team];
    enter_work(model, contact);
    svc_roster_give_back(team->roster, &contact->crew, model->now);
    for (size_t i = 0; i < contact->crew.count; i++) {
        team->work_of[contact->crew.members[i]] = DES_NO_RECORD;
    }
    if (contact->kind != CONTACT_TRIAGE && contact->kind != CONTACT_MISSED) {
        model_book_team(model, ACCOUNT_CONTACTS, contact->team, 1);
    }
    contact->state = CONTACT_NEW;
    contact->event = DES_NO_EVENT;
}

static void end(struct model *model, uint32_t number) {
    switch (model_contact_at(model, number)->kind) {
    case CONTACT_TRIAGE:
        model_triage_end(model, number);
        break;
    case CONTACT_MISSED:
        model_contact_end_errand(model, number);
        break;
    case CONTACT_FOLLOWUP:
        model_followup_end(model, number);
        break;
    default:
        model_assessment_end(model, number);
    }
}

void model_work_complete(struct model *model, uint32_t number) {
    struct model_contact *contact = model_contact_at(model, number);
    const uint32_t team = contact->team;
    model_watch_contact(model, MODEL_FACT_WORK_ENDS, number, MODEL_REASON_NONE);
    release_crew(model, contact);
    if (contact->person == DES_NO_RECORD) {
        des_pool_give(&model->contacts, number);
    } else {
        end(model, number);
    }
    model_work_dispatch(model, team);
}

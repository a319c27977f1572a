/* model/observe.c - closing a period of the accounts. */
#include "observe.h"

#include "book.h"
#include "service/opening.h"
#include "work.h"

static void enter_staff(struct model *model, size_t t) {
    const struct model_team *team = &model->teams[t];
    const double years = des_clock_units(svc_opening_within(team->plan, model->period_start, model->now), DES_YEAR);
    for (unsigned r = 0; r < model->inputs->world->roles.count; r++) {
        const des_time offered = svc_roster_offered(team->roster, r, model->period_start, model->now);
        model_book_staff(model, ACCOUNT_AVAILABLE_SECONDS, t, r, (double)offered);
        model_book_team(model, ACCOUNT_STAFF_GBP, t, team->plan->cost_per_year[r] * years);
    }
}

static void enter_snapshot(struct model *model, size_t t, enum model_class class, unsigned priority) {
    const size_t priorities = model->inputs->world->priorities.count;
    const struct svc_list_age age = svc_list_class_age(model->teams[t].list, class * priorities + priority, model->now);
    const struct model_waiting_group group = {t, priority, class == CLASS_ASSESSMENT_IN_HOSPITAL};
    model_book_snapshot(model, ACCOUNT_SNAPSHOT_PEOPLE, &group, (double)age.count);
    model_book_snapshot(model, ACCOUNT_SNAPSHOT_SECONDS, &group, (double)age.waited);
}

void model_observe_close_period(struct model *model) {
    model_work_bring_up_to_date(model);
    for (size_t t = 0; t < model->inputs->service->teams.count; t++) {
        enter_staff(model, t);
        for (unsigned p = 0; p < model->inputs->world->priorities.count; p++) {
            enter_snapshot(model, t, CLASS_ASSESSMENT, p);
            enter_snapshot(model, t, CLASS_ASSESSMENT_IN_HOSPITAL, p);
        }
    }
    des_ledger_add(model->ledger, ACCOUNT_SECONDS, 0, (double)(model->now - model->period_start));
    des_ledger_close_period(model->ledger, model->now);
    model->period_start = model->now;
    model->period++;
}

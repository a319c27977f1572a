/* model/observe.c - closing a period of the accounts, and the histograms when the run is over. */
#include "observe.h"

#include <math.h>

#include "book.h"
#include "incidence.h"
#include "use.h"
#include "wait_band.h"
#include "work.h"

static void enter_staff(struct model *model, size_t t) {
    struct svc_roster *roster = model->teams[t].roster;
    if (model->now == model->period_start) { /* no warm-up */
        return;
    }
    for (unsigned r = 0; r < model->inputs->world->roles.count; r++) {
        const struct svc_spent spent = svc_roster_spent(roster, r, model->now);
        const double sick = (double)spent.lost[WORLD_SICK], vacant = (double)spent.lost[WORLD_VACANT];
        const double fte = svc_stage_mean_fte(model->teams[t].plan, r, model->period_start, model->now);
        model_book_staff(model, ACCOUNT_AVAILABLE_SECONDS, t, r, (double)spent.on_duty);
        model_use_offer(model, t, r, (double)spent.on_duty);
        model_book_team(model, ACCOUNT_FTE_SECONDS, t, fte * (double)(model->now - model->period_start));
        model_book_staff(model, ACCOUNT_LOST_SICKNESS_SECONDS, t, r, sick);
        model_book_staff(model, ACCOUNT_LOST_VACANCY_SECONDS, t, r, vacant);
        model_book_staff(model, ACCOUNT_LOST_SECONDS, t, r, sick + vacant);
        model_book_team(model, ACCOUNT_STAFF_GBP, t, spent.cost_gbp);
    }
    svc_roster_settle(roster, model->now);
}

static void enter_snapshot(struct model *model, size_t t, enum model_class class, unsigned priority) {
    const size_t priorities = model->inputs->world->priorities.count;
    const struct svc_list_age age = svc_list_class_age(model->teams[t].list, class * priorities + priority, model->now);
    const struct model_waiting_group group = {t, priority, class == CLASS_ASSESSMENT_IN_HOSPITAL, (double)age.count,
                                              (double)age.waited};
    model_book_snapshot(model, &group);
}

/* How many wait in each band. */
struct bands {
    des_time now;
    size_t people[MODEL_WAIT_BANDS];
};

static void count_in_band(void *context, const struct svc_waiting *waiting) {
    struct bands *bands = context;
    bands->people[model_wait_band_of(bands->now - waiting->since)]++;
}

/* As everywhere, people in hospital are not among them. */
static void enter_bands(struct model *model) {
    const size_t priorities = model->inputs->world->priorities.count;
    struct bands bands = {.now = model->now};
    size_t all = 0;
    for (size_t t = 0; t < model->inputs->service->teams.count; t++) {
        for (size_t p = 0; p < priorities; p++) {
            const size_t class = CLASS_ASSESSMENT * priorities + p;
            svc_list_visit_class(model->teams[t].list, class, count_in_band, &bands);
            all += svc_list_class_age(model->teams[t].list, class, model->now).count;
        }
    }
    for (size_t b = 0; b < MODEL_WAIT_BANDS; b++) {
        model_book_subject(model, ACCOUNT_WAITING_IN_BAND, MODEL_WAIT_BAND, b, (double)bands.people[b]);
    }
    model_book_subject(model, ACCOUNT_WAITING_IN_BAND, MODEL_ALL, 0, (double)all);
    model_book_subject(model, ACCOUNT_SNAPSHOTS, MODEL_ALL, 0, 1);
}

/* The number in the middle of the period stands for all of it. */
static void enter_residents(struct model *model) {
    const struct world *world = model->inputs->world;
    const double seconds = (double)(model->now - model->period_start);
    const des_time middle = model->period_start + (model->now - model->period_start) / 2;
    const double year = world->start_year + des_clock_units(middle, DES_YEAR);
    const double from_years = world->hospital.indicator_from_years;
    double residents = 0;
    for (size_t b = 0; b < world->bands.count; b++) {
        const struct world_band *band = world_band(world, b);
        const double share =
            (band->to_years - fmax(band->from_years, from_years)) / (band->to_years - band->from_years);
        for (size_t l = 0; share > 0 && l < world->localities.count; l++) {
            residents += share * world_population_at(&world->population, l, b, year);
        }
    }
    model_book_subject(model, ACCOUNT_RESIDENTS_INDICATOR, MODEL_ALL, 0, residents * seconds);
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
    enter_bands(model);
    enter_residents(model);
    model_book_subject(model, ACCOUNT_SECONDS, MODEL_ALL, 0, (double)(model->now - model->period_start));
    model_book_close_period(model);
    model->period_start = model->now;
    model->period++;
}

/* People in hospital count for no priority and not among all. */
void model_observe_end(struct model *model) {
    const struct model_chart *chart = &model->chart;
    const size_t priorities = chart->dimension_size[MODEL_PRIORITY];
    des_histogram_fold(&model->waits, chart->first_wait[MODEL_ALL], chart->first_wait[MODEL_PRIORITY], priorities);
    des_histogram_fold(&model->journeys, chart->first_journey[MODEL_ALL], chart->first_journey[MODEL_LOCALITY],
                       chart->dimension_size[MODEL_LOCALITY]);
    for (size_t way = 0; way < MODEL_CAUSES + 1; way++) {
        const size_t first = way * chart->incidence_subjects;
        des_histogram_fold(&model->incidence, first + chart->first_incidence[MODEL_ALL],
                           first + chart->first_incidence[MODEL_PRIORITY], priorities);
    }
}

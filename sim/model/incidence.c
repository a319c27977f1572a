/* model/incidence.c - counting ways out of the lists. */
#include "incidence.h"

const char *model_cause_name(enum model_cause cause) {
    static const char *const names[MODEL_CAUSES] = {
        [MODEL_CAUSE_SEEN] = "seen",
        [MODEL_CAUSE_DIED] = "died",
        [MODEL_CAUSE_ADMITTED] = "admitted",
        [MODEL_CAUSE_LEFT] = "left",
    };
    return names[cause];
}

/* The clock of who was referred in the warm-up began before anybody was counted. */
static void count(struct model *model, size_t way, size_t priority, des_time since) {
    if (since >= 0) {
        const struct model_chart *chart = &model->chart;
        const size_t first = way * chart->incidence_subjects + chart->first_incidence[MODEL_PRIORITY];
        des_histogram_add(&model->incidence, first + priority,
                          des_histogram_bin(&model->incidence, model->now - since));
    }
}

void model_incidence_leave(struct model *model, const struct model_contact *contact, enum model_cause cause) {
    if (!contact->in_hospital) {
        count(model, cause, contact->priority, contact->since);
    }
}

static void censor(void *context, const struct svc_waiting *waiting) {
    struct model *model = context;
    count(model, MODEL_CAUSES, model_contact_at(model, waiting->subject)->priority, waiting->since);
}

void model_incidence_end(struct model *model) {
    const size_t priorities = model->inputs->world->priorities.count;
    for (size_t t = 0; t < model->inputs->service->teams.count; t++) {
        for (size_t p = 0; p < priorities; p++) {
            svc_list_visit_class(model->teams[t].list, CLASS_ASSESSMENT * priorities + p, censor, model);
        }
    }
}

const struct des_histogram *model_incidence(const struct model *model) {
    return &model->incidence;
}

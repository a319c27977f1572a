/* model/capacity.c - changes of staff on their dates, and people who fall ill, leave, come back. */
#include "capacity.h"

#include "base/mem.h"
#include "work.h"

void model_capacity_make(struct model *model) {
    const struct model_inputs *inputs = model->inputs;
    for (size_t t = 0; t < inputs->service->teams.count; t++) {
        const struct model_team *team = &model->teams[t];
        const size_t members = svc_roster_size(team->roster);
        model->posts = mem_resized(model->posts, model->post_count + members, sizeof *model->posts);
        for (uint32_t m = 0; m < members; m++) {
            const char *role = world_role(inputs->world, svc_roster_role(team->roster, m))->name;
            model->posts[model->post_count++] = (struct model_post){
                .team = (uint32_t)t,
                .member = m,
                .number = world_absence_post(team->plan->name, role, svc_roster_place(team->roster, m)),
            };
        }
    }
}

static const struct world_role *role_of(const struct model *model, const struct model_post *post) {
    return world_role(model->inputs->world, svc_roster_role(model->teams[post->team].roster, post->member));
}

/* The roster hears of a stretch that begins now, and its end is scheduled. */
static void enter_stretch(struct model *model, uint32_t subject) {
    const struct model_post *post = &model->posts[subject / WORLD_ABSENCES];
    const enum world_absence kind = subject % WORLD_ABSENCES;
    const struct world_stretch *stretch = &post->stretches[kind];
    svc_roster_set_absent(model->teams[post->team].roster, post->member, kind, stretch->is_absent, model->now);
    model_schedule(model, EVENT_POST, stretch->until, subject);
}

static void begin_post(struct model *model, size_t p) {
    struct model_post *post = &model->posts[p];
    for (unsigned kind = 0; kind < WORLD_ABSENCES; kind++) {
        const struct world_role *role = role_of(model, post);
        if (world_absence_is_on(role, kind)) {
            post->stretches[kind] = world_absence_begin(role, kind, &model->random, post->number, model->now);
            enter_stretch(model, (uint32_t)p * WORLD_ABSENCES + kind);
        }
    }
}

void model_capacity_begin(struct model *model) {
    for (size_t t = 0; t < model->inputs->service->teams.count; t++) {
        const struct svc_team *plan = model->teams[t].plan;
        for (size_t s = 1; s < plan->stage_count; s++) {
            model_schedule(model, EVENT_STAFF, plan->stages[s].from, (uint32_t)t);
        }
    }
    for (size_t p = 0; p < model->post_count; p++) {
        begin_post(model, p);
    }
}

/* Who is new, or has more time, looks at the list at once. */
void model_capacity_change(struct model *model, uint32_t team) {
    model_work_bring_team_up_to_date(model, team); /* by the posts of before */
    svc_roster_change(model->teams[team].roster, model->now);
    model_work_dispatch(model, team);
}

void model_capacity_turn(struct model *model, uint32_t subject) {
    struct model_post *post = &model->posts[subject / WORLD_ABSENCES];
    const enum world_absence kind = subject % WORLD_ABSENCES;
    post->stretches[kind] =
        world_absence_next(role_of(model, post), kind, &model->random, post->number, &post->stretches[kind]);
    enter_stretch(model, subject);
    model_work_dispatch(model, post->team);
}

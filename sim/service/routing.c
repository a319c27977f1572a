/* service/routing.c - for each need and locality, the teams that could take it, in the order of asking. */
#include "service/routing.h"

#include <stdlib.h>

#include "base/mem.h"
#include "service/opening.h"

struct candidates {
    int *teams;
    size_t count;
};

struct svc_routing {
    size_t needs, localities;
    struct candidates *candidates; /* [need][locality] */
};

/* Insertion keeps file order among equal precedence. */
static void insert(struct candidates *candidates, const struct svc_service *service, int team) {
    candidates->teams = mem_resized(candidates->teams, candidates->count + 1, sizeof *candidates->teams);
    size_t place = candidates->count++;
    const int64_t precedence = svc_team(service, (size_t)team)->precedence;
    while (place > 0 && svc_team(service, (size_t)candidates->teams[place - 1])->precedence < precedence) {
        candidates->teams[place] = candidates->teams[place - 1];
        place--;
    }
    candidates->teams[place] = team;
}

struct svc_routing *svc_routing_new(const struct svc_service *service, const struct world *world) {
    struct svc_routing *routing = mem_zeroed(1, sizeof *routing);
    routing->needs = world->needs.count;
    routing->localities = world->localities.count;
    routing->candidates = mem_zeroed(routing->needs * routing->localities, sizeof *routing->candidates);
    for (size_t i = 0; i < routing->needs * routing->localities; i++) {
        const size_t need = i / routing->localities, locality = i % routing->localities;
        for (size_t t = 0; t < service->teams.count; t++) {
            const struct svc_team *team = svc_team(service, t);
            if (team->remit_needs >> need & 1 && team->locality_mask >> locality & 1) {
                insert(&routing->candidates[i], service, (int)t);
            }
        }
    }
    return routing;
}

void svc_routing_free(struct svc_routing *routing) {
    if (routing != NULL) {
        for (size_t i = 0; i < routing->needs * routing->localities; i++) {
            free(routing->candidates[i].teams);
        }
        free(routing->candidates);
        free(routing);
    }
}

static bool takes(const struct svc_team *team, const struct svc_question *question) {
    return team->from_years <= question->age_years && question->age_years < team->to_years &&
           team->stream_mask >> question->stream & 1 && !(team->only_without_service && question->has_service) &&
           svc_opening_holds(team, question->now);
}

int svc_routing_team(const struct svc_routing *routing, const struct svc_service *service,
                     const struct svc_question *question, const size_t *waiting) {
    const struct candidates *candidates =
        &routing->candidates[question->need * routing->localities + question->locality];
    for (size_t i = 0; i < candidates->count; i++) {
        const struct svc_team *team = svc_team(service, (size_t)candidates->teams[i]);
        const bool is_full =
            team->list_limit >= 0 && waiting != NULL && waiting[candidates->teams[i]] >= (size_t)team->list_limit;
        if (!is_full && takes(team, question)) {
            return candidates->teams[i];
        }
    }
    return SVC_NO_TEAM;
}

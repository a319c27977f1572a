/* service/service.c - the teams of a scenario as they work over a world. */
#include "service/service.h"

#include <stdlib.h>

#include "prepare.h"
#include "service/routing.h"

/* clang-format off: one row is one parameter. */
static const struct param service_params[] = {
    {.key = "teams",
     .kind = PARAM_ROWS,
     .offset = offsetof(struct svc_service, teams),
     .low = 1,
     .high = 20000,
     .fallback = 0,
     .unit = "list of groups",
     .meaning = "Teams, in the order in which referrals are offered to them.",
     .table = &svc_team_table},
};
/* clang-format on */

const struct param_table svc_service_table = {
    .name = "service",
    .meaning = "How help is organised.",
    .size = sizeof(struct svc_service),
    .params = service_params,
    .count = sizeof service_params / sizeof service_params[0],
};

const struct svc_team *svc_team(const struct svc_service *service, size_t index) {
    return (const struct svc_team *)service->teams.rows + index;
}

bool svc_prepare(struct svc_service *service, const struct world *world, const char *file, struct err_list *err) {
    const size_t before = err->count;
    svc_prepare_teams(service, world, file, err);
    if (err->count > before) {
        return false;
    }
    service->routing = svc_routing_new(service, world);
    svc_prepare_cover(service, world, file, err);
    return err->count == before;
}

void svc_free(struct svc_service *service) {
    svc_routing_free(service->routing);
    free(service->organisations);
    service->routing = NULL;
    service->organisations = NULL;
}

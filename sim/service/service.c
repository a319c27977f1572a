/* service/service.c - the teams of a scenario as they work over a world. */
#include "service/service.h"

#include <stdlib.h>

#include "prepare.h"
#include "service/routing.h"

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
    struct svc_team *teams = service->teams.rows;
    for (size_t t = 0; t < service->teams.count; t++) {
        free(teams[t].stages);
        teams[t].stages = NULL;
    }
    svc_routing_free(service->routing);
    free(service->organisations);
    service->routing = NULL;
    service->organisations = NULL;
}

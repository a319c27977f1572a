/* service/prepare.h - checking teams against a world (inside the service only). */
#ifndef SIM_SERVICE_PREPARE_H
#define SIM_SERVICE_PREPARE_H

#include "service/service.h"

/* Turns the names in every team into indices and complains about those that do not exist or do not go together. */
void svc_prepare_teams(struct svc_service *service, const struct world *world, const char *file, struct err_list *err);

/* Complains about every need that somebody may have and no team without a limit on its list would take. */
void svc_prepare_cover(const struct svc_service *service, const struct world *world, const char *file,
                       struct err_list *err);

#endif

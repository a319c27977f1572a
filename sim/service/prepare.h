/* service/prepare.h - checking teams against a world (inside the service only). */
#ifndef SIM_SERVICE_PREPARE_H
#define SIM_SERVICE_PREPARE_H

#include "service/service.h"

/* Works out the stages of a team's staff and the most FTE of each role. Complains about dates that do not rise.
 *   place  where the team stands */
void svc_stage_make(struct svc_team *team, const struct world *world, struct param_place place, struct err_list *err);

/* Complains about what a team cannot do with the staff of one of its stages while everybody is free, with the date where
 * there are several; of a team that is closed throughout, with all who ever belong to it. */
void svc_stage_check(struct svc_team *team, const struct world *world, struct param_place place, struct err_list *err);

/* Complains about every need that somebody may have and no team without a limit on its list would take. */
void svc_prepare_cover(const struct svc_service *service, const struct world *world, const char *file,
                       struct err_list *err);

#endif

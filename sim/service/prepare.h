/* service/prepare.h - checking teams against a world (inside the service only). */
#ifndef SIM_SERVICE_PREPARE_H
#define SIM_SERVICE_PREPARE_H

#include "service/service.h"

/* Works out the stages of a team's staff and the most FTE of each role. Complains about dates that do not rise.
 *   place  where the team stands */
void svc_stage_make(struct svc_team *team, const struct world *world, struct param_place place, struct err_list *err);

/* Can the team's crew be formed of so many FTE by role while everybody is free? */
bool svc_stage_can_form_crew(const struct svc_team *team, const double fte[WORLD_ROLES_MAX]);

/* For a team that could do its work if all who ever belong to it were there at once: complains about stages in which it
 * cannot. */
void svc_stage_check(struct svc_team *team, const struct world *world, struct param_place place, struct err_list *err);

/* Turns the names in every team into indices and complains about those that do not exist or do not go together. */
void svc_prepare_teams(struct svc_service *service, const struct world *world, const char *file, struct err_list *err);

/* Complains about every need that somebody may have and no team without a limit on its list would take. */
void svc_prepare_cover(const struct svc_service *service, const struct world *world, const char *file,
                       struct err_list *err);

#endif

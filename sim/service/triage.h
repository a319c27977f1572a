/* service/triage.h - screening of referrals on receipt: its parameters and their rules (inside the service only). */
#ifndef SIM_SERVICE_TRIAGE_H
#define SIM_SERVICE_TRIAGE_H

#include "service/service.h"

extern const struct param_table svc_triage_table;

/* Works out who screens in a team whose roles are prepared. Complains about a role that does not exist or that nobody
 * there has or stands in for, and about shares that do not go together.
 *   file  borrowed; named in complaints */
void svc_triage_prepare(struct svc_team *team, const struct world *world, const char *file, struct err_list *err);

#endif

/* service/opening.h - when teams are open: a rollout opens and closes teams on dates.
 * A team takes referrals, and its staff are on duty, from opens_at up to closes_at, that moment excluded. */
#ifndef SERVICE_OPENING_H
#define SERVICE_OPENING_H

#include <stdbool.h>

#include "engine/clock.h"
#include "service/service.h"

/* Is the team open at this moment? */
bool svc_opening_holds(const struct svc_team *team, des_time now);

/* How long the team is open in [from, to) [s]. */
des_time svc_opening_within(const struct svc_team *team, des_time from, des_time to);

/* The first moment after this one at which a team opens or closes; DES_NEVER when there is none. */
des_time svc_opening_next(const struct svc_service *service, des_time after);

#endif

/* service/routing.h - where a referral goes: to the first team, by precedence and then in file order, that serves the
 * locality and the age, has the need in its remit, accepts the way in and whether a service exists, is open and is not
 * full. */
#ifndef SERVICE_ROUTING_H
#define SERVICE_ROUTING_H

#include <stdbool.h>
#include <stddef.h>

#include "service/service.h"

/* What a referral asks for. */
struct svc_question {
    unsigned need, locality, stream;
    double age_years;
    bool has_service;
    des_time now;
};

enum { SVC_NO_TEAM = -1 };

/* Prepares the table of candidates; svc_prepare calls it and svc_free frees it. */
struct svc_routing *svc_routing_new(const struct svc_service *service, const struct world *world);
void svc_routing_free(struct svc_routing *routing);

/* Index of the team, or SVC_NO_TEAM.
 *   waiting  [team] borrowed: people waiting for assessment at each; NULL: as if all lists were empty */
int svc_routing_team(const struct svc_routing *routing, const struct svc_service *service,
                     const struct svc_question *question, const size_t *waiting);

#endif

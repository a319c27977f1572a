/* service/opening.c - when teams are open. */
#include "service/opening.h"

bool svc_opening_holds(const struct svc_team *team, des_time now) {
    return team->opens_at <= now && now < team->closes_at;
}

des_time svc_opening_within(const struct svc_team *team, des_time from, des_time to) {
    const des_time begin = from > team->opens_at ? from : team->opens_at;
    const des_time end = to < team->closes_at ? to : team->closes_at;
    return begin < end ? end - begin : 0;
}

static des_time earlier_behind(des_time after, des_time found, des_time time) {
    return after < time && time < found ? time : found;
}

des_time svc_opening_next(const struct svc_service *service, des_time after) {
    des_time next = DES_NEVER;
    for (size_t t = 0; t < service->teams.count; t++) {
        const struct svc_team *team = svc_team(service, t);
        next = earlier_behind(after, next, team->opens_at);
        next = earlier_behind(after, next, team->closes_at);
    }
    return next;
}

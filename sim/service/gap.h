/* service/gap.h - needs that no team takes, folded into one complaint where they have one reason (inside the service
 * only). */
#ifndef SIM_SERVICE_GAP_H
#define SIM_SERVICE_GAP_H

#include "base/err.h"
#include "base/param.h"

/* Cases with one reason. */
struct svc_gap {
    int team;      /* that closes, or SVC_NO_TEAM: then the need is the reason */
    unsigned need; /* of the first case */
    struct param_place place;
    char *text;   /* the first case in full, owned */
    char *more;   /* a few others in short, owned */
    size_t count; /* cases */
};

struct svc_gaps {
    struct svc_gap *gaps; /* owned */
    size_t count, capacity;
};

/* Adds a case to those with its reason.
 *   gap   team, need and place are set
 *   text  the sentence, should it be the first; owned from now on
 *   more  what is said of it should it not be; owned from now on */
void svc_gap_add(struct svc_gaps *gaps, struct svc_gap gap, char *text, char *more);

/* Complains of all that were added, and forgets them. */
void svc_gap_complain(struct svc_gaps *gaps, struct err_list *err);

#endif

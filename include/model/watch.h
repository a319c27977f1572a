/* model/watch.h - being told what happens while a model runs: to people, for those who compare persons or follow one; and
 * event by event, for those who look for the first event in which two runs differ. A watcher changes nothing. */
#ifndef MODEL_WATCH_H
#define MODEL_WATCH_H

#include <stdint.h>

#include "engine/clock.h"
#include "model/model.h"
#include "service/service.h"

/* What a watcher is told of. What begins also ends, for everybody before they go and at the latest with the run. */
enum model_fact {
    MODEL_FACT_CAME,           /* by a stream */
    MODEL_FACT_WAS_THERE,      /* from day one: with a package, in a care home, or on a list */
    MODEL_FACT_WAIT_BEGINS,    /* on a team's list, for a piece of work */
    MODEL_FACT_WAIT_ENDS,      /* the reason says why */
    MODEL_FACT_WORK_BEGINS,    /* a crew sets to a piece of work: an assessment, a follow-up, screening, ... */
    MODEL_FACT_WORK_ENDS,      /* for the person: a crew ends what it is at even if they have died */
    MODEL_FACT_ASSESSED,       /* an assessment begins */
    MODEL_FACT_HELPED,         /* the last of the needs besides care has been met */
    MODEL_FACT_NEEDS_CARE,     /* a need for care begins */
    MODEL_FACT_CARE,           /* a package of care starts */
    MODEL_FACT_PACKAGE_BEGINS, /* those in payment on day one included */
    MODEL_FACT_PACKAGE_ENDS,
    MODEL_FACT_HOME_BEGINS, /* lives in a care home from now on */
    MODEL_FACT_HOME_ENDS,
    MODEL_FACT_ADMITTED,    /* to hospital, as an emergency */
    MODEL_FACT_STAY_BEGINS, /* in hospital: admitted, or come as an inpatient */
    MODEL_FACT_READY,       /* medically, to leave hospital */
    MODEL_FACT_WENT_HOME,   /* from hospital */
    MODEL_FACT_STAY_ENDS,   /* went home or died */
    MODEL_FACT_GONE,        /* died, or nothing is left to do */
    MODEL_FACT_STILL_THERE, /* when the run is over */
    MODEL_FACTS
};

/* Why something ended. */
enum model_reason {
    MODEL_REASON_NONE,
    MODEL_REASON_SEEN,      /* a crew sets to work */
    MODEL_REASON_RESOLVED,  /* the matter has resolved itself */
    MODEL_REASON_DECLINED,  /* by the person */
    MODEL_REASON_ADVISED,   /* resolved with advice on receipt */
    MODEL_REASON_WITHDRAWN, /* another team meets the need, or care is no longer needed */
    MODEL_REASON_MOVED,     /* to another team's list, with the clock it had */
    MODEL_REASON_ADMITTED,  /* to hospital */
    MODEL_REASON_DIED,
    MODEL_REASON_OVER, /* the run is */
    MODEL_REASONS
};

/* "", "seen", "resolved", "declined", "advised", "withdrawn", "moved", "admitted", "died", "run over". */
const char *model_reason_name(enum model_reason reason);

#define MODEL_NOBODY UINT32_MAX
#define MODEL_NO_TEAM UINT32_MAX

/* Somebody of a team who is at work. */
struct model_worker {
    uint32_t member, place; /* in the roster, and among those of the same role in the team; from 0 */
    unsigned role;
};

/* One thing that happens to somebody. */
struct model_note {
    enum model_fact fact;
    enum model_reason reason; /* of what ends, and of MODEL_FACT_GONE */
    des_time time;
    uint32_t person;   /* number of world/person.h: the same person has the same number in every scenario */
    unsigned stream;   /* by which they came; holders of packages and residents of day one have that of requests */
    uint32_t instance; /* of what begins and ends: the same number in both facts and in no others, from 1; else 0 */
    uint32_t team;     /* of waiting and of work; else MODEL_NO_TEAM */
    const char *work;  /* what is waited for, or done: "first assessment", "follow-up", ...; else NULL */
    struct model_worker crew[SVC_CREW_MAX]; /* of work */
    size_t crew_count;
};

typedef void model_watcher(void *context, const struct model_note *note);

/* Whom to tell in the runs to come; NULL: nobody. */
void model_watch(struct model *model, model_watcher *watcher, void *context);

/* One event of the engine, as it is taken into the fingerprint. */
struct model_step {
    uint64_t number; /* from 1 */
    des_time time;
    unsigned kind;
    const char *kind_name; /* "arrival", "completion", ... */
    uint32_t person;       /* number of world/person.h; MODEL_NOBODY when it is about nobody */
    uint32_t team;         /* MODEL_NO_TEAM when about none */
    uint64_t fingerprint;  /* of all events up to this one */
};

typedef void model_follower(void *context, const struct model_step *step);

/* Whom to tell of every event of the runs to come, before its effects; NULL: nobody. */
void model_follow(struct model *model, model_follower *follower, void *context);

#endif

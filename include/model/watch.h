/* model/watch.h - being told what happens to people while a model runs: for those who compare persons or follow one. */
#ifndef MODEL_WATCH_H
#define MODEL_WATCH_H

#include <stdint.h>

#include "engine/clock.h"
#include "model/model.h"

/* What a watcher is told of. */
enum model_fact {
    MODEL_FACT_CAME,       /* by a stream */
    MODEL_FACT_REFERRED,   /* joins a list for assessment; not told when a referral only moves to another team */
    MODEL_FACT_LEFT,       /* leaves such a list unseen, or one of two referrals of the same person becomes part of the
                              other */
    MODEL_FACT_ASSESSED,   /* an assessment begins */
    MODEL_FACT_HELPED,     /* the last of the needs besides care has been met */
    MODEL_FACT_NEEDS_CARE, /* a need for care begins */
    MODEL_FACT_CARE,       /* a package of care starts */
    MODEL_FACT_ADMITTED,   /* to hospital, as an emergency */
    MODEL_FACT_WENT_HOME,  /* from hospital */
    MODEL_FACT_GONE        /* died, or nothing is left to do */
};

/* person is the number of world/person.h: the same person has the same number in every scenario. */
typedef void model_watcher(void *context, enum model_fact fact, uint32_t person, des_time time);

/* Whom to tell in the runs to come; NULL: nobody. */
void model_watch(struct model *model, model_watcher *watcher, void *context);

#endif

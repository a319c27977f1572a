/* model/inputs.h - everything a run of the model reads and never changes. */
#ifndef MODEL_INPUTS_H
#define MODEL_INPUTS_H

#include <stdint.h>

#include "engine/calendar.h"
#include "service/service.h"
#include "world/world.h"

/* One scenario as the model sees it. All pointers are borrowed and outlive the model. */
struct model_inputs {
    const struct world *world;
    const struct svc_service *service;
    const struct des_calendar *calendar;    /* working days */
    const struct des_calendar *always_open; /* for teams that never close */
    des_time warm_up;                       /* length before the start date */
    des_time end;                           /* of the study window */
    size_t months;                          /* calendar months that the study window touches */
    uint64_t seed;
};

#endif

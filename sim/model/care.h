/* model/care.h - the way to funded care and through it: hidden, asked, agreed, put off, prevented, active, given up,
 * ended (inside the model only). */
#ifndef SIM_MODEL_CARE_H
#define SIM_MODEL_CARE_H

#include "referral.h"
#include "state.h"

/* A need for care begins, hidden until somebody asks: its hours a week, and how long it will last. */
void model_care_begin(struct model *model, uint32_t person);

/* Somebody waits for a care assessment from now on. */
void model_care_ask(struct model *model, uint32_t person);

/* A team has assessed the request: its effect, if it has one, and then commissioning. */
void model_care_decide(struct model *model, uint32_t person, size_t team, const struct model_request *request);

/* Commissioning is done: the package starts after brokerage, later if it was put off on purpose. */
void model_care_broker(struct model *model, uint32_t person);

/* The next step falls due: onset, asking again, brokerage after a delay, start. */
void model_care_step(struct model *model, uint32_t person);

/* Packages that wait for hours of home care start as far as there is room. */
void model_care_supply(struct model *model);

/* Care at home is no longer needed, or a stay in a care home is over. */
void model_care_end(struct model *model, uint32_t person);

/* The request is given up; the need lasts. */
void model_care_give_up(struct model *model, uint32_t person);

/* Death: out of care. */
void model_care_stop(struct model *model, uint32_t person);

/* The holder of a package in payment on day one. */
void model_care_enrol(struct model *model, uint32_t person);

#endif

/* model/care.h - the way to funded care and through it: asked, agreed, put off, prevented, active, ended (inside the
 * model only). */
#ifndef SIM_MODEL_CARE_H
#define SIM_MODEL_CARE_H

#include "referral.h"
#include "state.h"

/* Somebody waits for a care assessment from now on. */
void model_care_ask(struct model *model, uint32_t person);

/* A team has assessed the request: its effect, if it has one, and then commissioning. */
void model_care_decide(struct model *model, uint32_t person, size_t team, const struct model_request *request);

/* Commissioning is done: the package starts after brokerage, later if it was put off on purpose. */
void model_care_broker(struct model *model, uint32_t person);

/* The next step falls due: onset, asking again, brokerage after a delay, start, end. */
void model_care_step(struct model *model, uint32_t person);

/* Out of care and out of every list for it: death, or a request given up. */
void model_care_leave(struct model *model, uint32_t person);

/* The holder of a package in payment on day one. */
void model_care_enrol(struct model *model, uint32_t person);

#endif

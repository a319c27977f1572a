/* model/referral.h - referrals: where they go, how people wait, how they leave unseen (inside the model only). */
#ifndef SIM_MODEL_REFERRAL_H
#define SIM_MODEL_REFERRAL_H

#include "state.h"

/* What a referral inherits from the way in or from the referral before it. */
struct model_request {
    unsigned stream, priority;
};

/* Refers a person for a set of needs (may be empty): to one team for all that it can meet of them, to another for the
 * rest. What a team already has this person waiting for is added there. */
void model_referral_make(struct model *model, uint32_t person, world_needs needs, const struct model_request *request);

/* Puts a person on the list of the team that would receive them for one need, with a clock that began before now. Nobody
 * looks at the list yet: model_work_dispatch does. */
void model_referral_resume(struct model *model, uint32_t person, unsigned need, des_time since,
                           const struct model_request *request);

/* Refers a package that has been agreed to those who commission. */
void model_referral_commission(struct model *model, uint32_t person, const struct model_request *request);

/* Somebody leaves a list unseen, of their own accord. */
void model_referral_leave(struct model *model, uint32_t contact);

/* A referral has been screened and resolved with advice: what was asked for counts as met. */
void model_referral_advise(struct model *model, uint32_t contact);

/* What an assessment that begins now is about: needs that another team has taken meanwhile fall away, and the record of
 * one's own organisation may have come into being. */
void model_referral_bring_up_to_date(struct model *model, uint32_t contact);

/* Somebody is admitted to hospital: off the list, without an end of the need. */
void model_referral_interrupt(struct model *model, uint32_t contact);

/* Takes back what a person waits for elsewhere if all of it is being met now. */
void model_referral_withdraw(struct model *model, uint32_t person);

/* Care is no longer needed: takes back what the person waits for on its account. */
void model_referral_withdraw_care(struct model *model, uint32_t person);

#endif

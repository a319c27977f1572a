/* model/followup.h - what comes after an assessment until a need is met (inside the model only). */
#ifndef SIM_MODEL_FOLLOWUP_H
#define SIM_MODEL_FOLLOWUP_H

#include "referral.h"
#include "state.h"

/* What is left of an assessment when its contact is closed. */
struct model_assessed {
    uint32_t person;
    size_t team;
    world_needs needs;
    struct model_request request;
    uint64_t followups_drawn; /* as in struct model_contact */
};

/* Begins to meet a need that a team has assessed: lead time, then follow-ups with gaps between them. */
void model_followup_begin(struct model *model, const struct model_assessed *assessed, unsigned need);

/* A follow-up falls due, or help is in place. */
void model_followup_due(struct model *model, uint32_t contact);

/* A follow-up that waits rests while its person is in hospital. */
void model_followup_put_off(struct model *model, uint32_t contact);

/* Follow-ups that rested, or fell due in hospital, fall due at discharge. */
void model_followup_take_up(struct model *model, uint32_t person);

/* A follow-up has been done. */
void model_followup_end(struct model *model, uint32_t contact);

/* The need that follow-ups are about. */
unsigned model_followup_need(const struct model_contact *contact);

/* How many follow-ups a need takes that an assessment covers; the contact keeps the answer. */
unsigned model_followup_count(struct model *model, struct model_contact *assessment, unsigned need);

#endif

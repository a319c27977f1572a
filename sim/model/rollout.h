/* model/rollout.h - teams open and close on dates; people who wait move with their clocks (inside the model only).
 * Whom a change concerns: everybody whom a team that closes has on its list or helps, and everybody who waits for an
 * assessment elsewhere and would now be referred to a team that has just opened. All others stay where they are, also
 * where lists have filled or emptied since they were referred. */
#ifndef SIM_MODEL_ROLLOUT_H
#define SIM_MODEL_ROLLOUT_H

#include "state.h"

/* Schedules all dates at which teams open or close. To be called before any opening of the doors is scheduled: on
 * such a day the change comes first, also where they open at midnight. */
void model_rollout_expect(struct model *model);

/* It is such a date. Referrals, commissioning and follow-ups move to the teams that would take them now; whoever has
 * waited longest moves first. Crews at work in a team that closes end what they have begun; that time is counted
 * neither as work nor as capacity. */
void model_rollout_change(struct model *model, uint32_t nobody);

/* Where the team of follow-ups or of commissioning has closed, hands what is left of them to the team that would take
 * the need now. Not while a crew is at work on it. */
void model_rollout_hand_on(struct model *model, uint32_t contact);

#endif

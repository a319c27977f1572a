/* model/triage.h - screening of referrals on receipt (inside the model only). */
#ifndef SIM_MODEL_TRIAGE_H
#define SIM_MODEL_TRIAGE_H

#include "state.h"

/* A referral that has just been received, and is on its team's list, waits for screening first, if its team screens and
 * it comes from outside: not that of an inpatient, nor of somebody whom the team's own organisation has assessed. */
void model_triage_begin(struct model *model, uint32_t referral);

/* Work at the desk on a screening [hours]. */
double model_triage_hours(struct model *model, const struct model_contact *screening);

/* Screening that is still to be done for a contact [hours]. */
double model_triage_hours_ahead(struct model *model, const struct model_contact *contact);

/* A screening has ended: the referral is resolved with advice, or waits on with the clock it had. */
void model_triage_end(struct model *model, uint32_t screening);

#endif

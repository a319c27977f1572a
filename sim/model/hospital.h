/* model/hospital.h - inpatients: seen by the acute team, then home with their referrals (inside the model only). */
#ifndef SIM_MODEL_HOSPITAL_H
#define SIM_MODEL_HOSPITAL_H

#include "referral.h"
#include "state.h"

/* Begins the stay of somebody who comes by a stream of inpatients, or goes on with one that began before now. */
void model_hospital_arrive(struct model *model, uint32_t person, des_time since);

/* An emergency admission: off the lists of the community, to be referred again at discharge. Nothing happens to
 * somebody who is in hospital already. */
void model_hospital_admit(struct model *model, uint32_t person);

/* The length of stay is over. */
void model_hospital_ready(struct model *model, uint32_t person);

/* Something has ended. An inpatient leaves who is medically ready and waits neither for an assessment nor for a package
 * of care; those who could leave but for that are counted as delayed, by cause. Anybody else is let go if nothing is
 * open. The person may be gone afterwards. */
void model_hospital_settle(struct model *model, uint32_t person);

/* Death in hospital ends a delay. */
void model_hospital_bereave(struct model *model, uint32_t person);

/* What is referred in hospital goes by the way in of the stay. */
struct model_request model_hospital_request(const struct model *model, uint32_t person);

#endif

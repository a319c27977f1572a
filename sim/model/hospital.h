/* model/hospital.h - inpatients: seen by the acute team, then home with their referrals (inside the model only). */
#ifndef SIM_MODEL_HOSPITAL_H
#define SIM_MODEL_HOSPITAL_H

#include "state.h"

/* Begins a stay, or goes on with one that began at a time before now. */
void model_hospital_admit(struct model *model, uint32_t person, des_time since);

/* The length of stay is over. */
void model_hospital_ready(struct model *model, uint32_t person);

/* Discharges an inpatient who is medically ready and for whom no assessment is open; otherwise does nothing. */
void model_hospital_try_discharge(struct model *model, uint32_t person);

#endif

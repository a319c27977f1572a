/* model/hospital.c - a stay ends when the person is medically ready and has been seen. */
#include "hospital.h"

#include "contact.h"
#include "journey.h"
#include "person.h"
#include "referral.h"

void model_hospital_admit(struct model *model, uint32_t number) {
    struct model_person *person = model_person_at(model, number);
    const double days = world_person_amount(&model->random, person->who.number, WORLD_LENGTH_OF_STAY,
                                            &model->inputs->world->hospital.length_of_stay_days);
    person->is_inpatient = true;
    model_journey_touch(model, number);
    person->discharge = model_schedule(model, EVENT_DISCHARGE, model->now + des_clock_span(days, DES_DAY), number);
}

void model_hospital_ready(struct model *model, uint32_t number) {
    struct model_person *person = model_person_at(model, number);
    person->discharge = DES_NO_EVENT;
    person->is_ready = true;
    model_hospital_try_discharge(model, number);
}

void model_hospital_try_discharge(struct model *model, uint32_t number) {
    struct model_person *person = model_person_at(model, number);
    if (!person->is_inpatient || !person->is_ready || model_contact_has_assessment(model, person)) {
        return;
    }
    const unsigned urgent = model->inputs->world->discharge_priority;
    const world_needs needs = person->held_back;
    person->is_inpatient = false;
    model_journey_touch(model, number);
    person->held_back = WORLD_NO_NEEDS;
    const struct model_request request = {
        .stream = person->who.stream,
        .priority = person->who.priority < urgent ? person->who.priority : urgent,
    };
    model_referral_make(model, number, needs, &request);
    model_person_settle(model, number);
}

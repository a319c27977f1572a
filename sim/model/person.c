/* model/person.c - people coming, being followed and going. */
#include "person.h"

#include <math.h>

#include "base/err.h"
#include "book.h"
#include "care.h"
#include "care_home.h"
#include "contact.h"
#include "hospital.h"
#include "journey.h"
#include "onset.h"
#include "referral.h"
#include "tally.h"
#include "watch.h"

static void schedule_arrival(struct model *model, uint32_t cell) {
    const struct world *world = model->inputs->world;
    const uint32_t number = world_person_number(world, cell, model->arrivals[cell]);
    model->arrival_hazard[cell] += world_person_exponential(&model->random, number, WORLD_ARRIVAL);
    const des_time time = world_demand_time(&world->demand, cell, model->arrival_hazard[cell]);
    if (time != DES_NEVER) {
        model_schedule(model, EVENT_ARRIVAL, time, cell);
    }
}

void model_person_expect(struct model *model) {
    for (uint32_t cell = 0; cell < model->inputs->world->demand.cell_count; cell++) {
        schedule_arrival(model, cell);
    }
}

/* Everybody is followed for the same time, whatever the service: people whom it keeps waiting longer are not admitted
 * more often by being longer in sight. */
static void schedule_admission(struct model *model, uint32_t number) {
    struct model_person *person = model_person_at(model, number);
    const des_time admitted = model_person_time_at_age(person, person->who.admission_age);
    if (person->who.admission_age < person->who.death_age && admitted <= person->window_end) {
        person->admission = model_schedule(model, EVENT_ADMISSION, admitted, number);
    }
}

/* A record for somebody who has just been drawn and was referred at a time, followed until death. */
static uint32_t begin(struct model *model, const struct world_person *who, des_time referred) {
    const uint32_t number = des_pool_take(&model->people);
    struct model_person *person = model_person_at(model, number);
    person->who = *who;
    person->came = model->now;
    person->window_end = referred + des_clock_span(model->inputs->world->follow_days, DES_DAY);
    person->needs = who->needs;
    person->first_contact = DES_NO_RECORD;
    person->onset_age = who->age_years;
    person->supply_entry = SVC_NOBODY;
    person->tally = DES_NO_RECORD;
    person->death = model_schedule(model, EVENT_DEATH, model_person_time_at_age(person, who->death_age), number);
    schedule_admission(model, number);
    model->persons++;
    return number;
}

static uint64_t mix(uint64_t word, uint64_t with) {
    word = (word ^ with) * UINT64_C(0x9E3779B97F4A7C15);
    return word ^ word >> 29;
}

/* Who came when, with which needs and which life: a sum, so that it does not matter who of two comes first in one second.
 * The multiplier is the golden ratio in 64 bits (Knuth 1998, The Art of Computer Programming 3, section 6.4). */
static void seal(struct model *model, uint32_t number) {
    const struct model_person *person = model_person_at(model, number);
    const des_time dies = model_person_time_at_age(person, person->who.death_age);
    const uint64_t who = mix(mix(person->who.number + 1, person->who.needs), (uint64_t)model->now);
    model->people_seal += mix(who, (uint64_t)dies);
}

/* What goes on besides the referral that was made at a time. */
static void begin_case(struct model *model, uint32_t number, des_time referred) {
    const struct world *world = model->inputs->world;
    const struct world_person *who = &model_person_at(model, number)->who;
    const bool needs_care = who->needs >> world->care_need & 1;
    if (world_stream(world, who->stream)->inpatient) {
        model_hospital_arrive(model, number, referred);
    }
    if (needs_care) {
        model_care_begin(model, number);
    } else {
        model_onset_schedule(model, number);
    }
}

void model_person_arrive(struct model *model, uint32_t cell) {
    const struct world *world = model->inputs->world;
    struct world_person who;
    world_person_draw(world, &model->random, cell, world_person_number(world, cell, model->arrivals[cell]), &who);
    model->arrivals[cell]++;
    schedule_arrival(model, cell);
    const uint32_t number = begin(model, &who, model->now);
    seal(model, number);
    model_watch_tell(model, MODEL_FACT_CAME, model_person_at(model, number));
    model_book_callers(model, &who, ACCOUNT_PERSONS, (const double[]){1}, 1);
    begin_case(model, number, model->now);
    const struct model_request request = {.stream = who.stream, .priority = who.priority};
    model_referral_make(model, number, world_needs_of(who.presents), &request);
}

/* Whom a locality and age band has on day one. */
struct day_one {
    unsigned locality, band;
    double per_1000; /* residents */
    uint32_t (*number)(uint32_t nth);
    void (*enrol)(struct model *model, uint32_t person);
};

static void enrol(struct model *model, const struct day_one *group, uint32_t *nth) {
    const struct world *world = model->inputs->world;
    const double persons = world_population_at(&world->population, group->locality, group->band, world->start_year);
    const long count = lround(persons * group->per_1000 / 1000);
    for (long i = 0; i < count; i++) {
        struct world_person who;
        world_person_draw_stock(world, &model->random, group->locality, group->band, group->number((*nth)++), &who);
        const uint32_t number = begin(model, &who, model->now);
        model_person_at(model, number)->taken = who.needs; /* long ago */
        model_watch_tell(model, MODEL_FACT_WAS_THERE, model_person_at(model, number));
        group->enrol(model, number);
    }
}

void model_person_enrol_stock(struct model *model) {
    const struct world *world = model->inputs->world;
    uint32_t packages = 0, residents = 0;
    for (unsigned locality = 0; locality < world->localities.count; locality++) {
        for (unsigned band = 0; band < world->bands.count; band++) {
            const struct world_care_band *care = world_care_band(world, band);
            const struct world_care_home_band *home = world_care_home_band(world, band);
            const struct day_one with_packages = {locality, band, care != NULL ? care->stock_per_1000 : 0,
                                                  world_person_number_of_stock, model_care_enrol};
            const struct day_one in_homes = {locality, band, home != NULL ? home->stock_per_1000 : 0,
                                             world_person_number_of_resident, model_care_home_enrol};
            enrol(model, &with_packages, &packages);
            enrol(model, &in_homes, &residents);
        }
    }
}

/* Whoever has waited since long before day one is no longer followed, and a need for care that is still there lasts its
 * full time from day one. */
static void enrol_starter(struct model *model, uint32_t nth) {
    const struct world *world = model->inputs->world;
    struct world_person who;
    world_person_draw_starter(world, &model->random, nth, &who);
    const des_time waited = des_clock_span(world->starting_list.rows[nth].days_waited, DES_DAY);
    const uint32_t number = begin(model, &who, model->now - waited);
    seal(model, number);
    model_watch_tell(model, MODEL_FACT_WAS_THERE, model_person_at(model, number));
    begin_case(model, number, model->now - waited);
    const struct model_request request = {.stream = who.stream, .priority = who.priority};
    model_referral_resume(model, number, who.presents, model->now - waited, &request);
    model_journey_resume(model, number, model->now - waited);
}

void model_person_enrol_starting_list(struct model *model) {
    for (uint32_t nth = 0; nth < model->inputs->world->starting_list.count; nth++) {
        enrol_starter(model, nth);
    }
}

static void forget(struct model *model, uint32_t number) {
    struct model_person *person = model_person_at(model, number);
    model_journey_end(model, number);
    model_tally_close(model, person);
    model_watch_span(model, MODEL_FACT_GONE, person, 0, person->has_died ? MODEL_REASON_DIED : MODEL_REASON_NONE);
    model_unschedule(model, &person->death);
    model_unschedule(model, &person->care_step);
    model_unschedule(model, &person->care_end);
    model_unschedule(model, &person->discharge);
    model_unschedule(model, &person->admission);
    des_pool_give(&model->people, number);
    model->persons_gone++;
}

void model_person_die(struct model *model, uint32_t number) {
    struct model_person *person = model_person_at(model, number);
    person->death = DES_NO_EVENT;
    person->has_died = true;
    while (person->first_contact != DES_NO_RECORD) {
        model_contact_bereave(model, person->first_contact, MODEL_REASON_DIED);
    }
    model_care_stop(model, number);
    model_hospital_bereave(model, number);
    forget(model, number);
}

void model_person_settle(struct model *model, uint32_t number) {
    const struct model_person *person = model_person_at(model, number);
    const bool is_in_care = person->care != CARE_NONE && person->care != CARE_PREVENTED && person->care != CARE_ENDED;
    const bool may_come_up = person->care_step != DES_NO_EVENT || person->admission != DES_NO_EVENT;
    if (person->first_contact == DES_NO_RECORD && !may_come_up && !person->is_inpatient && !is_in_care) {
        forget(model, number);
    }
}

double model_person_age(const struct model *model, const struct model_person *person) {
    return person->who.age_years + des_clock_units(model->now - person->came, DES_YEAR);
}

des_time model_person_time_at_age(const struct model_person *person, double age_years) {
    const des_time span = des_clock_span(age_years - person->who.age_years, DES_YEAR);
    return span == DES_NEVER ? DES_NEVER : person->came + span;
}

bool model_person_has_unmet_needs(const struct model *model, const struct model_person *person) {
    const struct world *world = model->inputs->world;
    const world_needs care = world_needs_of(world->care_need) | world_needs_of(world->commissioning_need);
    return (person->needs & ~care & ~person->met) != WORLD_NO_NEEDS;
}

void model_person_meet(struct model *model, uint32_t number, unsigned need) {
    struct model_person *person = model_person_at(model, number);
    const bool may_need_care = person->care == CARE_NONE;
    if (may_need_care) {
        model_onset_gather(model, person);
    }
    person->met |= world_needs_of(need);
    if (may_need_care) {
        model_onset_schedule(model, number);
    }
    if (!model_person_has_unmet_needs(model, person)) {
        model_watch_tell(model, MODEL_FACT_HELPED, person);
    }
}

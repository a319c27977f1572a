/* model/supply.c - a limit of home care: packages beyond it wait, by priority. */
#include "supply.h"

#include <math.h>

#include "book.h"

struct svc_list *model_supply_list(const struct world *world) {
    struct svc_class classes[WORLD_PRIORITIES_MAX];
    for (unsigned p = 0; p < world->priorities.count; p++) {
        classes[p] = (struct svc_class){.target = DES_DAY, .rank = p};
    }
    return svc_list_new(svc_discipline("priority"), 1, classes, world->priorities.count);
}

static double hours_in_payment(const struct model *model) {
    return model_book_level(model, ACCOUNT_CARE_HOURS);
}

static const struct world_supply *row_of(const struct model *model, size_t row) {
    return (const struct world_supply *)model->inputs->world->care.supply.rows + row;
}

static des_time beginning_of(const struct model *model, size_t row) {
    const struct des_date first = {(int)row_of(model, row)->year, 1, 1};
    return (des_date_day(first) - des_date_day(model->inputs->world->start_date)) * DES_DAY;
}

void model_supply_expect(struct model *model) {
    model->supply_limit = INFINITY;
    for (uint32_t row = 0; row < model->inputs->world->care.supply.count; row++) {
        const des_time begins = beginning_of(model, row);
        if (begins <= model->now) {
            model->supply_limit = row_of(model, row)->hours_per_week;
        } else {
            model_schedule(model, EVENT_SUPPLY, begins, row);
        }
    }
}

void model_supply_change(struct model *model, uint32_t row) {
    model->supply_limit = row_of(model, row)->hours_per_week;
}

/* 22 packages of 7.3 hours are 160.6 hours, though their sum in binary is a little more, and nothing is left when they have
 * ended, though it may be: what is less than a hundredth of a second a week is no care. */
static bool fits(const struct model *model, const struct model_person *person) {
    return hours_in_payment(model) + person->care_hours <= model->supply_limit * (1 + 1e-9) + 1e-6;
}

bool model_supply_has_room(const struct model *model, uint32_t number) {
    return svc_list_count(model->supply) == 0 && fits(model, model_person_at(model, number));
}

static void book(struct model *model, const struct model_person *person, double change) {
    model_book_person_shift(model, ACCOUNT_CARE_SUPPLY, &person->who, change);
    model_book_person_shift(model, ACCOUNT_CARE_SUPPLY_HOURS, &person->who, change * person->care_hours);
}

void model_supply_join(struct model *model, uint32_t number) {
    struct model_person *person = model_person_at(model, number);
    person->supply_entry = svc_list_join(model->supply, 0, person->who.priority, model->now, number);
    book(model, person, +1);
}

void model_supply_leave(struct model *model, uint32_t number) {
    struct model_person *person = model_person_at(model, number);
    if (person->supply_entry != SVC_NOBODY) {
        svc_list_remove(model->supply, person->supply_entry);
        person->supply_entry = SVC_NOBODY;
        book(model, person, -1);
    }
}

/* Strictly in turn: a small package does not slip past a large one of the same urgency. */
uint32_t model_supply_next(const struct model *model) {
    const uint32_t entry = svc_list_next(model->supply, 1, model->now);
    if (entry == SVC_NOBODY) {
        return SVC_NOBODY;
    }
    const uint32_t person = svc_list_entry(model->supply, entry)->subject;
    return fits(model, model_person_at(model, person)) ? person : SVC_NOBODY;
}

/* model/caseload.c - how many people are under way in each team. */
#include "caseload.h"

#include "book.h"

/* Is another contact of the same person under way in the same team? */
static bool has_another(const struct model *model, uint32_t number) {
    const struct model_contact *contact = model_contact_at(model, number);
    uint32_t other = model_person_at(model, contact->person)->first_contact;
    while (other != DES_NO_RECORD) {
        const struct model_contact *candidate = model_contact_at(model, other);
        if (other != number && candidate->team == contact->team && candidate->is_under_way) {
            return true;
        }
        other = candidate->next_contact;
    }
    return false;
}

static void count(struct model *model, uint32_t number, double change) {
    if (!has_another(model, number)) {
        model_book_team_shift(model, ACCOUNT_CASELOAD, model_contact_at(model, number)->team, change);
    }
}

void model_caseload_join(struct model *model, uint32_t number) {
    model_contact_at(model, number)->is_under_way = true;
    count(model, number, +1);
}

void model_caseload_leave(struct model *model, uint32_t number) {
    struct model_contact *contact = model_contact_at(model, number);
    if (contact->is_under_way) {
        contact->is_under_way = false;
        count(model, number, -1);
    }
}

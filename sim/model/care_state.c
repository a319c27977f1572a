/* model/care_state.c - what is counted while somebody needs care, waits for it or has it. */
#include "care_state.h"

#include "book.h"
#include "journey.h"
#include "tally.h"
#include "watch.h"

/* What is counted while somebody is in a state; account 0 is the length of the period and stands for nothing. */
struct state_accounts {
    enum model_account people, hours;
};

static const struct state_accounts state_accounts[CARE_STATES] = {
    [CARE_HIDDEN] = {0, ACCOUNT_CARE_HIDDEN_HOURS},
    [CARE_ASKED] = {ACCOUNT_CARE_ASKED, ACCOUNT_CARE_UNMET_HOURS},
    [CARE_AGREED] = {ACCOUNT_CARE_AGREED, ACCOUNT_CARE_UNMET_HOURS},
    [CARE_PUT_OFF] = {ACCOUNT_CARE_PUT_OFF, 0},
    [CARE_ACTIVE] = {ACCOUNT_CARE_ACTIVE, ACCOUNT_CARE_HOURS},
    [CARE_GIVEN_UP] = {0, ACCOUNT_CARE_GIVEN_UP_HOURS},
    [CARE_HOME] = {ACCOUNT_HOME_RESIDENTS, 0},
};

static void book_state(struct model *model, const struct model_person *person, double change) {
    const struct state_accounts *accounts = &state_accounts[person->care];
    if (accounts->people != 0) {
        model_book_person_shift(model, accounts->people, &person->who, change);
    }
    if (accounts->hours != 0) {
        model_book_person_shift(model, accounts->hours, &person->who, change * person->care_hours);
    }
}

static void tell_end(const struct model *model, const struct model_person *person) {
    if (person->care == CARE_ACTIVE || person->care == CARE_HOME) {
        model_watch_span(model, person->care == CARE_HOME ? MODEL_FACT_HOME_ENDS : MODEL_FACT_PACKAGE_ENDS, person,
                         person->spell, person->has_died ? MODEL_REASON_DIED : MODEL_REASON_NONE);
    }
}

static void tell_begin(struct model *model, struct model_person *person) {
    if (person->care == CARE_ACTIVE || person->care == CARE_HOME) {
        person->spell = model_watch_instance(model);
        model_watch_span(model, person->care == CARE_HOME ? MODEL_FACT_HOME_BEGINS : MODEL_FACT_PACKAGE_BEGINS, person,
                         person->spell, MODEL_REASON_NONE);
    }
}

void model_care_state_enter(struct model *model, uint32_t number, enum model_care state, double hours) {
    struct model_person *person = model_person_at(model, number);
    model_tally_care(model, person);
    book_state(model, person, -1);
    tell_end(model, person);
    person->care = state;
    person->care_hours = hours;
    book_state(model, person, +1);
    tell_begin(model, person);
    model_journey_touch(model, number);
}

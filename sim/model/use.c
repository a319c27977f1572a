/* model/use.c - what staff time is used for. */
#include "use.h"

#include "book.h"

static const enum model_account uses[] = {
    [CONTACT_FIRST] = ACCOUNT_USE_ASSESSMENT_SECONDS,    [CONTACT_SECOND] = ACCOUNT_USE_SECOND_SECONDS,
    [CONTACT_HANDOVER] = ACCOUNT_USE_ASSESSMENT_SECONDS, [CONTACT_COMMISSIONING] = ACCOUNT_USE_COMMISSIONING_SECONDS,
    [CONTACT_FOLLOWUP] = ACCOUNT_USE_FOLLOWUP_SECONDS,   [CONTACT_TRIAGE] = ACCOUNT_USE_TRIAGE_SECONDS,
    [CONTACT_MISSED] = ACCOUNT_USE_MISSED_SECONDS,
};

void model_use_enter(struct model *model, const struct model_contact *contact, double seconds) {
    const double travel = contact->travel_share * seconds;
    model_book_team(model, uses[contact->kind], contact->team, seconds - travel);
    if (travel > 0) {
        model_book_team(model, ACCOUNT_USE_TRAVEL_SECONDS, contact->team, travel);
    }
}

void model_use_offer(struct model *model, size_t team, unsigned role, double seconds) {
    const double worked = model_book_staff_sum(model, ACCOUNT_WORK_SECONDS, team, role);
    model_book_team(model, ACCOUNT_SPARE_SECONDS, team, seconds - worked);
}

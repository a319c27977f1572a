/* model/book.c - entering what happens into the accounts. */
#include "book.h"

/* One entry for the subject of each kind; kinds that are not meant are left at NO_SUBJECT. */
#define NO_SUBJECT UINT32_MAX

struct subjects {
    uint32_t of[MODEL_DIMENSIONS];
};

static struct subjects nobody(void) {
    struct subjects subjects;
    for (unsigned d = 0; d < MODEL_DIMENSIONS; d++) {
        subjects.of[d] = NO_SUBJECT;
    }
    return subjects;
}

static void enter(struct model *model, enum model_account account, const struct subjects *subjects, double amount) {
    for (unsigned kept = model_account_dimensions(account); kept != 0; kept &= kept - 1) {
        const unsigned d = (unsigned)__builtin_ctz(kept);
        if (subjects->of[d] != NO_SUBJECT) {
            des_ledger_add(model->ledger, account, model->chart.first[account][d] + subjects->of[d], amount);
        }
    }
}

static void shift(struct model *model, enum model_account account, const struct subjects *subjects, double change) {
    for (unsigned kept = model_account_dimensions(account); kept != 0; kept &= kept - 1) {
        const unsigned d = (unsigned)__builtin_ctz(kept);
        if (subjects->of[d] != NO_SUBJECT) {
            des_ledger_shift(model->ledger, account, model->chart.first[account][d] + subjects->of[d], change,
                             model->now);
        }
    }
}

static struct subjects subjects_of_team(const struct model *model, size_t team) {
    struct subjects subjects = nobody();
    subjects.of[MODEL_ALL] = 0;
    subjects.of[MODEL_ORGANISATION] = model->teams[team].plan->organisation_index;
    subjects.of[MODEL_TEAM] = (uint32_t)team;
    return subjects;
}

static struct subjects subjects_of_person(const struct world_person *who) {
    struct subjects subjects = nobody();
    subjects.of[MODEL_ALL] = 0;
    subjects.of[MODEL_LOCALITY] = who->locality;
    subjects.of[MODEL_BAND] = who->band;
    return subjects;
}

static struct subjects subjects_of_contact(const struct model *model, const struct model_contact *contact) {
    const struct world_person *who = &model_person_at(model, contact->person)->who;
    struct subjects subjects = subjects_of_person(who);
    subjects.of[MODEL_ORGANISATION] = model->teams[contact->team].plan->organisation_index;
    subjects.of[MODEL_TEAM] = contact->team;
    subjects.of[MODEL_PRIORITY] = contact->priority;
    subjects.of[MODEL_STREAM] = contact->stream;
    subjects.of[MODEL_ROUTE] =
        subjects.of[MODEL_ORGANISATION] * (uint32_t)model->inputs->world->streams.count + contact->stream;
    return subjects;
}

/* People in hospital are seen within days; in the same mean as people at home they would hide how long those wait. */
static void leave_to_team(struct subjects *subjects) {
    subjects->of[MODEL_ALL] = NO_SUBJECT;
    subjects->of[MODEL_LOCALITY] = NO_SUBJECT;
    subjects->of[MODEL_BAND] = NO_SUBJECT;
    subjects->of[MODEL_PRIORITY] = NO_SUBJECT;
}

static struct subjects subjects_of_referral(const struct model *model, const struct model_contact *contact) {
    struct subjects subjects = subjects_of_contact(model, contact);
    if (contact->in_hospital) {
        leave_to_team(&subjects);
    }
    return subjects;
}

static bool is_about_everybody(enum model_account account) {
    return account == ACCOUNT_FIRST_SEEN || account == ACCOUNT_ASSESSMENTS || account == ACCOUNT_SECOND_ASSESSMENTS ||
           account == ACCOUNT_SECOND_SECONDS;
}

void model_book_referral(struct model *model, enum model_account account, const struct model_contact *contact,
                         double amount) {
    const struct subjects subjects =
        is_about_everybody(account) ? subjects_of_contact(model, contact) : subjects_of_referral(model, contact);
    enter(model, account, &subjects, amount);
}

void model_book_waiting(struct model *model, const struct model_contact *contact, double change) {
    const struct subjects subjects = subjects_of_referral(model, contact);
    shift(model, ACCOUNT_WAITING, &subjects, change);
}

void model_book_team(struct model *model, enum model_account account, size_t team, double amount) {
    const struct subjects subjects = subjects_of_team(model, team);
    enter(model, account, &subjects, amount);
}

void model_book_team_shift(struct model *model, enum model_account account, size_t team, double change) {
    const struct subjects subjects = subjects_of_team(model, team);
    shift(model, account, &subjects, change);
}

void model_book_snapshot(struct model *model, enum model_account account, const struct model_waiting_group *group,
                         double amount) {
    struct subjects subjects = subjects_of_team(model, group->team);
    subjects.of[MODEL_PRIORITY] = group->priority;
    if (group->in_hospital) {
        leave_to_team(&subjects);
    }
    enter(model, account, &subjects, amount);
}

void model_book_staff(struct model *model, enum model_account account, size_t team, unsigned role, double amount) {
    struct subjects subjects = subjects_of_team(model, team);
    subjects.of[MODEL_STAFF] = (uint32_t)(team * model->inputs->world->roles.count + role);
    enter(model, account, &subjects, amount);
}

void model_book_person(struct model *model, enum model_account account, const struct world_person *who, double amount) {
    const struct subjects subjects = subjects_of_person(who);
    enter(model, account, &subjects, amount);
}

void model_book_person_shift(struct model *model, enum model_account account, const struct world_person *who,
                             double change) {
    const struct subjects subjects = subjects_of_person(who);
    shift(model, account, &subjects, change);
}

void model_book_subject(struct model *model, enum model_account account, enum model_dimension dimension, size_t subject,
                        double amount) {
    struct subjects subjects = nobody();
    subjects.of[dimension] = (uint32_t)subject;
    enter(model, account, &subjects, amount);
}

void model_book_caller(struct model *model, enum model_account account, const struct world_person *who, double amount) {
    struct subjects subjects = subjects_of_person(who);
    subjects.of[MODEL_STREAM] = who->stream;
    enter(model, account, &subjects, amount);
}

void model_book_arrival(struct model *model, const struct world_person *who) {
    model_book_caller(model, ACCOUNT_PERSONS, who, 1);
}

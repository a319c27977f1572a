/* model/book.c - entering what happens into the accounts. */
#include "book.h"

#include "base/err.h"

/* Whom an entry is about. */
struct subjects {
    unsigned kinds; /* that are meant, as a mask of 1u << enum model_dimension */
    uint32_t of[MODEL_DIMENSIONS];
};

/* The sheet on which the entries belong. */
static const struct model_sheet *sheet_of(const struct model_chart *chart, const struct model_entry *entries,
                                          size_t count) {
    const unsigned sheet = chart->sheet[entries[0].account];
    for (size_t i = 1; i < count; i++) {
        err_require(chart->sheet[entries[i].account] == sheet);
    }
    return &chart->sheets[sheet];
}

static void enter(struct model *model, const struct subjects *subjects, const struct model_entry *entries,
                  size_t count) {
    const struct model_chart *chart = &model->chart;
    const struct model_sheet *sheet = sheet_of(chart, entries, count);
    for (unsigned kinds = sheet->entered & subjects->kinds; kinds != 0; kinds &= kinds - 1) {
        const unsigned d = (unsigned)__builtin_ctz(kinds);
        const size_t row = sheet->first[d] + subjects->of[d] * sheet->width;
        for (size_t i = 0; i < count; i++) {
            des_ledger_add(model->ledger, row + chart->column[entries[i].account], entries[i].amount);
        }
    }
}

static void shift(struct model *model, const struct subjects *subjects, const struct model_entry *entries,
                  size_t count) {
    const struct model_chart *chart = &model->chart;
    const struct model_sheet *sheet = sheet_of(chart, entries, count);
    for (unsigned kinds = sheet->entered & subjects->kinds; kinds != 0; kinds &= kinds - 1) {
        const unsigned d = (unsigned)__builtin_ctz(kinds);
        const size_t row = sheet->first[d] + subjects->of[d] * sheet->width;
        for (size_t i = 0; i < count; i++) {
            des_ledger_shift(model->ledger, row + chart->column[entries[i].account], entries[i].amount, model->now);
        }
    }
}

/* The cell of an account that is entered about this kind of subject. */
static size_t cell_of(const struct model *model, enum model_account account, enum model_dimension kind,
                      size_t subject) {
    err_require(model->chart.sheets[model->chart.sheet[account]].entered >> kind & 1);
    return model_account_cell(&model->chart, account, kind, subject);
}

static struct subjects subjects_of_person(const struct world_person *who) {
    struct subjects subjects;
    subjects.kinds = 1u << MODEL_ALL | 1u << MODEL_LOCALITY | 1u << MODEL_BAND;
    subjects.of[MODEL_ALL] = 0;
    subjects.of[MODEL_LOCALITY] = who->locality;
    subjects.of[MODEL_BAND] = who->band;
    return subjects;
}

static struct subjects subjects_of_contact(const struct model *model, const struct model_contact *contact) {
    struct subjects subjects = subjects_of_person(&model_person_at(model, contact->person)->who);
    subjects.kinds |= 1u << MODEL_TEAM | 1u << MODEL_PRIORITY | 1u << MODEL_STREAM | 1u << MODEL_ROUTE;
    subjects.of[MODEL_TEAM] = contact->team;
    subjects.of[MODEL_PRIORITY] = contact->priority;
    subjects.of[MODEL_STREAM] = contact->stream;
    subjects.of[MODEL_ROUTE] =
        model->teams[contact->team].plan->organisation_index * (uint32_t)model->inputs->world->streams.count +
        contact->stream;
    return subjects;
}

/* People in hospital are seen within days; in the same mean as people at home they would hide how long those wait. */
static void leave_to_team(struct subjects *subjects) {
    subjects->kinds &= ~(1u << MODEL_ALL | 1u << MODEL_LOCALITY | 1u << MODEL_BAND | 1u << MODEL_PRIORITY);
}

static struct subjects subjects_of_referral(const struct model *model, const struct model_contact *contact) {
    struct subjects subjects = subjects_of_contact(model, contact);
    if (contact->in_hospital) {
        leave_to_team(&subjects);
    }
    return subjects;
}

void model_book_referrals(struct model *model, const struct model_contact *contact, const struct model_entry *entries,
                          size_t count) {
    const struct subjects subjects = subjects_of_referral(model, contact);
    enter(model, &subjects, entries, count);
}

void model_book_referral(struct model *model, enum model_account account, const struct model_contact *contact,
                         double amount) {
    model_book_referrals(model, contact, &(struct model_entry){account, amount}, 1);
}

void model_book_assessments(struct model *model, const struct model_contact *contact, const struct model_entry *entries,
                            size_t count) {
    const struct subjects subjects = subjects_of_contact(model, contact);
    enter(model, &subjects, entries, count);
}

void model_book_waiting(struct model *model, const struct model_contact *contact, double change) {
    const struct subjects subjects = subjects_of_referral(model, contact);
    shift(model, &subjects, &(struct model_entry){ACCOUNT_WAITING, change}, 1);
}

void model_book_team(struct model *model, enum model_account account, size_t team, double amount) {
    model_book_subject(model, account, MODEL_TEAM, team, amount);
}

void model_book_team_shift(struct model *model, enum model_account account, size_t team, double change) {
    des_ledger_shift(model->ledger, cell_of(model, account, MODEL_TEAM, team), change, model->now);
}

void model_book_snapshot(struct model *model, const struct model_waiting_group *group,
                         const struct model_entry *entries, size_t count) {
    struct subjects subjects = {.kinds = 1u << MODEL_TEAM | 1u << MODEL_PRIORITY};
    subjects.of[MODEL_TEAM] = (uint32_t)group->team;
    subjects.of[MODEL_PRIORITY] = group->priority;
    if (group->in_hospital) {
        leave_to_team(&subjects);
    }
    enter(model, &subjects, entries, count);
}

void model_book_subject(struct model *model, enum model_account account, enum model_dimension dimension, size_t subject,
                        double amount) {
    des_ledger_add(model->ledger, cell_of(model, account, dimension, subject), amount);
}

static size_t staff_of(const struct model *model, size_t team, unsigned role) {
    return team * model->inputs->world->roles.count + role;
}

void model_book_staff(struct model *model, enum model_account account, size_t team, unsigned role, double amount) {
    model_book_subject(model, account, MODEL_STAFF, staff_of(model, team, role), amount);
}

double model_book_staff_sum(const struct model *model, enum model_account account, size_t team, unsigned role) {
    return des_ledger_current(model->ledger, cell_of(model, account, MODEL_STAFF, staff_of(model, team, role)));
}

void model_book_person(struct model *model, enum model_account account, const struct world_person *who, double amount) {
    const struct subjects subjects = subjects_of_person(who);
    enter(model, &subjects, &(struct model_entry){account, amount}, 1);
}

void model_book_person_shifts(struct model *model, const struct world_person *who, const struct model_entry *entries,
                              size_t count) {
    const struct subjects subjects = subjects_of_person(who);
    shift(model, &subjects, entries, count);
}

void model_book_person_shift(struct model *model, enum model_account account, const struct world_person *who,
                             double change) {
    model_book_person_shifts(model, who, &(struct model_entry){account, change}, 1);
}

void model_book_callers(struct model *model, const struct world_person *who, const struct model_entry *entries,
                        size_t count) {
    struct subjects subjects = subjects_of_person(who);
    subjects.kinds |= 1u << MODEL_STREAM;
    subjects.of[MODEL_STREAM] = who->stream;
    enter(model, &subjects, entries, count);
}

double model_book_level(const struct model *model, enum model_account account) {
    const enum model_dimension kind = model_account_kind_that_sums(account);
    double level = 0;
    for (size_t s = 0; s < model->chart.dimension_size[kind]; s++) {
        level += des_ledger_level(model->ledger, model_account_cell(&model->chart, account, kind, s));
    }
    return level;
}

/* One subject's sum in this period is part of another's. */
static void carry(struct model *model, enum model_account account, const enum model_dimension kinds[2],
                  const size_t subjects[2]) {
    const size_t from = model_account_cell(&model->chart, account, kinds[0], subjects[0]);
    const size_t to = model_account_cell(&model->chart, account, kinds[1], subjects[1]);
    des_ledger_add(model->ledger, to, des_ledger_current(model->ledger, from));
}

static void carry_teams(struct model *model, enum model_account account) {
    static const enum model_dimension to_team[2] = {MODEL_STAFF, MODEL_TEAM},
                                      to_organisation[2] = {MODEL_TEAM, MODEL_ORGANISATION};
    const size_t roles = model->inputs->world->roles.count;
    for (size_t t = 0; t < model->inputs->service->teams.count; t++) {
        for (size_t r = 0; model_account_dimensions(account) >> MODEL_STAFF & 1 && r < roles; r++) {
            carry(model, account, to_team, (const size_t[2]){t * roles + r, t});
        }
        carry(model, account, to_organisation, (const size_t[2]){t, model->teams[t].plan->organisation_index});
    }
}

void model_book_close_period(struct model *model) {
    des_ledger_settle(model->ledger, model->now);
    for (unsigned a = 0; a < ACCOUNT_COUNT; a++) {
        const enum model_dimension to_all[2] = {model_account_kind_that_sums(a), MODEL_ALL};
        if (model_account_dimensions(a) >> MODEL_TEAM & 1) {
            carry_teams(model, a);
        }
        for (size_t s = 0; to_all[0] != MODEL_ALL && s < model->chart.dimension_size[to_all[0]]; s++) {
            carry(model, a, to_all, (const size_t[2]){s, 0});
        }
    }
    des_ledger_close_period(model->ledger, model->now);
}

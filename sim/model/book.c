/* model/book.c - entering what happens into the accounts. */
#include "book.h"

#include "base/err.h"

/* Whom an entry is about. */
struct subjects {
    unsigned kinds; /* that are meant, as a mask */
    uint32_t of[MODEL_KINDS];
};

/* Adds to the accounts of one subject that follow one another on a sheet, and so stand side by side. */
static void add(struct model *model, size_t cell, const double *amounts, size_t count) {
    for (size_t i = 0; i < count; i++) {
        des_ledger_add(model->ledger, cell + i, amounts[i]);
    }
}

static size_t cell(const struct model_place *place, unsigned kind, size_t subject) {
    return place->first[kind] + subject * place->width;
}

static void enter(struct model *model, const struct subjects *subjects, enum model_account account,
                  const double *amounts, size_t count) {
    const struct model_place *place = &model->chart.places[account], *last = place + count - 1;
    err_require(last->sheet == place->sheet && last->column == place->column + count - 1);
    for (unsigned kinds = place->entered & subjects->kinds; kinds != 0; kinds &= kinds - 1) {
        const unsigned d = (unsigned)__builtin_ctz(kinds);
        add(model, cell(place, d, subjects->of[d]), amounts, count);
    }
}

static void shift(struct model *model, const struct subjects *subjects, enum model_account account, double change) {
    const struct model_place *place = &model->chart.places[account];
    for (unsigned kinds = place->entered & subjects->kinds; kinds != 0; kinds &= kinds - 1) {
        const unsigned d = (unsigned)__builtin_ctz(kinds);
        des_ledger_shift(model->ledger, cell(place, d, subjects->of[d]), change, model->now);
    }
}

/* The cell of an account that is entered about this kind of subject. */
static size_t cell_of(const struct model *model, enum model_account account, unsigned kind, size_t subject) {
    err_require(model->chart.places[account].entered >> kind & 1);
    return model_account_cell(&model->chart, account, kind, subject);
}

static size_t resident(const struct model *model, const struct world_person *who) {
    return model_account_resident(&model->chart, who->locality, who->band);
}

/* People in hospital are seen within days; in the same mean as people at home they would hide how long those wait. */
static struct subjects subjects_of_referral(const struct model *model, const struct model_contact *contact) {
    const struct world_person *who = &model_person_at(model, contact->person)->who;
    const size_t none = model->chart.dimension_size[MODEL_PRIORITY];
    struct subjects subjects;
    subjects.kinds = 1u << MODEL_TEAM | 1u << MODEL_CALL;
    subjects.kinds |= contact->in_hospital ? 0 : 1u << MODEL_RESIDENT | 1u << MODEL_PRIORITY;
    subjects.of[MODEL_TEAM] = contact->team;
    subjects.of[MODEL_PRIORITY] = contact->priority;
    subjects.of[MODEL_RESIDENT] = (uint32_t)resident(model, who);
    subjects.of[MODEL_CALL] =
        (uint32_t)model_account_call(&model->chart, contact->in_hospital ? none : contact->priority, contact->stream);
    return subjects;
}

void model_book_referrals(struct model *model, const struct model_contact *contact, enum model_account account,
                          const double *amounts, size_t count) {
    const struct subjects subjects = subjects_of_referral(model, contact);
    enter(model, &subjects, account, amounts, count);
}

void model_book_referral(struct model *model, enum model_account account, const struct model_contact *contact,
                         double amount) {
    model_book_referrals(model, contact, account, &amount, 1);
}

void model_book_received(struct model *model, const struct model_contact *contact) {
    const size_t organisation = model->teams[contact->team].plan->organisation_index;
    const size_t route = organisation * model->inputs->world->streams.count + contact->stream;
    model_book_referral(model, ACCOUNT_REFERRALS, contact, 1);
    model_book_subject(model, ACCOUNT_REFERRALS, MODEL_ROUTE, route, 1);
}

void model_book_second(struct model *model, const struct model_contact *contact, double seconds) {
    static const double one = 1;
    struct subjects subjects = {.kinds = 1u << MODEL_TEAM | 1u << MODEL_PRIORITY | 1u << MODEL_STREAM};
    subjects.of[MODEL_TEAM] = contact->team;
    subjects.of[MODEL_PRIORITY] = contact->priority;
    subjects.of[MODEL_STREAM] = contact->stream;
    enter(model, &subjects, ACCOUNT_SECOND_ASSESSMENTS, &one, 1);
    enter(model, &subjects, ACCOUNT_SECOND_SECONDS, &seconds, 1);
}

void model_book_waiting(struct model *model, const struct model_contact *contact, double change) {
    const struct subjects subjects = subjects_of_referral(model, contact);
    shift(model, &subjects, ACCOUNT_WAITING, change);
}

void model_book_team(struct model *model, enum model_account account, size_t team, double amount) {
    model_book_subject(model, account, MODEL_TEAM, team, amount);
}

void model_book_team_shift(struct model *model, enum model_account account, size_t team, double change) {
    des_ledger_shift(model->ledger, cell_of(model, account, MODEL_TEAM, team), change, model->now);
}

void model_book_snapshot(struct model *model, const struct model_waiting_group *group) {
    const double amounts[] = {group->people, group->waited_seconds};
    struct subjects subjects;
    subjects.kinds = 1u << MODEL_TEAM | (group->in_hospital ? 0 : 1u << MODEL_PRIORITY);
    subjects.of[MODEL_TEAM] = (uint32_t)group->team;
    subjects.of[MODEL_PRIORITY] = group->priority;
    enter(model, &subjects, ACCOUNT_SNAPSHOT_PEOPLE, amounts, 2);
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
    des_ledger_add(model->ledger, cell_of(model, account, MODEL_RESIDENT, resident(model, who)), amount);
}

void model_book_person_shift(struct model *model, enum model_account account, const struct world_person *who,
                             double change) {
    des_ledger_shift(model->ledger, cell_of(model, account, MODEL_RESIDENT, resident(model, who)), change, model->now);
}

void model_book_all_shift(struct model *model, enum model_account account, double change) {
    des_ledger_shift(model->ledger, cell_of(model, account, MODEL_ALL, 0), change, model->now);
}

void model_book_callers(struct model *model, const struct world_person *who, enum model_account account,
                        const double *amounts, size_t count) {
    struct subjects subjects = {.kinds = 1u << MODEL_RESIDENT | 1u << MODEL_STREAM};
    subjects.of[MODEL_RESIDENT] = (uint32_t)resident(model, who);
    subjects.of[MODEL_STREAM] = who->stream;
    enter(model, &subjects, account, amounts, count);
}

double model_book_level(const struct model *model, enum model_account account) {
    const unsigned kind = model_account_kind_that_sums(account);
    double level = 0;
    for (size_t s = 0; s < model->chart.dimension_size[kind]; s++) {
        level += des_ledger_level(model->ledger, model_account_cell(&model->chart, account, kind, s));
    }
    return level;
}

/* One subject's sum in this period is part of another's. */
static void carry(struct model *model, size_t from, size_t to) {
    des_ledger_add(model->ledger, to, des_ledger_current(model->ledger, from));
}

static void carry_staff(struct model *model, const struct model_place *place) {
    const size_t roles = model->inputs->world->roles.count;
    for (size_t t = 0; t < model->chart.dimension_size[MODEL_TEAM]; t++) {
        for (size_t r = 0; r < roles; r++) {
            carry(model, cell(place, MODEL_STAFF, t * roles + r), cell(place, MODEL_TEAM, t));
        }
    }
}

static void carry_teams(struct model *model, const struct model_place *place) {
    for (size_t t = 0; t < model->chart.dimension_size[MODEL_TEAM]; t++) {
        const size_t organisation = model->teams[t].plan->organisation_index;
        carry(model, cell(place, MODEL_TEAM, t), cell(place, MODEL_ORGANISATION, organisation));
    }
}

static void carry_residents(struct model *model, const struct model_place *place) {
    for (size_t l = 0; l < model->chart.dimension_size[MODEL_LOCALITY]; l++) {
        for (size_t b = 0; b < model->chart.dimension_size[MODEL_BAND]; b++) {
            const size_t from = cell(place, MODEL_RESIDENT, model_account_resident(&model->chart, l, b));
            carry(model, from, cell(place, MODEL_LOCALITY, l));
            carry(model, from, cell(place, MODEL_BAND, b));
        }
    }
}

/* Those behind the priorities are of people in hospital. */
static void carry_calls(struct model *model, const struct model_place *place) {
    const size_t priorities = model->chart.dimension_size[MODEL_PRIORITY];
    for (size_t p = 0; p <= priorities; p++) {
        for (size_t s = 0; s < model->chart.dimension_size[MODEL_STREAM]; s++) {
            const size_t from = cell(place, MODEL_CALL, model_account_call(&model->chart, p, s));
            carry(model, from, cell(place, MODEL_STREAM, s));
            if (p < priorities) {
                carry(model, from, cell(place, MODEL_PRIORITY, p));
            }
        }
    }
}

static void carry_all(struct model *model, const struct model_place *place, unsigned kind) {
    for (size_t s = 0; kind != MODEL_ALL && s < model->chart.dimension_size[kind]; s++) {
        carry(model, cell(place, kind, s), cell(place, MODEL_ALL, 0));
    }
}

static void carry_account(struct model *model, enum model_account account) {
    const struct model_place *place = &model->chart.places[account];
    if (place->entered >> MODEL_STAFF & 1) {
        carry_staff(model, place);
    }
    if (model_account_dimensions(account) >> MODEL_TEAM & 1) {
        carry_teams(model, place);
    }
    if (place->entered >> MODEL_RESIDENT & 1) {
        carry_residents(model, place);
    }
    if (place->entered >> MODEL_CALL & 1) {
        carry_calls(model, place);
    }
    carry_all(model, place, model_account_kind_that_sums(account));
}

/* Accounts that are the sum of others, and their parts; a sum may be a part of one that comes after it. */
static const struct {
    enum model_account sum, part;
} parts[] = {
    {ACCOUNT_CARE_NOT_MET_HOURS, ACCOUNT_CARE_UNMET_HOURS},    {ACCOUNT_CARE_NOT_MET_HOURS, ACCOUNT_CARE_HIDDEN_HOURS},
    {ACCOUNT_CARE_NOT_MET_HOURS, ACCOUNT_CARE_GIVEN_UP_HOURS}, {ACCOUNT_CARE_NEEDED_HOURS, ACCOUNT_CARE_NOT_MET_HOURS},
    {ACCOUNT_CARE_NEEDED_HOURS, ACCOUNT_CARE_HOURS},
};

static void carry_parts(struct model *model) {
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        for (size_t s = 0; s < model->chart.dimension_size[MODEL_RESIDENT]; s++) {
            carry(model, cell_of(model, parts[i].part, MODEL_RESIDENT, s),
                  cell_of(model, parts[i].sum, MODEL_RESIDENT, s));
        }
    }
}

void model_book_close_period(struct model *model) {
    des_ledger_settle(model->ledger, model->now);
    carry_parts(model);
    for (unsigned a = 0; a < ACCOUNT_COUNT; a++) {
        carry_account(model, a);
    }
    des_ledger_close_period(model->ledger, model->now);
}

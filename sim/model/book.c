/* model/book.c - entering what happens into the accounts. */
#include "book.h"

#include "base/err.h"

static size_t cell(const struct model_place *place, unsigned kind, size_t subject) {
    return place->first[kind] + subject * place->width;
}

/* The cell of an account that is entered about this kind of subject. */
static size_t cell_of(const struct model *model, enum model_account account, unsigned kind, size_t subject) {
    const struct model_place *place = &model->chart.places[account];
    err_require(place->entered >> kind & 1);
    return cell(place, kind, subject);
}

/* Accounts that follow one another stand side by side only if they are on one sheet. */
static void check_together(const struct model *model, enum model_account account, size_t count) {
    const struct model_place *place = &model->chart.places[account], *last = place + count - 1;
    err_require(last->sheet == place->sheet && last->column == place->column + count - 1);
}

static void enter(struct model *model, enum model_account account, unsigned kind, size_t subject, const double *amounts,
                  size_t count) {
    const size_t first = cell_of(model, account, kind, subject);
    for (size_t i = 0; i < count; i++) {
        des_ledger_add(model->ledger, first + i, amounts[i]);
    }
}

static void enter_one(struct model *model, enum model_account account, unsigned kind, size_t subject) {
    des_ledger_add(model->ledger, cell_of(model, account, kind, subject), 1);
}

static void shift(struct model *model, enum model_account account, unsigned kind, size_t subject, double change) {
    des_ledger_shift(model->ledger, cell_of(model, account, kind, subject), change, model->now);
}

static size_t resident(const struct model *model, const struct world_person *who) {
    return model_account_resident(&model->chart, who->locality, who->band);
}

static size_t resident_of(const struct model *model, const struct model_contact *contact) {
    return resident(model, &model_person_at(model, contact->person)->who);
}

static size_t call_of(const struct model *model, const struct model_contact *contact) {
    const size_t none = model->chart.dimension_size[MODEL_PRIORITY];
    return model_account_call(&model->chart, contact->in_hospital ? none : contact->priority, contact->stream);
}

/* People in hospital are seen within days; in the same mean as people at home they would hide how long those wait. So they
 * count for the team and the stream alone, and for no priority. */
static void enter_referral(struct model *model, const struct model_contact *contact, enum model_account account,
                           const double *amounts, size_t count) {
    enter(model, account, MODEL_TEAM, contact->team, amounts, count);
    enter(model, account, MODEL_CALL, call_of(model, contact), amounts, count);
    if (!contact->in_hospital) {
        enter(model, account, MODEL_RESIDENT, resident_of(model, contact), amounts, count);
    }
}

void model_book_received(struct model *model, const struct model_contact *contact) {
    const size_t organisation = model->teams[contact->team].plan->organisation_index;
    const size_t route = organisation * model->inputs->world->streams.count + contact->stream;
    enter_referral(model, contact, ACCOUNT_REFERRALS, (const double[]){1}, 1);
    enter_one(model, ACCOUNT_REFERRALS, MODEL_ROUTE, route);
}

void model_book_seen(struct model *model, const struct model_contact *contact, des_time waited, bool is_within) {
    const double amounts[] = {1, (double)waited, is_within}; /* and the accounts behind ACCOUNT_SEEN */
    check_together(model, ACCOUNT_SEEN, sizeof amounts / sizeof amounts[0]);
    enter_referral(model, contact, ACCOUNT_SEEN, amounts, sizeof amounts / sizeof amounts[0]);
}

void model_book_left(struct model *model, const struct model_contact *contact, enum model_account how) {
    enter_one(model, how, MODEL_TEAM, contact->team);
    if (!contact->in_hospital) {
        enter_one(model, how, MODEL_PRIORITY, contact->priority);
    }
}

void model_book_second(struct model *model, const struct model_contact *contact, double seconds) {
    enter_one(model, ACCOUNT_SECOND_ASSESSMENTS, MODEL_TEAM, contact->team);
    enter_one(model, ACCOUNT_SECOND_ASSESSMENTS, MODEL_STREAM, contact->stream);
    enter(model, ACCOUNT_SECOND_SECONDS, MODEL_TEAM, contact->team, &seconds, 1);
    enter(model, ACCOUNT_SECOND_SECONDS, MODEL_PRIORITY, contact->priority, &seconds, 1);
}

void model_book_waiting(struct model *model, const struct model_contact *contact, double change) {
    shift(model, ACCOUNT_WAITING, MODEL_TEAM, contact->team, change);
    shift(model, ACCOUNT_WAITING, MODEL_CALL, call_of(model, contact), change);
    if (!contact->in_hospital) {
        shift(model, ACCOUNT_WAITING, MODEL_RESIDENT, resident_of(model, contact), change);
    }
}

void model_book_team(struct model *model, enum model_account account, size_t team, double amount) {
    model_book_subject(model, account, MODEL_TEAM, team, amount);
}

void model_book_team_shift(struct model *model, enum model_account account, size_t team, double change) {
    shift(model, account, MODEL_TEAM, team, change);
}

void model_book_snapshot(struct model *model, const struct model_waiting_group *group) {
    const double amounts[] = {group->people, group->waited_seconds};
    check_together(model, ACCOUNT_SNAPSHOT_PEOPLE, 2);
    enter(model, ACCOUNT_SNAPSHOT_PEOPLE, MODEL_TEAM, group->team, amounts, 2);
    if (!group->in_hospital) {
        enter(model, ACCOUNT_SNAPSHOT_PEOPLE, MODEL_PRIORITY, group->priority, amounts, 2);
    }
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
    shift(model, account, MODEL_RESIDENT, resident(model, who), change);
}

void model_book_all_shift(struct model *model, enum model_account account, double change) {
    shift(model, account, MODEL_ALL, 0, change);
}

void model_book_callers(struct model *model, const struct world_person *who, enum model_account account,
                        const double *amounts, size_t count) {
    check_together(model, account, count);
    enter(model, account, MODEL_RESIDENT, resident(model, who), amounts, count);
    enter(model, account, MODEL_STREAM, who->stream, amounts, count);
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
    {ACCOUNT_CARE_NOT_MET_HOURS, ACCOUNT_CARE_UNMET_HOURS},
    {ACCOUNT_CARE_NOT_MET_HOURS, ACCOUNT_CARE_HIDDEN_HOURS},
    {ACCOUNT_CARE_NOT_MET_HOURS, ACCOUNT_CARE_GIVEN_UP_HOURS},
    {ACCOUNT_CARE_NEEDED_HOURS, ACCOUNT_CARE_NOT_MET_HOURS},
    {ACCOUNT_CARE_NEEDED_HOURS, ACCOUNT_CARE_HOURS},
    {ACCOUNT_JOURNEY_SECONDS, ACCOUNT_JOURNEY_FIRST_WAIT_SECONDS},
    {ACCOUNT_JOURNEY_SECONDS, ACCOUNT_JOURNEY_FURTHER_WAIT_SECONDS},
    {ACCOUNT_JOURNEY_SECONDS, ACCOUNT_JOURNEY_PACKAGE_WAIT_SECONDS},
    {ACCOUNT_JOURNEY_SECONDS, ACCOUNT_JOURNEY_HOSPITAL_SECONDS},
    {ACCOUNT_JOURNEY_SECONDS, ACCOUNT_JOURNEY_HELP_SECONDS},
};

static void carry_part(struct model *model, enum model_account part, enum model_account sum) {
    for (unsigned kinds = model->chart.places[sum].entered; kinds != 0; kinds &= kinds - 1) {
        const unsigned kind = (unsigned)__builtin_ctz(kinds);
        for (size_t s = 0; s < model->chart.dimension_size[kind]; s++) {
            carry(model, cell_of(model, part, kind, s), cell_of(model, sum, kind, s));
        }
    }
}

static void carry_parts(struct model *model) {
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        carry_part(model, parts[i].part, parts[i].sum);
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

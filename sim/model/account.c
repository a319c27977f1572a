/* model/account.c - the accounts and about whom they are kept. */
#include "account.h"

#include "base/err.h"
#include "wait_band.h"

static const unsigned dimensions[] = {
    [ACCOUNT_SECONDS] = OF_ALL,
    [ACCOUNT_PERSONS] = OF_CALLERS,
    [ACCOUNT_REFERRALS] = OF_REFERRALS | 1u << MODEL_ROUTE,
    [ACCOUNT_SEEN] = OF_REFERRALS,
    [ACCOUNT_WAIT_SECONDS] = OF_REFERRALS,
    [ACCOUNT_SEEN_WITHIN_TARGET] = OF_REFERRALS,
    [ACCOUNT_RESOLVED] = OF_LISTS,
    [ACCOUNT_DECLINED] = OF_LISTS,
    [ACCOUNT_TRIAGED_OUT] = OF_LISTS,
    [ACCOUNT_DIED_WAITING] = OF_LISTS,
    [ACCOUNT_ADMITTED] = OF_LISTS,
    [ACCOUNT_WITHDRAWN] = OF_LISTS,
    [ACCOUNT_WAITING] = OF_REFERRALS | AS_LEVEL,
    [ACCOUNT_FOLLOWUPS_WAITING] = OF_TEAMS | AS_LEVEL,
    [ACCOUNT_SNAPSHOT_PEOPLE] = OF_LISTS,
    [ACCOUNT_SNAPSHOT_SECONDS] = OF_LISTS,
    [ACCOUNT_FIRST_SEEN] = OF_ALL,
    [ACCOUNT_ASSESSMENTS] = OF_ALL,
    [ACCOUNT_SECOND_ASSESSMENTS] = OF_TEAMS | 1u << MODEL_STREAM,
    [ACCOUNT_SECOND_SECONDS] = OF_LISTS,
    [ACCOUNT_CONTACTS] = OF_TEAMS,
    [ACCOUNT_OFFERED_SECONDS] = OF_TEAMS,
    [ACCOUNT_WORK_SECONDS] = OF_STAFF,
    [ACCOUNT_AVAILABLE_SECONDS] = OF_STAFF,
    [ACCOUNT_USE_ASSESSMENT_SECONDS] = OF_TEAMS,
    [ACCOUNT_USE_SECOND_SECONDS] = OF_TEAMS,
    [ACCOUNT_USE_FOLLOWUP_SECONDS] = OF_TEAMS,
    [ACCOUNT_USE_COMMISSIONING_SECONDS] = OF_TEAMS,
    [ACCOUNT_USE_TRIAGE_SECONDS] = OF_TEAMS,
    [ACCOUNT_USE_TRAVEL_SECONDS] = OF_TEAMS,
    [ACCOUNT_USE_MISSED_SECONDS] = OF_TEAMS,
    [ACCOUNT_SPARE_SECONDS] = OF_TEAMS,
    [ACCOUNT_CASELOAD] = OF_TEAMS | AS_LEVEL,
    [ACCOUNT_FTE_SECONDS] = OF_TEAMS,
    [ACCOUNT_LOST_SICKNESS_SECONDS] = OF_STAFF,
    [ACCOUNT_LOST_VACANCY_SECONDS] = OF_STAFF,
    [ACCOUNT_LOST_SECONDS] = OF_STAFF,
    [ACCOUNT_STAFF_GBP] = OF_TEAMS,
    [ACCOUNT_CARE_REQUESTS] = OF_PEOPLE,
    [ACCOUNT_CARE_ASKED] = OF_PEOPLE | AS_LEVEL,
    [ACCOUNT_CARE_AGREED] = OF_PEOPLE | AS_LEVEL,
    [ACCOUNT_CARE_PUT_OFF] = OF_PEOPLE | AS_LEVEL,
    [ACCOUNT_CARE_ACTIVE] = OF_PEOPLE | AS_LEVEL,
    [ACCOUNT_CARE_HOURS] = OF_PEOPLE | AS_LEVEL,
    [ACCOUNT_CARE_UNMET_HOURS] = OF_PEOPLE | AS_LEVEL,
    [ACCOUNT_CARE_HIDDEN_HOURS] = OF_PEOPLE | AS_LEVEL,
    [ACCOUNT_CARE_GIVEN_UP_HOURS] = OF_PEOPLE | AS_LEVEL,
    [ACCOUNT_CARE_NOT_MET_HOURS] = OF_PEOPLE,
    [ACCOUNT_CARE_NEEDED_HOURS] = OF_PEOPLE,
    [ACCOUNT_CARE_STARTS] = OF_PEOPLE,
    [ACCOUNT_CARE_NEVER_STARTED] = OF_PEOPLE,
    [ACCOUNT_PREVENTED] = OF_PEOPLE,
    [ACCOUNT_REDUCED] = OF_PEOPLE,
    [ACCOUNT_REDUCED_HOURS] = OF_PEOPLE,
    [ACCOUNT_DELAYED] = OF_PEOPLE,
    [ACCOUNT_CARE_SUPPLY] = OF_PEOPLE | AS_LEVEL,
    [ACCOUNT_CARE_SUPPLY_HOURS] = OF_PEOPLE | AS_LEVEL,
    [ACCOUNT_HOME_ADMISSIONS] = OF_PEOPLE,
    [ACCOUNT_HOME_RESIDENTS] = OF_PEOPLE | AS_LEVEL,
    [ACCOUNT_BEDS_DELAYED] = OF_PEOPLE | AS_LEVEL,
    [ACCOUNT_BEDS_ASSESSMENT] = OF_PEOPLE | AS_LEVEL,
    [ACCOUNT_BEDS_CARE] = OF_PEOPLE | AS_LEVEL,
    [ACCOUNT_BEDS_INDICATOR] = OF_ALL | AS_LEVEL,
    [ACCOUNT_RESIDENTS_INDICATOR] = OF_ALL,
    [ACCOUNT_DISCHARGES_DELAYED] = OF_PEOPLE,
    [ACCOUNT_SNAPSHOTS] = OF_ALL,
    [ACCOUNT_WAITING_IN_BAND] = OF_ALL | 1u << MODEL_WAIT_BAND,
    [ACCOUNT_TARGET_SEEN] = OF_ALL | 1u << MODEL_TARGET,
    [ACCOUNT_TARGET_MET] = OF_ALL | 1u << MODEL_TARGET,
    [ACCOUNT_JOURNEYS_WITHOUT_HELP] = OF_CALLERS,
    [ACCOUNT_JOURNEYS] = OF_CALLERS,
    [ACCOUNT_JOURNEY_FIRST_WAIT_SECONDS] = OF_CALLERS,
    [ACCOUNT_JOURNEY_FURTHER_WAIT_SECONDS] = OF_CALLERS,
    [ACCOUNT_JOURNEY_PACKAGE_WAIT_SECONDS] = OF_CALLERS,
    [ACCOUNT_JOURNEY_HOSPITAL_SECONDS] = OF_CALLERS,
    [ACCOUNT_JOURNEY_HELP_SECONDS] = OF_CALLERS,
    [ACCOUNT_JOURNEY_SECONDS] = OF_CALLERS,
};

_Static_assert(sizeof dimensions / sizeof dimensions[0] == ACCOUNT_COUNT, "every account says whom it is about");

unsigned model_account_dimensions(enum model_account account) {
    err_require(account < ACCOUNT_COUNT);
    return dimensions[account] & ~(unsigned)AS_LEVEL;
}

unsigned model_account_entered(enum model_account account) {
    const unsigned kept = model_account_dimensions(account), all = 1u << MODEL_ALL;
    const unsigned by_call = 1u << MODEL_PRIORITY | 1u << MODEL_STREAM;
    if (kept >> MODEL_STAFF & 1) {
        return 1u << MODEL_STAFF;
    }
    unsigned entered = kept >> MODEL_TEAM & 1 ? kept & ~(1u << MODEL_ORGANISATION | all) : kept;
    if ((kept & OF_PEOPLE) == OF_PEOPLE) {
        entered = (entered & ~(unsigned)OF_PEOPLE) | 1u << MODEL_RESIDENT;
    }
    return (entered & by_call) == by_call ? (entered & ~by_call) | 1u << MODEL_CALL : entered;
}

unsigned model_account_kind_that_sums(enum model_account account) {
    static const unsigned kinds[] = {MODEL_ALL, MODEL_RESIDENT, MODEL_PRIORITY};
    const unsigned entered = model_account_entered(account);
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (entered >> kinds[i] & 1) {
            return kinds[i];
        }
    }
    return MODEL_TEAM;
}

size_t model_account_resident(const struct model_chart *chart, size_t locality, size_t band) {
    return locality * chart->dimension_size[MODEL_BAND] + band;
}

size_t model_account_call(const struct model_chart *chart, size_t priority, size_t stream) {
    return priority * chart->dimension_size[MODEL_STREAM] + stream;
}

size_t model_account_cell(const struct model_chart *chart, enum model_account account, unsigned kind, size_t subject) {
    const struct model_place *place = &chart->places[account];
    return place->first[kind] + subject * place->width;
}

size_t model_account_dimension_size(const struct model_inputs *inputs, enum model_dimension dimension) {
    const size_t sizes[MODEL_DIMENSIONS] = {
        [MODEL_ALL] = 1,
        [MODEL_ORGANISATION] = inputs->service->organisation_count,
        [MODEL_TEAM] = inputs->service->teams.count,
        [MODEL_LOCALITY] = inputs->world->localities.count,
        [MODEL_BAND] = inputs->world->bands.count,
        [MODEL_PRIORITY] = inputs->world->priorities.count,
        [MODEL_STREAM] = inputs->world->streams.count,
        [MODEL_STAFF] = inputs->service->teams.count * inputs->world->roles.count,
        [MODEL_ROUTE] = inputs->service->organisation_count * inputs->world->streams.count,
        [MODEL_WAIT_BAND] = MODEL_WAIT_BANDS,
        [MODEL_TARGET] = inputs->world->targets.count,
    };
    return sizes[dimension];
}

/* Where each kind of subject begins among histograms; returns how many there are in all. */
static size_t lay_out(const struct model_chart *chart, unsigned kinds, size_t first[MODEL_KINDS]) {
    size_t subjects = 0;
    for (unsigned d = 0; d < MODEL_KINDS; d++) {
        first[d] = subjects;
        subjects += kinds >> d & 1 ? chart->dimension_size[d] : 0;
    }
    return subjects;
}

/* The first account that is kept about the same kinds of subject stands for the sheet. */
static unsigned sheet_of(unsigned account) {
    unsigned sheet = 0;
    while (dimensions[sheet] != dimensions[account]) {
        sheet++;
    }
    return sheet;
}

/* A sheet begins behind those before it; returns where it ends. */
static size_t lay_out_sheet(struct model_chart *chart, unsigned account, size_t begin) {
    struct model_place *place = &chart->places[account];
    size_t rows[MODEL_KINDS];
    const size_t count = lay_out(chart, model_account_dimensions(account) | place->entered, rows);
    for (unsigned d = 0; d < MODEL_KINDS; d++) {
        place->first[d] = (uint32_t)(begin + rows[d] * place->width);
    }
    return begin + count * place->width;
}

static size_t lay_out_sheets(struct model_chart *chart, unsigned as_level, size_t begin) {
    for (unsigned a = 0; a < ACCOUNT_COUNT; a++) {
        if (chart->places[a].sheet == a && (dimensions[a] & AS_LEVEL) == as_level) {
            begin = lay_out_sheet(chart, a, begin);
        }
    }
    return begin;
}

static void lay_out_ledger(struct model_chart *chart) {
    for (unsigned a = 0; a < ACCOUNT_COUNT; a++) {
        struct model_place *place = &chart->places[a];
        place->entered = (uint16_t)model_account_entered(a);
        place->sheet = (uint16_t)sheet_of(a);
        place->column = chart->places[place->sheet].width++;
    }
    chart->levels = lay_out_sheets(chart, AS_LEVEL, 0);
    chart->cells = lay_out_sheets(chart, 0, chart->levels);
    err_require(chart->cells < UINT32_MAX);
    for (unsigned a = 0; a < ACCOUNT_COUNT; a++) {
        const struct model_place *sheet = &chart->places[chart->places[a].sheet];
        chart->places[a].width = sheet->width;
        for (unsigned d = 0; &chart->places[a] != sheet && d < MODEL_KINDS; d++) {
            chart->places[a].first[d] = sheet->first[d] + chart->places[a].column;
        }
    }
}

void model_account_chart(const struct model_inputs *inputs, struct model_chart *chart) {
    *chart = (struct model_chart){.cells = 0};
    for (unsigned d = 0; d < MODEL_DIMENSIONS; d++) {
        chart->dimension_size[d] = model_account_dimension_size(inputs, d);
    }
    chart->dimension_size[MODEL_RESIDENT] = chart->dimension_size[MODEL_LOCALITY] * chart->dimension_size[MODEL_BAND];
    chart->dimension_size[MODEL_CALL] =
        (chart->dimension_size[MODEL_PRIORITY] + 1) * chart->dimension_size[MODEL_STREAM];
    lay_out_ledger(chart);
    chart->wait_subjects = lay_out(chart, OF_WAITS, chart->first_wait);
    chart->journey_subjects = lay_out(chart, OF_JOURNEYS, chart->first_journey);
    chart->incidence_subjects = lay_out(chart, OF_INCIDENCE, chart->first_incidence);
}

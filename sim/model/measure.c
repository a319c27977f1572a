/* model/measure.c - the table of measures, and what each is worth after a run. */
#include "model/measure.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "state.h"

enum formula_kind {
    RATIO,   /* one account over another */
    RATE,    /* an account per year */
    LEVEL,   /* a level on average over the window */
    COST,    /* a level of hours a week, paid by the hour, per year */
    QUANTILE /* of the distribution of waits */
};

struct model_formula {
    enum formula_kind kind;
    enum model_account account, over; /* over: RATIO only */
    double scale, share;              /* share: QUANTILE only */
};

/* clang-format off: one row is one measure. */
static const struct model_measure measures[] = {
    {"wait_median", "Wait to first assessment, median", "days",
     "Half of the people seen had waited less, from referral received to assessment begun; people in hospital count "
     "under their team and stream only.",
     "%.1f", -1, OF_WAITS, true, false, false,
     &(const struct model_formula){QUANTILE, .scale = 1.0 / DES_DAY, .share = 0.5}},
    {"wait_mean", "Wait to first assessment, mean", "days",
     "Days from referral received to assessment begun, summed over people seen in the window, over their number.",
     "%.1f", -1, OF_REFERRALS, true, false, true,
     &(const struct model_formula){RATIO, ACCOUNT_WAIT_SECONDS, ACCOUNT_SEEN, 1.0 / DES_DAY, 0}},
    {"wait_p90", "Wait to first assessment, 90th percentile", "days", "Nine in ten of the people seen had waited less.",
     "%.1f", -1, OF_WAITS, true, false, false,
     &(const struct model_formula){QUANTILE, .scale = 1.0 / DES_DAY, .share = 0.9}},
    {"within_target", "Seen within target", "%",
     "People seen in the window whose wait was within the target of their priority, over all people seen.", "%.1f", +1,
     OF_REFERRALS, true, false, true,
     &(const struct model_formula){RATIO, ACCOUNT_SEEN_WITHIN_TARGET, ACCOUNT_SEEN, 100, 0}},
    {"list_people", "People waiting for assessment", "people",
     "Referrals waiting for an assessment, on average over the window; somebody on two lists counts twice.", "%.0f", -1,
     OF_REFERRALS, true, false, true, &(const struct model_formula){LEVEL, ACCOUNT_WAITING, 0, 1, 0}},
    {"still_waiting_mean", "Wait so far of those still waiting", "days",
     "Days that people on the lists at the end of each month had waited by then, over their number.", "%.1f", -1,
     OF_TEAMS | 1u << MODEL_PRIORITY, true, false, true,
     &(const struct model_formula){RATIO, ACCOUNT_SNAPSHOT_SECONDS, ACCOUNT_SNAPSHOT_PEOPLE, 1.0 / DES_DAY, 0}},
    {"persons_per_year", "People who came", "people a year",
     "People who came by a demand stream; requests for care that arise later are not counted again.", "%.0f", 0,
     OF_CALLERS, false, false, true, &(const struct model_formula){RATE, ACCOUNT_PERSONS, 0, 1, 0}},
    {"referrals_per_year", "Referrals for assessment", "a year",
     "Referrals received by all routes, from outside, from other teams and at discharge; those for inpatients count "
     "under their team and stream only.",
     "%.0f", 0, OF_REFERRALS | 1u << MODEL_ROUTE, false, false, true,
     &(const struct model_formula){RATE, ACCOUNT_REFERRALS, 0, 1, 0}},
    {"seen_per_year", "People seen", "a year", "Assessments begun for referrals received.", "%.0f", 0,
     OF_TEAMS | 1u << MODEL_PRIORITY, false, false, true, &(const struct model_formula){RATE, ACCOUNT_SEEN, 0, 1, 0}},
    {"resolved_per_year", "Left the list: resolved", "a year",
     "People who left a list unseen because the matter had resolved itself.", "%.0f", 0,
     OF_TEAMS | 1u << MODEL_PRIORITY, false, false, false,
     &(const struct model_formula){RATE, ACCOUNT_RESOLVED, 0, 1, 0}},
    {"declined_per_year", "Left the list: declined or moved", "a year",
     "People who left a list unseen because they declined, moved away or went elsewhere.", "%.0f", 0,
     OF_TEAMS | 1u << MODEL_PRIORITY, false, false, false,
     &(const struct model_formula){RATE, ACCOUNT_DECLINED, 0, 1, 0}},
    {"died_waiting_per_year", "Left the list: died", "a year", "People who died while waiting for assessment.", "%.0f",
     -1, OF_TEAMS | 1u << MODEL_PRIORITY, false, false, false,
     &(const struct model_formula){RATE, ACCOUNT_DIED_WAITING, 0, 1, 0}},
    {"withdrawn_per_year", "Referrals taken back", "a year",
     "Referrals that ended because another team had begun to meet the need, or because care was no longer needed.",
     "%.0f", 0, OF_TEAMS | 1u << MODEL_PRIORITY, false, false, false,
     &(const struct model_formula){RATE, ACCOUNT_WITHDRAWN, 0, 1, 0}},
    {"assessments_per_person", "Assessments per person seen", "assessments",
     "Assessments begun, of every kind but commissioning, over people assessed for the first time.", "%.2f", -1, OF_ALL,
     true, false, false, &(const struct model_formula){RATIO, ACCOUNT_ASSESSMENTS, ACCOUNT_FIRST_SEEN, 1, 0}},
    {"second_share", "Second assessments per 100 people seen", "per 100 people",
     "Assessments from the beginning of people whom another organisation had assessed before, over people assessed for "
     "the first time.",
     "%.1f", -1, OF_ALL, true, false, false,
     &(const struct model_formula){RATIO, ACCOUNT_SECOND_ASSESSMENTS, ACCOUNT_FIRST_SEEN, 100, 0}},
    {"second_assessments_per_year", "Second assessments", "a year",
     "Assessments from the beginning of people whom another organisation had assessed before.", "%.0f", 0,
     OF_TEAMS | 1u << MODEL_STREAM, true, false, true,
     &(const struct model_formula){RATE, ACCOUNT_SECOND_ASSESSMENTS, 0, 1, 0}},
    {"second_hours_per_year", "Staff time on second assessments", "hours a year",
     "Time of the whole crew, travel included.", "%.0f", 0, OF_TEAMS | 1u << MODEL_PRIORITY, false, false, false,
     &(const struct model_formula){RATE, ACCOUNT_SECOND_SECONDS, 0, 1.0 / DES_HOUR, 0}},
    {"contacts_per_year", "Contacts", "a year", "Assessments, commissioning and follow-ups ended.", "%.0f", 0, OF_TEAMS,
     false, false, false, &(const struct model_formula){RATE, ACCOUNT_CONTACTS, 0, 1, 0}},
    {"followups_waiting", "Follow-ups waiting", "contacts",
     "Follow-ups that had fallen due and not begun, on average over the window.", "%.0f", -1, OF_TEAMS, false, false,
     false, &(const struct model_formula){LEVEL, ACCOUNT_FOLLOWUPS_WAITING, 0, 1, 0}},
    {"demand_hours_per_year", "Demand", "staff hours a year",
     "Staff time that the referrals received in the window will take, as far as is known then: their assessments by "
     "the "
     "whole crew, their follow-ups and travel, less those taken back.",
     "%.0f", 0, OF_TEAMS, false, false, false,
     &(const struct model_formula){RATE, ACCOUNT_OFFERED_SECONDS, 0, 1.0 / DES_HOUR, 0}},
    {"capacity_hours_per_year", "Capacity", "staff hours a year",
     "Client-related time on duty on the working days of the window.", "%.0f", 0, OF_STAFF, false, false, false,
     &(const struct model_formula){RATE, ACCOUNT_AVAILABLE_SECONDS, 0, 1.0 / DES_HOUR, 0}},
    {"offered_load", "Demand over capacity", "%",
     "Demand in hours over capacity in hours; at 100 or more a list has no steady state.", "%.1f", -1, OF_TEAMS, true,
     false, false, &(const struct model_formula){RATIO, ACCOUNT_OFFERED_SECONDS, ACCOUNT_AVAILABLE_SECONDS, 100, 0}},
    {"utilisation", "Utilisation of staff", "%", "Time worked over time on duty.", "%.1f", 0, OF_STAFF, true, false,
     true, &(const struct model_formula){RATIO, ACCOUNT_WORK_SECONDS, ACCOUNT_AVAILABLE_SECONDS, 100, 0}},
    {"care_packages", "Packages of care in payment", "packages", "On average over the window.", "%.0f", 0, OF_PEOPLE,
     true, true, true, &(const struct model_formula){LEVEL, ACCOUNT_CARE_ACTIVE, 0, 1, 0}},
    {"care_hours_per_week", "Home care funded", "hours a week",
     "Hours a week of all packages in payment, on average over the window.", "%.0f", 0, OF_PEOPLE, true, true, true,
     &(const struct model_formula){LEVEL, ACCOUNT_CARE_HOURS, 0, 1, 0}},
    {"care_not_met_hours_per_week", "Home care not met, in all", "hours a week",
     "Hours a week of people who need care and have none: they wait, gave up waiting, or nobody has found their need. "
     "Not a saving.",
     "%.0f", -1, OF_PEOPLE, true, false, true,
     &(const struct model_formula){LEVEL, ACCOUNT_CARE_NOT_MET_HOURS, 0, 1, 0}},
    {"care_unmet_hours_per_week", "Not met: people waiting", "hours a week",
     "Hours a week of people who wait for a care assessment or for their package to start. Not a saving.", "%.0f", -1,
     OF_PEOPLE, true, false, true, &(const struct model_formula){LEVEL, ACCOUNT_CARE_UNMET_HOURS, 0, 1, 0}},
    {"care_hidden_hours_per_week", "Not met: need not found yet", "hours a week",
     "Hours a week of people in whom nobody has found the need for care yet, on other lists or beyond them. Not a "
     "saving.",
     "%.0f", -1, OF_PEOPLE, true, false, true,
     &(const struct model_formula){LEVEL, ACCOUNT_CARE_HIDDEN_HOURS, 0, 1, 0}},
    {"care_given_up_hours_per_week", "Not met: given up waiting", "hours a week",
     "Hours a week of people who left a list for a care assessment, as long as their need lasts. Not a saving.", "%.0f",
     -1, OF_PEOPLE, true, false, true, &(const struct model_formula){LEVEL, ACCOUNT_CARE_GIVEN_UP_HOURS, 0, 1, 0}},
    {"care_needed_hours_per_week", "Home care needed: funded and not met", "hours a week",
     "Funded home care and home care not met, whatever the reason. A need lasts for a time of its own, so this changes "
     "where care is prevented, reduced or delayed and where waiting or help changes when a need begins; in the first "
     "years also by those who waited on day one, who come on top of the packages in payment then.",
     "%.0f", -1, OF_PEOPLE, true, true, true, &(const struct model_formula){LEVEL, ACCOUNT_CARE_NEEDED_HOURS, 0, 1, 0}},
    {"care_waiting_assessment", "People waiting for a care assessment", "people", "On average over the window.", "%.0f",
     -1, OF_PEOPLE, true, false, true, &(const struct model_formula){LEVEL, ACCOUNT_CARE_ASKED, 0, 1, 0}},
    {"care_waiting_package", "People waiting for a package to start", "people",
     "Assessed, and waiting for commissioning or brokerage; on average over the window.", "%.0f", 0, OF_PEOPLE, true,
     false, true, &(const struct model_formula){LEVEL, ACCOUNT_CARE_AGREED, 0, 1, 0}},
    {"care_requests_per_year", "Requests for care", "a year",
     "New requests, found needs and repeated requests after prevention.", "%.0f", 0, OF_PEOPLE, false, false, true,
     &(const struct model_formula){RATE, ACCOUNT_CARE_REQUESTS, 0, 1, 0}},
    {"care_starts_per_year", "Packages started", "a year", "Packages whose first visit fell in the window.", "%.0f", 0,
     OF_PEOPLE, true, true, true, &(const struct model_formula){RATE, ACCOUNT_CARE_STARTS, 0, 1, 0}},
    {"care_never_started_per_year", "Requests that never started", "a year",
     "Requests for care that were given up, or ended by themselves or by death, before the package started.", "%.0f",
     -1, OF_PEOPLE, true, false, true, &(const struct model_formula){RATE, ACCOUNT_CARE_NEVER_STARTED, 0, 1, 0}},
    {"prevented_per_year", "Packages prevented", "people a year",
     "Requests for care not started now because the assessment helped otherwise; some ask again.", "%.0f", 0, OF_PEOPLE,
     true, true, true, &(const struct model_formula){RATE, ACCOUNT_PREVENTED, 0, 1, 0}},
    {"reduced_per_year", "Packages reduced", "people a year", "Packages made smaller by the assessment.", "%.0f", 0,
     OF_PEOPLE, true, true, true, &(const struct model_formula){RATE, ACCOUNT_REDUCED, 0, 1, 0}},
    {"reduced_hours_per_year", "Hours taken off packages", "hours a week, a year",
     "Hours a week by which packages were made smaller, summed over a year's decisions.", "%.0f", 0, OF_PEOPLE, false,
     true, false, &(const struct model_formula){RATE, ACCOUNT_REDUCED_HOURS, 0, 1, 0}},
    {"delayed_per_year", "Packages delayed on purpose", "people a year",
     "Packages put off because the assessment helped for a time.", "%.0f", 0, OF_PEOPLE, true, true, true,
     &(const struct model_formula){RATE, ACCOUNT_DELAYED, 0, 1, 0}},
    {"care_put_off", "People whose package is delayed on purpose", "people", "On average over the window.", "%.0f", 0,
     OF_PEOPLE, false, true, true, &(const struct model_formula){LEVEL, ACCOUNT_CARE_PUT_OFF, 0, 1, 0}},
    {"staff_cost_per_year", "Cost of staff", "thousand GBP a year", "FTE times cost per FTE, whether busy or not.",
     "%.0f", -1, OF_TEAMS, true, false, false, &(const struct model_formula){RATE, ACCOUNT_STAFF_GBP, 0, 1e-3, 0}},
    {"care_cost_per_year", "Cost of home care", "thousand GBP a year",
     "Hours of packages in payment times the cost of an hour.", "%.0f", 0, OF_PEOPLE, true, true, false,
     &(const struct model_formula){COST, ACCOUNT_CARE_HOURS, 0, 1e-3 * DES_YEAR / DES_WEEK, 0}},
};
/* clang-format on */

const struct model_measure *model_measures(size_t *count) {
    *count = sizeof measures / sizeof measures[0];
    return measures;
}

const char *model_dimension_name(enum model_dimension dimension) {
    static const char *const names[MODEL_DIMENSIONS] = {
        [MODEL_ALL] = "all",       [MODEL_ORGANISATION] = "organisation",
        [MODEL_TEAM] = "team",     [MODEL_LOCALITY] = "locality",
        [MODEL_BAND] = "age band", [MODEL_PRIORITY] = "priority",
        [MODEL_STREAM] = "stream", [MODEL_STAFF] = "role",
        [MODEL_ROUTE] = "route",
    };
    return names[dimension];
}

static char *subject_name(const struct model_inputs *inputs, enum model_dimension dimension, size_t subject) {
    const struct world *world = inputs->world;
    const size_t roles = world->roles.count;
    switch (dimension) {
    case MODEL_ORGANISATION:
        return mem_text(inputs->service->organisations[subject]);
    case MODEL_TEAM:
        return mem_text(svc_team(inputs->service, subject)->name);
    case MODEL_LOCALITY:
        return mem_text(world_locality(world, subject)->name);
    case MODEL_BAND:
        return mem_text(world_band(world, subject)->name);
    case MODEL_PRIORITY:
        return mem_text(world_priority(world, subject)->name);
    case MODEL_STREAM:
        return mem_text(world_stream(world, subject)->name);
    case MODEL_STAFF:
        return mem_format("%s / %s", svc_team(inputs->service, subject / roles)->name,
                          world_role(world, subject % roles)->name);
    case MODEL_ROUTE:
        return mem_format("%s / %s", inputs->service->organisations[subject / world->streams.count],
                          world_stream(world, subject % world->streams.count)->name);
    default:
        return mem_text("all");
    }
}

/* A role that nobody in a team has is no subject. */
static bool is_present(const struct model_inputs *inputs, enum model_dimension dimension, size_t subject) {
    const size_t roles = inputs->world->roles.count;
    return dimension != MODEL_STAFF || svc_team(inputs->service, subject / roles)->fte[subject % roles] > 0;
}

struct columns {
    struct model_column *columns;
    size_t count, capacity;
};

static void add_columns(const struct model_inputs *inputs, const struct model_measure *measure, unsigned dimensions,
                        struct columns *to) {
    for (unsigned d = 0; d < MODEL_DIMENSIONS; d++) {
        const size_t subjects = dimensions >> d & 1 ? model_account_dimension_size(inputs, d) : 0;
        for (size_t s = 0; s < subjects; s++) {
            if (is_present(inputs, d, s)) {
                to->columns = mem_grown(to->columns, to->count, &to->capacity, sizeof *to->columns);
                to->columns[to->count++] = (struct model_column){measure, d, s, subject_name(inputs, d, s)};
            }
        }
    }
}

size_t model_columns(const struct model_inputs *inputs, struct model_column **columns) {
    struct columns all = {NULL, 0, 0};
    for (size_t m = 0; m < sizeof measures / sizeof measures[0]; m++) {
        add_columns(inputs, &measures[m], measures[m].dimensions, &all);
    }
    *columns = all.columns;
    return all.count;
}

size_t model_wait_subjects(const struct model_inputs *inputs, struct model_column **subjects) {
    struct columns all = {NULL, 0, 0};
    add_columns(inputs, &measures[0], OF_WAITS, &all);
    *subjects = all.columns;
    return all.count;
}

void model_columns_free(struct model_column *columns, size_t count) {
    for (size_t i = 0; i < count; i++) {
        free(columns[i].subject_name);
    }
    free(columns);
}

/* Months are counted from 0, periods of the ledger from 1: period 0 is the warm-up. */
static double sum_of(const struct model *model, enum model_account account, const struct model_column *column,
                     size_t first_month, size_t last_month) {
    const bool is_kept = model_account_dimensions(account) >> column->dimension & 1;
    const enum model_dimension dimension = is_kept ? column->dimension : MODEL_ALL;
    const size_t subject = model->chart.first[account][dimension] + (is_kept ? column->subject : 0);
    return des_ledger_sum(model->ledger, account, subject, first_month + 1, last_month + 1);
}

static double quantile_of(const struct model *model, const struct model_column *column, double share) {
    return des_histogram_quantile(&model->waits, model->chart.first_wait[column->dimension] + column->subject, share);
}

double model_column_value(const struct model *model, const struct model_column *column, size_t first_month,
                          size_t last_month) {
    const struct model_formula *formula = column->measure->formula;
    const bool is_whole = first_month == 0 && last_month + 1 == model->inputs->months;
    if (formula->kind == QUANTILE) {
        return is_whole ? formula->scale * quantile_of(model, column, formula->share) : NAN;
    }
    const double above = formula->scale * sum_of(model, formula->account, column, first_month, last_month);
    if (formula->kind == RATIO) {
        const double below = sum_of(model, formula->over, column, first_month, last_month);
        return below > 0 ? above / below : NAN;
    }
    const double mean = above / sum_of(model, ACCOUNT_SECONDS, column, first_month, last_month);
    return mean * (formula->kind == RATE   ? DES_YEAR
                   : formula->kind == COST ? model->inputs->world->care.cost_gbp_per_hour
                                           : 1);
}

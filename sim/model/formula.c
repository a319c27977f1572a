/* model/formula.c - what a measure is worth after a run. */
#include "formula.h"

#include <math.h>

#include "state.h"

/* Months are counted from 0, periods of the ledger from 1: period 0 is the warm-up. */
static double sum_of(const struct model *model, enum model_account account, const struct model_column *column,
                     struct model_months months) {
    const bool is_kept = model_account_dimensions(account) >> column->dimension & 1;
    const enum model_dimension dimension = is_kept ? column->dimension : MODEL_ALL;
    const size_t cell = model_account_cell(&model->chart, account, dimension, is_kept ? column->subject : 0);
    return des_ledger_sum(model->ledger, cell, months.first + 1, months.last + 1);
}

static double quantile_of(const struct model *model, const struct model_column *column) {
    const struct model_formula *formula = column->measure->formula;
    const bool is_of_waits = formula->kind == FORMULA_QUANTILE;
    const struct des_histogram *from = is_of_waits ? &model->waits : &model->journeys;
    const size_t *first = is_of_waits ? model->chart.first_wait : model->chart.first_journey;
    return formula->scale * des_histogram_quantile(from, first[column->dimension] + column->subject, formula->share);
}

/* Only subjects about whom there is anything to divide by; NAN where these are fewer than two. */
static double inequality_of(const struct model *model, const struct model_measure *measure,
                            struct model_months months) {
    const struct model_formula *formula = measure->formula;
    const enum model_dimension among = formula->kind == FORMULA_BETWEEN_LOCALITIES ? MODEL_LOCALITY : MODEL_BAND;
    double least = INFINITY, most = 0;
    size_t counted = 0;
    for (size_t s = 0; s < model->chart.dimension_size[among]; s++) {
        const struct model_column column = {.measure = measure, .dimension = among, .subject = s};
        const double below = sum_of(model, formula->over, &column, months);
        if (below > 0) {
            const double ratio = sum_of(model, formula->account, &column, months) / below;
            least = fmin(least, ratio);
            most = fmax(most, ratio);
            counted++;
        }
    }
    return counted > 1 && least > 0 ? most / least : NAN;
}

/* What was paid in a stretch of months [GBP]. */
static double paid(const struct model *model, const struct model_column *column, struct model_months months) {
    const struct world *world = model->inputs->world;
    const unsigned costs = column->measure->formula->costs;
    double gbp = costs & COST_STAFF ? sum_of(model, ACCOUNT_STAFF_GBP, column, months) : 0;
    if (costs & COST_HOME_CARE) {
        gbp += world->care.cost_gbp_per_hour * sum_of(model, ACCOUNT_CARE_HOURS, column, months) / DES_WEEK;
    }
    if (costs & COST_CARE_HOMES) {
        gbp += world->care_homes.cost_gbp_per_week * sum_of(model, ACCOUNT_HOME_RESIDENTS, column, months) / DES_WEEK;
    }
    if (costs & COST_BEDS) {
        gbp += world->hospital.delayed_bed_gbp_per_day * sum_of(model, ACCOUNT_BEDS_DELAYED, column, months) / DES_DAY;
    }
    return gbp;
}

/* Source: HM Treasury (2013), The Green Book: Appraisal and Evaluation in Central Government, annex 6. */
static double present_value(const struct model *model, const struct model_column *column, struct model_months months) {
    const struct model_inputs *inputs = model->inputs;
    double gbp = 0;
    for (size_t m = months.first; m <= months.last; m++) {
        const des_time begin = des_calendar_month_start(inputs->calendar, m);
        const des_time next = m + 1 < inputs->months ? des_calendar_month_start(inputs->calendar, m + 1) : inputs->end;
        const double years = des_clock_units(begin + (next - begin) / 2, DES_YEAR);
        gbp += paid(model, column, (struct model_months){m, m}) / pow(1 + inputs->world->discount_per_year, years);
    }
    return gbp;
}

/* A quantile exists over the whole window only. */
static double whole_quantile(const struct model *model, const struct model_column *column, struct model_months months) {
    const bool is_whole = months.first == 0 && months.last + 1 == model->inputs->months;
    return is_whole ? quantile_of(model, column) : NAN;
}

static double ratio_of(const struct model *model, const struct model_column *column, struct model_months months) {
    const struct model_formula *formula = column->measure->formula;
    const double below = sum_of(model, formula->over, column, months);
    return below > 0 ? formula->scale * sum_of(model, formula->account, column, months) / below : NAN;
}

double model_formula_value(const struct model *model, const struct model_column *column, struct model_months months) {
    const struct model_formula *formula = column->measure->formula;
    const double seconds = sum_of(model, ACCOUNT_SECONDS, column, months);
    switch (formula->kind) {
    case FORMULA_QUANTILE:
    case FORMULA_JOURNEY_QUANTILE:
        return whole_quantile(model, column, months);
    case FORMULA_BETWEEN_LOCALITIES:
    case FORMULA_BETWEEN_BANDS:
        return inequality_of(model, column->measure, months);
    case FORMULA_RATIO:
        return ratio_of(model, column, months);
    case FORMULA_COST:
        return formula->scale * paid(model, column, months) / seconds * DES_YEAR;
    case FORMULA_PRESENT:
        return formula->scale * present_value(model, column, months);
    case FORMULA_RATE:
        return formula->scale * sum_of(model, formula->account, column, months) / seconds * DES_YEAR;
    default:
        return formula->scale * sum_of(model, formula->account, column, months) / seconds;
    }
}

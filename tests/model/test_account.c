/* tests/model/test_account.c - about whom accounts are kept, what is entered for that, and where it stands. */
#include "sim/model/account.h"

#include "sim/model/formula.h"
#include "sim/model/state.h"
#include "tests/model/everything.h"

static const char *const valley = "tests/scenarios/valley.cfg";

/* Kinds for which a measure shows its account, or what it is divided by. */
static unsigned shown_by(const struct model_measure *measure) {
    const unsigned all = 1u << MODEL_ALL;
    switch (measure->formula->kind) {
    case FORMULA_BETWEEN_LOCALITIES:
        return all | 1u << MODEL_LOCALITY;
    case FORMULA_BETWEEN_BANDS:
        return all | 1u << MODEL_BAND;
    default:
        return measure->dimensions;
    }
}

static bool is_of_one_account(const struct model_formula *formula) {
    return formula->kind != FORMULA_COST && formula->kind != FORMULA_PRESENT && formula->kind != FORMULA_QUANTILE &&
           formula->kind != FORMULA_JOURNEY_QUANTILE;
}

static void what_a_measure_shows_is_kept(void **state) {
    (void)state;
    size_t count;
    const struct model_measure *measures = model_measures(&count);
    for (size_t m = 0; m < count; m++) {
        if (is_of_one_account(measures[m].formula)) {
            const unsigned kept = model_account_dimensions(measures[m].formula->account);
            assert_int_equal(shown_by(&measures[m]) & ~kept, 0);
        }
    }
}

static bool is_used(const struct model_formula *formula, enum model_account account) {
    const bool is_ratio = formula->kind == FORMULA_RATIO || formula->kind == FORMULA_BETWEEN_LOCALITIES ||
                          formula->kind == FORMULA_BETWEEN_BANDS;
    return is_of_one_account(formula) && (formula->account == account || (is_ratio && formula->over == account));
}

static void no_account_is_kept_for_what_no_measure_shows(void **state) {
    (void)state;
    size_t count;
    const struct model_measure *measures = model_measures(&count);
    for (unsigned a = ACCOUNT_SECONDS + 1; a < ACCOUNT_COUNT; a++) { /* every measure is a sum over a time */
        unsigned shown = 0;
        for (size_t m = 0; m < count; m++) {
            shown |= is_used(measures[m].formula, a) ? shown_by(&measures[m]) : 0;
        }
        assert_int_equal(model_account_dimensions(a) & ~shown, 0);
    }
}

/* What follows when a period is closed. */
static unsigned following_from(unsigned kinds) {
    const unsigned of_team = kinds >> MODEL_STAFF & 1 ? 1u << MODEL_TEAM : 0;
    const unsigned of_organisation = (kinds | of_team) >> MODEL_TEAM & 1 ? 1u << MODEL_ORGANISATION : 0;
    const unsigned of_pairs = (kinds >> MODEL_RESIDENT & 1 ? 1u << MODEL_LOCALITY | 1u << MODEL_BAND : 0) |
                              (kinds >> MODEL_CALL & 1 ? 1u << MODEL_PRIORITY | 1u << MODEL_STREAM : 0);
    return of_team | of_organisation | of_pairs;
}

static void all_that_is_kept_is_entered_or_follows(void **state) {
    (void)state;
    const unsigned all = 1u << MODEL_ALL, pairs = 1u << MODEL_RESIDENT | 1u << MODEL_CALL;
    for (unsigned a = 0; a < ACCOUNT_COUNT; a++) {
        const unsigned kept = model_account_dimensions(a), entered = model_account_entered(a);
        const unsigned follows = following_from(entered), sums = 1u << model_account_kind_that_sums(a);
        assert_int_equal(kept & ~(entered | follows | all), 0);
        assert_int_equal(entered & ~(kept | pairs), 0);
        assert_int_equal(entered & follows, 0); /* nothing is counted twice */
        assert_int_not_equal(sums & (entered | follows), 0);
        assert_int_equal(entered & all, sums & all); /* all is entered, or is the sum of something else */
    }
}

static int compare_cells(const void *a, const void *b) {
    const size_t one = *(const size_t *)a, other = *(const size_t *)b;
    return (one > other) - (one < other);
}

static void every_cell_is_of_one_subject_of_one_account(void **state) {
    (void)state;
    struct trial trial = {.count = 0};
    struct model_chart chart;
    trial_add(&trial, valley, "");
    model_account_chart(&trial.entries[0].inputs, &chart);
    size_t *cells = mem_zeroed(chart.cells, sizeof *cells), count = 0;
    for (unsigned a = 0; a < ACCOUNT_COUNT; a++) {
        const unsigned kinds = model_account_dimensions(a) | model_account_entered(a);
        for (unsigned d = 0; d < MODEL_KINDS; d++) {
            for (size_t s = 0; kinds >> d & 1 && s < chart.dimension_size[d]; s++) {
                assert_true(count < chart.cells);
                cells[count++] = model_account_cell(&chart, a, d, s);
            }
        }
    }
    assert_int_equal(count, chart.cells);
    qsort(cells, count, sizeof *cells, compare_cells);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(cells[i], i);
    }
    free(cells);
    trial_end(&trial);
}

static void pairs_are_numbered_one_after_another(void **state) {
    (void)state;
    struct model_chart chart = {
        .dimension_size = {[MODEL_LOCALITY] = 2, [MODEL_BAND] = 3, [MODEL_PRIORITY] = 2, [MODEL_STREAM] = 4}};
    assert_int_equal(model_account_resident(&chart, 0, 0), 0);
    assert_int_equal(model_account_resident(&chart, 0, 2), 2);
    assert_int_equal(model_account_resident(&chart, 1, 2), 5);
    assert_int_equal(model_account_call(&chart, 1, 3), 7);
    assert_int_equal(model_account_call(&chart, 2, 0), 8); /* in hospital */
}

/* Of one subject over the whole run. */
static double sum_of(const struct model *model, enum model_account account, unsigned kind, size_t subject) {
    const size_t cell = model_account_cell(&model->chart, account, kind, subject);
    return des_ledger_sum(model->ledger, cell, 0, model->inputs->months);
}

static double sum_of_all(const struct model *model, const enum model_account *accounts, size_t count, unsigned kind,
                         size_t subject) {
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum += sum_of(model, accounts[i], kind, subject);
    }
    return sum;
}

static void assert_sum(const struct model *model, enum model_account account, const enum model_account *parts,
                       size_t count) {
    const unsigned kept = model_account_dimensions(account);
    for (unsigned d = 0; d < MODEL_DIMENSIONS; d++) {
        for (size_t s = 0; kept >> d & 1 && s < model->chart.dimension_size[d]; s++) {
            const double want = sum_of_all(model, parts, count, d, s);
            assert_near(sum_of(model, account, d, s), want, 1e-9 * want);
        }
    }
    for (size_t i = 0; i < count; i++) {
        assert_true(sum_of(model, parts[i], MODEL_ALL, 0) > 0);
    }
}

static void a_sum_of_accounts_is_kept_about_whom_they_are(void **state) {
    (void)state;
    const enum model_account needed[] = {ACCOUNT_CARE_HOURS, ACCOUNT_CARE_UNMET_HOURS, ACCOUNT_CARE_HIDDEN_HOURS,
                                         ACCOUNT_CARE_GIVEN_UP_HOURS};
    const enum model_account journey[] = {ACCOUNT_JOURNEY_FIRST_WAIT_SECONDS, ACCOUNT_JOURNEY_FURTHER_WAIT_SECONDS,
                                          ACCOUNT_JOURNEY_PACKAGE_WAIT_SECONDS, ACCOUNT_JOURNEY_HOSPITAL_SECONDS,
                                          ACCOUNT_JOURNEY_HELP_SECONDS};
    struct trial trial = {.count = 0};
    char *overlay = everything("", "");
    trial_add(&trial, valley, overlay);
    struct model *model = model_new(&trial.entries[0].inputs);
    model_run(model, 1, false);
    assert_sum(model, ACCOUNT_CARE_NEEDED_HOURS, needed, 4);
    assert_sum(model, ACCOUNT_CARE_NOT_MET_HOURS, needed + 1, 3);
    assert_sum(model, ACCOUNT_JOURNEY_SECONDS, journey, 5);
    model_free(model);
    trial_end(&trial);
    free(overlay);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_a_measure_shows_is_kept),
        cmocka_unit_test(no_account_is_kept_for_what_no_measure_shows),
        cmocka_unit_test(all_that_is_kept_is_entered_or_follows),
        cmocka_unit_test(every_cell_is_of_one_subject_of_one_account),
        cmocka_unit_test(pairs_are_numbered_one_after_another),
        cmocka_unit_test(a_sum_of_accounts_is_kept_about_whom_they_are),
    };
    return run_chosen(tests, argc, argv);
}

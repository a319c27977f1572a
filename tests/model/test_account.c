/* tests/model/test_account.c - about whom accounts are kept, what is entered for that, and where it stands. */
#include "sim/model/account.h"

#include <math.h>

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

/* Sums of pairs that are no whole numbers. */
static size_t broken_pairs(const struct model *model, enum model_account account, size_t *entered) {
    size_t broken = 0;
    for (unsigned d = MODEL_RESIDENT; d < MODEL_KINDS; d++) {
        const bool is_entered = model_account_entered(account) >> d & 1;
        for (size_t s = 0; is_entered && s < model->chart.dimension_size[d]; s++) {
            const size_t cell = model_account_cell(&model->chart, account, d, s);
            const double sum = des_ledger_sum(model->ledger, cell, 0, model->inputs->months);
            broken += sum != floor(sum);
            *entered += sum > 0;
        }
    }
    return broken;
}

static void what_is_entered_by_pairs_are_whole_numbers(void **state) {
    (void)state;
    struct trial trial = {.count = 0};
    char *overlay = everything("", "");
    trial_add(&trial, valley, overlay);
    struct model *model = model_new(&trial.entries[0].inputs);
    model_run(model, 1, false);
    size_t accounts = 0;
    for (unsigned a = 0; a < ACCOUNT_COUNT; a++) {
        size_t entered = 0;
        assert_int_equal(broken_pairs(model, a, &entered), 0);
        accounts += entered > 0;
    }
    assert_true(accounts > 20);
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
        cmocka_unit_test(what_is_entered_by_pairs_are_whole_numbers),
    };
    return run_chosen(tests, argc, argv);
}

/* engine/ledger.c - sums by cell and period. */
#include "engine/ledger.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/mem.h"

/* A number that stands since a moment. */
struct level {
    double amount;
    des_time since;
};

struct des_ledger {
    size_t level_count, cells; /* of one period */
    size_t periods;
    size_t period;                  /* the open one; periods when all are closed */
    double *sums;                   /* [period][cell] */
    double *open;                   /* of these, the open period's [open_cells] */
    size_t open_levels, open_cells; /* that may be entered: none when all periods are closed */
    struct level *levels;           /* [level_count] */
    des_time settled;               /* all of them were brought up to here */
};

static void open_period(struct des_ledger *ledger, size_t period) {
    const bool is_there = period < ledger->periods;
    ledger->period = period;
    ledger->open = is_there ? ledger->sums + period * ledger->cells : NULL;
    ledger->open_levels = is_there ? ledger->level_count : 0;
    ledger->open_cells = is_there ? ledger->cells : 0;
}

struct des_ledger *des_ledger_new(size_t levels, size_t cells, size_t periods) {
    err_require(periods > 0 && levels <= cells);
    struct des_ledger *ledger = mem_zeroed(1, sizeof *ledger);
    ledger->level_count = levels;
    ledger->cells = cells;
    ledger->periods = periods;
    ledger->sums = mem_zeroed(periods * cells, sizeof *ledger->sums);
    ledger->levels = mem_zeroed(levels, sizeof *ledger->levels);
    open_period(ledger, 0);
    return ledger;
}

void des_ledger_free(struct des_ledger *ledger) {
    if (ledger != NULL) {
        free(ledger->sums);
        free(ledger->levels);
        free(ledger);
    }
}

void des_ledger_clear(struct des_ledger *ledger, des_time now) {
    memset(ledger->sums, 0, ledger->periods * ledger->cells * sizeof *ledger->sums);
    for (size_t cell = 0; cell < ledger->level_count; cell++) {
        ledger->levels[cell] = (struct level){.amount = 0, .since = now};
    }
    ledger->settled = now;
    open_period(ledger, 0);
}

void des_ledger_add(struct des_ledger *ledger, size_t cell, double amount) {
    err_require(cell < ledger->open_cells);
    ledger->open[cell] += amount;
}

static void bring_up(struct level *level, double *sum, des_time now) {
    err_require(now >= level->since);
    *sum += level->amount * (double)(now - level->since);
    level->since = now;
}

void des_ledger_shift(struct des_ledger *ledger, size_t cell, double change, des_time now) {
    err_require(cell < ledger->open_levels);
    bring_up(&ledger->levels[cell], &ledger->open[cell], now);
    ledger->levels[cell].amount += change;
}

double des_ledger_level(const struct des_ledger *ledger, size_t cell) {
    err_require(cell < ledger->level_count);
    return ledger->levels[cell].amount;
}

void des_ledger_settle(struct des_ledger *ledger, des_time now) {
    err_require(ledger->period < ledger->periods);
    for (size_t cell = 0; cell < ledger->open_levels; cell++) {
        bring_up(&ledger->levels[cell], &ledger->open[cell], now);
    }
    ledger->settled = now;
}

void des_ledger_close_period(struct des_ledger *ledger, des_time now) {
    err_require(ledger->period < ledger->periods && ledger->settled == now);
    open_period(ledger, ledger->period + 1);
}

double des_ledger_sum(const struct des_ledger *ledger, size_t cell, size_t first, size_t last) {
    err_require(last < ledger->periods && cell < ledger->cells);
    double sum = 0;
    for (size_t period = first; period <= last; period++) {
        sum += ledger->sums[period * ledger->cells + cell];
    }
    return sum;
}

double des_ledger_current(const struct des_ledger *ledger, size_t cell) {
    err_require(cell < ledger->open_cells);
    return ledger->open[cell];
}

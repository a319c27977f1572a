/* engine/ledger.c - sums by cell and period. */
#include "engine/ledger.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/mem.h"

/* A number that stands since a moment. Flows never change theirs from 0. */
struct level {
    double amount;
    des_time since;
};

struct des_ledger {
    size_t cells; /* of one period */
    size_t periods;
    size_t period;        /* the open one; periods when all are closed */
    double *sums;         /* [period][cell] */
    struct level *levels; /* [cell] */
};

struct des_ledger *des_ledger_new(size_t cells, size_t periods) {
    err_require(periods > 0);
    struct des_ledger *ledger = mem_zeroed(1, sizeof *ledger);
    ledger->cells = cells;
    ledger->periods = periods;
    ledger->sums = mem_zeroed(periods * cells, sizeof *ledger->sums);
    ledger->levels = mem_zeroed(cells, sizeof *ledger->levels);
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
    for (size_t cell = 0; cell < ledger->cells; cell++) {
        ledger->levels[cell] = (struct level){.amount = 0, .since = now};
    }
    ledger->period = 0;
}

static double *open_sums(const struct des_ledger *ledger) {
    err_require(ledger->period < ledger->periods);
    return ledger->sums + ledger->period * ledger->cells;
}

void des_ledger_add(struct des_ledger *ledger, size_t row, const struct des_entry *entries, size_t count) {
    double *sums = open_sums(ledger) + row;
    for (size_t i = 0; i < count; i++) {
        err_require(row + entries[i].column < ledger->cells);
        sums[entries[i].column] += entries[i].amount;
    }
}

static void bring_up(struct level *level, double *sum, des_time now) {
    err_require(now >= level->since);
    *sum += level->amount * (double)(now - level->since);
    level->since = now;
}

void des_ledger_shift(struct des_ledger *ledger, size_t row, const struct des_entry *entries, size_t count,
                      des_time now) {
    double *sums = open_sums(ledger) + row;
    struct level *levels = ledger->levels + row;
    for (size_t i = 0; i < count; i++) {
        err_require(row + entries[i].column < ledger->cells);
        bring_up(&levels[entries[i].column], &sums[entries[i].column], now);
        levels[entries[i].column].amount += entries[i].amount;
    }
}

double des_ledger_level(const struct des_ledger *ledger, size_t cell) {
    err_require(cell < ledger->cells);
    return ledger->levels[cell].amount;
}

void des_ledger_settle(struct des_ledger *ledger, des_time now) {
    double *sums = open_sums(ledger);
    for (size_t cell = 0; cell < ledger->cells; cell++) {
        bring_up(&ledger->levels[cell], &sums[cell], now);
    }
}

void des_ledger_close_period(struct des_ledger *ledger, des_time now) {
    des_ledger_settle(ledger, now);
    ledger->period++;
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
    err_require(cell < ledger->cells);
    return open_sums(ledger)[cell];
}

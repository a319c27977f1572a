/* engine/ledger.c - sums by account, subject and period. */
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
    size_t accounts;
    size_t *offset; /* [account + 1] where an account's subjects begin within a period */
    size_t width;   /* cells of one period */
    size_t periods;
    size_t period;        /* the open one; periods when all are closed */
    double *sums;         /* [period][account][subject] */
    struct level *levels; /* [account][subject] */
};

struct des_ledger *des_ledger_new(const size_t *subjects, size_t account_count, size_t periods) {
    err_require(periods > 0);
    struct des_ledger *ledger = mem_zeroed(1, sizeof *ledger);
    ledger->accounts = account_count;
    ledger->periods = periods;
    ledger->offset = mem_zeroed(account_count + 1, sizeof *ledger->offset);
    for (size_t account = 0; account < account_count; account++) {
        ledger->offset[account + 1] = ledger->offset[account] + subjects[account];
    }
    ledger->width = ledger->offset[account_count];
    ledger->sums = mem_zeroed(periods * ledger->width, sizeof *ledger->sums);
    ledger->levels = mem_zeroed(ledger->width, sizeof *ledger->levels);
    return ledger;
}

void des_ledger_free(struct des_ledger *ledger) {
    if (ledger != NULL) {
        free(ledger->offset);
        free(ledger->sums);
        free(ledger->levels);
        free(ledger);
    }
}

void des_ledger_clear(struct des_ledger *ledger, des_time now) {
    memset(ledger->sums, 0, ledger->periods * ledger->width * sizeof *ledger->sums);
    for (size_t cell = 0; cell < ledger->width; cell++) {
        ledger->levels[cell] = (struct level){.amount = 0, .since = now};
    }
    ledger->period = 0;
}

static size_t cell_of(const struct des_ledger *ledger, size_t account, size_t subject) {
    err_require(account < ledger->accounts);
    size_t cell = ledger->offset[account] + subject;
    err_require(cell < ledger->offset[account + 1]);
    return cell;
}

static double *open_sums(const struct des_ledger *ledger) {
    err_require(ledger->period < ledger->periods);
    return ledger->sums + ledger->period * ledger->width;
}

void des_ledger_add(struct des_ledger *ledger, size_t account, size_t subject, double amount) {
    size_t cell = cell_of(ledger, account, subject);
    open_sums(ledger)[cell] += amount;
}

static void bring_up(struct level *level, double *sum, des_time now) {
    err_require(now >= level->since);
    *sum += level->amount * (double)(now - level->since);
    level->since = now;
}

void des_ledger_shift(struct des_ledger *ledger, size_t account, size_t subject, double change, des_time now) {
    size_t cell = cell_of(ledger, account, subject);
    struct level *level = &ledger->levels[cell];
    bring_up(level, open_sums(ledger) + cell, now);
    level->amount += change;
}

double des_ledger_level(const struct des_ledger *ledger, size_t account, size_t subject) {
    return ledger->levels[cell_of(ledger, account, subject)].amount;
}

void des_ledger_close_period(struct des_ledger *ledger, des_time now) {
    double *sums = open_sums(ledger);
    for (size_t cell = 0; cell < ledger->width; cell++) {
        bring_up(&ledger->levels[cell], &sums[cell], now);
    }
    ledger->period++;
}

double des_ledger_sum(const struct des_ledger *ledger, size_t account, size_t subject, size_t first, size_t last) {
    err_require(last < ledger->periods);
    size_t cell = cell_of(ledger, account, subject);
    double sum = 0;
    for (size_t period = first; period <= last; period++) {
        sum += ledger->sums[period * ledger->width + cell];
    }
    return sum;
}

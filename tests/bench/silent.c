/* tests/bench/silent.c - accounts and histograms that keep nothing, in place of engine/ledger.c and engine/histogram.c:
 * what a replication costs without its statistics. Whoever waits for a number from them gets 0. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "engine/histogram.h"
#include "engine/ledger.h"

struct des_ledger {
    size_t cells;
};

struct des_ledger *des_ledger_new(size_t levels, size_t cells, size_t periods) {
    (void)levels, (void)periods;
    struct des_ledger *ledger = mem_zeroed(1, sizeof *ledger);
    ledger->cells = cells;
    return ledger;
}

void des_ledger_free(struct des_ledger *ledger) {
    free(ledger);
}

void des_ledger_clear(struct des_ledger *ledger, des_time now) {
    (void)ledger, (void)now;
}

void des_ledger_add(struct des_ledger *ledger, size_t cell, double amount) {
    (void)ledger, (void)cell, (void)amount;
}

void des_ledger_shift(struct des_ledger *ledger, size_t cell, double change, des_time now) {
    (void)ledger, (void)cell, (void)change, (void)now;
}

double des_ledger_level(const struct des_ledger *ledger, size_t cell) {
    (void)ledger, (void)cell;
    return 0;
}

void des_ledger_settle(struct des_ledger *ledger, des_time now) {
    (void)ledger, (void)now;
}

void des_ledger_close_period(struct des_ledger *ledger, des_time now) {
    (void)ledger, (void)now;
}

double des_ledger_sum(const struct des_ledger *ledger, size_t cell, size_t first, size_t last) {
    (void)ledger, (void)cell, (void)first, (void)last;
    return 0;
}

double des_ledger_current(const struct des_ledger *ledger, size_t cell) {
    (void)ledger, (void)cell;
    return 0;
}

void des_histogram_init(struct des_histogram *histogram, size_t subjects, size_t bins, des_time width) {
    *histogram = (struct des_histogram){.width = width, .bins = bins, .subjects = subjects};
}

void des_histogram_free(struct des_histogram *histogram) {
    (void)histogram;
}

void des_histogram_clear(struct des_histogram *histogram) {
    (void)histogram;
}

size_t des_histogram_bin(const struct des_histogram *histogram, des_time span) {
    (void)histogram, (void)span;
    return 0;
}

void des_histogram_add(struct des_histogram *histogram, size_t subject, size_t bin) {
    (void)histogram, (void)subject, (void)bin;
}

void des_histogram_fold(struct des_histogram *histogram, size_t subject, size_t first, size_t count) {
    (void)histogram, (void)subject, (void)first, (void)count;
}

void des_histogram_merge(struct des_histogram *histogram, const struct des_histogram *other) {
    (void)histogram, (void)other;
}

uint64_t des_histogram_total(const struct des_histogram *histogram, size_t subject) {
    (void)histogram, (void)subject;
    return 0;
}

double des_histogram_quantile(const struct des_histogram *histogram, size_t subject, double share) {
    (void)histogram, (void)subject, (void)share;
    return NAN;
}

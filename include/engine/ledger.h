/* engine/ledger.h - sums by account, subject and period, from which every measure is a quotient.
 * An account is either a flow (amounts added when something happens) or a level (a number that stands for a while; its
 * account holds number times seconds). Each account has its own subjects, numbered from 0. Period 0 is the warm-up.
 * A ledger does not know what its accounts mean. */
#ifndef ENGINE_LEDGER_H
#define ENGINE_LEDGER_H

#include <stddef.h>
#include <stdint.h>

#include "engine/clock.h"

struct des_ledger;

/* A ledger with all sums 0.
 *   subjects  [account_count] how many subjects each account has
 *   periods   number of periods, the warm-up included */
struct des_ledger *des_ledger_new(const size_t *subjects, size_t account_count, size_t periods);
void des_ledger_free(struct des_ledger *ledger);

/* All sums and levels 0, at the beginning of period 0.
 *   now  start of period 0 */
void des_ledger_clear(struct des_ledger *ledger, des_time now);

/* Adds to a flow in the current period. */
void des_ledger_add(struct des_ledger *ledger, size_t account, size_t subject, double amount);

/* Changes a level by an amount from now on; what it stood at until now is added to its account. */
void des_ledger_shift(struct des_ledger *ledger, size_t account, size_t subject, double change, des_time now);

/* Where a level stands. */
double des_ledger_level(const struct des_ledger *ledger, size_t account, size_t subject);

/* Closes the current period at now (all levels are brought up to now) and opens the next one. The last period closes
 * without a next one. */
void des_ledger_close_period(struct des_ledger *ledger, des_time now);

/* Sum of an account over periods first to last, both included. */
double des_ledger_sum(const struct des_ledger *ledger, size_t account, size_t subject, size_t first, size_t last);

#endif

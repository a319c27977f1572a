/* engine/ledger.h - sums by cell and period, from which every measure is a quotient.
 * A cell holds either a flow (amounts added when something happens) or a level (a number that stands for a while; its
 * cell holds number times seconds). Levels come first, and flows behind them. Period 0 is the warm-up. There are millions
 * of entries a run: an entry is one addition to one cell, and what holds for all cells of a period is looked at when it is
 * opened. A ledger does not know what its cells mean; whoever lays them out puts those that are entered together side by
 * side. */
#ifndef ENGINE_LEDGER_H
#define ENGINE_LEDGER_H

#include <stddef.h>
#include <stdint.h>

#include "engine/clock.h"

struct des_ledger;

/* A ledger with all sums 0.
 *   levels   number of cells of one period that hold levels
 *   cells    number of all of them
 *   periods  number of periods, the warm-up included */
struct des_ledger *des_ledger_new(size_t levels, size_t cells, size_t periods);
void des_ledger_free(struct des_ledger *ledger);

/* All sums and levels 0, at the beginning of period 0.
 *   now  start of period 0 */
void des_ledger_clear(struct des_ledger *ledger, des_time now);

/* Adds to a sum in the current period. */
void des_ledger_add(struct des_ledger *ledger, size_t cell, double amount);

/* Changes a level from now on; what it stood at until now is added to its sum. */
void des_ledger_shift(struct des_ledger *ledger, size_t cell, double change, des_time now);

/* Where a level stands. */
double des_ledger_level(const struct des_ledger *ledger, size_t cell);

/* Brings every level up to now, as the end of a period does; sums of the current period are complete then. */
void des_ledger_settle(struct des_ledger *ledger, des_time now);

/* Closes the current period at now and opens the next one; its levels have been brought up to now, by des_ledger_settle.
 * The last period closes without a next one. */
void des_ledger_close_period(struct des_ledger *ledger, des_time now);

/* Sum of a cell over periods first to last, both included. */
double des_ledger_sum(const struct des_ledger *ledger, size_t cell, size_t first, size_t last);

/* Sum of a cell in the current period. */
double des_ledger_current(const struct des_ledger *ledger, size_t cell);

#endif

/* theory/server.h - one server, Poisson arrivals of several classes, work of any spread, nobody interrupted: mean waits
 * by who is taken next. Times are in one unit of the caller's choice, rates per that unit. */
#ifndef THEORY_SERVER_H
#define THEORY_SERVER_H

#include <stddef.h>

/* People of one class. The classes of a server stand most urgent first. */
struct theory_class {
    double arrivals; /* rate, >= 0 */
    double work;     /* mean of the time that one takes */
    double square;   /* mean of its square */
    double target;   /* > 0; priority grows as time waited over target (theory_server_wait_accumulating only) */
};

/* Mean wait of all, first come, first served; INFINITY where the server cannot keep up.
 * Source: Pollaczek (1930), Mathematische Zeitschrift 32, 64-100; Khinchine (1932), Matematicheskii Sbornik 39(4),
 * 73-84. */
double theory_server_wait(const struct theory_class *classes, size_t count);

/* Mean wait of one class where the most urgent goes first.
 *   which  below count
 * Source: Cobham (1954), Priority assignment in waiting line problems, Operations Research 2(1), 70-76. */
double theory_server_wait_strict(const struct theory_class *classes, size_t count, size_t which);

/* Mean wait of one class where the largest share of the target already waited goes first; targets rise.
 * Source: Kleinrock (1964), A delay dependent queue discipline, Naval Research Logistics Quarterly 11(3), 329-341. */
double theory_server_wait_accumulating(const struct theory_class *classes, size_t count, size_t which);

#endif

/* theory/queue.h - several servers, Poisson arrivals and exponential work: Erlang's formulas.
 * Times are in one unit of the caller's choice, rates per that unit. */
#ifndef THEORY_QUEUE_H
#define THEORY_QUEUE_H

struct theory_queue {
    unsigned servers; /* at least 1 */
    double arrivals;  /* rate, > 0 */
    double work;      /* mean time that one takes, > 0 */
    double leaving;   /* rate at which each who waits gives up, >= 0; 0: nobody does */
};

/* Probability that all servers are busy where nobody waits (M/M/c/c).
 *   load  [erlang] > 0, arrivals times work
 * Source: Erlang (1917), Solution of some problems in the theory of probabilities of significance in automatic
 * telephone exchanges, Elektroteknikeren 13, 5-13: his formula B, by recursion over the servers. */
double theory_queue_erlang_b(unsigned servers, double load);

/* Probability of having to wait (M/M/c); 1 where load is as much as the servers or more.
 * Source: as above, his formula C. */
double theory_queue_erlang_c(unsigned servers, double load);

/* Mean wait until work begins, of all who come; INFINITY where the servers cannot keep up. Nobody may leave.
 * Source: as above; for one server also Kleinrock (1975), Queueing Systems 1, section 3.2. */
double theory_queue_wait(const struct theory_queue *queue);

/* Probability of waiting longer than time, first come, first served: C exp(-(c / work - arrivals) time). */
double theory_queue_late(const struct theory_queue *queue, double time);

/* Mean number of people who wait (M/M/c with impatience; leaving > 0, so there is a steady state at any load): birth and
 * death, summed from an empty system until the rest counts for nothing.
 * Source: Palm (1957), Research on telephone traffic carried by full availability groups, Tele 1; as Erlang A in
 * Garnett, Mandelbaum and Reiman (2002), Manufacturing and Service Operations Management 4(3), 208-227. */
double theory_queue_waiting(const struct theory_queue *queue);

#endif

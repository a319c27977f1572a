/* theory/queue.c - Erlang B, C and A. */
#include "theory/queue.h"

#include <math.h>

#include "base/err.h"

double theory_queue_erlang_b(unsigned servers, double load) {
    err_require(load > 0);
    double blocked = 1;
    for (unsigned k = 1; k <= servers; k++) {
        blocked = load * blocked / (k + load * blocked);
    }
    return blocked;
}

double theory_queue_erlang_c(unsigned servers, double load) {
    if (load >= servers) {
        return 1;
    }
    const double blocked = theory_queue_erlang_b(servers, load);
    return blocked / (1 - load / servers * (1 - blocked));
}

double theory_queue_wait(const struct theory_queue *queue) {
    const double load = queue->arrivals * queue->work;
    err_require(queue->leaving == 0);
    return load < queue->servers ? theory_queue_erlang_c(queue->servers, load) * queue->work / (queue->servers - load)
                                 : INFINITY;
}

double theory_queue_late(const struct theory_queue *queue, double time) {
    const double load = queue->arrivals * queue->work;
    const double spare = fmax(queue->servers / queue->work - queue->arrivals, 0);
    return theory_queue_erlang_c(queue->servers, load) * exp(-spare * time);
}

double theory_queue_waiting(const struct theory_queue *queue) {
    err_require(queue->leaving > 0);
    const double c = queue->servers;
    double weight = 1, sum = 1, waiting = 0;
    for (double n = 1; n <= c || weight * n > 1e-17 * sum; n++) {
        const double ending = fmin(n, c) / queue->work + fmax(n - c, 0) * queue->leaving;
        weight *= queue->arrivals / ending;
        sum += weight;
        waiting += fmax(n - c, 0) * weight;
    }
    return waiting / sum;
}

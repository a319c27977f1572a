/* tests/bench/lindley.c - the queue M/M/1 by Lindley's recursion: no events at all, the least that such a wait can cost.
 * `lindley 0.7 1000000 5` prints, for each of five replications that begin empty, the mean wait of so many people at that load,
 * in mean times of work.
 * Source: Lindley (1952), Mathematical Proceedings of the Cambridge Philosophical Society 48(2), 277-289. */
#include <stdio.h>
#include <stdlib.h>

#include "chance.h"

static double mean_wait(struct chance *chance, double load, unsigned long people) {
    double wait = 0, sum = 0;
    for (unsigned long i = 0; i < people; i++) {
        sum += wait;
        wait += chance_exponential(chance) - chance_exponential(chance) / load;
        wait = wait > 0 ? wait : 0;
    }
    return sum / (double)people;
}

int main(int count, char **words) {
    if (count < 4) {
        return 64;
    }
    const double load = strtod(words[1], NULL);
    const unsigned long people = strtoul(words[2], NULL, 10), replications = strtoul(words[3], NULL, 10);
    struct chance chance;
    chance_init(&chance, 1);
    for (unsigned long r = 0; r < replications; r++) {
        printf("%.6f\n", mean_wait(&chance, load, people));
    }
    return 0;
}

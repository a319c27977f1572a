/* theory/life.h - who is still alive: a life table of rates by age. */
#ifndef THEORY_LIFE_H
#define THEORY_LIFE_H

#include <stddef.h>

/* Deaths per person-year from an age on, up to that of the next row; the first begins at 0, the last goes on. */
struct theory_death {
    double from_years, per_year;
};

/* People of ages spread evenly from one to another. */
struct theory_life {
    const struct theory_death *deaths; /* [count], ages rising */
    size_t count;                      /* at least 1 */
    double from_years, to_years;
};

/* Share of them who are alive after years: exp(- the rates they meet as they age), averaged over their ages.
 *   life   a const struct theory_life *
 *   years  >= 0
 * Source: Chiang (1984), The Life Table and its Applications, chapter 10 (rates level within an age interval); the mean
 * over ages is exact: between two edges of the table the rates met change in proportion to age. */
double theory_life_alive(const void *life, double years);

#endif

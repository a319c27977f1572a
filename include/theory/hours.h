/* theory/hours.h - queues that stand still while the doors are closed. Work goes on for the same hours from opening on,
 * every day that has work; work that does not fit goes on at the next opening. */
#ifndef THEORY_HOURS_H
#define THEORY_HOURS_H

/* A week of five working days and two days off. */
struct theory_hours {
    double opening; /* hour of the day */
    double daily;   /* working hours of a day, 0 to 24 - opening */
};

/* Mean wait by the calendar of people who come by a Poisson process in working time and whose mean wait in working time is
 * known: the wait times 168 over the working hours of a week. Both times run alike while the doors are open; somebody who
 * waits for w working hours sees the doors close w / (working hours of a week) times a week's closings on average, since
 * the wait does not depend on the hour at which it begins. Exact for any wait with a mean.
 *   wait  [working hours]
 * Result in hours. Source: conditional expectation, as said; the queue in working time is the ordinary one. */
double theory_hours_wait(const struct theory_hours *hours, double wait);

/* People who come on days off only, at an even rate, and are seen from the next opening on in the order in which they
 * came, by servers who take the same time for each. */
struct theory_weekend {
    struct theory_hours hours;
    double people;    /* mean number a weekend (Poisson); too few to last until the next weekend */
    double work;      /* [h] for each */
    unsigned servers; /* at least 1 */
};

/* Mean wait of all [h]: 24 hours and those up to opening, and what the k people ahead take, laid out over working days,
 * averaged over the places in the queue: the place k exists with the probability that more than k come. */
double theory_weekend_wait(const struct theory_weekend *weekend);

#endif

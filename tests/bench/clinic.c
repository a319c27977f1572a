/* tests/bench/clinic.c - the model of clinic.cfg written by hand, and nothing else: how fast it could be.
 * Event scheduling on an indexed 4-ary heap (Johnson 1975, Information Processing Letters 4(3), 53-57), arrays of fixed
 * size, no statistics but waits to the first visit by class and the share that left. Nobody has two events ahead, so a
 * person's own number is the event's. Time in hours. `clinic 5 1` runs five replications from seed 1 on; `clinic-keyed`
 * is the same with random numbers drawn as the model draws them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef KEYED
#include "keyed.h"
#else
#include "chance.h"
#endif

enum { TEAMS = 5, STAFF = 10, CLASSES = 3 };
enum { MOST = 1 << 16, NOBODY = 0, ROOT = 3 };

static const double horizon_hours = 526 * 24, away_hours = 100, patience_hours = 500;
static const double arrivals_an_hour = 0.95 * STAFF / 3, goes_for_good = 1.0 / 3;
static const double up_to_class[CLASSES] = {0.2, 0.5, 1};

/* What a person's next event is. */
enum state { COMING, WAITING, AT_A_VISIT, AWAY };

struct person {
    double since;    /* when the wait began */
    uint32_t place;  /* in the heap; 0: no event ahead */
    uint32_t before; /* in the queue */
    uint32_t behind; /* in the queue; of whom there is not, the next such number */
    uint8_t team, class, state;
    uint8_t was_seen;
};

struct entry {
    uint64_t key; /* the bits of a time, which compare as it does */
    uint32_t sequence, person;
};

struct team {
    unsigned busy;
    uint32_t head[CLASSES], tail[CLASSES];
};

struct clinic {
    _Alignas(64) struct entry heap[MOST]; /* children of p at 4p - 8 and on, each four in one line of the cache */
    struct person persons[MOST];          /* number 0 is nobody, 1 to TEAMS stand for whom comes next */
    struct team teams[TEAMS];
    struct chance chance;
    double now, waited[CLASSES];
    uint32_t end, sequence, free;
    unsigned long came, left, events, seen[CLASSES];
};

static const struct entry empty = {.key = UINT64_MAX, .sequence = UINT32_MAX};

static inline unsigned before(struct entry a, struct entry b) {
    __extension__ typedef unsigned __int128 whole;
    return ((whole)a.key << 64 | a.sequence) < ((whole)b.key << 64 | b.sequence);
}

static inline void put(struct clinic *clinic, uint32_t place, struct entry entry) {
    clinic->heap[place] = entry;
    clinic->persons[entry.person].place = place;
}

static void rise(struct clinic *clinic, uint32_t hole, struct entry entry) {
    while (hole > ROOT) {
        const uint32_t parent = hole / 4 + 2;
        if (!before(entry, clinic->heap[parent])) {
            break;
        }
        put(clinic, hole, clinic->heap[parent]);
        hole = parent;
    }
    put(clinic, hole, entry);
}

static inline uint32_t earliest_of(const struct entry *heap, uint32_t first) {
    const uint32_t left = first + before(heap[first + 1], heap[first]);
    const uint32_t right = first + 2 + before(heap[first + 3], heap[first + 2]);
    return before(heap[right], heap[left]) ? right : left;
}

/* Whose event is no longer ahead: the hole that it leaves sinks to the leaves, and the last entry rises from there. */
static void take_out(struct clinic *clinic, uint32_t hole) {
    clinic->persons[clinic->heap[hole].person].place = 0;
    const struct entry last = clinic->heap[--clinic->end];
    clinic->heap[clinic->end] = empty;
    if (hole == clinic->end) {
        return;
    }
    for (uint32_t first = hole * 4 - 8; first < clinic->end; first = hole * 4 - 8) {
        const uint32_t child = earliest_of(clinic->heap, first);
        put(clinic, hole, clinic->heap[child]);
        hole = child;
    }
    rise(clinic, hole, last);
}

static void schedule(struct clinic *clinic, uint32_t number, enum state state, double hours) {
    const double time = clinic->now + hours;
    struct entry entry = {.sequence = clinic->sequence++, .person = number};
    memcpy(&entry.key, &time, sizeof entry.key);
    clinic->persons[number].state = (uint8_t)state;
    rise(clinic, clinic->end++, entry);
}

static void begin_visit(struct clinic *clinic, uint32_t number) {
    struct person *person = &clinic->persons[number];
    clinic->teams[person->team].busy++;
    if (!person->was_seen) {
        person->was_seen = 1;
        clinic->waited[person->class] += clinic->now - person->since;
        clinic->seen[person->class]++;
    }
    schedule(clinic, number, AT_A_VISIT, chance_exponential(&clinic->chance));
}

static void join(struct clinic *clinic, uint32_t number) {
    struct person *person = &clinic->persons[number];
    struct team *team = &clinic->teams[person->team];
    person->before = team->tail[person->class];
    person->behind = NOBODY;
    *(person->before == NOBODY ? &team->head[person->class] : &clinic->persons[person->before].behind) = number;
    team->tail[person->class] = number;
}

static void leave(struct clinic *clinic, uint32_t number) {
    const struct person *person = &clinic->persons[number];
    struct team *team = &clinic->teams[person->team];
    *(person->before == NOBODY ? &team->head[person->class] : &clinic->persons[person->before].behind) = person->behind;
    *(person->behind == NOBODY ? &team->tail[person->class] : &clinic->persons[person->behind].before) = person->before;
}

/* Nobody gives up who has been seen before. */
static void ask_for_visit(struct clinic *clinic, uint32_t number) {
    struct person *person = &clinic->persons[number];
    person->since = clinic->now;
    if (clinic->teams[person->team].busy < STAFF) {
        begin_visit(clinic, number);
        return;
    }
    join(clinic, number);
    if (!person->was_seen) {
        schedule(clinic, number, WAITING, patience_hours * chance_exponential(&clinic->chance));
    }
}

static void begin_next(struct clinic *clinic, struct team *team) {
    for (int class = 0; class < CLASSES; class ++) {
        const uint32_t number = team->head[class];
        if (number != NOBODY) {
            leave(clinic, number);
            if (clinic->persons[number].place != 0) {
                take_out(clinic, clinic->persons[number].place);
            }
            begin_visit(clinic, number);
            return;
        }
    }
}

static void forget(struct clinic *clinic, uint32_t number) {
    clinic->persons[number].behind = clinic->free;
    clinic->free = number;
}

static void expect_next(struct clinic *clinic, uint32_t source) {
    const double hours = chance_exponential(&clinic->chance) / arrivals_an_hour;
    if (clinic->now + hours < horizon_hours) {
        schedule(clinic, source, COMING, hours);
    }
}

static void come(struct clinic *clinic, uint32_t source) {
    const uint32_t number = clinic->free;
    struct person *person = &clinic->persons[number];
    if (number == NOBODY) {
        fputs("more people than there is room for\n", stderr);
        exit(1);
    }
    clinic->free = person->behind;
    const double share = chance_uniform(&clinic->chance);
    *person = (struct person){.team = clinic->persons[source].team,
                              .class = (uint8_t)((share >= up_to_class[0]) + (share >= up_to_class[1]))};
    clinic->came++;
    ask_for_visit(clinic, number);
    expect_next(clinic, source);
}

static void end_visit(struct clinic *clinic, uint32_t number) {
    struct team *team = &clinic->teams[clinic->persons[number].team];
    team->busy--;
    if (chance_uniform(&clinic->chance) < goes_for_good) {
        forget(clinic, number);
    } else {
        schedule(clinic, number, AWAY, away_hours * chance_exponential(&clinic->chance));
    }
    begin_next(clinic, team);
}

static void give_up(struct clinic *clinic, uint32_t number) {
    leave(clinic, number);
    forget(clinic, number);
    clinic->left++;
}

static void happen(struct clinic *clinic, uint32_t number) {
    switch (clinic->persons[number].state) {
    case COMING:
        come(clinic, number);
        break;
    case WAITING:
        give_up(clinic, number);
        break;
    case AT_A_VISIT:
        end_visit(clinic, number);
        break;
    default:
        ask_for_visit(clinic, number);
    }
}

static void begin(struct clinic *clinic, uint64_t seed) {
    memset(clinic->teams, 0, sizeof clinic->teams);
    memset(clinic->waited, 0, sizeof clinic->waited);
    memset(clinic->seen, 0, sizeof clinic->seen);
    clinic->now = 0;
    clinic->came = clinic->left = clinic->events = clinic->sequence = clinic->free = 0;
    clinic->end = ROOT;
    chance_init(&clinic->chance, seed);
    for (uint32_t number = MOST - 1; number > TEAMS; number--) {
        forget(clinic, number);
    }
    for (uint32_t i = 0; i < MOST; i++) {
        clinic->heap[i] = empty;
    }
    for (uint32_t team = 0; team < TEAMS; team++) {
        clinic->persons[team + 1] = (struct person){.team = (uint8_t)team};
        expect_next(clinic, team + 1);
    }
}

static void run(struct clinic *clinic, uint64_t seed) {
    begin(clinic, seed);
    while (clinic->end > ROOT) {
        const struct entry next = clinic->heap[ROOT];
        memcpy(&clinic->now, &next.key, sizeof clinic->now);
        take_out(clinic, ROOT);
        clinic->events++;
        happen(clinic, next.person);
    }
}

int main(int count, char **words) {
    const unsigned long replications = count > 1 ? strtoul(words[1], NULL, 10) : 1;
    const unsigned long seed = count > 2 ? strtoul(words[2], NULL, 10) : 1;
    struct clinic *clinic = aligned_alloc(64, sizeof *clinic);
    if (clinic == NULL) {
        return 1;
    }
    memset(clinic, 0, sizeof *clinic);
    for (unsigned long r = 0; r < replications; r++) {
        run(clinic, seed + r);
        printf("%.6f %.6f %.6f %.6f %lu %lu\n", clinic->waited[0] / (double)clinic->seen[0],
               clinic->waited[1] / (double)clinic->seen[1], clinic->waited[2] / (double)clinic->seen[2],
               (double)clinic->left / (double)clinic->came, clinic->came, clinic->events);
    }
    free(clinic);
    return 0;
}

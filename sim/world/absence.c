/* world/absence.c - sickness and vacancies of posts. */
#include "world/absence.h"

#include "base/err.h"
#include "world/person.h"

/* Stretches that a draw's count can tell apart; far more than fit into any run. */
enum { STRETCHES_MAX = 1 << 16 };

/* What the two processes differ in. */
struct process {
    double per_year;
    const struct des_dist *length;
    des_time unit;                                   /* of length */
    enum world_purpose at_begin, rest, gap, absence; /* what is drawn */
};

static struct process process_of(const struct world_role *role, enum world_absence kind) {
    if (kind == WORLD_SICK) {
        return (struct process){role->sickness_spells_per_year,
                                &role->sickness_days,
                                DES_DAY,
                                WORLD_SICK_AT_BEGIN,
                                WORLD_SICK_REST,
                                WORLD_SICK_GAP,
                                WORLD_SICK_DAYS};
    }
    return (struct process){role->leavers_per_year, &role->recruitment_weeks, DES_WEEK,
                            WORLD_VACANT_AT_BEGIN,  WORLD_VACANT_REST,        WORLD_LEAVING,
                            WORLD_RECRUITMENT};
}

static double mean_years(const struct process *process) {
    return des_dist_mean(process->length) * (double)process->unit / DES_YEAR;
}

bool world_absence_is_on(const struct world_role *role, enum world_absence kind) {
    return process_of(role, kind).per_year > 0;
}

double world_absence_share(const struct world_role *role, enum world_absence kind) {
    const struct process process = process_of(role, kind);
    if (!(process.per_year > 0) || process.length->family == NULL) {
        return 0;
    }
    const double lost = process.per_year * mean_years(&process);
    return kind == WORLD_SICK ? lost : lost / (1 + lost);
}

static des_time after(des_time from, des_time span) {
    return span == DES_NEVER ? DES_NEVER : from + span;
}

/* Spells a year count sick time too, so that time at work between them is a year's less the sick time. */
static des_time draw_gap(const struct process *process, enum world_absence kind, struct des_stream *random,
                         uint32_t post, unsigned nth) {
    const double years = 1 / process->per_year - (kind == WORLD_SICK ? mean_years(process) : 0);
    const uint32_t key = world_purpose_key(process->gap, 0, nth);
    return des_clock_span(years * world_person_exponential(random, post, key), DES_YEAR);
}

struct world_stretch world_absence_begin(const struct world_role *role, enum world_absence kind,
                                         struct des_stream *random, uint32_t post, des_time begin) {
    const struct process process = process_of(role, kind);
    const uint32_t key = world_purpose_key(process.at_begin, 0, 0);
    if (!world_person_chance(random, post, key, world_absence_share(role, kind))) {
        return (struct world_stretch){false, after(begin, draw_gap(&process, kind, random, post, 0)), 0};
    }
    des_stream_seek(random, world_purpose_key(process.rest, 0, 0), post);
    const double rest = des_dist_draw_residual(process.length, random);
    return (struct world_stretch){true, after(begin, des_clock_span(rest, process.unit)), 0};
}

struct world_stretch world_absence_next(const struct world_role *role, enum world_absence kind,
                                        struct des_stream *random, uint32_t post, const struct world_stretch *last) {
    const struct process process = process_of(role, kind);
    const unsigned nth = last->nth + 1;
    err_require(nth < STRETCHES_MAX);
    if (last->is_absent) {
        return (struct world_stretch){false, after(last->until, draw_gap(&process, kind, random, post, nth)), nth};
    }
    const uint32_t key = world_purpose_key(process.absence, 0, nth);
    const double length = world_person_amount(random, post, key, process.length);
    return (struct world_stretch){true, after(last->until, des_clock_span(length, process.unit)), nth};
}

static uint32_t hash_byte(uint32_t hash, unsigned byte) {
    return (hash ^ byte) * UINT32_C(16777619);
}

/* The byte 0 at its end keeps "ab", "c" apart from "a", "bc". */
static uint32_t hash_text(uint32_t hash, const char *text) {
    for (; *text != '\0'; text++) {
        hash = hash_byte(hash, (unsigned char)*text);
    }
    return hash_byte(hash, 0);
}

uint32_t world_absence_post(const char *team, const char *role, uint32_t nth) {
    uint32_t hash = hash_text(hash_text(UINT32_C(2166136261), team), role);
    for (unsigned shift = 0; shift < 32; shift += 8) {
        hash = hash_byte(hash, nth >> shift & 0xff);
    }
    return hash;
}

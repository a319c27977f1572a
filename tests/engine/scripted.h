/* tests/engine/scripted.h - a generator that plays an array: chosen numbers for chosen places of a stream, its own for all
 * others. A place is a purpose of an entity, so the same script holds whatever else is drawn, and in whatever order. */
#ifndef TESTS_ENGINE_SCRIPTED_H
#define TESTS_ENGINE_SCRIPTED_H

#include <math.h>
#include <stdbool.h>
#include <stddef.h>

#include "engine/stream.h"

/* One number. Rows of the same place are given out one after another, each time that its sequence is begun. */
struct scripted_row {
    uint32_t purpose, entity;
    double u;        /* from 0 to 1, both excluded */
    unsigned played; /* how often it was given out */
};

/* The script of a stream; its rng stands in for the stream's. It must not be moved while it is in use. */
struct scripted {
    gsl_rng rng;
    struct des_stream *stream;
    struct scripted_row *rows; /* borrowed */
    size_t count;
};

/* The nth row of the place at which the stream is; NULL where there is none. */
static inline struct scripted_row *scripted_row_at(const struct scripted *script, uint32_t nth) {
    const uint32_t *counter = script->stream->state.counter; /* block, purpose, entity, replication */
    for (size_t i = 0; i < script->count; i++) {
        struct scripted_row *row = &script->rows[i];
        if (row->purpose == counter[1] && row->entity == counter[2] && nth-- == 0) {
            return row;
        }
    }
    return NULL;
}

/* The stream's own number is drawn too: how many words it has given out says how many of this place have been asked for. */
static inline double scripted_real(void *state) {
    const struct scripted *script = state;
    const struct des_stream_state *own = &script->stream->state;
    const uint32_t nth = (own->counter[0] * 4 + own->used - 4) / 2;
    struct scripted_row *row = scripted_row_at(script, nth);
    const double drawn = des_stream_type->get_double(&script->stream->state);
    if (row == NULL) {
        return drawn;
    }
    row->played++;
    return row->u;
}

static inline unsigned long scripted_whole(void *state) {
    return (unsigned long)(scripted_real(state) * 4294967296.0);
}

static const gsl_rng_type scripted_type = {
    .name = "scripted",
    .max = UINT32_MAX,
    .size = sizeof(struct scripted),
    .get = scripted_whole,
    .get_double = scripted_real,
};

/* Prepares a script for a stream, which may be made, and go anywhere, later. */
static inline void scripted_init(struct scripted *script, struct des_stream *stream, struct scripted_row *rows,
                                 size_t count) {
    *script = (struct scripted){.stream = stream, .rows = rows, .count = count};
    script->rng.type = &scripted_type;
    script->rng.state = script;
}

/* Was every row asked for? A row that is not stands for a place that nobody goes to. */
static inline bool scripted_is_over(const struct scripted *script) {
    for (size_t i = 0; i < script->count; i++) {
        if (script->rows[i].played == 0) {
            return false;
        }
    }
    return true;
}

/* The number from which a unit exponential becomes x. */
static inline double scripted_exponential(double x) {
    return -expm1(-x);
}

#endif

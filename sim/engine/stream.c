/* engine/stream.c - random numbers that belong to a purpose of an entity in a replication. */
#include "engine/stream.h"

#include <Random123/philox.h>
#include <Random123/u01fixedpt.h>
#include <math.h>

#include "base/err.h"

enum { BLOCK, PURPOSE, ENTITY, REPLICATION, BLOCK_WORDS };

static void take_key(struct des_stream_state *state, uint64_t seed) {
    state->key[0] = (uint32_t)seed;
    state->key[1] = (uint32_t)(seed >> 32);
}

static void rewind_to(struct des_stream_state *state, uint32_t purpose, uint32_t entity) {
    state->counter[BLOCK] = 0;
    state->counter[PURPOSE] = purpose;
    state->counter[ENTITY] = entity;
    state->used = BLOCK_WORDS;
}

/* The last block is never used: a count that came round would give the same numbers again. */
static void next_block(struct des_stream_state *state) {
    err_require(state->counter[BLOCK] < UINT32_MAX);
    const uint32_t *counter = state->counter;
    philox4x32_key_t key = {{state->key[0], state->key[1]}};
    philox4x32_ctr_t place = {{counter[BLOCK], counter[PURPOSE], counter[ENTITY], counter[REPLICATION]}};
    philox4x32_ctr_t block = philox4x32(place, key);
    for (size_t i = 0; i < BLOCK_WORDS; i++) {
        state->words[i] = block.v[i];
    }
    state->counter[BLOCK]++;
    state->used = 0;
}

static uint32_t next_word(struct des_stream_state *state) {
    if (state->used == BLOCK_WORDS) {
        next_block(state);
    }
    return state->words[state->used++];
}

static double next_real(struct des_stream_state *state) {
    uint64_t high = next_word(state);
    uint64_t low = next_word(state);
    return u01fixedpt_open_open_64_double(high << 32 | low);
}

static void set_for_gsl(void *state, unsigned long seed) {
    struct des_stream_state *own = state;
    take_key(own, seed);
    own->counter[REPLICATION] = 0;
    rewind_to(own, 0, 0);
}

static unsigned long get_for_gsl(void *state) {
    return next_word(state);
}

static double get_real_for_gsl(void *state) {
    return next_real(state);
}

static const gsl_rng_type philox = {
    .name = "philox4x32-10",
    .max = UINT32_MAX,
    .min = 0,
    .size = sizeof(struct des_stream_state),
    .set = set_for_gsl,
    .get = get_for_gsl,
    .get_double = get_real_for_gsl,
};

const gsl_rng_type *const des_stream_type = &philox;

void des_stream_init(struct des_stream *stream, uint64_t seed, uint32_t replication) {
    stream->rng.type = &philox;
    stream->rng.state = &stream->state;
    take_key(&stream->state, seed);
    stream->state.counter[REPLICATION] = replication;
    rewind_to(&stream->state, 0, 0);
}

void des_stream_seek(struct des_stream *stream, uint32_t purpose, uint32_t entity) {
    rewind_to(&stream->state, purpose, entity);
}

/* By way of GSL's part, so that another generator may stand in its place. */
double des_stream_uniform(struct des_stream *stream) {
    return stream->rng.type->get_double(stream->rng.state);
}

/* The uniforms of Philox are odd multiples of 2^-53: nothing is lost in 1 - u, and log takes half the time of log1p. */
double des_stream_exponential(struct des_stream *stream) {
    return -log(1 - des_stream_uniform(stream));
}

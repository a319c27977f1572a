/* engine/stream.h - random numbers that belong to a purpose of an entity in a replication, and to nothing else.
 * Philox4x32-10 as a counter-based generator behind GSL's interface. Key: the study seed. Counter: (block, purpose,
 * entity, replication). Seeking to (purpose, entity) starts that purpose's own sequence, whatever was drawn before, so
 * a draw added in one place moves nothing elsewhere.
 * Source: Salmon, Moraes, Dror and Shaw (2011), Parallel random numbers: as easy as 1, 2, 3, SC'11. */
#ifndef ENGINE_STREAM_H
#define ENGINE_STREAM_H

#include <gsl/gsl_rng.h>
#include <stdint.h>

/* The state is open so that it can live on a worker's stack or in a struct; read it only through this file. */
struct des_stream_state {
    uint32_t key[2];
    uint32_t counter[4]; /* block, purpose, entity, replication */
    uint32_t words[4];   /* the current block */
    uint32_t used;       /* words of it already given out, 0 to 4 */
};

struct des_stream {
    gsl_rng rng; /* pass &stream->rng to GSL; every draw goes through it, so that a script may stand in for it */
    struct des_stream_state state;
};

/* The generator as GSL knows it: "philox4x32-10", 32-bit integers, 53-bit reals strictly between 0 and 1. */
extern const gsl_rng_type *const des_stream_type;

/* Prepares a stream for one replication of a study. Nothing to free. The struct must not be moved afterwards (GSL's
 * part points into it): copy the seed, not the stream.
 *   seed         study seed, any value
 *   replication  number of the replication */
void des_stream_init(struct des_stream *stream, uint64_t seed, uint32_t replication);

/* Goes to the beginning of the sequence of one purpose of one entity. */
void des_stream_seek(struct des_stream *stream, uint32_t purpose, uint32_t entity);

/* A real number strictly between 0 and 1, 53 bits. Same as gsl_rng_uniform(&stream->rng). */
double des_stream_uniform(struct des_stream *stream);

/* A unit exponential, -log(1 - u): one uniform, by inversion. */
double des_stream_exponential(struct des_stream *stream);

#endif

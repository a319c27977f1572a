/* tests/bench/keyed.h - random numbers drawn as the model draws them, in place of chance.h: each from a block of its own, as
 * if it were the first of its purpose (Philox4x32-10, Salmon et al. 2011, SC'11), and exponential times by inversion. What
 * a program takes longer with them is the price of numbers that belong to a person and a purpose. */
#ifndef TESTS_BENCH_KEYED_H
#define TESTS_BENCH_KEYED_H

#include <Random123/philox.h>
#include <Random123/u01fixedpt.h>
#include <math.h>

struct chance {
    uint64_t seed;
    uint32_t drawn;
};

static inline double chance_uniform(struct chance *chance) {
    const philox4x32_ctr_t place = {{0, 0, chance->drawn++, 0}};
    const philox4x32_key_t key = {{(uint32_t)chance->seed, (uint32_t)(chance->seed >> 32)}};
    const philox4x32_ctr_t block = philox4x32(place, key);
    return u01fixedpt_open_open_64_double((uint64_t)block.v[0] << 32 | block.v[1]);
}

static inline double chance_exponential(struct chance *chance) {
    return -log(1 - chance_uniform(chance));
}

static inline void chance_init(struct chance *chance, uint64_t seed) {
    *chance = (struct chance){.seed = seed};
}

#endif

/* tests/bench/chance.h - random numbers as cheap as they come, for the programs that caremix is held against.
 * xoshiro256++ (Blackman and Vigna 2021, ACM Transactions on Mathematical Software 47(4), 36), begun by SplitMix64
 * (Steele, Lea and Flood 2014, OOPSLA), and the ziggurat for exponential times (Marsaglia and Tsang 2000, Journal of
 * Statistical Software 5(8)) with 256 layers and 53 bits. */
#ifndef TESTS_BENCH_CHANCE_H
#define TESTS_BENCH_CHANCE_H

#include <math.h>
#include <stdint.h>

enum { CHANCE_LAYERS = 256 };

struct chance {
    uint64_t state[4];
    double
        edge[CHANCE_LAYERS + 1]; /* of each layer, the lowest and widest first; the first is as wide as its area asks */
    double height[CHANCE_LAYERS + 1]; /* exp(-edge) */
};

static inline uint64_t chance_rotated(uint64_t word, int bits) {
    return word << bits | word >> (64 - bits);
}

static inline uint64_t chance_bits(struct chance *chance) {
    uint64_t *s = chance->state;
    const uint64_t result = chance_rotated(s[0] + s[3], 23) + s[0], shifted = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= shifted;
    s[3] = chance_rotated(s[3], 45);
    return result;
}

/* In [0, 1), 53 bits. */
static inline double chance_uniform(struct chance *chance) {
    return (double)(chance_bits(chance) >> 11) * 0x1p-53;
}

/* Beyond the part of a layer that lies wholly under the curve; false: draw again. */
static inline int chance_edge(struct chance *chance, unsigned layer, double *x) {
    if (layer == 0) {
        *x = chance->edge[1] - log1p(-chance_uniform(chance));
        return 1;
    }
    const double low = chance->height[layer], high = chance->height[layer + 1];
    return low + chance_uniform(chance) * (high - low) < exp(-*x);
}

/* Exponential, mean 1. */
static inline double chance_exponential(struct chance *chance) {
    for (;;) {
        const uint64_t bits = chance_bits(chance);
        const unsigned layer = bits & (CHANCE_LAYERS - 1);
        double x = (double)(bits >> 11) * 0x1p-53 * chance->edge[layer];
        if (__builtin_expect(x < chance->edge[layer + 1], 1) || chance_edge(chance, layer, &x)) {
            return x;
        }
    }
}

static inline void chance_init(struct chance *chance, uint64_t seed) {
    const double start_of_tail = 7.69711747013104972, area = 3.949659822581572e-3; /* of each of 256 layers */
    for (int i = 0; i < 4; i++) {
        uint64_t word = seed += UINT64_C(0x9E3779B97F4A7C15);
        word = (word ^ word >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
        word = (word ^ word >> 27) * UINT64_C(0x94D049BB133111EB);
        chance->state[i] = word ^ word >> 31;
    }
    chance->edge[0] = area * exp(start_of_tail);
    chance->edge[1] = start_of_tail;
    for (int i = 1; i < CHANCE_LAYERS - 1; i++) {
        chance->edge[i + 1] = -log(exp(-chance->edge[i]) + area / chance->edge[i]);
    }
    chance->edge[CHANCE_LAYERS] = 0;
    for (int i = 0; i <= CHANCE_LAYERS; i++) {
        chance->height[i] = exp(-chance->edge[i]);
    }
}

#endif

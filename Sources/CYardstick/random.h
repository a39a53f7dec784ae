#ifndef HUYING_YARDSTICK_RANDOM_H
#define HUYING_YARDSTICK_RANDOM_H

#include <math.h>
#include <stdint.h>

/// xoshiro256++ of Blackman and Vigna (2019), seeded by SplitMix64.
typedef struct {
  uint64_t s[4];
} generator;

static inline uint64_t rotate_left(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }

static inline uint64_t next_bits(generator *g) {
  const uint64_t result = rotate_left(g->s[0] + g->s[3], 23) + g->s[0];
  const uint64_t t = g->s[1] << 17;
  g->s[2] ^= g->s[0];
  g->s[3] ^= g->s[1];
  g->s[1] ^= g->s[2];
  g->s[0] ^= g->s[3];
  g->s[2] ^= t;
  g->s[3] = rotate_left(g->s[3], 45);
  return result;
}

static inline generator make_generator(uint64_t seed) {
  generator g;
  for (int i = 0; i < 4; i++) {
    uint64_t z = (seed += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    g.s[i] = z ^ (z >> 31);
  }
  return g;
}

/// Marsaglia and Tsang's ziggurat (2000) for the standard exponential: 256 layers of equal area,
/// the layer from the low 8 bits, the abscissa from the high 56. Layer 0 holds the tail.
typedef struct {
  uint64_t accept[256];
  double width[256];
  double height[256];
} ziggurat;

/// The table, built once.
const ziggurat *ziggurat_table(void);

/// The rare case (about 1.1 % of draws): the edge of a layer, or the tail.
double ziggurat_edge(const ziggurat *z, generator *g, uint64_t bits);

static inline double next_exponential(const ziggurat *z, generator *g) {
  const uint64_t bits = next_bits(g);
  const unsigned layer = bits & 255;
  const uint64_t abscissa = bits >> 8;
  if (__builtin_expect(abscissa < z->accept[layer], 1)) {
    return (double)(int64_t)abscissa * z->width[layer];
  }
  return ziggurat_edge(z, g, bits);
}

#endif

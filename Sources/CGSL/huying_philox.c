// The vector work of a stream: many Philox blocks at once, and their slots turned to exponentials.
#include <stdlib.h>
#include <string.h>

#include "huying_stream.h"

// Contraction to fused multiply-add would give other bits on other processors.
#pragma STDC FP_CONTRACT OFF

#define LANES 8
typedef uint64_t words __attribute__((vector_size(8 * LANES)));
typedef double reals __attribute__((vector_size(8 * LANES)));

// Both functions compute the same bits whatever the vector width: integers, and IEEE additions,
// multiplications and divisions in a fixed order. So the processor may choose.
#if defined(__x86_64__) && defined(__GLIBC__)
#define WIDEST __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define WIDEST
#endif

enum { ROUNDS = 10 };
static const uint32_t multiplier0 = 0xD2511F53, multiplier1 = 0xCD9E8D57;
static const uint32_t weyl0 = 0x9E3779B9, weyl1 = 0xBB67AE85;

void huying_philox_block(const uint32_t counter[4], const uint32_t key[2], uint32_t output[4]) {
  uint32_t c0 = counter[0], c1 = counter[1], c2 = counter[2], c3 = counter[3];
  uint32_t k0 = key[0], k1 = key[1];
  for (int round = 0; round < ROUNDS; round++) {
    const uint64_t p0 = (uint64_t)multiplier0 * c0, p1 = (uint64_t)multiplier1 * c2;
    c0 = (uint32_t)(p1 >> 32) ^ c1 ^ k0;
    c1 = (uint32_t)p1;
    c2 = (uint32_t)(p0 >> 32) ^ c3 ^ k1;
    c3 = (uint32_t)p0;
    k0 += weyl0;
    k1 += weyl1;
  }
  output[0] = c0, output[1] = c1, output[2] = c2, output[3] = c3;
}

// Each 64-bit lane carries one 32-bit word in its low half; the high half is left dirty between
// rounds, because the multiplication reads the low halves only.
WIDEST static void refill(huying_philox *philox) {
  const uint32_t slots = philox->refill;
  if (philox->block + slots / 2 > UINT64_C(1) << 32) abort();
  const words low = (words){} + 0xFFFFFFFF;
  for (uint32_t slot = 0; slot < slots; slot += 2 * LANES) {
    words c0 = (words){0, 1, 2, 3, 4, 5, 6, 7} + (philox->block + slot / 2);
    words c1 = (words){} + philox->counter[0];
    words c2 = (words){} + philox->counter[1];
    words c3 = (words){} + philox->counter[2];
    words k0 = (words){} + (philox->key & 0xFFFFFFFF);
    words k1 = (words){} + (philox->key >> 32);
#pragma clang loop unroll(full)
    for (int round = 0; round < ROUNDS; round++) {
      const words p0 = (c0 & low) * ((words){} + multiplier0);
      const words p1 = (c2 & low) * ((words){} + multiplier1);
      c0 = (p1 >> 32) ^ (c1 ^ k0);
      c1 = p1;
      c2 = (p0 >> 32) ^ (c3 ^ k1);
      c3 = p0;
      k0 += weyl0;
      k1 += weyl1;
    }
    const words even = (c0 & low) | (c1 << 32), odd = (c2 & low) | (c3 << 32);
    const words first = __builtin_shufflevector(even, odd, 0, 8, 1, 9, 2, 10, 3, 11);
    const words second = __builtin_shufflevector(even, odd, 4, 12, 5, 13, 6, 14, 7, 15);
    memcpy(philox->slots + slot, &first, sizeof first);
    memcpy(philox->slots + slot + LANES, &second, sizeof second);
  }
  philox->block += slots / 2;
  philox->position = 0;
  philox->filled = slots;
  philox->converted = 0;
  philox->refill = slots * 2 < HUYING_SLOTS_MOST ? slots * 2 : HUYING_SLOTS_MOST;
}

void huying_philox_refill(huying_philox *philox) { refill(philox); }

// -log(n * 2^-53) for n = 2^53 - (slot >> 11), which is -log(1 - u) without rounding before the
// logarithm. With n * 2^-53 = 2^e * m, m in [sqrt(1/2), sqrt(2)), f = m - 1 and s = f / (2 + f):
//
//     log(m) = f - (f^2/2 - s * (f^2/2 + R(s^2)))
//
// (the reduction of fdlibm's e_log.c), R a minimax polynomial of absolute error 2^-58; the result
// is within 1 ulp. A macro, so that the scalar and the vector form are one text.
#define NEGATIVE_LOG(real, word, slot, result)                                                   \
  do {                                                                                           \
    const word n_ = (UINT64_C(1) << 53) - ((slot) >> 11);                                        \
    /* Both halves enter a mantissa: exact, and cheaper than a 64-bit conversion. */             \
    const word high_ = (n_ >> 32) | UINT64_C(0x4530000000000000);                                \
    const word low_ = (n_ & 0xFFFFFFFF) | UINT64_C(0x4330000000000000);                          \
    const real whole_ = (AS(real, high_) - 0x1.00000001p84) + AS(real, low_);                    \
    /* Add 1 - sqrt(1/2) to the bits: the exponent then steps at sqrt(2) instead of 2. */        \
    const word bits_ = AS(word, whole_) + UINT64_C(0x00095F6200000000);                          \
    const word exponent_ = (bits_ >> 52) | UINT64_C(0x4330000000000000);                         \
    const real e_ = AS(real, exponent_) - (0x1p52 + 1023 + 53);                                  \
    const word mantissa_ = (bits_ & UINT64_C(0x000FFFFFFFFFFFFF)) + UINT64_C(0x3FE6A09E00000000); \
    const real f_ = AS(real, mantissa_) - 1.0;                                                   \
    const real s_ = f_ / (f_ + 2.0);                                                             \
    const real z_ = s_ * s_;                                                                     \
    const real w_ = z_ * z_;                                                                     \
    const real odd_ = z_ * (0x1.5555555555593p-1 + w_ * (0x1.2492494204454p-2 + w_ *             \
                      (0x1.746642857dd22p-3 + w_ * 0x1.2f0974311f12cp-3)));                      \
    const real even_ = w_ * (0x1.999999997fc76p-2 + w_ * (0x1.c71c51f8c2b7ap-3 + w_ *            \
                       0x1.39a1585bc60d5p-3));                                                   \
    const real half_ = 0.5 * (f_ * f_);                                                          \
    const real tail_ = s_ * (half_ + (odd_ + even_)) + e_ * LN2_LOW;                             \
    (result) = ((half_ - tail_) - f_) - e_ * LN2_HIGH;                                           \
  } while (0)

// ln 2 in two parts; the product of the high one and an exponent is exact.
#define LN2_HIGH 0x1.62e42feep-1
#define LN2_LOW 0x1.a39ef35793c76p-33
#define AS(type, value) (__builtin_bit_cast(type, value))

double huying_exponential_of_slot(uint64_t slot) {
  double result;
  NEGATIVE_LOG(double, uint64_t, slot, result);
  return result;
}

WIDEST static void convert(huying_philox *philox) {
  const uint32_t from = philox->position / LANES * LANES;
  for (uint32_t slot = from; slot < philox->filled; slot += LANES) {
    words bits;
    reals result;
    memcpy(&bits, philox->slots + slot, sizeof bits);
    NEGATIVE_LOG(reals, words, bits, result);
    memcpy(philox->exponentials + slot, &result, sizeof result);
  }
  philox->converted = philox->filled;
}

void huying_philox_convert(huying_philox *philox) {
  if (philox->position == philox->filled) refill(philox);
  convert(philox);
}

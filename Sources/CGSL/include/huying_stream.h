// Philox4x32-10 as a stream of 64-bit slots, read in-line or through GSL.
//
// Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as easy as 1, 2, 3", SC11 (2011).
//
// A block of four 32-bit words w0..w3 gives two slots, w0 | w1 << 32 and w2 | w3 << 32. Every
// draw takes whole slots, in order: a uniform is the top 53 bits of one, a GSL `get` its top 32.
// So in-line and GSL draws may be mixed, and the sequence depends on nothing but the key and the
// counter: not on how many blocks are computed at once, nor on the instruction set.
#ifndef HUYING_STREAM_H
#define HUYING_STREAM_H

#include <gsl/gsl_rng.h>
#include <stdint.h>

// Slots computed at most at once, and after a re-key. The number doubles with every refill, so
// that a short stream does not pay for a long one.
#define HUYING_SLOTS_MOST 64
#define HUYING_SLOTS_FIRST 16

typedef struct {
  uint32_t position;   // next slot to hand out
  uint32_t filled;     // slots computed
  uint32_t converted;  // slots from `position` up to here have their exponential
  uint32_t refill;     // slots of the next refill
  uint64_t key;
  uint64_t block;        // number of the next block; its low 32 bits are counter word 0
  uint32_t counter[3];   // counter words 1, 2, 3
  uint32_t unused;
  uint64_t slots[HUYING_SLOTS_MOST];
  double exponentials[HUYING_SLOTS_MOST];
} huying_philox;

typedef struct {
  huying_philox philox;
  gsl_rng generator;  // its state is `philox`
} huying_stream;

// The generator for gsl_rng_alloc; gsl_rng_set(r, s) gives key s and counter words 1, 2, 3 zero.
extern const gsl_rng_type *const huying_gsl_rng_philox;

// A stream at slot 0 of the given key, or NULL if there is no memory. Freed by the second.
huying_stream *huying_stream_allocate(uint64_t key);
void huying_stream_free(huying_stream *stream);

// One block: the published function, out of counter and key.
void huying_philox_block(const uint32_t counter[4], const uint32_t key[2], uint32_t output[4]);

// Computes the next slots. Ends the process after 2^32 blocks: a stream never repeats silently.
void huying_philox_refill(huying_philox *philox);

// Makes sure that the next slot has its exponential.
void huying_philox_convert(huying_philox *philox);

// -log(1 - u) for u = (slot >> 11) * 2^-53, with the arithmetic of huying_philox_convert.
double huying_exponential_of_slot(uint64_t slot);

// Moves to slot 0 of another counter, in place; nothing is computed before the first draw.
static inline void huying_philox_rekey(huying_philox *philox, uint32_t word1, uint32_t word2) {
  philox->position = 0;
  philox->filled = 0;
  philox->converted = 0;
  philox->refill = HUYING_SLOTS_FIRST;
  philox->block = 0;
  philox->counter[0] = word1;
  philox->counter[1] = word2;
}

static inline uint64_t huying_philox_slot(huying_philox *philox) {
  if (__builtin_expect(philox->position == philox->filled, 0)) huying_philox_refill(philox);
  return philox->slots[philox->position++];
}

// In [0, 1), a multiple of 2^-53. The slot is below 2^63 after the shift: signed conversion is
// exact and one instruction.
static inline double huying_philox_uniform(huying_philox *philox) {
  return (double)(int64_t)(huying_philox_slot(philox) >> 11) * 0x1p-53;
}

// Exponential of mean 1, in [0, 53 ln 2].
static inline double huying_philox_exponential(huying_philox *philox) {
  if (__builtin_expect(philox->position >= philox->converted, 0)) huying_philox_convert(philox);
  return philox->exponentials[philox->position++];
}

static inline huying_philox *huying_stream_philox(huying_stream *stream) {
  return &stream->philox;
}

static inline gsl_rng *huying_stream_generator(huying_stream *stream) {
  return &stream->generator;
}

#endif

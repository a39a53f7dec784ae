#include "huying_stream.h"

#include <gsl/gsl_errno.h>
#include <stdlib.h>
#include <string.h>

// GSL's default handler ends the process on a domain error. Loaded code must not be able to meet
// it, so it goes before anything else runs; every caller checks the status instead.
__attribute__((constructor)) static void huying_gsl_set_up(void) { gsl_set_error_handler_off(); }

static void philox_set(void *state, unsigned long seed) {
  huying_philox *philox = state;
  philox->key = seed;
  philox->counter[2] = 0;
  huying_philox_rekey(philox, 0, 0);
}

static unsigned long philox_get(void *state) { return huying_philox_slot(state) >> 32; }

static double philox_get_double(void *state) { return huying_philox_uniform(state); }

static const gsl_rng_type philox_type = {
    .name = "philox4x32-10",
    .max = 0xffffffffUL,
    .min = 0,
    .size = sizeof(huying_philox),
    .set = philox_set,
    .get = philox_get,
    .get_double = philox_get_double,
};

const gsl_rng_type *const huying_gsl_rng_philox = &philox_type;

huying_stream *huying_stream_allocate(uint64_t key) {
  // A multiple of the cache line, so that vector stores into the buffers are aligned.
  const size_t line = 64;
  const size_t size = (sizeof(huying_stream) + line - 1) / line * line;
  huying_stream *stream = aligned_alloc(line, size);
  if (stream == NULL) return NULL;
  memset(stream, 0, size);
  philox_set(&stream->philox, key);
  stream->generator.type = &philox_type;
  stream->generator.state = &stream->philox;
  return stream;
}

void huying_stream_free(huying_stream *stream) { free(stream); }

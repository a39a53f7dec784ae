#ifndef HUYING_YARDSTICK_H
#define HUYING_YARDSTICK_H

#include <stdint.h>

/// What a bare C event loop does on this machine: the measure beside which the engine's own rates
/// are printed. It knows no cancellation, no priorities and no order of ties.

/// The result of one run.
typedef struct {
  /// Events executed.
  int64_t events;
  /// Simulated time at the last event, in units of the mean service time or mean increment.
  double end_time;
  /// M/M/c: the integral of the number in system over time. Hold: zero.
  double area;
  /// Bytes the pending events took at their peak, spare capacity included.
  int64_t peak_bytes;
} huying_yardstick_run;

/// M/M/c from empty, until `events` events have been executed.
huying_yardstick_run huying_yardstick_mmc(int32_t servers, double arrival_rate, int64_t events,
                                          uint64_t seed);

/// The hold model: `pending` events, each execution schedules one more after a random increment.
/// The increment has mean 1: exponential, or, if `bimodal`, a mixture of two exponentials, nine
/// in ten with mean 0.1 and one in ten with mean 9.1.
huying_yardstick_run huying_yardstick_hold(int32_t pending, int32_t bimodal, int64_t events,
                                           uint64_t seed);

/// Fills `out` with standard exponentials from the generator and table of the loops above, so that
/// a test can look at them.
void huying_yardstick_exponentials(uint64_t seed, int32_t count, double *out);

#endif

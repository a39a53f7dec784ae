#ifndef HUYING_YARDSTICK_H
#define HUYING_YARDSTICK_H

#include <stdint.h>

// What a bare C event loop does on this machine: the measure beside which the engine's own rates
// are printed. It knows no cancellation, no priorities and no order of ties.

typedef struct huying_yardstick huying_yardstick;

// M/M/c, empty at time 0. Times are in units of the mean service time. NULL without memory.
huying_yardstick *huying_yardstick_queue(int32_t servers, double arrival_rate, uint64_t seed);

// The hold model: `pending` events, each of which schedules one more when it happens. The increment
// has mean 1: exponential, or, if `bimodal`, one of two exponentials: nine in ten of mean 0.1, one
// in ten of mean 9.1. NULL without memory.
huying_yardstick *huying_yardstick_hold(int32_t pending, int32_t bimodal, uint64_t seed);

void huying_yardstick_free(huying_yardstick *yardstick);

// Executes that many further events.
void huying_yardstick_run_queue(huying_yardstick *yardstick, int64_t events);
void huying_yardstick_run_hold(huying_yardstick *yardstick, int64_t events);

// The time of the last event.
double huying_yardstick_now(const huying_yardstick *yardstick);
// The integral of the number in system over time.
double huying_yardstick_area(const huying_yardstick *yardstick);
// Bytes of the heap.
int64_t huying_yardstick_bytes(const huying_yardstick *yardstick);

// Standard exponentials from the generator and the table of the loops, for a test to look at.
void huying_yardstick_exponentials(uint64_t seed, int32_t count, double *out);

#endif

#include "CYardstick.h"
#include "heap.h"
#include "random.h"

enum { arrival = 0, departure = 1 };

struct huying_yardstick {
  heap events;
  generator random;
  double now, area, gap;
  int64_t number, servers;
  int32_t bimodal;
};

static huying_yardstick *make(size_t capacity, uint64_t seed) {
  huying_yardstick *y = calloc(1, sizeof *y);
  if (y == NULL) return NULL;
  y->events = make_heap(capacity);
  y->random = make_generator(seed);
  if (y->events.places != NULL) return y;
  free(y);
  return NULL;
}

void huying_yardstick_free(huying_yardstick *y) {
  free(y->events.places);
  free(y);
}

huying_yardstick *huying_yardstick_queue(int32_t servers, double arrival_rate, uint64_t seed) {
  huying_yardstick *y = make((size_t)servers + 1, seed);
  if (y == NULL) return NULL;
  y->servers = servers;
  y->gap = 1.0 / arrival_rate;
  const double first = y->gap * next_exponential(ziggurat_table(), &y->random);
  heap_push(&y->events, (entry){time_bits(first), arrival});
  return y;
}

void huying_yardstick_run_queue(huying_yardstick *y, int64_t events) {
  const ziggurat *z = ziggurat_table();
  const double gap = y->gap;
  const int64_t limit = y->servers;
  // Copies whose address is taken by inlined calls only, so that they stay in registers.
  generator g = y->random;
  heap h = y->events;
  double now = y->now, area = y->area;
  int64_t number = y->number;
  for (int64_t i = 0; i < events; i++) {
    const entry next = h.places[heap_root];
    const double time = bits_time(next.time);
    area += (double)number * (time - now);
    now = time;
    if (next.tag == arrival) {
      heap_replace(&h, (entry){time_bits(now + gap * next_exponential(z, &g)), arrival});
      if (number++ < limit) {
        heap_push(&h, (entry){time_bits(now + next_exponential(z, &g)), departure});
      }
    } else if (number-- > limit) {
      heap_replace(&h, (entry){time_bits(now + next_exponential(z, &g)), departure});
    } else {
      heap_pop(&h);
    }
  }
  y->random = g;
  y->events = h;
  y->now = now;
  y->area = area;
  y->number = number;
}

static inline double increment(const ziggurat *z, generator *g, int32_t bimodal) {
  const double draw = next_exponential(z, g);
  if (!bimodal) return draw;
  return draw * (next_bits(g) < 0x199999999999999au ? 9.1 : 0.1);
}

huying_yardstick *huying_yardstick_hold(int32_t pending, int32_t bimodal, uint64_t seed) {
  huying_yardstick *y = make((size_t)pending, seed);
  if (y == NULL) return NULL;
  y->bimodal = bimodal;
  for (int32_t i = 0; i < pending; i++) {
    const double first = increment(ziggurat_table(), &y->random, bimodal);
    heap_push(&y->events, (entry){time_bits(first), (uint64_t)i});
  }
  return y;
}

void huying_yardstick_run_hold(huying_yardstick *y, int64_t events) {
  const ziggurat *z = ziggurat_table();
  const int32_t bimodal = y->bimodal;
  generator g = y->random;
  heap h = y->events;
  double now = y->now;
  for (int64_t i = 0; i < events; i++) {
    const entry next = h.places[heap_root];
    now = bits_time(next.time);
    heap_replace(&h, (entry){time_bits(now + increment(z, &g, bimodal)), next.tag});
  }
  y->random = g;
  y->events = h;
  y->now = now;
}

double huying_yardstick_now(const huying_yardstick *y) { return y->now; }
double huying_yardstick_area(const huying_yardstick *y) { return y->area; }
int64_t huying_yardstick_bytes(const huying_yardstick *y) { return (int64_t)y->events.bytes; }

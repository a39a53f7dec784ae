#include "CYardstick.h"
#include "heap.h"
#include "random.h"

enum { arrival = 0, departure = 1 };

huying_yardstick_run huying_yardstick_mmc(int32_t servers, double arrival_rate, int64_t events,
                                          uint64_t seed) {
  const ziggurat *z = ziggurat_table();
  generator g = make_generator(seed);
  heap h = make_heap((size_t)servers + 1);
  const double gap = 1.0 / arrival_rate;
  const int64_t limit = servers;
  double now = 0, area = 0;
  int64_t number = 0;
  heap_push(&h, (entry){time_bits(gap * next_exponential(z, &g)), arrival});
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
  free(h.places);
  return (huying_yardstick_run){events, now, area, (int64_t)h.bytes};
}

static inline double increment(const ziggurat *z, generator *g, int32_t bimodal) {
  const double draw = next_exponential(z, g);
  if (!bimodal) return draw;
  return draw * (next_bits(g) < 0x199999999999999au ? 9.1 : 0.1);
}

huying_yardstick_run huying_yardstick_hold(int32_t pending, int32_t bimodal, int64_t events,
                                           uint64_t seed) {
  const ziggurat *z = ziggurat_table();
  generator g = make_generator(seed);
  heap h = make_heap((size_t)pending);
  for (int32_t i = 0; i < pending; i++) {
    heap_push(&h, (entry){time_bits(increment(z, &g, bimodal)), (uint64_t)i});
  }
  double now = 0;
  for (int64_t i = 0; i < events; i++) {
    const entry next = h.places[heap_root];
    now = bits_time(next.time);
    heap_replace(&h, (entry){time_bits(now + increment(z, &g, bimodal)), next.tag});
  }
  free(h.places);
  return (huying_yardstick_run){events, now, 0, (int64_t)h.bytes};
}

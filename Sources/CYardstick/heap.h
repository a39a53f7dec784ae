#ifndef HUYING_YARDSTICK_HEAP_H
#define HUYING_YARDSTICK_HEAP_H

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/// A pending event. The time is a non-negative IEEE double kept as its bits, which order alike.
typedef struct {
  uint64_t time;
  uint64_t tag;
} entry;

/// An implicit 4-ary heap. The root lies at index 3 of a block aligned to cache lines, so the four
/// children of any entry share a line. Places past the end hold the latest time, so that the choice
/// among four children needs no bounds.
typedef struct {
  entry *places;
  size_t count;
  size_t bytes;
} heap;

static const size_t heap_root = 3;

static inline uint64_t time_bits(double time) {
  uint64_t bits;
  memcpy(&bits, &time, sizeof bits);
  return bits;
}

static inline double bits_time(uint64_t bits) {
  double time;
  memcpy(&time, &bits, sizeof time);
  return time;
}

static inline heap make_heap(size_t capacity) {
  heap h;
  h.count = 0;
  h.bytes = ((capacity + heap_root + 4) * sizeof(entry) + 63) / 64 * 64;
  h.places = aligned_alloc(64, h.bytes);
  if (h.places != NULL) memset(h.places, 0xff, h.bytes);
  return h;
}

/// The index of the earliest of the four children of `parent`, without a branch.
static inline size_t earliest_child(const entry *places, size_t parent) {
  const size_t first = 4 * parent - 8;
  const size_t a = first + (places[first + 1].time < places[first].time);
  const size_t b = first + 2 + (places[first + 3].time < places[first + 2].time);
  const size_t differ = (size_t)0 - (size_t)(places[b].time < places[a].time);
  return a ^ ((a ^ b) & differ);
}

/// Asks for the four lines of grandchildren of `parent` while its children are compared: a large
/// heap lies in no cache. Past the end this asks for nothing.
static inline void prefetch_grandchildren(const entry *places, size_t parent) {
  const char *line = (const char *)places + sizeof(entry) * (16 * parent - 40);
  __builtin_prefetch(line);
  __builtin_prefetch(line + 64);
  __builtin_prefetch(line + 128);
  __builtin_prefetch(line + 192);
}

/// Puts `value` in the place of the root and restores order: a pop and a push in one.
static inline void heap_replace(heap *h, entry value) {
  entry *places = h->places;
  const size_t end = h->count + heap_root;
  size_t hole = heap_root;
  while (4 * hole - 8 < end) {
    prefetch_grandchildren(places, hole);
    const size_t child = earliest_child(places, hole);
    const entry moved = places[child];
    if (value.time <= moved.time) break;
    places[hole] = moved;
    hole = child;
  }
  places[hole] = value;
}

static inline void heap_push(heap *h, entry value) {
  entry *places = h->places;
  size_t hole = heap_root + h->count++;
  while (hole > heap_root) {
    const size_t parent = (hole + 8) / 4;
    if (places[parent].time <= value.time) break;
    places[hole] = places[parent];
    hole = parent;
  }
  places[hole] = value;
}

static inline void heap_pop(heap *h) {
  entry *last = &h->places[heap_root + --h->count];
  const entry value = *last;
  last->time = UINT64_MAX;
  if (h->count > 0) heap_replace(h, value);
}

#endif

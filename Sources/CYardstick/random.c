#include "random.h"

#include "CYardstick.h"

static const double tail_start = 7.69711747013104972;
static const double layer_area = 0.0039496598225815571993;

static ziggurat table;

__attribute__((constructor)) static void build_table(void) {
  const double scale = 72057594037927936.0; // 2^56
  double right = tail_start, previous = tail_start;
  const double base = layer_area / exp(-tail_start);
  table.accept[0] = (uint64_t)(right / base * scale);
  table.width[0] = base / scale;
  table.height[0] = 1.0;
  table.width[255] = right / scale;
  table.height[255] = exp(-right);
  for (int i = 254; i >= 1; i--) {
    right = -log(layer_area / right + exp(-right));
    table.accept[i + 1] = (uint64_t)(right / previous * scale);
    previous = right;
    table.height[i] = exp(-right);
    table.width[i] = right / scale;
  }
  table.accept[1] = 0;
}

const ziggurat *ziggurat_table(void) { return &table; }

static double uniform(generator *g) { return ((next_bits(g) >> 11) + 0.5) * 0x1p-53; }

double ziggurat_edge(const ziggurat *z, generator *g, uint64_t bits) {
  for (;;) {
    const unsigned layer = bits & 255;
    const uint64_t abscissa = bits >> 8;
    const double x = (double)(int64_t)abscissa * z->width[layer];
    if (abscissa < z->accept[layer]) return x;
    if (layer == 0) return tail_start - log(uniform(g));
    const double low = z->height[layer], high = z->height[layer - 1];
    if (low + uniform(g) * (high - low) < exp(-x)) return x;
    bits = next_bits(g);
  }
}

void huying_yardstick_exponentials(uint64_t seed, int32_t count, double *out) {
  generator g = make_generator(seed);
  for (int32_t i = 0; i < count; i++) out[i] = next_exponential(&table, &g);
}

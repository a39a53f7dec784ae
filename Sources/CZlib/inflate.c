#include "CZlib.h"

int huying_inflate_gzip(z_stream *stream) {
  // 16 asks for a gzip wrapper around the largest window.
  return inflateInit2(stream, MAX_WBITS + 16);
}

// zlib for Swift: the macros that a module cannot import, as functions.
#ifndef CZLIB_H
#define CZLIB_H

#include <zlib.h>

/// Prepares `stream` to inflate the gzip format, with its header and check sum.
int huying_inflate_gzip(z_stream *stream);

#endif

// SPDX-License-Identifier: Apache-2.0

// What Tongbi uses of libdeflate, which is opened on demand.

#ifndef CDEFLATE_H
#define CDEFLATE_H

#include <on_demand.h>
#include <stddef.h>
#include <stdint.h>

struct libdeflate_compressor;

#define DEFLATE_FUNCTIONS(LIBRARY, FUNCTION)                                                                      \
  LIBRARY("libdeflate.so.0")                                                                                      \
  FUNCTION(struct libdeflate_compressor *, libdeflate_alloc_compressor, (int level), (level))                     \
  FUNCTION(void, libdeflate_free_compressor, (struct libdeflate_compressor *compressor), (compressor))            \
  FUNCTION(size_t, libdeflate_zlib_compress_bound, (struct libdeflate_compressor *compressor, size_t in_nbytes),  \
           (compressor, in_nbytes))                                                                               \
  FUNCTION(size_t, libdeflate_zlib_compress,                                                                      \
           (struct libdeflate_compressor *compressor, const void *in, size_t in_nbytes, void *out,                \
            size_t out_nbytes_avail),                                                                             \
           (compressor, in, in_nbytes, out, out_nbytes_avail))                                                    \
  FUNCTION(uint32_t, libdeflate_crc32, (uint32_t crc, const void *buffer, size_t len), (crc, buffer, len))

ON_DEMAND_DECLARE(DEFLATE_FUNCTIONS, deflate_library_open)

#endif

// SPDX-License-Identifier: Apache-2.0

// What Tongbi uses of libzip, which is opened on demand.

#ifndef CZIP_H
#define CZIP_H

#include <on_demand.h>
#include <stdint.h>
#include <time.h>

typedef struct zip zip_t;
typedef struct zip_file zip_file_t;

typedef struct zip_stat {
  uint64_t valid;
  const char *name;
  uint64_t index;
  uint64_t size;
  uint64_t comp_size;
  time_t mtime;
  uint32_t crc;
  uint16_t comp_method;
  uint16_t encryption_method;
  uint32_t flags;
} zip_stat_t;

#define ZIP_EM_NONE 0

#define ZIP_FUNCTIONS(LIBRARY, FUNCTION)                                                                              \
  LIBRARY("libzip.so.5", "libzip.so.4")                                                                               \
  FUNCTION(zip_t *, zip_fdopen, (int file, int flags, int *error), (file, flags, error))                              \
  FUNCTION(void, zip_discard, (zip_t * archive), (archive))                                                           \
  FUNCTION(int64_t, zip_get_num_entries, (zip_t * archive, uint32_t flags), (archive, flags))                         \
  FUNCTION(int, zip_stat_index, (zip_t * archive, uint64_t index, uint32_t flags, zip_stat_t *status),                \
           (archive, index, flags, status))                                                                           \
  FUNCTION(zip_file_t *, zip_fopen_index, (zip_t * archive, uint64_t index, uint32_t flags), (archive, index, flags)) \
  FUNCTION(int64_t, zip_fread, (zip_file_t * file, void *buffer, uint64_t count), (file, buffer, count))              \
  FUNCTION(int, zip_fclose, (zip_file_t * file), (file))

ON_DEMAND_DECLARE(ZIP_FUNCTIONS, zip_library_open)

#endif

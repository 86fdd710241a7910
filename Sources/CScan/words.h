// SPDX-License-Identifier: Apache-2.0

#ifndef CSCAN_WORDS_H
#define CSCAN_WORDS_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/// Eight bytes as an integer whose lowest byte is the first, on every machine.
static inline uint64_t word(const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, 8);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  word = __builtin_bswap64(word);
#endif
  return word;
}

/// The bits of a word that hold its first `count` bytes, all of them from eight on.
static inline uint64_t first_bytes(size_t count) {
  return count >= 8 ? UINT64_MAX : (UINT64_C(1) << (8 * count)) - 1;
}

#endif

// SPDX-License-Identifier: Apache-2.0

// Both scans look at 64 bytes at a time as one vector and go on with one bit a byte. The vectors are the compiler's own,
// so the same lines serve every processor; on x86-64 they are compiled twice, and the wider code runs where it can.

#include "cscan.h"

#include <string.h>

typedef uint8_t bytes32 __attribute__((ext_vector_type(32)));
typedef _Bool bits32 __attribute__((ext_vector_type(32)));

#define ALWAYS static inline __attribute__((always_inline))

// 64 bytes in two halves, because few processors have wider vectors.
typedef struct {
  bytes32 low, high;
} block;

ALWAYS void load(block *block, const uint8_t *bytes) {
  memcpy(&block->low, bytes, 32);
  memcpy(&block->high, bytes + 32, 32);
}

// One bit for each byte of a block for which a comparison holds.
#define MASK(comparison_low, comparison_high) __extension__({ \
  bits32 low_ = __builtin_convertvector((comparison_low), bits32); \
  bits32 high_ = __builtin_convertvector((comparison_high), bits32); \
  (uint64_t)__builtin_bit_cast(uint32_t, low_) | (uint64_t)__builtin_bit_cast(uint32_t, high_) << 32; })
#define COMPARE(block, operation, byte) \
  MASK((block).low operation (bytes32)(uint8_t)(byte), (block).high operation (bytes32)(uint8_t)(byte))

// Positions of special bytes

ALWAYS uint64_t special_mask(const uint8_t *bytes, const bytes32 *values) {
  block block;
  load(&block, bytes);
  return MASK(
      block.low == values[0] | block.low == values[1] | block.low == values[2] | block.low == values[3]
          | block.low == values[4],
      block.high == values[0] | block.high == values[1] | block.high == values[2] | block.high == values[3]
          | block.high == values[4]);
}

ALWAYS size_t positions_body(
    const uint8_t *bytes, size_t count, const cscan_set *set, uint32_t base, uint32_t *positions) {
  bytes32 values[5];
  for (int index = 0; index < 5; index++) { values[index] = (bytes32)set->values[index]; }
  uint32_t *next = positions;
  for (size_t at = 0; at < count; at += 64) {
    uint64_t mask;
    if (count - at >= 64) {
      mask = special_mask(bytes + at, values);
    } else {
      uint8_t rest[64] = {0};
      for (size_t index = 0; index < count - at; index++) { rest[index] = bytes[at + index]; }
      mask = special_mask(rest, values) & ((UINT64_C(1) << (count - at)) - 1);
    }
    for (; mask != 0; mask &= mask - 1) { *next++ = base + (uint32_t)at + (uint32_t)__builtin_ctzll(mask); }
  }
  return (size_t)(next - positions);
}

// UTF-8

ALWAYS int is_rare(uint8_t lead) { return (lead >= 0xC6 && lead <= 0xCB) || lead >= 0xD2; }

// Whether the second byte of a character goes with its first, where that is not told by the number of bytes alone.
ALWAYS int is_pair(uint8_t lead, uint8_t second) {
  switch (lead) {
  case 0xC0: case 0xC1: return 0;
  case 0xE0: return second >= 0xA0;
  case 0xED: return second <= 0x9F;
  case 0xF0: return second >= 0x90;
  case 0xF4: return second <= 0x8F;
  default: return lead < 0xF5;
  }
}

// The length of the well-formed character at the start; 0 where there is none.
ALWAYS size_t character(const uint8_t *bytes, size_t count, cscan_utf8_counts *counts) {
  uint8_t lead = bytes[0];
  if (lead > 0x20) { counts->has_ink = 1; }
  if (lead < 0x80) { return lead != 0; }
  size_t length = lead < 0xC0 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (length == 0 || length > count || !is_pair(lead, bytes[1])) { return 0; }
  for (size_t index = 1; index < length; index++) {
    if ((bytes[index] & 0xC0) != 0x80) { return 0; }
  }
  if (length == 2) {
    counts->short_characters += 1;
    counts->rare_characters += (size_t)is_rare(lead);
  } else {
    counts->long_characters += 1;
  }
  return length;
}

ALWAYS size_t utf8_body(const uint8_t *bytes, size_t count, cscan_utf8_counts *counts) {
  size_t at = 0;
  // Bits of the next 64 bytes that must be continuation bytes, because characters reach over from those before.
  uint64_t owed = 0;
  while (count - at >= 64) {
    block block;
    load(&block, bytes + at);
    uint64_t beyond = COMPARE(block, >=, 0x80);
    uint64_t leads = COMPARE(block, >=, 0xC0);
    uint64_t longs = COMPARE(block, >=, 0xE0);
    uint64_t fours = COMPARE(block, >=, 0xF0);
    uint64_t nuls = COMPARE(block, ==, 0);
    if (!counts->has_ink) { counts->has_ink = COMPARE(block, >, 0x20) != 0; }
    uint64_t expected = owed | leads << 1 | longs << 2 | fours << 3;
    if ((beyond & ~leads) != expected || nuls != 0) { break; }
    // These need a look at their second byte, which may lie behind the block.
    uint64_t careful = fours | COMPARE(block, ==, 0xE0) | COMPARE(block, ==, 0xED)
        | MASK((block.low & (bytes32)(uint8_t)0xFE) == (bytes32)(uint8_t)0xC0,
               (block.high & (bytes32)(uint8_t)0xFE) == (bytes32)(uint8_t)0xC0);
    int fits = 1;
    for (; careful != 0; careful &= careful - 1) {
      size_t place = at + (size_t)__builtin_ctzll(careful);
      fits &= place + 1 < count && is_pair(bytes[place], bytes[place + 1]);
    }
    if (!fits) { break; }
    uint64_t shorts = leads & ~longs;
    counts->long_characters += (size_t)__builtin_popcountll(longs);
    counts->short_characters += (size_t)__builtin_popcountll(shorts);
    for (; shorts != 0; shorts &= shorts - 1) {
      counts->rare_characters += (size_t)is_rare(bytes[at + (size_t)__builtin_ctzll(shorts)]);
    }
    owed = leads >> 63 | longs >> 62 | fours >> 61;
    at += 64;
  }
  // A character that reaches over the last block was counted there; it is taken back and looked at again.
  if (owed != 0) {
    size_t start = at;
    do { start -= 1; } while ((bytes[start] & 0xC0) == 0x80);
    if (bytes[start] >= 0xE0) {
      counts->long_characters -= 1;
    } else {
      counts->short_characters -= 1;
      counts->rare_characters -= (size_t)is_rare(bytes[start]);
    }
    at = start;
  }
  while (at < count) {
    size_t length = character(bytes + at, count - at, counts);
    if (length == 0) { break; }
    at += length;
  }
  return at;
}

// One body, compiled for the processor at hand

#if defined(__x86_64__)
__attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt"))) static size_t positions_wide(
    const uint8_t *bytes, size_t count, const cscan_set *set, uint32_t base, uint32_t *positions) {
  return positions_body(bytes, count, set, base, positions);
}

__attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt"))) static size_t utf8_wide(
    const uint8_t *bytes, size_t count, cscan_utf8_counts *counts) {
  return utf8_body(bytes, count, counts);
}

static int is_wide(void) { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2"); }
#endif

size_t cscan_positions(const uint8_t *bytes, size_t count, const cscan_set *set, uint32_t base, uint32_t *positions) {
#if defined(__x86_64__)
  if (is_wide()) { return positions_wide(bytes, count, set, base, positions); }
#endif
  return positions_body(bytes, count, set, base, positions);
}

size_t cscan_utf8(const uint8_t *bytes, size_t count, cscan_utf8_counts *counts) {
#if defined(__x86_64__)
  if (is_wide()) { return utf8_wide(bytes, count, counts); }
#endif
  return utf8_body(bytes, count, counts);
}

// SPDX-License-Identifier: Apache-2.0

#include "cscan.h"

#include <string.h>

static inline uint64_t word(const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, 8);
  return word;
}

static inline uint32_t half(const uint8_t *bytes) {
  uint32_t half;
  memcpy(&half, bytes, 4);
  return half;
}

// The first eight bytes, or all of fewer in an order that tells spellings of one length apart.
static inline uint64_t head(const uint8_t *bytes, size_t count) {
  if (count >= 8) { return word(bytes); }
  if (count >= 4) { return half(bytes) | (uint64_t)half(bytes + count - 4) << 32; }
  if (count == 0) { return 0; }
  return bytes[0] | (uint64_t)bytes[count >> 1] << 8 | (uint64_t)bytes[count - 1] << 16;
}

// Both halves of the product folded into one.
static inline uint64_t mix(uint64_t first, uint64_t second) {
  unsigned __int128 product = (unsigned __int128)first * second;
  return (uint64_t)(product >> 64) ^ (uint64_t)product;
}

static inline uint64_t hash(const cscan_keys *keys, const uint8_t *bytes, size_t count, uint64_t head) {
  uint64_t state = mix(head ^ keys->seed, count ^ keys->secret);
  size_t at = 8;
  for (; at + 16 <= count; at += 16) { state = mix(word(bytes + at) ^ keys->secret, word(bytes + at + 8) ^ state); }
  if (at + 8 < count) {
    state = mix(word(bytes + at) ^ keys->secret, word(bytes + count - 8) ^ state);
  } else if (at < count) {
    state = mix(word(bytes + count - 8) ^ keys->secret, state ^ keys->seed);
  }
  return state;
}

// Whether two spellings of more than eight bytes are the same, whose first eight are.
static inline int is_same_tail(const uint8_t *first, const uint8_t *second, size_t count) {
  if (count > 16) {
    for (size_t at = 8; at + 16 < count; at += 16) {
      if (memcmp(first + at, second + at, 16) != 0) { return 0; }
    }
    return memcmp(first + count - 16, second + count - 16, 16) == 0;
  }
  return word(first + count - 8) == word(second + count - 8);
}

// All that is known of a column's spellings.
typedef struct {
  const cscan_keys *keys;
  const uint8_t *bytes;
  const cscan_spelling *spellings;
  const uint64_t *slots;
} dictionary;

static inline int is_same(const dictionary *known, size_t code, const uint8_t *bytes, size_t count, uint64_t head) {
  const cscan_spelling *spelling = &known->spellings[code];
  if (spelling->count != count || spelling->head != head) { return 0; }
  return count <= 8 || is_same_tail(known->bytes + spelling->start, bytes, count);
}

static inline int64_t find(const dictionary *known, const uint8_t *bytes, size_t count, uint64_t head) {
  uint64_t sought = hash(known->keys, bytes, count, head);
  for (size_t slot = sought & known->keys->mask;; slot = (slot + 1) & known->keys->mask) {
    uint64_t found = known->slots[slot];
    if (found == 0) { return -1; }
    size_t code = (found & UINT32_MAX) - 1;
    if ((found ^ sought) >> 32 == 0 && is_same(known, code, bytes, count, head)) { return (int64_t)code; }
  }
}

cscan_spelling cscan_spelling_of(const uint8_t *bytes, size_t count, size_t start) {
  return (cscan_spelling){head(bytes, count), start, count};
}

uint64_t cscan_hash(const cscan_keys *keys, const uint8_t *bytes, size_t count) {
  return hash(keys, bytes, count, head(bytes, count));
}

int64_t cscan_find(
    const cscan_keys *keys, const uint8_t *bytes, const cscan_spelling *spellings, const uint64_t *slots,
    const uint8_t *sought, size_t count) {
  dictionary known = {keys, bytes, spellings, slots};
  return find(&known, sought, count, head(sought, count));
}

size_t cscan_codes(
    const cscan_keys *keys, const uint8_t *bytes, const cscan_spelling *spellings, const uint64_t *slots,
    int32_t *successors, const uint8_t *text, const cscan_cell *cells, const cscan_column *column, int32_t last,
    int32_t *codes) {
  dictionary known = {keys, bytes, spellings, slots};
  const cscan_cell *cell = cells + column->first;
  size_t code = (size_t)last;
  for (size_t row = 0; row < column->count; row++, cell += column->width) {
    const uint8_t *start = text + cell->start;
    size_t count = cell->end - cell->start;
    uint64_t first = head(start, count);
    if (!is_same(&known, code, start, count, first)) {
      size_t next = (size_t)successors[code];
      if (!is_same(&known, next, start, count, first)) {
        int64_t found = find(&known, start, count, first);
        if (found < 0) { return row; }
        next = (size_t)found;
        successors[code] = (int32_t)next;
      }
      code = next;
    }
    codes[column->target + row] = (int32_t)code;
  }
  return column->count;
}

size_t cscan_translate(const int32_t *table, int32_t *codes, size_t count) {
  for (size_t at = 0; at < count; at++) {
    int32_t code = table[codes[at]];
    if (code < 0) { return at; }
    codes[at] = code;
  }
  return count;
}

// SPDX-License-Identifier: Apache-2.0

#ifndef CSCAN_DICTIONARY_H
#define CSCAN_DICTIONARY_H

#include "cscan.h"
#include "words.h"

/// A spelling met in a column.
typedef struct {
  /// Its first eight bytes as a word, 0 behind its end, and which bits of the word those are.
  uint64_t head, mask;
  /// Where it begins among the bytes of all spellings.
  uint64_t start;
  uint32_t count;
  /// The same, or more than any text has where the spelling cannot stand in a table as it is, without quotes.
  uint32_t reach;
} spelling;

struct cscan_dictionary {
  /// Differ from run to run, so that nobody can prepare a file whose spellings all collide.
  uint64_t seed, secret;
  /// How many slots there are, a power of two, less 1.
  uint64_t mask;
  /// By the lower bits of the hash its upper half, and below that the code + 1; 0 where there is none.
  uint64_t *slots;
  spelling *spellings;
  /// By code, the one that followed it last, which is tried first: months follow each other in turn.
  uint32_t *successors;
  size_t count, room;
  uint8_t *bytes;
  size_t bytes_used, bytes_room;
  /// The code that was met last.
  uint32_t last;
  /// Whether spellings come in an order that is worth a guess: below 0 where they do not.
  int32_t order;
};

/// The code of a spelling behind which eight bytes may be read, a new one where it was not met before.
uint32_t code_in(cscan_dictionary *known, const uint8_t *text, size_t count, uint8_t delimiter, uint8_t quote);

/// Whether a text begins with a spelling; eight bytes behind that may be read.
static inline __attribute__((always_inline)) int begins_with(
    const cscan_dictionary *known, const spelling *spelling, const uint8_t *text) {
  if (((word(text) ^ spelling->head) & spelling->mask) != 0) { return 0; }
  size_t count = spelling->count;
  if (count <= 8) { return 1; }
  const uint8_t *bytes = known->bytes + spelling->start;
  if (count <= 16) { return word(text + count - 8) == word(bytes + count - 8); }
  for (size_t at = 8; at + 16 < count; at += 16) {
    if (memcmp(text + at, bytes + at, 16) != 0) { return 0; }
  }
  return memcmp(text + count - 16, bytes + count - 16, 16) == 0;
}

#endif

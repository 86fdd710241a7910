// SPDX-License-Identifier: Apache-2.0

#ifndef CSCAN_DICTIONARY_H
#define CSCAN_DICTIONARY_H

#include "cscan.h"
#include "words.h"

/// The most bytes of a spelling that stand in it; others stand elsewhere as well.
#define SHORT 32

/// A dictionary of so few spellings is close to the processor at all times.
#define FEW 64

/// A spelling met in a column.
typedef struct {
  /// Its first bytes, 0 behind its end.
  uint8_t text[SHORT];
  /// Where it begins among the bytes of all long spellings; of no meaning for a short one.
  uint64_t start;
  /// Which bits of its first word are those of its first eight bytes.
  uint64_t mask;
  uint32_t count;
  /// The same, or more than any text has where the spelling cannot stand in a table as it is, without quotes.
  uint32_t reach;
} spelling;

/// The first bytes of a text as words, 0 behind its end.
typedef struct {
  uint64_t words[4];
} text_head;

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
  /// How often of late a spelling came that was not expected.
  uint32_t surprises;
  /// Whether spellings come in no order that is worth a guess.
  int32_t is_unordered;
};

/// The code of a text behind whose start 32 bytes may be read, a new one where it was not met before.
uint32_t code_in(cscan_dictionary *known, const uint8_t *text, size_t count, uint8_t delimiter, uint8_t quote);

/// The same, of a text with this head and hash.
uint32_t code_hashed(
    cscan_dictionary *known, const uint8_t *text, size_t count, const text_head *head, uint64_t hash, uint8_t delimiter,
    uint8_t quote);

/// The bytes of a spelling.
static inline const uint8_t *spelling_bytes(const cscan_dictionary *known, const spelling *spelling) {
  return spelling->count <= SHORT ? spelling->text : known->bytes + spelling->start;
}

/// The first bytes of a text; 32 may be read. Nothing here hangs on how long it is: that changes from name to name.
static inline __attribute__((always_inline)) text_head head_of(const uint8_t *text, size_t count) {
  static const uint64_t masks[8] = {UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX, 0, 0, 0, 0};
  const uint8_t *mask = (const uint8_t *)masks + SHORT - (count < SHORT ? count : SHORT);
  return (text_head){{
      word(text) & word(mask), word(text + 8) & word(mask + 8), word(text + 16) & word(mask + 16),
      word(text + 24) & word(mask + 24)}};
}

/// Both halves of the product folded into one.
static inline uint64_t mix(uint64_t first, uint64_t second) {
  unsigned __int128 product = (unsigned __int128)first * second;
  return (uint64_t)(product >> 64) ^ (uint64_t)product;
}

/// The hash of a text with this head.
static inline __attribute__((always_inline)) uint64_t hash_of(
    const cscan_dictionary *known, const uint8_t *text, size_t count, const text_head *head) {
  uint64_t state = mix(head->words[0] ^ known->seed, head->words[1] ^ count ^ known->secret);
  state = mix(head->words[2] ^ known->secret, head->words[3] ^ state);
  if (count <= SHORT) { return state; }
  for (size_t at = SHORT; at + 16 < count; at += 16) {
    state = mix(word(text + at) ^ known->secret, word(text + at + 8) ^ state);
  }
  return mix(word(text + count - 16) ^ known->secret, word(text + count - 8) ^ state);
}

/// Whether a text with this head is a spelling.
static inline __attribute__((always_inline)) int is_spelling(
    const cscan_dictionary *known, const spelling *spelling, const uint8_t *text, size_t count, const text_head *head) {
  uint64_t others = (word(spelling->text) ^ head->words[0]) | (word(spelling->text + 8) ^ head->words[1])
      | (word(spelling->text + 16) ^ head->words[2]) | (word(spelling->text + 24) ^ head->words[3])
      | (spelling->count ^ count);
  return others == 0 && (count <= SHORT || memcmp(text + SHORT, known->bytes + spelling->start + SHORT, count - SHORT) == 0);
}

/// Whether a text begins with a spelling; eight bytes behind that may be read.
static inline __attribute__((always_inline)) int begins_with(
    const cscan_dictionary *known, const spelling *spelling, const uint8_t *text) {
  if (((word(text) ^ word(spelling->text)) & spelling->mask) != 0) { return 0; }
  size_t count = spelling->count;
  if (count <= 8) { return 1; }
  if (count > SHORT) { return memcmp(text + 8, known->bytes + spelling->start + 8, count - 8) == 0; }
  const uint8_t *bytes = spelling->text;
  if (count <= 16) { return word(text + count - 8) == word(bytes + count - 8); }
  uint64_t others = (word(text + 8) ^ word(bytes + 8)) | (word(text + count - 16) ^ word(bytes + count - 16))
      | (word(text + count - 8) ^ word(bytes + count - 8));
  return others == 0;
}

#endif

// SPDX-License-Identifier: Apache-2.0

#include "cscan.h"

#include <string.h>

// A word of up to eight characters is an integer whose highest byte is the last character; below the first one are zeros.
// On machines that put the highest byte first it is turned around.
static inline uint64_t word(const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, 8);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  word = __builtin_bswap64(word);
#endif
  return word;
}

// What a word of digits and at most one point says.
typedef struct {
  int64_t value;
  // The digits after the point; −1 where there is none.
  int places;
} part;

// The number that eight digits make, the first one in the lowest byte.
static inline int64_t value(uint64_t digits) {
  uint64_t pairs = (digits * 10 + (digits >> 8)) & UINT64_C(0x00FF00FF00FF00FF);
  uint64_t fours = (pairs * 100 + (pairs >> 16)) & UINT64_C(0x0000FFFF0000FFFF);
  return (int64_t)((fours * 10000 + (fours >> 32)) & UINT32_MAX);
}

// Reads the last `count` bytes, one to eight, of a word of characters; returns whether they are digits but for a point.
static inline __attribute__((always_inline)) int read_part(uint64_t characters, size_t count, part *part) {
  uint64_t digits = (characters ^ UINT64_C(0x3030303030303030)) >> (64 - 8 * count) << (64 - 8 * count);
  uint64_t others = ((digits + UINT64_C(0x7676767676767676)) | digits) & UINT64_C(0x8080808080808080);
  if (others == 0) {
    part->value = value(digits);
    part->places = -1;
    return 1;
  }
  int place = __builtin_ctzll(others) & ~7;
  if ((others & (others - 1)) != 0 || (digits >> place & 0xFF) != ('.' ^ '0')) { return 0; }
  uint64_t before = digits & ((UINT64_C(1) << place) - 1);
  uint64_t after = digits & ~((UINT64_C(1) << place) - 1) & ~(UINT64_C(0xFF) << place);
  part->value = value(before << 8 | after);
  part->places = (56 - place) >> 3;
  return 1;
}

// Reads a number of `count` characters that ends before a place with 16 bytes before it.
static inline __attribute__((always_inline)) int read_number(const uint8_t *end, size_t count, int64_t *significand, int8_t *places) {
  if (count == 0 || count > 16) { return 0; }
  part low;
  if (!read_part(word(end - 8), count < 8 ? count : 8, &low)) { return 0; }
  if (count <= 8) {
    // A point alone is no number.
    if (low.places >= 0 && count == 1) { return 0; }
    *significand = low.value;
    *places = (int8_t)(low.places < 0 ? 0 : low.places);
    return 1;
  }
  part high;
  if (!read_part(word(end - 16), count - 8, &high) || (high.places >= 0 && low.places >= 0)) { return 0; }
  *significand = high.value * (low.places < 0 ? 100000000 : 10000000) + low.value;
  *places = (int8_t)(high.places >= 0 ? high.places + 8 : low.places < 0 ? 0 : low.places);
  return 1;
}

// The same where the text has fewer bytes before the end of the cell.
__attribute__((noinline)) static int read_first(
    const uint8_t *text, cscan_cell cell, int64_t *significand, int8_t *places) {
  uint8_t copy[32] = {0};
  memcpy(copy + 16, text, cell.end);
  return read_number(copy + 16 + cell.end, cell.end - cell.start, significand, places);
}

size_t cscan_numbers(
    const uint8_t *text, const cscan_cell *cells, const cscan_column *column, int64_t *significands, int8_t *places) {
  const cscan_cell *cell = cells + column->first;
  for (size_t row = 0; row < column->count; row++, cell += column->width) {
    int64_t *significand = &significands[column->target + row];
    int8_t *place = &places[column->target + row];
    int is_number = cell->end < 16 ? read_first(text, *cell, significand, place)
                                   : read_number(text + cell->end, cell->end - cell->start, significand, place);
    if (!is_number) { return row; }
  }
  return column->count;
}

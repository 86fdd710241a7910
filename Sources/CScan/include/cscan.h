// SPDX-License-Identifier: Apache-2.0

#ifndef CSCAN_H
#define CSCAN_H

#include <stddef.h>
#include <stdint.h>

/// The bytes of a table that are not plain. Where there are fewer, one stands several times.
typedef struct {
  uint8_t values[5];
} cscan_set;

/// Writes the positions of all bytes of a set, in order, and returns how many there are.
///
/// `positions` has room for `count` of them. `base` is added to each.
size_t cscan_positions(const uint8_t *bytes, size_t count, const cscan_set *set, uint32_t base, uint32_t *positions);

/// What a stretch of well-formed UTF-8 holds.
typedef struct {
  /// Characters of three or four bytes.
  size_t long_characters;
  /// Characters of two bytes.
  size_t short_characters;
  /// Those among them that begin with C6 to CB or with D2 to DF.
  size_t rare_characters;
  /// Whether any byte is above the blank, 0 or 1.
  uint32_t has_ink;
} cscan_utf8_counts;

/// Returns how many bytes at the start are whole characters of well-formed UTF-8 without a NUL, and adds what they hold
/// to `counts`.
size_t cscan_utf8(const uint8_t *bytes, size_t count, cscan_utf8_counts *counts);

#endif

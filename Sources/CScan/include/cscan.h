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

/// A cell of a table: where it begins and ends in a text.
typedef struct {
  uint32_t start, end;
} cscan_cell;

/// What rows are cut into.
typedef struct {
  /// How many cells a row has, one at least.
  size_t width;
  /// The most rows.
  size_t rows;
  uint8_t delimiter;
} cscan_form;

/// How far a text was cut.
typedef struct {
  /// Where the next record begins.
  uint32_t start;
  /// How many special bytes belong to the records that were cut.
  size_t passed;
} cscan_cut;

/// Cuts the records that begin at `cut->start` into cells, up to the first that is quoted or not of the width.
///
/// `positions` are those of the special bytes from there on. Returns how many records were cut, and says in `cut` where
/// the next one begins. `cells` has room for `form->rows` rows.
size_t cscan_rows(
    const uint8_t *text, const uint32_t *positions, size_t count, const cscan_form *form, cscan_cut *cut,
    cscan_cell *cells);

/// The cells of one column of some rows, and where what they come to belongs.
typedef struct {
  /// The first cell; the next row's is `width` cells further.
  size_t first, width;
  /// How many cells.
  size_t count;
  /// Where what the first cell comes to stands in an array.
  size_t target;
} cscan_column;

/// A spelling met in a column.
typedef struct {
  /// The first eight bytes, or all of fewer in an order that tells spellings of one length apart.
  uint64_t head;
  /// Where it begins among the bytes of all spellings.
  uint64_t start;
  /// How many bytes it has.
  uint64_t count;
} cscan_spelling;

/// How spellings are hashed.
typedef struct {
  /// How many slots there are, a power of two, less 1; at least one of them is 0.
  uint64_t mask;
  /// Both differ from run to run, so that nobody can prepare a file whose spellings all collide.
  uint64_t seed, secret;
} cscan_keys;

/// What is kept of a spelling whose bytes are put at `start` among those of all spellings.
cscan_spelling cscan_spelling_of(const uint8_t *bytes, size_t count, size_t start);

/// The hash of a spelling.
uint64_t cscan_hash(const cscan_keys *keys, const uint8_t *bytes, size_t count);

/// The code of a spelling among those known, whose bytes follow each other; −1 where it is new.
///
/// `slots` has by the lower bits of the hash its upper half, and below that the code + 1; 0 where there is none.
int64_t cscan_find(
    const cscan_keys *keys, const uint8_t *bytes, const cscan_spelling *spellings, const uint64_t *slots,
    const uint8_t *sought, size_t count);

/// Writes the codes of the cells of a column, up to the first spelling that is new; returns how many cells that is.
///
/// There is at least one known spelling. `last` is the code of the cell before, `successors` has by code the one that
/// followed it last, which is tried first: months follow each other in turn.
size_t cscan_codes(
    const cscan_keys *keys, const uint8_t *bytes, const cscan_spelling *spellings, const uint64_t *slots,
    int32_t *successors, const uint8_t *text, const cscan_cell *cells, const cscan_column *column, int32_t last,
    int32_t *codes);

/// Puts what stands in a table in place of each code, up to the first for which that is negative; returns how many codes
/// that is.
size_t cscan_translate(const int32_t *table, int32_t *codes, size_t count);

/// Reads the plain numbers of a column, digits with at most one point, up to the first cell that is anything else or has
/// more than 16 characters; returns how many cells that is.
size_t cscan_numbers(
    const uint8_t *text, const cscan_cell *cells, const cscan_column *column, int64_t *significands, int8_t *places);

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

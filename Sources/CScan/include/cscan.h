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

/// The distinct spellings of a column, numbered from 0 in the order in which they first appear.
typedef struct cscan_dictionary cscan_dictionary;

/// An empty dictionary; two numbers that differ from run to run keep anybody from preparing a file whose spellings all
/// collide. Memory that there is not ends the program, as it does everywhere else.
cscan_dictionary *cscan_dictionary_make(uint64_t seed, uint64_t secret);

/// Frees a dictionary.
void cscan_dictionary_free(cscan_dictionary *known);

/// How many spellings there are.
size_t cscan_dictionary_count(const cscan_dictionary *known);

/// The bytes of a spelling, which stay where they are until the next is added.
const uint8_t *cscan_dictionary_spelling(const cscan_dictionary *known, size_t code, size_t *count);

/// The code of a spelling, a new one where it was not met before.
int32_t cscan_dictionary_code(
    cscan_dictionary *known, const uint8_t *text, size_t count, uint8_t delimiter, uint8_t quote);

/// What becomes of a column: codes, numbers, or neither.
typedef struct {
  /// Of a column of codes, its spellings.
  cscan_dictionary *dictionary;
  /// Takes the codes, row by row.
  int32_t *codes;
  /// Of a column of numbers, takes each without its point.
  int64_t *significands;
  /// Takes the digits behind the point; −1 where the cell is put aside.
  int8_t *places;
  /// Where the column after it begins in the row before.
  size_t end;
} cscan_lane;

/// A cell of a column of numbers that is put aside for a closer look.
typedef struct {
  uint32_t row, column;
  cscan_cell cell;
} cscan_other;

/// How rows are written, and what there is room for.
typedef struct {
  /// How many cells a row has, one at least.
  size_t width;
  /// The most rows.
  size_t rows;
  /// Takes the cells that are put aside, and how many.
  cscan_other *aside;
  size_t others;
  uint8_t delimiter, quote;
  /// Whether a cell may stand in quotes.
  uint8_t is_quoting;
} cscan_form;

/// How far a text was read.
typedef struct {
  /// Where the next row begins, and where the text ends.
  uint32_t start, limit;
  /// How many cells were put aside.
  size_t others;
  /// The first byte of what ends a row, and how many bytes it has: a guess, which is mended.
  uint8_t line_end, line_length;
} cscan_progress;

/// Reads rows of the width from `progress->start` on, up to the first that needs a closer look; returns how many, and
/// says in `progress` where the next one begins.
///
/// Cells may stand in quotes that hold neither quotes nor line ends. The bytes up to 48 behind the limit must be readable.
size_t cscan_rows(const uint8_t *text, const cscan_form *form, cscan_lane *lanes, cscan_progress *progress);

/// Puts what stands in a table in place of each code, up to the first for which that is negative; returns how many codes
/// that is.
size_t cscan_translate(const int32_t *table, int32_t *codes, size_t count);

/// Where the run of equal codes ends that begins at `start`; `end` where none differs before.
size_t cscan_run_end(const int32_t *codes, size_t start, size_t end);

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

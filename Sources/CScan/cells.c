// SPDX-License-Identifier: Apache-2.0

#include "cscan.h"

size_t cscan_rows(
    const uint8_t *text, const uint32_t *positions, size_t count, const cscan_form *form, cscan_cut *cut,
    cscan_cell *cells) {
  size_t last = form->width - 1;
  size_t rows = 0, entry = 0;
  uint32_t start = cut->start;
  for (; rows < form->rows && count - entry > last; rows++) {
    const uint32_t *ends = positions + entry;
    cscan_cell *row = cells + rows * form->width;
    uint32_t from = start;
    size_t column = 0;
    for (; column < last && text[ends[column]] == form->delimiter; column++) {
      row[column] = (cscan_cell){from, ends[column]};
      from = ends[column] + 1;
    }
    uint32_t end = ends[last];
    // Quotes and rows of another width are for others to look at, and so are blank lines.
    if (column < last || (last == 0 && from == end)) { break; }
    int is_pair = text[end] == '\r' && count - entry > last + 1 && ends[last + 1] == end + 1 && text[end + 1] == '\n';
    if (text[end] != '\n' && !is_pair) { break; }
    row[last] = (cscan_cell){from, end};
    start = end + 1 + (uint32_t)is_pair;
    entry += form->width + (size_t)is_pair;
  }
  cut->start = start;
  cut->passed = entry;
  return rows;
}

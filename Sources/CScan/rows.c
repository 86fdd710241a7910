// SPDX-License-Identifier: Apache-2.0

// Rows go straight from bytes to codes and numbers: what stood in the row before, or followed it the last time, is
// compared with the bytes at hand, so that most cells are known without looking for their ends.

#include "dictionary.h"

typedef uint8_t bytes16 __attribute__((ext_vector_type(16)));
typedef _Bool bits16 __attribute__((ext_vector_type(16)));

// The text that is being read.
typedef struct {
  const uint8_t *limit;
  uint8_t delimiter, quote;
  // The first byte of what ended the row before, and of how many bytes that was.
  uint8_t line_end, line_length;
  int is_quoting;
} source;

#define ALWAYS static inline __attribute__((always_inline))

// Cells of any look

// Whether a byte of a block ends a plain field, one bit a byte.
ALWAYS uint32_t ends(const uint8_t *bytes, uint8_t delimiter) {
  bytes16 block;
  memcpy(&block, bytes, 16);
  bits16 found = __builtin_convertvector(
      block == (bytes16)delimiter | block == (bytes16)(uint8_t)'\n' | block == (bytes16)(uint8_t)'\r', bits16);
  return __builtin_bit_cast(uint16_t, found);
}

// Where a field without quotes ends; the limit where nothing ends it before.
ALWAYS const uint8_t *plain_end(const source *source, const uint8_t *at) {
  // Two blocks at once: whether one is enough changes from name to name.
  for (; at < source->limit; at += 32) {
    uint32_t found = ends(at, source->delimiter) | ends(at + 16, source->delimiter) << 16;
    if (found != 0) { return at + __builtin_ctz(found); }
  }
  return source->limit;
}

// Where a field in quotes ends; the limit where it holds the end of a line.
ALWAYS const uint8_t *quoted_end(const source *source, const uint8_t *at) {
  while (at < source->limit && *at != source->quote && *at != '\n' && *at != '\r') { at += 1; }
  return at < source->limit && *at == source->quote ? at : source->limit;
}

// Finds the cell that begins at a place, without its quotes; returns what stands behind it, or NULL where that is neither
// a delimiter nor, behind the last cell, the end of a row.
ALWAYS const uint8_t *find_cell(
    source *source, const uint8_t *at, int is_last, const uint8_t **start, size_t *count) {
  int is_quoted = *at == source->quote;
  if (is_quoted && !source->is_quoting) { return NULL; }
  *start = at + is_quoted;
  const uint8_t *end = is_quoted ? quoted_end(source, *start) : plain_end(source, *start);
  *count = (size_t)(end - *start);
  end += is_quoted;
  // The byte after next tells whether a carriage return is alone.
  if (source->limit - end < 2) { return NULL; }
  if (!is_last) { return *end == source->delimiter ? end + 1 : NULL; }
  if (*end != '\n' && *end != '\r') { return NULL; }
  source->line_end = *end;
  source->line_length = *end == '\r' && end[1] == '\n' ? 2 : 1;
  return end + source->line_length;
}

// What stands behind a cell that is not quoted and ends here; NULL where it does not, or the text ends soon.
ALWAYS const uint8_t *behind(const source *source, const uint8_t *end, int is_last) {
  if (!is_last) { return *end == source->delimiter ? end + 1 : NULL; }
  if (*end != source->line_end || source->limit - end < 2) { return NULL; }
  if (source->line_end == '\n') { return end + 1; }
  return (end[1] == '\n') == (source->line_length == 2) ? end + source->line_length : NULL;
}

// Codes

// What stands behind a cell that has a known spelling; NULL where it has another.
ALWAYS const uint8_t *behind_known(
    const source *source, const uint8_t *at, int is_last, const cscan_dictionary *known, uint32_t code) {
  const spelling *spelling = &known->spellings[code];
  if (source->limit - at <= (ptrdiff_t)spelling->reach || !begins_with(known, spelling, at)) { return NULL; }
  return behind(source, at + spelling->reach, is_last);
}

// Takes note of how a code follows the one before.
ALWAYS void follow(cscan_dictionary *known, uint32_t last, uint32_t found) {
  if (found == last || found == known->successors[last]) { return; }
  known->surprises += 1;
  known->successors[last] = found;
}

// The same without a branch, which could not be foreseen.
ALWAYS void follow_unordered(cscan_dictionary *known, uint32_t last, uint32_t found) {
  uint32_t expected = known->successors[last];
  int is_same = found == last;
  known->surprises += !is_same & (found != expected);
  known->successors[last] = is_same ? expected : found;
}

__attribute__((noinline)) static const uint8_t *read_new_code(
    source *source, const uint8_t *at, int is_last, cscan_dictionary *known, int32_t *code) {
  const uint8_t *start;
  size_t count;
  const uint8_t *next = find_cell(source, at, is_last, &start, &count);
  if (next == NULL) { return NULL; }
  uint32_t last = known->last;
  uint32_t found = code_in(known, start, count, source->delimiter, source->quote);
  *code = (int32_t)found;
  follow(known, last, found);
  return next;
}

ALWAYS const uint8_t *read_code(
    source *source, const uint8_t *at, int is_last, int is_other, cscan_dictionary *known, int32_t *code) {
  if (known->count == 0) { return read_new_code(source, at, is_last, known, code); }
  uint32_t last = known->last;
  const uint8_t *next = is_other ? NULL : behind_known(source, at, is_last, known, last);
  if (next == NULL) {
    last = known->successors[last];
    next = behind_known(source, at, is_last, known, last);
    if (next == NULL) { return read_new_code(source, at, is_last, known, code); }
    known->last = last;
  }
  *code = (int32_t)last;
  return next;
}

// Cells of columns in no order: they are looked up many at a time, so that the processor waits for memory for all at once.

typedef struct {
  const uint8_t *start;
  size_t count;
  text_head head;
  uint64_t hash;
  cscan_dictionary *known;
  int32_t *code;
  // A spelling with the same hash, as far as the dictionary tells it; NO_CODE for none.
  uint32_t guess;
} sought;

#define MOST_SOUGHT 128
#define NO_CODE UINT32_MAX

typedef struct {
  sought cells[MOST_SOUGHT];
  size_t count;
} search;

__attribute__((noinline)) static void find_sought(search *search, const source *source) {
  sought *end = search->cells + search->count;
  for (sought *cell = search->cells; cell < end; cell++) {
    const cscan_dictionary *known = cell->known;
    uint64_t found = known->slots[cell->hash & known->mask];
    cell->guess = found != 0 && (found ^ cell->hash) >> 32 == 0 ? (uint32_t)found - 1 : NO_CODE;
    if (cell->guess != NO_CODE) { __builtin_prefetch(&known->spellings[cell->guess]); }
  }
  for (sought *cell = search->cells; cell < end; cell++) {
    cscan_dictionary *known = cell->known;
    uint32_t last = known->last, found = cell->guess;
    if (found != NO_CODE && is_spelling(known, &known->spellings[found], cell->start, cell->count, &cell->head)) {
      known->last = found;
    } else {
      found = code_hashed(
          known, cell->start, cell->count, &cell->head, cell->hash, source->delimiter, source->quote);
    }
    *cell->code = (int32_t)found;
    follow_unordered(known, last, found);
  }
  search->count = 0;
}

// The code of a cell in a small dictionary: mostly that of the spelling with the same hash.
ALWAYS uint32_t find_few(cscan_dictionary *known, const uint8_t *start, size_t count, const source *source) {
  text_head head = head_of(start, count);
  uint64_t hash = hash_of(known, start, count, &head), found = known->slots[hash & known->mask];
  if (found != 0 && (found ^ hash) >> 32 == 0) {
    uint32_t code = (uint32_t)found - 1;
    if (is_spelling(known, &known->spellings[code], start, count, &head)) { return known->last = code; }
  }
  return code_hashed(known, start, count, &head, hash, source->delimiter, source->quote);
}

__attribute__((noinline)) static const uint8_t *seek_code(
    source *source, const uint8_t *at, int is_last, cscan_dictionary *known, int32_t *code, search *search) {
  const uint8_t *start;
  size_t count;
  const uint8_t *next = find_cell(source, at, is_last, &start, &count);
  if (next == NULL) { return NULL; }
  if (known->count > 0 && known->count <= FEW) {
    uint32_t last = known->last, found = find_few(known, start, count, source);
    *code = (int32_t)found;
    follow_unordered(known, last, found);
    return next;
  }
  if (search->count == MOST_SOUGHT) { find_sought(search, source); }
  sought *cell = &search->cells[search->count++];
  cell->start = start;
  cell->count = count;
  cell->head = head_of(start, count);
  cell->hash = hash_of(known, start, count, &cell->head);
  cell->known = known;
  cell->code = code;
  __builtin_prefetch(&known->slots[cell->hash & known->mask]);
  return next;
}

// Numbers

// The number that up to eight digits make, the last one in the highest byte and nothing below the first.
ALWAYS int64_t value(uint64_t digits) {
  uint64_t pairs = (digits * 10 + (digits >> 8)) & UINT64_C(0x00FF00FF00FF00FF);
  uint64_t fours = (pairs * 100 + (pairs >> 16)) & UINT64_C(0x0000FFFF0000FFFF);
  return (int64_t)((fours * 10000 + (fours >> 32)) & UINT32_MAX);
}

// How many of eight characters are digits up to the first that is none, and the number that they make.
ALWAYS size_t read_digits(const uint8_t *text, int64_t *number) {
  uint64_t digits = word(text) ^ UINT64_C(0x3030303030303030);
  uint64_t others = ((digits + UINT64_C(0x7676767676767676)) | digits) & UINT64_C(0x8080808080808080);
  size_t count = others == 0 ? 8 : (size_t)__builtin_ctzll(others) >> 3;
  *number = count == 0 ? 0 : value(digits << (64 - 8 * count));
  return count;
}

static const int64_t powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000};

// What stands behind a plain number of up to eight digits on either side of a point; NULL where there is none.
ALWAYS const uint8_t *read_number(
    const source *source, const uint8_t *at, int is_last, int64_t *significand, int8_t *places) {
  int64_t whole, part;
  size_t count = read_digits(at, &whole);
  const uint8_t *end = at + count;
  if (end >= source->limit || count == 0) { return NULL; }
  *significand = whole;
  *places = 0;
  if (*end == '.') {
    size_t behind_point = read_digits(end + 1, &part);
    *significand = whole * powers[behind_point] + part;
    *places = (int8_t)behind_point;
    end += 1 + behind_point;
  }
  return behind(source, end, is_last);
}

// Rows

// How many bytes a row has in common with the one before, as far as that matters.
ALWAYS size_t common(const uint8_t *row, const uint8_t *before, size_t count) {
  for (size_t at = 0; at < count; at += 16) {
    bytes16 first, second;
    memcpy(&first, row + at, 16);
    memcpy(&second, before + at, 16);
    bits16 is_other = __builtin_convertvector(first != second, bits16);
    uint16_t others = __builtin_bit_cast(uint16_t, is_other);
    if (others != 0) { return at + (size_t)__builtin_ctz(others); }
  }
  return count;
}

// What is being written.
typedef struct {
  cscan_other *aside;
  size_t others, room;
  const uint8_t *text;
} sink;

__attribute__((noinline)) static const uint8_t *put_aside(
    source *source, const uint8_t *at, int is_last, const cscan_lane *lane, size_t column, size_t row, sink *sink) {
  const uint8_t *start;
  size_t count;
  const uint8_t *next = sink->others == sink->room ? NULL : find_cell(source, at, is_last, &start, &count);
  if (next == NULL) { return NULL; }
  lane->significands[row] = 0;
  lane->places[row] = -1;
  uint32_t offset = (uint32_t)(start - sink->text);
  sink->aside[sink->others++] = (cscan_other){
      .row = (uint32_t)row, .column = (uint32_t)column, .cell = {offset, offset + (uint32_t)count}};
  return next;
}

__attribute__((noinline)) static const uint8_t *pass_cell(source *source, const uint8_t *at, int is_last) {
  const uint8_t *start;
  size_t count;
  return find_cell(source, at, is_last, &start, &count);
}

// Reads a cell behind those that rows begin with.
ALWAYS const uint8_t *read_cell(
    source *source, const uint8_t *at, int is_last, const cscan_lane *lane, size_t column, size_t row, sink *sink,
    search *search) {
  if (lane->dictionary != NULL) {
    int32_t *code = &lane->codes[row];
    if (lane->dictionary->is_unordered) { return seek_code(source, at, is_last, lane->dictionary, code, search); }
    return read_code(source, at, is_last, 0, lane->dictionary, code);
  }
  if (lane->places == NULL) { return pass_cell(source, at, is_last); }
  const uint8_t *next = read_number(source, at, is_last, &lane->significands[row], &lane->places[row]);
  return next != NULL ? next : put_aside(source, at, is_last, lane, column, row, sink);
}

// The columns of codes in order that rows begin and end with: they are those of the row before for the most part.
typedef struct {
  // How many columns rows begin with, the last one not counted, and the first of those that they end with.
  size_t head, tail;
  // The column of the head in which rows differ.
  size_t turning;
  // Whether all columns between head and tail are numbers.
  int is_plain;
  // What the row before ends with, line end included; its length is 0 where no other row need end like it.
  const uint8_t *ending;
  size_t ending_length;
} frame;

static int is_ordered(const cscan_lane *lane) { return lane->dictionary != NULL && !lane->dictionary->is_unordered; }

static frame frame_of(const cscan_lane *lanes, size_t last) {
  frame frame = {.head = 0, .tail = last + 1, .is_plain = 1};
  while (frame.head < last && is_ordered(&lanes[frame.head])) { frame.head += 1; }
  while (frame.tail > frame.head && is_ordered(&lanes[frame.tail - 1])) { frame.tail -= 1; }
  for (size_t column = frame.head; column < frame.tail; column++) { frame.is_plain &= lanes[column].places != NULL; }
  frame.turning = frame.head == 0 ? 0 : frame.head - 1;
  return frame;
}

// Reads the cells between head and tail, those too that are no plain numbers but in the last column, which would tell the
// end of the row; returns what stands behind them.
__attribute__((noinline)) static const uint8_t *read_figures(
    source *source, const frame *frame, const cscan_lane *lanes, size_t last, size_t row, const uint8_t *at, sink *sink) {
  for (size_t column = frame->head; column < frame->tail && at != NULL; column++) {
    const uint8_t *start = at;
    at = read_number(source, at, column == last, &lanes[column].significands[row], &lanes[column].places[row]);
    if (at == NULL && column < last) { at = put_aside(source, start, 0, &lanes[column], column, row, sink); }
  }
  return at;
}

// Repeats the code of the row before the first one.
ALWAYS void fill(int32_t *codes, size_t first, size_t end) {
  int32_t code = codes[first - 1];
  for (size_t row = first; row < end; row++) { codes[row] = code; }
}

// Reads rows that differ from the one before in their numbers and in one column of codes, which takes its usual turn, up to
// the first that is any different; returns the row of that one, and moves `next` to it and `before` to the one before.
__attribute__((noinline)) static size_t read_alike(
    source *source, const frame *frame, const cscan_lane *lanes, size_t last, size_t row, size_t rows, sink *sink,
    const uint8_t **before, const uint8_t **next) {
  const cscan_lane *turning = &lanes[frame->turning];
  cscan_dictionary *known = turning->dictionary;
  // Where the turning cell begins, where the one after it does, and where the head ends.
  size_t from = frame->turning == 0 ? 0 : turning[-1].end, to = turning->end, head = lanes[frame->head - 1].end;
  size_t first = row;
  const uint8_t *at = *next, *last_start = *before;
  uint32_t code = known->last;
  for (; row < rows && source->limit - at > (ptrdiff_t)head && common(at, last_start, from) >= from; row++) {
    uint32_t follower = known->successors[code];
    const spelling *spelling = &known->spellings[follower];
    if (spelling->reach != to - from - 1 || !begins_with(known, spelling, at + from)) { break; }
    if (at[to - 1] != source->delimiter || common(at + to, last_start + to, head - to) < head - to) { break; }
    const uint8_t *end = at + head;
    for (size_t column = frame->head; column < frame->tail && end != NULL; column++) {
      end = read_number(source, end, column == last, &lanes[column].significands[row], &lanes[column].places[row]);
    }
    size_t ending = frame->ending_length, others = sink->others;
    if (end == NULL) { end = read_figures(source, frame, lanes, last, row, at + head, sink); }
    if (end == NULL || source->limit - end < (ptrdiff_t)ending || common(end, frame->ending, ending) < ending) {
      sink->others = others;
      break;
    }
    turning->codes[row] = (int32_t)follower;
    code = follower;
    last_start = at;
    at = end + ending;
  }
  known->last = code;
  for (size_t column = 0; column <= last; column++) {
    int is_same = (column < frame->head && column != frame->turning) || column >= frame->tail;
    if (is_same) { fill(lanes[column].codes, first, row); }
  }
  *before = last_start;
  *next = at;
  return row;
}

// Reads the cells that a row begins with, given the row before; returns what stands behind them.
ALWAYS const uint8_t *read_head(
    source *source, const uint8_t *start, const uint8_t *before, frame *frame, cscan_lane *lanes, size_t row) {
  const uint8_t *at = start;
  size_t length = row == 0 ? 0 : lanes[frame->head - 1].end, column = 0, other = SIZE_MAX;
  if (length > 0 && source->limit - start > (ptrdiff_t)length) {
    size_t equal = common(start, before, length);
    for (; column < frame->head && lanes[column].end <= equal; column++) {
      lanes[column].codes[row] = lanes[column].codes[row - 1];
      at = start + lanes[column].end;
    }
    other = column;
    if (column < frame->head) { frame->turning = column; }
  }
  for (; column < frame->head; column++) {
    at = read_code(source, at, 0, column == other, lanes[column].dictionary, &lanes[column].codes[row]);
    if (at == NULL) { return NULL; }
    lanes[column].end = (size_t)(at - start);
  }
  return at;
}

// Judges by some rows whether the codes of a column come in an order that is worth a guess.
static void judge(cscan_lane *lanes, size_t width, size_t rows) {
  if (rows < 64) { return; }
  for (size_t column = 0; column < width; column++) {
    cscan_dictionary *known = lanes[column].dictionary;
    if (known == NULL) { continue; }
    known->is_unordered = known->surprises > rows / 4;
    known->surprises = 0;
  }
}

size_t cscan_rows(const uint8_t *text, const cscan_form *form, cscan_lane *lanes, cscan_progress *progress) {
  source source = {
      text + progress->limit, form->delimiter, form->quote, progress->line_end, progress->line_length, form->is_quoting};
  sink sink = {form->aside, 0, form->others, text};
  search search;
  search.count = 0;
  const uint8_t *start = text + progress->start, *before = start;
  size_t last = form->width - 1, rows = form->rows, row = 0;
  frame frame = frame_of(lanes, last);
  while (row < rows && start < source.limit) {
    size_t others = sink.others;
    const uint8_t *at = frame.head == 0 ? start : read_head(&source, start, before, &frame, lanes, row);
    for (size_t column = frame.head; column < last && at != NULL; column++) {
      if (column == frame.tail) { frame.ending = at; }
      at = read_cell(&source, at, 0, &lanes[column], column, row, &sink, &search);
    }
    if (frame.tail == last) { frame.ending = at; }
    if (at != NULL) { at = read_cell(&source, at, 1, &lanes[last], last, row, &sink, &search); }
    // A row of another width, or one with quotes that need a closer look; and a blank line.
    if (at == NULL || (last == 0 && (*start == '\n' || *start == '\r'))) {
      sink.others = others;
      while (search.count > 0 && search.cells[search.count - 1].start >= start) { search.count -= 1; }
      break;
    }
    before = start;
    start = at;
    row += 1;
    if (frame.tail <= last) { frame.ending_length = (size_t)(at - frame.ending); }
    // A carriage return may be half of a line end.
    if (frame.head > 0 && frame.is_plain && at[-1] == '\n') {
      row = read_alike(&source, &frame, lanes, last, row, rows, &sink, &before, &start);
    }
  }
  find_sought(&search, &source);
  judge(lanes, form->width, row);
  progress->start = (uint32_t)(start - text);
  progress->others = sink.others;
  progress->line_end = source.line_end;
  progress->line_length = source.line_length;
  return row;
}

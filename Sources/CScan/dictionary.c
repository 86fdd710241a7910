// SPDX-License-Identifier: Apache-2.0

#include "dictionary.h"

#include <stdlib.h>

// Memory that has room for twice as many; there is no way on without it.
static void *grown(void *memory, size_t *room, size_t least, size_t size) {
  size_t wanted = *room * 2 > least ? *room * 2 : least;
  void *larger = realloc(memory, wanted * size);
  if (larger == NULL) { abort(); }
  *room = wanted;
  return larger;
}

// Few spellings get so many slots that hardly two share one.
static int is_crowded(const cscan_dictionary *known) {
  return known->count * (known->count <= FEW ? 8 : 2) > known->mask;
}

static void put(cscan_dictionary *known, uint64_t hash, uint64_t code) {
  size_t slot = hash & known->mask;
  while (known->slots[slot] != 0) { slot = (slot + 1) & known->mask; }
  known->slots[slot] = (hash & ~(uint64_t)UINT32_MAX) | (code + 1);
}

static void grow_slots(cscan_dictionary *known) {
  size_t count = known->slots == NULL ? 64 : (known->mask + 1) * 4;
  free(known->slots);
  known->slots = calloc(count, sizeof(uint64_t));
  if (known->slots == NULL) { abort(); }
  known->mask = count - 1;
  for (size_t code = 0; code < known->count; code++) {
    const spelling *spelling = &known->spellings[code];
    text_head head = head_of(spelling->text, spelling->count);
    put(known, hash_of(known, spelling_bytes(known, spelling), spelling->count, &head), code);
  }
}

static int needs_quotes(const uint8_t *text, size_t count, uint8_t delimiter, uint8_t quote) {
  for (size_t at = 0; at < count; at++) {
    if (text[at] == delimiter || text[at] == '\n' || text[at] == '\r') { return 1; }
  }
  return count > 0 && text[0] == quote;
}

__attribute__((noinline)) static uint32_t add(
    cscan_dictionary *known, const uint8_t *text, size_t count, const text_head *head, uint64_t hash, int is_plain) {
  size_t code = known->count;
  if (code == known->room) {
    size_t room = known->room;
    known->successors = grown(known->successors, &room, 16, sizeof(uint32_t));
    known->spellings = grown(known->spellings, &known->room, 16, sizeof(spelling));
  }
  spelling *new = &known->spellings[code];
  *new = (spelling){
      .start = known->bytes_used, .mask = first_bytes(count), .count = (uint32_t)count,
      .reach = is_plain ? (uint32_t)count : UINT32_MAX};
  memcpy(new->text, text, count < SHORT ? count : SHORT);
  if (count > SHORT) {
    if (known->bytes_room - known->bytes_used < count) {
      known->bytes = grown(known->bytes, &known->bytes_room, known->bytes_used + count + 64, 1);
    }
    memcpy(known->bytes + known->bytes_used, text, count);
    known->bytes_used += count;
  }
  known->successors[code] = 0;
  known->count = code + 1;
  if (is_crowded(known)) {
    grow_slots(known);
  } else {
    put(known, hash, code);
  }
  return (uint32_t)code;
}

cscan_dictionary *cscan_dictionary_make(uint64_t seed, uint64_t secret) {
  cscan_dictionary *made = calloc(1, sizeof(cscan_dictionary));
  if (made == NULL) { abort(); }
  made->seed = seed;
  made->secret = secret;
  return made;
}

void cscan_dictionary_free(cscan_dictionary *known) {
  free(known->slots);
  free(known->spellings);
  free(known->successors);
  free(known->bytes);
  free(known);
}

size_t cscan_dictionary_count(const cscan_dictionary *known) { return known->count; }

const uint8_t *cscan_dictionary_spelling(const cscan_dictionary *known, size_t code, size_t *count) {
  *count = known->spellings[code].count;
  return spelling_bytes(known, &known->spellings[code]);
}

uint32_t code_hashed(
    cscan_dictionary *known, const uint8_t *text, size_t count, const text_head *head, uint64_t hash, uint8_t delimiter,
    uint8_t quote) {
  if (known->count > 0) {
    for (size_t slot = hash & known->mask; known->slots[slot] != 0; slot = (slot + 1) & known->mask) {
      uint64_t found = known->slots[slot];
      if ((found ^ hash) >> 32 != 0) { continue; }
      uint32_t code = (uint32_t)found - 1;
      if (is_spelling(known, &known->spellings[code], text, count, head)) {
        known->last = code;
        return code;
      }
    }
  }
  known->last = add(known, text, count, head, hash, !needs_quotes(text, count, delimiter, quote));
  return known->last;
}

uint32_t code_in(cscan_dictionary *known, const uint8_t *text, size_t count, uint8_t delimiter, uint8_t quote) {
  text_head head = head_of(text, count);
  return code_hashed(known, text, count, &head, hash_of(known, text, count, &head), delimiter, quote);
}

int32_t cscan_dictionary_code(
    cscan_dictionary *known, const uint8_t *text, size_t count, uint8_t delimiter, uint8_t quote) {
  if (count >= SHORT) { return (int32_t)code_in(known, text, count, delimiter, quote); }
  uint8_t copy[SHORT] = {0};
  if (count > 0) { memcpy(copy, text, count); }
  return (int32_t)code_in(known, copy, count, delimiter, quote);
}

size_t cscan_run_end(const int32_t *codes, size_t start, size_t end) {
  int32_t code = codes[start];
  size_t at = start + 1;
  // Eight at a time: most runs are long or end at once.
  while (at + 8 <= end) {
    int32_t others = 0;
    for (size_t place = 0; place < 8; place++) { others |= codes[at + place] ^ code; }
    if (others != 0) { break; }
    at += 8;
  }
  while (at < end && codes[at] == code) { at += 1; }
  return at;
}

size_t cscan_translate(const int32_t *table, int32_t *codes, size_t count) {
  size_t at = 0;
  // Eight at a time: in most columns they are all the same, or stand in no run.
  for (; at + 8 <= count; at += 8) {
    int32_t code = codes[at], others = 0, unknown = 0, meanings[8];
    for (size_t place = 0; place < 8; place++) { others |= codes[at + place] ^ code; }
    if (others == 0) {
      unknown = table[code];
      for (size_t place = 0; place < 8; place++) { meanings[place] = unknown; }
    } else {
      for (size_t place = 0; place < 8; place++) { unknown |= meanings[place] = table[codes[at + place]]; }
    }
    if (unknown < 0) { break; }
    memcpy(codes + at, meanings, sizeof(meanings));
  }
  for (; at < count; at++) {
    int32_t meaning = table[codes[at]];
    if (meaning < 0) { return at; }
    codes[at] = meaning;
  }
  return count;
}

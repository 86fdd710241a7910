// SPDX-License-Identifier: Apache-2.0

import CScan

/// The distinct spellings of a column, numbered in the order in which they first appear.
///
/// A spelling that is known already costs a comparison with the last one or with the one that followed that, else a hash,
/// and no `String`. A class because C keeps its memory; one thread at a time uses it.
final class CodeDictionary: @unchecked Sendable {
  /// What ``PlainRows`` reads by; it lives as long as this object.
  let memory: OpaquePointer
  private let dialect: Dialect
  private var known: [String] = []
  /// Whether any spelling that was made text is not UTF-8.
  private(set) var isDamaged = false

  /// An empty dictionary.
  ///
  /// - Parameter dialect: That of the cells, which tells the spellings that quotes must be around.
  init(dialect: Dialect = .comma) {
    memory = unsafe cscan_dictionary_make(.random(in: .min ... .max), .random(in: .min ... .max))
    self.dialect = dialect
  }

  deinit { unsafe cscan_dictionary_free(memory) }

  /// The spellings as text, by code.
  var spellings: [String] {
    if known.count < count { known += spellings(from: known.count) }
    return known
  }

  /// How many spellings there are.
  var count: Int { unsafe cscan_dictionary_count(memory) }

  /// The spellings from a code on as text, which is not kept.
  func spellings(from first: Int) -> [String] {
    (first..<count).map { code in
      var length = 0
      let bytes = unsafe cscan_dictionary_spelling(memory, code, &length)
      let spelling = unsafe UnsafeBufferPointer(start: bytes, count: length).span
      if !spelling.isWellFormed { isDamaged = true }
      return spelling.text
    }
  }

  /// The code of a spelling, a new one where it was not seen before.
  func code(for spelling: Span<UInt8>) -> Int32 {
    unsafe spelling.withUnsafeBufferPointer { buffer in
      unsafe cscan_dictionary_code(memory, buffer.baseAddress, buffer.count, dialect.delimiter.first, dialect.quote)
    }
  }
}

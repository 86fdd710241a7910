// SPDX-License-Identifier: Apache-2.0

extension RecordScanner {
  /// Where the quotes that open a field end.
  private enum Closing {
    /// At this quote.
    case at(Int)
    /// Nowhere.
    case never
    /// Beyond the bytes.
    case unknown
  }

  /// Finds the end of a field that begins with a quote, and what it holds.
  ///
  /// - Parameters:
  ///   - open: The position of the quote.
  ///   - field: Takes the range and the form.
  /// - Returns: The delimiter or line end behind the field; `nil` where the bytes end before that is known.
  func quotedEnd(_ bytes: Span<UInt8>, from open: Int, isWhole: Bool, field: inout Field) -> Int? {
    var form = Form.plain
    switch closing(bytes, after: open, isWhole: isWhole, form: &form) {
    case .unknown: return nil
    case .never: break
    case .at(let close):
      guard let next = fieldBoundary(bytes, after: close, isWhole: isWhole) else { return nil }
      if case .beyond(let end) = next {
        field = Field(start: Int32(truncatingIfNeeded: open &+ 1), end: Int32(truncatingIfNeeded: close), form: form)
        return end
      }
      if close == open &+ 1 {
        switch secondClosing(bytes, after: close, isWhole: isWhole) {
        case .unknown: return nil
        case .never: break
        case .at(let second):
          field = Field(start: Int32(truncatingIfNeeded: close), end: Int32(truncatingIfNeeded: second), form: .twice)
          return dialect.padding == .skipped ? passBlanks(bytes, from: second &+ 1) : second &+ 1
        }
      }
      if !isStray(bytes, from: open, to: close) {
        let end = fieldEnd(bytes, from: close &+ 1, form: &form)
        field = Field(start: Int32(truncatingIfNeeded: open &+ 1), end: Int32(truncatingIfNeeded: end), form: .trailing)
        return end
      }
    }
    let end = fieldEnd(bytes, from: open &+ 1, form: &form)
    field.form = .unclosed
    field.end = Int32(truncatingIfNeeded: end)
    return end
  }

  /// The quote that closes the field, by the rules of the dialect.
  private func closing(_ bytes: Span<UInt8>, after open: Int, isWhole: Bool, form: inout Form) -> Closing {
    let escape = dialect.escape
    let limit = min(bytes.count, open &+ Self.quotedLimit)
    var at = open &+ 1
    while at < limit {
      let byte = bytes[at]
      if escape == .doubled, byte != dialect.quote {
        at &+= 1
        continue
      }
      if byte == dialect.quote {
        if escape == .none {
          guard let boundary = fieldBoundary(bytes, after: at, isWhole: isWhole) else { return .unknown }
          if case .beyond = boundary { return .at(at) }
        } else {
          if at &+ 1 == bytes.count { return isWhole ? .at(at) : .unknown }
          if bytes[at &+ 1] != dialect.quote { return .at(at) }
          form = .escaped
          at &+= 1
        }
      } else if escape == .backslash, byte == Self.backslash {
        form = .escaped
        at &+= 1
      } else if escape == .none, Self.isLineEnd(byte) {
        return .never
      }
      at &+= 1
    }
    return isWhole || limit < bytes.count ? .never : .unknown
  }

  /// What comes behind a quote that may close a field.
  private enum Boundary {
    /// The end of the field, which is at this position.
    case beyond(Int)
    /// Words.
    case words
  }

  /// What comes behind a quote; `nil` where the bytes end before that is known.
  private func fieldBoundary(_ bytes: Span<UInt8>, after close: Int, isWhole: Bool) -> Boundary? {
    let at = dialect.padding == .skipped ? passBlanks(bytes, from: close &+ 1) : close &+ 1
    guard isWhole || at &+ dialect.delimiter.tailCount < bytes.count else { return nil }
    let isEnd = at == bytes.count || Self.isLineEnd(bytes[at]) || isDelimiter(bytes, at: at)
    return isEnd ? .beyond(at) : .words
  }

  /// The quote that closes a field which begins with two quotes and words: one in the same line, before another field
  /// is opened.
  private func secondClosing(_ bytes: Span<UInt8>, after second: Int, isWhole: Bool) -> Closing {
    var at = second &+ 1
    while at < bytes.count {
      if Self.isLineEnd(bytes[at]) { return .never }
      if bytes[at] == dialect.quote {
        if isBehindDelimiter(bytes, at) { return .never }
        guard let boundary = fieldBoundary(bytes, after: at, isWhole: isWhole) else { return .unknown }
        if case .beyond = boundary { return .at(at) }
        guard bytes[at &+ 1] == dialect.quote else { return .never }
        at &+= 1
      }
      at &+= 1
    }
    return isWhole ? .never : .unknown
  }

  /// Whether a quote with words behind it does not close what was opened but opens a field of its own: a delimiter
  /// stands before it, or a line ends in between.
  private func isStray(_ bytes: Span<UInt8>, from open: Int, to close: Int) -> Bool {
    guard bytes[close &+ 1] != Self.blank else { return false }
    return close > open &+ 1 && isBehindDelimiter(bytes, close)
      || (open..<close).contains { Self.isLineEnd(bytes[$0]) }
  }

  /// Whether a delimiter stands right before a position.
  private func isBehindDelimiter(_ bytes: Span<UInt8>, _ position: Int) -> Bool {
    var at = position &- dialect.delimiter.count
    if dialect.padding == .skipped {
      while at > 0, bytes[at] == Self.blank { at &-= 1 }
    }
    return at >= 0 && isDelimiter(bytes, at: at)
  }

  /// The bytes that a field with escapes stands for.
  func unescaped(_ bytes: Span<UInt8>, _ field: Field) -> [UInt8] {
    var text: [UInt8] = []
    let end = Int(field.end)
    var at = Int(field.start)
    if dialect.escape == .backslash, isNull(bytes, field) { return [] }
    var isQuoted = field.form == .escaped || field.form == .trailing || field.form == .twice
    if field.form == .twice {
      text.append(dialect.quote)
      at &+= 1
    }
    while at < end {
      let byte = bytes[at]
      at &+= 1
      if byte == Self.backslash, dialect.escape == .backslash, at < end, isEscapable(bytes, at: at) {
        text.append(bytes[at])
        at &+= 1
      } else if isQuoted, byte == dialect.quote, dialect.escape != .none {
        isQuoted = at < end && bytes[at] == dialect.quote
        guard isQuoted else { continue }
        text.append(byte)
        at &+= 1
      } else {
        text.append(byte)
      }
    }
    return text
  }

  /// Whether a backslash before this byte does no more than protect it.
  private func isEscapable(_ bytes: Span<UInt8>, at position: Int) -> Bool {
    let byte = bytes[position]
    return byte == Self.backslash || byte == dialect.quote || Self.isLineEnd(byte) || isDelimiter(bytes, at: position)
  }

  /// Whether a field is `\N` without quotes.
  private func isNull(_ bytes: Span<UInt8>, _ field: Field) -> Bool {
    field.form == .bare && field.end &- field.start == 2 && bytes[Int(field.start) &+ 1] == UInt8(ascii: "N")
  }

  /// The text of a field.
  func text(_ bytes: Span<UInt8>, _ field: Field) -> String {
    if field.form != .plain { return String(decoding: unescaped(bytes, field), as: UTF8.self) }
    return bytes.extracting(Int(field.start)..<Int(field.end)).text
  }
}

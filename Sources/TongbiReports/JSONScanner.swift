// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Reads JSON from a stream, value by value: nothing is kept but what the caller asks for, so that neither deep nesting
/// nor a string without end takes memory.
struct JSONScanner: ~Copyable {
  /// A scalar value as text; strings without their quotes.
  enum Scalar: Hashable {
    case string(String)
    /// A number, `true` or `false`, as written.
    case word(String)
    case null

    /// The text of a cell that holds it.
    var text: String {
      switch self {
      case .string(let text), .word(let text): text
      case .null: ""
      }
    }
  }

  /// The longest string that is kept.
  private static let stringLimit = 16 << 20
  private static let depthLimit = 10_000

  private let file: String
  private var stream: TextStream
  private var window = [UInt8](repeating: 0, count: 1 << 16)
  private var at = 0
  private var end = 0
  private var offset = 0

  /// Begins at the start of a file.
  init(_ bytes: EncodedBytes) throws(TongbiError) {
    file = bytes.file
    stream = try TextStream(bytes)
  }

  /// The next byte that is no white space, without taking it; `nil` at the end.
  mutating func peek() throws(TongbiError) -> UInt8? {
    while true {
      guard let byte = try current() else { return nil }
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
      at += 1
    }
  }

  /// Takes a mark that must come next.
  mutating func expect(_ mark: UInt8) throws(TongbiError) {
    guard try peek() == mark else { throw broken() }
    at += 1
  }

  /// Takes a mark if it comes next.
  mutating func take(_ mark: UInt8) throws(TongbiError) -> Bool {
    guard try peek() == mark else { return false }
    at += 1
    return true
  }

  /// The next key of an object and the colon behind it; `nil` at the object's end, which is taken.
  ///
  /// - Parameter isFirst: Whether the object has just begun; set to `false`.
  mutating func key(_ isFirst: inout Bool) throws(TongbiError) -> String? {
    if try take(UInt8(ascii: "}")) { return nil }
    if !isFirst { try expect(UInt8(ascii: ",")) }
    isFirst = false
    guard try peek() == UInt8(ascii: "\"") else { throw broken() }
    let key = try string()
    try expect(UInt8(ascii: ":"))
    return key
  }

  /// A scalar value; `nil` for an array or object, which is passed over.
  mutating func scalar() throws(TongbiError) -> Scalar? {
    switch try peek() {
    case UInt8(ascii: "\"")?: return .string(try string())
    case UInt8(ascii: "{")?, UInt8(ascii: "[")?:
      try skip()
      return nil
    default:
      let word = try word()
      return word == "null" ? .null : .word(word)
    }
  }

  /// Passes over a value, however deep it is.
  mutating func skip() throws(TongbiError) {
    var depth = 0
    repeat {
      guard let byte = try peek() else { throw broken() }
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        at += 1
        guard depth <= Self.depthLimit else { throw broken() }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        at += 1
        guard depth >= 0 else { throw broken() }
      case UInt8(ascii: "\""): try skipString()
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        guard depth > 0 else { throw broken() }
        at += 1
      default: _ = try word()
      }
    } while depth > 0
  }

  private mutating func current() throws(TongbiError) -> UInt8? {
    if at == end {
      offset += end
      end = try stream.fill(&window, at: 0)
      at = 0
      if end == 0 { return nil }
    }
    return window[at]
  }

  private mutating func byte() throws(TongbiError) -> UInt8 {
    guard let byte = try current() else { throw broken() }
    at += 1
    return byte
  }

  private mutating func skipString() throws(TongbiError) {
    at += 1
    while true {
      let byte = try byte()
      if byte == UInt8(ascii: "\"") { return }
      if byte == UInt8(ascii: "\\") { _ = try self.byte() }
    }
  }

  private mutating func string() throws(TongbiError) -> String {
    at += 1
    var bytes: [UInt8] = []
    while true {
      let byte = try byte()
      if byte == UInt8(ascii: "\"") { return String(decoding: bytes, as: UTF8.self) }
      guard bytes.count < Self.stringLimit else {
        throw TongbiError(ReportsProblem.fieldTooLong(limit: Self.stringLimit >> 20), at: Source(file: file))
      }
      if byte == UInt8(ascii: "\\") { try escape(into: &bytes) } else { bytes.append(byte) }
    }
  }

  private mutating func escape(into bytes: inout [UInt8]) throws(TongbiError) {
    let byte = try byte()
    switch byte {
    case UInt8(ascii: "n"): bytes.append(0x0A)
    case UInt8(ascii: "r"): bytes.append(0x0D)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "f"): bytes.append(0x0C)
    case UInt8(ascii: "u"):
      var unit = try hexUnit()
      if (0xD800..<0xDC00).contains(unit), try current() == UInt8(ascii: "\\") {
        at += 1
        guard try self.byte() == UInt8(ascii: "u") else { throw broken() }
        let low = try hexUnit()
        guard (0xDC00..<0xE000).contains(low) else { throw broken() }
        unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
      }
      bytes.append(contentsOf: String(Unicode.Scalar(unit) ?? "\u{FFFD}").utf8)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): bytes.append(byte)
    default: throw broken()
    }
  }

  private mutating func hexUnit() throws(TongbiError) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      let byte = try byte()
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x41 + 10
      case 0x61...0x66: digit = byte - 0x61 + 10
      default: throw broken()
      }
      unit = unit << 4 + UInt32(digit)
    }
    return unit
  }

  /// A number or a name, up to the next mark.
  private mutating func word() throws(TongbiError) -> String {
    var bytes: [UInt8] = []
    while let byte = try current(), bytes.count < 64 {
      let isWord =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
      guard isWord else { break }
      bytes.append(byte)
      at += 1
    }
    guard !bytes.isEmpty, bytes.count < 64 else { throw broken() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The error of a place where JSON ends.
  func broken() -> TongbiError {
    TongbiError(ReportsProblem.brokenJSON(offset: offset + at), at: Source(file: file))
  }
}
